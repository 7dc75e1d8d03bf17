import { z } from 'zod'
import { ChosenActor } from '../cast-numbers.ts'
import { type StancesWire, type WireStance, WrittenStance } from './wire.ts'

const Position = WrittenStance.omit({ actor: true, target: true })
const ChosenStance = WrittenStance.extend({ actor: ChosenActor })
const Listed = z.strictObject({ stances: z.array(ChosenStance) })
const Keyed = z.object({ more: z.array(ChosenStance).default([]) }).catchall(Position)

/** An answer in either form, a list or an object with the keys "A2 Rui Sand to I1" and `more`, as a wire. */
export function readStances(answer: unknown): StancesWire {
  const listed = Listed.safeParse(answer)
  if (listed.success) return listed.data
  const { more, ...keyed } = Keyed.parse(answer)
  const stances = Object.entries(keyed).map(([key, position]): WireStance => {
    const [, actor = '', target = ''] = /^A(\d{1,6})\b.* to (I\d{1,6})$/s.exec(key) ?? []
    return { actor: Number(actor), target, ...position }
  })
  return { stances: [...stances, ...more] }
}
