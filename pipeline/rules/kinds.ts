import type { Entity } from './entities.ts'
import { countryAt } from './nations.ts'
import { phraseAt } from './phrases.ts'
import type { NameUnit, Tokens } from './unit.ts'

/** What surrounds the mentions of a name, counted. */
type Votes = { place: number; acts: number; owner: number; definite: number; person: number; nation: number }

/** Settles what kind of thing a name means where its words alone do not tell. */
export function decideKind(input: Tokens, entity: Entity): void {
  if (entity.kind !== 'unknown' || entity.fullest.form !== 'name') return
  const votes = votesOf(input, entity)
  const length = entity.fullest.words.length
  const text = input.tokens[entity.fullest.first]?.text ?? ''
  entity.kind =
    votes.place === 0 && length === 1 && isAcronym(text)
      ? 'organization'
      : kindBy(votes, length, isNoPerson(input, entity, entity.fullest, votes))
}

function kindBy(votes: Votes, length: number, isThing: boolean): Entity['kind'] {
  if (votes.nation > 0) return 'country'
  if (votes.person > 0) return 'person'
  if (votes.place > 0 && votes.place >= votes.acts) return 'place'
  if (votes.definite > 0) return votes.acts > 0 || length > 1 ? 'organization' : 'thing'
  if (isThing) return votes.acts > 0 ? 'organization' : 'thing'
  if (length > 1) return 'person'
  return votes.acts > 0 ? 'organization' : 'thing'
}

function isNoPerson(input: Tokens, entity: Entity, full: NameUnit, votes: Votes): boolean {
  if (namesThing(input, full) || votes.owner === entity.names.length) return true
  const isShouted = input.tokens.slice(full.first, full.last + 1).every(({ text }) => text === text.toUpperCase())
  return (isShouted && full.words.length > 1) || isShortenedToStart(entity, full)
}

/** "Northfell" for "Northfell Networks": a person is shortened to the last name, a body to its first word. */
function isShortenedToStart(entity: Entity, full: NameUnit): boolean {
  const short = entity.names.filter((name) => name.words.length === 1)
  return short.length > 0 && short.every((name) => name.words[0] === full.words[0])
}

/** A name whose last word is a common noun or looks like one is not a person's: "Political Report", "Bloomberg Politics". */
function namesThing({ lexicon }: Tokens, { words }: NameUnit): boolean {
  const last = words.at(-1) ?? ''
  const isListed = (['documentNouns', 'timeNouns', 'commonWords', 'placeWords', 'organizationWords'] as const).some(
    (set) => lexicon.is(set, last),
  )
  return isListed || lexicon.nounOf(last) !== undefined || /(?:ics|tion|ment|ness|ing|ship|ism)s?$/.test(last)
}

function votesOf(input: Tokens, entity: Entity): Votes {
  const votes = { place: 0, acts: 0, owner: 0, definite: 0, person: 0, nation: 0 }
  for (const name of entity.names) {
    if (isPlaceHere(input, name)) votes.place += 1
    if (actsHere(input, name)) votes.acts += 1
    if (isOwnerHere(input, name)) votes.owner += 1
    if (isDefiniteHere(input, name)) votes.definite += 1
    if (isPersonHere(input, name)) votes.person += 1
    if (isNationHere(input, name)) votes.nation += 1
  }
  return votes
}

/** After "in", before the dash of a dateline, or before the place that it lies in. */
export function isPlaceHere(input: Tokens, name: NameUnit): boolean {
  const { tokens, lexicon } = input
  const before = tokens[name.first - 1]
  const end = tokens[name.last]
  const next = tokens[name.last + 1]
  if (before?.gap === ' ' && lexicon.is('placePrepositions', before.lower)) return true
  if (end === undefined || next === undefined) return false
  if (isInDateline(tokens, name.last)) return true
  return (
    /^, $/.test(end.gap) &&
    (phraseAt(lexicon.places, tokens, name.last + 1) ?? countryAt(input, name.last + 1)) !== undefined
  )
}

const DATELINE = 14

function isInDateline(tokens: Tokens['tokens'], at: number): boolean {
  if (at >= DATELINE) return false
  for (let k = at; k < DATELINE; k += 1) {
    const gap = tokens[k]?.gap ?? ''
    if (/ ?[—–] ?| - |-- /.test(gap)) return true
    if (!/^[,. ()/:]*$/.test(gap)) return false
    if (k > at + 8) return false
  }
  return false
}

