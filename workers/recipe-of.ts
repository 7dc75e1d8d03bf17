import { chooseMode } from '../pipeline/engines/choose-mode.ts'
import type { Probe } from '../pipeline/engines/probe.ts'
import type { PromptText } from '../pipeline/schema/contracts.ts'
import { StandpointError } from '../pipeline/schema/errors.ts'
import { canonicalJson } from '../pipeline/schema/hash.ts'
import type { Calibration, Dialect, Length, Mode, Recipe, StepName, StepRecipe } from '../pipeline/schema/recipe.ts'
import { RULES_VERSION } from '../pipeline/schema/rules-version.ts'
import { loadPrompts, type PromptLibrary } from '../prompts/load-prompts.ts'
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
  /** Steps that are done otherwise than the rest: by another model or mode, or by the rules. */
  steps?: Partial<Record<StepName, StepOptions>>
  /** The model that is asked for stances that the first one is not sure of, and for claims that fail grounding; by default the settings'. */
  larger?: string
  /** How sure the first one must be, 0..1; by default the calibration's threshold. */
  below?: number
  /** File of a calibration of the model, by default the settings'; only mode `guided` goes by it. */
  calibration?: string
  length?: Length
  language?: string
  targets?: readonly string[]
  actors?: readonly string[]
}
export type StepOptions = { engine?: string; model?: string; mode?: Mode }

type Tools = { config: Config; engines: Engines }

/**
 * The recipe for what was asked. Where a model is named, its server is probed: that decides the mode and the dialect, and a
 * fault of the server shows before any article is accepted.
 * @throws StandpointError ENGINE_UNKNOWN, OPTION_INVALID, PROMPT_*, CALIBRATION_INVALID, MODEL_UNREACHABLE, MODEL_KEY_REFUSED, MODEL_UNKNOWN
 */
export async function recipeOf(options: RecipeOptions, tools: Tools): Promise<Recipe> {
  const { config } = tools
  const model = options.model ?? config.model
  const engine = options.engine ?? (model === undefined ? 'extractive' : 'openai')
  const common = {
    length: options.length ?? 'standard',
    language: options.language,
    targets: [...(options.targets ?? [])],
    actors: [...(options.actors ?? [])],
    rules: RULES_VERSION,
  }
  const first = await askingOf({ engine, model, mode: options.mode }, tools)
  if (first === undefined) {
    refuseWithoutModel(options)
    return { steps: everyStep(() => ({ engine })), ...common }
  }
  const apart = await stepsApart(options.steps, first, tools)
  const askedFor = (step: StepName) => (apart.has(step) ? apart.get(step) : first)
  const calibration = await calibrationFor(askedFor('stances'), options, config)
  const named = options.larger ?? config.larger?.model
  if (named !== undefined) {
    refuseTwoOfOneName(named, [first, ...apart.values()], config)
    refuseItself(named, [first, askedFor('stances')], config)
  } else if (options.below !== undefined) throw nobodyAsked(options.below)
  const larger = named === undefined ? undefined : await askingOf({ engine, model: named, mode: 'chain' }, tools)
  const doubts = larger && (await askingForDoubts(larger, askedFor('stances'), tools))
  const below = options.below ?? calibration?.threshold ?? DEFAULT_BELOW
  const contexts = [first, ...apart.values(), larger].flatMap((each) => each?.contextTokens ?? [])
  return {
    steps: everyStep((step) => ({
      ...stepRecipe(step, askedFor(step), first),
      ...(larger && { below, larger: stepRecipe(step, (step === 'stances' && doubts) || larger, first) }),
    })),
    sharedPrompt: first.sharedPrompt,
    dialect: first.dialect,
    contextTokens: config.contextTokens ?? (contexts.length > 0 ? Math.min(...contexts) : undefined),
    ...(calibration && { calibration }),
    ...common,
  }
}

/**
 * Whom closed questions were asked, and who was not sure, is followed by closed questions where they suit the larger model too: it
 * may be a small one.
 */
