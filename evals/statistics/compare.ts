import type { Counts, Scoring } from '../metrics/metric.ts'
import { type Interval, intervalOf, resample } from './bootstrap.ts'

type Verdict = 'better' | 'worse' | 'same within noise' | 'not enough cases'

/** How much `after` differs from `before` on the same cases. */
export type Comparison = {
  before: number
  after: number
  difference: number
  interval: Interval
  /** The smallest true difference that so many cases would show four times in five. */
  detectable: number
  verdict: Verdict
}

type Judging = Pick<Scoring, 'score' | 'better' | 'unit'>

/** Differences smaller than this are of no consequence, whatever their interval says. */
const NEGLIGIBLE = 1e-9
/** With a detectable difference above this, cases are too few to call two things the same. */
const COARSE = 0.1
export const FEWEST_CASES = 8
/** 1.96 for 95 % confidence and 0.84 for a power of 80 %. */
const STANDARD_ERRORS_TO_DETECT = 2.8

/**
 * Paired comparison: both sides are resampled together, case by case, so that what is hard about a case cancels out. `better` and
 * `worse` follow the metric's own direction. Undefined when either score is.
 * @see Koehn 2004, Statistical Significance Tests for Machine Translation Evaluation (paired bootstrap)
 */
export function compare(metric: Judging, before: readonly Counts[], after: readonly Counts[]): Comparison | undefined {
  const [b, a] = [metric.score(before), metric.score(after)]
  if (b === undefined || a === undefined) return undefined
  const pairs = before.flatMap((one, index) => {
    const other = after[index]
    return other === undefined ? [] : [[one, other] as const]
  })
  const differences = resample(pairs, (drawn) => {
    const [x, y] = [metric.score(drawn.map(([one]) => one)), metric.score(drawn.map(([, other]) => other))]
    return x === undefined || y === undefined ? undefined : y - x
  })
  const interval = differences.length === 0 ? { low: Number.NaN, high: Number.NaN } : intervalOf(differences)
  const detectable = STANDARD_ERRORS_TO_DETECT * deviationOf(differences)
  const compared = { before: b, after: a, difference: a - b, interval, detectable }
  return { ...compared, verdict: verdictOf(compared, pairs.length, metric) }
}

function verdictOf(
  { interval, difference, detectable }: Omit<Comparison, 'verdict'>,
  cases: number,
  { better, unit }: Judging,
): Verdict {
  if (cases < FEWEST_CASES || Number.isNaN(interval.low)) return 'not enough cases'
  const isReal = Math.abs(difference) > NEGLIGIBLE && (interval.low > 0 || interval.high < 0)
  if (isReal && better !== 'neither') return difference > 0 === (better === 'higher') ? 'better' : 'worse'
  if (unit === 'share' && detectable > COARSE) return 'not enough cases'
  return 'same within noise'
}

function deviationOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
}
