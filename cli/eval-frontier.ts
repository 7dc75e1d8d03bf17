import { basename } from 'node:path'
import { type Frontier, frontierOf } from '../evals/frontier.ts'
import type { Scoring } from '../evals/metrics/metric.ts'
import { readRun, type SavedRun } from '../evals/saved-run.ts'
import { goldMetrics } from '../evals/scores/all.ts'
import { StandpointError } from '../pipeline/schema/errors.ts'
import { scoreCell } from './score-table.ts'
import { tableLines } from './table.ts'
import { print, printJson, tell } from './terminal.ts'

export type FrontierFlags = { frontier?: string[]; quality: string; cost: string; html?: string; json?: boolean }

const COSTS = ['seconds', 'tokens-in', 'calls', 'cost-usd']

/** Quality against cost of runs that `--save` wrote: a table, and with `--html` a page with the chart. */
export async function drawFrontier(flags: FrontierFlags): Promise<void> {
  const quality = metricOf(
    flags.quality,
    '--quality',
    ({ better, name }) => better !== 'neither' && !COSTS.includes(name),
  )
  const cost = metricOf(flags.cost, '--cost', ({ name }) => COSTS.includes(name))
  const runs = toldApart(await Promise.all((flags.frontier ?? []).map(readRun)), flags.frontier ?? [])
  const frontier = frontierOf(runs, { quality, cost })
  if (flags.html !== undefined) {
    await (await import('./report/write-frontier.ts')).writeFrontier(frontier, { quality, cost }, flags.html)
    tell(`The chart is in ${flags.html}.`)
  }
  if (flags.json) printJson({ quality: quality.name, cost: cost.name, ...frontier })
  else print(frontierTable(frontier, { quality, cost }))
}

/** Runs of one system, before and after a change, are told apart by their files. */
function toldApart(runs: readonly SavedRun[], files: readonly string[]): SavedRun[] {
  return runs.map((run, index) => {
    const isOnlyOne = runs.every((other) => other === run || other.system !== run.system)
    return isOnlyOne ? run : { ...run, system: `${run.system} (${basename(files[index] ?? '')})` }
  })
}

function metricOf(name: string, flag: string, isFit: (metric: Scoring) => boolean): Scoring {
  const fitting = goldMetrics.filter(isFit)
  const found = fitting.find((metric) => metric.name === name)
  if (found) return found
  throw new StandpointError('OPTION_INVALID', 'There is no such score', {
    where: `${flag} ${name}`,
    fix: `Use one of: ${fitting.map((metric) => metric.name).join(', ')}.`,
  })
}

/** Cheapest first; what no other run beats is marked. */
export function frontierTable(
  { placed, articles, leftOut }: Frontier,
  { quality, cost }: { quality: Scoring; cost: Scoring },
): string {
  const rows = placed.map((one) => [
    one.system,
    scoreCell(quality, [one.quality]),
    scoreCell(cost, [one.cost]),
    one.isOnFrontier ? 'on the frontier' : 'beaten',
  ])
  const left = leftOut > 0 ? `; ${leftOut} articles that not all runs have are left out` : ''
  return [
    `Quality against cost, ${articles} articles, 95 % intervals over articles${left}`,
    '',
    ...tableLines([['', quality.title, cost.title, ''], ...rows]),
    '',
    'On the frontier: no other run is as good for less, or better for the same.',
  ].join('\n')
}
