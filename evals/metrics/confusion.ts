import { ratio } from './metric.ts'

/**
 * Gold labels in rows, predicted labels in columns, row by row. Several add up number by number, so a confusion matrix may be
 * the measurement of a metric.
 */
export type Confusion = readonly number[]

export function confusionOf(labels: readonly string[], pairs: readonly (readonly [string, string])[]): number[] {
  const counts = new Array<number>(labels.length ** 2).fill(0)
  for (const [gold, predicted] of pairs) {
    const cell = labels.indexOf(gold) * labels.length + labels.indexOf(predicted)
    counts[cell] = (counts[cell] ?? 0) + 1
  }
  return counts
}

export function accuracy(confusion: Confusion): number | undefined {
  const { rows, size } = tableOf(confusion)
  let right = 0
  for (let label = 0; label < size; label++) right += rows[label]?.[label] ?? 0
  return ratio(right, total(rows))
}

/**
 * The mean of the labels' F1, over the labels that occur in gold or predictions.
 * @see scikit-learn, `f1_score(average="macro")`
 */
export function macroF1(confusion: Confusion): number | undefined {
  const scores = labelF1s(confusion).filter((score) => score !== undefined)
  return ratio(
    scores.reduce((sum, score) => sum + score, 0),
    scores.length,
  )
}

/** F1 of every label; undefined for one that occurs on neither side. */
export function labelF1s(confusion: Confusion): (number | undefined)[] {
  const { rows, size } = tableOf(confusion)
  return Array.from({ length: size }, (_, label) => {
    const right = rows[label]?.[label] ?? 0
    const gold = sum(rows[label] ?? [])
    const predicted = sum(rows.map((row) => row[label] ?? 0))
    return ratio(2 * right, gold + predicted)
  })
}

/**
 * Cohen's kappa: agreement beyond what the two label distributions would give by chance. Undefined when both sides use one
 * label only, where it has no meaning.
 * @see Cohen 1960, A Coefficient of Agreement for Nominal Scales
 */
export function cohenKappa(confusion: Confusion): number | undefined {
  const { rows, size } = tableOf(confusion)
  const all = total(rows)
  const observed = accuracy(confusion)
  if (observed === undefined) return undefined
  let expected = 0
  for (let label = 0; label < size; label++) {
    expected += (sum(rows[label] ?? []) * sum(rows.map((row) => row[label] ?? 0))) / all ** 2
  }
  return ratio(observed - expected, 1 - expected)
}

function tableOf(confusion: Confusion): { rows: number[][]; size: number } {
  const size = Math.sqrt(confusion.length)
  const rows = Array.from({ length: size }, (_, row) => confusion.slice(row * size, (row + 1) * size))
  return { rows, size }
}

function total(rows: readonly (readonly number[])[]): number {
  return sum(rows.map(sum))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0)
}
