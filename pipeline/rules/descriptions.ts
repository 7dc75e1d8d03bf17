import type { Mention } from '../schema/reading.ts'
import type { Discourse } from './coreference.ts'
import type { Entity, NamedEntities } from './entities.ts'
import type { NounUnit, Unit } from './unit.ts'
import { isName, isNoun } from './units.ts'

export type Described = { entities: readonly Entity[]; form: Mention['form'] }

/** Whom a common noun means: a country by its ministry, a name by its office, somebody without a name, or several. */
export function describedBy(discourse: Discourse, noun: NounUnit, named: NamedEntities): Described {
  const voice = voiceOf(discourse, noun, named)
  if (voice !== undefined) return { entities: [voice], form: 'metonym' }
  const pair = pairOf(discourse, noun)
  if (pair !== undefined) return { entities: pair, form: 'description' }
  const known = knownAs(discourse, noun)
  if (known !== undefined) return { entities: [known], form: 'description' }
  return { entities: [introduce(discourse, noun)], form: 'description' }
}

/** "the Russian foreign ministry", "a spokesman for Interisle": who speaks through it. */
function voiceOf(discourse: Discourse, noun: NounUnit, named: NamedEntities): Entity | undefined {
  const { lexicon } = discourse.input
  const owner = noun.owner === undefined ? undefined : ownerEntity(discourse, noun.owner, named)
  if (lexicon.is('countryVoices', noun.head)) {
    if (owner?.kind === 'country') return owner
    if (noun.code !== undefined) return countryBy(discourse, noun.code)
  }
  if (!lexicon.is('spokesWords', noun.head)) return undefined
  if (owner !== undefined) return isBody(owner) ? owner : undefined
  return noun.possessive === undefined ? lastBodyThatActs(discourse, noun) : undefined
}

/** "A spokesman said": for whoever acted in this sentence or the one before. */
function lastBodyThatActs({ referrals }: Discourse, noun: NounUnit): Entity | undefined {
  const near = referrals
    .slice(-LOOK_BACK)
    .findLast(
      ({ unit, entities, isSubject }) =>
        isSubject &&
        noun.sentence - unit.sentence <= 1 &&
        entities.length === 1 &&
        entities[0] !== undefined &&
        isBody(entities[0]),
    )
  return near?.entities[0]
}

function ownerEntity(discourse: Discourse, owner: Unit, named: NamedEntities): Entity | undefined {
  if (isName(owner)) return named.of.get(owner)
  // The owner stands after its noun as often as before it, so it may not have been read yet.
  return discourse.referralOf.get(owner)?.entities[0] ?? (isNoun(owner) ? knownAs(discourse, owner) : undefined)
}

function countryBy({ countries }: Discourse, code: string): Entity | undefined {
  return countries.get(code)
}

function isBody(entity: Entity): boolean {
  return ['organization', 'country', 'body'].includes(entity.kind)
}

const LOOK_BACK = 40

/** "the two leaders", "both countries": the last two of the kind. */
function pairOf(discourse: Discourse, noun: NounUnit): Entity[] | undefined {
  const { input } = discourse
  const { tokens, lexicon } = input
  const words = tokens.slice(noun.phrase.first, noun.last + 1)
  const isPair = noun.definite && words.some((token) => lexicon.is('pairWords', token.lower))
  const kinds = isPair ? kindsOfPair(discourse, noun.head) : undefined
  if (kinds === undefined) return undefined
  const found: Entity[] = []
  for (const referral of discourse.referrals.slice(-LOOK_BACK).reverse()) {
    for (const entity of referral.entities)
      if (kinds.includes(entity.kind) && !found.includes(entity)) found.push(entity)
    if (found.length >= 2) return found.slice(0, 2)
  }
  return undefined
}

function kindsOfPair({ input: { lexicon } }: Discourse, head: string): readonly Entity['kind'][] | undefined {
  const singular = head.replace(/ies$/, 'y').replace(/s$/, '')
  if (lexicon.is('stateWords', singular)) return ['country']
  if (lexicon.is('sideWords', head)) return ['person', 'country', 'organization', 'body']
  const type = lexicon.nounOf(singular)?.type
  if (type === 'person') return ['person']
  return type === 'body' ? ['organization', 'body'] : undefined
}

