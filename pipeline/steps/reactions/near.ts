import type { Cast } from '../../schema/contracts.ts'
import { actorName } from '../cast-numbers.ts'

/** The sentences of a statement and their neighbours: who speaks it is named there, or nowhere. */
export function sentencesAround(sentences: readonly number[], shown: readonly number[]): readonly number[] {
  const near = new Set(sentences.flatMap((index) => [index - 1, index, index + 1]))
  return shown.filter((index) => near.has(index))
}

/** Actors with a mention there, and those without any: they stand behind other words. */
export function speakersNear(near: readonly number[], cast: Cast): string[] {
  const here = new Set(near)
  const present = cast.actors.filter(
    ({ mentions }) => mentions.length === 0 || mentions.some(({ sentence }) => here.has(sentence)),
  )
  return present.map(({ id }) => actorName(cast, id))
}
