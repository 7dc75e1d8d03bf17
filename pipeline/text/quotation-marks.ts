import type { Span } from '../schema/span.ts'
import { characterAt, characterBefore, isDigit, isLetter, isSpace, isWordCharacter } from './characters.ts'
import { closerOfSingle, isElision } from './single-quotes.ts'

/** A quotation mark with its place; `glyph` is the mark itself, `''` and double backticks count as one mark. */
type Mark = Span & { readonly glyph: string }

/** An opening mark and, where the paragraph has it, the closing one. */
export type MarkedPiece = { readonly open: Mark; readonly close: Mark | undefined }

// Deeper nesting than this is no writing; the bound keeps the search for a partner constant.
const DEEPEST = 8

const MARK = /``|''|["“”„‟«»‹›「」『』｢｣‘’‚‛']/g

/** What each opening mark may be closed by, most usual first. A mark that opens and closes itself is listed under itself. */
const CLOSED_BY: Readonly<Record<string, string>> = {
  '“': '”“',
  '”': '”',
  '„': '“”„',
  '‟': '”',
  '"': '"',
  "''": "''",
  '``': "''\"",
  '«': '»',
  '»': '«»',
  '‹': '›',
  '›': '‹›',
  '「': '」',
  '『': '』',
  '｢': '｣',
}

/**
 * The quoted pieces of one paragraph, in the order of their opening marks; inner ones follow their outer one. A mark
 * opens or closes by what stands beside it and by what is open. Apostrophes and marks of measure are none. Linear time.
 */
export function markedPieces(line: string): MarkedPiece[] {
  const open: Mark[] = []
  const pieces: MarkedPiece[] = []
  const expected = new Map<number, Mark>() // where a single quotation mark was found to close, and its opener
  for (const match of line.matchAll(MARK)) {
    const mark = { glyph: match[0], start: match.index, end: match.index + match[0].length }
    const opener = isSingle(mark.glyph) ? singleOpener(mark, open, expected) : partnerOf(line, mark, open)
    if (opener !== undefined) {
      open.length = open.indexOf(opener) // what was opened within and not closed is given up
      pieces.push({ open: opener, close: mark })
    } else if (opens(line, mark, expected)) {
      open.push(mark)
      if (open.length > DEEPEST) open.shift()
    }
  }
  pieces.push(...open.map((mark) => ({ open: mark, close: undefined })))
  return pieces.sort((a, b) => a.open.start - b.open.start)
}

function isSingle(glyph: string): boolean {
  return "‘’‚‛'".includes(glyph)
}

/** Single marks close where the look ahead from their opening mark said so, if that is still open. */
function singleOpener(mark: Mark, open: readonly Mark[], expected: ReadonlyMap<number, Mark>): Mark | undefined {
  const opener = expected.get(mark.start)
  return opener !== undefined && open.includes(opener) ? opener : undefined
}

/** The innermost open mark that this one closes; undefined where it closes none. */
function partnerOf(line: string, mark: Mark, open: readonly Mark[]): Mark | undefined {
  const opener = open.findLast((candidate) => isClosedBy(candidate, mark))
  if (opener === undefined) return strayPartnerOf(line, mark, open)
  return closes(line, mark, opener) ? opener : undefined
}

/** Typists mix styles: “A," and "A,”. After a word and before none, any double mark closes any other. */
function strayPartnerOf(line: string, mark: Mark, open: readonly Mark[]): Mark | undefined {
  if (!/["“”]/.test(mark.glyph) || !/[\p{L}.,!?…]/u.test(characterBefore(line, mark.start))) return undefined
  if (isWordCharacter(characterAt(line, mark.end))) return undefined
  return open.findLast((candidate) => /["“”„]|''|``/.test(candidate.glyph))
}

function isClosedBy(opener: Mark, mark: Mark): boolean {
  const closers = CLOSED_BY[opener.glyph] ?? ''
  return mark.glyph === "''" ? closers.startsWith("''") : closers.includes(mark.glyph)
}

function closes(line: string, mark: Mark, opener: Mark): boolean {
  const before = characterBefore(line, mark.start)
  const after = characterAt(line, mark.end)
  if (isAlwaysClosing(mark.glyph)) return mark.start > opener.end
  if (mark.start === opener.end) return false
  if (isMeasure(line, mark)) return false
  if (!isSpace(before)) return !isOpeningSide(before, after)
  return isSpace(after) || after === '' || isPunctuation(after)
}

/** These never open where their partner is open already. */
function isAlwaysClosing(glyph: string): boolean {
  return '”»›」』｣'.includes(glyph)
}

/** The mark has its opening side to a word: "(“A", "—“A", "said:“A". A comma can stand on either side, so it does not tell. */
function isOpeningSide(before: string, after: string): boolean {
  return /[([{—–/:¿¡]/.test(before) && (isWordCharacter(after) || /[¿¡…$€£]/.test(after))
}

function isPunctuation(character: string): boolean {
  return /[.,;:!?…)\]}—–-]/.test(character)
}

/** 5'10" and 12": the mark of feet and inches, unless a quotation is open that it may end. */
function isMeasure(line: string, mark: Mark): boolean {
  return mark.glyph === '"' && /\d['’′]\d{1,2}$/.test(line.slice(Math.max(0, mark.start - 6), mark.start))
}

function opens(line: string, mark: Mark, expected: Map<number, Mark>): boolean {
  const before = characterBefore(line, mark.start)
  const after = characterAt(line, mark.end)
  if (after === '') return false
  if (isSingle(mark.glyph)) return opensSingle(line, mark, expected)
  if ('「『｢``„'.includes(mark.glyph)) return true
  if (mark.glyph === '“' || mark.glyph === '«' || mark.glyph === '‹')
    return !isSpace(after) || isSpace(before) || before === ''
  return (before === '' || !isWordCharacter(before)) && opensBeside(before, after)
}

/** A mark of no direction opens before a word and after none, or stands between two spaces as in tokenised text. */
function opensBeside(before: string, after: string): boolean {
  if (isSpace(after)) return isSpace(before) || before === ''
  return !/[.;!?)\]}=]/.test(before) && !/[.,;:!?)\]}]/.test(after.replace('.', ''))
}

function opensSingle(line: string, mark: Mark, expected: Map<number, Mark>): boolean {
  const before = characterBefore(line, mark.start)
  const after = characterAt(line, mark.end)
  if (mark.glyph === '’' || isWordCharacter(before) || isSpace(after)) return false
  if (!/^$|[\s([{—–/:“"„«‘¿¡-]/.test(before) || !(isLetter(after) || isDigit(after) || /[“"¿¡…[(]/.test(after)))
    return false
  if (isElision(line, mark.end)) return false
  const closer = closerOfSingle(line, mark.glyph, mark.end)
  if (closer === undefined) return mark.glyph === '‘' || mark.start === 0
  expected.set(closer, mark)
  return true
}
