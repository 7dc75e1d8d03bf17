import { z } from 'zod'

/** Every step of the chain, in order. The list of their definitions is `pipeline/steps/all.ts`. */
export const StepName = z.enum(['actors', 'summary', 'stances', 'reactions'])
export type StepName = z.infer<typeof StepName>

export const Mode = z
  .enum(['single', 'chain', 'guided'])
  .describe(
    'single: one call for all four parts; chain: one question a step; guided: many short questions with closed answers, for small models on a server of your own',
  )
export type Mode = z.infer<typeof Mode>

export const Length = z.enum(['short', 'standard', 'long'])
export type Length = z.infer<typeof Length>

/** How a server is spoken to; found by the probe, part of the recipe because it shapes the request. */
export const Dialect = z.strictObject({
  structure: z.enum(['json-schema', 'tools', 'json-text']).describe('How an answer is given its form'),
  narrowed: z.boolean().describe('The schema is narrowed to the article (keys, actors, bounded numbers)'),
  maxTokensParameter: z.enum(['max_tokens', 'max_completion_tokens', 'none']),
  temperature: z.boolean().describe('temperature 0 is sent'),
  reasoningEffort: z.string().optional(),
  systemRole: z.boolean().describe('The rules go as a system message, not as the first user message'),
  toolsHash: z.string().optional(),
  topLogprobs: z
    .int()
    .min(1)
    .max(20)
    .optional()
    .describe('In guided mode: alternatives of each token that are asked for with their probabilities'),
})
export type Dialect = z.infer<typeof Dialect>

const PromptName = z.strictObject({ version: z.int().positive(), hash: z.string() })

const Asked = z.strictObject({
  engine: z.string().min(1),
  model: z.string().min(1).optional(),
  mode: Mode.optional(),
  prompt: PromptName.optional(),
  sharedPrompt: PromptName.optional().describe("Where it is not the recipe's"),
  dialect: Dialect.optional().describe("Where it is not the recipe's"),
})

/** How one step is asked. The extractive engine has neither model nor prompt. */
export const StepRecipe = Asked.extend({
  below: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe('Claims that are less sure, and those that fail grounding, are asked of `larger`'),
  larger: Asked.optional().describe('The model that is asked for what the first one is not sure of'),
})
export type StepRecipe = z.infer<typeof StepRecipe>

export const PromiseKind = z
  .enum(['precision', 'accuracy', 'recall'])
  .describe(
    'precision: of the labels that are kept, so many are right; accuracy: of all labels, where those below the threshold go to a larger model that is taken as right; recall: of the labels that are right, so many are kept',
  )
export type PromiseKind = z.infer<typeof PromiseKind>

/** What of a calibration changes a label or a confidence. */
const shaping = {
  slope: z.number().positive(),
  intercept: z.number(),
  threshold: z.number().min(0).max(1).describe('Below this confidence the pipeline abstains'),
  model: z.string().describe('The model that it was fitted for'),
}

/** What was measured where it was fitted. */
const Decisions = z.int().positive()
const CalibrationPromise = z.strictObject({
  kind: PromiseKind,
  value: z.number().min(0).max(1).describe('The share that is promised'),
  probability: z.number().min(0).max(1).describe('That the promise is kept'),
  articles: z.int().positive().describe('How many it was made on'),
  against: z
    .string()
    .min(1)
    .describe('What labels were compared with: "gold", or the name of the model that was taken as right'),
})

/**
 * What turns the odds of labels into confidence, for one model in mode `guided`: logit(confidence) = slope · logit(odds) +
 * intercept (Platt 1999), fitted to gold or to a larger model's labels; a stance below the threshold is left unstated.
 */
export const Calibration = z
  .strictObject({
    ...shaping,
    decisions: Decisions.optional().describe('In older recipes only: it shapes nothing, and stands in the file'),
    promise: CalibrationPromise.optional().describe('In older recipes only: it shapes nothing, and stands in the file'),
  })
  .meta({ id: 'Calibration' })
export type Calibration = z.infer<typeof Calibration>

/** The file of a calibration: what a recipe takes of it, and beside that what was measured. */
export const CalibrationFile = z.strictObject({
  ...shaping,
  decisions: Decisions.describe('Stances that it was fitted to'),
  promise: CalibrationPromise.optional().describe(
    'What holds at the threshold, as a mean over articles like those that it was chosen on',
  ),
})
export type CalibrationFile = z.infer<typeof CalibrationFile>

/** Everything that decides an analysis beside the article itself. Its hash identifies the way of analysing. */
export const Recipe = z
  .strictObject({
    steps: z.record(StepName, StepRecipe),
    sharedPrompt: PromptName.optional(),
    dialect: Dialect.optional(),
    calibration: Calibration.optional(),
    length: Length,
    language: z.string().min(2).optional().describe('Where detection is overruled'),
    contextTokens: z.int().positive().optional().describe('What decides the windows of a long article'),
    targets: z.array(z.string().min(1)).describe('Given propositions or actors to ask every article about'),
    actors: z.array(z.string().min(1)).describe('Given actors to ask every article about'),
    rules: z.int().positive().describe('Version of text rules, steps, grounding and word lists'),
  })
  .meta({ id: 'Recipe' })
export type Recipe = z.infer<typeof Recipe>

/** The step that says most of who analyses: the first that asks a model, else the first. */
export function leadingStep({ steps }: Pick<Recipe, 'steps'>): StepRecipe {
  return Object.values(steps).find(({ model }) => model !== undefined) ?? steps.actors
}
