import type { Span } from '../../pipeline/schema/span.ts'

/** A quotation as annotators or a system mark it. */
export type MarkedQuote = Span & {
  /** Where its speaker stands in the text; for a system, every place that it takes for the same speaker. */
  speaker: readonly Span[]
  cue?: string
}

export type QuoteMatches = {
  found: number
  gold: number
  predicted: number
  /** Of the found ones that have a speaker in gold. */
  speakers: { right: number; of: number }
  /** Of the found ones that have a cue in gold. */
  cues: { right: number; of: number }
}

/** The overlaps at which the Gender Gap Tracker reports. */
export const STRICT = 0.8
export const LENIENT = 0.3

/**
 * Compares quotations by the rules of the Gender Gap Tracker: gold ones in order, each takes the predicted one that covers the
 * largest share of its characters, if that is more than `overlap`; a prediction is used once. A speaker is right when its place
 * and the gold place share a character, a cue when the words are the same but for case.
 * One difference: gold quotations without a speaker or cue are left out of those two accuracies.
 * @see Asr et al. 2021, The Gender Gap Tracker, PLoS ONE 16(1), and `evaluate_quotes.py` in its repository
 */
export function matchQuotes(
  gold: readonly MarkedQuote[],
  predicted: readonly MarkedQuote[],
  overlap: number,
): QuoteMatches {
  const free = new Set(predicted)
  const matches: QuoteMatches = {
    found: 0,
    gold: gold.length,
    predicted: predicted.length,
    speakers: { right: 0, of: 0 },
    cues: { right: 0, of: 0 },
  }
  for (const quote of gold) {
    const best = bestFor(quote, free, overlap)
    if (best === undefined) continue
    free.delete(best)
    matches.found++
    if (quote.speaker.length > 0) {
      matches.speakers.of++
      matches.speakers.right += Number(quote.speaker.some((a) => best.speaker.some((b) => sharedLength(a, b) > 0)))
    }
    if (quote.cue !== undefined) {
      matches.cues.of++
      matches.cues.right += Number(sameCue(quote.cue, best.cue))
    }
  }
  return matches
}

export function sharedLength(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
}

function bestFor(quote: MarkedQuote, free: ReadonlySet<MarkedQuote>, overlap: number): MarkedQuote | undefined {
  let best: MarkedQuote | undefined
  let most = overlap
  for (const candidate of free) {
    const share = sharedLength(quote, candidate) / Math.max(1, quote.end - quote.start)
    if (share > most) [best, most] = [candidate, share]
  }
  return best
}

function sameCue(gold: string, predicted: string | undefined): boolean {
  return predicted !== undefined && gold.toLowerCase().trim() === predicted.toLowerCase().trim()
}
