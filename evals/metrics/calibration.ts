import { ratio } from './metric.ts'

/** A decision that was made with a confidence, and whether it was right. */
export type Decision = { confidence: number; isRight: boolean }

const BINS = 10

/**
 * Expected calibration error over ten bins of equal width: the mean gap between confidence and accuracy, weighted by how many
 * decisions a bin holds. Undefined without a decision.
 * @see Guo et al. 2017, On Calibration of Modern Neural Networks
 */
export function calibrationError(decisions: readonly Decision[]): number | undefined {
  return calibrationErrorOfBins(binsOf(decisions))
}

/** Three numbers a bin (count, sum of confidences, right ones): they add up over articles. */
export function binsOf(decisions: readonly Decision[]): number[] {
  const bins = new Array<number>(BINS * 3).fill(0)
  for (const { confidence, isRight } of decisions) {
    const bin = Math.min(BINS - 1, Math.max(0, Math.ceil(confidence * BINS) - 1)) * 3
    bins[bin] = (bins[bin] ?? 0) + 1
    bins[bin + 1] = (bins[bin + 1] ?? 0) + confidence
    bins[bin + 2] = (bins[bin + 2] ?? 0) + Number(isRight)
  }
  return bins
}

export function calibrationErrorOfBins(bins: readonly number[]): number | undefined {
  let [count, gap] = [0, 0]
  for (let bin = 0; bin < bins.length; bin += 3) {
    count += bins[bin] ?? 0
    gap += Math.abs((bins[bin + 1] ?? 0) - (bins[bin + 2] ?? 0))
  }
  return ratio(gap, count)
}

/**
 * How right the surest decisions are: for every share of them that is kept, surest first, the accuracy of what is kept. Decisions
 * of equal confidence come in together.
 */
export function coverageCurve(
  decisions: readonly Decision[],
): { coverage: number; accuracy: number; threshold: number }[] {
  const sorted = [...decisions].sort((a, b) => b.confidence - a.confidence)
  let right = 0
  return sorted.flatMap(({ confidence, isRight }, index) => {
    right += Number(isRight)
    if (sorted[index + 1]?.confidence === confidence) return []
    return [{ coverage: (index + 1) / sorted.length, accuracy: right / (index + 1), threshold: confidence }]
  })
}
