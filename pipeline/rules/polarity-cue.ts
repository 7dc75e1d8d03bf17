import type { PolarityCue } from '../schema/reading.ts'
import { foldCase } from '../text/fold-case.ts'
import type { Manner } from './lexicon/polarity-lists.ts'
import type { Governed } from './polarity-object.ts'
import type { Scene } from './polarity-scene.ts'
import type { Party } from './polarity-subject.ts'

/** A cue with its roles, before the voices of the article are told apart. */
export type DraftCue = {
  first: number
  last: number
  polarity: 'positive' | 'negative'
  strength: number
  negated: boolean
  hedged: boolean
  manner: Manner
  holder: Party
  target: Party | Governed
  /** Whoever speaks holds it when no holder is named: a judgement. */
  isJudgement?: boolean
  /** It is told as a question. */
  isAsked?: boolean
  /** It is towards the matter of the article, which need not be named ("dissented"). */
  isMatter?: boolean
}

const NEGATED_NEGATIVE = 0.4
const HEDGED = 0.7
const ASKED = 0.3
const MAX_CUES = 9

/** A draft → one cue for every holder and target, each with the voice that tells it. */
export function cueOf(scene: Scene, draft: DraftCue): PolarityCue[] {
  const speaker = scene.saidIn[draft.first]?.speaker
  const targets = targetsOf(draft, speaker)
  if (targets.length === 0) return []
  return holdersOf(scene, draft)
    .flatMap((holder) =>
      targets
        .filter((target) => target.name === undefined || target.name !== holder.name)
        .map((target) => pair(scene, draft, { holder, target, speaker })),
    )
    .filter(({ holder, target }) => holder !== undefined || target !== undefined)
    .slice(0, MAX_CUES)
}

type Weighed = { name?: number; weight: number }

function holdersOf(scene: Scene, { first, holder, isJudgement }: DraftCue): Weighed[] {
  const said = scene.saidIn[first]
  const speaker = said?.speaker
  // "the fund said it would vote no": whom an open pronoun means in what is told of somebody is most often himself.
  if (holder.names.length === 0 && said?.kind === 'indirect' && isOpenPronoun(scene, holder))
    return [{ name: speaker, weight: 0.8 }]
  if (holder.isSpeaker || (isJudgement && holder.names.length === 0)) return [{ name: speaker, weight: 1 }]
  return holder.names.length > 0 ? holder.names.map((each) => each) : [{ weight: holder.span ? 0.5 : 0.7 }]
}

function isOpenPronoun({ text, words }: Scene, { span }: Party): boolean {
  return span !== undefined && words.is('openPronouns', foldCase(text.slice(span.start, span.end)))
}

function targetsOf({ target, isMatter }: DraftCue, speaker: number | undefined): Weighed[] {
  if (target.names.length > 0) return target.names.map((each) => each)
  if (target.isSpeaker && speaker !== undefined) return [{ name: speaker, weight: 0.9 }]
  return target.span === undefined && !isMatter ? [] : [{ weight: 1 }]
}

type Roles = { holder: Weighed; target: Weighed; speaker: number | undefined }

function pair(scene: Scene, draft: DraftCue, { holder, target, speaker }: Roles): PolarityCue {
  const { first, last, negated, target: governed } = draft
  const flipped = draft.polarity === 'positive' ? 'negative' : 'positive'
  const doubt =
    (negated && draft.polarity === 'negative' ? NEGATED_NEGATIVE : 1) *
    (draft.hedged ? HEDGED : 1) *
    (draft.isAsked ? ASKED : 1)
  return {
    start: scene.tokens[first]?.start ?? 0,
    end: scene.tokens[last]?.end ?? 0,
    sentence: scene.tokens[first]?.sentence ?? 0,
    polarity: negated ? flipped : draft.polarity,
    strength: Math.min(1, draft.strength * doubt * holder.weight * target.weight),
    negated,
    holder: holder.name,
    target: target.name,
    about: governed.span,
    voice: voiceOf(draft, holder.name, { speaker, isQuoted: scene.saidIn[first] !== undefined }),
  }
}

function voiceOf(
  { manner, isJudgement }: DraftCue,
  holder: number | undefined,
  said: { speaker?: number; isQuoted: boolean },
): PolarityCue['voice'] {
  if (said.isQuoted) return holder !== undefined && holder === said.speaker ? 'self' : 'reported'
  if (holder === undefined || isJudgement || manner === 'state') return 'narrator'
  return 'self'
}
