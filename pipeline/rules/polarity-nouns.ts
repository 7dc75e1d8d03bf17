import type { DraftCue } from './polarity-cue.ts'
import type { CueEntry } from './polarity-lexicon.ts'
import { type Governed, objectAt } from './polarity-object.ts'
import { isBroken, isContraction, isJoined, isVerb, type Scene } from './polarity-scene.ts'
import { clauseSubject, NOBODY, type Party, subjectOf } from './polarity-subject.ts'
import type { Words } from './unit.ts'

const MAX_LEFT = 6

/** "voiced support for", "Brazil's criticism of", "drew condemnation from": a noun of attitude with holder and target. */
export function nounCue(scene: Scene, { first: at, last }: Words, entry: CueEntry): DraftCue | undefined {
  const left = carrierOf(scene, at)
  const governed = governedAfter(scene, last, entry)
  const isGiven = left.receiver !== undefined && entry.kind === 'support' && scene.tokens[last + 1]?.lower === 'of'
  const source = isGiven ? governed : sourceAfter(scene, last)
  const received = left.receiver !== undefined && source !== undefined
  const target = received ? left.receiver : (governed ?? (left.holder.isSpeaker ? left.receiver : undefined))
  const holder = received || left.holder.names.length === 0 ? (source ?? left.holder) : left.holder
  if (target === undefined || target.span === undefined) return undefined
  if (holder.names.length === 0 && !holder.isSpeaker && left.verb === undefined && target.names.length === 0)
    return undefined
  const { polarity, strength, manner } = entry
  return {
    first: at,
    last,
    polarity,
    strength,
    negated: left.negated,
    hedged: left.hedged,
    manner: left.verb === undefined ? manner : 'speech',
    holder,
    target,
  }
}

type Carrier = { holder: Party; receiver?: Party; verb?: number; negated: boolean; hedged: boolean }

/** What stands before a noun of attitude: whose it is, or the verb that carries it. */
function carrierOf(scene: Scene, noun: number): Carrier {
  let negated = false
  for (let at = noun - 1; noun - at <= MAX_LEFT && isJoined(scene, at); at--) {
    const lower = scene.tokens[at]?.lower ?? ''
    const place = scene.placeAt[at]
    if (place !== undefined) return { ...possessor(scene, at), negated, hedged: false }
    if (scene.is('firstPerson', at))
      return { holder: { ...NOBODY, isSpeaker: true }, receiver: receiverAt(scene, at - 1), negated, hedged: false }
    if (scene.is('clauseOpeners', at) && !scene.is('prepositions', at)) break
    if (isBroken(scene, at) && scene.tokens[at]?.quotation === scene.tokens[at + 1]?.quotation) break
    const isReceiver = scene.is('receivers', at)
    if (scene.is('reversals', at)) negated = !negated
    if (isReceiver || isVerb(scene, at)) return carriedBy(scene, at, { negated, isReceiver })
    if (scene.words.is('negations', lower)) negated = !negated
    if (scene.is('prepositions', at)) return { holder: clauseSubject(scene, at - 1), verb: at, negated, hedged: false }
  }
  return { holder: NOBODY, negated, hedged: false }
}

/** "He has my support": who has it. */
function receiverAt(scene: Scene, verb: number): Party | undefined {
  if (!scene.is('receivers', verb) || !isJoined(scene, verb)) return undefined
  const { names, isSpeaker, span } = subjectOf(scene, verb)
  return { names, isSpeaker, span }
}

function carriedBy(
  scene: Scene,
  verb: number,
  { negated, isReceiver }: { negated: boolean; isReceiver: boolean },
): Carrier {
  const subject = subjectOf(scene, verb)
  const party = { names: subject.names, isSpeaker: subject.isSpeaker, span: subject.span }
  return {
    holder: party,
    receiver: isReceiver ? party : undefined,
    verb,
    negated: negated !== subject.negated,
    hedged: subject.hedged,
  }
}

function possessor(scene: Scene, at: number): { holder: Party } {
  const place = scene.placeAt[at]
  if (!place?.name.canAct) return { holder: NOBODY }
  return { holder: { names: [{ name: place.name.index, weight: 1 }], isSpeaker: false } }
}

/** "from Brazil", "by Brazil" after the noun. */
function sourceAfter(scene: Scene, last: number): Governed | undefined {
  for (let at = last + 1; at <= last + 3 && isJoined(scene, at - 1) && !isBroken(scene, at - 1); at++) {
    if (!scene.is('sources', at)) continue
    const source = objectAt(scene, at + 1)
    return source.names.length > 0 ? source : undefined
  }
  return undefined
}

function governedAfter(scene: Scene, last: number, { prepositions }: CueEntry): Governed | undefined {
  if (prepositions === undefined) return objectAt(scene, last + 1)
  for (let at = last + 1; at <= last + 2 && isJoined(scene, at - 1) && !isBroken(scene, at - 1); at++) {
    const lower = scene.tokens[at]?.lower ?? ''
    if (prepositions.has(lower)) return objectAt(scene, at + 1)
    if (!scene.words.isAdverb(lower)) return undefined
  }
  return undefined
}

