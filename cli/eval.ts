import { join } from 'node:path'
import { analysisCache } from '../evals/analysis-cache.ts'
import { datasetNamed } from '../evals/datasets/all.ts'
import { type Dataset, scoreDataset } from '../evals/datasets/dataset.ts'
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
import { EXIT } from './exit.ts'
import { onInterrupt } from './interrupt.ts'
import { type RecipeFlags, recipeOptionsOf, settingsOf } from './options.ts'
import { type Column, comparisonTable, scoreTable } from './score-table.ts'
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

/** Scores an engine on our gold articles, or on a public data set in a folder. */
export async function evaluate(flags: EvalFlags): Promise<void> {
  using interrupt = onInterrupt(() => tell('Stopping.'))
  const { signal } = interrupt
  const system = await systemOf(flags, signal)
  if (flags.dataset === undefined) return onGold(system, flags, signal)
  if (flags.data === undefined) {
    throw new StandpointError('OPTION_INVALID', 'A data set needs the folder that holds its file', {
      where: `--dataset ${flags.dataset}`,
      fix: 'Give it with --data FOLDER: a folder with dev.jsonl or test.jsonl.',
    })
  }
  await onDataset(system, datasetNamed(flags.dataset), { ...flags, folder: flags.data })
}

/** Baselines and system beside each other (the oracle is the upper bound), and the comparison with an earlier run. */
async function onGold(system: System, flags: EvalFlags, signal: AbortSignal): Promise<void> {
  const { half, json, save, gate } = flags
  const before = gate === undefined ? undefined : await readRun(gate)
  const gold = await readGold({ halves: half === 'both' ? HALVES : [half] })
  const run = async (one: System) => {
    const onArticle = (done: number) => tellProgress(`${one.name}: ${done} of ${gold.length} articles`)
    return runOnGold(one, gold, { signal, onArticle })
  }
  const mine = await run(system)
  const runs = [await run(lead), mine, await run(oracle)]
  tellProgress('')
  if (save !== undefined) await saveRun(mine, save)
  const compared = before === undefined ? [] : compareRuns(before, mine)
  if (compared.some(({ comparison }) => comparison.verdict === 'worse')) process.exitCode = EXIT.failed
  if (json) {
    const scores = runs.map(({ system: name, scores }) => ({ system: name, scores }))
    return printJson({
      half,
      articles: gold.length,
      systems: scores,
      ...(before && { against: before.system, compared }),
    })
  }
  const title = `${gold.length} gold articles (${half === 'both' ? 'both halves' : half}), 95 % intervals over articles`
  const columns = runs.map(({ system: name, scores }): Column => ({ name, scores }))
  print(scoreTable(title, goldMetrics, columns))
  if (before) print(comparisonTable(before.system, compared))
}

async function onDataset(
  system: System,
  dataset: Dataset,
  { folder, limit, json }: EvalFlags & { folder: string },
): Promise<void> {
  const {
    rows,
    system: scores,
    baseline,
  } = await scoreDataset(dataset, system, {
    folder,
    limit: limit === undefined ? undefined : rowsOf(limit),
    onRow: (done) => tellProgress(`${done} rows`),
  })
  tellProgress('')
  if (json)
    return printJson({
      dataset: dataset.name,
      rows,
      system: { name: system.name, scores },
      baseline: { name: dataset.baseline, scores: baseline },
      anchors: dataset.anchors,
    })
  const columns = [
    { name: dataset.baseline, scores: baseline },
    { name: system.name, scores },
  ]
  print(scoreTable(`${dataset.title}, ${rows} rows, 95 % intervals`, dataset.metrics, columns))
  for (const anchor of dataset.anchors) print(`Published: ${anchor}`)
}

function rowsOf(limit: string): number {
  const rows = Number(limit)
  if (Number.isInteger(rows) && rows > 0) return rows
  throw new StandpointError('OPTION_INVALID', 'The limit is a number of rows', {
    where: `--limit ${limit}`,
    fix: 'For example: --limit 100.',
  })
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

function tellProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`)
}
