import * as Plot from '@observablehq/plot'
import type { Placed } from '../../evals/frontier.ts'
import type { Scoring } from '../../evals/metrics/metric.ts'
import { BESIDE_AXIS, draw, NAMED, scaledScore, UNDER_AXIS } from './draw.ts'

/**
 * Runs between what they cost and what they are worth, both with their intervals; a line joins those that none beats. They carry
 * the numbers of their places in the list: names would overlap.
 */
export function frontierChart(
  { quality, cost }: { quality: Scoring; cost: Scoring },
  placed: readonly Placed[],
): string {
  const scale = quality.unit === 'share' ? 100 : 1
  const points = placed.map((one, index) => ({
    number: String(index + 1),
    system: one.system,
    isOnFrontier: one.isOnFrontier,
    ...scaledScore(one.quality, scale),
    paid: one.cost.value,
    least: one.cost.interval?.low ?? one.cost.value,
    most: one.cost.interval?.high ?? one.cost.value,
  }))
  const label = quality.unit === 'share' ? 'percent' : quality.title.toLowerCase()
  return draw(`${quality.title} against ${cost.title}`, {
    width: 780,
    height: 380,
    marginLeft: BESIDE_AXIS,
    marginBottom: UNDER_AXIS,
    marginRight: 30,
    x: { ...NAMED, label: cost.title, nice: true, zero: true, ticks: 5 },
    y: { ...NAMED, label, nice: true, zero: true, labelOffset: 48 },
    marks: [
      Plot.line(
        points.filter((point) => point.isOnFrontier),
        { x: 'paid', y: 'value', stroke: 'var(--neutral)', strokeWidth: 1.5, strokeDasharray: '4 3' },
      ),
      Plot.ruleX(points, { x: 'paid', y1: 'low', y2: 'high', stroke: 'var(--ink)', strokeWidth: 2 }),
      Plot.ruleY(points, { y: 'value', x1: 'least', x2: 'most', stroke: 'var(--ink)', strokeWidth: 2 }),
      Plot.dot(points, {
        x: 'paid',
        y: 'value',
        r: 5,
        fill: ({ isOnFrontier }) => (isOnFrontier ? 'var(--support)' : 'var(--paper)'),
        stroke: 'var(--ink)',
        title: ({ system, value, low, high, paid }) =>
          `${system}: ${value.toFixed(1)} [${low.toFixed(1)}, ${high.toFixed(1)}] for ${paid.toFixed(2)}`,
      }),
      Plot.text(points, {
        x: 'paid',
        y: 'value',
        text: 'number',
        textAnchor: 'start',
        fontWeight: 600,
        dx: 8,
        dy: -10,
        fill: 'var(--ink)',
        stroke: 'var(--paper)',
        strokeWidth: 3,
      }),
    ],
  })
}
