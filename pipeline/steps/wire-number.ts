import { z } from 'zod'

/**
 * A number that a model writes: of a sentence, quotation or actor, from 1. Without bounds, so that the schema is the same for
 * all articles and passes strict modes, which refuse `minimum`; `resolve` drops numbers that do not exist.
 */
export const WireNumber = z.number().meta({ type: 'integer' })

/** The same for one question: only numbers that exist there. */
export function numberAmong(numbers: readonly number[]): z.ZodNumber | z.ZodLiteral<number> {
  const [first = 1, last = first] = [numbers[0], numbers.at(-1)]
  if (last - first + 1 === numbers.length) return z.int().min(first).max(last)
  return z.literal([...numbers])
}
