import type { Talk } from '../../rules/issue-talk.ts'
import { kindOfSaying } from '../../rules/polarity-lexicon.ts'
import type { ReactionKind } from '../../schema/analysis.ts'
import type { StepInput } from '../../schema/contracts.ts'
import type { Attribution, Reading } from '../../schema/reading.ts'
import { sentenceAt } from '../../schema/span.ts'
import { cuesBy, type Draft, isQuoting, kindBy, polarityOf, type Scene, sceneOf, targetOf } from './reaction-scene.ts'
import { isDenied, toldReactions } from './told-reactions.ts'
import type { ReactionsWire, WireReaction } from './wire.ts'

const MAX_REACTIONS = 20

/**
 * Reactions: what is quoted of an actor, what is said of him with a verb that tells a reaction ("condemned"), and what he does
 * ("imposed sanctions on"). Quotations that follow each other from one speaker are one reaction. Quotations without an actor,
 * and terms held at a distance, are named as no reactions.
 */
export function extractReactions({ reading, cast }: StepInput): ReactionsWire {
  if (cast === undefined) return { reactions: [], noReaction: [] }
  const scene = sceneOf(reading, cast)
  const attributed = quotedReactions(scene)
  const telling = [...attributed, ...cuedQuotations(scene, attributed), ...toldReactions(scene)]
  const drafts = [...telling, ...plainStatements(scene, telling)]
  const kept = withoutRepeats(drafts, reading)
    .sort((a, b) => b.merit - a.merit)
    .slice(0, MAX_REACTIONS)
    .sort((a, b) => a.at - b.at)
  const answered = new Set(drafts.flatMap(({ quotations }) => quotations))
  return {
    reactions: kept.map((draft, index) =>
      withClause(draft, kept.slice(Math.max(0, index - NEAR), index + 1 + NEAR), reading),
    ),
    noReaction: reading.quotations.filter(({ index }) => !answered.has(index)).map(({ index }) => index + 1),
  }
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
  const known = group.find(({ reaction }) => reaction !== undefined)?.reaction
  const judged = judge(scene, { speaker: first.speaker, actor, sentences, known, words: wordsOf(scene, held) })
  const wire: WireReaction = {
    quotation: quotation === undefined ? null : quotation + 1,
    sentences: sentences.map((index) => index + 1).slice(0, 5),
    actor,
    ...judged,
    content: null,
  }
  return [
    {
      wire,
      quotations: held,
      at: first.content.start,
      merit: 2 + (judged.kind === 'other' ? 0 : 1),
      sentence: first.sentence,
    },
  ]
}

/**
 * What an actor is said to have said, by a verb that tells no more than that; where nothing clearer was found in the sentence. What
 * a telling verb says, and whether that counts, is for `toldReactions` to decide.
 */
function plainStatements(scene: Scene, telling: readonly Draft[]): Draft[] {
  const { reading, numbers } = scene
  const told = new Set(telling.flatMap(({ wire }) => wire.sentences.map((sentence) => `${wire.actor} ${sentence}`)))
  return reading.attributions.flatMap((attribution): Draft[] => {
    const { speaker, sentence, cue, content, reaction } = attribution
    const actor = speaker === undefined ? undefined : numbers.get(speaker)
    if (speaker === undefined || actor === undefined || reaction !== undefined) return []
    if (isQuoting(reading, attribution) || isDenied(scene, attribution)) return []
    if (told.has(`${actor} ${sentence + 1}`)) return []
    told.add(`${actor} ${sentence + 1}`)
    const words = reading.article.text.slice(content.start, content.end)
    const judged = judge(scene, { speaker, actor, sentences: [sentence], words })
    const wire = { quotation: null, sentences: [sentence + 1], actor, ...judged, content: null }
    const merit = judged.kind === 'other' ? 0.4 : 1
    return [{ wire, quotations: [], at: cue?.start ?? content.start, merit, sentence }]
  })
}

type Statement = { speaker: number; actor: number; sentences: readonly number[]; known?: ReactionKind; words: string }

/**
 * Of what kind a statement is, and what it is about: by its verb, else by words of attitude, else by its own words ("must" an appeal,
 * "worried" a concern), else by how it bears on the main issue.
 */
function judge(
  scene: Scene,
  { speaker, actor, sentences, known, words }: Statement,
): Pick<WireReaction, 'kind' | 'polarity' | 'target'> {
  const cues = cuesBy(scene, actor, sentences)
  const told = known ?? kindBy(scene, cues) ?? kindOfSaying(words.slice(0, MOST_WORDS), scene.reading.language)
  const talk = told === undefined ? talkIn(scene, speaker, sentences) : undefined
  const kind = told ?? (talk === undefined ? 'other' : talk.polarity === 'positive' ? 'support' : 'criticism')
  const polarity = polarityOf(kind, cues)
  return { kind, polarity, target: talk && scene.main ? `I${scene.main.number}` : targetOf(scene, cues, polarity) }
}

/** In what was said, more is not looked at; in UTF-16 code units. */
const MOST_WORDS = 2000

/** The clearest of what a speaker says of the main issue in these sentences. */
function talkIn({ talk }: Scene, speaker: number, sentences: readonly number[]): Talk | undefined {
  const found = talk.filter(({ name, sentence }) => name === speaker && sentences.includes(sentence))
  return found.reduce<Talk | undefined>(
    (best, each) => (best === undefined || each.strength > best.strength ? each : best),
    undefined,
  )
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

function wordsOf({ reading }: Scene, held: readonly number[]): string {
  return held.map((index) => reading.quotations[index]?.text ?? '').join(' ')
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

/**
 * Gives what is told without a quotation its own words: from its verb up to the next reaction of the same actor in the
 * sentence, so that "praised the crews and blamed the rules" is two.
 */
function withClause(draft: Draft, near: readonly Draft[], reading: Reading): WireReaction {
  const { wire, quotations, at, sentence } = draft
  const whole = reading.sentences[sentence]
  const siblings = near.filter(
    (other) => other !== draft && other.wire.actor === wire.actor && other.sentence === sentence,
  )
  if (quotations.length > 0 || whole === undefined || siblings.length === 0 || at < whole.start) return wire
  const next = siblings.find((other) => other.at > at)
  const words = reading.article.text.slice(at, Math.min(next?.at ?? whole.end, whole.end)).trim()
  const content = words.replace(/(?:[,;:–—.“"«\s]|\s(?:and|but|y|et|und|e|pero|mais|mas|aber))+$/u, '')
  return content.length < MIN_CLAUSE ? wire : { ...wire, content }
}

const NEAR = 4
const MIN_CLAUSE = 8

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
