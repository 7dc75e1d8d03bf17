import type { PromiseKind } from '../../pipeline/schema/recipe.ts'
import type { Claimed, Target } from './bargain.ts'

/** A threshold, the share of claims that it accepts, and the mean over articles that a target is about; undefined of no article. */
export type Worth = { threshold: number; coverage: number; worth: number | undefined }

/** What each confidence would be worth as a threshold in these very claims, surest first: no promise for others. */
export function worthCurve(claims: readonly Claimed[], kind: PromiseKind): Worth[] {
  const articles = new Map([...Map.groupBy(claims, ({ article }) => article)].map(([id, own]) => [id, countsOf(own)]))
  const counted = [...articles.values()].map((counts) => meritOf(counts, kind)).filter((merit) => merit !== undefined)
  let [sum, count] = [counted.reduce((total, merit) => total + merit, 0), counted.length]
  const sorted = claims.toSorted((a, b) => b.confidence - a.confidence)
  return sorted.flatMap(({ article, confidence, isRight }, index) => {
    const counts = articles.get(article) ?? countsOf([])
    const before = meritOf(counts, kind)
    counts.accepted++
    if (isRight) counts.good++
    const after = meritOf(counts, kind)
    sum += (after ?? 0) - (before ?? 0)
    count += Number(after !== undefined) - Number(before !== undefined)
    if (sorted[index + 1]?.confidence === confidence) return []
    const worth = count === 0 ? undefined : sum / count
    return [{ threshold: confidence, coverage: (index + 1) / sorted.length, worth }]
  })
}

/** Of one article: its claims, those that are right, those that are accepted, and those that are both. */
type Counts = { all: number; right: number; accepted: number; good: number }

function countsOf(claims: readonly Claimed[]): Counts {
  return { all: claims.length, right: claims.filter(({ isRight }) => isRight).length, accepted: 0, good: 0 }
}

function meritOf({ all, right, accepted, good }: Counts, kind: PromiseKind): number | undefined {
  if (kind === 'accuracy') return (all - accepted + good) / all
  if (kind === 'precision') return accepted === 0 ? undefined : good / accepted
  return right === 0 ? undefined : good / right
}

/** Sums of shares are off by less. */
const ROUNDING = 1e-9

/**
 * The threshold that just reaches a target in these claims: the one that accepts most claims, for `recall` fewest. It promises
 * nothing; undefined where none does.
 */
export function thresholdInSample(claims: readonly Claimed[], { kind, value }: Pick<Target, 'kind' | 'value'>) {
  const reaching = worthCurve(claims, kind).filter(({ worth }) => worth !== undefined && worth >= value - ROUNDING)
  return kind === 'recall' ? reaching[0] : reaching.at(-1)
}

/** What any threshold is worth by a curve, also one that no claim has or that is above all of them. */
export function worthAt(curve: readonly Worth[], threshold: number, kind: PromiseKind): Omit<Worth, 'threshold'> {
  let [low, high] = [0, curve.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if ((curve[middle]?.threshold ?? 0) >= threshold) low = middle + 1
    else high = middle
  }
  return curve[low - 1] ?? { coverage: 0, worth: { precision: undefined, accuracy: 1, recall: 0 }[kind] }
}
