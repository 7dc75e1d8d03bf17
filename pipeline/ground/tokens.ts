import type { Span } from '../schema/span.ts'

/** A word, number or other character of a text. */
export type Token = Readonly<Span> & {
  readonly kind: 'word' | 'number' | 'mark'
  readonly text: string
  /** What words are compared by: lower case, no diacritics, no possessive ending, no dots ("Müller's" → "muller"). */
  readonly fold: string
  readonly capital: boolean
}

const LETTERS = String.raw`\p{L}[\p{L}\p{M}]*`
const WORD = new RegExp(`${LETTERS}(?:['’ʼ]${LETTERS})*`, 'uy')
const NUMBER = /\p{Nd}+(?:[.,:'’]\p{Nd}+|[\u00A0\u2009\u202F]\p{Nd}{3}(?!\p{Nd}))*/uy
const MARK = /[^\s\p{M}]/uy
// No word of any language is longer, and folding a long run of combining marks takes quadratic time.
const LONGEST_WORD = 64

/** The tokens of a text in order. Takes linear time. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    if (code <= 0x20) at += 1
    else if (isAsciiLetter(code)) at = addWords(tokens, text, { start: at, end: endOfWord(text, at) })
    else at = code < 0x80 && !isAsciiDigit(code) ? addMark(tokens, text, at) : addOther(tokens, text, at)
  }
  return tokens
}

function isAsciiLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)
}

function isAsciiDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

/** Plain letters are passed by quickly; the expression is asked where more than those follow. */
function endOfWord(text: string, start: number): number {
  let end = start + 1
  while (isAsciiLetter(text.charCodeAt(end))) end += 1
  const next = text.charCodeAt(end)
  return next === 0x27 || next >= 0x80 ? (endOf(WORD, text, start) ?? end) : end
}

function endOf(expression: RegExp, text: string, start: number): number | undefined {
  expression.lastIndex = start
  return expression.test(text) ? expression.lastIndex : undefined
}

function addMark(tokens: Token[], text: string, at: number): number {
  tokens.push(mark(text.charAt(at), at))
  return at + 1
}

function addOther(tokens: Token[], text: string, start: number): number {
  const wordEnd = endOf(WORD, text, start)
  if (wordEnd !== undefined) return addWords(tokens, text, { start, end: wordEnd })
  const numberEnd = endOf(NUMBER, text, start)
  if (numberEnd !== undefined) {
    tokens.push(number(text.slice(start, numberEnd), start))
    return numberEnd
  }
  const end = endOf(MARK, text, start)
  if (end !== undefined) tokens.push(mark(text.slice(start, end), start))
  return end ?? start + 1
}

function mark(text: string, start: number): Token {
  return { kind: 'mark', text, fold: text, start, end: start + text.length, capital: false }
}

function number(text: string, start: number): Token {
  return { kind: 'number', text, fold: text, start, end: start + text.length, capital: false }
}

function word(text: string, { start, end }: Span): Token {
  const raw = text.slice(start, end)
  return { kind: 'word', text: raw, fold: foldWord(raw), start, end, capital: isCapital(raw) }
}

/** An elided article or pronoun ("l'accord", "d'Anna") is a word of its own. No English word starts so. */
const ELIDED = /^(?:[ldjmtsnc]|qu|jusqu|lorsqu|puisqu)['’](?=\p{L}\p{L})/iu
/** Scripts without spaces: every character counts as a word. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]\p{M}*|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]+/gu

/** Adds the word or words of a run of letters. Returns where the last one ends, past the dots of "U.S.". */
function addWords(tokens: Token[], text: string, { start, end }: Span): number {
  const dotted = end - start === 1 ? endOfDotted(text, start) : end
  if (dotted > end || end - start === 1) {
    tokens.push(word(text, { start, end: dotted }))
    return dotted
  }
  const run = text.slice(start, end)
  if (run.charCodeAt(0) >= 0xe00) {
    for (const part of run.matchAll(UNSPACED)) {
      tokens.push(word(text, { start: start + part.index, end: start + part.index + part[0].length }))
    }
    return end
  }
  const elided = /^[^'’]{1,7}['’]/.test(run) ? (ELIDED.exec(run)?.[0].length ?? 0) : 0
  if (elided > 0) tokens.push(word(text, { start, end: start + elided }))
  tokens.push(word(text, { start: start + elided, end }))
  return end
}

/** "U.S.", "p.m.": single letters, each with a dot, two at least and eight at most. */
function endOfDotted(text: string, start: number): number {
  const dotted = /^(?:\p{L}\.){2,8}(?![\p{L}\p{N}])/u.exec(text.slice(start, start + 20))?.[0].length
  return dotted === undefined ? start + 1 : start + dotted
}

/** A word as it is compared: see `Token.fold`. */
export function foldWord(word: string): string {
  const lower = word.slice(0, LONGEST_WORD).toLowerCase().replace(/[’ʼ]/g, "'")
  const plain = /^[a-z']*$/.test(lower) ? lower : withoutMarks(lower)
  return plain.endsWith("'s") && plain.length > 2 ? plain.slice(0, -2) : plain
}

function withoutMarks(lower: string): string {
  return lower.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss').replaceAll('.', '')
}

function isCapital(word: string): boolean {
  return /^[\p{Lu}\p{Lt}]/u.test(word)
}

/** All letters upper case, two or more ("NATO", "U.S."). */
export function isAcronym(token: Token): boolean {
  return token.kind === 'word' && token.capital && /^\P{Ll}{2,}$/u.test(token.text.replace(/['’]s$/, ''))
}

/** No white space between the two. */
export function isGlued(before: Token | undefined, after: Token | undefined): boolean {
  return before !== undefined && after !== undefined && before.end === after.start
}
