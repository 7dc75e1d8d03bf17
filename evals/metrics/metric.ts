/**
 * One number that says how good something is, over a list of cases (articles, as a rule). A case is measured once, and a score is
 * computed from the measurements, so that resampling the cases costs no measuring.
 */
export type Metric<Case, Measured = readonly number[]> = {
  /** Stable, kebab-case: reports, gates and JSON name it. */
  name: string
  /** What a person calls it. */
  title: string
  better: 'higher' | 'lower' | 'neither'
  /** share: 0..1, shown as percent; number: shown as it is. */
  unit: 'share' | 'number' | 'seconds' | 'usd'
  /** The published method, or "ours". */
  source: string
  measure(one: Case): Measured
  /** Undefined when the cases say nothing about it. */
  score(measured: readonly Measured[]): number | undefined
}

/** A metric whose measurements are counts that add up over cases; `score` gets the sums. */
export function additive<Case>(
  metric: Omit<Metric<Case>, 'score'> & { ofSums(sums: readonly number[]): number | undefined },
): Metric<Case> {
  const { ofSums, ...rest } = metric
  return { ...rest, score: (measured) => ofSums(sumOf(measured)) }
}

/** The mean of a number that each case has, or has not. */
export function mean<Case>(
  metric: Omit<Metric<Case>, 'score' | 'measure'> & { value(one: Case): number | undefined },
): Metric<Case> {
  const { value, ...rest } = metric
  return additive({
    ...rest,
    measure: (one) => {
      const number = value(one)
      return number === undefined ? [0, 0] : [number, 1]
    },
    ofSums: ([sum = 0, count = 0]) => ratio(sum, count),
  })
}

/** `part / whole`; undefined when there is no whole. */
export function ratio(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole
}

/** Precision, recall and their harmonic mean from counts. F1 is 0 when nothing was right, undefined when nothing was there. */
export function f1(right: number, predicted: number, gold: number): number | undefined {
  return ratio(2 * right, predicted + gold)
}

function sumOf(measured: readonly (readonly number[])[]): number[] {
  const sums: number[] = []
  for (const counts of measured) for (const [index, count] of counts.entries()) sums[index] = (sums[index] ?? 0) + count
  return sums
}
