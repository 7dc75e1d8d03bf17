import type { Actor } from '../schema/analysis.ts'
import type { Cast } from '../schema/contracts.ts'
import type { Reading } from '../schema/reading.ts'

/** The number of an actor in the cast (from 1) by the index of the name that the rules know it by; names of no actor are absent. */
export function numbersOfNames({ names }: Reading, cast: Cast): ReadonlyMap<number, number> {
  const nameAt = new Map<string, number>()
  const called = new Map(names.map(({ name, index }) => [name, index]))
  for (const { index, mentions } of names) for (const { start, end } of mentions) nameAt.set(`${start} ${end}`, index)
  const numbers = new Map<number, number>()
  for (const [position, id] of cast.numbers.actors.entries()) {
    const actor = id === undefined ? undefined : cast.actors.find((each) => each.id === id)
    if (actor === undefined) continue
    for (const index of indexesOf(actor, called, nameAt)) if (!numbers.has(index)) numbers.set(index, position + 1)
  }
  return numbers
}

/** The names that an actor is: that of the same name, and those that all of whose places he has. */
function indexesOf(
  { name, aliases, mentions }: Actor,
  called: ReadonlyMap<string, number>,
  nameAt: ReadonlyMap<string, number>,
): number[] {
  const named = [name, ...aliases].flatMap((each) => called.get(each) ?? [])
  if (named.length > 0) return named
  const counts = new Map<number, number>()
  for (const { start, end } of mentions) {
    const index = nameAt.get(`${start} ${end}`)
    if (index !== undefined) counts.set(index, (counts.get(index) ?? 0) + 1)
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return most ? [most[0]] : []
}
