import type { Span } from '../schema/span.ts'
import { foldCase } from './fold-case.ts'
import { isCommonCue } from './quotation-cues.ts'
import { trimSpan } from './trim-span.ts'
import { firstWordsOf } from './words.ts'

/** What is said in a paragraph of dialogue; `marked` takes in the dash before it. */
export type DashedPiece = { readonly inner: Span; readonly marked: Span }

const DASHES = /(?<=^|[\s([])[—―–](?=[\p{L}¿¡«…])|(?<=\S)[—―–](?=[\s.,;:!?]|$)|(?<=\s)[—―–](?=\s)/gu
const OPENING = /^[—―–]\s?[\p{L}¿¡«…]/u

/**
 * Spanish, French and Portuguese dialogue in dashes: «—No lo sé —dijo Ana—. Mañana veremos.» gives "No lo sé" and
 * "Mañana veremos." Only where the stretch after the second dash begins with a verb of saying, because a list or a byline
 * begins with a dash too.
 */
export function dashedPieces(text: string, paragraph: Span): DashedPiece[] {
  const line = text.slice(paragraph.start, paragraph.end)
  if (!OPENING.test(line)) return []
  const cuts = [...line.matchAll(DASHES)].map((match) => match.index)
  const stretches = cuts.map((start, place) => ({ start, end: cuts[place + 1] ?? line.length }))
  const cue = stretches[1]
  if (cue === undefined || !beginsWithCue(line.slice(cue.start, Math.min(cue.end, cue.start + 80)))) return []
  return stretches
    .filter((_, place) => place % 2 === 0)
    .map((stretch) => pieceOf(text, paragraph.start, line, stretch))
    .filter(({ inner }) => inner.end > inner.start)
}

function beginsWithCue(clause: string): boolean {
  return firstWordsOf(clause, 2).some((word) => isCommonCue(foldCase(word.text)))
}

/** Without the dash, and without the full stop that belongs to the cue ("—dijo Ana—. Mañana"). */
function pieceOf(text: string, offset: number, line: string, { start, end }: Span): DashedPiece {
  const lead = /^[—―–]?[\s.,;:]*/.exec(line.slice(start, start + 20))?.[0].length ?? 0
  const marked = { start: offset + start, end: offset + end }
  return { marked, inner: trimSpan(text, { start: Math.min(marked.start + lead, marked.end), end: marked.end }) }
}
