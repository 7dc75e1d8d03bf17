import { access, constants, mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileCache } from '../evals/file-cache.ts'
import { fileLedger } from '../evals/file-ledger.ts'
import { type Judge, openJudge, Verdict } from '../evals/judge/judge.ts'
import { readRun } from '../evals/saved-run.ts'
import { type Answers, counting } from '../evals/systems/counting.ts'
import { engineSystem } from '../evals/systems/engine-system.ts'
import type { System } from '../evals/systems/system.ts'
import { Analysis } from '../pipeline/schema/analysis.ts'
import { StandpointError } from '../pipeline/schema/errors.ts'
import { type Calibration, leadingStep, type Recipe } from '../pipeline/schema/recipe.ts'
import { openEngines, serverOf, serversOf, unpricedOf } from '../workers/engines.ts'
import { limiterOver } from '../workers/limits/limiter.ts'
import { memoryLimits } from '../workers/limits/memory-limits.ts'
import { recipeOf, refuseTwoOfOneName } from '../workers/recipe-of.ts'
import { checkWritable } from '../workers/write-results.ts'
import { nothingSure, targetOf } from './eval-calibration.ts'
import { checkDataset, type DatasetFlags, evaluateOnDataset } from './eval-dataset.ts'
import { drawFrontier, type FrontierFlags } from './eval-frontier.ts'
import { evaluateOnGold, type GoldFlags, goldOf } from './eval-gold.ts'
import { EXIT } from './exit.ts'
import { onInterrupt } from './interrupt.ts'
import { type RecipeFlags, recipeOptionsOf, settingsOf, wholeNumber } from './options.ts'
import { recipeFor } from './recipe-for.ts'
import { tell } from './terminal.ts'

type EvalFlags = RecipeFlags &
  GoldFlags &
  DatasetFlags &
  FrontierFlags & { cache?: string; json?: boolean; limit?: string }

/** Who is judged. */
export type Judged = {
  system: System
  /** The same asked anew, for how much of an analysis is chance. */
  again: System
  /** The rules, where a model is judged. */
  rules?: System
  /** Who is asked, where a model is judged. */
  model?: string
  /** Only where it is asked for. */
  judge?: Judge
  /** The model whose stances are taken as right for a calibration. */
  larger?: { model: string; system: System }
}
export type EvalRun = Judged & { signal: AbortSignal; json: boolean; limit?: number }

/**
 * Scores an engine on annotated articles, ours or those of a folder, or on a public data set. What is wrong with flags, files and
 * annotations shows before a model is asked anything.
 */
export async function evaluate(flags: EvalFlags): Promise<void> {
  if (flags.frontier !== undefined) {
    refuseBesideFrontier(flags)
    return drawFrontier(flags)
  }
  const limit =
    flags.limit === undefined ? undefined : wholeNumber(flags.limit, '--limit', 'standpoint eval --limit 100')
  refuseIdleFlags(flags)
  if (flags.dataset !== undefined) checkDataset(flags)
  if (flags.gate !== undefined) await readRun(flags.gate)
  if (flags.cache !== undefined) await checkFolder(flags.cache)
  if (flags.calibrate !== undefined) checkCalibrating(flags)
  for (const file of [flags.save, flags.html, flags.calibrate]) if (file !== undefined) await checkWritable(file)
  const gold = flags.dataset === undefined ? await goldOf(flags, limit) : undefined
  using interrupt = onInterrupt(() => tell('Stopping.'))
  const { signal } = interrupt
  const judged = await judgedOf(flags, signal)
  const [first, again] = [counting(judged.system), counting(judged.again)]
  const run = { ...judged, system: first.system, again: again.system, signal, limit, json: flags.json === true }
  if (gold !== undefined) await evaluateOnGold(gold, flags, run)
  else await evaluateOnDataset(flags, run)
  for (const { system, answers } of [first, again]) tellUnanswered(system.name, answers)
}

/** Scores of what was never answered say nothing of a model. */
function tellUnanswered(name: string, { asked, none, partly }: Answers): void {
  if (none > 0) {
    tell(`${none} of ${asked} articles had no usable answer from ${name}: their scores are those of an empty analysis.`)
  }
  if (partly > 0) {
    tell(`In ${partly} of ${asked} articles ${name} gave no usable answer to some question: that part counts as empty.`)
  }
  if (none > 0 && none === asked) process.exitCode = EXIT.failed
}

/** Saved runs are compared as they are: nobody is asked, and nothing saved. */
function refuseBesideFrontier(flags: EvalFlags): void {
  const runs = [
    'model',
    'larger',
    'below',
    'step',
    'calibration',
    'calibrate',
    'dataset',
    'gold',
    'save',
    'gate',
  ] as const
  const others = runs.filter((name) => flags[name] !== undefined)
  if (others.length > 0) throw idle(['frontier', ...others], 'Saved runs are compared as they are: leave these out.')
}

/** A flag that would do nothing is refused: somebody expects something of it. */
function refuseIdleFlags(flags: EvalFlags): void {
  const goldOnly = (['half', 'gold', 'save', 'gate', 'html', 'twice', 'judge', 'calibrate'] as const).filter(
    (name) => flags[name] !== undefined,
  )
  if (flags.dataset !== undefined && goldOnly.length > 0) {
    throw idle([...goldOnly, 'dataset'], 'They are for gold articles: leave them out, or leave out --dataset.')
  }
  const forCalibration = (['precision', 'accuracy', 'recall', 'probability', 'against'] as const).filter(
    (name) => flags[name] !== undefined,
  )
  if (flags.calibrate === undefined && forCalibration.length > 0) {
    throw idle(forCalibration, 'It is for a calibration: name its file with --calibrate FILE.')
  }
  if (flags.dataset === undefined && flags.data !== undefined) {
    throw idle(['data'], 'Name the data set that the folder holds with --dataset NAME.')
  }
  refuseSameFile(flags)
  const asked = (['target', 'actor', 'language'] as const).filter((name) => flags[name] !== undefined)
  if (asked.length > 0) {
    throw idle(asked, 'What is annotated has its own questions and its own language: leave it out.')
  }
}

