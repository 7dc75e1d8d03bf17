import { decideKind, isPlaceHere } from './kinds.ts'
import { type Gender, genderOfFirstName } from './lexicon/lexicon.ts'
import type { NameKind, NameUnit, NounType, NounUnit, Tokens, Words } from './unit.ts'
import type { Units } from './units.ts'
import { isName } from './units.ts'

/** Somebody or something with every unit that was found to mean it. Grows while an article is read. */
export type Entity = {
  id: number
  kind: NameKind | NounType
  /** Its names, in text order; none for one that only common nouns mean. */
  names: NameUnit[]
  /** The unit that gives it in full. */
  fullest: NameUnit | NounUnit
  gender: Gender
  number: 'one' | 'many'
  code?: string
  /** Nouns that describe it: "minister", "union". */
  heads: Set<string>
  role?: Words
}

/** Who the names of an article mean, by unit. */
export type NamedEntities = { entities: Entity[]; of: Map<NameUnit, Entity> }

/** Names that mean the same: "Kim Jong Un" and "Kim", "Rail Workers Union" and "RWU", "United States" and "US". */
export function joinNames(input: Tokens, units: Units): NamedEntities {
  const names = units.list.filter(isName)
  const register = registerOf(input)
  for (const name of names) if (isFull(name)) register.add(name)
  for (const name of names) if (!isFull(name)) register.add(name)
  for (const entity of register.entities) {
    entity.names.sort((a, b) => a.first - b.first)
    decideKind(input, entity)
  }
  return register
}

function isFull(name: NameUnit): boolean {
  return name.words.length > 1 || name.kind === 'country'
}

function registerOf(input: Tokens): NamedEntities & { add(name: NameUnit): void } {
  const entities: Entity[] = []
  const of = new Map<NameUnit, Entity>()
  const byKey = new Map<string, Entity[]>()
  const add = (name: NameUnit): void => {
    const keys = keysOf(name)
    const look = lookOf(input, name)
    const entity = keys.flatMap((key) => byKey.get(key) ?? []).findLast((known) => isSame(known, name, look))
    const joined = entity ?? newEntity(entities.length, name)
    if (entity === undefined) entities.push(joined)
    else absorb(joined, name)
    joined.names.push(name)
    of.set(name, joined)
    const keyed = [...keys, ...acronymKeys(input, name)]
    for (const key of keyed) remember(byKey, key, joined)
  }
  return { entities, of, add }
}

/** What the place and the letters of a single word say of it: "in Kim" and "the Kim council" are no Kim, and "UN" no Kim Jong Un. */
type Look = { isPlace: boolean; isAcronym: boolean; hasArticle: boolean }

function lookOf(input: Tokens, name: NameUnit): Look {
  if (name.words.length > 1 || name.kind === 'country') return { isPlace: false, isAcronym: false, hasArticle: false }
  const text = input.tokens[name.first]?.text ?? ''
  const before = input.tokens[name.first - 1]
  const hasArticle = before?.lower === 'the' && before.gap === ' '
  return { isPlace: isPlaceHere(input, name), isAcronym: text.length <= 4 && text === text.toUpperCase(), hasArticle }
}

const MAX_SHARING = 12

function remember(byKey: Map<string, Entity[]>, key: string, entity: Entity): void {
  const list = byKey.get(key) ?? []
  if (!list.includes(entity) && list.length < MAX_SHARING) byKey.set(key, [...list, entity])
}

function keysOf(name: NameUnit): string[] {
  if (name.kind === 'country') return [`code ${name.code ?? name.words.join(' ')}`]
  const first = name.words[0] ?? ''
  const last = name.words.at(-1) ?? ''
  return [name.words.join(' '), first, last]
}

