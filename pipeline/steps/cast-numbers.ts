import type { ActorId, TargetId } from '../schema/analysis.ts'
import type { Cast } from '../schema/contracts.ts'

/** The actor that a model calls by this number (from 1); undefined where there is none or it was dropped. */
export function actorAt(cast: Cast | undefined, number: number): ActorId | undefined {
  return cast?.numbers.actors[number - 1]
}

/** The issue or actor that a model calls "I1" or "A2". */
export function targetAt(cast: Cast | undefined, name: string | null): TargetId | undefined {
  const [, letter, digits] = /^\s*([IA])(\d{1,6})\s*$/i.exec(name ?? '') ?? []
  if (letter === undefined || digits === undefined) return undefined
  const list = letter.toUpperCase() === 'I' ? cast?.numbers.issues : cast?.numbers.actors
  return list?.[Number(digits) - 1]
}

/** "A2", as a model calls the actor. */
export function actorName(cast: Cast, id: ActorId): string {
  return `A${cast.numbers.actors.indexOf(id) + 1}`
}

/** "I1" or "A2", as a model calls the target. */
export function targetName(cast: Cast, id: TargetId): string {
  const issue = cast.numbers.issues.indexOf(id)
  return issue >= 0 ? `I${issue + 1}` : actorName(cast, id)
}

/** The numbers of actors that still exist, ascending. */
export function actorNumbers(cast: Cast): number[] {
  return cast.numbers.actors.flatMap((id, index) => (id === undefined ? [] : [index + 1]))
}

/** Every name that `targetAt` understands, issues first. */
export function targetNames(cast: Cast): string[] {
  const issues = cast.numbers.issues.flatMap((id, index) => (id === undefined ? [] : [`I${index + 1}`]))
  return [...issues, ...actorNumbers(cast).map((number) => `A${number}`)]
}
