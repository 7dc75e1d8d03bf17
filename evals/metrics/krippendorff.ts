import { ratio } from './metric.ts'

/**
 * Krippendorff's alpha for nominal data: `units` are lists of the labels that raters gave to one thing each; a thing with fewer
 * than two labels says nothing. 1 is full agreement, 0 chance. Undefined when no two labels differ and none can be expected to.
 * @see Krippendorff 2011, Computing Krippendorff's Alpha-Reliability
 */
export function krippendorffAlpha(units: readonly (readonly string[])[]): number | undefined {
  const paired = units.filter((labels) => labels.length > 1)
  const counts = new Map<string, number>()
  let all = 0
  let disagreements = 0
  for (const labels of paired) {
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
    all += labels.length
    const differing = labels.flatMap((a, i) => labels.filter((b, j) => i !== j && a !== b)).length
    disagreements += differing / (labels.length - 1)
  }
  const totals = [...counts.values()]
  const expected = totals.reduce((sum, count) => sum + count * (all - count), 0)
  const share = ratio((all - 1) * disagreements, expected)
  return share === undefined ? undefined : 1 - share
}
