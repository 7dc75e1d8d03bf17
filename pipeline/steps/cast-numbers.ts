import { z } from 'zod'
import type { ActorId, TargetId } from '../schema/analysis.ts'
import type { Cast } from '../schema/contracts.ts'

/** The actor that a model calls by this number (from 1); undefined where there is none or it was dropped. */
export function actorAt(cast: Cast | undefined, number: number): ActorId | undefined {
  return cast?.numbers.actors[number - 1]
}

/** The issue or actor that a model calls "I1", "A2" or "A2 Rui Sand". */
export function targetAt(cast: Cast | undefined, name: string | null): TargetId | undefined {
  const [, letter, digits] = /^\s*([IA])(\d{1,6})(?:\s|$)/i.exec(name ?? '') ?? []
  if (letter === undefined || digits === undefined) return undefined
  const list = letter.toUpperCase() === 'I' ? cast?.numbers.issues : cast?.numbers.actors
  return list?.[Number(digits) - 1]
}

/** "A2 Rui Sand", as a model chooses the actor where a grammar lets it: who writes the name knows whom it speaks of. */
export function actorName(cast: Cast, id: ActorId): string {
  const name = cast.actors.find((actor) => actor.id === id)?.name ?? ''
  const plain = name.replace(/[^\p{L}\p{M}\p{N} .-]+/gu, ' ').replace(/\s+/g, ' ')
  return `A${cast.numbers.actors.indexOf(id) + 1} ${plain.slice(0, MAX_NAME_LENGTH)}`.trim()
}

const MAX_NAME_LENGTH = 40

/** The number of an actor that was chosen as "A2 Rui Sand", or as 2; 0 for "nobody". */
export const ChosenActor = z
  .union([z.number(), z.string()])
  .transform((chosen) => (typeof chosen === 'number' ? chosen : Number(/^A(\d{1,6})/.exec(chosen)?.[1] ?? 0)))

/** "I1" or "A2 Rui Sand", as a model calls the target. */
export function targetName(cast: Cast, id: TargetId): string {
  const issue = cast.numbers.issues.indexOf(id)
  return issue >= 0 ? `I${issue + 1}` : actorName(cast, id)
}

/** What `ChosenActor` and `targetAt` understand: the actors that still exist, in the order of their numbers. */
export function actorNames(cast: Cast): string[] {
  return cast.numbers.actors.flatMap((id, index) =>
    id === undefined || cast.numbers.actors.indexOf(id) < index ? [] : [actorName(cast, id)],
  )
}

/** Every name that `targetAt` understands, issues first. */
export function targetNames(cast: Cast): string[] {
  const issues = cast.numbers.issues.flatMap((id, index) => (id === undefined ? [] : [`I${index + 1}`]))
  return [...issues, ...actorNames(cast)]
}
