import type { Length, Mode } from '../pipeline/schema/recipe.ts'
import { type Config, readConfig } from '../workers/config.ts'
import type { RecipeOptions } from '../workers/recipe-of.ts'

/** `--data`, `--json`: every command that answers has them. */
export type CommonFlags = { data?: string; json?: boolean }

/** What decides how an article is analysed, as the command line names it. */
export type RecipeFlags = {
  engine?: string
  model?: string
  mode: Mode | 'auto'
  length: Length
  language?: string
  target?: string[]
  actor?: string[]
}

/** The settings, with what the command line says in their place. */
export function settingsOf({ data, model }: { data?: string; model?: string }): Config {
  return readConfig(process.env, { dataFolder: data, model })
}

/** An engine without a model is asked for by name only, and then no model is. */
export function recipeOptionsOf({ target, actor, ...flags }: RecipeFlags): RecipeOptions {
  return { ...flags, targets: target, actors: actor }
}
