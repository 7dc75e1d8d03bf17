import type { Attribution, Mention, Name, Reading } from '../schema/reading.ts'
import { type Lexicon, lexiconOf } from './lexicon/lexicon.ts'
import type { PolarityLexicon, PolaritySet } from './polarity-lexicon.ts'
import { type Token, tokensOf } from './tokens.ts'

/** A mention with its name, and the tokens that it covers. */
export type Place = { mention: Mention; name: Name; first: number; last: number }

/** An article as the polarity rules see it: words, who is named where, and whose words they are. */
export type Scene = {
  text: string
  tokens: readonly Token[]
  words: PolarityLexicon
  lexicon: Lexicon
  names: readonly Name[]
  /** By token: the longest mention that covers it. */
  placeAt: readonly (Place | undefined)[]
  /** By token: the innermost attribution whose content holds it. */
  saidIn: readonly (Attribution | undefined)[]
  /** By quotation: whole sentences of somebody, which no clause crosses. */
  isClosed(quotation: number): boolean
  is(set: PolaritySet, at: number): boolean
}

export function sceneOf(
  partial: Omit<Reading, 'cues' | 'salience'>,
  words: PolarityLexicon,
  known?: readonly Token[],
): Scene {
  const { article, sentences, quotations, names, attributions, language } = partial
  const plain = known ?? tokensOf(article.text, sentences, quotations, language)
  const tokens = plain.map((token) => withContraction(token, article.text, words))
  return {
    text: article.text,
    tokens,
    words,
    lexicon: lexiconOf(language),
    names,
    placeAt: placesOf(tokens, names),
    saidIn: contentsOf(tokens, attributions),
    isClosed: (quotation) => quotations[quotation]?.kind === 'direct',
    is: (set, at) => {
      const token = tokens[at]
      return token !== undefined && words.is(set, token.lower)
    },
  }
}

const CONTRACTED = /^['’](?:m|re|s|ll|ve|d)(?![\p{L}])/u

/** "it" of "it's" is read as "it's", so that its verb is not lost. */
function withContraction(token: Token, text: string, words: PolarityLexicon): Token {
  const clitic = token.lower.length > 4 ? null : CONTRACTED.exec(text.slice(token.end, token.end + 4))
  const lower = clitic && `${token.lower}${clitic[0].replace('’', "'")}`
  return lower !== null && words.is('auxiliaries', lower) ? { ...token, lower } : token
}

/** A pronoun and its verb in one word: "it's", "we're". */
export function isContraction({ tokens, words }: Scene, at: number): boolean {
  const lower = tokens[at]?.lower ?? ''
  return lower.includes("'") && !lower.endsWith("n't") && words.is('auxiliaries', lower)
}

function placesOf(tokens: readonly Token[], names: readonly Name[]): (Place | undefined)[] {
  const placeAt: (Place | undefined)[] = new Array(tokens.length)
  for (const name of names) {
    for (const mention of name.mentions) {
      const first = tokenFrom(tokens, mention.start)
      let last = first
      while ((tokens[last + 1]?.start ?? Number.POSITIVE_INFINITY) < mention.end) last += 1
      const place = { mention, name, first, last }
      for (let at = first; at <= last; at++) {
        const other = placeAt[at]
        if (other === undefined || other.last - other.first < last - first) placeAt[at] = place
      }
    }
  }
  return placeAt
}

/** The innermost content around each token: of those still open, the one that began last. */
function contentsOf(tokens: readonly Token[], attributions: readonly Attribution[]): (Attribution | undefined)[] {
  const waiting = [...attributions].sort((a, b) => b.content.start - a.content.start || a.content.end - b.content.end)
  const open: Attribution[] = []
  return tokens.map(({ start }) => {
    for (let next = waiting.at(-1); next !== undefined && next.content.start <= start; next = waiting.at(-1)) {
      open.push(next)
      waiting.pop()
    }
    for (let last = open.at(-1); last !== undefined && last.content.end <= start; last = open.at(-1)) open.pop()
    return open.at(-1)
  })
}

/** The first token that ends after an offset. */
function tokenFrom(tokens: readonly Token[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether a clause may run from one token to the next: the same sentence, and not into or out of somebody's own sentences. */
export function isJoined({ tokens, isClosed }: Scene, left: number): boolean {
  const a = tokens[left]
  const b = tokens[left + 1]
  if (a === undefined || b === undefined || a.sentence !== b.sentence) return false
  return a.quotation === b.quotation || !(isClosed(a.quotation) || isClosed(b.quotation))
}

const BREAK = /[,;:()—–…]|\s-\s/

/** Whether punctuation parts a token from the next. */
export function isBroken({ tokens }: Scene, left: number): boolean {
  return BREAK.test(tokens[left]?.gap ?? ',')
}

/** Whether a token is a verb, as far as word lists and endings tell. */
export function isVerb(scene: Scene, at: number): boolean {
  const token = scene.tokens[at]
  if (token === undefined || scene.placeAt[at] !== undefined) return false
  const { lower } = token
  if (scene.words.is('auxiliaries', lower) || scene.lexicon.cues.has(lower)) return true
  if (scene.words.endsAsVerb(lower) || scene.words.is('controls', lower)) return true
  return scene.words.entriesOf(lower).some(({ role }) => role === 'verb')
}
