import { z } from 'zod'
import { fill } from '../../../prompts/fill.ts'
import { Polarity } from '../../schema/analysis.ts'
import type { Asked, Cast, PromptText, Question, StepInput, Texts } from '../../schema/contracts.ts'
import { actorAt, ChosenActor } from '../cast-numbers.ts'
import type { Guided } from '../define-step.ts'
import { inventedName, nameShown, sentencesShown } from '../guided-texts.ts'
import { OddsShape } from '../odds.ts'
import { type Candidate, candidatesIn } from './candidates.ts'
import { extractReactions } from './extract.ts'
import { sentencesAround, speakersNear } from './near.ts'
import { toned } from './tone.ts'
import { NOBODY, type ReactionsWire, type WireReaction } from './wire.ts'

/** Who spoke a quotation (0: nobody on the list), or in which tone a reaction is; `of` is the key of its question. */
const GuidedReaction = z.union([
  z.strictObject({ of: z.string(), speaker: z.number() }),
  z.strictObject({ of: z.string(), tone: Polarity, odds: OddsShape }),
])
type GuidedReaction = z.infer<typeof GuidedReaction>

const MAX_SHOWN = 3
const MAX_TOKENS = 40
const BLANK = 'tone of nothing'

/**
 * The rules find the reactions and most speakers. A model is asked who spoke the quotations that they leave open, each apart, and
 * in which tone each reaction is whose words tell the rules nothing. Asked for one of ten kinds, a small model guesses.
 */
export const guidedReactions: Guided<ReactionsWire, GuidedReaction> = {
  sections: { speaker: ['sentences', 'quotation'], tone: ['sentences', 'actor'], 'nothing said': [] },
  part: GuidedReaction,
  ask: askGuided,
  merge: mergeGuided,
}

function askGuided({ steps }: Texts, input: StepInput, answered: ReadonlyMap<string, GuidedReaction>): Asked {
  const { cast } = input
  if (cast === undefined || cast.actors.length === 0) return { known: [], questions: [] }
  const prompt = steps.reactions
  const wire = extractReactions(input)
  if (answered.size === 0) {
    const speakers = openQuotations(wire, input).map((candidate) => speakerQuestion(prompt, candidate, input, cast))
    const tones = toneQuestions(prompt, wire.reactions, input, cast)
    return { known: [], questions: [...speakers, ...tones] }
  }
  const spoken = spokenIn([...answered.values()], wire, input)
  const tones = toneQuestions(prompt, spoken, input, cast).filter(({ key }) => !answered.has(key))
  return { known: [], questions: tones }
}

/** Quotations that the rules give to nobody. */
function openQuotations({ noReaction }: ReactionsWire, { reading }: StepInput): Candidate[] {
  const open = new Set(noReaction)
  const all = reading.sentences.map(({ index }) => index)
  return candidatesIn(reading, all).filter(({ number }) => open.has(number))
}

function speakerQuestion(prompt: PromptText, candidate: Candidate, input: StepInput, cast: Cast): Question {
  const { number, sentences: quoted } = candidate
  const window = windowOf(quoted[0] ?? 0, input)
  const near = sentencesAround(quoted, window)
  const names = [...speakersNear(near, cast), 'nobody']
  const quotation = `[Q${number}] “${nameShown(input.reading.quotations[number - 1]?.text ?? '')}”`
  return {
    key: speakerKey(number),
    sentences: window,
    task: fill(prompt, 'speaker', { sentences: sentencesShown(near, input.reading), quotation }),
    schema: Spoken,
    narrowed: () => z.strictObject({ speaker: z.enum(names) }),
    maxTokens: MAX_TOKENS,
    read: (answer): GuidedReaction => ({
      of: speakerKey(number),
      speaker: ChosenActor.parse(Spoken.parse(answer).speaker),
    }),
  }
}

const Spoken = z.strictObject({ speaker: z.string() })
const speakerKey = (number: number) => `speaker Q${number}`

/** Reactions by those whom the model named. */
function spokenIn(parts: readonly GuidedReaction[], wire: ReactionsWire, input: StepInput): WireReaction[] {
  const speakers = new Map(parts.flatMap((part) => ('speaker' in part ? [[part.of, part.speaker] as const] : [])))
  return openQuotations(wire, input).flatMap(({ number, sentences }) => {
    const actor = speakers.get(speakerKey(number)) ?? NOBODY
    if (actor === NOBODY || actorAt(input.cast, actor) === undefined) return []
    return {
      quotation: number,
      sentences: sentences.map((index) => index + 1),
      actor,
      kind: 'other',
      polarity: 'neutral',
      target: null,
      content: null,
    }
  })
}

/** One for each reaction that the rules call `other`, and one about nothing, which shows what the model favours. */
function toneQuestions(
  prompt: PromptText,
  reactions: readonly WireReaction[],
  input: StepInput,
  cast: Cast,
): Question[] {
  const open = reactions.filter(({ kind }) => kind === 'other')
  if (open.length === 0) return []
  const blank = toneQuestion(prompt, BLANK, { shown: [], name: inventedName(input.reading) }, input)
  const questions = open.map((reaction) => {
    const shown = reaction.sentences.map((number) => number - 1).slice(0, MAX_SHOWN)
    const name = cast.actors.find(({ id }) => id === actorAt(cast, reaction.actor))?.name ?? ''
    return toneQuestion(prompt, toneKey(reaction), { shown, name }, input)
  })
  return [blank, ...questions]
}

type About = { shown: readonly number[]; name: string }

function toneQuestion(prompt: PromptText, key: string, { shown, name }: About, input: StepInput): Question {
  const { reading } = input
  return {
    key,
    sentences: windowOf(shown[0] ?? 0, input),
    task: fill(prompt, 'tone', {
      sentences: shown.length > 0 ? sentencesShown(shown, reading) : fill(prompt, 'nothing said'),
      actor: nameShown(name),
    }),
    schema: OfTone,
    maxTokens: MAX_TOKENS,
    choice: { field: 'tone', labels: Polarity.options },
    read: (answer, odds): GuidedReaction => ({ of: key, tone: OfTone.parse(answer).tone, odds }),
  }
}

const OfTone = z.strictObject({ tone: Polarity })

function toneKey({ actor, quotation, sentences }: WireReaction): string {
  return `tone A${actor} ${quotation === null ? `S${sentences.join('-')}` : `Q${quotation}`}`
}

function mergeGuided(parts: readonly GuidedReaction[], input: StepInput): ReactionsWire {
  const wire = extractReactions(input)
  const tones = new Map(parts.flatMap((part) => ('tone' in part ? [[part.of, part] as const] : [])))
  const blank = tones.get(BLANK)?.odds
  const spoken = spokenIn(parts, wire, input)
  const named = new Set(spoken.map(({ quotation }) => quotation))
  const reactions = [...wire.reactions, ...spoken].map((reaction): WireReaction => {
    const answer = tones.get(toneKey(reaction))
    return answer === undefined || reaction.kind !== 'other' ? reaction : toned(reaction, answer, blank)
  })
  return { reactions, noReaction: wire.noReaction.filter((number) => !named.has(number)) }
}

/** The sentences of the window that a sentence stands in. */
function windowOf(sentence: number, { windows }: StepInput): readonly number[] {
  return (windows.find(({ sentences }) => sentences.includes(sentence)) ?? windows[0])?.sentences ?? []
}
