import type { CalibrationFile } from '../pipeline/schema/recipe.ts'
import { calibrationError, type Decision } from './metrics/calibration.ts'
import { alignActors, type Scored } from './scores/aligned.ts'
import { decisionsOf } from './scores/stance-metrics.ts'
import { bargain, type Target } from './statistics/bargain.ts'
import { calibratedBy, fitPlatt, type Line } from './statistics/platt.ts'
import { thresholdInSample, worthAt, worthCurve } from './statistics/worth-curve.ts'

/** A stance towards the main issue that has a confidence, beside what is right; `isSide`: it is not `unstated`. */
export type Labelled = Decision & { article: string; isSide: boolean }

/** Every stance of the cases that carries a confidence, beside gold. */
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

/**
 * The same beside what a larger model says of the same articles, in the same order: no label of gold is looked at. Articles whose
 * stances it did not answer are left out; `unanswered` is how many.
 */
export function labelledAgainst(
  cases: readonly Scored[],
  larger: readonly Scored[],
): { labelled: Labelled[]; unanswered: number } {
  const pairs = cases.flatMap((mine, index) => {
    const theirs = larger[index]
    return theirs === undefined || !hasStances(theirs) ? [] : [asReference(mine, theirs)]
  })
  return { labelled: labelledOf(pairs), unanswered: cases.length - pairs.length }
}

function hasStances({ analysis }: Scored): boolean {
  return analysis.defects.every(({ kind, step }) => kind !== 'part-failed' || step !== 'stances')
}

/** A case with the stances of another analysis in the place of gold's. */
function asReference(mine: Scored, { analysis: theirs }: Scored): Scored {
  const stances = theirs.stances
    .filter(({ target }) => target === theirs.mainIssue)
    .map((stance) => ({ ...stance, target: 'main' }))
  const { actors } = theirs
  return { ...mine, gold: { ...mine.gold, actors, stances }, idOf: alignActors(actors, mine.analysis.actors) }
}

/** What a calibration was found to be worth. */
export type Calibrated = {
  calibration: CalibrationFile
  /** Expected calibration errors; the second on articles that the line was not fitted to. */
  errorBefore: number
  errorAfter: number
  /** Of the labels that the target is about, how many are kept. */
  coverage: number
  /** What the target is about, as a mean over these articles; undefined where no article says anything of it. */
  reached: number | undefined
}

/**
 * Fits what turns odds into confidence, and the threshold of `target`: the one that promises it, where the articles suffice for a
 * promise, else the one that reaches it in these articles. The threshold is chosen by the confidences that the model gave, and
 * moved along the line afterwards: so it depends on no label but through the choice that the promise accounts for.
 * The line of each article is fitted to the others (leave one article out) where its error is measured. Undefined where nothing
 * carries a confidence.
 * @param against what `isRight` was told by: "gold", or the name of a model
 */
export function calibrate(
  decisions: readonly Labelled[],
  { model, target, against }: { model: string; target: Target; against: string },
): Calibrated | undefined {
  const line = fitPlatt(decisions)
  if (line === undefined) return undefined
  const { kind, value, probability } = target
  // An unsure "unstated" goes to a larger model too, but as a label it is neither kept nor taken away.
  const claims = kind === 'accuracy' ? decisions : decisions.filter(({ isSide }) => isSide)
  const promised = bargain(claims, target)
  const found = promised.kind === 'threshold' ? promised : thresholdInSample(claims, target)
  const { coverage, worth } = worthAt(worthCurve(claims, kind), found?.threshold ?? NOTHING, kind)
  const promise = promised.kind === 'threshold' && { kind, value, probability, articles: promised.articles, against }
  return {
    calibration: {
      ...line,
      threshold: found === undefined ? 1 : movedBy(line, found.threshold),
      model,
      decisions: decisions.length,
      ...(promise && { promise }),
    },
    errorBefore: calibrationError(decisions) ?? 0,
    errorAfter: calibrationError(heldOut(decisions)) ?? 0,
    coverage,
    reached: worth,
  }
}

/** Above every confidence. */
const NOTHING = Number.POSITIVE_INFINITY

/** Rounded down, so that a confidence which is computed anew never falls below its own threshold by its last digit. */
function movedBy(line: Line, threshold: number): number {
  return Math.floor(calibratedBy(line, threshold) * 1e9) / 1e9
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
