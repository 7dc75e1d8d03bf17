import type { Evidence, Span } from '../pipeline/schema/span.ts'

/**
 * At most `most` characters of a piece of evidence, whole words, around the first of the given spans that lies in it (else from
 * its beginning). A cut is shown by "…".
 */
export function snippetOf(
  { text, start }: Evidence,
  { most, around }: { most: number; around: readonly Span[] },
): string {
  if (text.length <= most + SLACK) return text
  const focus = around.find((span) => span.start >= start && span.end <= start + text.length)
  const from = Math.max(0, Math.min((focus?.start ?? start) - start - most / 4, text.length - most))
  const head = from === 0 ? 0 : wordStart(text, Math.floor(from))
  const tail = head + most >= text.length ? text.length : wordEnd(text, head + most)
  return `${head > 0 ? '… ' : ''}${text.slice(head, tail).trim()}${tail < text.length ? ' …' : ''}`
}

function wordStart(text: string, at: number): number {
  const blank = text.indexOf(' ', at)
  return blank === -1 || blank - at > LONGEST_WORD ? at : blank + 1
}

function wordEnd(text: string, at: number): number {
  const blank = text.lastIndexOf(' ', at)
  return at - blank > LONGEST_WORD ? at : blank
}

const LONGEST_WORD = 40
/** A cut that leaves out less than this is not worth its dots. */
const SLACK = 40
