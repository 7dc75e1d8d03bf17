import type { ActorId, Analysis, TargetId } from '../schema/analysis.ts'
import { type Fault, fault } from './fault.ts'

const MOST_NAMED = 12

/** The fault of a correction about a claim that the analysis does not have. */
export function noClaim(what: string, claim: string, claims: readonly { id: string }[]): Fault {
  const ids = claims.slice(0, MOST_NAMED).map(({ id }) => id)
  const more = claims.length > MOST_NAMED ? ', …' : ''
  return fault(`There is no ${what} ${claim}.`, ids.length === 0 ? undefined : `There are ${ids.join(', ')}${more}.`)
}

export function unknownActor(id: ActorId, { actors }: Analysis): Fault | undefined {
  return actors.some((actor) => actor.id === id) ? undefined : noClaim('actor', id, actors)
}

export function unknownTarget(id: TargetId, { actors, issues }: Analysis): Fault | undefined {
  const targets = [...issues, ...actors]
  return targets.some((target) => target.id === id) ? undefined : noClaim('issue or actor', id, targets)
}
