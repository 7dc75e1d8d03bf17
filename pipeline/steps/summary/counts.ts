import type { Length } from '../../schema/recipe.ts'

/** A headline of more words than this is a sentence. */
export const MAX_HEADLINE_WORDS = 12

const COUNTS = {
  short: { brief: 2, keyPoints: 3 },
  standard: { brief: 3, keyPoints: 4 },
  long: { brief: 3, keyPoints: 5 },
} as const satisfies Record<Length, { brief: number; keyPoints: number }>

/** How many sentences the brief of a summary of a length has, and how many key points it has. */
export function countsFor(length: Length): { brief: number; keyPoints: number } {
  return COUNTS[length]
}
