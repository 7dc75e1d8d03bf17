import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

export type Interval = { low: number; high: number }

const RESAMPLES = 1000
const SEED = 20_260_101

/**
 * 95 % percentile bootstrap interval of a score over `items` (articles: what one article says hangs together). Always the same
 * for the same items. Undefined where the score is, or with fewer than two items.
 * @see Efron and Tibshirani 1993, An Introduction to the Bootstrap
 */
export function bootstrap<T>(
  items: readonly T[],
  score: (resampled: readonly T[]) => number | undefined,
): Interval | undefined {
  if (items.length < 2) return undefined
  const scores = resample(items, score)
  return scores.length < RESAMPLES / 2 ? undefined : intervalOf(scores)
}

/** The scores of 1,000 resamples; fewer where one is undefined. */
export function resample<T>(items: readonly T[], score: (resampled: readonly T[]) => number | undefined): number[] {
  const random = xoroshiro128plus(SEED)
  const scores: number[] = []
  for (let round = 0; round < RESAMPLES; round++) {
    const drawn = Array.from(items, () => items[uniformInt(random, 0, items.length - 1)] as T)
    const value = score(drawn)
    if (value !== undefined) scores.push(value)
  }
  return scores
}

export function intervalOf(scores: readonly number[]): Interval {
  const sorted = [...scores].sort((a, b) => a - b)
  return { low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) }
}

/** Linear between the two neighbours, as numpy does it. */
function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1)
  const below = sorted[Math.floor(at)] ?? Number.NaN
  const above = sorted[Math.ceil(at)] ?? below
  return below + (above - below) * (at - Math.floor(at))
}