/** The acronym that stands in brackets after a name, and its initials. */
function acronymKeys({ tokens, lexicon }: Tokens, name: NameUnit): string[] {
  const keys: string[] = []
  const end = tokens[name.last]
  const next = tokens[name.last + 1]
  if (end !== undefined && next !== undefined && /^[’']?s? ?\(["“]?$/.test(end.gap) && /^["”]?\)/.test(next.gap))
    keys.push(next.lower)
  if (name.words.length >= 3 || (name.words.length === 2 && name.kind === 'organization')) {
    const initials = name.words.filter(
      (word) => !lexicon.is('links', word) && !lexicon.isFunctionWord(word) && !lexicon.is('determiners', word),
    )
    keys.push(initials.map((word) => word[0] ?? '').join(''))
  }
  return keys
}

function newEntity(id: number, name: NameUnit): Entity {
  return {
    id,
    kind: name.kind,
    names: [],
    fullest: name,
    gender: name.gender,
    number: name.number,
    code: name.kind === 'country' ? name.code : undefined,
    heads: new Set(),
  }
}

function absorb(entity: Entity, name: NameUnit): void {
  if (entity.kind === 'unknown') entity.kind = name.kind
  if (entity.gender === 'unknown') entity.gender = name.gender
  if (entity.fullest.form === 'name' && isFuller(name, entity.fullest)) entity.fullest = name
}

function isFuller(name: NameUnit, than: NameUnit): boolean {
  if (than.isVoice !== name.isVoice) return than.isVoice
  if (name.kind === 'country') return lengthOf(name) > lengthOf(than) && lengthOf(than) <= 4
  return name.words.length > than.words.length
}

function lengthOf(name: NameUnit): number {
  return name.words.join(' ').length
}

/** Whether a name can mean an entity that shares a key with it. */
function isSame(entity: Entity, name: NameUnit, { isPlace, isAcronym, hasArticle }: Look): boolean {
  const full = entity.fullest
  if (full.form !== 'name') return false
  if (entity.kind === 'country' || name.kind === 'country')
    return entity.kind === name.kind && entity.code === name.code
  const same = full.words.join(' ') === name.words.join(' ')
  if (same) return true
  if (isAcronym) return isAcronymOf(name.words[0] ?? '', entity, full)
  if (name.kind === 'people' || name.kind === 'party' || entity.kind === 'people' || entity.kind === 'party')
    return false
  if (isPersonLike(entity.kind) && isPersonLike(name.kind)) return !hasArticle && isSamePerson(entity, full, name)
  if (isPersonLike(name.kind) && name.words.length > 1) return false
  return !isPlace && isSameBody(entity, full, name)
}

/** Found by its own key, an acronym means the name that introduced it, or one that it begins ("BBC News"). */
function isAcronymOf(word: string, entity: Entity, full: NameUnit): boolean {
  if (full.words.at(-1) === word) return false
  return full.words[0] !== word || entity.kind !== 'person'
}

function isPersonLike(kind: Entity['kind']): boolean {
  return kind === 'person' || kind === 'unknown'
}

function isSamePerson(entity: Entity, full: NameUnit, name: NameUnit): boolean {
  if (entity.gender !== 'unknown' && name.gender !== 'unknown' && entity.gender !== name.gender) return false
  const [shorter, longer] = name.words.length <= full.words.length ? [name.words, full.words] : [full.words, name.words]
  if (shorter.length === 1)
    return isAliasOf(shorter[0] ?? '', longer, entity.kind === 'unknown' && name.kind === 'unknown')
  if (shorter.at(-1) !== longer.at(-1)) return false
  return isSameFirstName(shorter[0] ?? '', longer[0] ?? '')
}

function isAliasOf(word: string, longer: readonly string[], isUnsure: boolean): boolean {
  if (longer.at(-1) === word) return true
  return longer[0] === word && (longer.length > 1 || !isUnsure)
}

function isSameFirstName(a: string, b: string): boolean {
  if (a === b) return true
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a]
  if (shorter.replace('.', '').length === 1) return longer.startsWith(shorter[0] ?? '')
  if (longer.startsWith(shorter) && shorter.length >= 3) return true
  return (
    genderOfFirstName(shorter) === undefined && genderOfFirstName(longer) === undefined && longer.startsWith(shorter)
  )
}

/** "Interisle" for "Interisle Lines", "Election Commission" for "National Election Commission", "RWU" by its key. */
function isSameBody(entity: Entity, full: NameUnit, name: NameUnit): boolean {
  if (entity.kind === 'place' && name.kind !== 'place' && name.kind !== 'unknown') return false
  const [shorter, longer] = name.words.length <= full.words.length ? [name.words, full.words] : [full.words, name.words]
  if (shorter.length === 1 && initialsOf(longer) === (shorter[0] ?? '').replaceAll('.', '')) return true
  const isStart = shorter.every((word, index) => longer[index] === word)
  const isEnd = shorter.every((word, index) => longer[longer.length - shorter.length + index] === word)
  if (isPersonLike(entity.kind) && isPersonLike(name.kind)) return isStart || isEnd
  return isStart ? shorter.length < longer.length : isEnd && shorter.length > 1
}

function initialsOf(words: readonly string[]): string {
  return words
    .filter((word) => !['of', 'the', 'and', 'for'].includes(word))
    .map((word) => word[0] ?? '')
    .join('')
}
