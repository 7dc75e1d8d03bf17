import type { ActorId, IssueId } from '../../schema/analysis.ts'
import type { Cast } from '../../schema/contracts.ts'
import type { Recipe } from '../../schema/recipe.ts'

/** Who is asked about towards what. */
export type Pair = { actor: ActorId; target: IssueId }

/**
 * Every actor towards the main issue. The recipe's targets are asked of the recipe's actors, where it names none of every actor.
 * All of them get an answer; `unstated` where the article does not say.
 */
export function pairsOf(cast: Cast, recipe: Recipe): Pair[] {
  const targets = cast.issues.filter(({ given }) => given === true).map(({ id }) => id)
  const asksGiven = recipe.actors.length > 0
  return cast.actors.flatMap(({ id, given }) => [
    { actor: id, target: cast.mainIssue },
    ...(asksGiven && given !== true ? [] : targets.map((target) => ({ actor: id, target }))),
  ])
}

/** The same for two pairs that are one. */
export function pairKey({ actor, target }: { actor: string; target: string }): string {
  return `${actor} ${target}`
}
