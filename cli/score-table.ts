import type { Metric } from '../evals/metrics/metric.ts'
import type { Score } from '../evals/scoreboard.ts'
import type { Comparison } from '../evals/statistics/compare.ts'

export type Column = { name: string; scores: readonly Score[] }

/** Scores of several systems side by side, a metric a line, each with its interval; a metric that nobody has is left out. */
export function scoreTable(
  title: string,
  metrics: readonly Pick<Metric<never>, 'name' | 'title' | 'unit' | 'better'>[],
  columns: readonly Column[],
): string {
  const rows = metrics.flatMap((metric) => {
    const cells = columns.map(({ scores }) =>
      cellOf(
        scores.find(({ name }) => name === metric.name),
        metric.unit,
      ),
    )
    return cells.every((cell) => cell === '') ? [] : [[`${metric.title}${ARROWS[metric.better]}`, ...cells]]
  })
  const table = aligned([['', ...columns.map(({ name }) => name)], ...rows])
  return [title, '', ...table, '', '↑ more is better, ↓ less is better'].join('\n')
}

/** What changed since a saved run, with the smallest change that so many articles can show. */
export function comparisonTable(
  before: string,
  compared: readonly { title: string; comparison: Comparison }[],
): string {
  const rows = compared.map(({ title, comparison: { difference, interval, detectable, verdict } }) => [
    title,
    `${signed(difference)} [${signed(interval.low)}, ${signed(interval.high)}]`,
    detectable.toFixed(3),
    verdict,
  ])
  return [
    '',
    `Compared with ${before}, article by article`,
    '',
    ...aligned([['', 'difference', 'detectable', 'verdict'], ...rows]),
  ].join('\n')
}

function signed(value: number): string {
  return `${value < 0 ? '' : '+'}${value.toFixed(3)}`
}

function aligned(table: readonly (readonly string[])[]): string[] {
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  return table.map((row) =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0, column))
      .join('  ')
      .trimEnd(),
  )
}

const ARROWS = { higher: ' ↑', lower: ' ↓', neither: '' }

function pad(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width)
}

function cellOf(score: Score | undefined, unit: Metric<never>['unit']): string {
  if (score === undefined) return ''
  const shown = (value: number) => (unit === 'share' ? (value * 100).toFixed(1) : value.toFixed(unit === 'usd' ? 4 : 2))
  const { value, interval } = score
  const percent = unit === 'share' ? ' %' : ''
  return interval === undefined
    ? `${shown(value)}${percent}`
    : `${shown(value)}${percent} [${shown(interval.low)}, ${shown(interval.high)}]`
}
