import { genderOfFirstName } from './lexicon/lexicon.ts'
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

/** Names that are too long to be one are cut: hostile text must not make a run of the whole article. */
const MAX_RUN = 12

type Capitals = {
  /** Words that have a capital where nothing but being a name asks for one. */
  inside: ReadonlySet<string>
  /** Those that stand without another capital beside them. */
  alone: ReadonlySet<string>
  lower: ReadonlySet<string>
  headings: ReadonlySet<number>
  /** In German, which tells names from nouns by what stands before them. */
  surnames: ReadonlySet<string>
}

function capitalsOf(input: Tokens): Capitals {
  const { tokens, lexicon } = input
  const headings = lexicon.capitalisesNouns ? new Set<number>() : headingsOf(tokens)
  const inside = new Set<string>()
  const alone = new Set<string>()
  const lower = new Set<string>()
  for (const token of tokens) {
    if (headings.has(token.sentence)) continue
    if (!token.capital) lower.add(token.lower)
    else if (!token.first && !lexicon.is('commonWords', token.lower)) {
      inside.add(token.lower)
      if (!tokens[token.index - 1]?.capital && !tokens[token.index + 1]?.capital) alone.add(token.lower)
    }
  }
  return { inside, alone, lower, headings, surnames: surnamesOf(input) }
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
  return startsGermanName(input, at, capitals)
}

/** Whether a word may be part of a name: it has a capital and is no day and no word that only joins others. */
function isNameWord({ lexicon }: Tokens, token: Token): boolean {
  if (!token.capital || token.text.length > 40) return false
  if (lexicon.is('daysAndMonths', token.lower) || /^\p{Lu}-\p{Lu}/u.test(token.text)) return false
  return isShouted(token) ? !token.first : !isJoiningWord(lexicon, token.lower)
}

/** "US" and "IT" are names where "us" and "it" are none. */
function isShouted(token: Token): boolean {
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
  const isBeforeNoun = token.gap === ' ' && next !== undefined && !next.capital && lexicon.nounOf(next.lower) !== undefined
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
  return lexicon.is('auxiliaries', next.lower) || isPlainVerb(lexicon, next) || /^(?:,| \()/.test(token.gap)
}

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
  if (last > first || isCountryOrPerson(input, first) || lexicon.is('organizationWords', head.lower)) return undefined
  let end = last + 2
  while (end < last + 5 && tokens[end]?.gap === ' ' && tokens[end + 1]?.capital) end += 1
  return end > last + 2 && lexicon.is('organizationWords', tokens[end]?.lower ?? '') ? last + 2 : undefined
}

function isCountryOrPerson(input: Tokens, at: number): boolean {
  const { tokens, lexicon } = input
  if (countryAt(input, at) ?? adjectiveAt(input, at)) return true
  return genderOfFirstName(tokens[at]?.lower ?? '') !== undefined || phraseAt(lexicon.places, tokens, at) !== undefined
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

/**
 * In German every noun has a capital. A name starts at a known name, at a title or a common noun for a person or a body
 * with a capital after it, or where two capitals stand together that no article opens.
 */
function startsGermanName(input: Tokens, at: number, capitals: Capitals): boolean {
  const { tokens, lexicon } = input
  const token = tokens[at]
  const next = tokens[at + 1]
  if (token === undefined) return false
  if (isCountryOrPerson(input, at) && (genderOfFirstName(token.lower) === undefined || next?.capital)) return true
  if (capitals.surnames.has(token.lower) || /^\p{Lu}{2,6}$/u.test(token.text)) return true
  if (phraseAt(lexicon.countries.seats, tokens, at) ?? phraseAt(lexicon.metonyms, tokens, at)) return true
  if (!next?.capital || token.gap !== ' ' || lexicon.is('daysAndMonths', next.lower)) return false
  const isNoun = lexicon.nounOf(token.lower) !== undefined || phraseAt(lexicon.titles, tokens, at) !== undefined
  if ((isNoun && lexicon.nounOf(next.lower) === undefined) || genderOfFirstName(next.lower) !== undefined) return true
  return isGermanPair(input, token, next)
}

/** Two capitals in a row that are no nouns we know and that no article or adjective opens: "Gülsen Celebi". */
function isGermanPair({ tokens, lexicon }: Tokens, token: Token, next: Token): boolean {
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
