import { describe, expect, it } from 'vitest'
import { toldReading } from '../../rules/told-reading.fake.ts'
import { inputOf } from '../reading.fake.ts'
import { extractActors } from './extract.ts'

const STORY =
  'PELLHAVEN (Agency) — Kenya and Brazil signed a fishing pact on Monday, ending years of talks. ' +
  'Dana Ruiz condemned the pact. Omar Feld praised Brazil’s schools in the north and Dana Ruiz praised Brazil’s schools in the north too.'
const NAMES = ['Kenya', 'Brazil', 'Dana Ruiz', 'Omar Feld']

describe('actors without a model', () => {
  it('are the names that act, with the sentences that name them', () => {
    const { actors } = extractActors(inputOf(toldReading(STORY, { names: NAMES })))
    expect(actors.map(({ name }) => name)).toEqual(expect.arrayContaining(NAMES))
    expect(actors.find(({ name }) => name === 'Omar Feld')?.sentences).toEqual([3])
  })

  it('do not hold who is called only by whose he is', () => {
    const reading = toldReading(STORY, { names: NAMES })
    const names = reading.names.map((name) => (name.name === 'Dana Ruiz' ? { ...name, name: 'Her opponent' } : name))
    expect(extractActors(inputOf({ ...reading, names })).actors.map(({ name }) => name)).not.toContain('Her opponent')
  })

  it('do not hold a name that never acts', () => {
    const reading = toldReading(STORY, { names: NAMES })
    const names = reading.names.map((name) => ({ ...name, canAct: name.name !== 'Brazil' }))
    const { actors } = extractActors(inputOf({ ...reading, names }))
    expect(actors.map(({ name }) => name)).not.toContain('Brazil')
  })
})

describe('issues without a model', () => {
  it('state the main event as a clause of the article, without its dateline', () => {
    const { issue } = extractActors(inputOf(toldReading(STORY, { names: NAMES })))
    expect(issue).toEqual({ sentences: [1], statement: 'Kenya and Brazil signed a fishing pact on Monday' })
  })

  it('add what several others hold positions on', () => {
    const { otherIssues } = extractActors(inputOf(toldReading(STORY, { names: NAMES })))
    expect(otherIssues.map(({ statement }) => statement)).toEqual(['Brazil’s schools in the north'])
  })

  it('take every statement from its sentence', () => {
    const reading = toldReading(STORY, { names: NAMES })
    const { issue, otherIssues } = extractActors(inputOf(reading))
    for (const { sentences, statement } of [issue, ...otherIssues]) {
      const sentence = reading.sentences[(sentences[0] ?? 0) - 1]
      expect(STORY.slice(sentence?.start, sentence?.end)).toContain(statement)
    }
  })
})
