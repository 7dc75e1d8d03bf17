import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import type { LanguageWords } from './language-words.ts'
import { none } from './none.ts'
import { pt } from './pt.ts'

type NumberTable =
  | 'cardinals'
  | 'scales'
  | 'shortScales'
  | 'ordinals'
  | 'fractions'
  | 'vague'
  | 'months'
  | 'shortMonths'
  | 'weekdays'
type NameTable = 'currencies' | 'durations'

/** The word lists of a language, made to be looked up. */
export type Lexicon = Omit<LanguageWords, NumberTable | NameTable> &
  Readonly<Record<NumberTable, ReadonlyMap<string, number>>> &
  Readonly<Record<NameTable, ReadonlyMap<string, string>>> & {
    /** Every word that may begin a number. */
    counting: ReadonlySet<string>
    /** The last words of the names of percent ("cent" of "per cent"). */
    percentEnds: ReadonlySet<string>
  }

const languages: Readonly<Record<string, LanguageWords>> = { de, en, es, fr, pt }
const compiled = new Map<LanguageWords, Lexicon>()

/** The word lists of a BCP 47 tag; those of no language (digits and capitals alone) where it has none. */
export function lexiconOf(tag: string): Lexicon {
  const language = tag.toLowerCase().split('-')[0] ?? ''
  const words = Object.hasOwn(languages, language) ? (languages[language] ?? none) : none
  let lexicon = compiled.get(words)
  if (lexicon === undefined) {
    lexicon = compile(words)
    compiled.set(words, lexicon)
  }
  return lexicon
}

function compile(words: LanguageWords): Lexicon {
  const { cardinals, scales, ordinals, fractions, percent } = words
  const counting = [cardinals, scales, ordinals, fractions].flatMap((list) => Object.keys(list))
  return {
    ...words,
    cardinals: mapOf(words.cardinals),
    scales: mapOf(words.scales),
    shortScales: mapOf(words.shortScales),
    ordinals: mapOf(words.ordinals),
    fractions: mapOf(words.fractions),
    vague: mapOf(words.vague),
    months: mapOf(words.months),
    shortMonths: mapOf(words.shortMonths),
    weekdays: mapOf(words.weekdays),
    currencies: mapOf(words.currencies),
    durations: mapOf(words.durations),
    counting: new Set(counting),
    percentEnds: new Set([...percent].flatMap((name) => (name.includes(' ') ? (name.split(' ').at(-1) ?? []) : []))),
  }
}

function mapOf<Value>(list: Readonly<Record<string, Value>>): ReadonlyMap<string, Value> {
  return new Map(Object.entries(list))
}
