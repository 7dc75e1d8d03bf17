import { StandpointError } from '../pipeline/schema/errors.ts'
import { type Length, Mode, StepName } from '../pipeline/schema/recipe.ts'
import { type Config, readConfig } from '../workers/config.ts'
import type { RecipeOptions, StepOptions } from '../workers/recipe-of.ts'
import { readable } from './readable.ts'

/** `--data`, `--json`: every command that answers has them. */
export type CommonFlags = { data?: string; json?: boolean }

/** What decides how an article is analysed, as the command line names it. */
export type RecipeFlags = {
  engine?: string
  model?: string
  mode: Mode | 'auto'
  calibration?: string
  step?: string[]
  larger?: string
  below?: string
  length: Length
  language?: string
  target?: string[]
  actor?: string[]
}

/** The settings, with what the command line says in their place. */
export function settingsOf({ data, model, larger }: { data?: string; model?: string; larger?: string }): Config {
  return readConfig(process.env, { dataFolder: data, model, larger })
}

/** An engine without a model is asked for by name only, and then no model is. */
export function recipeOptionsOf({ target, actor, step, below, ...flags }: RecipeFlags): RecipeOptions {
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
  return { ...flags, ...stepsOf(step), ...belowOf(below), targets: target, actors: actor }
}

/** "stances=guided", "summary=chain:a-model", "reactions=extractive". */
function stepsOf(written: readonly string[] | undefined): Pick<RecipeOptions, 'steps'> {
  if (written === undefined) return {}
  const steps = Object.fromEntries(written.map((text) => stepOf(text)))
  return { steps }
}

function stepOf(text: string): [StepName, StepOptions] {
  const [, name, how = '', model] = /^([a-z]+)=([a-z]+)(?::(.+))?$/s.exec(text) ?? []
  const step = StepName.safeParse(name).data
  const mode = Mode.safeParse(how).data
  if (step !== undefined && how === 'extractive' && model === undefined) return [step, { engine: 'extractive' }]
  if (step !== undefined && mode !== undefined) return [step, { mode, model }]
  throw new StandpointError('OPTION_INVALID', 'A step is set apart by its name, and a mode or the rules', {
    where: `--step ${readable(text).slice(0, 80)}`,
    fix: 'For example: --step stances=guided, --step summary=chain:MODEL, --step reactions=extractive. The steps are actors, summary, stances and reactions; chain and guided are modes, extractive the rules.',
  })
}

function belowOf(text: string | undefined): Pick<RecipeOptions, 'below'> {
  if (text === undefined) return {}
  if (/^(?:0?\.\d+|0|1)$/.test(text)) return { below: Number(text) }
  throw new StandpointError('OPTION_INVALID', 'This is no share between 0 and 1', {
    where: `--below ${readable(text).slice(0, 40)}`,
    fix: 'For example: --larger MODEL --below 0.7.',
  })
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
