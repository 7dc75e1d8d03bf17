import { bearingOn, type IssueView, viewIssue } from '../../rules/issue-view.ts'
import { numbersOfNames } from '../../rules/name-numbers.ts'
import { cueFormOf, isNegatedBefore, kindOfSaying } from '../../rules/polarity-lexicon.ts'
import type { Polarity, ReactionKind } from '../../schema/analysis.ts'
import type { Cast, StepInput } from '../../schema/contracts.ts'
import type { Attribution, PolarityCue, Reading } from '../../schema/reading.ts'
import { sentenceAt } from '../../schema/span.ts'
import type { ReactionsWire, WireReaction } from './wire.ts'

const MAX_REACTIONS = 20
const MIN_STRENGTH = 0.45

/**
 * Reactions: what is quoted of an actor, what is said of him with a verb that tells a reaction ("condemned"), and what he does
 * ("imposed sanctions on"). Quotations that follow each other from one speaker are one reaction. Quotations without an actor,
 * and terms held at a distance, are named as no reactions.
 */
export function extractReactions({ reading, cast }: StepInput): ReactionsWire {
  if (cast === undefined) return { reactions: [], noReaction: [] }
  const scene = sceneOf(reading, cast)
  const attributed = quotedReactions(scene)
  const drafts = [...attributed, ...cuedQuotations(scene, attributed), ...toldReactions(scene)]
  const kept = withoutRepeats(drafts, reading)
    .sort((a, b) => b.merit - a.merit)
    .slice(0, MAX_REACTIONS)
    .sort((a, b) => a.at - b.at)
  const answered = new Set(drafts.flatMap(({ quotations }) => quotations))
  return {
    reactions: kept.map(({ wire }) => wire),
    noReaction: reading.quotations.filter(({ index }) => !answered.has(index)).map(({ index }) => index + 1),
  }
}

type Scene = {
  reading: Reading
  numbers: ReadonlyMap<number, number>
  main: { number: number; view: IssueView } | undefined
  cuesOf(sentence: number): readonly PolarityCue[]
}

type Draft = { wire: WireReaction; quotations: readonly number[]; at: number; merit: number; sentence: number }

