import type { Noun } from './lexicon/lexicon.ts'
import { adjectiveAt, countryAt } from './nations.ts'
import type { Token } from './tokens.ts'
import type { NameUnit, NounUnit, Tokens, Unit, Words } from './unit.ts'

/** Common-noun actors: "the president", "opposition lawmakers", "a spokesman for Solvang". Names are found before. */
export function findNounUnits(input: Tokens, names: readonly (NameUnit | NounUnit)[]): NounUnit[] {
  const { tokens, lexicon } = input
  const nameAt = coverOf(names)
  const nouns: NounUnit[] = []
  const nounAt = new Map<number, NounUnit>()
  // From the end, so that "the head of the union" finds the union when it looks for what follows "of".
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    const token = tokens[at]
    const noun = token === undefined ? undefined : lexicon.nounOf(token.lower)
    if (token === undefined || noun === undefined || nameAt.has(at) || !isHead(input, at, noun)) continue
    const unit = nounUnit(input, at, noun, { nameAt, nounAt })
    nouns.push(unit)
    for (let k = unit.phrase.first; k <= unit.last; k += 1) nounAt.set(k, unit)
  }
  return nouns.reverse()
}

type Known = { nameAt: ReadonlyMap<number, Unit>; nounAt: ReadonlyMap<number, NounUnit> }

function coverOf(units: readonly Unit[]): Map<number, Unit> {
  const cover = new Map<number, Unit>()
  for (const unit of units) for (let at = unit.first; at <= unit.last; at += 1) cover.set(at, unit)
  return cover
}

function isHead({ tokens, lexicon }: Tokens, at: number, noun: Noun): boolean {
  const token = tokens[at]
  const next = tokens[at + 1]
  if (token === undefined) return false
  if (token.capital && !token.first && !lexicon.capitalisesNouns) return false
  if (lexicon.cues.has(token.lower) && !isAfterDeterminer(tokens, at, lexicon)) return false
  if (next === undefined || token.gap !== ' ' || token.possessive) return true
  if (lexicon.is('adjectivalNouns', token.lower) && isModifier({ lexicon }, next) && !next.capital) return false
  if (noun.number === 'one' && noun.type === 'person' && next.capital) return true
  return lexicon.nounOf(next.lower) === undefined || lexicon.cues.has(next.lower)
}

function isAfterDeterminer(tokens: readonly Token[], at: number, lexicon: Tokens['lexicon']): boolean {
  const before = tokens[at - 1]
  if (before === undefined) return false
  return lexicon.is('determiners', before.lower) || lexicon.is('possessives', before.lower) || before.possessive
}

function nounUnit(input: Tokens, at: number, noun: Noun, known: Known): NounUnit {
  const { tokens, lexicon } = input
  const left = leftOf(input, at, known)
  const own = adjectiveAfter(input, at)
  const owned = ownerAfter(input, own.last, known)
  const after = owned === undefined ? undefined : { ...owned, last: adjectiveAfter(input, owned.last).last }
  const opening = tokens[left.first]?.lower ?? ''
  return {
    form: 'noun',
    type: noun.type,
    head: tokens[at]?.lower ?? '',
    first: left.first,
    last: at,
    phrase: { first: left.first, last: after?.last ?? commonOwnerAfter(input, own.last) },
    sentence: tokens[at]?.sentence ?? 0,
    gender: noun.gender,
    number: noun.number,
    code: left.code ?? own.code,
    owner: left.owner ?? after?.owner,
    definite:
      lexicon.is('definite', opening) ||
      tokens[left.owner?.last ?? -1]?.possessive === true ||
      lexicon.is('possessives', opening),
    possessive: lexicon.is('possessives', opening) ? lexicon.pronouns.get(opening) : undefined,
  }
}

const MAX_MODIFIERS = 5

/** How far a noun phrase reaches to the left, and whose it is. */
function leftOf(input: Tokens, at: number, { nameAt }: Known): { first: number; owner?: Unit; code?: string } {
  const { tokens, lexicon } = input
  let first = at
  let code: string | undefined
  let attributive: Unit | undefined
  for (let steps = 0; steps < MAX_MODIFIERS; steps += 1) {
    const before = tokens[first - 1]
    const here = tokens[first]
    if (before === undefined || here === undefined || before.sentence !== here.sentence) break
    if (before.quotation !== here.quotation) break
    const owner = nameAt.get(first - 1)
    if (owner !== undefined && before.possessive) return { first: owner.phrase.first, owner, code: owner.code ?? code }
    if (before.gap !== ' ' || before.possessive) break
    if (lexicon.is('determiners', before.lower) || lexicon.is('possessives', before.lower)) {
      return { first: determinersBefore(input, first - 1), code, owner: attributive }
    }
    const adjective = adjectiveEndingAt(input, first - 1)
    if (adjective !== undefined) {
      code = adjective.code
      first -= adjective.length
      continue
    }
    if (owner !== undefined && owner.form === 'name') {
      attributive ??= owner
      first = owner.phrase.first
      continue
    }
    if (owner !== undefined || !isModifier(input, before)) break
    first -= 1
  }
  return { first, code, owner: attributive }
}

