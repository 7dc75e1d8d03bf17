import type { DraftCue } from './polarity-cue.ts'
import type { CueEntry } from './polarity-lexicon.ts'
import { type Governed, objectAt } from './polarity-object.ts'
import { isBroken, isJoined, isVerb, type Scene } from './polarity-scene.ts'
import { NOBODY, nounBefore, type Subject, subjectOf } from './polarity-subject.ts'
import type { Words } from './unit.ts'

/** Words between a subject and its verb. */
const MAX_GROUP = 4

/** A verb of attitude with its subject and object, turned round in the passive; undefined where it governs nothing. */
export function verbCue(scene: Scene, { first: at, last }: Words, entry: CueEntry): DraftCue | undefined {
  if (isNounHere(scene, at)) return undefined
  const subject = subjectOf(scene, at)
  if (entry.tail.length === 0 && isEffect(scene, at, subject)) return undefined
  const agent = scene.words.isParticiple(scene.tokens[at]?.lower ?? '') ? undefined : agentAfter(scene, last)
  if (entry.needsAgent && agent === undefined) return undefined
  if (entry.kind === 'concern' && subject.negated) return undefined
  const draft = {
    first: at,
    last,
    polarity: entry.polarity,
    strength: entry.strength,
    negated: subject.negated,
    hedged: subject.hedged,
    isAsked: isAsked(scene, subject),
    isMatter: entry.isMatter,
    manner: entry.manner,
  }
  if (agent !== undefined || (subject.isPassive && entry.tail.length === 0)) {
    if (subject.span === undefined && subject.names.length === 0) return undefined
    return { ...draft, holder: agent ?? NOBODY, target: subject }
  }
  if (entry.needsCause) return wantedCue(scene, at, draft)
  // "disagreed over the budget": what follows is another matter.
  if (entry.isMatter && entry.tail.length === 0 && scene.is('prepositions', last + 1)) return undefined
  if (entry.isMatter) return { ...draft, holder: holderOf(subject), target: NOBODY }
  const object = objectAfter(scene, last, entry)
  if (object.span === undefined) {
    const before = scene.words.objectBefore
      ? bracketCue(scene, at, draft)
      : relativeCue(scene, { ...draft, holder: holderOf(subject) })
    return before ?? causedCue(scene, at, draft)
  }
  if (entry.needsPunishment && (object.names.length === 0 || !isPunishing(scene, { ...object, last: object.last + 3 })))
    return undefined
  return {
    ...draft,
    polarity: entry.kind === 'appeal' && isPunishing(scene, object) ? 'negative' : entry.polarity,
    holder: holderOf(subject),
    target: object,
  }
}

/** "it threatens peace": what a thing does is a judgement of whoever says so. */
function isEffect(scene: Scene, at: number, { isSpeaker, names, span }: Subject): boolean {
  if (isSpeaker || !(scene.is('damning', at) || scene.is('praising', at))) return false
  const word = span && scene.text.slice(span.start, span.end).toLowerCase()
  return names.length === 0 || (word !== undefined && scene.words.is('pointers', word))
}

/** "the attack", "its support", "a ban": the form of a verb, but a noun in its place. */
function isNounHere(scene: Scene, at: number): boolean {
  if (!isJoined(scene, at - 1) || isBroken(scene, at - 1)) return false
  if (scene.tokens[at - 1]?.possessive && scene.placeAt[at - 1] !== undefined) return true
  return scene.is('determiners', at - 1) || scene.is('possessives', at - 1)
}

/** "… by Brazil" after a verb in the passive. */
function agentAfter(scene: Scene, last: number): Governed | undefined {
  for (let at = last; at < last + 4 && isJoined(scene, at) && !isBroken(scene, at); at++) {
    if (scene.is('agents', at + 1)) {
      const agent = objectAt(scene, at + 2)
      return agent.names.length > 0 ? agent : undefined
    }
    if (scene.placeAt[at + 1] !== undefined || scene.is('prepositions', at + 1)) break
  }
  return agentOverComma(scene, last)
}

const MAX_INSERTED = 12

