import type { Span } from '../schema/span.ts'
import { isBroken, isContraction, isJoined, isVerb, type Place, type Scene } from './polarity-scene.ts'

/** Who stands somewhere in a clause. */
export type Party = {
  /** Indexes of names, with how surely each is meant (0..1). */
  names: readonly { name: number; weight: number }[]
  /** "I", "we": whoever speaks. */
  isSpeaker: boolean
  /** The words. */
  span?: Span
}

export const NOBODY: Party = { names: [], isSpeaker: false }

/** The subject of a verb, and what the words between the two do to the verb. */
export type Subject = Party & { negated: boolean; hedged: boolean; isPassive: boolean; isAppeal: boolean }

const MAX_STEPS = 40

/**
 * The subject of the verb at a token: left over its auxiliaries, adverbs and the verbs that it hangs on, then the noun phrase
 * there; over a parenthesis to the name before it; for a participle or a second verb the subject of the clause.
 */
export function subjectOf(scene: Scene, verb: number): Subject {
  const flags = { negated: false, hedged: false, isPassive: false, isAppeal: false }
  const { words, tokens } = scene
  const isParticiple = words.isParticiple(tokens[verb]?.lower ?? '')
  let at = verb - 1
  let infinitive = false
  for (; verb - at < MAX_STEPS && isJoined(scene, at) && !isBroken(scene, at); at--) {
    const lower = tokens[at]?.lower ?? ''
    if (isContraction(scene, at))
      return { ...contracted(scene, at), ...flags, isPassive: words.is('be', lower) && !isParticiple }
    if (scene.placeAt[at] !== undefined) break
    if (words.is('negations', lower)) flags.negated = !flags.negated
    else if (words.is('reversals', lower)) flags.negated = !flags.negated
    else if (lower === 'to') infinitive = true
    else if (!isGroupWord(scene, at)) break
    if (words.is('hedges', lower)) flags.hedged = true
    if (words.is('be', lower) && at >= verb - 4 && !infinitive) flags.isPassive = !isParticiple
  }
  if (!isJoined(scene, at)) return { ...NOBODY, ...flags }
  if (isParticiple && scene.is('prepositions', at) && (scene.is('reversals', at - 1) || scene.is('negations', at)))
    flags.negated = !flags.negated
  return { ...partyLeftOf(scene, at, { isParticiple, infinitive, flags }), ...flags }
}

/** "it's", "we're", "he'd": the pronoun in the word. */
function contracted(scene: Scene, at: number): Party {
  const place = scene.placeAt[at]
  if (place !== undefined) return nameSubject(scene, place)
  return { ...NOBODY, isSpeaker: scene.is('firstPerson', at), span: spanAt(scene, at) }
}

function isGroupWord(scene: Scene, at: number): boolean {
  const { words, tokens } = scene
  if (scene.is('determiners', at - 1) || scene.is('possessives', at - 1))
    return words.is('auxiliaries', tokens[at]?.lower ?? '')
  const lower = tokens[at]?.lower ?? ''
  return (
    words.is('auxiliaries', lower) || words.isAdverb(lower) || words.is('controls', lower) || words.is('hedges', lower)
  )
}

type Verb = {
  isParticiple: boolean
  infinitive: boolean
  flags: { hedged: boolean; isAppeal: boolean }
}

function partyLeftOf(scene: Scene, at: number, { isParticiple, infinitive, flags }: Verb): Party {
  if (isBroken(scene, at)) return isParticiple ? clauseSubject(scene, at) : subjectOverComma(scene, at)
  if (scene.is('conjunctions', at)) return clauseSubject(scene, at - 1)
  if (scene.is('relatives', at) && at > 0) return antecedent(scene, at - 1)
  if (scene.is('firstPerson', at)) return { ...NOBODY, isSpeaker: true, span: spanAt(scene, at) }
  const place = scene.placeAt[at]
  if (infinitive && place !== undefined && isAppealBefore(scene, place.first - 1)) {
    flags.isAppeal = true
    return clauseSubject(scene, place.first - 1)
  }
  if (place !== undefined) return nameSubject(scene, place)
  if (isParticiple && scene.is('prepositions', at)) return controllerOf(scene, at)
  if (!infinitive) return phraseSubject(scene, at)
  flags.hedged = true
  return isVerb(scene, at) ? plain(subjectOf(scene, at)) : lessSure(clauseSubject(scene, at))
}

