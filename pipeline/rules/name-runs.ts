import { isPlain, phraseAt } from './phrases.ts'
import type { Token } from './tokens.ts'
import type { Tokens, Words } from './unit.ts'

/**
 * Runs of words that a capital letter makes a proper name, or several of them with titles and adjectives of countries:
 * "Russian President Vladimir Putin", "Department of Justice". Words that merely open a sentence are left out.
 */
export function findNameRuns(input: Tokens): Words[] {
  const { tokens } = input
  const evidence = capitalsOf(input)
  const runs: Words[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    if (!startsName(input, at, evidence)) continue
    const last = endOfRun(input, at)
    if (last > at || standsAlone(input, at, evidence)) runs.push({ first: at, last })
    at = last
  }
  return runs
}

/** Names that are too long to be one are cut: hostile text must not make a run of the whole article. */
const MAX_RUN = 12

type Capitals = {
  /** Words that have a capital where nothing but being a name asks for one. */
  inside: ReadonlySet<string>
  lower: ReadonlySet<string>
  headings: ReadonlySet<number>
}

function capitalsOf({ tokens, lexicon }: Tokens): Capitals {
  const headings = headingsOf(tokens)
  const inside = new Set<string>()
  const lower = new Set<string>()
  for (const token of tokens) {
    if (headings.has(token.sentence)) continue
    if (!token.capital) lower.add(token.lower)
    else if (!token.first && !lexicon.is('commonWords', token.lower)) inside.add(token.lower)
  }
  return { inside, lower, headings }
}

/** Sentences in which nearly every longer word has a capital: a headline, a line of a menu. */
function headingsOf(tokens: readonly Token[]): Set<number> {
  const counts = new Map<number, { words: number; capitals: number }>()
  for (const token of tokens) {
    const count = counts.get(token.sentence) ?? { words: 0, capitals: 0 }
    if (token.text.length > 3) count.words += 1
    if (token.text.length > 3 && token.capital) count.capitals += 1
    counts.set(token.sentence, count)
  }
  const isHeading = (count: { words: number; capitals: number }): boolean =>
    count.words >= 4 && count.words < 25 && count.capitals / count.words > 0.75
  return new Set([...counts].filter(([, count]) => isHeading(count)).map(([sentence]) => sentence))
}

function startsName(input: Tokens, at: number, capitals: Capitals): boolean {
  const { tokens, lexicon } = input
  const token = tokens[at]
  if (token === undefined || !isNameWord(input, token)) return false
  if (capitals.headings.has(token.sentence)) return isKnown(input, at, capitals)
  if (!lexicon.capitalisesNouns) return true
  return startsGermanName(input, at)
}

/** Whether a word may be part of a name: it has a capital and is not one of those that get it from their place. */
function isNameWord({ lexicon }: Tokens, token: Token): boolean {
  if (!token.capital || token.text.length > 40) return false
  if (lexicon.is('daysAndMonths', token.lower)) return false
  const isCommon = lexicon.is('commonWords', token.lower) || lexicon.pronouns.has(token.lower)
  if (isCommon && token.text.length > 1 && token.text === token.text.toUpperCase()) return !token.first
  return !isCommon
}

function isKnown({ tokens, lexicon }: Tokens, at: number, capitals: Capitals): boolean {
  const token = tokens[at]
  if (token === undefined) return false
  return capitals.inside.has(token.lower) || phraseAt(lexicon.countries.names, tokens, at) !== undefined
}

/** A lone capital at the start of a sentence is a name only where something else says so. */
function standsAlone(input: Tokens, at: number, capitals: Capitals): boolean {
  const { tokens, lexicon } = input
  const token = tokens[at]
  if (token === undefined) return false
  if (lexicon.capitalisesNouns || !token.first) return true
  if (capitals.inside.has(token.lower) || token.possessive) return true
  if (phraseAt(lexicon.countries.names, tokens, at) ?? phraseAt(lexicon.countries.adjectives, tokens, at)) return true
  if (phraseAt(lexicon.countries.seats, tokens, at) ?? phraseAt(lexicon.titles, tokens, at)) return true
  if (lexicon.nouns.has(token.lower) || capitals.lower.has(token.lower)) return false
  const next = tokens[at + 1]
  if (next === undefined || next.sentence !== token.sentence) return false
  return lexicon.is('auxiliaries', next.lower) || lexicon.cues.has(next.lower) || /^[,(]/.test(token.gap)
}

function endOfRun(input: Tokens, at: number): number {
  const { tokens } = input
  let last = at
  while (last - at < MAX_RUN) {
    const token = tokens[last]
    if (token === undefined || token.possessive) break
    const next = continuation(input, last)
    if (next === undefined) break
    last = next
  }
  return last
}

/** Index of the word with which a run goes on after `last`; undefined where it ends. */
function continuation(input: Tokens, last: number): number | undefined {
  const { tokens, lexicon } = input
  const token = tokens[last]
  const next = tokens[last + 1]
  if (token === undefined || next === undefined) return undefined
  if (next.sentence !== token.sentence || next.quotation !== token.quotation) return undefined
  if (!joins(token)) return /^ ?& ?$/.test(token.gap) && isNameWord(input, next) ? last + 1 : undefined
  if (isNameWord(input, next) || isNumeral(next)) return last + 1
  const then = tokens[last + 2]
  if (then === undefined || !isPlain(next.gap) || then.sentence !== token.sentence) return undefined
  if (lexicon.is('particles', next.lower)) return afterParticle(input, last)
  if (lexicon.is('links', next.lower)) return afterLink(input, last)
  return undefined
}

function joins(token: Token): boolean {
  if (token.gap === ' ' || token.gap === '\u00A0' || token.gap === '-') return true
  // "J. Ann", "Sen. Kim", "St. Petersburg": a full stop inside a name follows a short word only.
  return token.gap === '. ' && (token.text.length <= 4 || /^(?:capt|prof)$/i.test(token.text))
}

function isNumeral(token: Token): boolean {
  return /^(?:[IVX]{1,5}|\d{1,2})$/.test(token.text) && /^[IVX]/.test(token.text)
}

function afterParticle(input: Tokens, last: number): number | undefined {
  const { tokens, lexicon } = input
  for (let at = last + 2; at <= last + 3; at += 1) {
    const token = tokens[at]
    if (token === undefined || !isPlain(tokens[at - 1]?.gap ?? '')) return undefined
    if (isNameWord(input, token)) return at
    if (!lexicon.is('particles', token.lower)) return undefined
  }
  return undefined
}

/** "Department of Justice", "Bank of England": only a word for a body or a place is joined by "of" to what follows. */
function afterLink(input: Tokens, last: number): number | undefined {
  const { tokens, lexicon } = input
  const head = tokens[last]?.lower ?? ''
  const isHead = lexicon.is('organizationWords', head) || lexicon.is('placeWords', head)
  if (!isHead || lexicon.is('countryVoices', head) && lexicon.is('determiners', head)) return undefined
  const skip = lexicon.is('definite', tokens[last + 2]?.lower ?? '') ? 3 : 2
  const target = tokens[last + skip]
  if (target === undefined || !isNameWord(input, target) || !isPlain(tokens[last + skip - 1]?.gap ?? '')) return undefined
  return last + skip
}

/** In German every noun has a capital: a name starts where a known name, a title or two capitals in a row say so. */
function startsGermanName({ tokens, lexicon }: Tokens, at: number): boolean {
  const token = tokens[at]
  return token !== undefined && !lexicon.nouns.has(token.lower)
}