function determinersBefore({ tokens, lexicon }: Tokens, at: number): number {
  const before = tokens[at - 1]
  const isMore = before !== undefined && before.gap === ' ' && before.sentence === tokens[at]?.sentence
  const isDeterminer = isMore && lexicon.is('determiners', before.lower) && !lexicon.is('clauseOpeners', before.lower)
  return isDeterminer ? at - 1 : at
}

function adjectiveEndingAt(input: Tokens, at: number): { length: number; code: string } | undefined {
  for (let length = 2; length >= 1; length -= 1) {
    for (const find of [adjectiveAt, countryAt]) {
      const found = find(input, at - length + 1, at)
      if (found?.length === length) return { length, code: found.value }
    }
  }
  return undefined
}

function isModifier({ lexicon }: Pick<Tokens, 'lexicon'>, token: Token): boolean {
  if (lexicon.isFunctionWord(token.lower) || lexicon.is('adverbs', token.lower)) return false
  if (lexicon.cues.has(token.lower)) return false
  return !(
    token.capital &&
    token.first &&
    lexicon.is('commonWords', token.lower) &&
    lexicon.nounOf(token.lower) === undefined
  )
}

/** In Romance languages an adjective stands after its noun: "presidente ruso", "la oposición municipal". */
function adjectiveAfter(input: Tokens, at: number): { last: number; code?: string } {
  const { tokens, lexicon } = input
  const next = tokens[at + 1]
  if (!lexicon.adjectivesFollow || tokens[at]?.gap !== ' ' || next === undefined || next.capital) return { last: at }
  const nation = adjectiveAt(input, at + 1)
  if (nation !== undefined) return { last: at + nation.length, code: nation.value }
  const then = tokens[at + 2]
  const isClosed = next.gap !== ' ' || then === undefined || then.capital || lexicon.is('prepositions', then.lower)
  const isWord =
    !lexicon.isFunctionWord(next.lower) &&
    !lexicon.is('adverbs', next.lower) &&
    !lexicon.cues.has(next.lower) &&
    !lexicon.is('determiners', next.lower)
  return isClosed && isWord && !/^\d/.test(next.text) ? { last: at + 1 } : { last: at }
}

/** "of the union", "for Solvang": the owner after a noun, and where its phrase ends. */
function ownerAfter(
  { tokens, lexicon }: Tokens,
  at: number,
  { nameAt, nounAt }: Known,
): { owner: Unit; last: number } | undefined {
  const token = tokens[at]
  const link = tokens[at + 1]
  if (token === undefined || link === undefined || token.gap !== ' ' || !lexicon.is('ownerLinks', link.lower))
    return undefined
  for (let k = at + 1; k <= at + 3; k += 1) {
    const owner = nameAt.get(k) ?? nounAt.get(k)
    if (owner !== undefined && (startsAt(owner, at + 2) || startsAt(owner, at + 1))) {
      const whole = possessed(tokens, owner, { nameAt, nounAt })
      return { owner: whole, last: whole.phrase.last }
    }
  }
  return undefined
}

const MOST_AFTER = 3

/** "residents of the valley", "head of research": where the phrase ends though its owner is no actor. */
function commonOwnerAfter(input: Tokens, at: number): number {
  const { tokens, lexicon } = input
  const link = tokens[at + 1]
  if (tokens[at]?.gap !== ' ' || link?.gap !== ' ' || !lexicon.is('commonLinks', link.lower)) return at
  let last = at + 1
  if (lexicon.is('determiners', tokens[last + 1]?.lower ?? '') && tokens[last + 1]?.gap === ' ') last += 1
  const start = last
  for (let next = tokens[last + 1]; next !== undefined && last < start + MOST_AFTER; next = tokens[last + 1]) {
    if (tokens[last]?.gap !== ' ' || next.capital || !isModifier(input, next) || lexicon.is('determiners', next.lower))
      break
    last += 1
  }
  return last > start ? last : at
}

/** "Ukraine's President Volodymyr Zelensky": an owner that itself owns a name means the one that it owns. */
function possessed(tokens: readonly Token[], owner: Unit, { nameAt, nounAt }: Known): Unit {
  const next = owner.last + 1
  if (!tokens[owner.last]?.possessive) return owner
  for (let at = next; at <= next + 4; at += 1) {
    const unit = nameAt.get(at) ?? nounAt.get(at)
    if (unit !== undefined && unit !== owner) return unit
    if (tokens[at]?.gap !== ' ') return owner
  }
  return owner
}

function startsAt(unit: Words & { phrase: Words }, at: number): boolean {
  return unit.phrase.first === at || unit.first === at
}
