import { StanceLabel } from '../../../pipeline/schema/analysis.ts'
import { LEAST } from '../../../pipeline/steps/odds.ts'
import type { StanceWeights, Witnesses } from '../../../pipeline/steps/stances/join-odds.ts'
import type { Heard } from './heard.ts'

const LABELS = StanceLabel.options

/** Where weights stay that the articles say nothing of: half of a model's odds, half of its favour, a label of the rules e times as probable. */
const PLAIN = [0.5, 0.25, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0]
/** How strongly they stay there: as one decision does. */
const PULL = 1
const ROUNDS = 2000

/**
 * Weights by multinomial logistic regression with a pull towards plain values. The two sides share their weights: which of the two
 * is more frequent in these articles is no matter of the model. What the rules' labels are worth beyond that in articles that the
 * rules were made with is fitted beside it and left out: they are righter there than anywhere else.
 */
export function fitWeights(heard: readonly Heard[]): StanceWeights {
  const cases = heard.flatMap(({ said, gold, isSeen }) =>
    said === undefined
      ? []
      : [{ rows: LABELS.map((label) => featuresOf(said, label, isSeen)), gold: LABELS.indexOf(gold) }],
  )
  const values = descend(PLAIN, (at) => lossOf(cases, at))
  return weightsOf(values)
}

/** For each article the weights that were fitted to the others. */
export function leavingOneOut(heard: readonly Heard[]): (article: string) => StanceWeights {
  const articles = [...new Set(heard.map(({ article }) => article))]
  const fitted = new Map(articles.map((out) => [out, fitWeights(heard.filter(({ article }) => article !== out))]))
  return (article) => fitted.get(article) ?? weightsOf(PLAIN)
}

/** What each weight is multiplied with for one label. */
function featuresOf({ odds, blank, rule }: Witnesses, label: StanceLabel, isSeen: boolean): number[] {
  const log = (given: Readonly<Record<string, number>> | undefined) => Math.log((given?.[label] ?? 0) + LEAST)
  const isRule = (...labels: StanceLabel[]) => Number(label === rule && labels.includes(rule))
  const byRules = [isRule('support', 'oppose'), isRule('mixed'), isRule('neutral'), isRule('unstated')]
  return [
    log(odds),
    blank === undefined ? 0 : -log(blank),
    Number(label === 'neutral'),
    Number(label === 'unstated'),
    ...byRules,
    ...byRules.map((one) => (isSeen ? one : 0)),
  ]
}

function weightsOf(values: readonly number[]): StanceWeights {
  const [sharpness = 0, favoured = 0, neutral = 0, unstated = 0, side = 0, mixed = 0, byNeutral = 0, byUnstated = 0] =
    values
  return {
    favour: favoured / sharpness,
    sharpness,
    leanings: { support: 0, oppose: 0, mixed: 0, neutral, unstated },
    rules: { support: side, oppose: side, mixed, neutral: byNeutral, unstated: byUnstated },
  }
}

type Case = { rows: readonly (readonly number[])[]; gold: number }
type Loss = { value: number; slopes: number[] }

function lossOf(cases: readonly Case[], at: readonly number[]): Loss {
  const pulls = at.map((value, index) => value - (PLAIN[index] ?? 0))
  let value = (PULL / 2) * dot(pulls, pulls)
  const slopes = pulls.map((pull) => PULL * pull)
  for (const { rows, gold } of cases) {
    const scores = rows.map((row) => dot(row, at))
    const top = Math.max(...scores)
    const sum = scores.reduce((total, score) => total + Math.exp(score - top), 0)
    value += top + Math.log(sum) - (scores[gold] ?? 0)
    rows.forEach((row, label) => {
      const error = Math.exp((scores[label] ?? 0) - top) / sum - Number(label === gold)
      row.forEach((feature, index) => {
        slopes[index] = (slopes[index] ?? 0) + error * feature
      })
    })
  }
  return { value, slopes }
}

/** Down a convex loss, by steps that are halved until they lead down (Armijo's rule) and grow again. */
function descend(start: readonly number[], lossAt: (at: readonly number[]) => Loss): number[] {
  let at = [...start]
  let loss = lossAt(at)
  let step = 0.01
  for (let round = 0; round < ROUNDS && step > 1e-12; round++) {
    const next = at.map((value, index) => value - step * (loss.slopes[index] ?? 0))
    const there = lossAt(next)
    if (there.value > loss.value - 0.5 * step * dot(loss.slopes, loss.slopes)) {
      step /= 2
      continue
    }
    at = next
    loss = there
    step *= 1.5
  }
  return at
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)
}
