import { allEngines } from '../pipeline/engines/all.ts'
import type { Price } from '../pipeline/engines/calls/cost.ts'
import type { Patience } from '../pipeline/engines/calls/model-call.ts'
import type { Probe } from '../pipeline/engines/probe.ts'
import type { Engine, EngineFor, Texts } from '../pipeline/schema/contracts.ts'
import { StandpointError } from '../pipeline/schema/errors.ts'
import { canonicalJson, recipeHash } from '../pipeline/schema/hash.ts'
import { type Dialect, type Recipe, StepName, type StepRecipe } from '../pipeline/schema/recipe.ts'
import { loadPrompts } from '../prompts/load-prompts.ts'
import type { Config } from './config.ts'

/** The engines of a process. Each lives as long as the process and keeps what it learns of its server. */
export type Engines = {
  /** Asks a model's server once how it wants to be spoken to. */
  probe(model: string): Promise<Probe>
  /** The engine for each step of a recipe. */
  engineFor(recipe: Recipe): EngineFor
}

export type EnginesOptions = {
  /** How long a call that is held back waits in place; beyond that RetryLater rises, and the worker puts the job back. */
  patience?: Patience
}

/** A rate is waited for in place, since every other job would wait for it too; a longer pause leaves the place to others. */
const WORKERS_PATIENCE: Patience = { longestMs: 10_000, totalMs: 600_000 }

/** Where OpenAI itself answers. */
const DEFAULT_BASE_URL = 'https://api.openai.com/v1'

/** The server that is asked for a model; without a key, servers of one's own get a word in its place. */
export function serverOf(
  { openaiBaseUrl, openaiApiKey, larger }: Config,
  model?: string,
): { baseUrl: string; apiKey: string } {
  if (larger?.baseUrl !== undefined && model === larger.model) {
    return { baseUrl: larger.baseUrl, apiKey: larger.apiKey ?? 'none' }
  }
  return { baseUrl: openaiBaseUrl ?? DEFAULT_BASE_URL, apiKey: openaiApiKey ?? 'none' }
}

/** Where the models of a recipe are served, in words by which two ways of serving them are told apart. */
export function serversOf(recipe: Recipe, config: Config): string {
  const models = modelsOf(recipe)
  const servers = models.map((model) => serverOf(config, model).baseUrl)
  if (new Set(servers).size === 1) return servers[0] ?? ''
  return models.map((model, index) => `${model} ${servers[index]}`).join(' ')
}

/** The models of a recipe that have no price, where another has one: what that one costs is not all. */
export function unpricedOf(recipe: Recipe, { prices }: Config): string[] {
  const models = modelsOf(recipe)
  const unpriced = models.filter((model) => prices[model] === undefined)
  return unpriced.length < models.length ? unpriced : []
}

function modelsOf({ steps }: Recipe): string[] {
  const asked = Object.values(steps).flatMap(({ model, larger }) => [model ?? [], larger?.model ?? []].flat())
  return [...new Set(asked)].sort()
}

export function openEngines(config: Config, { patience = WORKERS_PATIENCE }: EnginesOptions = {}): Engines {
  const probes = new Map<string, Promise<Probe>>()
  const probe = async (model: string) => {
    checkPrice(model, config)
    return kept(probes, model, () => probeOf({ ...serverOf(config, model), model }))
  }
  const engines = new Map<string, Promise<Engine>>()
  /** A recipe that knows its server needs no answer: a worker that starts while the server is down must be able to wait for it. */
  const factsFor = async (dialect: Dialect | undefined, model: string): Promise<Probe | undefined> =>
    dialect === undefined ? probe(model) : probe(model).catch(unlessUnknown)
  const create = async (recipe: Recipe, step: StepRecipe): Promise<Engine> => {
    const entry = entryOf(step.engine)
    if (!entry.usesModel) return (await entry.load())()
    const model = modelOf(step)
    const desk = { ...serverOf(config, model), patience }
    const texts = await textsOf(recipe, step)
    const price = checkPrice(model, config)
    if (!entry.isProbed) return (await entry.load())({ ...desk, model, texts, price, slots: config.concurrency })
    const facts = await factsFor(step.dialect ?? recipe.dialect, model).catch((error: unknown) => {
      throw isLarger(model, recipe) ? lackingServer(error, model, config) : error
    })
    const make = await entry.load()
    const { contextTokens } = recipe
    const dialect = step.dialect ?? recipe.dialect ?? facts?.dialect
    if (dialect === undefined)
      throw new StandpointError('INTERNAL', 'The recipe does not say how its server is spoken to')
    const slots = facts?.slots ?? config.concurrency
    return make({ ...desk, model, texts, price, dialect, contextTokens, slots, speed: facts?.tokensPerSecond })
  }
  return {
    probe,
    engineFor: (recipe) => {
      const hash = recipeHash(recipe)
      return (step) => kept(engines, `${hash} ${partOf(step)}`, () => create(recipe, step))
    },
  }
}

