import type { Decision } from '../metrics/calibration.ts'

/** logit(calibrated) = slope · logit(confidence) + intercept. */
export type Line = { slope: number; intercept: number }

const ROUNDS = 100
/** A slope of 1 and an intercept of 0 are where few decisions leave the line: the strength of that belief. */
const PRIOR = 1

/**
 * The logistic line that best tells from a confidence whether a decision is right, by Newton's method, with a little pull towards
 * changing nothing, so that a few decisions that are all right do not give a confidence of 1. Undefined of no decisions.
 * @see Platt 1999, Probabilistic Outputs for Support Vector Machines
 */
export function fitPlatt(decisions: readonly Decision[]): Line | undefined {
  if (decisions.length === 0) return undefined
  let line: Line = { slope: 1, intercept: 0 }
  for (let round = 0; round < ROUNDS; round++) {
    const next = newtonStep(decisions, line)
    const change = Math.abs(next.slope - line.slope) + Math.abs(next.intercept - line.intercept)
    line = { slope: Math.max(next.slope, LEAST_SLOPE), intercept: next.intercept }
    if (change < 1e-9) break
  }
  return line
}

/** A surer answer is never taken for a worse one. */
const LEAST_SLOPE = 0.01

function newtonStep(decisions: readonly Decision[], { slope, intercept }: Line): Line {
  let [gradSlope, gradIntercept] = [PRIOR * (slope - 1), PRIOR * intercept]
  let [aa, ab, bb] = [PRIOR, 0, PRIOR]
  for (const { confidence, isRight } of decisions) {
    const x = logit(confidence)
    const p = sigmoid(slope * x + intercept)
    const error = p - Number(isRight)
    const weight = p * (1 - p)
    gradSlope += error * x
    gradIntercept += error
    aa += weight * x * x
    ab += weight * x
    bb += weight
  }
  const determinant = aa * bb - ab * ab
  return {
    slope: slope - (bb * gradSlope - ab * gradIntercept) / determinant,
    intercept: intercept - (aa * gradIntercept - ab * gradSlope) / determinant,
  }
}

/** What the line makes of a confidence. */
export function calibratedBy({ slope, intercept }: Line, confidence: number): number {
  return sigmoid(slope * logit(confidence) + intercept)
}

function logit(probability: number): number {
  const bounded = Math.min(Math.max(probability, 1e-6), 1 - 1e-6)
  return Math.log(bounded / (1 - bounded))
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value))
}
