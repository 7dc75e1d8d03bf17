import { join } from 'node:path'
import { analysisCache } from '../evals/analysis-cache.ts'
import { datasetNamed } from '../evals/datasets/all.ts'
import { type Dataset, type DatasetScores, scoreDataset } from '../evals/datasets/dataset.ts'
import { HALVES, type Half, readGold } from '../evals/gold/read-gold.ts'
import { runOnGold } from '../evals/run-gold.ts'
import { compareRuns, readRun, saveRun } from '../evals/saved-run.ts'
import { goldMetrics } from '../evals/scores/all.ts'
import { engineSystem } from '../evals/systems/engine-system.ts'
import { lead } from '../evals/systems/lead.ts'
import { oracle } from '../evals/systems/oracle.ts'
import type { System } from '../evals/systems/system.ts'
import { StandpointError } from '../pipeline/schema/errors.ts'
import { openEngines } from '../workers/engines.ts'
import { limiterOver } from '../workers/limits/limiter.ts'
import { memoryLimits } from '../workers/limits/memory-limits.ts'
import { recipeOf } from '../workers/recipe-of.ts'
import { checkWritable } from '../workers/write-results.ts'
import { EXIT } from './exit.ts'
import { onInterrupt } from './interrupt.ts'
import { type RecipeFlags, recipeOptionsOf, settingsOf, wholeNumber } from './options.ts'
import { openProgress } from './progress.ts'
import { comparisonTable, scoreTable } from './score-table.ts'
import { print, printJson, tell } from './terminal.ts'

type EvalFlags = RecipeFlags & {
  cache?: string
  json?: boolean
  half: Half | 'both'
  dataset?: string
  data?: string
  limit?: string
  save?: string
  gate?: string
}

/** Scores an engine on our gold articles, or on a public data set in a folder. What is wrong with the flags shows first. */
export async function evaluate(flags: EvalFlags): Promise<void> {
  const limit =
    flags.limit === undefined ? undefined : wholeNumber(flags.limit, '--limit', 'standpoint eval --limit 100')
  const data = flags.dataset === undefined ? undefined : dataOf(flags.dataset, flags.data)
  if (flags.save !== undefined) await checkWritable(flags.save)
  using interrupt = onInterrupt(() => tell('Stopping.'))
  const run = { system: await systemOf(flags, interrupt.signal), signal: interrupt.signal, json: flags.json === true }
  if (data === undefined) await onGold(flags, run)
  else await onDataset({ ...data, limit }, run)
}

type Run = { system: System; signal: AbortSignal; json: boolean }

function dataOf(name: string, folder: string | undefined): { dataset: Dataset; folder: string } {
  const dataset = datasetNamed(name)
  if (folder !== undefined) return { dataset, folder }
  throw new StandpointError('OPTION_INVALID', 'A data set needs the folder that holds its file', {
    where: `--dataset ${name}`,
    fix: 'Give it with --data FOLDER: a folder with dev.jsonl or test.jsonl.',
  })
}

/** Baselines and system beside each other (the oracle is the upper bound), and the comparison with an earlier run. */
async function onGold({ half, save, gate }: EvalFlags, { system, signal, json }: Run): Promise<void> {
  const before = gate === undefined ? undefined : await readRun(gate)
  const gold = await readGold({ halves: half === 'both' ? HALVES : [half] })
  const runOf = async (one: System) => {
    using progress = await openProgress({ isQuiet: json })
    const onArticle = (done: number) => progress.update({ ...ANALYSING, total: gold.length, done })
    return await runOnGold(one, gold, { signal, onArticle })
  }
  const mine = await runOf(system)
  const runs = [await runOf(lead), mine, await runOf(oracle)]
  if (save !== undefined) await saveRun(mine, save)
  const compared = before === undefined ? [] : compareRuns(before, mine)
  if (compared.some(({ comparison }) => comparison.verdict === 'worse')) process.exitCode = EXIT.failed
  const columns = runs.map(({ system, scores }) => ({ system, scores }))
  if (json) {
    printJson({ half, articles: gold.length, systems: columns, ...(before && { against: before.system, compared }) })
    return
  }
  const title = `${gold.length} gold articles (${half === 'both' ? 'both halves' : half}), 95 % intervals over articles`
  print(scoreTable(title, goldMetrics, columns))
  if (before) print(comparisonTable(before.system, compared))
}

const ANALYSING = { phase: 'analysing', failed: 0, reused: 0 } as const

type Data = { dataset: Dataset; folder: string; limit: number | undefined }

async function onDataset(data: Data, run: Run): Promise<void> {
  const { system, json } = run
  const { dataset } = data
  const { rows, ...scores } = await scored(data, run)
  const { name, title, anchors, metrics, baseline } = dataset
  const sides = {
    system: { name: system.name, scores: scores.system },
    baseline: { name: baseline, scores: scores.baseline },
  }
  if (json) {
    printJson({ dataset: name, rows, ...sides, anchors })
    return
  }
  const columns = [sides.baseline, sides.system].map(({ name, scores }) => ({ system: name, scores }))
  print(scoreTable(`${title}, ${rows} rows, 95 % intervals`, metrics, columns))
  for (const anchor of anchors) print(`Published: ${anchor}`)
}

async function scored({ dataset, ...options }: Data, { system, signal, json }: Run): Promise<DatasetScores> {
  using progress = await openProgress({ isQuiet: json })
  // How many rows there are shows at the end of the file only.
  const onRow = (done: number) => progress.update({ ...ANALYSING, phase: 'accepting', total: done, done })
  return await scoreDataset(dataset, system, { ...options, signal, onRow })
}

async function systemOf(flags: EvalFlags, signal: AbortSignal): Promise<System> {
  const config = settingsOf({ model: flags.model })
  const engines = openEngines(config, { patience: { longestMs: 120_000, totalMs: 600_000 } })
  const recipe = await recipeOf(recipeOptionsOf(flags), { config, engines })
  const { engine, model, mode } = recipe.steps.actors
  const limiter = limiterOver(memoryLimits(config.limits), { limits: config.limits })
  const cache = model === undefined ? undefined : analysisCache(flags.cache ?? join(config.dataFolder, 'evals'))
  return engineSystem(model === undefined ? engine : `${model}, ${mode}`, recipe, {
    engineFor: engines.engineFor,
    limiter,
    cache,
    signal,
  })
}
