import type { Span } from '../schema/span.ts'
import type { Gender, Lexicon, Pronoun } from './lexicon/lexicon.ts'
import type { Nations } from './nations.ts'
import type { Token } from './tokens.ts'

/** The words of an article with what the rules know of its language; every finder below works on this. */
export type Tokens = { text: string; tokens: readonly Token[]; lexicon: Lexicon; nations: Nations }

/** From one word to another, both included: indexes of tokens. */
export type Words = { first: number; last: number }

export type NameKind = 'person' | 'organization' | 'country' | 'place' | 'party' | 'people' | 'thing' | 'unknown'
export type NounType = 'person' | 'body' | 'group' | 'thing'

type Base = Words & {
  sentence: number
  /** The whole noun phrase: titles, determiners and what follows with "of" included. */
  phrase: Words
  gender: Gender
  number: 'one' | 'many'
  /** Code of the country that stands before or owns it: "Russian", "Ukraine's". */
  code?: string
  /** The unit that owns it: "Ukraine" in "Ukraine's president" and in "the president of Ukraine". */
  owner?: Unit
}
/** A proper name. `words` are in lower case, titles left out. */
export type NameUnit = Base & {
  form: 'name'
  kind: NameKind
  words: readonly string[]
  title?: Words
  isVoice: boolean
}
/** A common noun for somebody: "the president", "a spokesman for Solvang", "experts". `head` is its noun. */
export type NounUnit = Base & { form: 'noun'; type: NounType; head: string; definite: boolean; possessive?: Pronoun }
export type PronounUnit = Base & { form: 'pronoun'; pronoun: Pronoun }

/** A stretch of words that names, describes or points to somebody. */
export type Unit = NameUnit | NounUnit | PronounUnit

/** The text of the words of a unit, without a clitic. */
export function textOf({ text, tokens }: Tokens, words: Words): string {
  const span = spanOf(tokens, words)
  return text.slice(span.start, span.end)
}

export function spanOf(tokens: readonly Token[], words: Words): Span {
  return { start: tokens[words.first]?.start ?? 0, end: tokens[words.last]?.end ?? 0 }
}
