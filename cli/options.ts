import { StandpointError } from '../pipeline/schema/errors.ts'
import type { Length, Mode } from '../pipeline/schema/recipe.ts'
import { type Config, readConfig } from '../workers/config.ts'
import type { RecipeOptions } from '../workers/recipe-of.ts'
import { readable } from './readable.ts'

/** `--data`, `--json`: every command that answers has them. */
export type CommonFlags = { data?: string; json?: boolean }

/** What decides how an article is analysed, as the command line names it. */
export type RecipeFlags = {
  engine?: string
  model?: string
  mode: Mode | 'auto'
  calibration?: string
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
  if (flags.engine === 'extractive' && flags.model !== undefined) {
    throw new StandpointError('OPTION_INVALID', 'The extractive engine asks no model', {
      where: `--engine extractive --model ${flags.model}`,
      fix: 'Leave one of the two out.',
    })
  }
  if (flags.language !== undefined && !isLanguageTag(flags.language)) {
    throw new StandpointError('OPTION_INVALID', 'The language is not a tag of BCP 47', {
      where: `--language ${flags.language}`,
      fix: 'For example: --language es, or --language pt-BR.',
    })
  }
  return { ...flags, targets: target, actors: actor }
}

/** Two or three letters, perhaps with a script or a region. */
function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1 && /^[a-z]{2,3}(?:-|$)/i.test(text)
  } catch {
    return false
  }
}

/** @throws StandpointError OPTION_INVALID; `example` is a command line that is right */
export function wholeNumber(text: string, what: string, example: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new StandpointError('OPTION_INVALID', `${what} must be a whole number from 1`, {
    where: readable(text).slice(0, 40),
    fix: `For example: ${example}.`,
  })
}
