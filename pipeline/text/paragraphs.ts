import type { Span } from '../schema/span.ts'
import { trimSpan } from './trim-span.ts'

const LINE = /[^\n\v\f\u0085\u2028\u2029]+/g

/** The blocks of a text between line breaks, single or several, without white space at their ends; empty ones left out. */
export function paragraphsOf(text: string): Span[] {
  const paragraphs: Span[] = []
  for (const line of text.matchAll(LINE)) {
    const paragraph = trimSpan(text, { start: line.index, end: line.index + line[0].length })
    if (paragraph.end > paragraph.start) paragraphs.push(paragraph)
  }
  return paragraphs
}
