import type { Span } from '../schema/span.ts'

/** A word, number or other character of a text. */
export type Token = Readonly<Span> & {
  readonly kind: 'word' | 'number' | 'mark'
  readonly text: string
  /** What words are compared by: lower case, no diacritics, no possessive ending, no dots ("Müller's" → "muller"). */
  readonly fold: string
  readonly capital: boolean
}

const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]`
const LETTERS = String.raw`[\p{L}--${UNSPACED}][[\p{L}\p{M}]--${UNSPACED}]*`
// An elided article or pronoun ("l'accord", "d'Anna") is a word of its own. No English word starts so.
const ELIDED = String.raw`(?<![\p{L}\p{N}])(?:[ldjmtsnc]|qu|jusqu|lorsqu|puisqu)['’](?=\p{L}\p{L})`
const DOTTED = String.raw`(?<![\p{L}\p{M}\p{N}.])\p{L}\.(?:\p{L}\.){1,7}(?![\p{L}\p{N}])`
const NUMBER = String.raw`\p{Nd}+(?:[.,:'’]\p{Nd}+|[\u00A0\u2009\u202F]\p{Nd}{3}(?!\p{Nd}))*`
const TOKEN = new RegExp(
  String.raw`(?<number>${NUMBER})|(?<word>(?<elided>${ELIDED})|${DOTTED}|${LETTERS}(?:['’ʼ]${LETTERS})*|${UNSPACED}\p{M}*)|[^\s\p{M}]`,
  'giv',
)
// No word of any language is longer, and folding a long run of combining marks takes quadratic time.
const LONGEST_WORD = 64

/** The tokens of a text in order. Takes linear time. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(TOKEN)) {
    const raw = match[0]
    const kind = match.groups?.number !== undefined ? 'number' : match.groups?.word !== undefined ? 'word' : 'mark'
    tokens.push({
      kind,
      text: raw,
      fold: kind === 'word' ? foldWord(raw) : raw,
      start: match.index,
      end: match.index + raw.length,
      capital: kind === 'word' && isCapital(raw),
    })
  }
  return tokens
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
