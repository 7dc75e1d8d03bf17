import * as Plot from '@observablehq/plot'
import type { Scoring } from '../../evals/metrics/metric.ts'
import type { Score } from '../../evals/scoreboard.ts'
import { isReversed } from '../../evals/scores/stance-metrics.ts'
import type { Comparison } from '../../evals/statistics/compare.ts'
import type { StanceLabel } from '../../pipeline/schema/analysis.ts'
import { BESIDE_AXIS, draw, NAMED, scaledScore, UNDER_AXIS } from './draw.ts'

/** A system in a chart: its colour and shape stand for the same system in all of them (styles in scores.css). */
export type Side = { system: string; scores: readonly Score[] }

const PERCENT = { ...NAMED, domain: [0, 100], label: 'percent' }
/** The same at the left of an upright axis. */
const UPRIGHT = { ...PERCENT, labelOffset: 48 }
const ROW = 10

/** Scores as dots on lines that are their intervals; a band a metric under its name, a row of it a system. Shares only. */
export function scoresChart(title: string, metrics: readonly Scoring[], sides: readonly Side[]): string {
  const points = metrics
    .filter(({ unit, better }) => unit === 'share' && better !== 'neither')
    .flatMap((metric) => pointsOf(metric, sides))
  if (points.length === 0) return ''
  const bands = [...new Set(points.map(({ metric }) => metric))]
  const rows = ['', ...sides.map(({ system }) => system)]
  return draw(`${title}: scores with 95 % intervals`, {
    marginTop: 6,
    marginLeft: 12,
    marginBottom: UNDER_AXIS,
    height: 60 + bands.length * (20 + ROW * rows.length),
    x: PERCENT,
    y: { type: 'point', axis: null, domain: rows, padding: 0.6 },
    fy: { axis: null, domain: bands, padding: 0.12 },
    ...scaled(sides),
    marks: [
      Plot.text(bands, { ...HALO, fy: (band) => band, x: () => 0, y: () => '', text: (band) => band }),
      Plot.ruleY(points, { fy: 'metric', y: 'system', x1: 'low', x2: 'high', stroke: 'system', strokeWidth: 2.5 }),
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

function percent(score: Pick<Score, 'value' | 'interval'>) {
  return scaledScore(score, 100)
}

function told({ metric, system, value, low, high }: Point): string {
  return `${system}, ${metric}: ${value.toFixed(1)} [${low.toFixed(1)}, ${high.toFixed(1)}]`
}

/** Gold labels in rows, the system's in columns; the stronger the colour, the larger the share of its row. A reversal is always strong. */
export function confusionChart(system: string, labels: readonly StanceLabel[], counts: readonly number[]): string {
  const cells = cellsOf(labels, counts)
  const at = { x: 'predicted', y: 'gold' }
  return draw(`Stances of ${system}: label in gold (rows) against label of the system (columns)`, {
    width: 440,
    height: 320,
    marginLeft: 96,
    marginTop: 56,
    x: { ...NAMED, grid: false, axis: 'top', domain: [...labels], label: 'what the system says', labelOffset: 46 },
    y: { ...NAMED, grid: false, domain: [...labels], label: 'what gold says', labelOffset: 84 },
    color: { domain: KINDS, range: KINDS.map((kind) => `var(--cell-${kind})`) },
    marks: [
      Plot.cell(cells, { ...at, fill: 'kind', fillOpacity: 'strength', inset: 1 }),
      Plot.cell(cells, { ...at, stroke: 'var(--rule)', inset: 1, title: cellTold }),
      Plot.cell(
        cells.filter(({ kind }) => kind === 'reversed'),
        { ...at, stroke: 'var(--oppose)', strokeWidth: 2, inset: 2 },
      ),
      Plot.text(cells, {
        ...at,
        text: ({ count }) => String(count),
        fontSize: 14,
        fontWeight: 600,
        fill: 'var(--ink)',
      }),
    ],
  })
}

/** A colour that is there can be told, however small its share. */
const FAINTEST = 0.2
const KINDS = ['right', 'reversed', 'other']

function cellsOf(labels: readonly StanceLabel[], counts: readonly number[]) {
  return labels.flatMap((gold, row) => {
    const line = counts.slice(row * labels.length, (row + 1) * labels.length)
    const all = line.reduce((sum, count) => sum + count, 0)
    return labels.map((predicted, column) => {
      const kind = gold === predicted ? 'right' : isReversed({ gold, predicted }) ? 'reversed' : 'other'
      const count = line[column] ?? 0
      const strength = count === 0 ? 0 : kind === 'reversed' ? 1 : FAINTEST + (1 - FAINTEST) * (count / all)
      return { gold, predicted, count, kind, strength }
    })
  })
}

function cellTold({ gold, predicted, count }: { gold: string; predicted: string; count: number }): string {
  return `${count} that gold calls ${gold} and the system ${predicted}`
}

/** Share of the actors that get a stance other than `unstated`, and how many of these stances are right: both 0..1. */
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
    width: 440,
    height: 320,
    marginLeft: BESIDE_AXIS,
    marginBottom: UNDER_AXIS,
    x: { ...PERCENT, label: 'actors that get a stance, percent' },
    y: { ...UPRIGHT, label: 'of these stances right, percent' },
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
  title: string,
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
  return draw(`${title}: differences in points, with 95 % intervals`, {
    width: 960,
    marginLeft: 350,
    marginBottom: UNDER_AXIS,
    height: 60 + rows.length * 18,
    x: { ...NAMED, domain: around(rows), label: 'points more or less than before', nice: true },
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

/** What quality costs: what one article costs to the right, the score with its interval upwards. */
export function costChart(
  cost: { title: string; of(side: Side): number | undefined },
  metric: Scoring,
  sides: readonly Side[],
): string {
  const points = pointsOf(metric, sides).flatMap((point) => {
    const side = sides.find(({ system }) => system === point.system)
    const paid = side && cost.of(side)
    return paid === undefined ? [] : [{ ...point, paid }]
  })
  if (points.length === 0) return ''
  return draw(`${metric.title} against ${cost.title}`, {
    width: 262,
    height: 240,
    marginLeft: BESIDE_AXIS,
    marginBottom: UNDER_AXIS,
    x: { ...NAMED, label: cost.title, nice: true, zero: true, ticks: 3 },
    y: UPRIGHT,
    ...scaled(sides),
    marks: [
      Plot.ruleX(points, { x: 'paid', y1: 'low', y2: 'high', stroke: 'system', strokeWidth: 2 }),
      Plot.dot(points, { ...DOT, r: 5, x: 'paid', y: 'value', title: told }),
    ],
  })
}

/** A score over the articles that share what makes them hard. */
export function casesChart(groups: readonly { title: string; side: Side }[], metric: Scoring): string {
  const points = groups.flatMap(({ title, side }) =>
    pointsOf(metric, [side]).map((point) => ({ ...point, group: title })),
  )
  if (points.length === 0) return ''
  return draw(`${metric.title} by what makes an article hard`, {
    marginLeft: 148,
    marginBottom: UNDER_AXIS,
    height: 60 + groups.length * 18,
    x: { ...PERCENT, ticks: 3 },
    y: { label: null, domain: groups.map(({ title }) => title) },
    marks: [
      Plot.ruleY(points, { y: 'group', x1: 'low', x2: 'high', stroke: 'var(--neutral)', strokeWidth: 2 }),
      Plot.dot(points, {
        y: 'group',
        x: 'value',
        fill: 'var(--neutral)',
        r: 3.5,
        title: (point) => `${point.group}: ${told(point)}`,
      }),
    ],
  })
}

/** What is wrong in an article, as a bar of its parts under its title. `id` tells articles of one title apart. */
export function missesChart(rows: readonly { id: string; title: string; part: string; wrong: number }[]): string {
  if (rows.length === 0) return ''
  const titles = new Map(rows.map(({ id, title }) => [id, title]))
  const bar = { fy: 'id', y: () => 'bar', x: 'wrong' }
  return draw('What is wrong in the ten worst articles', {
    width: 900,
    marginLeft: 12,
    marginTop: 6,
    marginBottom: UNDER_AXIS,
    height: 60 + titles.size * 42,
    x: { ...NAMED, label: 'things that are wrong' },
    y: { axis: null, domain: ['title', 'bar'] },
    fy: { axis: null, domain: [...titles.keys()] },
    color: { domain: [...PARTS], range: PARTS.map((part) => `var(--part-${part})`) },
    marks: [
      Plot.text(titles, { ...HALO, fy: ([id]) => id, x: () => 0, y: () => 'title', text: ([, title]) => title }),
      Plot.barX(rows, {
        ...bar,
        fill: 'part',
        insetRight: 1,
        title: ({ title, part, wrong }) => `${title}: ${wrong} ${part}`,
      }),
      Plot.text(
        rows.filter(({ wrong }) => wrong > 0),
        Plot.stackX({ ...bar, z: 'part', text: 'wrong', fill: 'var(--on-part)', fontWeight: 600 }),
      ),
    ],
  })
}

export const PARTS = ['actors', 'stances', 'reactions', 'facts'] as const

const DOT = { fill: 'system', symbol: 'system', r: 4 } as const
/** A name within the frame, at its left, that grid lines do not cross out. */
const HALO = { textAnchor: 'start', fill: 'var(--ink)', stroke: 'var(--card)', strokeWidth: 4 } as const
const SHAPES = ['square', 'circle', 'triangle', 'diamond', 'star'] as const

/** The colours are named in scores.css by the place of a system in the report. */
function scaled(sides: readonly Side[]) {
  const domain = sides.map(({ system }) => system)
  const range = domain.map((_, index) => `var(--system-${index})`)
  return { color: { domain, range }, symbol: { domain, range: SHAPES.slice(0, domain.length) } }
}