async function askingForDoubts(larger: Asking, asked: Asking | undefined, tools: Tools): Promise<Asking | undefined> {
  if (asked?.mode !== 'guided') return undefined
  const suited = await askingOf({ ...larger, mode: 'auto' }, tools)
  return suited?.mode === 'guided' ? suited : undefined
}

/** Where nobody has measured how sure is sure enough. */
const DEFAULT_BELOW = 0.7

type Steps = Recipe['steps']

function everyStep(recipe: (step: keyof Steps) => StepRecipe): Steps {
  return {
    actors: recipe('actors'),
    summary: recipe('summary'),
    stances: recipe('stances'),
    reactions: recipe('reactions'),
  }
}

type Prompt = { version: number; hash: string }

/** How a model is asked. */
type Asking = {
  engine: string
  model: string
  mode: Mode
  sharedPrompt: Prompt
  promptOf(step: StepName): Prompt
  dialect?: Dialect
  contextTokens?: number
}

/** Undefined for an engine that asks no model. */
async function askingOf(
  { engine, model, mode }: Pick<RecipeOptions, 'model' | 'mode'> & { engine: string },
  { engines }: Tools,
): Promise<Asking | undefined> {
  const entry = entryOf(engine)
  if (!entry.usesModel) return undefined
  if (model === undefined) throw needsModel(engine)
  const [probe, library] = await Promise.all([entry.isProbed ? engines.probe(model) : undefined, loadPrompts()])
  const chosen = mode === undefined || mode === 'auto' ? modeFor(probe) : mode
  const dialect = probe && dialectFor(chosen, probe)
  const contextTokens = probe?.contextTokens
  return { engine, model, mode: chosen, ...promptsFor(chosen, library), dialect, contextTokens }
}

function promptsFor(mode: Mode, library: PromptLibrary): Pick<Asking, 'sharedPrompt' | 'promptOf'> {
  const texts = library.textsFor({}, new Set(mode === 'guided' ? PromptStep.options : []))
  return { sharedPrompt: nameOf(texts.shared), promptOf: (step) => nameOf(texts.steps[step]) }
}

function nameOf({ version, hash }: PromptText): Prompt {
  return { version, hash }
}

/** A step's part of the recipe; what is as in the `first` asking, which is the recipe's own, is not said again. */
function stepRecipe(step: StepName, asking: Asking | undefined, first: Asking): StepRecipe {
  if (asking === undefined) return { engine: 'extractive' }
  const { engine, model, mode, sharedPrompt, dialect } = asking
  // Small models were seen to find actors and issues worse than the rules do.
  if (mode === 'guided' && step === 'actors') return { engine: 'extractive' }
  const isOwn = (value: unknown, common: unknown) => canonicalJson(value ?? null) !== canonicalJson(common ?? null)
  return {
    engine,
    model,
    mode,
    prompt: asking.promptOf(step),
    ...(isOwn(sharedPrompt, first.sharedPrompt) && { sharedPrompt }),
    ...(isOwn(dialect, first.dialect) && { dialect }),
  }
}

/** The steps that the options set apart; those that the rules do are there without an asking. */
async function stepsApart(
  steps: RecipeOptions['steps'] = {},
  first: Asking,
  tools: Tools,
): Promise<Map<StepName, Asking | undefined>> {
  const apart = new Map<StepName, Asking | undefined>()
  for (const [step, { engine = first.engine, model = first.model, mode }] of entriesOf(steps)) {
    const sameModel = model === first.model && engine === first.engine
    apart.set(step, await askingOf({ engine, model, mode: mode ?? (sameModel ? first.mode : undefined) }, tools))
  }
  if ([...apart.values()].some((asking) => asking?.mode === 'single') || (first.mode === 'single' && apart.size > 0)) {
    throw new StandpointError('OPTION_INVALID', 'Mode "single" asks all steps at once: no step can be set apart', {
      fix: 'Use chain or guided, for --mode and for each --step.',
    })
  }
  return apart
}

