/** What was measured of one case: counts that add up over cases. */
export type Counts = readonly number[]

/**
 * One number that says how good something is, over a list of cases (articles, as a rule). A case is measured once, and a score is
 * computed from the measurements, so that resampling the cases costs no measuring.
 */
export type Metric<Case> = Scoring & { measure(one: Case): Counts }

/** The part of a metric that needs no case any more. */
export type Scoring = {
  /** Stable, kebab-case: reports, gates and JSON name it. */
  name: string
  /** What a person calls it. */
  title: string
  /** What it says, in a line, where the title is a term that not everybody knows. */
  description?: string
  better: 'higher' | 'lower' | 'neither'
  /** share: 0..1, shown as percent; number: shown as it is. */
  unit: 'share' | 'number' | 'seconds' | 'usd'
  /** The published method, or "ours". */
  source: string
  /** Undefined when the cases say nothing about it. */
  score(measured: readonly Counts[]): number | undefined
}

type About = Omit<Scoring, 'score'>

/** A metric that is computed from the sums of what was measured. */
export function additive<Case>(
  metric: About & { measure(one: Case): Counts; ofSums(sums: Counts): number | undefined },
): Metric<Case> {
  const { ofSums, ...rest } = metric
  return { ...rest, score: (measured) => ofSums(sumOf(measured)) }
}

/** How much of something, over all cases. `better` is `higher` where nothing is said. */
export function share<Case>(
  metric: Described & { count(one: Case): readonly [part: number, whole: number] },
): Metric<Case> {
  const { count, ...rest } = metric
  return additive({ ...USUAL, ...rest, measure: count, ofSums: ([part = 0, whole = 0]) => ratio(part, whole) })
}

/** F1 from what was right, predicted and there, over all cases: 0 when nothing was right, undefined when nothing was there. */
export function f1<Case>(
  metric: Described & { count(one: Case): readonly [right: number, predicted: number, gold: number] },
): Metric<Case> {
  const { count, ...rest } = metric
  return additive({
    ...USUAL,
    ...rest,
    measure: count,
    ofSums: ([right = 0, predicted = 0, gold = 0]) => ratio(2 * right, predicted + gold),
  })
}

type Described = Pick<About, 'name' | 'title' | 'source'> & Partial<About>
const USUAL = { better: 'higher', unit: 'share' } as const

/** The mean of a number that each case has, or has not. */
export function mean<Case>(metric: Described & { value(one: Case): number | undefined }): Metric<Case> {
  const { value, ...rest } = metric
  return share({
    ...rest,
    count: (one) => {
      const number = value(one)
      return number === undefined ? [0, 0] : [number, 1]
    },
  })
}

/** `part / whole`; undefined when there is no whole. */
export function ratio(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole
}

/** Number by number. */
export function sumOf(measured: readonly Counts[]): number[] {
  const sums: number[] = []
  for (const counts of measured) for (const [index, count] of counts.entries()) sums[index] = (sums[index] ?? 0) + count
  return sums
}
