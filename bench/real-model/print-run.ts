import type { Scoring } from '../../evals/metrics/metric.ts'
import type { Score } from '../../evals/scoreboard.ts'
import type { Analysis } from '../../pipeline/schema/analysis.ts'
import type { Reading } from '../../pipeline/schema/reading.ts'
import { faultsOf } from '../faults-of.ts'

type Column = { name: string; scores: readonly Score[] }

/** A row for each metric, a column for each system, with intervals; shares in percent. */
export function printScores(metrics: readonly Scoring[], columns: readonly Column[]): void {
  console.table(Object.fromEntries(metrics.map((metric) => [metric.title, rowOf(metric, columns)])))
}

/** A score of every system with its interval. */
function rowOf({ name, unit }: Scoring, columns: readonly Column[]): Record<string, string> {
  const scale = unit === 'share' ? 100 : 1
  const shown = (value: number) => (value * scale).toFixed(1)
  return Object.fromEntries(
    columns.map(({ name: system, scores }) => {
      const score = scores.find((each) => each.name === name)
      const interval = score?.interval && ` [${shown(score.interval.low)}, ${shown(score.interval.high)}]`
      return [system, score === undefined ? '' : `${shown(score.value)}${interval ?? ''}`]
    }),
  )
}

export type Analysed = { reading: Reading; analysis: Analysis }

/** What the numbers of the table do not tell: promises kept, and what became of claims. */
export function printWork(title: string, cases: readonly Analysed[]): void {
  const analyses = cases.map(({ analysis }) => analysis)
  const sum = (of: (analysis: Analysis) => number) => analyses.reduce((total, analysis) => total + of(analysis), 0)
  const faults = cases.flatMap(({ analysis, reading }) => faultsOf({ ...reading.article, analysis }))
  const tokensIn = sum(({ usage }) => usage.tokensIn)
  console.log(`\n${title}`)
  console.table({
    'claims without words of the article (must be 0)': faults.length,
    'claims checked': sum(({ grounding }) => grounding.checked),
    'claims repaired': sum(({ grounding }) => grounding.repaired),
    'claims or texts dropped': sum(({ grounding }) => grounding.dropped),
    'calls an article': (sum(({ usage }) => usage.calls) / cases.length).toFixed(1),
    'tokens in an article': Math.round(tokensIn / cases.length),
    'of these cached, %': ((100 * sum(({ usage }) => usage.tokensCached)) / Math.max(1, tokensIn)).toFixed(0),
    'tokens out an article': Math.round(sum(({ usage }) => usage.tokensOut) / cases.length),
  })
  const warnings = analyses.flatMap(({ grounding }) => grounding.warnings)
  console.log('defects:', countBy(analyses.flatMap(({ defects }) => defects.map(({ kind }) => kind))))
  console.log('warnings:', countBy(warnings.map(({ code }) => code)))
  const dropped = warnings.filter(({ code }) => code === 'CLAIM_DROPPED' || code === 'TEXT_DROPPED')
  for (const { message } of dropped) console.log(`- ${message}`)
}

function countBy(keys: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}