/** A server that is down may come back. One that has no such model might answer in its name with another. */
function unlessUnknown(error: unknown): undefined {
  if (error instanceof StandpointError && error.code === 'MODEL_UNKNOWN') throw error
}

function isLarger(model: string, { steps }: Recipe): boolean {
  return Object.values(steps).some(({ larger }) => larger?.model === model)
}

/** The process that made the recipe knew where the larger model is; this one may lack its settings. */
function lackingServer(error: unknown, model: string, { larger }: Config): unknown {
  const isKnown = larger?.model === model && larger.baseUrl !== undefined
  if (isKnown || !(error instanceof StandpointError) || error.code !== 'MODEL_UNKNOWN') return error
  const { code, message, where, cause } = error
  return new StandpointError(code, `${message}, which the recipe names as the larger one`, {
    where,
    fix: `Set STANDPOINT_LARGER_MODEL=${model} and STANDPOINT_LARGER_BASE_URL (STANDPOINT_LARGER_API_KEY where it has a key) in every process that works, as where the articles were handed in.`,
    cause,
  })
}

/**
 * The entry of `pipeline/engines/all.ts`.
 * @throws StandpointError ENGINE_UNKNOWN naming those there are
 */
export function entryOf(name: string) {
  if (isEngine(name)) return allEngines[name]
  throw new StandpointError('ENGINE_UNKNOWN', `There is no engine "${name}"`, {
    fix: `Use one of: ${Object.keys(allEngines).join(', ')}.`,
  })
}

function isEngine(name: string): name is keyof typeof allEngines {
  return Object.hasOwn(allEngines, name)
}

async function probeOf(server: { baseUrl: string; apiKey: string; model: string }): Promise<Probe> {
  return (await import('../pipeline/engines/probe.ts')).probeServer(server)
}

function modelOf({ engine, model }: StepRecipe): string {
  if (model !== undefined) return model
  throw needsModel(engine)
}

export function needsModel(engine: string): StandpointError {
  return new StandpointError('OPTION_INVALID', `The engine "${engine}" needs a model`, {
    fix: 'Name one with --model or STANDPOINT_MODEL.',
  })
}

/** @throws StandpointError CONFIG_INVALID when money is limited and nobody knows what the model costs */
function checkPrice(model: string, { prices, limits }: Config): Price | undefined {
  const price = prices[model]
  if (price !== undefined || limits.usdPerDay === undefined) return price
  throw new StandpointError(
    'CONFIG_INVALID',
    `STANDPOINT_USD_PER_DAY is set, but STANDPOINT_PRICES has no price for "${model}"`,
    {
      where: 'environment variables',
      fix: `Add "${model}=input/cached/output", in US dollars for a million tokens, or unset STANDPOINT_USD_PER_DAY.`,
    },
  )
}

/** Steps that are asked alike share an engine. */
function partOf({ engine, model, mode, sharedPrompt, dialect }: StepRecipe): string {
  return canonicalJson({ engine, model, mode, sharedPrompt, dialect })
}

/** The texts that the recipe names for the steps that are asked as `asked` is. A file that was edited since is not what it means. */
async function textsOf(recipe: Recipe, asked: StepRecipe): Promise<Texts> {
  const part = partOf(asked)
  const of = (name: StepName) => {
    const { larger } = recipe.steps[name]
    return larger && partOf(larger) === part ? larger : recipe.steps[name]
  }
  const steps = { actors: of('actors'), summary: of('summary'), stances: of('stances'), reactions: of('reactions') }
  const wanted = {
    article: asked.sharedPrompt ?? recipe.sharedPrompt,
    actors: steps.actors.prompt,
    summary: steps.summary.prompt,
    stances: steps.stances.prompt,
    reactions: steps.reactions.prompt,
  }
  const versions = Object.fromEntries(Object.entries(wanted).map(([step, prompt]) => [step, prompt?.version]))
  const guided = StepName.options.filter((name) => steps[name].mode === 'guided')
  const isGuided = asked.mode === 'guided'
  const texts = (await loadPrompts()).textsFor(versions, new Set(isGuided ? [...guided, 'article'] : guided))
  for (const text of [texts.shared, ...Object.values(texts.steps)]) {
    const hash = wanted[text.step]?.hash
    if (hash === undefined || hash === text.hash) continue
    throw new StandpointError('PROMPT_UNKNOWN', `The prompt ${text.name} is not the one that the recipe names`, {
      fix: 'A prompt is not edited after a release: write the next version, and give this one its old text.',
    })
  }
  return texts
}

/** One value a key, made once; a failure is forgotten, so that the next call tries again. */
function kept<T>(values: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const there = values.get(key)
  if (there) return there
  const making = make()
  values.set(key, making)
  making.catch(() => values.delete(key))
  return making
}
