import type { Counts, Metric, Scoring } from './metrics/metric.ts'
import { bootstrap, type Interval } from './statistics/bootstrap.ts'

/** A score with its interval over the cases, as reports show it. */
export type Score = { name: string; value: number; interval?: Interval; cases: number }

/** What a metric measured of every case; kept, so that two systems can be compared case by case. */
export type Measured = { metric: Scoring; values: readonly Counts[] }

export function measureAll<Case>(metrics: readonly Metric<Case>[], cases: readonly Case[]): Measured[] {
  return metrics.map((metric) => ({ metric, values: cases.map((one) => metric.measure(one)) }))
}

/** The scores that the cases have; a metric that says nothing of them is left out. */
export function scoresOf(measured: readonly Measured[]): Score[] {
  return measured.flatMap(({ metric, values }) => {
    const value = metric.score(values)
    if (value === undefined) return []
    return [{ name: metric.name, value, interval: bootstrap(values, metric.score), cases: values.length }]
  })
}

type Shown = Score | { name: string; value: null }

/** Systems side by side: `null` for what one of them does not try and another has. */
export function withGaps(
  runs: readonly { system: string; scores: readonly Score[] }[],
): { system: string; scores: Shown[] }[] {
  const names = new Set(runs.flatMap(({ scores }) => scores.map(({ name }) => name)))
  return runs.map(({ system, scores }) => ({
    system,
    scores: [...names].map((name): Shown => scores.find((score) => score.name === name) ?? { name, value: null }),
  }))
}
