import { describe, expect, it } from 'vitest'
import { inputOf, readingOf } from '../reading.fake.ts'
import { decideStance } from './decide.ts'
import type { WireStance } from './wire.ts'

const RULE: WireStance = { actor: 1, target: 'I1', sentences: [], voice: null, label: 'unstated', rationale: null }
const SURE = { support: 0.96, oppose: 0.01, mixed: 0.01, neutral: 0.01, unstated: 0.01 }
const input = inputOf(readingOf('Ada Quill praised the plan.'))

describe('the label of an actor by rules and model', () => {
  it('has the probability of the label as its confidence', () => {
    const answer = { label: 'support', sentence: 1, odds: SURE } as const
    const stance = decideStance(RULE, { answer, blank: undefined }, input)
    expect(stance).toMatchObject({ label: 'support', sentences: [1], confidence: expect.closeTo(0.8, 0) })
  })

  it('has no confidence where it is unstated because no sentence bears what was chosen', () => {
    const answer = { label: 'support', sentence: 0, odds: SURE } as const
    const stance = decideStance(RULE, { answer, blank: undefined }, input)
    expect(stance).toEqual(RULE)
  })
})
