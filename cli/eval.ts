import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileCache } from '../evals/file-cache.ts'
import { type Judge, openJudge, Verdict } from '../evals/judge/judge.ts'
import { readRun } from '../evals/saved-run.ts'
import { engineSystem } from '../evals/systems/engine-system.ts'
import type { System } from '../evals/systems/system.ts'
import { Analysis } from '../pipeline/schema/analysis.ts'
import { StandpointError } from '../pipeline/schema/errors.ts'
import { openEngines, serverOf } from '../workers/engines.ts'
import { limiterOver } from '../workers/limits/limiter.ts'
import { memoryLimits } from '../workers/limits/memory-limits.ts'
import { recipeOf } from '../workers/recipe-of.ts'
import { checkWritable } from '../workers/write-results.ts'
import { checkDataset, type DatasetFlags, evaluateOnDataset } from './eval-dataset.ts'
import { evaluateOnGold, type GoldFlags } from './eval-gold.ts'
import { onInterrupt } from './interrupt.ts'
import { type RecipeFlags, recipeOptionsOf, settingsOf, wholeNumber } from './options.ts'
import { tell } from './terminal.ts'

type EvalFlags = RecipeFlags & GoldFlags & DatasetFlags & { cache?: string; json?: boolean; limit?: string }

/** Who is judged. */
export type Judged = {
  system: System
  /** The same asked anew, for how much of an analysis is chance. */
  again: System
  /** The rules, where a model is judged. */
  rules?: System
  /** Only where it is asked for. */
  judge?: Judge
}
export type EvalRun = Judged & { signal: AbortSignal; json: boolean; limit?: number }

/** Scores an engine on our gold articles, or on a public data set in a folder. What is wrong with the flags shows first. */
export async function evaluate(flags: EvalFlags): Promise<void> {
  const limit =
    flags.limit === undefined ? undefined : wholeNumber(flags.limit, '--limit', 'standpoint eval --limit 100')
  refuseIdleFlags(flags)
  if (flags.dataset !== undefined) checkDataset(flags)
  if (flags.gate !== undefined) await readRun(flags.gate)
  if (flags.cache !== undefined) await checkFolder(flags.cache)
  for (const file of [flags.save, flags.html]) if (file !== undefined) await checkWritable(file)
  using interrupt = onInterrupt(() => tell('Stopping.'))
  const { signal } = interrupt
  const run = { ...(await judgedOf(flags, signal)), signal, limit, json: flags.json === true }
  if (flags.dataset === undefined) await evaluateOnGold(flags, run)
  else await evaluateOnDataset(flags, run)
}

/** A flag that would do nothing is refused: somebody expects something of it. */
function refuseIdleFlags(flags: EvalFlags): void {
  const goldOnly = (['half', 'gold', 'save', 'gate', 'html', 'twice', 'judge'] as const).filter(
    (name) => flags[name] !== undefined,
  )
  if (flags.dataset !== undefined && goldOnly.length > 0) {
    throw idle([...goldOnly, 'dataset'], 'They are for gold articles: leave them out, or leave out --dataset.')
  }
  if (flags.dataset === undefined && flags.data !== undefined) {
    throw idle(['data'], 'Name the data set that the folder holds with --dataset NAME.')
  }
  if (flags.gold !== undefined && flags.half !== undefined) {
    throw idle(['gold', 'half'], 'Halves are of our own articles: leave out one of the two.')
  }
  if (flags.save !== undefined && flags.gate !== undefined && resolve(flags.save) === resolve(flags.gate)) {
    throw idle(['save', 'gate'], 'The run that is compared with would be overwritten: save to another file.')
  }
  const asked = (['target', 'actor'] as const).filter((name) => flags[name] !== undefined)
  if (asked.length > 0) throw idle(asked, 'Annotations answer their own questions only: leave them out.')
}

/** What only a model goes by, where the rules do the work. */
function refuseForRules(flags: EvalFlags, model: string | undefined): void {
  if (model !== undefined) return
  const mode = flags.mode === 'auto' ? [] : ['mode']
  const language = flags.language === undefined ? [] : ['language']
  const named = [...mode, ...language]
  if (named.length > 0) throw idle(named, 'The rules do not go by it here: name a model with --model, or leave it out.')
}

function idle(names: readonly string[], fix: string): StandpointError {
  const what = names.length > 1 ? 'These options do not go together' : 'This option does nothing here'
  return new StandpointError('OPTION_INVALID', what, { where: names.map((name) => `--${name}`).join(' '), fix })
}

/** @throws StandpointError OUTPUT_UNWRITABLE */
async function checkFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((cause: NodeJS.ErrnoException) => {
    throw new StandpointError(
      'OUTPUT_UNWRITABLE',
      cause.code === 'EEXIST' ? 'This is a file, not a folder' : 'The folder cannot be made',
      {
        where: `--cache ${folder}`,
        fix: 'Name a folder that you may write to; it is made where it does not exist.',
        cause,
      },
    )
  })
}

async function judgedOf(flags: EvalFlags, signal: AbortSignal): Promise<Judged> {
  const config = settingsOf({ model: flags.model })
  const engines = openEngines(config, { patience: { longestMs: 120_000, totalMs: 600_000 } })
  const asked = recipeOptionsOf(flags)
  const recipe = await recipeOf(asked, { config, engines })
  const { engine, model, mode } = recipe.steps.actors
  refuseForRules(flags, model)
  const limiter = limiterOver(memoryLimits(config.limits), { limits: config.limits })
  const folder = flags.cache ?? join(config.dataFolder, 'evals')
  const cache = model === undefined ? undefined : fileCache(folder, Analysis)
  const options = { engineFor: engines.engineFor, limiter, cache, server: serverOf(config).baseUrl, signal }
  const name = model === undefined ? engine : `${model}, ${mode}`
  const judge =
    flags.judge === undefined
      ? undefined
      : await openJudge({ ...serverOf(config), model: flags.judge, cache: fileCache(folder, Verdict), signal })
  const judged = {
    judge,
    system: engineSystem(name, recipe, options),
    again: engineSystem(`${name}, asked anew`, recipe, { ...options, sample: 1 }),
  }
  if (model === undefined) return judged
  const plain = await recipeOf({ ...asked, engine: 'extractive', model: undefined }, { config, engines })
  return { ...judged, rules: engineSystem('extractive', plain, { ...options, cache: undefined }) }
}