function sceneOf(reading: Reading, cast: Cast): Scene {
  const bySentence = new Map<number, PolarityCue[]>()
  for (const cue of reading.cues) bySentence.set(cue.sentence, [...(bySentence.get(cue.sentence) ?? []), cue])
  return {
    reading,
    numbers: numbersOfNames(reading, cast),
    main: mainOf(reading, cast),
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

/** One reaction for the quotations of one speaker that follow each other. */
function quotedReactions(scene: Scene): Draft[] {
  const { reading, numbers } = scene
  const groups: Attribution[][] = []
  for (const attribution of reading.attributions) {
    if (!isQuoting(reading, attribution) || attribution.speaker === undefined || !numbers.has(attribution.speaker))
      continue
    const last = groups.at(-1)
    const before = last?.at(-1)
    if (last && before && goesOn(reading, before, attribution)) last.push(attribution)
    else groups.push([attribution])
  }
  return groups.flatMap((group) => draftOfQuote(scene, group))
}

function isQuoting({ quotations }: Reading, { kind, quotations: held }: Attribution): boolean {
  return kind !== 'indirect' && held.some((index) => quotations[index] !== undefined)
}

function goesOn({ quotations }: Reading, before: Attribution, next: Attribution): boolean {
  if (before.speaker !== next.speaker) return false
  const continued = next.quotations.some((index) => quotations[index]?.continues !== undefined)
  const isMore = next.kind === 'direct' && next.reaction === undefined && next.sentence - before.sentence <= 1
  return continued || isMore
}

function draftOfQuote(scene: Scene, group: readonly Attribution[]): Draft[] {
  const [first] = group
  const actor = first?.speaker === undefined ? undefined : scene.numbers.get(first.speaker)
  if (first === undefined || first.speaker === undefined || actor === undefined) return []
  const held = group.flatMap(({ quotations }) => quotations)
  const quotation = held.find((index) => scene.reading.quotations[index]?.kind !== 'scare') ?? held[0]
  const sentences = sentencesOf(scene, group)
  const cues = cuesBy(scene, actor, sentences)
  const kind =
    group.find(({ reaction }) => reaction !== undefined)?.reaction ??
    kindBy(scene, cues) ??
    kindOfWords(scene, held) ??
    'other'
  const polarity = polarityOf(kind, cues)
  const wire: WireReaction = {
    quotation: quotation === undefined ? null : quotation + 1,
    sentences: sentences.map((index) => index + 1).slice(0, 5),
    actor,
    kind,
    polarity,
    target: targetOf(scene, cues, polarity),
    content: null,
  }
  return [
    {
      wire,
      quotations: held,
      at: first.content.start,
      merit: 2 + (kind === 'other' ? 0 : 1),
      sentence: first.sentence,
    },
  ]
}

function sentencesOf({ reading }: Scene, group: readonly Attribution[]): number[] {
  const found = new Set<number>()
  for (const { sentence, content } of group) {
    found.add(sentence)
    for (const { index, start, end } of reading.sentences.slice(sentence, sentence + 4)) {
      if (start < content.end && end > content.start) found.add(index)
    }
  }
  return [...found].sort((a, b) => a - b)
}

function cuesBy({ cuesOf, numbers }: Scene, actor: number, sentences: readonly number[]): PolarityCue[] {
  return sentences
    .flatMap((sentence) => cuesOf(sentence))
    .filter(({ holder }) => holder !== undefined && numbers.get(holder) === actor)
    .sort((a, b) => b.strength - a.strength)
}

/** What the quoted words themselves tell: "must" an appeal, "worried" a concern. */
function kindOfWords({ reading }: Scene, held: readonly number[]): ReactionKind | undefined {
  const spoken = held.map((index) => reading.quotations[index]?.text ?? '').join(' ')
  return kindOfSaying(spoken.slice(0, 2000), reading.language)
}

function formOf({ reading }: Scene, { start, end }: PolarityCue) {
  return cueFormOf(reading.article.text.slice(start, end), reading.language)
}

function kindBy(scene: Scene, cues: readonly PolarityCue[]): ReactionKind | undefined {
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

function polarityOf(kind: ReactionKind, cues: readonly PolarityCue[]): Polarity {
  if (POSITIVE.has(kind)) return 'positive'
  if (NEGATIVE.has(kind)) return 'negative'
  return cues[0]?.polarity ?? 'neutral'
}

/** Whom or what the strongest cue of a polarity is towards. */
function targetOf(scene: Scene, cues: readonly PolarityCue[], polarity: Polarity): string | null {
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

/** Words in quotation marks that no reporting verb ascribes, but a word of attitude within them or beside them does. */
function cuedQuotations(scene: Scene, attributed: readonly Draft[]): Draft[] {
  const { reading, numbers, cuesOf } = scene
  const answered = new Set(attributed.flatMap(({ quotations }) => quotations))
  return reading.quotations.flatMap(({ index, start, end }): Draft[] => {
    if (answered.has(index)) return []
    const sentence = sentenceAt(reading.sentences, start)
    const cue = cuesOf(sentence).find(
      (each) => each.holder !== undefined && numbers.has(each.holder) && each.start < end && each.end > start,
    )
    const actor = cue?.holder === undefined ? undefined : numbers.get(cue.holder)
    if (cue === undefined || actor === undefined) return []
    const kindOf = kindBy(scene, [cue]) ?? 'other'
    const wire = {
      quotation: index + 1,
      sentences: [sentence + 1],
      actor,
      kind: kindOf,
      polarity: polarityOf(kindOf, [cue]),
      target: targetOf(scene, [cue], cue.polarity),
      content: null,
    }
    return [{ wire, quotations: [index], at: start, merit: 2, sentence }]
  })
}

/** What is told without a quotation: a verb that is a reaction, or a deed. */
function toldReactions(scene: Scene): Draft[] {
  const { reading } = scene
  const told = reading.attributions
    .filter((attribution) => attribution.reaction !== undefined && !isQuoting(reading, attribution))
    .filter((attribution) => !isOverruled(scene, attribution) && !isNested(reading, attribution))
    .flatMap((attribution) => draftOfTold(scene, attribution))
  const done = reading.cues.flatMap((cue) => draftOfCue(scene, cue))
  return [...told, ...done]
}

/** A word of attitude at the same place has another holder, found by the whole clause. */
function isOverruled({ cuesOf }: Scene, { sentence, speaker, cue }: Attribution): boolean {
  if (cue === undefined) return false
  const same = cuesOf(sentence).filter(
    (each) => each.start < cue.end && each.end > cue.start && each.holder !== undefined,
  )
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

function draftOfTold(scene: Scene, { speaker, sentence, reaction: kind, content, cue }: Attribution): Draft[] {
  const actor = speaker === undefined ? undefined : scene.numbers.get(speaker)
  if (speaker === undefined || actor === undefined || kind === undefined) return []
  if (
    cue !== undefined &&
    isNegatedBefore(scene.reading.article.text.slice(Math.max(0, cue.start - 24), cue.start), scene.reading.language)
  )
    return []
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

function draftOfCue(scene: Scene, cue: PolarityCue): Draft[] {
  const { holder, sentence, strength, negated, voice } = cue
  const actor = holder === undefined ? undefined : scene.numbers.get(holder)
  const form = formOf(scene, cue)
  if (actor === undefined || form === undefined || form.manner === 'state' || voice === 'reported') return []
  if (negated || strength < MIN_STRENGTH) return []
  if (scene.main?.view.sentence === sentence && holder !== undefined && scene.main.view.doers.has(holder)) return []
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

/** One reaction of an actor in a sentence for each kind; what is told within a quotation, or only says that he spoke, counts once. */
function withoutRepeats(drafts: readonly Draft[], { quotations }: Reading): Draft[] {
  const seen = new Set<string>()
  const quoted = new Set<string>()
  for (const { wire, quotations: held } of drafts) {
    if (held.length > 0) for (const sentence of wire.sentences) quoted.add(`${wire.actor} ${sentence}`)
  }
  const isQuotedAt = (at: number) => quotations.some(({ start, end }) => start <= at && at < end)
  return drafts.filter(({ wire, quotations: held, at }) => {
    const [sentence] = wire.sentences
    const key = `${wire.actor} ${sentence} ${wire.kind}`
    const same = `${wire.actor} ${sentence} ${wire.polarity} ${wire.target}`
    const isRepeat =
      held.length === 0 &&
      (seen.has(key) || seen.has(same) || (quoted.has(`${wire.actor} ${sentence}`) && isQuotedAt(at)))
    seen.add(key)
    if (!isRepeat) seen.add(same)
    return !isRepeat
  })
}
