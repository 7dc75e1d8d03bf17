import { Polarity, type ReactionKind } from '../../schema/analysis.ts'
import type { Odds } from '../../schema/contracts.ts'
import { mostProbable, weighed, withoutFavour } from '../odds.ts'
import type { WireReaction } from './wire.ts'

/** The tone that a model chose, and where the server told them its odds. */
type Answer = { tone: Polarity; odds?: Odds }

/**
 * A reaction of which the rules know no kind, in the tone that a model told; where the tone is sure enough, with the kind that
 * most often has it in news. Where the odds are known, the model's favour is divided out of them, and what it underrates added.
 */
export function toned(reaction: WireReaction, { tone, odds }: Answer, blank: Odds | undefined): WireReaction {
  if (odds === undefined) return { ...reaction, kind: KINDS[tone], polarity: tone }
  const best = mostProbable(weighed(withoutFavour(odds, blank, FAVOUR), LEANINGS))
  if (best === undefined) return reaction
  const polarity = Polarity.parse(best.label)
  return { ...reaction, polarity, kind: best.probability < SURE ? 'other' : KINDS[polarity] }
}

const KINDS: Readonly<Record<Polarity, ReactionKind>> = { negative: 'criticism', positive: 'support', neutral: 'other' }

// Fitted to the odds of Qwen2.5 Coder 1.5B on the development gold articles.
const FAVOUR = 0.25
const LEANINGS: Readonly<Record<Polarity, number>> = { negative: 1, positive: 0, neutral: 0 }
const SURE = 0.5
