import { describe, expect, it } from 'vitest'
import { inputOf, readingOf } from '../reading.fake.ts'
import { mergeActors } from './merge.ts'
import type { ActorsWire } from './wire.ts'

const reading = readingOf(
  'Ada Brun closes the market. Traders protest. Brun will not wait. A bridge is old. Pell votes in May.',
  {
    names: [
      { name: 'Ada Brun', aliases: ['Brun'] },
      { name: 'Pell', kind: 'country' },
    ],
  },
)
const actor = (name: string, sentence: number, role: string | null = null) => ({
  sentences: [sentence],
  name,
  kind: 'person' as const,
  role,
  aliases: [],
})
const issue = (statement: string, sentence = 1) => ({ sentences: [sentence], statement })
function merge(...wires: Partial<ActorsWire>[]) {
  const parts = wires.map((wire, window) => ({
    window,
    wire: { actors: [], issue: issue(''), otherIssues: [], ...wire },
  }))
  return mergeActors(parts, inputOf(reading))
}

describe('merging the actors of several windows', () => {
  it('makes one of an actor that two windows name differently, and puts it first', () => {
    const { actors } = merge(
      { actors: [actor('Pell', 5), actor('Ada Brun', 1)] },
      { actors: [actor('Brun', 3, 'mayor')] },
    )
    expect(actors.map(({ name, role, sentences }) => ({ name, role, sentences }))).toEqual([
      { name: 'Ada Brun', role: 'mayor', sentences: [1, 3] },
      { name: 'Pell', role: null, sentences: [5] },
    ])
  })

  it('takes the main issue that the windows agree on, and no other that says the same', () => {
    const { issue: main, otherIssues } = merge(
      { issue: issue('The market closes in June.') },
      { issue: issue('An old bridge is repaired.', 4) },
      { issue: issue('The market closes for good.', 3), otherIssues: [issue('Traders protest against Brun.', 2)] },
    )
    expect(main.statement).toBe('The market closes in June.')
    expect(otherIssues.map(({ statement }) => statement)).toEqual([
      'An old bridge is repaired.',
      'Traders protest against Brun.',
    ])
  })

  it('leaves a single answer as it is, so that its numbers hold', () => {
    const wire = {
      actors: [actor('Brun', 1), actor('Ada Brun', 1)],
      issue: issue('The market closes.'),
      otherIssues: [],
    }
    expect(mergeActors([{ window: 0, wire }], inputOf(reading))).toEqual(wire)
  })
})
