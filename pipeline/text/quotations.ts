import { type Quotation, type Sentence, type Span, sentenceAt } from '../schema/span.ts'
import { paragraphsOf } from './paragraphs.ts'
import { cueFinder } from './quotation-cues.ts'
import { quotationKind, type Surroundings } from './quotation-kind.ts'
import { type Place, placesOf } from './quotation-places.ts'

/**
 * The quotations of a text in the order of their starts, found by their marks alone; offsets and `text` leave the marks out.
 *
 * - Marks of every common style, tokenised ones and dialogue dashes; apostrophes and marks of measure are none.
 * - An inner quotation follows the outer one that it lies in, as one of its own.
 * - A quotation over several paragraphs is one piece a paragraph, each going on (`continues`) with the one before; so is
 *   the second half of a quotation that its cue splits (“A,” she said. “B.”).
 * - A mark that never closes ends with its paragraph where it looks meant, else it counts for nothing.
 *
 * Never throws; takes linear time on any input.
 */
export function findQuotations(
  text: string,
  sentences: readonly Sentence[],
  paragraphs: readonly Span[] = paragraphsOf(text),
): Quotation[] {
  const surroundings = { text, sentences, holdsCue: cueFinder(text) }
  const places = placesOf(text, paragraphs, surroundings.holdsCue)
  const quotations: Quotation[] = []
  for (const [index, place] of places.entries()) {
    const { start, end } = place.inner
    const continues = place.carries ? carrierOf(places, index) : splitBefore(surroundings, places, index)
    const before = continues === undefined ? undefined : quotations[continues]
    const isSpeech = place.isDialogue || before?.kind === 'direct' // the rest of a direct quotation is direct too
    const kind = isSpeech ? 'direct' : quotationKind(surroundings, place)
    const quotation = { index, start, end, text: text.slice(start, end), kind }
    quotations.push(continues === undefined ? quotation : { ...quotation, continues })
  }
  return quotations
}

/** The piece of an earlier paragraph that stayed open. */
function carrierOf(places: readonly Place[], index: number): number | undefined {
  const paragraphIndex = places[index]?.paragraphIndex ?? 0
  for (let at = index - 1; at >= 0; at -= 1) {
    const place = places[at]
    if (place === undefined || place.paragraphIndex < paragraphIndex - 1) return undefined
    if (place.staysOpen) return at
  }
  return undefined
}

// A longer stretch between two quotations is more than a cue.
const LONGEST_CUE = 240

/** “A,” she said. “B.” and “A,” she said, “b.”: between the two pieces stands a cue and nothing else. */
function splitBefore(around: Surroundings, places: readonly Place[], index: number): number | undefined {
  const place = places[index]
  const earlier = place === undefined ? undefined : outerBefore(places, index)
  const first = earlier === undefined ? undefined : places[earlier]
  if (place === undefined || first === undefined || first.paragraphIndex !== place.paragraphIndex) return undefined
  const gap = { start: first.outer.end, end: Math.max(first.outer.end, place.outer.start) }
  if (gap.end - gap.start > LONGEST_CUE || !isCue(around, first, gap)) return undefined
  const goesOn = /[,—–:;]$/.test(around.text.slice(gap.start, gap.end).trimEnd())
  return (goesOn ? isOneSentence : isNextSentence)(around, first, place) ? earlier : undefined
}

/** The nearest earlier piece that this one does not lie in and that lies in no other. */
function outerBefore(places: readonly Place[], index: number): number | undefined {
  const start = places[index]?.outer.start ?? 0
  for (let at = index - 1; at >= Math.max(0, index - 8); at -= 1) {
    const place = places[at]
    if (place === undefined || place.outer.end > start) return undefined
    const around = places[at - 1]
    if (around === undefined || around.outer.end <= place.outer.start) return at
  }
  return undefined
}

/** The first piece ends in a comma or as a sentence, and a verb of saying follows. */
function isCue({ text, holdsCue }: Surroundings, first: Place, gap: Span): boolean {
  const clause = text.slice(gap.start, gap.end)
  const endsClause = /[.,!?…—]['’]?$/.test(text.slice(first.inner.start, first.inner.end).slice(-2))
  return (endsClause || /^\s*[,—–]/.test(clause)) && holdsCue(gap.start, gap.end)
}

/** “A,” she said, “b.” */
function isOneSentence({ sentences }: Surroundings, first: Place, second: Place): boolean {
  return sentenceAt(sentences, first.inner.end - 1) === sentenceAt(sentences, second.outer.start)
}

/** “A,” she said. “B.” The second piece begins the sentence after the cue's, and has no cue of its own. */
function isNextSentence(around: Surroundings, first: Place, second: Place): boolean {
  const { sentences } = around
  const next = sentenceAt(sentences, second.inner.start)
  const begins = (sentences[next]?.start ?? -1) >= Math.max(first.outer.end, second.outer.start)
  return begins && sentenceAt(sentences, first.inner.end - 1) === next - 1 && !hasCueAfter(around, second)
}

/** “B,” said Bob. — the second piece has a cue of its own, so it is another quotation. */
function hasCueAfter({ text, holdsCue }: Surroundings, { outer, inner, paragraph }: Place): boolean {
  const after = text.slice(outer.end, Math.min(paragraph.end, outer.end + 60))
  if (/[.!…]/.test(text.charAt(inner.end - 1))) return /^\s*\p{Ll}/u.test(after)
  const clause = /^[^.!?“"„«]*/.exec(after)?.[0] ?? ''
  return holdsCue(outer.end, outer.end + clause.length)
}
