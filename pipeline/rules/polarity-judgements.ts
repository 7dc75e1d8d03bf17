import type { DraftCue } from './polarity-cue.ts'
import { objectAt } from './polarity-object.ts'
import { isBroken, isContraction, isJoined, type Scene } from './polarity-scene.ts'
import { NOBODY, type Party, subjectOf } from './polarity-subject.ts'

const SAID = 0.5
const TOLD = 0.3
const MAX_REACH = 14

/** "called it a disgrace": a verb that gives a name to something, with the judgement in the name. */
export function namingCues(scene: Scene, at: number): DraftCue[] {
  if (!scene.is('namings', at)) return []
  const object = objectAt(scene, at + 1, { outside: true })
  if (object.span === undefined) return []
  for (
    let word = at + 2;
    word <= at + MAX_REACH && scene.tokens[word]?.sentence === scene.tokens[at]?.sentence;
    word++
  ) {
    if (isBroken(scene, word - 1) && scene.tokens[word]?.quotation === scene.tokens[at]?.quotation) return []
    const polarity = judgementOf(scene, word)
    if (polarity === undefined) continue
    if (object.last >= word) return []
    const { names, isSpeaker, span, negated, hedged } = subjectOf(scene, at)
    const negation = negated !== isNegatedBefore(scene, word)
    return [
      {
        first: at,
        last: word,
        polarity,
        strength: 0.8,
        negated: negation,
        hedged,
        manner: 'speech',
        holder: { names, isSpeaker, span },
        target: object,
      },
    ]
  }
  return []
}

/** "This is a disgrace", "the disgraced minister": a word of judgement, held by whoever speaks. */
export function judgementCues(scene: Scene, at: number): DraftCue[] {
  const polarity = judgementOf(scene, at)
  if (polarity === undefined) return []
  const judged = judgedBy(scene, at)
  if (judged === undefined || isExpletive(scene, at, judged)) return []
  const strength = scene.saidIn[at] === undefined ? TOLD : SAID
  return [
    {
      first: at,
      last: at,
      polarity,
      strength,
      negated: judged.negated,
      hedged: judged.hedged,
      manner: 'state',
      holder: NOBODY,
      target: judged,
      isJudgement: true,
    },
  ]
}

/** "It is an honor to serve": "it" points forward, to what no rule here judges. */
function isExpletive(scene: Scene, at: number, { span }: Judged): boolean {
  if (span === undefined || !scene.words.is('pointers', scene.text.slice(span.start, span.end).toLowerCase()))
    return false
  for (let next = at + 1; next <= at + 3 && isJoined(scene, next - 1); next++) {
    if (scene.tokens[next]?.lower === 'to' || scene.is('clauseOpeners', next)) return true
  }
  return false
}

function judgementOf(scene: Scene, at: number): 'positive' | 'negative' | undefined {
  if (scene.placeAt[at] !== undefined) return undefined
  if (scene.is('damning', at)) return 'negative'
  return scene.is('praising', at) ? 'positive' : undefined
}

type Judged = Party & { negated: boolean; hedged: boolean }

/** What a word of judgement is said of: the name right after it, or the subject that it is predicated of. */
function judgedBy(scene: Scene, at: number): Judged | undefined {
  const next = scene.placeAt[at + 1]
  if (next !== undefined && isJoined(scene, at) && !isBroken(scene, at)) {
    return { ...objectAt(scene, at + 1), negated: isNegatedBefore(scene, at), hedged: false }
  }
  for (let left = at - 1; at - left <= 7 && isJoined(scene, left) && !isBroken(scene, left); left--) {
    if (isContraction(scene, left)) return withSubject(scene, left + 1)
    if (scene.placeAt[left] !== undefined)
      return owned(scene, left, at) ?? (left === at - 1 && isDone(scene, at) ? withSubject(scene, at) : undefined)
    if (scene.is('auxiliaries', left)) return withSubject(scene, left + 1)
    if (scene.is('relatives', left) || scene.is('clauseOpeners', left)) return undefined
  }
  return undefined
}

/** "Ruiz's lies", "his terrible plan": whose it is. */
function owned(scene: Scene, owner: number, at: number): Judged | undefined {
  const place = scene.placeAt[owner]
  if (place === undefined || at - owner > 3 || !(scene.tokens[owner]?.possessive || scene.is('possessives', owner)))
    return undefined
  const span = { start: scene.tokens[place.first]?.start ?? 0, end: scene.tokens[at]?.end ?? 0 }
  return { names: [{ name: place.name.index, weight: 0.8 }], isSpeaker: false, span, negated: false, hedged: false }
}

/** A judgement in a verb, right after its subject: "Ruiz failed". */
function isDone({ words, tokens }: Scene, at: number): boolean {
  const lower = tokens[at]?.lower ?? ''
  return !tokens[at - 1]?.possessive && (words.endsAsVerb(lower) || /[^s]s$/.test(lower))
}

function withSubject(scene: Scene, at: number): Judged | undefined {
  const { names, isSpeaker, span, negated, hedged } = subjectOf(scene, at)
  if (isSpeaker || (span === undefined && names.length === 0)) return undefined
  return { names, isSpeaker: false, span, negated, hedged }
}

function isNegatedBefore(scene: Scene, at: number): boolean {
  for (let left = at - 1; at - left <= 4 && isJoined(scene, left); left--) if (scene.is('negations', left)) return true
  return false
}
