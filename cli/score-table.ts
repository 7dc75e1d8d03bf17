import type { Scoring } from '../evals/metrics/metric.ts'
import type { Score } from '../evals/scoreboard.ts'
import { goldMetrics } from '../evals/scores/all.ts'
import { FEWEST_CASES } from '../evals/statistics/compare.ts'
import type { Compared } from './eval-outcome.ts'
import { tableLines } from './table.ts'

/** In the place of a score that a system does not try for, or that cannot be computed. */
export const NO_SCORE = '–'

type Column = { system: string; scores: readonly Score[] }

/** Scores of several systems side by side, a metric a line, each with its interval; a metric that nobody has is left out. */
export function scoreTable(title: string, metrics: readonly Scoring[], columns: readonly Column[]): string {
  const rows = metrics.flatMap((metric) => {
    const cells = columns.map(({ scores }) => scoreCell(metric, scores))
    if (cells.every((cell) => cell === '')) return []
    return [[`${metric.title}${ARROWS[metric.better]}`, ...cells.map((cell) => cell || NO_SCORE)]]
  })
  const table = tableLines([['', ...columns.map(({ system }) => system)], ...rows])
  return [title, '', ...table, '', '↑ more is better, ↓ less is better'].join('\n')
}

/** What differs between runs; of those with too few articles for a verdict, that they are, once. */
export function comparisonTables(compared: readonly Compared[]): string {
  const few = compared.filter(({ articles }) => articles.both < FEWEST_CASES)
  return [
    ...compared.filter((one) => !few.includes(one)).map(comparisonTable),
    ...(few.length === 0
      ? []
      : ['', ...few.map(({ title, articles }) => `${title}: ${countInWords(articles)}`), TOO_FEW]),
  ].join('\n')
}

/** With the smallest change that so many articles can show; shares in percentage points. */
function comparisonTable(runs: Compared): string {
  const { title, before, after, articles, compared } = runs
  const rows = compared.map(({ name, title, comparison: { difference, interval, detectable, verdict } }) => {
    const show = pointsOf(goldMetrics.find((metric) => metric.name === name)?.unit ?? 'number')
    return [
      title,
      `${signed(difference, show)} [${signed(interval.low, show)}, ${signed(interval.high, show)}]`,
      show(detectable),
      verdict,
    ]
  })
  return [
    '',
    `${title}, article by article (${after} less ${before}); differences of percentages in points`,
    '',
    ...tableLines([['', 'difference', 'detectable', 'verdict'], ...rows]),
    '',
    countInWords(articles),
    ...undecidedInWords(runs),
  ].join('\n')
}

/** In the place of a comparison that could only say so line by line. */
export const TOO_FEW = `So few articles cannot tell a difference from chance: no verdict below ${FEWEST_CASES}.`

/** How many were compared, and why not the others. */
function countInWords({ both, before, after }: Compared['articles']): string {
  const left = [
    ...(after > 0 ? [`${after} are not in the run before`] : []),
    ...(before > 0 ? [`${before} of the run before are not in this one`] : []),
  ]
  return `${both} of ${both + after} articles compared${left.length > 0 ? `: ${left.join(', ')}` : ''}`
}

/** What "not enough cases" means, where it is said. */
function undecidedInWords({ compared }: Compared): string[] {
  if (compared.every(({ comparison: { verdict } }) => verdict !== 'not enough cases')) return []
  return ['"not enough cases": so few articles cannot tell a change of 10 percentage points ("detectable" above 10)']
}

function pointsOf(unit: Scoring['unit']): (value: number) => string {
  return (value) => (unit === 'share' ? (value * 100).toFixed(1) : value.toFixed(unit === 'usd' ? 4 : 2))
}

function signed(value: number, show: (value: number) => string): string {
  return `${value < 0 ? '' : '+'}${show(value)}`
}

const ARROWS = { higher: ' ↑', lower: ' ↓', neither: '' }

/** A score with its interval; empty where there is none. */
export function scoreCell({ name, unit }: Scoring, scores: readonly Score[]): string {
  const score = scores.find((one) => one.name === name)
  if (score === undefined) return ''
  const shown = pointsOf(unit)
  const { value, interval } = score
  const percent = unit === 'share' ? ' %' : ''
  return interval === undefined
    ? `${shown(value)}${percent}`
    : `${shown(value)}${percent} [${shown(interval.low)}, ${shown(interval.high)}]`
}
