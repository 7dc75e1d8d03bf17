import type { Span } from '../schema/span.ts'
import { isSpace } from './characters.ts'

/** The span without white space at its ends; empty (`start === end`) where it holds nothing else. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span
  while (start < end && isSpace(text.charAt(start))) start += 1
  while (end > start && isSpace(text.charAt(end - 1))) end -= 1
  return { start, end }
}
