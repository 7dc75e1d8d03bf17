import { join } from 'node:path'
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
  for (const file of [flags.save, flags.html]) if (file !== undefined) await checkWritable(file)
  using interrupt = onInterrupt(() => tell('Stopping.'))
  const { signal } = interrupt
  const run = { ...(await judgedOf(flags, signal)), signal, limit, json: flags.json === true }
  if (flags.dataset === undefined) await evaluateOnGold(flags, run)
  else await evaluateOnDataset(flags, run)
}

/** A flag that would do nothing is refused: somebody expects something of it. */
function refuseIdleFlags(flags: EvalFlags): void {
  const goldOnly = (['half', 'save', 'gate', 'html', 'twice', 'judge'] as const).filter(
    (name) => flags[name] !== undefined,
  )
  const idle = flags.dataset === undefined ? (flags.data === undefined ? [] : ['data']) : goldOnly
  if (idle.length === 0) return
  throw new StandpointError('OPTION_INVALID', 'These options do not go together', {
    where:
      idle.map((name) => `--${name}`).join(' ') + (flags.dataset === undefined ? '' : ` --dataset ${flags.dataset}`),
    fix:
      flags.dataset === undefined
        ? 'Name the data set that the folder holds with --dataset NAME.'
        : 'They are for the gold articles: leave them out, or leave out --dataset.',
  })
}

async function judgedOf(flags: EvalFlags, signal: AbortSignal): Promise<Judged> {
  const config = settingsOf({ model: flags.model })
  const engines = openEngines(config, { patience: { longestMs: 120_000, totalMs: 600_000 } })
  const asked = recipeOptionsOf(flags)
  const recipe = await recipeOf(asked, { config, engines })
  const { engine, model, mode } = recipe.steps.actors
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
