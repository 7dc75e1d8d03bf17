import type { Span } from '../schema/span.ts'
import { characterAt, characterBefore, isDigit, isWordCharacter } from './characters.ts'

/** A word or number of a text, with its place. */
export type Word = { readonly text: string } & Readonly<Span>

// Scripts written without spaces between words: every character counts as one word, as nothing here knows their words.
const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`
const PART = String.raw`[[\p{L}\p{M}\p{N}]--${UNSPACED}]+`
// "U.S.", "a.m.": bounded, or "a.b.c…" of a megabyte would be tried from each of its letters.
const DOTTED = String.raw`(?<![\p{L}\p{M}\p{N}.])\p{L}\.(?:\p{L}\.){1,7}(?![\p{L}\p{N}])`
const JOINED_NUMBER = String.raw`(?<=\p{Nd})(?:[.,:\/]|[\u00A0\u202F](?=\p{Nd}{3}(?!\p{Nd})))(?=\p{Nd})`
const WORD = new RegExp(String.raw`${DOTTED}|${PART}(?:(?:['’ʼ\-‐‑]|${JOINED_NUMBER})${PART})*|${UNSPACED}\p{M}*`, 'gv')

/**
 * The words of a text in order: letters with inner apostrophes and hyphens ("don't", "vice-president"), numbers with
 * inner separators ("1,200.50", "10:30"), abbreviations with their dots ("U.S."). Every Chinese character and every
 * Japanese one is a word; in other scripts without spaces (Thai) a run of letters is. Takes linear time.
 */
export function wordsOf(text: string): Word[] {
  return firstWordsOf(text, Infinity)
}

/** The words at the beginning of a text, at most `count`. */
export function firstWordsOf(text: string, count: number): Word[] {
  const words: Word[] = []
  WORD.lastIndex = 0
  while (words.length < count) {
    const match = WORD.exec(text)
    if (match === null) break
    words.push({ text: match[0], start: match.index, end: match.index + match[0].length })
  }
  return words
}

const UNSPACED_CHARACTER = new RegExp(`^${UNSPACED}`, 'v')
const WORD_JOINER = /^['’ʼ\-‐‑]/
const NUMBER_JOINER = /^[.,:/]/
const THOUSANDS_JOINER = /^[\u00A0\u202F]/
const THOUSANDS = /^\p{Nd}{3}(?!\p{Nd})/u
const MARK = /^\p{M}/u
// No letter carries more; the bound keeps a look back from reading a megabyte of marks.
const MOST_MARKS = 40

/** Whether a text can be cut at an offset without cutting a word: "can" does not end inside "can't", nor "5" inside "2.5". */
export function isWordBoundary(text: string, offset: number): boolean {
  const before = characterBefore(text, offset)
  const after = characterAt(text, offset)
  if (splitsPair(text, offset)) return false
  if (MARK.test(after)) return !isWordCharacter(before)
  if (UNSPACED_CHARACTER.test(after) || isUnspacedBefore(text, offset)) return true
  const isInner = isWordCharacter(before)
    ? isWordCharacter(after) || joins(text, offset, after.length)
    : isWordCharacter(after) && joins(text, offset - before.length, before.length)
  return !isInner
}

/** The offset lies between the two halves of one character. */
function splitsPair(text: string, offset: number): boolean {
  return offset > 0 && characterAt(text, offset - 1).length === 2
}

/** A hyphen or apostrophe between letters, or a separator between digits, stands at the offset. */
function joins(text: string, offset: number, length: number): boolean {
  const joiner = text.slice(offset, offset + length)
  const left = characterBefore(text, offset)
  const right = characterAt(text, offset + length)
  if (NUMBER_JOINER.test(joiner)) return isDigit(left) && isDigit(right)
  if (THOUSANDS_JOINER.test(joiner))
    return isDigit(left) && THOUSANDS.test(text.slice(offset + length, offset + length + 8))
  if (!WORD_JOINER.test(joiner) || !isWordCharacter(left) || !isWordCharacter(right)) return false
  return !isUnspacedBefore(text, offset) && !UNSPACED_CHARACTER.test(right)
}

/** A Chinese or Japanese character ends at the offset, with its marks. */
function isUnspacedBefore(text: string, offset: number): boolean {
  let at = offset
  while (offset - at < MOST_MARKS && MARK.test(characterBefore(text, at))) at -= characterBefore(text, at).length
  return UNSPACED_CHARACTER.test(characterBefore(text, at))
}
