import type { Scoring } from '../evals/metrics/metric.ts'
import type { Score } from '../evals/scoreboard.ts'
import { FEWEST_CASES } from '../evals/statistics/compare.ts'
import type { Compared } from './eval-outcome.ts'
import { tableLines } from './table.ts'

type Column = { system: string; scores: readonly Score[] }

/** Scores of several systems side by side, a metric a line, each with its interval; a metric that nobody has is left out. */
export function scoreTable(title: string, metrics: readonly Scoring[], columns: readonly Column[]): string {
  const rows = metrics.flatMap((metric) => {
    const cells = columns.map(({ scores }) => scoreCell(metric, scores))
    return cells.every((cell) => cell === '') ? [] : [[`${metric.title}${ARROWS[metric.better]}`, ...cells]]
  })
  const table = tableLines([['', ...columns.map(({ system }) => system)], ...rows])
  return [title, '', ...table, '', '↑ more is better, ↓ less is better'].join('\n')
}

/** What differs between two runs, with the smallest change that so many articles can show. */
export function comparisonTable({ title, before, after, articles, compared }: Compared): string {
  const rows = compared.map(({ title, comparison: { difference, interval, detectable, verdict } }) => [
    title,
    `${signed(difference)} [${signed(interval.low)}, ${signed(interval.high)}]`,
    detectable.toFixed(3),
    verdict,
  ])
  return [
    '',
    `${title}, article by article (${after} less ${before})`,
    '',
    ...tableLines([['', 'difference', 'detectable', 'verdict'], ...rows]),
    '',
    ...comparedInWords(articles),
  ].join('\n')
}

function comparedInWords({ both, before, after }: Compared['articles']): string[] {
  const lone = [
    ...(before > 0 ? [`${before} only in the run before`] : []),
    ...(after > 0 ? [`${after} only in this one`] : []),
  ]
  return [
    `${both} articles compared${lone.length > 0 ? ` (left out: ${lone.join(', ')})` : ''}`,
    `"not enough cases": fewer than ${FEWEST_CASES} articles, or too few to tell a change of 10 percent points`,
  ]
}

function signed(value: number): string {
  return `${value < 0 ? '' : '+'}${value.toFixed(3)}`
}

const ARROWS = { higher: ' ↑', lower: ' ↓', neither: '' }

/** A score with its interval; empty where there is none. */
export function scoreCell({ name, unit }: Scoring, scores: readonly Score[]): string {
  const score = scores.find((one) => one.name === name)
  if (score === undefined) return ''
  const shown = (value: number) => (unit === 'share' ? (value * 100).toFixed(1) : value.toFixed(unit === 'usd' ? 4 : 2))
  const { value, interval } = score
  const percent = unit === 'share' ? ' %' : ''
  return interval === undefined
    ? `${shown(value)}${percent}`
    : `${shown(value)}${percent} [${shown(interval.low)}, ${shown(interval.high)}]`
}
