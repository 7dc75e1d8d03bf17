import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { PromiseKind } from '../../pipeline/schema/recipe.ts'
import type { Decision } from '../metrics/calibration.ts'

/** A claim of the small model, of one article. */
export type Claimed = Decision & { article: string }

/**
 * What is promised, as a mean over articles. `precision`: of the claims that an article has accepted, how many are right.
 * `accuracy`: the same of all its claims, where those that are not accepted go to an oracle, who is right. `recall`: of its claims
 * that are right, how many are accepted.
 */
export type Target = { kind: PromiseKind; value: number; probability: number }

export type Bargain =
  | { kind: 'threshold'; threshold: number; coverage: number; estimate: number; articles: number }
  | { kind: 'none'; articles: number }

/** Of the claims of one article that count for a target, how many are as it wants them. */
type Tally = { good: number; counted: number }

/** Whether the tallies of articles suffice to believe that a target is reached. */
export type Suffices = (tallies: readonly Tally[], target: Target) => boolean

/**
 * The threshold that accepts most claims (for `recall`: fewest) and still keeps a promise with a stated probability: for articles
 * drawn as those of the sample were, the mean over articles reaches `value`. Claims of one article may depend on each other in
 * any way; articles must not.
 *
 * Each threshold is tested by betting: whoever doubts the promise would lose more than 1/(1−probability) times the stake in a
 * fair game only with that probability. Thresholds are tested in an order that is fixed before a label is looked at, and the
 * search ends at the first that fails, so that trying many costs nothing (fixed-sequence testing).
 * @see Zeighami, Shankar and Parameswaran 2025, Cut Costs, Not Accuracy (BARGAIN); Waudby-Smith and Ramdas 2024, Estimating means
 *   of bounded random variables by betting
 */
export function bargain(claims: readonly Claimed[], target: Target): Bargain {
  return searched(claims, target, isWon)
}

/** The search of `bargain` with another test of each threshold. */
export function searched(claims: readonly Claimed[], target: Target, suffices: Suffices): Bargain {
  const articles = shuffled([...Map.groupBy(claims, ({ article }) => article).values()])
  let found: Bargain = { kind: 'none', articles: articles.length }
  for (const threshold of thresholdsOf(articles, target.kind)) {
    const tallies = articles.flatMap((own) => tallyOf(own, threshold, target.kind) ?? [])
    if (!suffices(tallies, target)) break
    const accepted = claims.filter(({ confidence }) => confidence >= threshold).length
    const estimate = tallies.reduce((sum, { good, counted }) => sum + good / counted, 0) / tallies.length
    found = {
      kind: 'threshold',
      threshold,
      coverage: accepted / claims.length,
      estimate,
      articles: articles.length,
    }
  }
  return found
}

/** What one article says of a threshold; undefined where it has no claim that counts. */
function tallyOf(claims: readonly Claimed[], threshold: number, kind: PromiseKind): Tally | undefined {
  const isAccepted = ({ confidence }: Claimed) => confidence >= threshold
  const counted =
    kind === 'accuracy' ? claims : claims.filter((claim) => (kind === 'precision' ? isAccepted(claim) : claim.isRight))
  if (counted.length === 0) return undefined
  const good = counted.filter((claim) => (kind === 'recall' ? isAccepted(claim) : claim.isRight || !isAccepted(claim)))
  return { good: good.length, counted: counted.length }
}

const STEPS = 20

/**
 * Which thresholds are tried, in which order, by confidences alone. For precision and accuracy from above, beginning where half
 * of the articles have an accepted claim: above it there is too little to test with. For recall from below.
 */
function thresholdsOf(articles: readonly (readonly Claimed[])[], kind: PromiseKind): number[] {
  const confidences = articles.flatMap((own) => own.map(({ confidence }) => confidence)).sort((a, b) => a - b)
  const steps = [
    ...new Set(
      Array.from({ length: STEPS }, (_, step) => confidences[Math.floor((step * confidences.length) / STEPS)]),
    ),
  ]
  const known = steps.filter((each) => each !== undefined)
  if (kind === 'recall') return known
  const tops = articles.map((own) => Math.max(...own.map(({ confidence }) => confidence))).sort((a, b) => b - a)
  const start = tops[Math.floor(tops.length / 2)] ?? 1
  return [start, ...known.filter((each) => each < start).reverse()]
}

/** The share of the stake that is never risked. */
const CAUTION = 0.75

/** Whether a gambler who stakes on a mean above the target ends with so much that a mean below it is not to be believed. */
function isWon(tallies: readonly Tally[], { value: target, probability }: Target): boolean {
  const enough = 1 / (1 - probability)
  let wealth = 1
  let [sum, squares, seen] = [0.5, 0.25, 1]
  for (const { good, counted } of tallies) {
    const value = good / counted
    const mean = sum / seen
    const variance = squares / seen
    const stake = Math.sqrt((2 * Math.log(enough)) / (variance * tallies.length))
    wealth *= 1 + Math.min(stake, CAUTION / target) * (value - target)
    if (wealth >= enough) return true
    sum += value
    seen++
    squares += (value - mean) ** 2
  }
  return false
}

const SEED = 20_261_127

/** Always the same order for the same number of articles: who bets must not choose whom to look at first. */
function shuffled<T>(items: readonly T[]): T[] {
  const random = xoroshiro128plus(SEED)
  const mixed = [...items]
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = uniformInt(random, 0, last)
    ;[mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T]
  }
  return mixed
}
