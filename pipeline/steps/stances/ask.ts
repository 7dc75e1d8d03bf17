import { z } from 'zod'
import { fill } from '../../../prompts/fill.ts'
import { type ActorId, StanceLabel, Voice } from '../../schema/analysis.ts'
import type { Asked, Cast, PromptText, Question, StepInput, Texts, Window } from '../../schema/contracts.ts'
import { answerRoom } from '../answer-room.ts'
import { actorAt, actorName, actorNames, targetAt, targetName, targetNames } from '../cast-numbers.ts'
import { chunksOf } from '../chunks-of.ts'
import { exampleSectionsWithCast, showExample } from '../example.ts'
import { languageName } from '../language-name.ts'
import { repairItems, repairSentences } from '../repair-items.ts'
import { showCast } from '../show-cast.ts'
import { numberAmong } from '../wire-number.ts'
import { type Pair, pairKey, pairsOf } from './pairs.ts'
import { readStances } from './read-answer.ts'
import { type StancesWire, WrittenStances } from './wire.ts'

/** More keys than this in one answer, and it repeats itself. */
const MAX_PAIRS = 30
const MAX_MORE = 8
/** In `single` there are twelve actors at most. A weak model goes on with all pairs of them as long as it may. */
const MAX_OWN_PAIRS = 16
/** A small model fills a list as far as it may. */
const MAX_CITED = 2
const TOKENS_PER_STANCE = 100

export const stancesSections = {
  ...exampleSectionsWithCast,
  task: ['language', 'cast', 'pairs', 'example'],
  cast: ['issues', 'actors'],
  pairs: ['pairs'],
  'own list': [],
  gaps: ['language', 'cast', 'pairs'],
  repair: ['language', 'cast', 'items'],
}

/**
 * For each window the actors that it names, towards the main issue and the given targets; pairs that an answer left out are asked
 * once more. In `single` the actors are those of the model's own list.
 */
export function askStances(texts: Texts, input: StepInput, answered: ReadonlyMap<string, StancesWire>): Asked {
  const prompt = texts.steps.stances
  return { known: [], questions: questionsOf(prompt, input, answered) }
}

function questionsOf(prompt: PromptText, input: StepInput, answered: ReadonlyMap<string, StancesWire>): Question[] {
  const { cast, windows, complaints } = input
  const language = languageName(input.reading.language)
  if (cast === undefined)
    return answered.size > 0 ? [] : windows.slice(0, 1).map((window) => inOwnNumbers(window, prompt, language))
  const shown = fill(prompt, 'cast', showCast(cast))
  if (complaints) {
    if (answered.size > 0) return []
    // A model that is not shown what an actor says would answer "unstated".
    const byWindow = Map.groupBy(complaints, (each) => repairSentences([each], windows))
    return [...byWindow].map(([sentences, own], index) => {
      const task = fill(prompt, 'repair', { language, cast: shown, items: repairItems(own) })
      const narrowed = () => listSchema(sentences, cast, own.length)
      const key = `repair${index > 0 ? `-${index + 1}` : ''}`
      return { ...asList(key, sentences, task, cast), narrowed, maxTokens: (own.length + 1) * TOKENS_PER_STANCE }
    })
  }
  const groups = windows.flatMap((window) =>
    chunksOf(pairsIn(window, cast, input), pairsThatFit(input)).map((pairs, index) => ({
      key: `window-${window.index + 1}${index > 0 ? `-${index + 1}` : ''}`,
      sentences: window.sentences,
      pairs,
    })),
  )
  if (answered.size === 0) {
    return groups.map(({ key, sentences, pairs }) => {
      const task = fill(prompt, 'task', {
        language,
        cast: shown,
        pairs: listed(prompt, pairs, cast),
        example: showExample(prompt),
      })
      return asKeys(key, { sentences, pairs }, task, cast)
    })
  }
  return groups.flatMap(({ key, sentences, pairs }) => {
    const open = gapsOf(pairs, answered.get(key), cast)
    if (open.length === 0 || !answered.has(key)) return []
    const task = fill(prompt, 'gaps', { language, cast: shown, pairs: listed(prompt, open, cast) })
    return [asKeys(`${key}-gaps`, { sentences, pairs: open }, task, cast)]
  })
}

/** So many that their answer, with further stances, fits into the context. */
function pairsThatFit({ recipe }: StepInput): number {
  return Math.max(2, Math.min(MAX_PAIRS, Math.floor(answerRoom(recipe) / TOKENS_PER_STANCE) - MAX_MORE))
}

