import { z } from 'zod'
import { StanceLabel, Voice } from '../../schema/analysis.ts'
import { WireNumber } from '../wire-number.ts'

/** `target` is "I1" for issue 1 or "A2" for actor 2. `unstated` has no sentences and no voice. */
export const WireStance = z.strictObject({
  actor: WireNumber,
  target: z.string(),
  sentences: z.array(WireNumber),
  voice: Voice.nullable(),
  label: StanceLabel,
  rationale: z.string().nullable(),
})
export type WireStance = z.infer<typeof WireStance>

export const StancesWire = z.strictObject({ stances: z.array(WireStance) })
export type StancesWire = z.infer<typeof StancesWire>
