import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import type { Scoring } from '../../evals/metrics/metric.ts'
import type { Score } from '../../evals/scoreboard.ts'
import { isReversed } from '../../evals/scores/stance-metrics.ts'
import type { Interval } from '../../evals/statistics/bootstrap.ts'
import type { Comparison } from '../../evals/statistics/compare.ts'
import type { StanceLabel } from '../../pipeline/schema/analysis.ts'

/** A system in a chart: its colour and shape stand for the same system in all of them (styles in scores.css). */
export type Side = { system: string; scores: readonly Score[] }

const WIDTH = 1140
const LABELS_WIDTH = 350

/** Scores as dots on lines that are their intervals; one band a metric, one row of it a system. Shares only. */
export function scoresChart(title: string, metrics: readonly Scoring[], sides: readonly Side[]): string {
  const points = metrics
    .filter(({ unit, better }) => unit === 'share' && better !== 'neither')
    .flatMap((metric) => pointsOf(metric, sides))
  if (points.length === 0) return ''
  return draw(`${title}: scores with 95 % intervals`, {
    marginLeft: LABELS_WIDTH,
    x: { domain: [0, 100], label: 'percent', grid: true },
    y: { axis: null, domain: sides.map(({ system }) => system) },
    fy: { label: null, domain: [...new Set(points.map(({ metric }) => metric))], padding: 0.25 },
    height: 60 + new Set(points.map(({ metric }) => metric)).size * (12 + 9 * sides.length),
    ...scaled(sides),
    marks: [
      Plot.ruleY(points, { fy: 'metric', y: 'system', x1: 'low', x2: 'high', stroke: 'system', strokeWidth: 2 }),
      Plot.dot(points, { ...DOT, fy: 'metric', y: 'system', x: 'value', title: told }),
    ],
  })
}

type Point = { metric: string; system: string; value: number; low: number; high: number }

function pointsOf({ name, title, better }: Scoring, sides: readonly Side[]): Point[] {
  return sides.flatMap(({ system, scores }) => {
    const score = scores.find((one) => one.name === name)
    if (score === undefined) return []
    return [{ metric: `${title}${better === 'lower' ? ' (less is better)' : ''}`, system, ...percent(score) }]
  })
}

function percent({ value, interval }: { value: number; interval?: Interval }) {
  return { value: value * 100, low: (interval?.low ?? value) * 100, high: (interval?.high ?? value) * 100 }
}

function told({ metric, system, value, low, high }: Point): string {
  return `${system}, ${metric}: ${value.toFixed(1)} [${low.toFixed(1)}, ${high.toFixed(1)}]`
}

/** Gold labels in rows, the system's in columns; the darker, the larger the share of its row. */
export function confusionChart(system: string, labels: readonly StanceLabel[], counts: readonly number[]): string {
  const cells = labels.flatMap((gold, row) => {
    const line = counts.slice(row * labels.length, (row + 1) * labels.length)
    const all = line.reduce((sum, count) => sum + count, 0)
    return labels.map((predicted, column) => {
      const kind = gold === predicted ? 'right' : isReversed({ gold, predicted }) ? 'reversed' : 'other'
      const count = line[column] ?? 0
      return { gold, predicted, count, share: all === 0 ? 0 : count / all, kind }
    })
  })
  return draw(`Stances of ${system}: label in gold (rows) against label of the system (columns)`, {
    width: 430,
    height: 300,
    marginLeft: 80,
    marginTop: 46,
    x: { axis: 'top', domain: [...labels], label: null },
    y: { domain: [...labels], label: null },
    color: {
      domain: ['right', 'reversed', 'other'],
      range: ['var(--support)', 'var(--oppose)', 'var(--neutral)'],
    },
    marks: [
      Plot.cell(cells, { x: 'predicted', y: 'gold', fill: 'kind', fillOpacity: ({ share }) => share * 0.75, inset: 1 }),
      Plot.cell(cells, { x: 'predicted', y: 'gold', stroke: 'var(--rule)', inset: 1, title: cellTold }),
      Plot.text(cells, {
        x: 'predicted',
        y: 'gold',
        text: ({ count }) => String(count),
        fontSize: 13,
        fill: 'var(--ink)',
      }),
    ],
  })
}

