import { isBroken, isJoined, isVerb, type Place, type Scene } from './polarity-scene.ts'
import { NOBODY, type Party } from './polarity-subject.ts'

/** What a cue governs. `head` is the token of its noun. */
export type Governed = Party & { head: number; last: number }

const MAX_WORDS = 16

/**
 * The noun phrase that starts at a token, with the names that it is, belongs to or speaks of: "Brazil" (1), "Brazil's plan",
 * "Brazilian officials" (0.75), "the plan of Brazil" (0.6), but not the victim in "the attack on Brazil".
 */
export function objectAt(scene: Scene, from: number, { outside = false } = {}): Governed {
  const first = skipAdverbs(scene, from)
  if (outside) return beforeQuotation(scene, first, objectAt(scene, first))
  if (!isOpen(scene, first)) return { ...NOBODY, head: first, last: first - 1 }
  const stands = scene.is('pointers', first) && !scene.is('determiners', first)
  const head = stands ? first : headFrom(scene, first)
  // A name is the whole object: what follows in "accused Brazil of dumping" hangs on the verb.
  const isName = scene.placeAt[head] !== undefined && !scene.tokens[head]?.possessive
  const last = stands || isName ? head : endFrom(scene, first, head)
  const names = namesIn(scene, { first, head, last })
  const isSpeaker = scene.is('firstPerson', first) && names.length === 0
  const span = { start: scene.tokens[first]?.start ?? 0, end: scene.tokens[last]?.end ?? 0 }
  return { names, isSpeaker, span: last >= first ? span : undefined, head, last }
}

/** The part of a phrase that stands before the quotation that it runs into: "the sum" in `called the sum “generous”`. */
function beforeQuotation(scene: Scene, first: number, governed: Governed): Governed {
  if (governed.span === undefined || (scene.tokens[first]?.quotation ?? -1) >= 0) return governed
  let last = first
  while (last < governed.last && (scene.tokens[last + 1]?.quotation ?? -1) < 0) last += 1
  const end = scene.tokens[last]?.end ?? governed.span.end
  return { ...governed, span: { start: governed.span.start, end }, last, head: Math.min(governed.head, last) }
}

function skipAdverbs(scene: Scene, from: number): number {
  let at = scene.is('objectMarkers', from) ? from + 1 : from
  while (at < from + 2 && isJoined(scene, at) && scene.placeAt[at] === undefined) {
    if (!scene.words.isAdverb(scene.tokens[at]?.lower ?? '')) break
    at += 1
  }
  return at
}

function isOpen(scene: Scene, first: number): boolean {
  if (!isJoined(scene, first - 1) || isBroken(scene, first - 1)) return false
  if (scene.placeAt[first] !== undefined) return true
  return !(scene.is('prepositions', first) || scene.is('conjunctions', first) || scene.is('auxiliaries', first))
}

/** The last token before a preposition, a verb or punctuation. */
function headFrom(scene: Scene, first: number): number {
  let at = first
  while (at < first + MAX_WORDS && continues(scene, at) && !endsCore(scene, at + 1)) at += 1
  return at
}

function endsCore(scene: Scene, at: number): boolean {
  if (scene.placeAt[at] !== undefined) return false
  return scene.is('prepositions', at) || scene.is('conjunctions', at) || isFiniteVerb(scene, at)
}

/** Prepositional phrases that hang on the noun: "the cooperation between the two countries". */
function endFrom(scene: Scene, first: number, head: number): number {
  let at = head
  while (at < first + MAX_WORDS && continues(scene, at)) {
    if (endsCore(scene, at + 1) && !scene.is('inner', at + 1)) break
    if (startsClause(scene, at + 1)) break
    at += 1
  }
  while (at > head && (scene.is('inner', at) || scene.is('determiners', at)) && scene.placeAt[at] === undefined) at -= 1
  return at
}

/** "… and Ruiz praised": another clause, not another object. */
function startsClause(scene: Scene, conjunction: number): boolean {
  const place = scene.is('conjunctions', conjunction) ? scene.placeAt[conjunction + 1] : undefined
  return place !== undefined && isVerb(scene, place.last + 1)
}

function continues(scene: Scene, at: number): boolean {
  if (!isJoined(scene, at) || isBroken(scene, at)) return false
  return scene.placeAt[at + 1] !== undefined || !(scene.is('clauseOpeners', at + 1) || scene.is('relatives', at + 1))
}

function isFiniteVerb(scene: Scene, at: number): boolean {
  if (scene.is('auxiliaries', at)) return true
  if (!isVerb(scene, at) || isAlsoNoun(scene, at)) return false
  if (scene.is('determiners', at - 1) && !scene.is('relatives', at - 1)) return false
  // "the proposed law", "the threatened sanctions": a participle before a noun is no verb of the clause.
  const next = scene.tokens[at + 1]
  return (
    next === undefined ||
    scene.is('determiners', at + 1) ||
    scene.is('prepositions', at + 1) ||
    scene.placeAt[at + 1] !== undefined
  )
}

/** "sanctions", "attack": the form of a verb that is mostly a noun inside a phrase. */
function isAlsoNoun({ words, tokens }: Scene, at: number): boolean {
  const lower = tokens[at]?.lower ?? ''
  return (
    words.is('harms', lower) ||
    words.familiesOf(lower).length > 0 ||
    words.entriesOf(lower).some(({ role }) => role === 'noun')
  )
}

type Phrase = { first: number; head: number; last: number }

function namesIn(scene: Scene, { first, head, last }: Phrase): { name: number; weight: number }[] {
  const atHead = scene.placeAt[head]
  if (atHead !== undefined && !scene.tokens[head]?.possessive) {
    return [{ name: atHead.name.index, weight: 1 }, ...alsoNamed(scene, head)]
  }
  for (let at = head; at >= first; at--) {
    const place = scene.placeAt[at]
    if (place !== undefined) return [{ name: place.name.index, weight: scene.is('voices', head) ? 0.9 : 0.75 }]
  }
  const isHarm = scene.is('harms', head)
  for (let at = head + 1; at <= last; at++) {
    const place = scene.placeAt[at]
    if (place === undefined) continue
    const by = scene.is('agents', place.first - 1)
    const of = scene.tokens[place.first - 1]?.lower === 'of' && !isHarm
    return by || of ? [{ name: place.name.index, weight: 0.6 }] : []
  }
  return []
}

/** "Brazil and Kenya": further names of the same kind of phrase, unless a verb follows them. */
function alsoNamed(scene: Scene, head: number): { name: number; weight: number }[] {
  const found: { name: number; weight: number }[] = []
  let at = head
  for (let step = 0; step < 3 && isJoined(scene, at); step++) {
    const next = scene.is('conjunctions', at + 1) ? at + 2 : at + 1
    if (next === at + 1 && !isBroken(scene, at)) break
    const place = placeFrom(scene, next)
    if (place === undefined || isVerb(scene, place.last + 1)) break
    found.push({ name: place.name.index, weight: 0.9 })
    at = place.last
  }
  return found
}

/** The name that starts at a token, or after the title there ("Secretary Ruiz"). */
function placeFrom(scene: Scene, first: number): Place | undefined {
  for (let at = first; at < first + 3; at++) {
    const place = scene.placeAt[at]
    if (place?.first === at) return place
    if (!scene.tokens[at]?.capital || isBroken(scene, at)) return undefined
  }
  return undefined
}
