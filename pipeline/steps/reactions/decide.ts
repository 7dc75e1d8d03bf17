import { ReactionKind } from '../../schema/analysis.ts'
import type { Odds } from '../../schema/contracts.ts'
import { mostProbable, weighed, withoutFavour } from '../odds.ts'

/** The kind that a model chose, its favourites divided out where its odds are known. */
export function decideKind({ kind, odds }: { kind: ReactionKind; odds?: Odds }, blank: Odds | undefined): ReactionKind {
  if (odds === undefined) return kind
  const best = mostProbable(weighed(withoutFavour(odds, blank, FAVOUR), LEANINGS))
  return ReactionKind.options.find((each) => each === best?.label) ?? kind
}

const FAVOUR = 0.5
const LEANINGS: Partial<Record<ReactionKind, number>> = {}
