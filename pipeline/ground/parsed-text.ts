import type { Reading } from '../schema/reading.ts'
import type { ArticleNames } from './article-names.ts'
import type { DateMention } from './dates.ts'
import type { Lexicon } from './lexicon/lexicon.ts'
import type { Quantity } from './quantity.ts'
import type { Token } from './tokens.ts'

/** A text taken apart: the article, or one text of a claim. */
export type ParsedText = {
  text: string
  tokens: readonly Token[]
  quantities: readonly Quantity[]
  dates: readonly DateMention[]
}

/** What the checks look up in an article, computed once for all claims. */
export type ArticleIndex = ParsedText & {
  reading: Reading
  lexicon: Lexicon
  /** Index of the sentence that each token stands in. */
  sentenceOf: readonly number[]
  /** First token of each sentence; one more entry at the end. */
  starts: readonly number[]
  /** Folded words, with the tokens that are so written. */
  words: ReadonlyMap<string, readonly number[]>
  /** Quantities by each of their values (`valueKey`). */
  byValue: ReadonlyMap<string, readonly Quantity[]>
  byTime: ReadonlyMap<number, readonly Quantity[]>
  /** Numbers as they are written, and letters with digits ("A320"), folded. */
  spellings: ReadonlySet<string>
  weekdays: ReadonlyMap<number, readonly number[]>
  dateKeys: ReadonlySet<string>
  /** Quantities that are the day or year of a date. */
  inDates: ReadonlySet<Quantity>
  /** The largest number that is no year. */
  largest: number
  /** Quantities that count what has this stem. */
  countsOf(stem: string): readonly Quantity[]
  stem(fold: string): string
  names: ArticleNames
  /** For each of the reading's names, its keys (`keyOfName`): the full one first, then the aliases. */
  nameKeys: readonly (readonly string[])[]
  /** Stems of the content words of a sentence. */
  contentOf(sentence: number): ReadonlySet<string>
  /** Stems of the names that a sentence refers to by a pronoun, a description or a metonym, or whose words it holds. */
  referredIn(sentence: number): ReadonlySet<string>
  /** Sentences with a word of this stem, ascending. */
  sentencesWith(stem: string): readonly number[]
}