function cellTold({ gold, predicted, count }: { gold: string; predicted: string; count: number }): string {
  return `${count} that gold calls ${gold} and the system ${predicted}`
}

/** Share of the actors that get a stance, and how many of these stances are right: both 0..1. */
export type Coverage = { system: string; coverage: number; accuracy: number }

/**
 * How right the labels are against how many are given. A system without a confidence is one point; one with a confidence is a curve,
 * from its surest label alone to all.
 */
export function coverageChart(
  curves: readonly Coverage[],
  points: readonly Coverage[],
  sides: readonly Side[],
): string {
  const scaledBy100 = (all: readonly Coverage[]) =>
    all.map(({ system, coverage, accuracy }) => ({ system, coverage: coverage * 100, accuracy: accuracy * 100 }))
  return draw('Accuracy of stances against the share of actors that get one', {
    width: 430,
    height: 300,
    x: { domain: [0, 100], label: 'stances that are given, percent', grid: true },
    y: { domain: [0, 100], label: 'of these right, percent', grid: true },
    ...scaled(sides),
    marks: [
      Plot.line(scaledBy100(curves), { x: 'coverage', y: 'accuracy', stroke: 'system', z: 'system', strokeWidth: 2 }),
      Plot.dot(scaledBy100(points), {
        ...DOT,
        r: 5,
        x: 'coverage',
        y: 'accuracy',
        title: ({ system, coverage, accuracy }) =>
          `${system}: ${coverage.toFixed(1)} % get a stance, ${accuracy.toFixed(1)} % of these are right`,
      }),
    ],
  })
}

/** Differences of two runs with their intervals, around the line of no difference. */
export function differencesChart(
  before: string,
  after: string,
  compared: readonly { title: string; unit: Scoring['unit']; comparison: Comparison }[],
): string {
  const rows = compared
    .filter(({ unit, comparison }) => unit === 'share' && !Number.isNaN(comparison.interval.low))
    .map(({ title, comparison: { difference, interval, verdict } }) => ({
      title,
      verdict,
      ...percent({ value: difference, interval }),
    }))
  if (rows.length === 0) return ''
  return draw(`${after} less ${before}, in points, with 95 % intervals`, {
    marginLeft: LABELS_WIDTH,
    height: 60 + rows.length * 18,
    x: { domain: around(rows), label: `points that ${after} differs from ${before}`, grid: true, nice: true },
    y: { label: null, domain: rows.map(({ title }) => title) },
    color: { domain: VERDICTS, range: ['var(--support)', 'var(--oppose)', 'var(--neutral)', 'var(--quiet)'] },
    symbol: { domain: VERDICTS, range: ['triangle', 'diamond', 'circle', 'times'] },
    marks: [
      Plot.ruleX([0], { stroke: 'currentColor' }),
      Plot.ruleY(rows, { y: 'title', x1: 'low', x2: 'high', stroke: 'verdict', strokeWidth: 2 }),
      Plot.dot(rows, {
        y: 'title',
        x: 'value',
        symbol: 'verdict',
        fill: 'verdict',
        stroke: 'verdict',
        r: 4,
        title: ({ title, value, low, high, verdict }) =>
          `${title}: ${value.toFixed(1)} [${low.toFixed(1)}, ${high.toFixed(1)}], ${verdict}`,
      }),
    ],
  })
}

/** From below the lowest to above the highest, and no less than a point to both sides of zero. */
function around(rows: readonly { low: number; high: number }[]): [number, number] {
  return [Math.min(-1, ...rows.map(({ low }) => low)), Math.max(1, ...rows.map(({ high }) => high))]
}

const VERDICTS = ['better', 'worse', 'same within noise', 'not enough cases']