/** Odds are calibrated as the model gives them: not as an earlier calibration makes them, nor after a larger model. */
function checkCalibrating(flags: EvalFlags): void {
  targetOf(flags)
  if (flags.calibration !== undefined) throw idle(['calibrate', 'calibration'], 'Leave out --calibration.')
  if (flags.larger !== undefined) {
    throw idle(['calibrate', 'larger'], 'Name a larger model that is to be taken as right with --against.')
  }
}

function refuseSameFile(flags: EvalFlags): void {
  const names = (['save', 'gate', 'html', 'calibrate', 'calibration'] as const).filter(
    (name) => flags[name] !== undefined,
  )
  const same = names.filter((name) =>
    names.some((other) => other !== name && resolve(flags[other] ?? '') === resolve(flags[name] ?? '')),
  )
  if (same.length === 0) return
  throw idle(same, 'They name one file, and the one would overwrite the other: name another file.')
}

function idle(names: readonly string[], fix: string): StandpointError {
  const what = names.length > 1 ? 'These options do not go together' : 'This option does nothing here'
  return new StandpointError('OPTION_INVALID', what, { where: names.map((name) => `--${name}`).join(' '), fix })
}

/** @throws StandpointError OUTPUT_UNWRITABLE */
async function checkFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.W_OK)
  } catch (cause) {
    const isFile = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST'
    const what = isFile ? 'This is a file, not a folder' : 'The folder cannot be made or written to'
    const fix = 'Name a folder that you may write to; it is made where it does not exist.'
    throw new StandpointError('OUTPUT_UNWRITABLE', what, { where: `--cache ${folder}`, fix, cause })
  }
}

/** Nothing is changed, and nothing left out: what a calibration is fitted to. */
const AS_IT_IS: Calibration = { slope: 1, intercept: 0, threshold: 0, model: 'any' }

async function judgedOf(flags: EvalFlags, signal: AbortSignal): Promise<Judged> {
  const config = settingsOf({ model: flags.model, larger: flags.larger })
  const engines = openEngines(config, { patience: { longestMs: 120_000, totalMs: 600_000 } })
  const isCalibrating = flags.calibrate !== undefined
  const tools = { config: isCalibrating ? { ...config, calibration: undefined, larger: undefined } : config, engines }
  const asked = recipeOptionsOf(flags)
  const found = await recipeFor(flags, tools)
  if (isCalibrating && config.larger) refuseTwoOfOneName(config.larger.model, Object.values(found.steps), config)
  const recipe = isCalibrating ? { ...found, calibration: AS_IT_IS } : found
  const { engine, model, mode } = leadingStep(recipe)
  const larger = flags.calibrate === undefined ? undefined : await largerOf(flags.calibrate, flags, recipe, tools)
  const limiter = limiterOver(memoryLimits(config.limits), { limits: config.limits })
  const folder = flags.cache ?? join(config.dataFolder, 'evals')
  const cache = model === undefined ? undefined : fileCache(folder, Analysis)
  const ledger = model === undefined ? undefined : fileLedger(folder)
  const server = serversOf(recipe, config)
  const isPriced = unpricedOf(recipe, config).length === 0
  const options = { engineFor: engines.engineFor, limiter, cache, ledger, server, isPriced, signal }
  const then = recipe.steps.stances.larger?.model
  const name = model === undefined ? engine : `${model}, ${mode}${then === undefined ? '' : `, then ${then}`}`
  const judge =
    flags.judge === undefined
      ? undefined
      : await openJudge({
          ...serverOf(config, flags.judge),
          model: flags.judge,
          cache: fileCache(folder, Verdict),
          signal,
        })
  const judged = {
    judge,
    model,
    system: engineSystem(name, recipe, options),
    again: engineSystem(`${name}, asked anew`, recipe, { ...options, sample: 1 }),
    ...(larger && {
      larger: {
        model: larger.model,
        system: engineSystem(`${larger.model}, taken as right`, larger.recipe, {
          ...options,
          server: serversOf(larger.recipe, config),
        }),
      },
    }),
  }
  if (model === undefined) return judged
  const plain = await recipeOf({ engine: 'extractive', length: asked.length }, tools)
  return { ...judged, rules: engineSystem('extractive', plain, { ...options, cache: undefined }) }
}

/**
 * How the model of `--against` is asked: for the stances of the actors that the first one is asked about, towards the same issue;
 * nothing else is needed of it.
 * @throws StandpointError OPTION_INVALID where there is nothing to calibrate, or a model would be compared with itself
 */
async function largerOf(
  file: string,
  { against, engine }: EvalFlags,
  { steps }: Recipe,
  tools: Parameters<typeof recipeOf>[1],
): Promise<{ model: string; recipe: Recipe } | undefined> {
  if (steps.stances.mode !== 'guided') throw nothingSure(file)
  if (against === undefined) return undefined
  if (against === steps.stances.model) {
    throw new StandpointError('OPTION_INVALID', 'A model always agrees with itself', {
      where: `--against ${against}`,
      fix: 'Name a larger model, or leave it out: then gold is what is right.',
    })
  }
  const { engine: actorsEngine, model, mode } = steps.actors
  const rules = { engine: 'extractive' }
  const apart = { actors: { engine: actorsEngine, model, mode }, summary: rules, reactions: rules }
  return { model: against, recipe: await recipeOf({ engine, model: against, mode: 'chain', steps: apart }, tools) }
}
