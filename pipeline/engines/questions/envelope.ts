import { z } from 'zod'
import type { Question } from '../../schema/contracts.ts'
import type { StepName } from '../../schema/recipe.ts'

/** The questions of all steps as one, answered by an object with a key for each step. */
export type Envelope = Omit<Question, 'read'>

/** Mode `single`: one call for everything. The tasks stand one after the other under the keys of their answers. */
export function envelopeOf(questions: ReadonlyMap<StepName, Question>): Envelope {
  const names = [...questions.keys()]
  const [first] = questions.values()
  const tasks = [...questions].map(([name, { task }]) => `# Part "${name}"\n\n${task}`)
  const all = [...questions]
  return {
    key: 'all',
    sentences: first?.sentences ?? [],
    task: [`${INTRODUCTION} {${names.map((name) => `"${name}":{...}`).join(',')}}`, ...tasks].join('\n\n'),
    schema: envelopeSchema(new Map(all.map(([name, { schema }]) => [name, schema]))),
    narrowed: () =>
      envelopeSchema(new Map(all.map(([name, question]) => [name, question.narrowed?.() ?? question.schema]))),
    maxTokens: all.reduce((sum, [, { maxTokens }]) => sum + maxTokens, 0),
  }
}

const INTRODUCTION =
  'This task has several parts. Work through them in order, each as its own text says, and answer with one JSON object that holds the answer to each part under its name, on one line:'

/** An object with one part under the name of each step, in their order. */
export function envelopeSchema(parts: ReadonlyMap<StepName, z.ZodType>): z.ZodType {
  return z.strictObject(Object.fromEntries(parts))
}
