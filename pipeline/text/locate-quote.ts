import type { Span } from '../schema/span.ts'
import { isContrastWord } from './contrast-words.ts'
import { foldCase } from './fold-case.ts'
import { type FoldedText, foldTypography } from './fold-typography.ts'
import { normaliseText } from './normalise.ts'
import { occurrencesOf } from './occurrences.ts'
import { segment } from './segment.ts'
import { trimSpan } from './trim-span.ts'
import { isWordBoundary, wordsOf } from './words.ts'

/**
 * How a quote stands in a text, and where. `exact`: letter for letter. `typographic`: but for marks, dashes and white
 * space. `elided`: in pieces, in order, where the quote has its ellipses; then there is a span for each piece.
 */
export type QuoteMatch = { readonly kind: 'exact' | 'typographic' | 'elided'; readonly spans: readonly Span[] }

/** `near`: of several places, the one closest to this offset is taken; without it the first. */
export type LocateOptions = { readonly near?: number; readonly language?: string }

/**
 * Finds a quote, given without its quotation marks, in a text; undefined where it does not stand there.
 *
 * It must begin and end at word boundaries: "can" is not in "can't", nor "war" in "anti-war". The pieces of an elided
 * quote have at least two words each and stand within two neighbouring sentences, at most 300 characters apart, and what
 * was left out holds no negation, contrast or condition. Likeness never counts, because a passage and its negation are
 * alike. Takes linear time, or close to it, on any input.
 */
export function locateQuote(quote: string, text: string, options: LocateOptions = {}): QuoteMatch | undefined {
  const { start, end } = trimSpan(quote, { start: 0, end: quote.length })
  const wanted = quote.slice(start, end)
  if (!/[\p{L}\p{N}]/u.test(wanted)) return undefined
  const exact = locate(wanted, text, options)
  if (exact !== undefined) return { kind: 'exact', spans: [exact] }
  const folded = foldTypography(text)
  const foldedQuote = foldTypography(normaliseText(wanted)).text.trim()
  const typographic = locateFolded(foldedQuote, folded, text, options)
  if (typographic !== undefined) return { kind: 'typographic', spans: [typographic] }
  const spans = locatePieces(foldedQuote, folded, text, options)
  return spans === undefined ? undefined : { kind: 'elided', spans }
}

function locate(wanted: string, text: string, options: LocateOptions): Span | undefined {
  return choose(spansOf(wanted, text), options)
}

function locateFolded(wanted: string, folded: FoldedText, text: string, options: LocateOptions): Span | undefined {
  return choose(sourceSpansOf(wanted, folded, text), options)
}

/** Occurrences of a quote that cut no word. */
function* spansOf(wanted: string, text: string): Generator<Span> {
  for (const start of occurrencesOf(wanted, text)) {
    const end = start + wanted.length
    if (isWordBoundary(text, start) && isWordBoundary(text, end)) yield { start, end }
  }
}

function* sourceSpansOf(wanted: string, folded: FoldedText, text: string): Generator<Span> {
  for (const { start, end } of spansOf(wanted, folded.text)) {
    const span = trimSpan(text, { start: folded.startOf(start), end: folded.endOf(end) })
    if (isWordBoundary(text, span.start) && isWordBoundary(text, span.end)) yield span
  }
}

function choose(spans: Iterable<Span>, { near }: LocateOptions): Span | undefined {
  let best: Span | undefined
  for (const span of spans) {
    if (near === undefined) return span
    if (best === undefined || Math.abs(span.start - near) < Math.abs(best.start - near)) best = span
  }
  return best
}

const ELLIPSIS = /\s?[[(]?…[\])]?\s?/
const FEWEST_WORDS = 2
// More pieces than this are a collage, and the bound keeps the time near linear.
const MOST_PIECES = 12
// No article says the same words so often; the bound is for texts made to be slow.
const MOST_PLACES = 2000

function locatePieces(
  foldedQuote: string,
  folded: FoldedText,
  text: string,
  options: LocateOptions,
): Span[] | undefined {
  const pieces = foldedQuote.split(ELLIPSIS).filter((piece) => piece.trim() !== '')
  if (!foldedQuote.includes('…') || pieces.length === 0 || pieces.length > MOST_PIECES) return undefined
  if (pieces.some((piece) => !hasWords(piece, FEWEST_WORDS))) return undefined
  const places = pieces.map((piece) => [...sourceSpansOf(piece.trim(), folded, text).take(MOST_PLACES)])
  return chooseChain(chainsOf(places, text, options.language), options)
}

function hasWords(piece: string, fewest: number): boolean {
  return wordsOf(piece.slice(0, 1000)).length >= fewest
}

type Chain = { readonly span: Span; readonly before: Chain | undefined }

/**
 * Every way to set the pieces in order. For each place of a piece the nearest place of the piece before is enough: what
 * is left out between them is then the least, so that if this gap is refused, every wider one is too.
 */
function chainsOf(places: readonly (readonly Span[])[], text: string, language: string | undefined): Chain[] {
  let chains: Chain[] = (places[0] ?? []).map((span) => ({ span, before: undefined }))
  for (const spans of places.slice(1)) {
    const longer: Chain[] = []
    let next = 0
    for (const span of spans) {
      while ((chains[next]?.span.end ?? Infinity) <= span.start) next += 1
      const before = chains[next - 1]
      if (before !== undefined && mayLeaveOut(text, before.span, span, language)) longer.push({ span, before })
    }
    chains = longer
  }
  return chains
}

function chooseChain(chains: readonly Chain[], options: LocateOptions): Span[] | undefined {
  const ways = chains.map((chain) => [...unrolled(chain)].reverse())
  const first = choose(
    ways.map((way) => ({ start: way[0]?.start ?? 0, end: way.at(-1)?.end ?? 0 })),
    options,
  )
  return first === undefined
    ? undefined
    : ways.find((way) => way[0]?.start === first.start && way.at(-1)?.end === first.end)
}

function* unrolled(chain: Chain): Generator<Span> {
  for (let link: Chain | undefined = chain; link !== undefined; link = link.before) yield link.span
}

const LONGEST_GAP = 300
const MARKS = /["“”„«»「」『』]|''|``/

/**
 * Nothing that turns the sense may be left out, and the pieces stand in one sentence or in two that follow each other.
 * Two sentences and a quotation mark between them can be two speakers.
 */
function mayLeaveOut(text: string, left: Span, right: Span, language: string | undefined): boolean {
  if (right.start - left.end > LONGEST_GAP) return false
  const gap = text.slice(left.end, right.start)
  if (wordsOf(gap).some((word) => isContrastWord(foldCase(word.text)))) return false
  const ends = sentenceEndsIn(text, left, right, language)
  return ends === 0 || (ends === 1 && !MARKS.test(gap))
}

// Enough of the sentences on either side to see where they end.
const AROUND = 80

function sentenceEndsIn(text: string, left: Span, right: Span, language: string | undefined): number {
  const from = Math.max(left.start, left.end - AROUND)
  const window = text.slice(from, Math.min(right.end, right.start + AROUND))
  return segment(window, language).filter(({ start }) => from + start >= left.end && from + start <= right.start).length
}
