import type { ActorKind } from '../schema/analysis.ts'
import type { Mention, Name } from '../schema/reading.ts'
import type { Discourse, Referral } from './coreference.ts'
import type { Entity } from './entities.ts'
import { hasVerbAfter } from './subjects.ts'
import { spanOf, type Tokens, textOf, type Unit, type Words } from './unit.ts'

/** The names of a reading, and which of them a unit means. */
export type Found = { names: Name[]; indexOf(unit: Unit): number | undefined }

/**
 * What an article names: every proper name, and of those without one (a ministry, experts, an aide) all that speak or act.
 * In the order of their first mention.
 */
export function namesOf(discourse: Discourse): Found {
  const { input } = discourse
  const referrals = byEntity(discourse.referrals)
  const kept = [...referrals.keys()].filter((entity) => isKept(discourse, entity, referrals.get(entity) ?? []))
  const ordered = kept.sort((a, b) => firstOf(referrals, a) - firstOf(referrals, b))
  const indexes = new Map(ordered.map((entity, index) => [entity, index]))
  const names = ordered.map((entity, index) => nameOf(input, index, entity, referrals.get(entity) ?? [], discourse))
  weigh(names)
  const unitIndexes = new Map<Unit, number>()
  for (const { unit, entities } of discourse.referrals) {
    const index = entities[0] === undefined ? undefined : indexes.get(entities[0])
    if (index !== undefined) unitIndexes.set(unit, index)
  }
  return { names, indexOf: (unit) => unitIndexes.get(unit) }
}

function byEntity(referrals: readonly Referral[]): Map<Entity, Referral[]> {
  const map = new Map<Entity, Referral[]>()
  for (const referral of referrals) {
    for (const entity of referral.entities) {
      const list = map.get(entity)
      if (list === undefined) map.set(entity, [referral])
      else list.push(referral)
    }
  }
  return map
}

function firstOf(referrals: ReadonlyMap<Entity, readonly Referral[]>, entity: Entity): number {
  return referrals.get(entity)?.[0]?.unit.first ?? 0
}

function isKept({ frameOf, input }: Discourse, entity: Entity, referrals: readonly Referral[]): boolean {
  if (entity.fullest.form === 'name') return true
  const isBody = ({ unit }: Referral) => entity.kind === 'body' && unit.form === 'noun' && unit.definite
  return referrals.some((referral) => frameOf.has(referral.unit) || (isBody(referral) && isDoing(input, referral)))
}

/** A verb follows it: "the railway gave in". */
function isDoing(input: Tokens, { unit, isSubject }: Referral): boolean {
  return isSubject && unit.form !== 'pronoun' && hasVerbAfter(input, unit)
}

function nameOf(
  input: Tokens,
  index: number,
  entity: Entity,
  referrals: readonly Referral[],
  discourse: Discourse,
): Name {
  const name = textOf(input, entity.fullest.form === 'noun' ? bare(input, entity.fullest.phrase) : entity.fullest)
  const own = referrals.filter((referral) => !isRoleOnly(referral, entity))
  const mentions = own.map((referral) => mentionOf(input, referral))
  return {
    index,
    name,
    kind: kindOf(entity),
    role: entity.role === undefined ? undefined : textOf(input, entity.role),
    aliases: aliasesOf(input, name, own),
    mentions,
    canAct: canAct(discourse, entity, referrals),
    acts: referrals.some((referral) => isDoing(input, referral)),
    salience: 0,
  }
}

/** An apposition is the role of the name beside it, not a mention of its own. */
function isRoleOnly({ unit }: Referral, entity: Entity): boolean {
  return (
    unit.form === 'noun' &&
    entity.role !== undefined &&
    unit.phrase.first <= entity.role.first &&
    unit.phrase.last >= entity.role.last
  )
}

/** Without its article. */
function bare(input: Tokens, { first, last }: Words): Words {
  const skips = first < last && input.lexicon.is('determiners', input.tokens[first]?.lower ?? '')
  return { first: skips ? first + 1 : first, last }
}

/** "her counterpart" says nothing where nobody knows whose. */
function isOwned({ tokens, lexicon }: Tokens, unit: Unit): boolean {
  return lexicon.is('possessives', tokens[unit.first]?.lower ?? '')
}

function mentionOf({ tokens }: Tokens, { unit, form }: Referral): Mention {
  return { ...spanOf(tokens, unit), sentence: unit.sentence, form }
}

const MAX_ALIASES = 12

function aliasesOf(input: Tokens, name: string, referrals: readonly Referral[]): string[] {
  const aliases = new Set<string>()
  for (const { unit, form, entities } of referrals) {
    if (form === 'pronoun' || aliases.size >= MAX_ALIASES || entities.length > 1) continue
    const text = textOf(input, bare(input, unit))
    if (text !== name && !isOwned(input, unit)) aliases.add(text)
  }
  return [...aliases]
}

function kindOf(entity: Entity): ActorKind {
  switch (entity.kind) {
    case 'person':
    case 'organization':
    case 'country':
      return entity.kind
    case 'body':
      return 'organization'
    case 'people':
    case 'party':
    case 'group':
      return 'group'
    default:
      return 'other'
  }
}

function canAct({ frameOf, input }: Discourse, entity: Entity, referrals: readonly Referral[]): boolean {
  if (entity.kind === 'thing') return false
  if (entity.kind !== 'place' && entity.kind !== 'unknown') return true
  return referrals.some(
    (referral) => frameOf.get(referral.unit)?.weak === false || (entity.kind === 'place' && isDoing(input, referral)),
  )
}

/** Salience of a name: its share of the mentions, more for early ones; the highest is 1. */
function weigh(names: Name[]): void {
  const weights = names.map((name) =>
    name.mentions.reduce((sum, mention) => sum + 1 / Math.sqrt(1 + mention.sentence), 0),
  )
  const most = weights.reduce((a, b) => Math.max(a, b), 1e-9)
  for (const name of names) name.salience = Math.round(((weights[name.index] ?? 0) / most) * 1000) / 1000
}
