import { coverageCurve } from '../../evals/metrics/calibration.ts'
import { sumOf } from '../../evals/metrics/metric.ts'
import type { GoldRun } from '../../evals/run-gold.ts'
import { confusion, decisionsOf, LABELS } from '../../evals/scores/stance-metrics.ts'
import { type Coverage, confusionChart, coverageChart } from './charts.ts'
import { figure, legend } from './figure.ts'

/** Which labels are taken for which, and what abstaining would buy. */
export function stancesSection(mine: GoldRun, runs: readonly GoldRun[]): string {
  const matrix = confusionChart(mine.system, LABELS, sumOf(mine.cases.map(confusion)))
  const coverage = coverageChart(runs.flatMap(curveOf), runs.flatMap(pointOf), runs)
  return `<h2>Stances</h2>
<div class="pair">${figure('What gold says (rows), and what the system makes of it (columns)', matrix, MATRIX_KEY)}
${figure('Saying less, and being right more often', coverage, COVERAGE_KEY)}</div>`
}

const MATRIX_KEY = `${legend([
  { name: 'cell-right', text: 'right' },
  { name: 'cell-reversed', text: 'reversed: support for oppose or the other way about, the worst error' },
  { name: 'cell-other', text: 'another error' },
])}<p class="note">A number counts actors. The stronger the colour, the larger the share of its row; a reversal is always strong.</p>`

const COVERAGE_KEY = `<p class="note">Counted are the actors of gold, and a label other than <i>unstated</i> is a stance. A system that
says how sure it is has a line as well: from its surest stance alone to all of them.</p>`

/** Counts what the point of the same system counts: with a confidence for every stance, the curve ends in it. */
function curveOf({ system, cases }: GoldRun): Coverage[] {
  const decisions = cases.flatMap(decisionsOf)
  const given = decisions.flatMap(({ gold, predicted, said }) =>
    predicted === 'unstated' || said?.confidence === undefined
      ? []
      : [{ confidence: said.confidence.value, isRight: gold === predicted }],
  )
  return coverageCurve(given).map(({ coverage, accuracy }) => ({
    system,
    coverage: (coverage * given.length) / decisions.length,
    accuracy,
  }))
}

function pointOf({ system, scores }: GoldRun): Coverage[] {
  const value = (name: string) => scores.find((score) => score.name === name)?.value
  const [coverage, accuracy] = [value('stance-given'), value('stance-covered-accuracy')]
  return coverage === undefined || accuracy === undefined ? [] : [{ system, coverage, accuracy }]
}
