import { type Talk, talkOn } from '../../rules/issue-talk.ts'
import { bearingOn, type IssueView, viewIssue } from '../../rules/issue-view.ts'
import { numbersOfNames } from '../../rules/name-numbers.ts'
import { cueFormOf } from '../../rules/polarity-lexicon.ts'
import type { Polarity, ReactionKind } from '../../schema/analysis.ts'
import type { Cast } from '../../schema/contracts.ts'
import type { Attribution, PolarityCue, Reading } from '../../schema/reading.ts'
import type { WireReaction } from './wire.ts'

/** What the rules know, as reactions need it. */
export type Scene = {
  reading: Reading
  numbers: ReadonlyMap<number, number>
  main: { number: number; view: IssueView } | undefined
  /** What speakers say of the main issue in their own words. */
  talk: readonly Talk[]
  cuesOf(sentence: number): readonly PolarityCue[]
}

export type Draft = { wire: WireReaction; quotations: readonly number[]; at: number; merit: number; sentence: number }

export function sceneOf(reading: Reading, cast: Cast): Scene {
  const bySentence = Map.groupBy(reading.cues, ({ sentence }) => sentence)
  const main = mainOf(reading, cast)
  return {
    reading,
    numbers: numbersOfNames(reading, cast),
    main,
    talk: main ? talkOn(reading, main.view) : [],
    cuesOf: (sentence) => bySentence.get(sentence) ?? [],
  }
}

function mainOf(reading: Reading, cast: Cast): Scene['main'] {
  const issue = cast.issues.find(({ id }) => id === cast.mainIssue)
  const [first] = issue?.evidence ?? []
  if (issue === undefined || first === undefined) return undefined
  const view = viewIssue(reading, { statement: issue.statement, span: first, isMain: true })
  return { number: cast.numbers.issues.indexOf(issue.id) + 1, view }
}

export function isQuoting({ quotations }: Reading, { kind, quotations: held }: Attribution): boolean {
  return kind !== 'indirect' && held.some((index) => quotations[index] !== undefined)
}

export function cuesBy({ cuesOf, numbers }: Scene, actor: number, sentences: readonly number[]): PolarityCue[] {
  return sentences
    .flatMap((sentence) => cuesOf(sentence))
    .filter(({ holder }) => holder !== undefined && numbers.get(holder) === actor)
    .sort((a, b) => b.strength - a.strength)
}

export function formOf({ reading }: Scene, { start, end }: PolarityCue) {
  return cueFormOf(reading.article.text.slice(start, end), reading.language)
}

export function kindBy(scene: Scene, cues: readonly PolarityCue[]): ReactionKind | undefined {
  for (const cue of cues) {
    const form = formOf(scene, cue)
    if (form !== undefined && form.manner !== 'deed') return cue.negated ? undefined : form.kind
  }
  const [first] = cues
  if (first === undefined || first.strength < 0.3) return undefined
  return first.polarity === 'negative' ? 'criticism' : 'praise'
}

const POSITIVE: ReadonlySet<ReactionKind> = new Set(['praise', 'support'])
const NEGATIVE: ReadonlySet<ReactionKind> = new Set(['concern', 'criticism', 'rejection', 'threat', 'denial'])

export function polarityOf(kind: ReactionKind, cues: readonly PolarityCue[]): Polarity {
  if (POSITIVE.has(kind)) return 'positive'
  if (NEGATIVE.has(kind)) return 'negative'
  return cues[0]?.polarity ?? 'neutral'
}

/** Whom or what the strongest cue of a polarity is towards. */
export function targetOf(scene: Scene, cues: readonly PolarityCue[], polarity: Polarity): string | null {
  const { main, numbers, reading } = scene
  let best: { name: string; value: number } | undefined
  for (const cue of cues) {
    if (polarity !== 'neutral' && cue.polarity !== polarity) continue
    const weight = main ? bearingOn(reading, main.view, cue).weight : 0
    if (main && weight * cue.strength > (best?.value ?? 0))
      best = { name: `I${main.number}`, value: weight * cue.strength }
    const actor = cue.target === undefined ? undefined : numbers.get(cue.target)
    if (actor !== undefined && cue.strength > (best?.value ?? 0)) best = { name: `A${actor}`, value: cue.strength }
  }
  return best?.name ?? null
}
