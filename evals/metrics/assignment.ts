import { munkres } from 'munkres'

/**
 * The one-to-one pairing with the largest sum of `likeness` (0 or more); pairs of likeness 0 are left out. The Hungarian algorithm,
 * as scipy's `linear_sum_assignment`.
 */
export function bestPairs<A, B>(
  left: readonly A[],
  right: readonly B[],
  likeness: (a: A, b: B) => number,
): (readonly [A, B])[] {
  if (left.length === 0 || right.length === 0) return []
  const table = left.map((a) => right.map((b) => ({ pair: [a, b] as const, value: likeness(a, b) })))
  const costs = table.map((row) => row.map(({ value }) => -value))
  return munkres(costs).flatMap(([row, column]) => {
    const chosen = table[row]?.[column]
    return chosen === undefined || chosen.value <= 0 ? [] : [chosen.pair]
  })
}
