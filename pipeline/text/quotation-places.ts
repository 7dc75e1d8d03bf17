import type { Span } from '../schema/span.ts'
import { dashedPieces } from './dialogue-dashes.ts'
import type { QuotationPlace } from './quotation-kind.ts'
import { type MarkedPiece, markedPieces } from './quotation-marks.ts'
import { trimSpan } from './trim-span.ts'
import { wordsOf } from './words.ts'

type HoldsCue = (start: number, end: number) => boolean

/** `carries`: the mark at the start of the paragraph repeats that of a quotation which the paragraph before left open. */
export type Place = QuotationPlace & {
  readonly paragraphIndex: number
  readonly carries: boolean
  readonly staysOpen: boolean
  readonly isDialogue: boolean
}

/** The quoted stretches of a text in the order of their opening marks, those without a letter or digit left out. */
export function placesOf(text: string, paragraphs: readonly Span[], holdsCue: HoldsCue): Place[] {
  const places: Place[] = []
  let openGlyph: string | undefined
  for (const [paragraphIndex, paragraph] of paragraphs.entries()) {
    const next = paragraphs[paragraphIndex + 1]?.start ?? text.length
    const line = { text, holdsCue, paragraph, paragraphIndex, openGlyph, nextStart: text.slice(next, next + 2) }
    const { marked, stillOpen } = markedPlaces(line)
    for (const place of marked.length > 0 ? marked : dashedPlaces(line)) places.push(place)
    openGlyph = stillOpen
  }
  return places
}

/** A paragraph, the mark that the one before left open, and how the next one begins. */
type Line = {
  readonly text: string
  readonly holdsCue: HoldsCue
  readonly paragraph: Span
  readonly paragraphIndex: number
  readonly openGlyph: string | undefined
  readonly nextStart: string
}

function markedPlaces(line: Line): { marked: Place[]; stillOpen: string | undefined } {
  const body = line.text.slice(line.paragraph.start, line.paragraph.end)
  const marked: Place[] = []
  let stillOpen: string | undefined
  for (const piece of piecesOf(body, line.openGlyph)) {
    const { open, close } = piece
    const staysOpen = !close && !stillOpen && repeatsMark(open.glyph, line.nextStart) && !endsInCue(line)
    if (!close && !staysOpen && !isMeantToRunOn(line, piece)) continue
    if (staysOpen) stillOpen = open.glyph
    const place = placeOf(line, piece, staysOpen)
    if (/[\p{L}\p{N}]/u.test(line.text.slice(place.inner.start, place.inner.end))) marked.push(place)
  }
  return { marked, stillOpen }
}

function placeOf({ text, paragraph, paragraphIndex, openGlyph }: Line, piece: MarkedPiece, staysOpen: boolean): Place {
  const { start } = paragraph
  const outer = { start: start + piece.open.start, end: piece.close ? start + piece.close.end : paragraph.end }
  const inside = { start: start + piece.open.end, end: piece.close ? start + piece.close.start : paragraph.end }
  const carries = openGlyph !== undefined && piece.open.start === 0
  return { inner: trimSpan(text, inside), outer, paragraph, paragraphIndex, staysOpen, carries, isDialogue: false }
}

/** In a paragraph that goes on with a quotation in «», the mark in front is sometimes the closing one (Spanish). */
function piecesOf(line: string, openGlyph: string | undefined): MarkedPiece[] {
  if (openGlyph !== '«' || !line.startsWith('»')) return markedPieces(line)
  return markedPieces(`«${line.slice(1)}`)
}

function repeatsMark(glyph: string, nextLine: string): boolean {
  return nextLine.startsWith(glyph) || (glyph === '«' && nextLine.startsWith('»'))
}

/** “We will win, she said. — the closing mark was forgotten. */
function endsInCue({ text, paragraph, holdsCue }: Line): boolean {
  const tail = text.slice(Math.max(paragraph.start, paragraph.end - 44), paragraph.end)
  const clause = /[,!?] [^,!?]{1,40}$/.exec(tail)
  return clause !== null && holdsCue(paragraph.end - clause[0].length, paragraph.end)
}

const LONGEST_UNCLOSED = 2000

/** A mark that opens the paragraph or a clause, whole sentences after it, and no verb of saying that would be swallowed. */
function isMeantToRunOn({ text, paragraph, holdsCue }: Line, { open }: MarkedPiece): boolean {
  const start = paragraph.start + open.start
  if (paragraph.end - start > LONGEST_UNCLOSED) return false
  const before = text.slice(paragraph.start, start).trim()
  const rest = text.slice(start, paragraph.end)
  if (before !== '' && !/[:,]$/.test(before)) return false
  return /[.!?…]['’)\]]?$/.test(rest) && wordsOf(rest).length >= 4 && !holdsCue(start, paragraph.end)
}

function dashedPlaces({ text, paragraph, paragraphIndex }: Line): Place[] {
  const shared = { paragraph, paragraphIndex, carries: false, staysOpen: false, isDialogue: true }
  return dashedPieces(text, paragraph).map(({ inner, marked }) => ({ ...shared, inner, outer: marked }))
}
