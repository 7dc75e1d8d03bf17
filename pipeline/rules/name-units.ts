import { type Gender, genderOfFirstName } from './lexicon/lexicon.ts'
import { adjectiveAt, countryAt } from './nations.ts'
import { isPlain, phraseAt } from './phrases.ts'
import type { NameKind, NameUnit, NounUnit, Tokens, Words } from './unit.ts'

type Found = { units: (NameUnit | NounUnit)[] }
/** What stands before the next name of a run: where the phrase began, its title, and the country that it belongs to. */
type Prefix = { first: number; title?: Words; gender: Gender; code?: string }

/**
 * The names of a run of capitals: "Russian President Vladimir Putin" is one person with a title and the code of a
 * country, "Ukraine" a country, "the US State Department" the voice of one.
 */
export function unitsOfRun(input: Tokens, run: Words): (NameUnit | NounUnit)[] {
  const found: Found = { units: [] }
  let prefix: Prefix = { first: run.first, gender: 'unknown' }
  let at = run.first
  while (at <= run.last) {
    const step =
      takeCountry(input, { at, last: run.last }, prefix, found) ??
      takeAdjective(input, { at, last: run.last }, prefix, found) ??
      takePlace(input, { at, last: run.last }, prefix, found) ??
      takeTitle(input, { at, last: run.last }, prefix, found)
    if (step === undefined) {
      const end = endOfName(input, at, run.last)
      found.units.push(nameOf(input, { first: at, last: end }, prefix))
      at = end + 1
      prefix = { first: at, gender: 'unknown' }
    } else {
      at = step.at
      prefix = step.prefix
    }
  }
  return found.units
}

type Rest = { at: number; last: number }
type Step = { at: number; prefix: Prefix }

function takeCountry(input: Tokens, { at, last }: Rest, prefix: Prefix, found: Found): Step | undefined {
  const country = countryAt(input, at, last)
  if (country === undefined || prefix.title !== undefined) return undefined
  const end = at + country.length - 1
  const fresh: Prefix = { first: end + 1, gender: 'unknown' }
  if (end === last) {
    found.units.push(unitOf(input, { first: at, last: end }, prefix, { kind: 'country', code: country.value }))
    return { at: end + 1, prefix: fresh }
  }
  return afterCountry(input, { at, last }, { end, code: country.value }, prefix, found)
}

/** What follows a country inside a run: its ministry, another body's name, a title, or a person. */
function afterCountry(
  input: Tokens,
  { at, last }: Rest,
  { end, code }: { end: number; code: string },
  prefix: Prefix,
  found: Found,
): Step | undefined {
  const { tokens, lexicon } = input
  const lastWord = tokens[last]?.lower ?? ''
  const isAmbiguous = end === at && genderOfFirstName(tokens[at]?.lower ?? '') !== undefined
  if (isAmbiguous) return undefined
  if (lexicon.is('countryVoices', lastWord) && !hasName(input, end + 1, last)) {
    found.units.push(unitOf(input, { first: at, last }, prefix, { kind: 'country', code, isVoice: true }))
    return { at: last + 1, prefix: { first: last + 1, gender: 'unknown' } }
  }
  if (lexicon.is('organizationWords', lastWord)) {
    found.units.push(unitOf(input, { first: at, last }, prefix, { kind: 'organization' }))
    return { at: last + 1, prefix: { first: last + 1, gender: 'unknown' } }
  }
  return { at: end + 1, prefix: { first: prefix.first, gender: 'unknown', code } }
}

function takeAdjective(input: Tokens, { at, last }: Rest, prefix: Prefix, found: Found): Step | undefined {
  const { tokens, lexicon } = input
  const adjective = adjectiveAt(input, at, last)
  const isParty = adjective === undefined && lexicon.is('parties', tokens[at]?.lower ?? '')
  if ((adjective === undefined && !isParty) || prefix.title !== undefined) return undefined
  const length = adjective?.length ?? 1
  const end = at + length - 1
  if (end < last && adjective !== undefined) {
    return afterCountry(input, { at, last }, { end, code: adjective.value }, prefix, found)
  }
  if (end < last)
    return lexicon.is('organizationWords', tokens[last]?.lower ?? '') ? undefined : { at: end + 1, prefix }
  const isPlural = endsInS(tokens[end]) || lexicon.is('determiners', tokens[prefix.first - 1]?.lower ?? '')
  if (isPlural && !isAdjectiveHere(input, end)) {
    const kind: NameKind = isParty ? 'party' : 'people'
    const unit = unitOf(input, { first: at, last: end }, prefix, { kind, code: adjective?.value })
    found.units.push({ ...unit, number: 'many' })
  }
  return { at: end + 1, prefix: { first: end + 1, gender: 'unknown' } }
}