/** What quality costs: a panel a metric, what one article costs to the right, the score with its interval upwards. */
export function costChart(
  cost: { title: string; of(side: Side): number | undefined },
  metrics: readonly Scoring[],
  sides: readonly Side[],
): string {
  const points = metrics.flatMap((metric) =>
    pointsOf(metric, sides).flatMap((point) => {
      const side = sides.find(({ system }) => system === point.system)
      const paid = side && cost.of(side)
      return paid === undefined ? [] : [{ ...point, paid }]
    }),
  )
  if (points.length === 0) return ''
  return draw(`Quality against ${cost.title}`, {
    height: 260,
    marginBottom: 40,
    x: { label: cost.title, grid: true, nice: true, zero: true, ticks: 3 },
    y: { domain: [0, 100], label: 'percent', grid: true },
    fx: { label: null, domain: [...new Set(points.map(({ metric }) => metric))], padding: 0.15 },
    ...scaled(sides),
    marks: [
      Plot.ruleX(points, { fx: 'metric', x: 'paid', y1: 'low', y2: 'high', stroke: 'system', strokeWidth: 2 }),
      Plot.dot(points, { ...DOT, r: 5, fx: 'metric', x: 'paid', y: 'value', title: told }),
    ],
  })
}

/** The same scores over the articles that share what makes them hard. */
export function casesChart(groups: readonly { title: string; side: Side }[], metrics: readonly Scoring[]): string {
  const points = groups.flatMap(({ title, side }) =>
    metrics.flatMap((metric) => pointsOf(metric, [side]).map((point) => ({ ...point, group: title }))),
  )
  if (points.length === 0) return ''
  return draw('Scores by what makes an article hard', {
    marginLeft: 190,
    height: 70 + groups.length * 17,
    x: { domain: [0, 100], label: 'percent', grid: true, ticks: 3 },
    y: { label: null, domain: groups.map(({ title }) => title) },
    fx: { label: null, padding: 0.12 },
    marks: [
      Plot.ruleY(points, { fx: 'metric', y: 'group', x1: 'low', x2: 'high', stroke: 'var(--neutral)', strokeWidth: 2 }),
      Plot.dot(points, {
        fx: 'metric',
        y: 'group',
        x: 'value',
        fill: 'var(--neutral)',
        r: 3.5,
        title: (point) => `${point.group}: ${told(point)}`,
      }),
    ],
  })
}

/** What is wrong in an article, as a bar of its parts. */
export function missesChart(rows: readonly { article: string; part: string; wrong: number }[]): string {
  if (rows.length === 0) return ''
  return draw('What is wrong in the ten worst articles', {
    marginLeft: 330,
    height: 50 + new Set(rows.map(({ article }) => article)).size * 22,
    x: { label: 'things that are wrong', grid: true },
    y: { label: null, domain: [...new Set(rows.map(({ article }) => article))] },
    color: { domain: [...PARTS], range: ['var(--neutral)', 'var(--oppose)', 'var(--mixed)', 'var(--support)'] },
    marks: [
      Plot.barX(rows, {
        y: 'article',
        x: 'wrong',
        fill: 'part',
        fillOpacity: 0.75,
        inset: 1,
        title: ({ article, part, wrong }) => `${article}: ${wrong} ${part}`,
      }),
      Plot.text(
        rows.filter(({ wrong }) => wrong > 0),
        Plot.stackX({ y: 'article', x: 'wrong', z: 'part', text: 'wrong', fill: 'var(--ink)' }),
      ),
    ],
  })
}

export const PARTS = ['actors', 'stances', 'reactions', 'facts'] as const

const DOT = { fill: 'system', symbol: 'system', r: 4 } as const
const SHAPES = ['square', 'circle', 'triangle', 'diamond', 'star'] as const

/** The colours are named in scores.css by the place of a system in the report. */
function scaled(sides: readonly Side[]) {
  const domain = sides.map(({ system }) => system)
  const range = domain.map((_, index) => `var(--system-${index})`)
  return { color: { domain, range }, symbol: { domain, range: SHAPES.slice(0, domain.length) } }
}

/** SVG as text. Styles within would be refused by the page's policy; scores.css has what they say. */
function draw(label: string, options: Plot.PlotOptions): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  const figure = Plot.plot({ width: WIDTH, ...options, document, className: 'chart', ariaLabel: label })
  for (const style of figure.querySelectorAll('style')) style.remove()
  // Groups without a role may have no label of their own; the whole is one image with one.
  for (const group of figure.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label')
  figure.setAttribute('role', 'img')
  return figure.outerHTML
}
