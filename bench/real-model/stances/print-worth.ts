import { calibrationError } from '../../../evals/metrics/calibration.ts'
import { confusionOf, macroF1 } from '../../../evals/metrics/confusion.ts'
import { isReversed } from '../../../evals/scores/stance-metrics.ts'
import { bargain } from '../../../evals/statistics/bargain.ts'
import { StanceLabel } from '../../../pipeline/schema/analysis.ts'
import { mostProbable } from '../../../pipeline/steps/odds.ts'
import { joinOdds, type StanceWeights } from '../../../pipeline/steps/stances/join-odds.ts'
import type { Heard } from './heard.ts'

const THRESHOLDS = [0, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7]

/** How sure and how right the labels are, and what a threshold leaves of them; shares in percent. */
export function printWorth(
  title: string,
  heard: readonly Heard[],
  weightsFor: (article: string) => StanceWeights,
): void {
  if (heard.length === 0) return
  const decided = heard.map((one) => ({ ...one, ...decide(one, weightsFor(one.article)) }))
  const told = decided.flatMap(({ said, gold, label, confidence, odds }) =>
    said === undefined ? [] : [{ isRight: gold === label, confidence, loss: -Math.log(odds?.[gold] ?? 1e-9) }],
  )
  const mean = (of: (one: (typeof told)[number]) => number) => told.reduce((sum, one) => sum + of(one), 0) / told.length
  const articles = new Set(heard.map(({ article }) => article)).size
  console.log(`\n${title}: ${heard.length} actors of ${articles} articles, ${told.length} of them asked about`)
  console.table({
    'log loss': mean(({ loss }) => loss).toFixed(3),
    'mean confidence': percent(mean(({ confidence }) => confidence)),
    'labels right, "unstated" too': percent(mean(({ isRight }) => Number(isRight))),
    'expected calibration error': percent(calibrationError(told) ?? 0),
  })
  console.table(THRESHOLDS.map((threshold) => rowOf(threshold, decided)))
}

const PROMISE = { kind: 'precision', value: 0.7, probability: 0.9 } as const

/** The threshold that promises as much as `eval --calibrate` does by default. */
export function printThreshold(heard: readonly Heard[], weightsFor: (article: string) => StanceWeights): void {
  const labels = heard
    .map((one) => ({ ...one, ...decide(one, weightsFor(one.article)) }))
    .filter(({ label }) => label !== 'unstated')
    .map(({ article, gold, label, confidence }) => ({ article, confidence, isRight: gold === label }))
  console.log('\nthe threshold that promises 70 % right labels with a probability of 90 %:')
  console.dir(bargain(labels, PROMISE))
}

type Decided = { gold: StanceLabel; label: StanceLabel; confidence: number }

function decide({ said }: Heard, weights: StanceWeights) {
  const odds = said && joinOdds(said, weights)
  const best = odds && mostProbable(odds)
  return { odds, label: StanceLabel.parse(best?.label ?? 'unstated'), confidence: best?.probability ?? 0 }
}

function rowOf(threshold: number, decided: readonly Decided[]) {
  const kept = decided.map(({ gold, label, confidence }) => ({
    gold,
    predicted: confidence >= threshold ? label : ('unstated' as const),
  }))
  const labelled = kept.filter(({ predicted }) => predicted !== 'unstated')
  const right = labelled.filter(({ gold, predicted }) => gold === predicted).length
  return {
    'confidence from': threshold,
    'labels given': labelled.length,
    'of them right': percent(right / Math.max(1, labelled.length)),
    'the wrong way about, of all': percent(kept.filter(isReversed).length / kept.length),
    'macro-F1': percent(
      macroF1(
        confusionOf(
          StanceLabel.options,
          kept.map(({ gold, predicted }) => [gold, predicted]),
        ),
      ) ?? 0,
    ),
  }
}

function percent(share: number): string {
  return (100 * share).toFixed(1)
}