/** "Russian officials", but not "the Russians said": an adjective stands right before a word in small letters. */
function isAdjectiveHere({ tokens, lexicon }: Tokens, at: number): boolean {
  const token = tokens[at]
  const next = tokens[at + 1]
  if (token === undefined || next === undefined || token.gap !== ' ' || next.sentence !== token.sentence)
    return !endsInS(token)
  if (endsInS(token)) return false
  return !lexicon.isFunctionWord(next.lower) && !lexicon.cues.has(next.lower)
}

function endsInS(token: { lower: string } | undefined): boolean {
  return token?.lower.endsWith('s') ?? false
}

/** "Arkansas Governor Lee", "Wisconsin Republican Lee": a place before an office or a party. */
function takePlace(input: Tokens, { at, last }: Rest, prefix: Prefix, found: Found): Step | undefined {
  const { tokens, lexicon } = input
  const place = phraseAt(lexicon.places, tokens, at, last)
  if (place === undefined || prefix.title !== undefined || at + place.length > last) return undefined
  const next = at + place.length
  const isBefore =
    phraseAt(lexicon.titles, tokens, next, last) !== undefined || lexicon.is('parties', tokens[next]?.lower ?? '')
  if (!isBefore || lexicon.is('organizationWords', tokens[last]?.lower ?? '')) return undefined
  found.units.push(unitOf(input, { first: at, last: next - 1 }, prefix, { kind: 'place' }))
  return { at: next, prefix: { first: at, gender: 'unknown' } }
}

function takeTitle(input: Tokens, { at, last }: Rest, prefix: Prefix, found: Found): Step | undefined {
  const { tokens, lexicon } = input
  const title = phraseAt(lexicon.titles, tokens, at, last) ?? germanOffice(input, at, last)
  if (title === undefined) return undefined
  const end = at + title.length - 1
  const lastWord = tokens[last]?.lower ?? ''
  if (end < last && title.length === 1 && lexicon.is('organizationWords', lastWord)) return undefined
  if (end === last) {
    found.units.push(officeOf(input, { first: at, last: end }, prefix, title.value))
    return { at: end + 1, prefix: { first: end + 1, gender: 'unknown' } }
  }
  const gender = title.value === 'unknown' ? prefix.gender : title.value
  return { at: end + 1, prefix: { ...prefix, title: { first: prefix.title?.first ?? at, last: end }, gender } }
}

/** "Sägewerksbesitzer Matthes Grothe": any common noun for a person stands before a name as a title does. */
function germanOffice(
  { tokens, lexicon }: Tokens,
  at: number,
  last: number,
): { length: number; value: Gender } | undefined {
  if (!lexicon.capitalisesNouns || at === last) return undefined
  const noun = lexicon.nounOf(tokens[at]?.lower ?? '')
  return noun?.type === 'person' ? { length: 1, value: noun.gender } : undefined
}

/** A title without a name, "the President": a common noun with a capital. */
function officeOf(input: Tokens, words: Words, prefix: Prefix, gender: Gender): NounUnit {
  const { tokens, lexicon } = input
  const head = tokens
    .slice(words.first, words.last + 1)
    .map((token) => token.lower)
    .join(' ')
  const before = tokens[prefix.first - 1]
  return {
    form: 'noun',
    type: 'person',
    head,
    ...words,
    phrase: { first: prefix.first, last: words.last },
    sentence: tokens[words.first]?.sentence ?? 0,
    gender,
    number: 'one',
    code: prefix.code,
    definite: before === undefined || lexicon.is('definite', before.lower) || !lexicon.is('determiners', before.lower),
  }
}

