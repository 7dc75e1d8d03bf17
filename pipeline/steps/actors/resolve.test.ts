import { describe, expect, it } from 'vitest'
import { inputOf, readingOf } from '../reading.fake.ts'
import { resolveActors } from './resolve.ts'
import type { ActorsWire, WireActor } from './wire.ts'

const ISSUE = { sentences: [1], statement: 'Pell closes its fish market.' }

function actor(name: string, more: Partial<WireActor> = {}): WireActor {
  return { sentences: [1], name, kind: 'person', role: null, aliases: [], ...more }
}
function wireOf(actors: WireActor[], more: Partial<ActorsWire> = {}): ActorsWire {
  return { actors, issue: ISSUE, otherIssues: [], ...more }
}

const TEXT =
  'Mayor Ada Brun closes the fish market of Pell. Brun says it is unsafe. Traders object, and the Harbour Board waits.'
const READING = readingOf(TEXT, {
  names: [
    { name: 'Ada Brun', aliases: ['Brun'], role: 'Mayor' },
    { name: 'Pell', kind: 'country' },
    { name: 'Harbour Board', kind: 'organization' },
  ],
})
const resolve = (wire: ActorsWire, recipe = {}) => resolveActors(wire, inputOf(READING, { recipe }))
const namesOf = (wire: ActorsWire) => resolve(wire).parts.actors?.map(({ name }) => name)

describe('resolving actors', () => {
  it('gives the name that the article gives in full, with every mention', () => {
    const [found] = resolve(wireOf([actor('Brun')])).parts.actors ?? []
    expect(found).toMatchObject({ id: 'a1', name: 'Ada Brun', role: 'Mayor', aliases: ['Brun'] })
    expect(found?.mentions.map(({ text, sentence }) => `${text} ${sentence}`)).toEqual([
      'Ada Brun 0',
      'Brun 0',
      'Brun 1',
    ])
  })

  it('finds a name behind its title, and one without a name in the words of the article', () => {
    expect(namesOf(wireOf([actor('Mayor Ada Brun'), actor('the mayor Brun'), actor('traders')]))).toEqual([
      'Ada Brun',
      'Traders',
    ])
  })

  it('drops a name that the article does not have, however like another it looks', () => {
    const { parts, cast, warnings } = resolve(wireOf([actor('Maria Brun'), actor('Ada Brunner'), actor('Pell')]))
    expect(parts.actors?.map(({ name }) => name)).toEqual(['Pell'])
    expect(cast?.numbers.actors).toEqual([undefined, undefined, 'a1'])
    expect(warnings.map(({ code }) => code)).toEqual(['ITEM_INVALID', 'ITEM_INVALID'])
  })

  it('makes two names of one actor one, and lets both numbers lead to it', () => {
    const { parts, cast } = resolve(
      wireOf([actor('Brun'), actor('Pell'), actor('Ada Brun', { role: 'head of the town' })]),
    )
    expect(parts.actors).toHaveLength(2)
    expect(cast?.numbers.actors).toEqual(['a1', 'a2', 'a1'])
  })

  it('takes an alias only where the article has it and it is nobody else’s', () => {
    const aliases = ['Harbour Board', 'Ada Brun', 'the Town Hall']
    const [pell] = resolve(wireOf([actor('Pell', { kind: 'country', aliases })])).parts.actors ?? []
    expect(pell?.aliases).toEqual(['Ada Brun'])
    const [own, board] = resolve(wireOf([actor('Pell', { aliases }), actor('Harbour Board')])).parts.actors ?? []
    expect(own?.aliases).not.toContain('Harbour Board')
    expect(board?.name).toBe('Harbour Board')
  })

  it('takes an alias that stands in a cited sentence or is alike, and none from elsewhere', () => {
    const aliases = ['Traders', 'the Harbour Board']
    const at = (sentence: number) =>
      resolve(wireOf([actor('Pell', { aliases, sentences: [sentence] })])).parts.actors?.[0]
    expect(at(3)?.aliases).toEqual(['Traders', 'Harbour Board'])
    expect(at(1)?.aliases).toEqual([])
  })

  it('puts given actors first, found or not, and counts them', () => {
    const wire = wireOf([actor('Pell'), actor('Ada Brun')])
    const { parts, cast } = resolve(wire, { actors: ['the author', 'Brun'] })
    expect(parts.actors?.map(({ name, given }) => [name, given])).toEqual([
      ['the author', true],
      ['Brun', true],
      ['Pell', undefined],
    ])
    expect(parts.actors?.[1]?.aliases).toContain('Ada Brun')
    expect(cast?.numbers.actors).toEqual(['a1', 'a2', 'a3', 'a2'])
  })
})

describe('resolving issues', () => {
  it('puts given ones first, then the main one, then at most two others', () => {
    const other = (statement: string) => ({ sentences: [3], statement })
    const wire = wireOf([], {
      otherIssues: [other('Traders object.'), other('PELL closes its fish market.'), other('Third.')],
    })
    const { parts, cast } = resolve(wire, { targets: ['Markets should stay.'] })
    expect(parts.issues?.map(({ id, statement }) => `${id} ${statement}`)).toEqual([
      'i1 Markets should stay.',
      'i2 Pell closes its fish market.',
      'i3 Traders object.',
    ])
    expect(parts.mainIssue).toBe('i2')
    expect(cast?.numbers.issues).toEqual(['i1', 'i2', 'i3', undefined])
  })

  it.each([
    ['has no words', { sentences: [1], statement: ' ' }],
    ['cites nothing that exists', { sentences: [99], statement: 'Pell burns.' }],
  ])('puts the most salient sentence in the place of a main issue that %s', (_, issue) => {
    const { parts, warnings } = resolve(wireOf([], { issue }))
    expect(parts.issues?.[0]?.statement).toBe('Mayor Ada Brun closes the fish market of Pell.')
    expect(warnings.map(({ code }) => code)).toContain('ISSUE_REPLACED')
  })

  it('keeps references to sentences out of a statement', () => {
    const { parts } = resolve(wireOf([], { issue: { sentences: [1], statement: 'Pell closes its market [1].' } }))
    expect(parts.issues?.[0]?.statement).toBe('Pell closes its market.')
  })
})