function actsHere({ tokens, lexicon }: Tokens, name: NameUnit): boolean {
  const end = tokens[name.last]
  const next = tokens[name.last + 1]
  const before = tokens[name.first - 1]
  if (before?.sentence === name.sentence && before.gap === ' ' && lexicon.is('prepositions', before.lower)) return false
  if (before !== undefined && lexicon.cues.has(before.lower) && /["”»’]/.test(tokens[name.first - 2]?.gap ?? ''))
    return true
  if (end === undefined || next === undefined || next.sentence !== name.sentence || end.possessive) return false
  return end.gap === ' ' && (lexicon.is('auxiliaries', next.lower) || lexicon.cues.has(next.lower))
}

/** After "of" or "at": a name that stands nowhere else is more often a thing's than a person's. */
function isOwnerHere({ tokens, lexicon }: Tokens, name: NameUnit): boolean {
  const before = tokens[name.first - 1]
  return before?.gap === ' ' && lexicon.is('thingPrepositions', before.lower)
}

function isDefiniteHere({ tokens, lexicon }: Tokens, name: NameUnit): boolean {
  const before = tokens[name.first - 1]
  return before?.gap === ' ' && before.sentence === name.sentence && lexicon.is('definite', before.lower)
}

/** A pronoun for one man or woman, or "who", close behind it in the sentence. */
function isPersonHere({ tokens, lexicon }: Tokens, name: NameUnit): boolean {
  if (lexicon.pronouns.get(tokens[name.last + 1]?.lower ?? '') === 'who' || isCalledPerson({ tokens, lexicon }, name))
    return true
  for (let at = name.last + 1; at <= name.last + 5; at += 1) {
    const token = tokens[at]
    if (token === undefined || token.sentence !== name.sentence || token.capital) return false
    if (tokens[at - 1]?.gap !== ' ') return false
    const pronoun = lexicon.pronouns.get(token.lower)
    if ((pronoun === 'he' || pronoun === 'she') && !lexicon.is('possessives', token.lower)) return true
  }
  return false
}

/** "spokeswoman Ama Diallo", "Diallo's wife" and "Ama Diallo, the union's lawyer". */
function isCalledPerson({ tokens, lexicon }: Pick<Tokens, 'tokens' | 'lexicon'>, name: NameUnit): boolean {
  const before = tokens[name.first - 1]
  if (before?.gap === ' ' && !before.possessive && isPersonNoun(lexicon, before.lower)) return true
  if (lexicon.is('personalNouns', tokens[name.last + 1]?.lower ?? '') && tokens[name.last]?.gap.endsWith(' '))
    return true
  if (tokens[name.last]?.gap !== ', ') return false
  for (let at = name.last + 1; at <= name.last + 5; at += 1) {
    const token = tokens[at]
    if (token === undefined || (token.capital && !lexicon.capitalisesNouns)) return false
    if (isPersonNoun(lexicon, token.lower) && !token.possessive) return true
    if (token.gap !== ' ' && !/^\d+$/.test(token.text)) return false
  }
  return false
}

function isPersonNoun(lexicon: Tokens['lexicon'], word: string): boolean {
  const noun = lexicon.nounOf(word)
  return noun?.type === 'person' && noun.number === 'one'
}

/** "Velmora's government", "the president of Velmora", "Hallvik recalled its ambassador". */
function isNationHere({ tokens, lexicon }: Tokens, name: NameUnit): boolean {
  const end = tokens[name.last]
  if (end?.possessive) {
    for (let at = name.last + 1; at <= name.last + 3; at += 1) {
      if (lexicon.is('stateNouns', tokens[at]?.lower ?? '')) return true
      if (tokens[at]?.gap !== ' ') return false
    }
    return false
  }
  if (isCalledNation({ tokens, lexicon }, name)) return true
  const before = tokens[name.first - 1]
  const head = tokens[name.first - 2]
  if (
    before?.gap === ' ' &&
    head?.gap === ' ' &&
    lexicon.is('links', before.lower) &&
    lexicon.is('stateNouns', head.lower)
  )
    return true
  for (let at = name.last + 1; at <= name.last + 4; at += 1) {
    const token = tokens[at]
    if (token === undefined || token.sentence !== name.sentence) return false
    if (lexicon.pronouns.get(token.lower) === 'it' && lexicon.is('stateNouns', tokens[at + 1]?.lower ?? '')) return true
  }
  return false
}

/** "Cadmar, a landlocked country". */
function isCalledNation({ tokens, lexicon }: Pick<Tokens, 'tokens' | 'lexicon'>, name: NameUnit): boolean {
  if (tokens[name.last]?.gap !== ', ' || !lexicon.is('determiners', tokens[name.last + 1]?.lower ?? '')) return false
  for (let at = name.last + 2; at <= name.last + 5; at += 1) {
    const token = tokens[at]
    if (token === undefined) return false
    if (lexicon.is('nationWords', token.lower)) return true
    if (token.gap !== ' ') return false
  }
  return false
}

/** "RWU": two to five capitals. */
function isAcronym(text: string): boolean {
  return /^(?:[\p{Lu}\d&]{2,5}|(?:\p{Lu}\.){2,5})s?$/u.test(text)
}