/** "signed in Brasília, the capital, by Ruiz". */
function agentOverComma(scene: Scene, last: number): Governed | undefined {
  for (let at = last + 1; at < last + MAX_INSERTED && isJoined(scene, at); at++) {
    if (isVerb(scene, at)) return undefined
    if (!isBroken(scene, at) || !scene.is('agents', at + 1)) continue
    const agent = objectAt(scene, at + 2)
    return agent.names.length > 0 ? agent : undefined
  }
  return undefined
}

/** The object; of a clause ("warned that the treaty threatens peace") what the clause is about, where the verb is one of concern. */
function objectAfter(scene: Scene, last: number, { kind }: CueEntry): Governed {
  if (!scene.is('clauseOpeners', last + 1)) return objectAt(scene, last + 1)
  return kind === 'concern' ? objectAt(scene, last + 2) : { ...NOBODY, head: last, last }
}

function isPunishing(scene: Scene, { head, last }: Governed): boolean {
  for (let at = head; at <= last; at++) if (scene.is('punishments', at)) return true
  return false
}

function holderOf(subject: Subject) {
  return { names: subject.names, isSpeaker: subject.isSpeaker, span: subject.span }
}

/** "Ruiz hat den Plan kritisiert": subject and object stand before and after the auxiliary. */
function bracketCue(scene: Scene, verb: number, draft: Omit<DraftCue, 'holder' | 'target'>): DraftCue | undefined {
  for (let at = verb - 1; verb - at < 14 && isJoined(scene, at) && !isBroken(scene, at); at--) {
    if (!scene.is('auxiliaries', at) || scene.placeAt[at] !== undefined) continue
    const object = objectAt(scene, at + 1)
    if (object.span === undefined) return undefined
    const subject = subjectOf(scene, at)
    return { ...draft, negated: subject.negated, hedged: subject.hedged, holder: holderOf(subject), target: object }
  }
  return undefined
}

/** "asked whether the union supported it": no position of the union. */
function isAsked(scene: Scene, { span }: Subject): boolean {
  const first = span === undefined ? -1 : tokenAt(scene, span.start)
  return first > 0 && scene.is('doubts', first - 1)
}

function tokenAt({ tokens }: Scene, offset: number): number {
  let low = 0
  let high = tokens.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** "a deal that Brazil denounced": the object is what the relative clause hangs on. */
function relativeCue(scene: Scene, draft: Omit<DraftCue, 'target'>): DraftCue | undefined {
  const { span } = draft.holder
  if (span === undefined || draft.first - tokenAt(scene, span.end - 1) > MAX_GROUP) return undefined
  let at = tokenAt(scene, span.start) - 1
  for (let step = 0; step < 3 && !scene.is('relatives', at); step++) {
    if (!isJoined(scene, at) || isBroken(scene, at) || scene.is('prepositions', at)) return undefined
    at -= 1
  }
  if (!scene.is('relatives', at) || !isJoined(scene, at - 1)) return undefined
  const target = nounBefore(scene, at - 1)
  return target.span === undefined ? undefined : { ...draft, target }
}

/** "wants it stopped": what is wanted stands right before the verb, and nothing but a wish says so ("had the bill passed" may be a tense). */
function wantedCue(scene: Scene, verb: number, draft: Omit<DraftCue, 'holder' | 'target'>): DraftCue | undefined {
  const cue = causedCue(scene, verb, draft)
  const governed = cue?.target
  if (governed === undefined || !('last' in governed)) return undefined
  const isTense = scene.is('auxiliaries', causeBefore(scene, verb))
  return isTense || governed.last < verb - 1 ? undefined : cue
}

function causeBefore(scene: Scene, verb: number): number {
  let at = verb - 1
  while (verb - at < 8 && !scene.is('causes', at)) at -= 1
  return at
}

/** "wants the law repealed": what somebody has done to something. */
function causedCue(scene: Scene, verb: number, draft: Omit<DraftCue, 'holder' | 'target'>): DraftCue | undefined {
  if (draft.manner !== 'deed') return undefined
  for (let at = verb - 2; verb - at < 8 && isJoined(scene, at) && !isBroken(scene, at); at--) {
    if (!scene.is('causes', at) || scene.placeAt[at] !== undefined) continue
    const target = objectAt(scene, at + 1)
    const subject = subjectOf(scene, at)
    if (target.span === undefined || target.last < verb - 2) return undefined
    return { ...draft, negated: subject.negated, hedged: subject.hedged, holder: holderOf(subject), target }
  }
  return undefined
}