function plain({ names, isSpeaker, span }: Subject): Party {
  return { names, isSpeaker, span }
}

/** "the efforts to block": most often those of the subject, but not always. */
function lessSure(party: Party): Party {
  return { ...party, names: party.names.map(({ name, weight }) => ({ name, weight: 0.5 * weight })) }
}

function isAppealBefore(scene: Scene, at: number): boolean {
  return scene.is('appeals', at) || (scene.is('appeals', at - 1) && scene.is('prepositions', at))
}

/** "accused Russia of backing": the object before the preposition; "after backing": the subject of the clause. */
function controllerOf(scene: Scene, preposition: number): Party {
  const place = scene.placeAt[preposition - 1]
  if (place !== undefined && isVerb(scene, place.first - 1)) return partyOf(scene, [place])
  return clauseSubject(scene, preposition - 1)
}

/** "Ruiz, a senior aide to the minister, accused": the name that the parenthesis hangs on. */
function subjectOverComma(scene: Scene, comma: number): Party {
  const opening = scene.placeAt[segmentStart(scene, comma)]
  if (opening?.name.canAct && opening.name.kind === 'person' && !scene.tokens[opening.last]?.possessive)
    return nameSubject(scene, opening)
  for (let at = comma - 1; comma - at < MAX_STEPS && isJoined(scene, at); at--) {
    const place = scene.placeAt[at]
    if (place === undefined || place.last !== at || !isBroken(scene, at)) continue
    const party = nameSubject(scene, place)
    if (party.names.length > 0) return party
  }
  return clauseSubject(scene, comma)
}

/** The first token after the punctuation before. */
function segmentStart(scene: Scene, at: number): number {
  let first = at
  while (at - first < 14 && isJoined(scene, first - 1) && !isBroken(scene, first - 1)) first -= 1
  return first
}

/** The subject of the clause that reaches up to a token: the nearest name before it that a verb follows. */
export function clauseSubject(scene: Scene, from: number): Party {
  let opening: Place | undefined
  for (let at = from; from - at < 2 * MAX_STEPS && at >= 0 && isSameStretch(scene, at, from); at--) {
    if (scene.is('firstPerson', at) && isVerb(scene, at + 1)) return { ...NOBODY, isSpeaker: true }
    const place = scene.placeAt[at]
    if (place === undefined || place.last !== at) continue
    if (!place.name.canAct || scene.tokens[at]?.possessive || scene.is('prepositions', place.first - 1)) continue
    if (leadsToVerb(scene, at)) return nameSubject(scene, place)
    if (scene.tokens[place.first]?.first) opening = place
    at = place.first
  }
  return opening ? nameSubject(scene, opening) : NOBODY
}

function isSameStretch({ tokens, isClosed }: Scene, at: number, from: number): boolean {
  const a = tokens[at]
  const b = tokens[from]
  if (a === undefined || b === undefined || a.sentence !== b.sentence) return false
  return a.quotation === b.quotation || !isClosed(b.quotation)
}

function leadsToVerb(scene: Scene, from: number): boolean {
  for (let at = from; at < from + 4 && isJoined(scene, at); at++) {
    if (isBroken(scene, at)) return scene.is('relatives', at + 1)
    if (isVerb(scene, at + 1)) return !scene.words.isParticiple(scene.tokens[at + 1]?.lower ?? '')
    if (!scene.words.isAdverb(scene.tokens[at + 1]?.lower ?? '')) return scene.is('relatives', at + 1)
  }
  return false
}

function antecedent(scene: Scene, at: number): Party {
  const place = scene.placeAt[at]
  if (place !== undefined) return nameSubject(scene, place)
  return isBroken(scene, at) ? NOBODY : phraseSubject(scene, at)
}

