import type { StancesWire } from './wire.ts'

/** All answers in order; which of several positions of one actor stands is decided where their evidence is known. */
export function mergeStances(parts: readonly StancesWire[]): StancesWire {
  return { stances: parts.flatMap(({ stances }) => stances) }
}
