import { genderOfFirstName } from './lexicon/lexicon.ts'
import { adjectiveAt, countryAt } from './nations.ts'
import { phraseAt } from './phrases.ts'
import type { Token } from './tokens.ts'
import type { Tokens } from './unit.ts'

export type Capitals = {
  /** Words that have a capital where nothing but being a name asks for one. */
  inside: ReadonlySet<string>
  /** Those that stand without another capital beside them. */
  alone: ReadonlySet<string>
  lower: ReadonlySet<string>
  /** How often each opens a sentence. */
  openings: ReadonlyMap<string, number>
  headings: ReadonlySet<number>
  /** In German, which tells names from nouns by what stands before them. */
  surnames: ReadonlySet<string>
}

export function capitalsOf(input: Tokens): Capitals {
  const { tokens, lexicon } = input
  const headings = lexicon.capitalisesNouns ? new Set<number>() : headingsOf(tokens)
  const inside = new Set<string>()
  const alone = new Set<string>()
  const lower = new Set<string>()
  const openings = new Map<string, number>()
  for (const token of tokens) {
    if (headings.has(token.sentence)) continue
    if (token.first && token.capital) openings.set(token.lower, (openings.get(token.lower) ?? 0) + 1)
    if (!token.capital) lower.add(token.lower)
    else if (!token.first && !lexicon.is('commonWords', token.lower)) {
      inside.add(token.lower)
      if (!tokens[token.index - 1]?.capital && !tokens[token.index + 1]?.capital) alone.add(token.lower)
    }
  }
  return { inside, alone, lower, openings, headings, surnames: surnamesOf(input) }
}

/** Sentences of which every longer word has a capital: a headline, a line of a menu. */
function headingsOf(tokens: readonly Token[]): Set<number> {
  const headings = new Set<number>()
  for (const [sentence, words] of Map.groupBy(tokens, (token) => token.sentence)) {
    const long = words.filter((token) => token.text.length > LONG)
    const isClosed = /^[.!?]/.test(words.at(-1)?.gap ?? '')
    const least = isClosed ? LEAST_CLOSED : LEAST_OPEN
    if (long.length >= least && words.length < MOST_WORDS && long.every((token) => token.capital))
      headings.add(sentence)
  }
  return headings
}

const LONG = 4
/** Fewer long words with capitals can be a sentence about people; one without a full stop is a heading sooner. */
const LEAST_CLOSED = 6
const LEAST_OPEN = 3
const MOST_WORDS = 30

/** The words that stand after a first name or a title: they are names wherever they stand. */
function surnamesOf(input: Tokens): Set<string> {
  const { tokens, lexicon } = input
  const surnames = new Set<string>()
  if (!lexicon.capitalisesNouns) return surnames
  for (const token of tokens) {
    const next = tokens[token.index + 1]
    if (next === undefined || !next.capital || token.gap !== ' ' || lexicon.nounOf(next.lower) !== undefined) continue
    const isTitle = phraseAt(lexicon.titles, tokens, token.index)?.length === 1
    const isPair = token.capital && isNameWord(input, token) && isGermanPair(input, token, next)
    if (isTitle || isPair || (token.capital && genderOfFirstName(token.lower) !== undefined)) {
      surnames.add(next.lower)
      const then = tokens[next.index + 1]
      if (isTitle && then?.capital && next.gap === ' ' && lexicon.nounOf(then.lower) === undefined)
        surnames.add(then.lower)
    }
  }
  return surnames
}

/** Whether a word may be part of a name: it has a capital and is no day and no word that only joins others. */
export function isNameWord({ lexicon }: Tokens, token: Token): boolean {
  if (!token.capital || token.text.length > 40) return false
  if (lexicon.is('daysAndMonths', token.lower) || /^\p{Lu}-\p{Lu}/u.test(token.text)) return false
  return !isJoiningWord(lexicon, token.lower) || (isShouted(token) && !token.first)
}

/** "US" and "IT" are names where "us" and "it" are none. */
export function isShouted(token: Token): boolean {
  return token.text.length > 1 && token.text.length < 5 && token.text === token.text.toUpperCase()
}

function isJoiningWord(lexicon: Tokens['lexicon'], word: string): boolean {
  return (
    lexicon.isFunctionWord(word) ||
    lexicon.is('determiners', word) ||
    lexicon.is('possessives', word) ||
    lexicon.is('adverbs', word) ||
    lexicon.pronouns.has(word) ||
    lexicon.is('openers', word)
  )
}

export function isCountryOrPerson(input: Tokens, at: number): boolean {
  const { tokens, lexicon } = input
  if (countryAt(input, at) ?? adjectiveAt(input, at)) return true
  return genderOfFirstName(tokens[at]?.lower ?? '') !== undefined || phraseAt(lexicon.places, tokens, at) !== undefined
}

/** Two capitals in a row that are no nouns we know and that no article or adjective opens: "Gülsen Celebi". */
export function isGermanPair({ tokens, lexicon }: Tokens, token: Token, next: Token): boolean {
  const before = tokens[token.index - 1]
  if (token.first && lexicon.is('commonWords', token.lower)) return false
  if (lexicon.nounOf(token.lower) ?? lexicon.nounOf(next.lower)) return false
  const isOpened = before !== undefined && before.gap === ' ' && !before.capital && before.sentence === token.sentence
  return (
    !isOpened ||
    lexicon.cues.has(before.lower) ||
    lexicon.is('prepositions', before.lower) ||
    lexicon.is('jointWords', before.lower)
  )
}
