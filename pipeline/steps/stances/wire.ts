import { z } from 'zod'
import { StanceLabel, Voice } from '../../schema/analysis.ts'
import { WireNumber } from '../wire-number.ts'

/** What a model may write. `target` is "I1" for issue 1 or "A2" for actor 2. `unstated` has no sentences and no voice. */
export const WrittenStance = z.strictObject({
  actor: WireNumber,
  target: z.string(),
  sentences: z.array(WireNumber),
  voice: Voice.nullable(),
  label: StanceLabel,
  rationale: z.string().nullable(),
})
export const WrittenStances = z.strictObject({ stances: z.array(WrittenStance) })

/** `confidence`: the probability of the label, where it was measured. No model writes it. */
export const WireStance = WrittenStance.extend({ confidence: z.number().min(0).max(1).optional() })
export type WireStance = z.infer<typeof WireStance>

export const StancesWire = z.strictObject({ stances: z.array(WireStance) })
export type StancesWire = z.infer<typeof StancesWire>
