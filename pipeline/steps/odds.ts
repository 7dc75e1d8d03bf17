import { z } from 'zod'
import type { Odds } from '../schema/contracts.ts'

/** The odds of a choice as a part of an answer carries them: absent where the server tells none. */
export const OddsShape = z.record(z.string(), z.number().nonnegative()).optional()

/** What is taken for the probability of a label that the server does not name among the most probable. */
export const LEAST = 1e-4

/**
 * Divides a model's favourite labels out: each label's probability by the one that it has for a question that has no answer, and
 * renormalised (contextual calibration, Zhao et al. 2021, "Calibrate Before Use"). Without `blank` the odds as they are.
 * @param share how much of the favour is divided out, 0..1
 */
export function withoutFavour(odds: Odds, blank: Odds | undefined, share = 1): Odds {
  if (blank === undefined) return odds
  return normalised(odds, (label, odd) => (odd + LEAST) / ((blank[label] ?? 0) + LEAST) ** share)
}

/** The odds after other evidence: each label's times `e` to its weight (0 where it has none), renormalised. */
export function weighed(odds: Odds, weights: Readonly<Record<string, number>>): Odds {
  return normalised(odds, (label, odd) => (odd + LEAST) * Math.exp(weights[label] ?? 0))
}

/** Sharper (above 1) or flatter (below): each label's to the power of `sharpness`, renormalised. */
export function sharpened(odds: Odds, sharpness: number): Odds {
  return normalised(odds, (_, odd) => (odd + LEAST) ** sharpness)
}

/** The most probable label and its probability; of equal ones the first. undefined of none. */
export function mostProbable(odds: Odds): { label: string; probability: number } | undefined {
  const [first, ...rest] = Object.entries(odds)
  if (first === undefined) return undefined
  const [label, probability] = rest.reduce((best, each) => (each[1] > best[1] ? each : best), first)
  return { label, probability }
}

function normalised(odds: Odds, change: (label: string, odd: number) => number): Odds {
  const changed = Object.entries(odds).map(([label, odd]) => [label, change(label, odd)] as const)
  const sum = changed.reduce((total, [, odd]) => total + odd, 0)
  return Object.fromEntries(changed.map(([label, odd]) => [label, sum > 0 ? odd / sum : 1 / changed.length]))
}
