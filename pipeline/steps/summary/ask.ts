import { z } from 'zod'
import { fill } from '../../../prompts/fill.ts'
import type { Asked, PromptText, Question, StepInput, Texts, Window } from '../../schema/contracts.ts'
import type { Reading } from '../../schema/reading.ts'
import type { Recipe } from '../../schema/recipe.ts'
import { answerRoom } from '../answer-room.ts'
import { exampleSections, showExample } from '../example.ts'
import { languageName } from '../language-name.ts'
import { repairItems, repairSentences } from '../repair-items.ts'
import { numberAmong } from '../wire-number.ts'
import { countsFor } from './counts.ts'
import { PickedSentences, SummaryWire } from './wire.ts'

const MAX_TOKENS = 1_600
const MAX_PICKED = 12

export const summarySections = {
  ...exampleSections,
  task: ['language', 'brief', 'keyPoints', 'example'],
  pick: ['count'],
  repair: ['language', 'items'],
}

/** What a question of this step was answered: the main sentences of a window, or lines. */
export const SummaryPart = z.union([
  z.strictObject({ window: z.int().nonnegative(), picked: z.array(z.number()) }),
  SummaryWire,
])
export type SummaryPart = z.infer<typeof SummaryPart>

/**
 * A short article: one question. A long one: each window is asked for the numbers of its main sentences, then one question goes
 * over those alone.
 */
export function askSummary(texts: Texts, input: StepInput, answered: ReadonlyMap<string, SummaryPart>): Asked {
  const prompt = texts.steps.summary
  return { known: [], questions: questionsOf(prompt, input, answered) }
}

function questionsOf(prompt: PromptText, input: StepInput, answered: ReadonlyMap<string, SummaryPart>): Question[] {
  const { windows, complaints, reading } = input
  const language = languageName(reading.language)
  if (complaints) {
    const task = fill(prompt, 'repair', { language, items: repairItems(complaints) })
    return answered.size > 0 ? [] : [lines('repair', repairSentences(complaints, windows), task, input)]
  }
  if (answered.has('summary')) return []
  const task = fill(prompt, 'task', { language, ...countsInWords(input), example: showExample(prompt) })
  const [only] = windows
  if (only && windows.length === 1) return answered.size > 0 ? [] : [lines('summary', only.sentences, task, input)]
  const picked = [...answered.values()].filter((part) => 'picked' in part)
  if (picked.length === 0) return windows.map((window) => pick(window, prompt, input))
  return [lines('summary', mainSentences(picked, input), task, input)]
}

/** How many lines to write: no more than the article has sentences for. */
function countsInWords({ recipe, reading }: StepInput): { brief: string; keyPoints: string } {
  const { brief, keyPoints } = countsFor(recipe.length)
  const most = Math.max(1, reading.sentences.length)
  return { brief: String(Math.min(brief, most)), keyPoints: String(Math.min(keyPoints, most)) }
}

function lines(key: string, sentences: readonly number[], task: string, { recipe }: StepInput): Question {
  return {
    key,
    sentences,
    task,
    schema: SummaryWire,
    narrowed: () => linesSchema(sentences, recipe),
    maxTokens: Math.min(MAX_TOKENS, answerRoom(recipe)),
    read: (answer): SummaryPart => SummaryWire.parse(answer),
  }
}

function linesSchema(sentences: readonly number[], { length }: Recipe) {
  const { brief, keyPoints } = countsFor(length)
  const cited = z
    .array(numberAmong(sentences.map((index) => index + 1)))
    .min(1)
    .max(3)
  const line = z.strictObject({ sentences: cited, text: z.string() })
  return z.strictObject({
    headline: line.nullable(),
    brief: z.array(line).max(brief),
    keyPoints: z.array(line).max(keyPoints),
  })
}

function pick({ index, sentences }: Window, prompt: PromptText, { windows }: StepInput): Question {
  const count = pickedPerWindow(windows)
  return {
    key: `pick-${index + 1}`,
    sentences,
    task: fill(prompt, 'pick', { count: String(count) }),
    schema: PickedSentences,
    narrowed: () =>
      z.strictObject({
        sentences: z
          .array(numberAmong(sentences.map((sentence) => sentence + 1)))
          .min(1)
          .max(count),
      }),
    maxTokens: 200,
    read: (answer): SummaryPart => ({ window: index, picked: PickedSentences.parse(answer).sentences }),
  }
}

/** So many that all of them fit into one question, which is a window's room at most. */
function pickedPerWindow(windows: readonly Window[]): number {
  const room = Math.min(...windows.map(({ sentences }) => sentences.length))
  return Math.max(2, Math.min(MAX_PICKED, Math.floor(room / windows.length)))
}

/** Indexes that the windows chose; a window that did not answer gives its most salient sentences. */
function mainSentences(parts: readonly { window: number; picked: number[] }[], input: StepInput): number[] {
  const { windows, reading } = input
  const count = pickedPerWindow(windows)
  const chosen = windows.flatMap((window) => {
    const shown = new Set(window.sentences)
    const own = parts
      .filter((part) => part.window === window.index)
      .flatMap(({ picked }) => picked.map((number) => number - 1))
      .filter((index) => shown.has(index))
    return own.length > 0 ? own.slice(0, count) : mostSalient(window, reading, count)
  })
  return [...new Set(chosen)].sort((a, b) => a - b)
}

function mostSalient({ sentences }: Window, { salience }: Reading, count: number): number[] {
  return [...sentences].sort((a, b) => (salience[b] ?? 0) - (salience[a] ?? 0)).slice(0, count)
}
