import type { Actor } from '../schema/analysis.ts'
import type { Reading } from '../schema/reading.ts'

/**
 * Tells whether a name that the rules found (by its index) is this actor: it is called so, or they share the place of a mention. The
 * same name is looked at once, since thousands of attributions may have one speaker.
 */
export function namedTest({ name, mentions }: Actor, { names }: Reading): (index: number) => boolean {
  const places = new Set(mentions.map(({ start }) => start))
  const known = new Map<number, boolean>()
  return (index) => {
    const answer = known.get(index)
    if (answer !== undefined) return answer
    const cluster = names[index]
    const isActor = cluster?.name === name || (cluster?.mentions.some(({ start }) => places.has(start)) ?? false)
    known.set(index, isActor)
    return isActor
  }
}
