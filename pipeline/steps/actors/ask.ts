import { z } from 'zod'
import { fill } from '../../../prompts/fill.ts'
import { ActorKind } from '../../schema/analysis.ts'
import type { Asked, Complaint, PromptText, Question, StepInput, Texts } from '../../schema/contracts.ts'
import { exampleSections, showExample } from '../example.ts'
import { languageName } from '../language-name.ts'
import { repairItems, repairSentences } from '../repair-items.ts'
import { numberAmong } from '../wire-number.ts'
import type { ActorsPart } from './merge.ts'
import { ActorsWire } from './wire.ts'

const MAX_ACTORS = 12
const MAX_TOKENS = 1_600

export const actorsSections = {
  ...exampleSections,
  task: ['language', 'given', 'example'],
  given: ['actors', 'issues'],
  repair: ['language', 'items'],
}

/** One question a window: who acts in it and what it is about. Nothing is asked twice: a list of actors has no gaps that we know. */
export function askActors({ steps }: Texts, input: StepInput, answered: ReadonlyMap<string, ActorsPart>): Asked {
  const prompt = steps.actors
  const language = languageName(input.reading.language)
  if (input.complaints)
    return { known: [], questions: answered.size > 0 ? [] : [repair(prompt, language, input.complaints, input)] }
  if (answered.size > 0) return { known: [], questions: [] }
  const task = fill(prompt, 'task', {
    language,
    given: given(prompt, input),
    example: showExample(prompt),
  })
  return {
    known: [],
    questions: input.windows.map(({ index, sentences }) => question(`window-${index + 1}`, index, sentences, task)),
  }
}

function question(key: string, window: number, sentences: readonly number[], task: string): Question {
  return {
    key,
    sentences,
    task,
    schema: ActorsWire,
    narrowed: narrowed(sentences),
    maxTokens: MAX_TOKENS,
    read: (answer): ActorsPart => ({ window, wire: ActorsWire.parse(answer) }),
  }
}

function narrowed(sentences: readonly number[]): z.ZodType {
  const cited = z
    .array(numberAmong(sentences.map((index) => index + 1)))
    .min(1)
    .max(3)
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

function repair(
  prompt: PromptText,
  language: string,
  complaints: readonly Complaint[],
  { windows }: StepInput,
): Question {
  const task = fill(prompt, 'repair', { language, items: repairItems(complaints) })
  return question('repair', 0, repairSentences(complaints, windows), task)
}