/** A name as a subject; what stands after a preposition counts only where the noun before it speaks for it. */
function nameSubject(scene: Scene, place: Place): Party {
  const before = place.first - 1
  if (!isJoined(scene, before) || isBroken(scene, before) || !scene.is('prepositions', before)) {
    return partyOf(scene, [...coordinated(scene, place), place])
  }
  const head = scene.placeAt[before - 1]
  if (head !== undefined) return partyOf(scene, [head])
  if (scene.is('voices', before - 1)) return partyOf(scene, [place], place.name.kind === 'person' ? 0.6 : 0.9)
  return { ...NOBODY, span: { start: scene.tokens[place.first]?.start ?? 0, end: scene.tokens[place.last]?.end ?? 0 } }
}

/** "Brazil, Kenya and Japan": the names before the last one, unless they are the object of another verb. */
function coordinated(scene: Scene, place: Place): Place[] {
  const found: Place[] = []
  let at = place.first - 1
  for (let step = 0; step < 4; step++) {
    if (scene.is('conjunctions', at)) at -= 1
    else if (step === 0 || !isBroken(scene, at)) break
    const other = scene.placeAt[at]
    if (other === undefined || other.last !== at || !isJoined(scene, at)) break
    if (isVerb(scene, other.first - 1) || scene.is('prepositions', other.first - 1)) return []
    found.unshift(other)
    at = other.first - 1
  }
  return found
}

function partyOf(scene: Scene, places: readonly Place[], weight = 1): Party {
  const actors = places.filter(({ name }) => name.canAct)
  const first = places[0]
  const last = places.at(-1)
  if (first === undefined || last === undefined) return NOBODY
  return {
    names: actors.map(({ name }) => ({ name: name.index, weight })),
    isSpeaker: false,
    span: { start: scene.tokens[first.first]?.start ?? 0, end: scene.tokens[last.last]?.end ?? 0 },
  }
}

const MAX_PHRASE = 10

/** A subject that is a common noun: its words, and the name that it speaks for or belongs to. */
function phraseSubject(scene: Scene, head: number): Party {
  let first = head
  while (head - first < MAX_PHRASE && isInPhrase(scene, first - 1)) first -= 1
  const named = isBroken(scene, first - 1) && isJoined(scene, first - 1) ? scene.placeAt[first - 1] : undefined
  if (named?.name.kind === 'person' && named.last === first - 1 && scene.is('determiners', first))
    return nameSubject(scene, named)
  const span = { start: scene.tokens[first]?.start ?? 0, end: scene.tokens[head]?.end ?? 0 }
  for (let at = first; at <= head; at++) {
    const place = scene.placeAt[at]
    if (place?.name.canAct && !hangsOn(scene, place.first - 1, first)) {
      const weight = scene.is('voices', head) ? 0.9 : 0.5
      return { names: [{ name: place.name.index, weight }], isSpeaker: false, span }
    }
  }
  return { names: [], isSpeaker: scene.is('possessives', first) && scene.is('firstPerson', first), span }
}

/** The noun phrase that ends at a token, with the name that it is or belongs to. */
export function nounBefore(scene: Scene, at: number): Party {
  const place = scene.placeAt[at]
  return place === undefined ? phraseSubject(scene, at) : partyOf(scene, [place])
}

/** "the tweet regarding Brazil": a name after a preposition other than "of" is not whose it is. */
function hangsOn(scene: Scene, before: number, first: number): boolean {
  return before >= first && scene.is('prepositions', before) && scene.tokens[before]?.lower !== 'of'
}

function isInPhrase(scene: Scene, at: number): boolean {
  if (!isJoined(scene, at) || isBroken(scene, at)) return false
  if (scene.placeAt[at] !== undefined || scene.is('determiners', at) || scene.is('possessives', at)) return true
  return !(
    isVerb(scene, at) ||
    scene.is('clauseOpeners', at) ||
    scene.is('relatives', at) ||
    scene.is('conjunctions', at)
  )
}

function spanAt({ tokens }: Scene, at: number): Span {
  return { start: tokens[at]?.start ?? 0, end: tokens[at]?.end ?? 0 }
}
