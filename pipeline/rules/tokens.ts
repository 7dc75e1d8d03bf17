import type { Quotation, Sentence } from '../schema/span.ts'
import { foldCase } from '../text/fold-case.ts'
import { wordsOf } from '../text/words.ts'

/** A word as the rules see it: a clitic ("'s", "d'", "-t-il") is split off, so that a name is a name wherever it stands. */
export type Token = {
  index: number
  text: string
  /** Lower case, apostrophes straight. */
  lower: string
  start: number
  end: number
  sentence: number
  /** What stands between this word (its clitic left out) and the next of the article. */
  gap: string
  /** "'s" after a name, or the bare apostrophe after a plural. */
  possessive: boolean
  capital: boolean
  /** First word of its sentence or of a quotation. */
  first: boolean
  /** Index of the quotation that holds it, -1 outside. */
  quotation: number
}

type Piece = { text: string; start: number; end: number; possessive: boolean; resume: number }

/** The words of an article with sentence, quotation and what separates them. Linear in its length. */
export function tokensOf(
  text: string,
  sentences: readonly Sentence[],
  quotations: readonly Quotation[],
  language: string,
): Token[] {
  const pieces = wordsOf(text).flatMap((word) => splitClitics(word, text, language))
  const sentenceOf = cursorOver(sentences)
  const quotationOf = cursorOver(quotations)
  const tokens: Token[] = []
  for (const [index, piece] of pieces.entries()) {
    const sentence = Math.max(0, sentenceOf(piece.start))
    const quotation = quotationOf(piece.start)
    const before = tokens.at(-1)
    tokens.push({
      index,
      text: piece.text,
      lower: foldCase(piece.text),
      start: piece.start,
      end: piece.end,
      sentence,
      gap: text.slice(piece.resume, pieces[index + 1]?.start ?? text.length).slice(0, 40),
      possessive: piece.possessive,
      capital: isCapital(piece.text),
      first:
        before === undefined || before.sentence !== sentence || before.quotation !== quotation || opensAnew(before.gap),
      quotation,
    })
  }
  return tokens
}

const ENGLISH_CLITIC = /['’](?:s|d|ll|re|ve|m)$/i
const FRENCH_ELISION = /^(?:[dlnsjmtc]|qu|jusqu|lorsqu|puisqu)['’](?=\p{L})/iu
const FRENCH_INVERSION = /(?:-t)?-(?:ils?|elles?|on)$/i

function splitClitics(word: { text: string; start: number; end: number }, text: string, language: string): Piece[] {
  if (language === 'fr') return splitFrench(word)
  const mayHave = word.text.length < 60 && (word.text.includes('’') || word.text.includes("'"))
  const clitic = mayHave ? ENGLISH_CLITIC.exec(word.text) : null
  if (clitic && clitic.index > 0) {
    const end = word.start + clitic.index
    return [
      {
        text: word.text.slice(0, clitic.index),
        start: word.start,
        end,
        possessive: /s$/i.test(clitic[0]),
        resume: word.end,
      },
    ]
  }
  const possessive =
    endsWithApostrophe(text, word) && isCapital(word.text) && /^['’] \p{L}/u.test(text.slice(word.end, word.end + 3))
  return [{ ...word, possessive, resume: word.end }]
}

/** "Seafarers’": the apostrophe of a plural, which stands outside the word. */
function endsWithApostrophe(text: string, word: { text: string; end: number }): boolean {
  const next = text.charAt(word.end)
  return (next === '’' || next === "'") && word.text.endsWith('s')
}

function splitFrench(word: { text: string; start: number; end: number }): Piece[] {
  const whole = { ...word, possessive: false, resume: word.end }
  if (word.text.length > 60) return [whole]
  const elision = FRENCH_ELISION.exec(word.text)
  const inversion = FRENCH_INVERSION.exec(word.text)
  const cuts = [elision?.[0].length ?? 0, inversion && inversion.index > 0 ? inversion.index : word.text.length]
  const head = cuts[0] ?? 0
  const tail = Math.max(head, cuts[1] ?? 0)
  const pieces: Piece[] = []
  if (head > 0) pieces.push(pieceOf(word, 0, head - 1, head))
  if (tail > head) pieces.push(pieceOf(word, head, tail, tail))
  if (tail < word.text.length) {
    const pronoun = word.text.lastIndexOf('-') + 1
    pieces.push(pieceOf(word, pronoun, word.text.length, word.text.length))
  }
  return pieces
}

function pieceOf(word: { text: string; start: number }, from: number, to: number, resume: number): Piece {
  return {
    text: word.text.slice(from, to),
    start: word.start + from,
    end: word.start + to,
    possessive: false,
    resume: word.start + resume,
  }
}

const CAPITAL = /^[\p{Lu}\p{Lt}]/u

function isCapital(text: string): boolean {
  return CAPITAL.test(text)
}

const OPENING_MARK = /[“‘«„"]/

/** A dash after a dateline, an opening quotation mark, a colon, a bullet or a line break starts anew. */
function opensAnew(gap: string): boolean {
  if (gap === ' ') return false
  return (
    OPENING_MARK.test(gap) ||
    gap.includes('\n') ||
    / [—–-] /.test(gap) ||
    /[:•;]\s/.test(gap) ||
    /[.?!]["”»]?\s+["“«]/.test(gap)
  )
}

/** Index of the span (ascending, apart) that holds an offset, for offsets that only grow; -1 outside. */
function cursorOver(spans: readonly { start: number; end: number }[]): (offset: number) => number {
  let at = 0
  return (offset) => {
    while (at < spans.length && (spans[at]?.end ?? 0) <= offset) at += 1
    const span = spans[at]
    return span !== undefined && span.start <= offset ? at : -1
  }
}
