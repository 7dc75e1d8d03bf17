import type { Mention } from '../schema/reading.ts'
import { antecedentOf } from './antecedents.ts'
import { apposedNames } from './appositions.ts'
import { describedBy } from './descriptions.ts'
import type { Entity, NamedEntities } from './entities.ts'
import type { Frame } from './frames.ts'
import type { NameUnit, NounUnit, Tokens, Unit } from './unit.ts'
import type { Units } from './units.ts'
import { isName } from './units.ts'

/** A unit in the order of reading, with whom it means: several for "the two leaders". */
export type Referral = { unit: Unit; entities: readonly Entity[]; form: Mention['form']; isSubject: boolean }

/** What was read up to a point: later units are resolved by it. */
export type Discourse = {
  input: Tokens
  units: Units
  entities: Entity[]
  referrals: Referral[]
  /** The referral of a unit that was read. */
  referralOf: Map<Unit, Referral>
  /** The frame whose source a unit is. */
  frameOf: ReadonlyMap<Unit, Frame>
  /** For every sentence, how many before it are not all quotation: what lies between two mentions for a reader. */
  narrated: readonly number[]
  /** Countries by code. */
  countries: ReadonlyMap<string, Entity>
}

function countriesOf(entities: readonly Entity[]): Map<string, Entity> {
  return new Map(
    entities.flatMap((entity) =>
      entity.kind === 'country' && entity.code !== undefined ? [[entity.code, entity] as const] : [],
    ),
  )
}

/** Whom every unit of an article means, in text order: names, descriptions, then pronouns, each by what stands before it. */
export function resolveUnits(input: Tokens, units: Units, named: NamedEntities, frames: readonly Frame[]): Discourse {
  const frameOf = new Map<Unit, Frame>()
  for (const frame of frames)
    if (frame.source !== undefined && !frameOf.has(frame.source)) frameOf.set(frame.source, frame)
  const known = new Set(units.list)
  const generic = new Set(frames.flatMap(({ source }) => (source === undefined || known.has(source) ? [] : [source])))
  const discourse: Discourse = {
    input,
    units,
    entities: named.entities,
    referrals: [],
    referralOf: new Map(),
    countries: countriesOf(named.entities),
    narrated: narratedOf(input),
    frameOf,
  }
  const apposed = apposedNames(input, units, named)
  const all = [...units.list, ...generic].sort((a, b) => a.first - b.first)
  for (const unit of all) {
    const referral = resolve(discourse, unit, named, apposed)
    if (referral === undefined) continue
    discourse.referrals.push(referral)
    discourse.referralOf.set(unit, referral)
  }
  return discourse
}

function narratedOf({ tokens }: Tokens): number[] {
  const isNarrated: boolean[] = []
  for (const token of tokens) isNarrated[token.sentence] = (isNarrated[token.sentence] ?? false) || token.quotation < 0
  let count = 0
  return Array.from(isNarrated, (narrated) => (narrated ? count++ : count))
}

function resolve(
  discourse: Discourse,
  unit: Unit,
  named: NamedEntities,
  apposed: ReadonlyMap<NounUnit, Entity>,
): Referral | undefined {
  const isSubject = isSubjectHere(discourse, unit)
  if (isName(unit)) return namedReferral(discourse, unit, named, isSubject)
  if (unit.form === 'noun') {
    const owner = apposed.get(unit)
    if (owner !== undefined) return { unit, entities: [owner], form: 'description', isSubject }
    const { entities, form } = describedBy(discourse, unit, named)
    return { unit, entities, form, isSubject }
  }
  const entities = antecedentOf(discourse, unit, isSubject)
  return entities.length === 0 ? undefined : { unit, entities, form: 'pronoun', isSubject }
}

function namedReferral(
  discourse: Discourse,
  unit: NameUnit,
  named: NamedEntities,
  isSubject: boolean,
): Referral | undefined {
  const entity = named.of.get(unit)
  if (entity === undefined) return undefined
  const seat = seatOf(discourse, unit, entity, isSubject)
  if (seat !== undefined) return { unit, entities: [seat], form: 'metonym', isSubject }
  const isFullest = entity.fullest.form === 'name' && unit.words.join(' ') === entity.fullest.words.join(' ')
  return { unit, entities: [entity], form: unit.isVoice ? 'metonym' : isFullest ? 'name' : 'alias', isSubject }
}

/** The country that a seat of government stands for, where it acts and the article names the country too. */
function seatOf(
  { input, countries, frameOf }: Discourse,
  unit: NameUnit,
  entity: Entity,
  isSubject: boolean,
): Entity | undefined {
  if (entity.kind === 'country' || entity.kind === 'person') return undefined
  const code = seatCode(input, unit)
  if (code === undefined) return undefined
  const before = input.tokens[unit.first - 1]
  const isPlace = before?.gap === ' ' && input.lexicon.is('placePrepositions', before.lower)
  if (isPlace || !(isSubject || frameOf.has(unit))) return undefined
  return countries.get(code)
}

function seatCode({ lexicon }: Tokens, unit: NameUnit): string | undefined {
  const words = unit.words
  const matches = (list: readonly { words: readonly string[]; value: string }[] | undefined) =>
    list?.find((seat) => seat.words.length === words.length && seat.words.every((word, index) => word === words[index]))
      ?.value
  return matches(lexicon.countries.seats.get(words[0] ?? '')) ?? matches(lexicon.metonyms.get(words[0] ?? ''))
}

function isSubjectHere({ input, frameOf }: Discourse, unit: Unit): boolean {
  if (frameOf.has(unit)) return true
  const { tokens, lexicon } = input
  const before = tokens[unit.phrase.first - 1]
  const isInside = before?.sentence === unit.sentence && before.gap === ' '
  if (isInside && (lexicon.is('prepositions', before.lower) || lexicon.cues.has(before.lower))) return false
  const end = tokens[unit.phrase.last]
  const next = tokens[unit.phrase.last + 1]
  if (end === undefined || next === undefined || next.sentence !== unit.sentence || end.possessive) return false
  if (/^,/.test(end.gap)) return !isInside
  if (end.gap !== ' ' || next.capital) return false
  return !lexicon.is('prepositions', next.lower) && !lexicon.is('conjunctions', next.lower)
}
