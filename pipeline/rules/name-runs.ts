import { startsGermanName } from './german-names.ts'
import { type Capitals, capitalsOf, isCountryOrPerson, isNameWord, isShouted } from './name-words.ts'
import { adjectiveAt, countryAt } from './nations.ts'
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
    const titled = titleBefore(input, at)
    if (titled === undefined && !startsName(input, at, evidence)) continue
    const last = endOfRun(input, titled ?? at)
    const first = openingOf(input, { first: at, last }, evidence)
    if (first < last || standsAlone(input, first, evidence)) runs.push({ first, last })
    at = last
  }
  return runs
}

/** The last word of a title in small letters that has a name after it: "secretary of State John Kerry". */
function titleBefore(input: Tokens, at: number): number | undefined {
  const { tokens, lexicon } = input
  const title = phraseAt(lexicon.titles, tokens, at)
  if (title === undefined || title.length < 2) return undefined
  const last = at + title.length - 1
  const next = tokens[last + 1]
  const isJoined = next !== undefined && tokens[last]?.gap === ' ' && isNameWord(input, next)
  return isJoined ? last : undefined
}

function startsName(input: Tokens, at: number, capitals: Capitals): boolean {
  const { tokens, lexicon } = input
  const token = tokens[at]
  if (token === undefined || !isNameWord(input, token)) return false
  if (capitals.headings.has(token.sentence)) return isKnown(input, at, capitals)
  if (!lexicon.capitalisesNouns) return true
  return startsGermanName(input, at, capitals)
}

function isKnown(input: Tokens, at: number, capitals: Capitals): boolean {
  const { tokens } = input
  const token = tokens[at]
  if (token === undefined) return false
  return capitals.inside.has(token.lower) || countryAt(input, at) !== undefined
}

/** Where a run begins: a common word that owes its capital to the start of a sentence is left out ("Ferry Interisle"). */
function openingOf(input: Tokens, { first, last }: Words, capitals: Capitals): number {
  const { tokens, lexicon } = input
  const token = tokens[first]
  if (token === undefined || !token.first || first === last) return first
  if (!lexicon.is('commonWords', token.lower)) return first
  const isPart =
    capitals.inside.has(token.lower) ||
    countryAt(input, first, last) !== undefined ||
    phraseAt(lexicon.titles, tokens, first, last) !== undefined ||
    phraseAt(lexicon.places, tokens, first, last) !== undefined ||
    lexicon.is('organizationWords', tokens[last]?.lower ?? '')
  return isPart ? first : first + 1
}

/** A form of a reporting verb that is no noun as well: "said", "called", not "notes". */
function isPlainVerb(lexicon: Tokens['lexicon'], token: Token): boolean {
  const cue = lexicon.cues.get(token.lower)?.[0]
  return cue !== undefined && (token.lower === 'says' || (cue.lemma !== token.lower && token.lower !== `${cue.lemma}s`))
}

/** A lone capital at the start of a sentence is a name only where something else says so. */
function standsAlone(input: Tokens, at: number, capitals: Capitals): boolean {
  const { tokens, lexicon } = input
  const token = tokens[at]
  if (token === undefined) return false
  if (lexicon.capitalisesNouns || !token.first) return true
  const next = tokens[at + 1]
  const isBeforeNoun =
    token.gap === ' ' && next !== undefined && !next.capital && lexicon.nounOf(next.lower) !== undefined
  if ((isBeforeNoun ? capitals.alone : capitals.inside).has(token.lower)) return true
  if (countryAt(input, at) ?? adjectiveAt(input, at)) return true
  if (phraseAt(lexicon.countries.seats, tokens, at) ?? phraseAt(lexicon.titles, tokens, at)) return true
  if (
    lexicon.nounOf(token.lower) !== undefined ||
    lexicon.is('commonWords', token.lower) ||
    capitals.lower.has(token.lower)
  )
    return false
  if (token.possessive) return true
  if (next === undefined || next.sentence !== token.sentence) return false
  const isRepeated = (capitals.openings.get(token.lower) ?? 0) > 1
  return (
    (isRepeated && lexicon.is('auxiliaries', next.lower)) || isPlainVerb(lexicon, next) || /^(?:,| \()/.test(token.gap)
  )
}

/** Names that are too long to be one are cut: hostile text must not make a run of the whole article. */
const MAX_RUN = 12

function endOfRun(input: Tokens, at: number): number {
  const { tokens } = input
  let last = at
  while (last - at < MAX_RUN) {
    const token = tokens[last]
    if (token === undefined || (token.possessive && !isBodyOfSeveral(input, last))) break
    const next = continuation(input, at, last)
    if (next === undefined) break
    last = next
  }
  return last
}

/** "Seafarers' and Dockers' Union": a plural with an apostrophe inside the name of a body. */
function isBodyOfSeveral({ tokens, lexicon }: Tokens, at: number): boolean {
  if (!tokens[at]?.lower.endsWith('s')) return false
  for (let k = at + 1; k <= at + 4; k += 1) {
    const token = tokens[k]
    if (token === undefined || !(token.capital || lexicon.is('jointWords', token.lower))) return false
    if (lexicon.is('organizationWords', token.lower) && token.capital) return true
  }
  return false
}

/** Index of the word with which a run goes on after `last`; undefined where it ends. */
function continuation(input: Tokens, first: number, last: number): number | undefined {
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
  const title = phraseAt(lexicon.titles, tokens, last)
  if (title !== undefined && title.length > 2) return last + title.length - 1
  if (lexicon.is('links', next.lower)) return afterLink(input, last)
  if (lexicon.is('jointWords', next.lower)) return afterJoint(input, first, last)
  return undefined
}

function joins(token: Token): boolean {
  if (token.gap === ' ' || token.gap === '\u00A0' || token.gap === '-') return true
  if (token.possessive) return /^['’] $/.test(token.gap)
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

/** "Food and Drug Administration", "Ministry of Trade and Industry", but not "Lee and Interisle Lines". */
function afterJoint(input: Tokens, first: number, last: number): number | undefined {
  const { tokens, lexicon } = input
  const target = tokens[last + 2]
  const head = tokens[first]
  if (target === undefined || head === undefined || !isNameWord(input, target) || isShouted(target)) return undefined
  const isOf =
    tokens.slice(first, last).some((token) => lexicon.is('links', token.lower)) &&
    lexicon.is('organizationWords', head.lower)
  if (isOf) return last + 2
  const isJoined = tokens[last]?.possessive === true
  if (isJoined) return last + 2
  if (last > first || isCountryOrPerson(input, first) || lexicon.nounOf(head.lower)?.type === 'body') return undefined
  let end = last + 2
  while (end < last + 5 && tokens[end]?.gap === ' ' && tokens[end + 1]?.capital) end += 1
  return end > last + 2 && lexicon.is('organizationWords', tokens[end]?.lower ?? '') ? last + 2 : undefined
}

/** "Department of Justice", "Bank of England": only a word for a body or a place is joined by "of" to what follows. */
function afterLink(input: Tokens, last: number): number | undefined {
  const { tokens, lexicon } = input
  const head = tokens[last]?.lower ?? ''
  const isHead = lexicon.is('organizationWords', head) || lexicon.is('placeWords', head)
  if (!isHead || (lexicon.is('countryVoices', head) && lexicon.is('determiners', head))) return undefined
  const skip = lexicon.is('definite', tokens[last + 2]?.lower ?? '') ? 3 : 2
  const target = tokens[last + skip]
  if (target === undefined || !isNameWord(input, target) || !isPlain(tokens[last + skip - 1]?.gap ?? ''))
    return undefined
  return last + skip
}
