import { chooseMode } from '../pipeline/engines/choose-mode.ts'
import type { Probe } from '../pipeline/engines/probe.ts'
import type { PromptText } from '../pipeline/schema/contracts.ts'
import type { Calibration, Dialect, Length, Mode, Recipe, StepName, StepRecipe } from '../pipeline/schema/recipe.ts'
import { RULES_VERSION } from '../pipeline/schema/rules-version.ts'
import { loadPrompts } from '../prompts/load-prompts.ts'
import { PromptStep } from '../prompts/parse-prompt.ts'
import type { Config } from './config.ts'
import { type Engines, entryOf, needsModel } from './engines.ts'
import { readCalibration } from './read-calibration.ts'

/** What a person asks for. */
export type RecipeOptions = {
  /** By default `openai` where a model is named, else `extractive`. */
  engine?: string
  /** By default the settings' model. */
  model?: string
  mode?: Mode | 'auto'
  /** File of a calibration of the model, by default the settings'; only mode `guided` goes by it. */
  calibration?: string
  length?: Length
  language?: string
  targets?: readonly string[]
  actors?: readonly string[]
}

/**
 * The recipe for what was asked. Where a model is named, its server is probed: that decides the mode and the dialect, and a
 * fault of the server shows before any article is accepted.
 * @throws StandpointError ENGINE_UNKNOWN, OPTION_INVALID, PROMPT_*, CALIBRATION_INVALID, MODEL_UNREACHABLE, MODEL_KEY_REFUSED, MODEL_UNKNOWN
 */
export async function recipeOf(
  options: RecipeOptions,
  { config, engines }: { config: Config; engines: Engines },
): Promise<Recipe> {
  const model = options.model ?? config.model
  const engine = options.engine ?? (model === undefined ? 'extractive' : 'openai')
  const common = {
    length: options.length ?? 'standard',
    language: options.language,
    targets: [...(options.targets ?? [])],
    actors: [...(options.actors ?? [])],
    rules: RULES_VERSION,
  }
  const entry = entryOf(engine)
  if (!entry.usesModel) return { steps: everyStep(() => ({ engine })), ...common }
  if (model === undefined) throw needsModel(engine)
  const [probe, library] = await Promise.all([entry.isProbed ? engines.probe(model) : undefined, loadPrompts()])
  const mode = options.mode === undefined || options.mode === 'auto' ? modeFor(probe) : options.mode
  const isGuided = mode === 'guided'
  const calibration = await calibrationFor(mode, model, options.calibration ?? config.calibration)
  const texts = library.textsFor({}, new Set(isGuided ? PromptStep.options : []))
  return {
    steps: everyStep((step) => {
      if (isGuided && !isAskedGuided(step)) return { engine: 'extractive' }
      return { engine, model, mode, prompt: nameOf(texts.steps[step]) }
    }),
    sharedPrompt: nameOf(texts.shared),
    dialect: probe && dialectFor(mode, probe),
    contextTokens: config.contextTokens ?? probe?.contextTokens,
    ...(calibration && { calibration }),
    ...common,
  }
}

type Steps = Recipe['steps']

function everyStep(recipe: (step: keyof Steps) => StepRecipe): Steps {
  return {
    actors: recipe('actors'),
    summary: recipe('summary'),
    stances: recipe('stances'),
    reactions: recipe('reactions'),
  }
}

/** In mode `guided` the rules find actors and issues alone: small models were seen to do worse. */
function isAskedGuided(step: StepName): boolean {
  return step !== 'actors'
}

function nameOf({ version, hash }: PromptText) {
  return { version, hash }
}

/** Without a probe there is no reason to leave the default. */
function modeFor(probe: Probe | undefined): Mode {
  return probe === undefined ? 'chain' : chooseMode(probe).mode
}

/** Other modes measure no confidence, and their recipes are the same with it and without. */
async function calibrationFor(mode: Mode, model: string, path: string | undefined): Promise<Calibration | undefined> {
  return mode === 'guided' && path !== undefined ? readCalibration(path, model) : undefined
}

/** Probabilities are asked for where a mode reads them: elsewhere they would only make two equal recipes differ. */
function dialectFor(mode: Mode, { dialect, topLogprobs }: Probe): Dialect {
  return mode === 'guided' && topLogprobs > 0 ? { ...dialect, topLogprobs: Math.min(topLogprobs, 20) } : dialect
}
