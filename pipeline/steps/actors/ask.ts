import { z } from 'zod'
import { fill } from '../../../prompts/fill.ts'
import { ActorKind } from '../../schema/analysis.ts'
import type { Asked, Complaint, PromptText, Question, StepInput, Texts, Window } from '../../schema/contracts.ts'
import type { Reading } from '../../schema/reading.ts'
import { answerRoom } from '../answer-room.ts'
import { exampleSections, showExample } from '../example.ts'
import { languageName } from '../language-name.ts'
import { repairItems, repairSentences } from '../repair-items.ts'
import { numberAmong } from '../wire-number.ts'
import type { ActorsPart } from './merge.ts'
import { ActorsWire } from './wire.ts'

const MAX_ACTORS = 12
const MAX_NAMES = 20
const MAX_TOKENS = 1_600

export const actorsSections = {
  ...exampleSections,
  task: ['language', 'names', 'given', 'example'],
  given: ['actors', 'issues'],
  repair: ['language', 'items'],
}

/** One question a window: who acts in it and what it is about. Nothing is asked twice: a list of actors has no gaps that we know. */
export function askActors({ steps }: Texts, input: StepInput, answered: ReadonlyMap<string, ActorsPart>): Asked {
  if (answered.size > 0) return { known: [], questions: [] }
  const prompt = steps.actors
  const { windows, complaints } = input
  if (complaints) return { known: [], questions: [repair(prompt, complaints, input)] }
  const shared = {
    language: languageName(input.reading.language),
    given: given(prompt, input),
    example: showExample(prompt),
  }
  const questions = windows.map((window) => {
    const task = fill(prompt, 'task', { ...shared, names: namesIn(window, input.reading) })
    return question(`window-${window.index + 1}`, window, task, input)
  })
  return { known: [], questions }
}

/** Names that the rules found, as a reminder: a weak model stops its list early. */
function namesIn({ sentences }: Pick<Window, 'sentences'>, { names }: Reading): string {
  const shown = new Set(sentences)
  const here = names.filter(({ canAct, mentions }) => canAct && mentions.some(({ sentence }) => shown.has(sentence)))
  const central = [...here].sort((a, b) => b.salience - a.salience).slice(0, MAX_NAMES)
  return central.map(({ name }) => name.replace(/\s+/g, ' ').slice(0, 60)).join('; ') || '(none)'
}

function question(key: string, { index, sentences }: Window, task: string, { recipe }: StepInput): Question {
  return {
    key,
    sentences,
    task,
    schema: ActorsWire,
    narrowed: () => narrowed(sentences),
    maxTokens: Math.min(MAX_TOKENS, answerRoom(recipe)),
    read: (answer): ActorsPart => ({ window: index, wire: ActorsWire.parse(answer) }),
  }
}

function narrowed(sentences: readonly number[]): z.ZodType {
  const cited = z
    .array(numberAmong(sentences.map((index) => index + 1)))
    .min(1)
    .max(2)
  const issue = z.strictObject({ sentences: cited, statement: z.string() })
  return z.strictObject({
    actors: z
      .array(
        z.strictObject({
          sentences: cited,
          name: z.string(),
          kind: ActorKind,
          role: z.string().nullable(),
          aliases: z.array(z.string()).max(3),
        }),
      )
      .max(MAX_ACTORS),
    issue,
    otherIssues: z.array(issue).max(2),
  })
}

/** What the recipe asks of every article; it holds the first numbers. */
function given(prompt: PromptText, { recipe }: StepInput): string {
  if (recipe.actors.length + recipe.targets.length === 0) return ''
  const list = (items: readonly string[], letter: string) =>
    items.map((item, index) => `${letter}${index + 1}: ${item.replace(/\s+/g, ' ')}`).join('\n') || '(none)'
  return fill(prompt, 'given', { actors: list(recipe.actors, 'A'), issues: list(recipe.targets, 'I') })
}

function repair(prompt: PromptText, complaints: readonly Complaint[], input: StepInput): Question {
  const language = languageName(input.reading.language)
  const task = fill(prompt, 'repair', { language, items: repairItems(complaints) })
  const sentences = repairSentences(complaints, input.windows)
  return question('repair', { index: 0, sentences }, task, input)
}
