import { z } from 'zod'

/** Every step of the chain, in order. The list of their definitions is `pipeline/steps/all.ts`. */
export const StepName = z.enum(['actors', 'summary', 'stances', 'reactions'])
export type StepName = z.infer<typeof StepName>

export const Mode = z
  .enum(['single', 'chain'])
  .describe('single: one call for all four parts; chain: one question a step')
export type Mode = z.infer<typeof Mode>

export const Length = z.enum(['short', 'standard', 'long'])
export type Length = z.infer<typeof Length>

/** How one step is asked. The extractive engine has neither model nor prompt. */
export const StepRecipe = z.strictObject({
  engine: z.string().min(1),
  model: z.string().min(1).optional(),
  mode: Mode.optional(),
  prompt: z.strictObject({ version: z.int().positive(), hash: z.string() }).optional(),
})
export type StepRecipe = z.infer<typeof StepRecipe>

/** How a server is spoken to; found by the probe, part of the recipe because it shapes the request. */
export const Dialect = z.strictObject({
  structure: z.enum(['json-schema', 'tools', 'json-text']).describe('How an answer is given its form'),
  narrowed: z.boolean().describe('The schema is narrowed to the article (keys, actors, bounded numbers)'),
  maxTokensParameter: z.enum(['max_tokens', 'max_completion_tokens', 'none']),
  temperature: z.boolean().describe('temperature 0 is sent'),
  reasoningEffort: z.string().optional(),
  systemRole: z.boolean().describe('The rules go as a system message, not as the first user message'),
  toolsHash: z.string().optional(),
})
export type Dialect = z.infer<typeof Dialect>

/** Everything that decides an analysis beside the article itself. Its hash identifies the way of analysing. */
export const Recipe = z
  .strictObject({
    steps: z.record(StepName, StepRecipe),
    sharedPrompt: z.strictObject({ version: z.int().positive(), hash: z.string() }).optional(),
    dialect: Dialect.optional(),
    length: Length,
    language: z.string().min(2).optional().describe('Where detection is overruled'),
    contextTokens: z.int().positive().optional().describe('What decides the windows of a long article'),
    targets: z.array(z.string().min(1)).describe('Given propositions or actors to ask every article about'),
    actors: z.array(z.string().min(1)).describe('Given actors to ask every article about'),
    rules: z.int().positive().describe('Version of text rules, steps, grounding and word lists'),
  })
  .meta({ id: 'Recipe' })
export type Recipe = z.infer<typeof Recipe>