/** Where a name inside a run ends: before a title that has a name after it ("White House Press Secretary Josh Earnest"). */
function endOfName(input: Tokens, at: number, last: number): number {
  const { tokens, lexicon } = input
  if (genderOfFirstName(tokens[at]?.lower ?? '') !== undefined) return last
  for (let k = at + 1; k < last; k += 1) {
    if (isFirstNameAfterNoun(input, k, last)) return k - 1
    const title = phraseAt(lexicon.titles, tokens, k, last)
    if (title !== undefined && k + title.length <= last && !lexicon.is('organizationWords', tokens[last]?.lower ?? ''))
      return k - 1
  }
  return last
}

/** "Navy Seal Eddie Gallagher": a first name after a common word begins a name of its own. */
function isFirstNameAfterNoun({ tokens, lexicon }: Tokens, at: number, last: number): boolean {
  if (genderOfFirstName(tokens[at]?.lower ?? '') === undefined) return false
  if (lexicon.is('organizationWords', tokens[last]?.lower ?? '')) return false
  const before = tokens[at - 1]?.lower ?? ''
  return (
    lexicon.is('organizationWords', before) || lexicon.nounOf(before) !== undefined || lexicon.is('commonWords', before)
  )
}

function hasName({ tokens }: Tokens, first: number, last: number): boolean {
  return tokens.slice(first, last + 1).some((token) => genderOfFirstName(token.lower) !== undefined)
}

function nameOf(input: Tokens, words: Words, prefix: Prefix): NameUnit {
  return unitOf(input, words, prefix, { kind: prefix.title !== undefined ? 'person' : kindOf(input, words) })
}

function kindOf(input: Tokens, { first, last }: Words): NameKind {
  const { tokens, lexicon } = input
  const length = last - first + 1
  const firstWord = tokens[first]?.lower ?? ''
  const lastWord = tokens[last]?.lower ?? ''
  const coversAll = (found: { length: number } | undefined): boolean => found?.length === length
  if (coversAll(phraseAt(lexicon.notActors, tokens, first, last))) return 'thing'
  if (coversAll(phraseAt(lexicon.places, tokens, first, last))) return 'place'
  if (coversAll(phraseAt(lexicon.countries.seats, tokens, first, last))) return 'place'
  if (length === 1 && lexicon.is('peoples', firstWord)) return 'people'
  if (length > 1 && length < 4 && lexicon.is('parties', lastWord) && lexicon.is('organizationWords', firstWord))
    return 'party'
  const isFirstName = genderOfFirstName(firstWord) !== undefined
  if (isFirstName && length === 2 && !SURE_BODIES.has(lastWord)) return 'person'
  if (lexicon.is('organizationWords', lastWord)) return 'organization'
  if (length > (lexicon.adjectivesFollow ? 1 : 2) && lexicon.is('organizationWords', firstWord)) return 'organization'
  if (length > 1 && (lexicon.is('placeWords', lastWord) || lexicon.is('placeWords', firstWord))) return 'place'
  return isFirstName && length > 1 ? 'person' : 'unknown'
}

const SURE_BODIES = new Set(
  'foundation inc corp company group university college hospital school library ministry campaign administration institute bank church'.split(
    ' ',
  ),
)

function unitOf(
  { tokens, lexicon }: Tokens,
  words: Words,
  prefix: Prefix,
  { kind, code, isVoice = false }: { kind: NameKind; code?: string; isVoice?: boolean },
): NameUnit {
  const parts = tokens.slice(words.first, words.last + 1).map((token) => token.lower)
  const before = tokens[prefix.first - 1]
  const hasDeterminer = before !== undefined && isPlain(before.gap) && lexicon.is('definite', before.lower)
  const gender = prefix.gender !== 'unknown' ? prefix.gender : (genderOfFirstName(parts[0] ?? '') ?? 'unknown')
  return {
    form: 'name',
    kind,
    ...words,
    words: parts,
    phrase: { first: hasDeterminer ? prefix.first - 1 : prefix.first, last: words.last },
    sentence: tokens[words.first]?.sentence ?? 0,
    title: prefix.title,
    gender: kind === 'person' || kind === 'unknown' ? gender : 'unknown',
    number: 'one',
    code: code ?? prefix.code,
    isVoice,
  }
}