/** The entity that a definite noun means: by its office, by a word of its name, or by the same noun before. */
function knownAs(discourse: Discourse, noun: NounUnit): Entity | undefined {
  const recent = recentEntities(discourse)
  const head = noun.head.split(' ').at(-1) ?? ''
  if (noun.number === 'many' || noun.type === 'group')
    return recent.find((entity) => isSameGroup(discourse, entity, noun))
  if (!noun.definite) return undefined
  const owner = noun.owner === undefined || !isName(noun.owner) ? undefined : noun.owner.code
  const code = noun.code ?? owner
  const fits = (entity: Entity): boolean => code === undefined || entity.code === undefined || entity.code === code
  if (noun.possessive !== undefined) return recent.find((entity) => sameText(discourse, entity, noun))
  if (noun.type === 'person') {
    const holders = recent
      .filter((entity) => ['person', 'unknown'].includes(entity.kind) && entity.heads.has(noun.head))
      .sort((a, b) => Number(b.names.length > 0) - Number(a.names.length > 0))
    const exact = holders.find((entity) => fits(entity) && (code === undefined || entity.code === code))
    return (
      exact ??
      holders.find(fits) ??
      recent.find((entity) => entity.kind === 'person' && entity.heads.has(head) && fits(entity) && head !== '')
    )
  }
  if (noun.owner !== undefined || noun.code !== undefined) {
    return recent.find((entity) => entity.fullest.form === 'noun' && sameText(discourse, entity, noun))
  }
  return recent.find((entity) => isSameBody(entity, head)) ?? lastCompany(discourse, recent, head)
}

function recentEntities(discourse: Discourse): Entity[] {
  const seen = new Set<Entity>()
  for (const referral of discourse.referrals.slice(-4 * LOOK_BACK).reverse())
    for (const entity of referral.entities) seen.add(entity)
  return [...seen]
}

function isSameBody(entity: Entity, head: string): boolean {
  if (!isBody(entity) && entity.kind !== 'party') return false
  if (entity.heads.has(head)) return true
  if (entity.fullest.form !== 'name' || entity.kind === 'country') return false
  return entity.fullest.words.includes(head)
}

/** "the company", where no name says that it is one: the last body of which the name says nothing else. */
function lastCompany({ input }: Discourse, recent: readonly Entity[], head: string): Entity | undefined {
  if (!input.lexicon.is('companyNouns', head)) return undefined
  return recent.find(
    (entity) =>
      entity.kind === 'organization' &&
      entity.fullest.form === 'name' &&
      !entity.fullest.words.some((word) => input.lexicon.is('publicWords', word)),
  )
}

function isSameGroup(discourse: Discourse, entity: Entity, noun: NounUnit): boolean {
  if (entity.fullest.form !== 'noun' || entity.fullest.number !== 'many') return false
  if (entity.fullest.head !== noun.head) return false
  return noun.definite || sameText(discourse, entity, noun)
}

function sameText(discourse: Discourse, entity: Entity, noun: NounUnit): boolean {
  return entity.fullest.form === 'noun' && bareText(discourse, entity.fullest) === bareText(discourse, noun)
}

function bareText({ input }: Discourse, noun: NounUnit): string {
  return input.tokens
    .slice(noun.first, noun.last + 1)
    .map((token) => token.lower)
    .filter((word) => !input.lexicon.is('determiners', word))
    .join(' ')
}

function introduce(discourse: Discourse, noun: NounUnit): Entity {
  const entity: Entity = {
    id: discourse.entities.length,
    kind: discourse.input.lexicon.is('documentNouns', noun.head) ? 'thing' : noun.type,
    names: [],
    fullest: noun,
    gender: noun.gender,
    number: noun.number,
    code: noun.code,
    heads: new Set([noun.head]),
  }
  discourse.entities.push(entity)
  return entity
}
