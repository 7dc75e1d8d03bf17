import type { Polarity, ReactionKind } from '../../schema/analysis.ts'
import type { Odds } from '../../schema/contracts.ts'
import { mostProbable, withoutFavour } from '../odds.ts'
import type { WireReaction } from './wire.ts'

/** The tone that a model chose, and where the server told them its odds. */
type Answer = { tone: Polarity; odds?: Odds }

/**
 * A reaction of which the rules know no kind, with the one that most often has such a tone in news; neutral changes nothing.
 * Where the odds are known, what the model favours is divided out, and a tone that is not sure enough is none.
 */
export function toned(reaction: WireReaction, answer: Answer, blank: Odds | undefined): WireReaction {
  const tone = answer.odds === undefined ? answer.tone : likely(withoutFavour(answer.odds, blank, FAVOUR))
  const kind = KINDS[tone]
  return kind === undefined ? reaction : { ...reaction, kind, polarity: tone }
}

function likely(odds: Odds): Polarity {
  const best = mostProbable(odds)
  if (best === undefined || best.probability < SURE) return 'neutral'
  return best.label === 'negative' || best.label === 'positive' ? best.label : 'neutral'
}

const KINDS: Partial<Record<Polarity, ReactionKind>> = { negative: 'criticism', positive: 'support' }
const FAVOUR = 0.25
const SURE = 0.6