/** The pairs of actors that a window names. A given actor without mentions may stand behind other words ("the author"). */
function pairsIn({ sentences }: Window, cast: Cast, { recipe, windows }: StepInput): Pair[] {
  const pairs = pairsOf(cast, recipe)
  if (windows.length === 1) return pairs
  const shown = new Set(sentences)
  const present = new Set(
    cast.actors
      .filter(({ mentions }) => mentions.length === 0 || mentions.some(({ sentence }) => shown.has(sentence)))
      .map(({ id }) => id),
  )
  return pairs.filter(({ actor }) => present.has(actor))
}

function gapsOf(pairs: readonly Pair[], wire: StancesWire | undefined, cast: Cast): Pair[] {
  const has = new Set(
    wire?.stances.map(({ actor, target }) =>
      pairKey({ actor: actorAt(cast, actor) ?? '', target: targetAt(cast, target) ?? '' }),
    ),
  )
  return pairs.filter((pair) => !has.has(pairKey(pair)))
}

function listed(prompt: PromptText, pairs: readonly Pair[], cast: Cast): string {
  const names = pairs.map((pair) => keyOf(pair, cast)).join('; ')
  return fill(prompt, 'pairs', { pairs: names })
}

/** "A2 Rui Sand to I1": the key says who towards what, so that a model that writes it knows whom it speaks of. */
function keyOf({ actor, target }: Pair, cast: Cast): string {
  return `${actorName(cast, actor)} to ${targetName(cast, target)}`
}

type AskedPairs = { sentences: readonly number[]; pairs: readonly Pair[] }

/** A question that every server gets as a list, and one that enforces a grammar as an object with a key for each pair. */
function asKeys(key: string, asked: AskedPairs, task: string, cast: Cast): Question {
  return {
    ...asList(key, asked.sentences, task, cast),
    narrowed: () => keyedSchema(asked, cast),
    maxTokens: (asked.pairs.length + MAX_MORE) * TOKENS_PER_STANCE,
  }
}

/** Only these can prove a stance: the model must begin with what the actor itself says or does. All where it is never named. */
function sentencesAbout(actor: ActorId, shown: readonly number[], { actors }: Cast): readonly number[] {
  const mentions = actors.find(({ id }) => id === actor)?.mentions ?? []
  const named = new Set(mentions.map(({ sentence }) => sentence))
  const about = shown.filter((index) => named.has(index))
  return about.length > 0 ? about : shown
}

function asList(key: string, sentences: readonly number[], task: string, cast: Cast): Question {
  return {
    key,
    sentences,
    task,
    schema: WrittenStances,
    narrowed: () => listSchema(sentences, cast, MAX_PAIRS),
    maxTokens: MAX_PAIRS * TOKENS_PER_STANCE,
    read: readStances,
  }
}

function inOwnNumbers({ sentences }: Window, prompt: PromptText, language: string): Question {
  return {
    key: 'stances',
    sentences,
    task: fill(prompt, 'task', { language, cast: fill(prompt, 'own list'), pairs: '', example: showExample(prompt) }),
    schema: WrittenStances,
    narrowed: () => ownListSchema(sentences),
    maxTokens: MAX_OWN_PAIRS * TOKENS_PER_STANCE,
    read: readStances,
  }
}

function listSchema(sentences: readonly number[], cast: Cast, most: number) {
  return z.strictObject({ stances: z.array(itemSchema(sentences, cast)).max(most) })
}

function keyedSchema({ sentences, pairs }: AskedPairs, cast: Cast) {
  const keyed = Object.fromEntries(
    pairs.map((pair) => [keyOf(pair, cast), positionSchema(sentencesAbout(pair.actor, sentences, cast))]),
  )
  return z.strictObject({ ...keyed, more: z.array(itemSchema(sentences, cast)).max(MAX_MORE) })
}

function ownListSchema(sentences: readonly number[]) {
  const item = z.strictObject({
    actor: z.int().min(1).max(30),
    target: z.string(),
    ...positionSchema(sentences).shape,
  })
  return z.strictObject({ stances: z.array(item).max(MAX_OWN_PAIRS) })
}

function positionSchema(sentences: readonly number[]) {
  return z.strictObject({
    sentences: z.array(numberAmong(sentences.map((index) => index + 1))).max(MAX_CITED),
    voice: Voice.nullable(),
    label: StanceLabel,
    rationale: z.string().nullable(),
  })
}

function itemSchema(sentences: readonly number[], cast: Cast) {
  return z.strictObject({
    actor: z.enum(actorNames(cast)),
    target: z.enum(targetNames(cast)),
    ...positionSchema(sentences).shape,
  })
}
