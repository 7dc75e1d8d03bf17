import type { StanceLabel } from '../../schema/analysis.ts'
import type { Odds } from '../../schema/contracts.ts'
import { sharpened, weighed, withoutFavour } from '../odds.ts'

/** How much each of two witnesses is believed, a model and the rules. Leanings and the rules' weights are in logits. */
export type StanceWeights = {
  /** How much of a model's favour for a label is divided out, 0..1. */
  favour: number
  /** How far its odds are believed: 1 as they are, less flattens them. */
  sharpness: number
  /** What actors of news do more often than a model expects; neither side is expected more than the other. */
  leanings: Readonly<Record<StanceLabel, number>>
  /** What a label of the rules adds to its own logit. */
  rules: Readonly<Record<StanceLabel, number>>
}

/**
 * Fitted to the odds of Qwen2.5 Coder 1.5B (`bench/real-model/fit-stances.ts`). The rules' labels weigh what they are worth in
 * articles that the rules were not made with. Another model's calibration builds on these weights.
 */
export const STANCE_WEIGHTS: StanceWeights = {
  favour: 0.75,
  sharpness: 0.72,
  leanings: { support: 0, oppose: 0, mixed: 0, neutral: 0.65, unstated: 0.75 },
  rules: { support: 1.25, oppose: 1.25, mixed: 1.2, neutral: 1.75, unstated: 1.45 },
}

/** What was said of one actor: a model's odds, its odds about somebody whom the article does not name, and the rules' label. */
export type Witnesses = { odds: Odds; blank: Odds | undefined; rule: StanceLabel }

/** The probability of each label after both were heard. */
export function joinOdds({ odds, blank, rule }: Witnesses, weights = STANCE_WEIGHTS): Odds {
  const { favour, sharpness, leanings, rules } = weights
  const fair = sharpened(withoutFavour(odds, blank, favour), sharpness)
  return weighed(fair, { ...leanings, [rule]: leanings[rule] + rules[rule] })
}
