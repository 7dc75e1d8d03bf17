import { StandpointError } from '../pipeline/schema/errors.ts'
import type { Scoring } from './metrics/metric.ts'
import type { SavedRun } from './saved-run.ts'
import { type Score, scoresOf } from './scoreboard.ts'

/** A way of analysing between what it is worth and what it costs. */
export type Placed = {
  system: string
  quality: Score
  cost: Score
  /** No other one is at least as good for at most as much, and better in one of the two. */
  isOnFrontier: boolean
}

/** Saved runs on the articles that all of them have, cheapest first. */
export type Frontier = { placed: Placed[]; articles: number; leftOut: number }

/**
 * What quality costs, over the articles that all runs have: points that are dominated by none stand on the frontier.
 * @throws StandpointError OPTION_INVALID where the runs share no article, or one did not measure quality or cost
 */
export function frontierOf(
  runs: readonly SavedRun[],
  { quality, cost }: { quality: Scoring; cost: Scoring },
): Frontier {
  const [first, ...others] = runs.map(({ articles }) => new Set(articles))
  const shared = others.reduce((common, articles) => common.intersection(articles), first ?? new Set<string>())
  if (shared.size === 0) throw invalid('The saved runs have no article in common', 'Save runs over the same articles.')
  const points = runs.map((run) => ({
    system: run.system,
    quality: scoreOn(run, quality, shared),
    cost: scoreOn(run, cost, shared),
  }))
  const placed = points
    .map((point) => ({ ...point, isOnFrontier: points.every((other) => !dominates(other, point, quality)) }))
    .sort((a, b) => a.cost.value - b.cost.value)
  const all = new Set(runs.flatMap(({ articles }) => articles))
  return { placed, articles: shared.size, leftOut: all.size - shared.size }
}

type Point = Omit<Placed, 'isOnFrontier'>

function dominates(a: Point, b: Point, { better }: Scoring): boolean {
  const gain = (a.quality.value - b.quality.value) * (better === 'lower' ? -1 : 1)
  const saved = b.cost.value - a.cost.value
  return gain >= 0 && saved >= 0 && gain + saved > 0
}

function scoreOn(run: SavedRun, metric: Scoring, shared: ReadonlySet<string>): Score {
  const values = run.measured[metric.name]?.filter((_, index) => shared.has(run.articles[index] ?? ''))
  const [score] = values === undefined ? [] : scoresOf([{ metric, values }])
  if (score !== undefined) return score
  throw invalid(
    `The run "${run.system}" did not measure "${metric.name}"`,
    metric.unit === 'usd'
      ? 'Costs are known where STANDPOINT_PRICES names the price of the model while it is evaluated.'
      : 'Save the run anew, or choose another --quality or --cost.',
  )
}

function invalid(what: string, fix: string): StandpointError {
  return new StandpointError('OPTION_INVALID', what, { where: '--frontier', fix })
}
