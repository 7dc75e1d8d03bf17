import type { Entity, NamedEntities } from './entities.ts'
import type { NameUnit, NounUnit, Tokens, Words } from './unit.ts'
import type { Units } from './units.ts'
import { isName, isNoun } from './units.ts'

/**
 * Nouns that stand beside a name and tell its office: "campaign manager Kim Lee", "the union's president, Kim Lee,",
 * "Kim Lee, a senior aide to the mayor,". Fills the roles of the entities and the nouns by which they are found again.
 */
export function apposedNames(input: Tokens, units: Units, named: NamedEntities): Map<NounUnit, Entity> {
  const apposed = new Map<NounUnit, Entity>()
  for (const name of units.list.filter(isName)) {
    const entity = named.of.get(name)
    if (entity === undefined || !takesRole(entity)) continue
    if (name.title !== undefined) addTitle(input, entity, name, name.title)
    for (const { noun, role } of rolesBeside(input, units, name, entity)) {
      apposed.set(noun, entity)
      addRole(entity, noun, role)
    }
  }
  return apposed
}

function takesRole(entity: Entity): boolean {
  return entity.kind === 'person' || entity.kind === 'organization' || entity.kind === 'unknown'
}

function addTitle({ tokens, lexicon }: Tokens, entity: Entity, name: NameUnit, title: Words): void {
  const words = tokens.slice(title.first, title.last + 1).map((token) => token.lower)
  const isForm = words.length === 1 && lexicon.is('formsOfAddress', words[0] ?? '')
  if (isForm) return
  entity.heads.add(words.join(' '))
  entity.heads.add(words.at(-1) ?? '')
  if (name.code !== undefined && entity.code === undefined) entity.code = name.code
  entity.role ??= { first: name.phrase.first, last: title.last }
}

function addRole(entity: Entity, noun: NounUnit, role: Words): void {
  entity.heads.add(noun.head)
  entity.heads.add(noun.head.split(' ').at(-1) ?? '')
  if (noun.code !== undefined && entity.code === undefined) entity.code = noun.code
  if (entity.gender === 'unknown') entity.gender = noun.gender
  entity.role ??= role
}

function rolesBeside(input: Tokens, units: Units, name: NameUnit, entity: Entity): { noun: NounUnit; role: Words }[] {
  const found = [before(input, units, name), after(input, units, name)]
  return found
    .filter((noun) => noun !== undefined)
    .filter((noun) => (noun.type === 'person') === (entity.kind === 'person' || entity.kind === 'unknown'))
    .map((noun) => ({ noun, role: roleOf(input, noun) }))
}

/** "opposition leader Kim Lee" and "Interisle's chief executive, Kim Lee". */
function before({ tokens }: Tokens, units: Units, name: NameUnit): NounUnit | undefined {
  const direct = units.nounEndingAt((name.title?.first ?? name.first) - 1)
  if (direct !== undefined && direct.number === 'one' && direct.phrase.first >= name.phrase.first) return direct
  const start = name.phrase.first
  const last = tokens[start - 1]
  if (last === undefined || last.sentence !== name.sentence) return undefined
  const noun = units.endingAt(start - 1)
  if (noun === undefined || !isNoun(noun) || noun.number === 'many') return undefined
  if (last.gap === ' ') return noun.last === noun.phrase.last ? noun : undefined
  const end = tokens[name.last]
  const isClosed =
    end !== undefined &&
    (/^[,)]/.test(end.gap) || end.sentence !== tokens[name.last + 1]?.sentence || /^[.;]/.test(end.gap))
  return last.gap === ', ' && isClosed && noun.definite ? noun : undefined
}

/** "Kim Lee, a senior aide to the mayor," and "Kim Lee, 58, president of the union,". */
function after({ tokens, lexicon }: Tokens, units: Units, name: NameUnit): NounUnit | undefined {
  const end = tokens[name.last]
  if (end === undefined || !/^(?:, | \(| — | – )/.test(end.gap)) return undefined
  const next = tokens[name.last + 1]
  const isAge = next !== undefined && /^\d{1,3}$/.test(next.text) && next.gap === ', '
  const start = name.last + (isAge ? 2 : 1)
  const unit = units.startingAt(start)
  if (unit === undefined || !isNoun(unit) || unit.sentence !== name.sentence || unit.number === 'many') return undefined
  const follower = tokens[unit.phrase.last]
  const isClosed =
    follower !== undefined && (follower.gap !== ' ' || !lexicon.cues.has(tokens[unit.phrase.last + 1]?.lower ?? ''))
  return isClosed && !lexicon.cues.has(tokens[unit.last + 1]?.lower ?? '') ? unit : undefined
}

/** The role without its article. */
function roleOf({ tokens, lexicon }: Tokens, noun: NounUnit): Words {
  const opening = tokens[noun.phrase.first]?.lower ?? ''
  const skips =
    noun.phrase.first < noun.last && (lexicon.is('determiners', opening) || lexicon.is('possessives', opening))
  return { first: noun.phrase.first + (skips ? 1 : 0), last: noun.phrase.last }
}
