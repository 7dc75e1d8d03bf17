import { ratio } from './metric.ts'

/**
 * Spearman's rank correlation; ties get the mean of their ranks, as in scipy. Undefined for fewer than two pairs or when one side
 * is constant.
 */
export function spearman(pairs: readonly (readonly [number, number])[]): number | undefined {
  return pearson(ranks(pairs.map(([x]) => x)), ranks(pairs.map(([, y]) => y)))
}

function pearson(xs: readonly number[], ys: readonly number[]): number | undefined {
  const [mx, my] = [meanOf(xs), meanOf(ys)]
  let [xy, xx, yy] = [0, 0, 0]
  for (const [index, x] of xs.entries()) {
    const y = ys[index] ?? 0
    xy += (x - mx) * (y - my)
    xx += (x - mx) ** 2
    yy += (y - my) ** 2
  }
  return ratio(xy, Math.sqrt(xx * yy))
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0) / numbers.length
}

function ranks(values: readonly number[]): number[] {
  const order = values.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value)
  const result = new Array<number>(values.length)
  for (let first = 0; first < order.length; ) {
    let after = first + 1
    while (after < order.length && order[after]?.value === order[first]?.value) after++
    for (const { index } of order.slice(first, after)) result[index] = (first + after + 1) / 2
    first = after
  }
  return result
}
