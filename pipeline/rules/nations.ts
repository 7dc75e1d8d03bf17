import type { Lexicon } from './lexicon/lexicon.ts'
import { phraseAt } from './phrases.ts'
import type { Token } from './tokens.ts'

/** Countries that no list holds, as an article shows them: names and adjectives, each with a code made of the name. */
export type Nations = { names: ReadonlyMap<string, string>; adjectives: ReadonlyMap<string, string> }

type Found = { length: number; value: string }
type Input = { tokens: readonly Token[]; lexicon: Lexicon; nations: Nations }

/** The name of a country that starts at a word; `value` is its code. */
export function countryAt({ tokens, lexicon, nations }: Input, at: number, last?: number): Found | undefined {
  return (
    phraseAt(lexicon.countries.names, tokens, at, last) ??
    single(nations.names, tokens[at]) ??
    genitive(lexicon, tokens[at])
  )
}

/** The adjective or people of a country that starts at a word. */
export function adjectiveAt({ tokens, lexicon, nations }: Input, at: number, last?: number): Found | undefined {
  return phraseAt(lexicon.countries.adjectives, tokens, at, last) ?? single(nations.adjectives, tokens[at])
}

/** "Russlands". */
function genitive(lexicon: Lexicon, token: Token | undefined): Found | undefined {
  if (!lexicon.capitalisesNouns || !token?.lower.endsWith('s')) return undefined
  const name = lexicon.countries.names.get(token.lower.slice(0, -1))?.find(({ words }) => words.length === 1)
  return name === undefined ? undefined : { length: 1, value: name.value }
}

function single(map: ReadonlyMap<string, string>, token: Token | undefined): Found | undefined {
  const value = token === undefined || !token.capital ? undefined : map.get(token.lower)
  return value === undefined ? undefined : { length: 1, value }
}

/**
 * "Velmora" and "the Velmoran capital": a name and its adjective, of which the adjective stands before an office or a body,
 * show that a country of that name exists, though no list has it.
 */
export function findNations(tokens: readonly Token[], lexicon: Lexicon): Nations {
  const names = new Map<string, string>()
  const adjectives = new Map<string, string>()
  const byStem = stemsOf(tokens, lexicon)
  for (const words of byStem.values()) {
    for (const adjective of words.values()) {
      if (!adjective.isBeforeOffice) continue
      const name = [...words.values()].find((word) => isDerived(adjective.word, word.word))
      if (name === undefined) continue
      names.set(name.word, `x-${name.word}`)
      adjectives.set(adjective.word, `x-${name.word}`)
    }
  }
  return { names, adjectives }
}

const STEM = 4
const MAX_SHARING = 8

type Word = { word: string; isBeforeOffice: boolean }

function stemsOf(tokens: readonly Token[], lexicon: Lexicon): Map<string, Map<string, Word>> {
  const stems = new Map<string, Map<string, Word>>()
  for (const token of tokens) {
    if (!token.capital || token.lower.length <= STEM || token.lower.length > 20) continue
    if (isInsideName(tokens, token)) continue
    if (lexicon.is('commonWords', token.lower) || isListed(tokens, token.index, lexicon)) continue
    const stem = token.lower.slice(0, STEM)
    const words = stems.get(stem) ?? new Map<string, Word>()
    if (words.size >= MAX_SHARING) continue
    const known = words.get(token.lower) ?? { word: token.lower, isBeforeOffice: false }
    known.isBeforeOffice ||= isBeforeOffice(tokens, token, lexicon)
    words.set(token.lower, known)
    stems.set(stem, words)
  }
  return stems
}

/** "Korea" in "North Korea" is no name of its own. */
function isInsideName(tokens: readonly Token[], token: Token): boolean {
  const before = tokens[token.index - 1]
  return before?.capital === true && before.gap === ' ' && before.sentence === token.sentence && !before.first
}

function isListed(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const isFound =
    phraseAt(lexicon.countries.names, tokens, at) ??
    phraseAt(lexicon.countries.adjectives, tokens, at) ??
    phraseAt(lexicon.places, tokens, at)
  return (
    isFound !== undefined ||
    phraseAt(lexicon.notActors, tokens, at) !== undefined ||
    lexicon.is('parties', tokens[at]?.lower ?? '')
  )
}

function isBeforeOffice(tokens: readonly Token[], token: Token, lexicon: Lexicon): boolean {
  if (token.gap !== ' ' || token.possessive) return false
  const next = tokens[token.index + 1]
  const then = tokens[token.index + 2]
  if (next === undefined) return false
  return [next, next.gap === ' ' ? then : undefined].some(
    (word) => word !== undefined && (lexicon.nounOf(word.lower) !== undefined || lexicon.is('stateNouns', word.lower)),
  )
}

const ENDINGS = new Set('n an ian i ese ish ic ean ene ite sh ni nese er'.split(' '))

function isDerived(adjective: string, name: string): boolean {
  if (adjective === name) return false
  let shared = 0
  while (shared < name.length && adjective[shared] === name[shared]) shared += 1
  return shared >= STEM && shared >= name.length - 2 && ENDINGS.has(adjective.slice(shared))
}
