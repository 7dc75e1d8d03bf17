import type { Actor } from '../schema/analysis.ts'
import type { Reading } from '../schema/reading.ts'

/** Whether a name that the rules found (by its index) is this actor: it is called so, or they share the place of a mention. */
export function isNamed({ name, mentions }: Actor, index: number, { names }: Reading): boolean {
  const cluster = names[index]
  if (cluster === undefined) return false
  if (cluster.name === name) return true
  const places = new Set(mentions.map(({ start }) => start))
  return cluster.mentions.some(({ start }) => places.has(start))
}