/** "Ruiz is a critic of the plan", "Ruiz, a critic of the plan": a noun that names the holder. */
export function relationCue(scene: Scene, { first: at, last }: Words, entry: CueEntry): DraftCue | undefined {
  const place = scene.placeAt[at]
  const target = governedAfter(scene, last, entry) ?? ownerOf(scene, at)
  if (target?.span === undefined) return undefined
  const described = describedBy(scene, at)
  const holder = described.names.length > 0 ? described : namedAfter(scene, last)
  if (place !== undefined && holder.names.length > 0 && holder.names[0]?.name !== place.name.index && place.last > last)
    return undefined
  if (holder.names.length === 0) return undefined
  const { polarity, strength, manner } = entry
  return {
    first: at,
    last,
    polarity,
    strength,
    negated: holder.negated,
    hedged: holder.hedged,
    manner,
    holder,
    target,
  }
}

function ownerOf(scene: Scene, noun: number): Party | undefined {
  for (let at = noun - 1; noun - at <= 4 && isJoined(scene, at) && !isBroken(scene, at); at--) {
    const place = scene.placeAt[at]
    if (place === undefined) continue
    const span = { start: scene.tokens[place.first]?.start ?? 0, end: scene.tokens[place.last]?.end ?? 0 }
    return scene.tokens[at]?.possessive || scene.is('possessives', at) || at === noun - 1
      ? { names: [{ name: place.name.index, weight: 0.9 }], isSpeaker: false, span }
      : undefined
  }
  return undefined
}

/** "the Brazil critic Ruiz", "Brazil's lawyer, Ruiz": the name that a description stands before. */
function namedAfter(scene: Scene, last: number): Party & { negated: boolean; hedged: boolean } {
  const place = isJoined(scene, last) ? scene.placeAt[last + 1] : undefined
  const isName = place?.name.kind === 'person' && place.mention.form === 'name' && !scene.tokens[place.last]?.possessive
  return { names: isName && place ? [{ name: place.name.index, weight: 0.9 }] : [], isSpeaker: false, ...NO_FLAGS }
}

const NO_FLAGS = { negated: false, hedged: false }

/** Of whom a noun or an adjective says something: the subject of "is", or the name before the comma. */
function describedBy(scene: Scene, word: number): Party & { negated: boolean; hedged: boolean } {
  for (let at = word - 1; word - at <= 8 && isJoined(scene, at); at--) {
    if (scene.is('conjunctions', at)) break
    if (isBroken(scene, at)) {
      const place = scene.placeAt[at]
      const names = place?.name.canAct ? [{ name: place.name.index, weight: 0.9 }] : []
      return { names, isSpeaker: false, ...NO_FLAGS }
    }
    if (isContraction(scene, at) && scene.is('firstPerson', at))
      return { ...NOBODY, isSpeaker: true, ...NO_FLAGS, negated: hasNegation(scene, at, word) }
    if (scene.is('be', at) || (isVerb(scene, at) && scene.placeAt[at] === undefined && at < word - 1)) {
      const { names, isSpeaker, span, negated, hedged } = subjectOf(scene, at)
      const isNegated = negated !== hasNegation(scene, at, word)
      return { names, isSpeaker, span, negated: isNegated, hedged }
    }
  }
  return { ...NOBODY, ...NO_FLAGS }
}

function hasNegation(scene: Scene, from: number, to: number): boolean {
  let negated = false
  for (let at = from; at < to; at++) if (scene.is('negations', at)) negated = !negated
  return negated
}

/** "Ruiz was critical of the plan", "Ruiz was alarmed": an adjective of attitude, of the matter of the article where none is named. */
export function stateCue(scene: Scene, { first: at, last }: Words, entry: CueEntry): DraftCue | undefined {
  if (scene.is('prepositions', at) && last === at && !isPredicate(scene, at)) return undefined
  const target =
    scene.is('prepositions', at) && last === at ? objectAt(scene, at + 1) : governedAfter(scene, last, entry)
  const isMatter = target === undefined && isPredicate(scene, at) && (isBroken(scene, last) || !isJoined(scene, last))
  if (target?.span === undefined && !isMatter) return undefined
  const { names, isSpeaker, span, negated, hedged } = describedBy(scene, at)
  const holder = { names, isSpeaker, span }
  const { polarity, strength, manner } = entry
  return {
    first: at,
    last,
    polarity,
    strength: isMatter ? 0.7 * strength : strength,
    negated,
    hedged,
    manner,
    holder,
    target: target ?? NOBODY,
    isMatter,
  }
}

/** Right after "is", "was not", "are very". */
function isPredicate(scene: Scene, at: number): boolean {
  let before = at - 1
  while (at - before < 3 && (scene.is('negations', before) || scene.words.isAdverb(scene.tokens[before]?.lower ?? '')))
    before -= 1
  return isJoined(scene, before) && scene.is('be', before)
}
