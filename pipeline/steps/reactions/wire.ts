import { z } from 'zod'
import { Polarity, ReactionKind } from '../../schema/analysis.ts'
import { WireNumber } from '../wire-number.ts'

/** The number of an actor who is nobody on the list: a quotation of nobody is no reaction. */
export const NOBODY = 0

/** `target` is "I1" for issue 1 or "A2" for actor 2; `content` is null where the words of the article are to stand. */
export const WireReaction = z.strictObject({
  quotation: WireNumber.nullable(),
  sentences: z.array(WireNumber),
  actor: WireNumber,
  kind: ReactionKind,
  polarity: Polarity,
  target: z.string().nullable(),
  content: z.string().nullable(),
})
export type WireReaction = z.infer<typeof WireReaction>

/** `noReaction` holds the numbers of the quotations that are nobody's reaction. */
export const ReactionsWire = z.strictObject({
  reactions: z.array(WireReaction),
  noReaction: z.array(WireNumber),
})
export type ReactionsWire = z.infer<typeof ReactionsWire>