function entriesOf(steps: NonNullable<RecipeOptions['steps']>): [StepName, StepOptions][] {
  const names: readonly StepName[] = ['actors', 'summary', 'stances', 'reactions']
  return names.flatMap((name): [StepName, StepOptions][] => {
    const options = steps[name]
    return options === undefined ? [] : [[name, options]]
  })
}

/** What only a model goes by is not left without a word. */
function refuseWithoutModel({ steps, larger, below, mode, calibration }: RecipeOptions): void {
  const idle = [
    steps !== undefined && '--step',
    larger !== undefined && '--larger',
    below !== undefined && '--below',
    mode !== undefined && mode !== 'auto' && '--mode',
    calibration !== undefined && '--calibration',
  ].filter((name) => name !== false)
  if (idle.length === 0) return
  throw new StandpointError('OPTION_INVALID', 'Without a model all steps are done by the rules, and ask nothing', {
    where: idle.join(' '),
    fix: 'Name a model with --model or STANDPOINT_MODEL, or leave this out.',
  })
}

function nobodyAsked(below: number): StandpointError {
  return new StandpointError('OPTION_INVALID', 'How sure is sure enough matters only where a larger model is asked', {
    where: `--below ${below}`,
    fix: 'Name a larger model: --larger MODEL, or STANDPOINT_LARGER_MODEL.',
  })
}

/** A model that is asked about its own doubts has no other answer: it would only give it without its calibration. */
function refuseItself(
  larger: string,
  [first, stances]: readonly [Asking, Asking | undefined],
  { larger: settings }: Config,
): void {
  const isItself = larger === first.model || (stances?.mode === 'guided' && larger === stances.model)
  if (!isItself || settings?.baseUrl !== undefined) return
  throw new StandpointError('OPTION_INVALID', `"${larger}" would be asked for what it is itself not sure of`, {
    where: 'STANDPOINT_LARGER_MODEL, or --larger',
    fix: 'Name another model, or leave it out.',
  })
}

/**
 * A server is found by the name of its model: what is meant for the first one would go to that of the larger.
 * @throws StandpointError OPTION_INVALID
 */
export function refuseTwoOfOneName(
  larger: string,
  others: readonly ({ model?: string } | undefined)[],
  config: Config,
): void {
  const hasOwnServer = config.larger?.model === larger && config.larger.baseUrl !== undefined
  if (!hasOwnServer || others.every((other) => other?.model !== larger)) return
  throw new StandpointError('OPTION_INVALID', `Two servers have a model called "${larger}"`, {
    where: 'STANDPOINT_LARGER_MODEL, or --larger',
    fix: 'Have one of the servers give its model another name (llama.cpp: --alias, vLLM: --served-model-name).',
  })
}

/** Without a probe there is no reason to leave the default. */
function modeFor(probe: Probe | undefined): Mode {
  return probe === undefined ? 'chain' : chooseMode(probe).mode
}

/**
 * That of the model that is asked for stances: other modes measure no confidence, and their recipes are the same with it and without.
 * The settings' goes with the settings' model.
 */
async function calibrationFor(
  asking: Asking | undefined,
  { calibration: named }: RecipeOptions,
  config: Config,
): Promise<Calibration | undefined> {
  if (named !== undefined && asking?.mode !== 'guided') {
    throw new StandpointError('OPTION_INVALID', 'A calibration is of stances that are asked in mode guided', {
      where: `--calibration ${named}`,
      fix: 'Use --mode guided, or leave the calibration out.',
    })
  }
  const path = named ?? (asking?.model === config.model ? config.calibration : undefined)
  return asking?.mode === 'guided' && path !== undefined ? readCalibration(path, asking.model) : undefined
}

/** Probabilities are asked for where a mode reads them: elsewhere they would only make two equal recipes differ. */
function dialectFor(mode: Mode, { dialect, topLogprobs }: Probe): Dialect {
  return mode === 'guided' && topLogprobs > 0 ? { ...dialect, topLogprobs: Math.min(topLogprobs, 20) } : dialect
}
