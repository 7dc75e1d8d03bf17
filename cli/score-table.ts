import type { Metric } from '../evals/metrics/metric.ts'
import type { Score } from '../evals/scoreboard.ts'

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
  const table = [['', ...columns.map(({ name }) => name)], ...rows]
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  const lines = table.map((row) =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0, column))
      .join('  ')
      .trimEnd(),
  )
  return [title, '', ...lines, '', '↑ more is better, ↓ less is better'].join('\n')
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
