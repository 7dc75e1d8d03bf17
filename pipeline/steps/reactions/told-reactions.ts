import { isNegatedBefore } from '../../rules/polarity-lexicon.ts'
import type { Attribution, PolarityCue, Reading } from '../../schema/reading.ts'
import { cuesBy, type Draft, formOf, isQuoting, polarityOf, type Scene, targetOf } from './reaction-scene.ts'

const MIN_STRENGTH = 0.45
const UNSURE = 0.3

/** What is told without a quotation: a verb that is a reaction, or a deed. */
export function toldReactions(scene: Scene): Draft[] {
  const { reading } = scene
  const told = reading.attributions
    .filter((attribution) => attribution.reaction !== undefined && !isQuoting(reading, attribution))
    .filter((attribution) => !isOverruled(scene, attribution) && !isNested(reading, attribution))
    .flatMap((attribution) => draftOfTold(scene, attribution))
  const done = reading.cues.flatMap((cue) => draftOfCue(scene, cue))
  return [...told, ...done]
}

/** A word of attitude at the same place has another holder, found by the whole clause, or is only asked about ("whether she favored it"). */
function isOverruled({ cuesOf }: Scene, { sentence, speaker, cue }: Attribution): boolean {
  if (cue === undefined) return false
  const same = cuesOf(sentence).filter(
    (each) => each.start < cue.end && each.end > cue.start && each.holder !== undefined,
  )
  if (same.some(({ holder, strength }) => holder === speaker && strength < UNSURE)) return true
  return same.length > 0 && same.every(({ holder }) => holder !== speaker)
}

/** It stands within what the same speaker is said to have said: "warned that it threatens peace" is one reaction. */
function isNested({ attributions }: Reading, { index, sentence, speaker, cue }: Attribution): boolean {
  if (cue === undefined) return false
  const near = attributions.slice(Math.max(0, index - 12), index + 13)
  return near.some(
    (other) =>
      other.index !== index &&
      other.sentence === sentence &&
      other.speaker === speaker &&
      other.content.start <= cue.start &&
      other.content.end >= cue.end,
  )
}

/** "did not say", "never condemned". */
export function isDenied({ reading }: Scene, { cue }: Attribution): boolean {
  if (cue === undefined) return false
  const before = reading.article.text.slice(Math.max(0, cue.start - 24), cue.start)
  return isNegatedBefore(before, reading.language)
}

function draftOfTold(scene: Scene, attribution: Attribution): Draft[] {
  const { speaker, sentence, reaction: kind, content, cue } = attribution
  const actor = speaker === undefined ? undefined : scene.numbers.get(speaker)
  if (speaker === undefined || actor === undefined || kind === undefined || isDenied(scene, attribution)) return []
  const cues = cuesBy(scene, actor, [sentence])
  const polarity = polarityOf(kind, cues)
  const wire = {
    quotation: null,
    sentences: [sentence + 1],
    actor,
    kind,
    polarity,
    target: targetOf(scene, cues, polarity),
    content: null,
  }
  return [{ wire, quotations: [], at: cue?.start ?? content.start, merit: 1.5, sentence }]
}

/** What those who do what the article is about do is no reaction to it. To say something is no deed, and counts there too. */
function isDeedItself({ main }: Scene, name: number, sentence: number): boolean {
  return main?.view.sentence === sentence && main.view.doers.has(name)
}

function draftOfCue(scene: Scene, cue: PolarityCue): Draft[] {
  const { holder, sentence, strength, negated, voice } = cue
  const actor = holder === undefined ? undefined : scene.numbers.get(holder)
  const form = formOf(scene, cue)
  if (actor === undefined || form === undefined || form.manner === 'state' || voice === 'reported') return []
  if (negated || strength < MIN_STRENGTH) return []
  if (holder !== undefined && isDeedItself(scene, holder, sentence)) return []
  const polarity = form.kind === 'measure' || form.kind === 'appeal' ? cue.polarity : polarityOf(form.kind, [cue])
  const wire = {
    quotation: null,
    sentences: [sentence + 1],
    actor,
    kind: form.kind,
    polarity,
    target: targetOf(scene, [cue], cue.polarity),
    content: null,
  }
  return [{ wire, quotations: [], at: cue.start, merit: strength, sentence }]
}
