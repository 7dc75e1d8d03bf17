import { z } from 'zod'
import { ChosenActor } from '../cast-numbers.ts'
import { NOBODY, type ReactionsWire, WireReaction } from './wire.ts'

const ChosenReaction = WireReaction.extend({ actor: ChosenActor })
const Unquoted = ChosenReaction.omit({ quotation: true })
const Listed = z.strictObject({ reactions: z.array(ChosenReaction), noReaction: z.array(z.number()) })
const Keyed = z.object({ others: z.array(Unquoted).default([]) }).catchall(Unquoted)

/**
 * An answer in either form, two lists or an object with the keys "Q3" (quotation 3), "S5" (a
 * statement in sentence 5) and `others`, as a wire.
 */
export function readReactions(answer: unknown): ReactionsWire {
  const listed = Listed.safeParse(answer)
  if (listed.success) return listed.data
  const { others, ...keyed } = Keyed.parse(answer)
  const reactions: WireReaction[] = []
  const noReaction: number[] = []
  for (const [key, reaction] of Object.entries(keyed)) {
    const quotation = key.startsWith('Q') ? Number(key.slice(1)) : null
    if (reaction.actor !== NOBODY) reactions.push({ ...reaction, quotation })
    else if (quotation !== null) noReaction.push(quotation)
  }
  return { reactions: [...reactions, ...others.map((reaction) => ({ ...reaction, quotation: null }))], noReaction }
}
