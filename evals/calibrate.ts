import type { Calibration } from '../pipeline/schema/recipe.ts'
import { calibrationError, type Decision } from './metrics/calibration.ts'
import type { Scored } from './scores/aligned.ts'
import { decisionsOf } from './scores/stance-metrics.ts'
import { bargain } from './statistics/bargain.ts'
import { calibratedBy, fitPlatt } from './statistics/platt.ts'

/** A stance towards the main issue that has a confidence, beside gold; `isSide`: it is not `unstated`. */
export type Labelled = Decision & { article: string; isSide: boolean }

/** Every stance of the cases that carries a confidence. */
export function labelledOf(cases: readonly Scored[]): Labelled[] {
  return cases.flatMap((scored) =>
    decisionsOf(scored).flatMap(({ gold, predicted, said }): Labelled[] =>
      said?.confidence === undefined
        ? []
        : [
            {
              article: scored.gold.id,
              confidence: said.confidence.value,
              isRight: gold === predicted,
              isSide: predicted !== 'unstated',
            },
          ],
    ),
  )
}

/** What a calibration was found to be worth, on articles that it was not fitted to. */
export type Calibrated = {
  calibration: Calibration
  errorBefore: number
  errorAfter: number
  /** Of the stances that take a side or none: how many keep their label, and how many of these are right. */
  coverage: number
  accuracy: number | undefined
}

/**
 * Fits what turns odds into confidence, and the threshold from which labels are right as often as `accuracy` says: the one that
 * promises it with `probability`, where the articles suffice for a promise, else the one from which it is so in these articles.
 * The line of each article is fitted to the others (leave one article out), and on these confidences errors and threshold are
 * measured. Undefined where nothing carries a confidence.
 */
export function calibrate(
  decisions: readonly Labelled[],
  { model, accuracy, probability }: { model: string; accuracy: number; probability: number },
): Calibrated | undefined {
  const line = fitPlatt(decisions)
  if (line === undefined) return undefined
  const held = heldOut(decisions)
  const sides = held.filter(({ isSide }) => isSide)
  const promised = bargain(sides, { kind: 'precision', value: accuracy, probability })
  const threshold = promised.kind === 'threshold' ? promised.threshold : thresholdFor(held, accuracy)
  const promise = promised.kind === 'threshold' && { accuracy, probability, articles: promised.articles }
  const kept = held.filter(({ isSide, confidence }) => isSide && confidence >= threshold)
  return {
    calibration: { ...line, threshold, model, decisions: decisions.length, ...(promise && { promise }) },
    errorBefore: calibrationError(decisions) ?? 0,
    errorAfter: calibrationError(held) ?? 0,
    coverage: sides.length === 0 ? 0 : kept.length / sides.length,
    accuracy: kept.length === 0 ? undefined : kept.filter(({ isRight }) => isRight).length / kept.length,
  }
}

/** The decisions with the confidence that a line gives them which their article had no part in. */
function heldOut(decisions: readonly Labelled[]): Labelled[] {
  const articles = [...new Set(decisions.map(({ article }) => article))]
  return articles.flatMap((article) => {
    const line = fitPlatt(decisions.filter((each) => each.article !== article)) ?? { slope: 1, intercept: 0 }
    const own = decisions.filter((each) => each.article === article)
    return own.map((each) => ({ ...each, confidence: calibratedBy(line, each.confidence) }))
  })
}

/** The lowest confidence from which on the labels are right often enough; 1 where there is none. */
function thresholdFor(decisions: readonly Labelled[], accuracy: number): number {
  const sides = decisions.filter(({ isSide }) => isSide).sort((a, b) => b.confidence - a.confidence)
  let [threshold, right] = [1, 0]
  for (const [index, { confidence, isRight }] of sides.entries()) {
    right += Number(isRight)
    const isLastOfEqual = sides[index + 1]?.confidence !== confidence
    if (isLastOfEqual && right / (index + 1) >= accuracy) threshold = confidence
  }
  return threshold
}
