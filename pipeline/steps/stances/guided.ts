import { z } from 'zod'
import { fill } from '../../../prompts/fill.ts'
import { type ActorId, StanceLabel, type TargetId } from '../../schema/analysis.ts'
import type { Asked, Cast, PromptText, Question, StepInput, Texts } from '../../schema/contracts.ts'
import { actorAt, targetAt } from '../cast-numbers.ts'
import type { Guided } from '../define-step.ts'
import { inventedName, nameShown, sentencesShown } from '../guided-texts.ts'
import { OddsShape } from '../odds.ts'
import { numberAmong, WireNumber } from '../wire-number.ts'
import { decideStance } from './decide.ts'
import { extractStances } from './extract.ts'
import { type Pair, pairKey, pairsOf } from './pairs.ts'
import { telling } from './telling.ts'
import type { StancesWire, WireStance } from './wire.ts'

/** The label of one pair, or (without an actor) of nobody: how much a model favours each label where there is no answer. */
const GuidedStance = z.strictObject({
  actor: z.string().optional(),
  target: z.string(),
  sentence: z.number().optional(),
  label: StanceLabel,
  odds: OddsShape,
})
type GuidedStance = z.infer<typeof GuidedStance>

/** More sentences about one actor tell a small model nothing more. */
const MAX_SENTENCES = 4
const MAX_TOKENS = 40

/**
 * Each actor is asked about alone, with the sentences that tell of it, and one question is about somebody whom the article does
 * not name. What the rules say is put beside the answer; a label that is not probable enough is left unstated.
 */
export const guidedStances: Guided<StancesWire, GuidedStance> = {
  sections: { question: ['issue', 'sentences', 'actor'], 'nothing said': [] },
  part: GuidedStance,
  ask: askGuided,
  merge: mergeGuided,
}

function askGuided({ steps }: Texts, input: StepInput, answered: ReadonlyMap<string, GuidedStance>): Asked {
  const { cast, recipe } = input
  if (cast === undefined || answered.size > 0) return { known: [], questions: [] }
  const prompt = steps.stances
  const byTarget = Map.groupBy(doubtedAmong(pairsOf(cast, recipe), input), ({ target }) => target)
  const questions = [...byTarget].flatMap(([target, pairs]) => [
    blankQuestion(prompt, target, input, cast),
    ...pairs.map((pair) => pairQuestion(prompt, pair, input, cast)),
  ])
  return { known: [], questions }
}

/** All of them at first; of a larger model those that the first one was not sure of. */
function doubtedAmong(pairs: readonly Pair[], { complaints }: StepInput): readonly Pair[] {
  if (complaints === undefined) return pairs
  const doubted = new Set(complaints.flatMap((complaint) => complaint.doubted ?? []).map(pairKey))
  return pairs.filter((pair) => doubted.has(pairKey(pair)))
}

function pairQuestion(prompt: PromptText, { actor, target }: Pair, input: StepInput, cast: Cast): Question {
  const { name = '', mentions = [] } = cast.actors.find(({ id }) => id === actor) ?? {}
  const { shown, sentences } = telling(actor, mentions, input, MAX_SENTENCES)
  return closedQuestion(prompt, { key: pairKey({ actor, target }), actor, target, name, shown, sentences }, input, cast)
}

function blankQuestion(prompt: PromptText, target: TargetId, input: StepInput, cast: Cast): Question {
  const sentences = input.windows[0]?.sentences ?? []
  const name = inventedName(input.reading)
  return closedQuestion(prompt, { key: `nobody ${target}`, target, name, shown: [], sentences }, input, cast)
}

type About = {
  key: string
  actor?: ActorId
  target: TargetId
  name: string
  /** Indexes of sentences that tell of the actor. */
  shown: readonly number[]
  /** Those of the window. */
  sentences: readonly number[]
}

function closedQuestion(prompt: PromptText, about: About, { reading }: StepInput, cast: Cast): Question {
  const { key, actor, target, name, shown, sentences } = about
  const task = fill(prompt, 'question', {
    issue: nameShown(cast.issues.find(({ id }) => id === target)?.statement ?? ''),
    sentences: shown.length > 0 ? sentencesShown(shown, reading) : fill(prompt, 'nothing said'),
    actor: nameShown(name),
  })
  const cited = shown.length > 0 ? shown.map((index) => index + 1) : [0]
  return {
    key,
    sentences,
    task,
    schema: Labelled,
    narrowed: () => z.strictObject({ sentence: numberAmong(cited), label: StanceLabel }),
    maxTokens: MAX_TOKENS,
    choice: { field: 'label', labels: StanceLabel.options },
    read: (answer, odds): GuidedStance => {
      const { sentence: written, label } = Labelled.parse(answer)
      // Where no grammar holds a model to the sentences about the actor, it may cite any.
      const sentence = cited.includes(written) ? written : cited[0]
      return { ...(actor !== undefined && { actor }), target, sentence, label, odds }
    },
  }
}

const Labelled = z.strictObject({ sentence: WireNumber, label: StanceLabel })

function mergeGuided(parts: readonly GuidedStance[], input: StepInput): StancesWire {
  const { cast } = input
  if (cast === undefined) return { stances: [] }
  const blanks = new Map(parts.filter(({ actor }) => actor === undefined).map(({ target, odds }) => [target, odds]))
  const answers = new Map(parts.filter(({ actor }) => actor !== undefined).map((part) => [keyOf(part), part]))
  const byRules = extractStances(input).stances
  const decided = byRules.flatMap((rule): WireStance[] => {
    const key = pairKey({ actor: actorAt(cast, rule.actor) ?? '', target: targetAt(cast, rule.target) ?? '' })
    const answer = answers.get(key)
    if (answer) return [decideStance(rule, { answer, blank: blanks.get(answer.target) }, input)]
    // Of a larger model only what it was asked is its answer.
    return input.complaints ? [] : [rule]
  })
  return { stances: decided }
}

const keyOf = ({ actor = '', target }: { actor?: string; target: string }) => pairKey({ actor, target })
