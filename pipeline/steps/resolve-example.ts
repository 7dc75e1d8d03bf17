import { fill } from '../../prompts/fill.ts'
import { read } from '../rules/read.ts'
import type { Cast, Parts, PromptText, StepInput } from '../schema/contracts.ts'
import type { Reading } from '../schema/reading.ts'
import type { Recipe } from '../schema/recipe.ts'
import { toArticle } from '../text/article.ts'
import { resolveActors } from './actors/resolve.ts'
import type { DefinedStep } from './define-step.ts'
import { exampleActors, exampleHasCast } from './example.ts'
import { numberedSentences } from './shared-messages.ts'

type Fault = { section: string; what: string; cause?: unknown }
export type ResolvedExample = {
  faults: Fault[]
  /** Absent where the answer is not even a wire. */
  resolved?: { parts: Partial<Parts>; cast: Cast | undefined; input: StepInput }
}

/**
 * The example of a prompt, taken as an article and a model's answer to it: it must be shown as an article is, be a wire, and
 * resolve without a warning.
 */
export function resolveExample(prompt: PromptText, step: DefinedStep): ResolvedExample {
  const shown = fill(prompt, 'example article')
  const reading = readExample(shown)
  const sentences = reading.sentences.map(({ index }) => index)
  const numbered = numberedSentences(reading, sentences)
  if (numbered !== shown) {
    return { faults: [{ section: 'example article', what: `an article is shown so:\n${numbered}` }] }
  }
  const input: StepInput = { reading, recipe: RECIPE, windows: [{ index: 0, sentences }] }
  const cast = exampleHasCast(prompt) ? castOf(prompt, input) : undefined
  const answer = parseAnswer(fill(prompt, 'example answer'), step)
  if ('fault' in answer) return { faults: [{ section: 'example answer', ...answer.fault }] }
  const resolved = step.resolve(answer.wire, { ...input, ...(cast && { cast: cast.cast }) })
  const warnings = [...(cast?.warnings ?? []), ...resolved.warnings].filter(({ note }) => note !== true)
  return {
    faults: warnings.map(({ message }) => ({ section: 'example answer', what: message })),
    resolved: { parts: resolved.parts, cast: resolved.cast ?? cast?.cast, input },
  }
}

const STEP = { engine: 'example' }
const RECIPE: Recipe = {
  steps: { actors: STEP, summary: STEP, stances: STEP, reactions: STEP },
  length: 'standard',
  targets: [],
  actors: [],
  rules: 1,
}

/** The article without the numbers that it is shown with. */
function readExample(shown: string): Reading {
  const text = shown
    .replace(/^\[\d+\] /gm, '')
    .replace(/\[Q\d+\]/g, '')
    .replaceAll('\n\n', '\u0000')
  const paragraphs = text.split('\u0000').map((paragraph) => paragraph.replaceAll('\n', ' '))
  return read(toArticle({ id: 'example', text: paragraphs.join('\n\n'), language: 'en' }))
}

function castOf(
  prompt: PromptText,
  input: StepInput,
): { cast: Cast | undefined; warnings: { message: string; note?: boolean }[] } {
  const actors = exampleActors(prompt).map((name) => ({
    sentences: [1],
    name,
    kind: 'other' as const,
    role: null,
    aliases: [],
  }))
  const issue = { sentences: [1], statement: fill(prompt, 'example issue') }
  return { cast: undefined, ...resolveActors({ actors, issue, otherIssues: [] }, input) }
}

function parseAnswer(
  text: string,
  { wire }: DefinedStep,
): { wire: unknown } | { fault: { what: string; cause: unknown } } {
  try {
    const parsed = wire.safeParse(JSON.parse(text))
    if (parsed.success) return { wire: parsed.data }
    const { path, message } = parsed.error.issues[0] ?? { path: [], message: '' }
    return { fault: { what: `${path.join('.')}: ${message}`, cause: parsed.error } }
  } catch (cause) {
    return { fault: { what: 'it is not JSON', cause } }
  }
}
