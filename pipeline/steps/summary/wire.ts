import { z } from 'zod'
import { WireNumber } from '../wire-number.ts'

export const WireLine = z.strictObject({ sentences: z.array(WireNumber), text: z.string() })
export type WireLine = z.infer<typeof WireLine>

export const SummaryWire = z.strictObject({
  headline: WireLine.nullable(),
  brief: z.array(WireLine),
  keyPoints: z.array(WireLine),
})
export type SummaryWire = z.infer<typeof SummaryWire>

/** The main sentences of one window of a long article: what the summary is then written from. */
export const PickedSentences = z.strictObject({ sentences: z.array(WireNumber) })
export type PickedSentences = z.infer<typeof PickedSentences>
