import type { Span } from '../../pipeline/schema/span.ts'

/** Where to look: the nearest place to one of `near`, not inside `outside`, as a whole word. */
export type Place = { near: readonly Span[]; outside?: Span; asWord?: boolean }

/**
 * The place of `words` in the text. Without `place` they must stand there exactly once; with it, the nearest one is taken.
 * A string is the fault.
 */
export function findOnce(words: string, text: string, place?: Place): Span | string {
  const spans = allOf(words, text).filter((span) => place === undefined || fits(span, text, place))
  const [first, second] = spans
  if (first === undefined)
    return `"${words}" does not stand in the article${place === undefined ? '' : ' where it should'}`
  if (place === undefined) {
    return second === undefined
      ? first
      : `"${words}" stands in the article ${spans.length} times: write more of the words around it`
  }
  return spans.reduce((best, span) => (distance(span, place.near) < distance(best, place.near) ? span : best))
}

function allOf(words: string, text: string): Span[] {
  const spans: Span[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    spans.push({ start: at, end: at + words.length })
  }
  return spans
}

function fits({ start, end }: Span, text: string, { outside, asWord }: Place): boolean {
  if (outside && start >= outside.start && end <= outside.end) return false
  return !asWord || !(isLetter(text[start - 1]) || isLetter(text[end]))
}

function isLetter(letter: string | undefined): boolean {
  return letter !== undefined && /\p{L}/u.test(letter)
}

function distance(span: Span, near: readonly Span[]): number {
  return Math.min(...near.map(({ start, end }) => Math.max(0, start - span.end, span.start - end)))
}
