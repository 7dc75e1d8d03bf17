import { describe, expect, it } from 'vitest'
import type { Cast } from '../../schema/contracts.ts'
import type { Recipe } from '../../schema/recipe.ts'
import { resolveActors } from '../actors/resolve.ts'
import { inputOf, readingOf } from '../reading.fake.ts'
import { claimsOfStances, dropOfStances, mendStances, reviewStances } from './claims.ts'
import { resolveStances } from './resolve.ts'
import type { WireStance } from './wire.ts'

const TEXT = 'Ada Brun closes the market. Rui Sand calls the plan wrong. Brun praised Sand. Now Sand accepts it.'
const READING = readingOf(TEXT, {
  names: [
    { name: 'Ada Brun', aliases: ['Brun'] },
    { name: 'Rui Sand', aliases: ['Sand'] },
  ],
})

function castFor(recipe: Partial<Recipe> = {}): Cast | undefined {
  const actors = ['Ada Brun', 'Rui Sand'].map((name) => ({
    sentences: [1],
    name,
    kind: 'person' as const,
    role: null,
    aliases: [],
  }))
  const issue = { sentences: [1], statement: 'Brun closes the market.' }
  return resolveActors({ actors, issue, otherIssues: [] }, inputOf(READING, { recipe })).cast
}
const stance = (actor: number, more: Partial<WireStance> = {}): WireStance => ({
  actor,
  target: 'I1',
  sentences: [1],
  voice: 'self',
  label: 'support',
  rationale: null,
  ...more,
})
const resolve = (stances: WireStance[], recipe: Partial<Recipe> = {}) =>
  resolveStances({ stances }, inputOf(READING, { recipe, cast: castFor(recipe) }))
const labelsOf = (stances: WireStance[], recipe?: Partial<Recipe>) =>
  resolve(stances, recipe).parts.stances?.map(({ actor, target, label }) => `${actor} ${target} ${label}`)

describe('resolving stances', () => {
  it('pins a label to the sentences that it cites', () => {
    const [first] =
      resolve([
        stance(2, { label: 'oppose', sentences: [2], rationale: 'He calls it wrong [2].' }),
      ]).parts.stances?.slice(1) ?? []
    expect(first).toMatchObject({
      actor: 'a2',
      target: 'i1',
      label: 'oppose',
      voice: 'self',
      rationale: 'He calls it wrong.',
    })
    expect(first?.evidence.map(({ text }) => text)).toEqual(['Rui Sand calls the plan wrong.'])
  })

  it('gives every actor a label towards the main issue, and says which were not answered', () => {
    expect(labelsOf([stance(1)])).toEqual(['a1 i1 support', 'a2 i1 unstated'])
    expect(resolve([stance(1)]).warnings).toMatchObject([
      { code: 'UNANSWERED', message: expect.stringContaining('Rui Sand') },
    ])
  })

  it('says once that nothing was answered', () => {
    expect(resolve([]).warnings.map(({ code }) => code)).toEqual(['UNANSWERED'])
  })

  it('abstains where a label cites no sentence of the article', () => {
    const { parts, warnings } = resolve([stance(1, { sentences: [99, 0] }), stance(2, { sentences: [] })])
    expect(parts.stances?.map(({ label, voice, evidence }) => ({ label, voice, evidence }))).toEqual([
      { label: 'unstated', evidence: [] },
      { label: 'unstated', evidence: [] },
    ])
    expect(warnings.every(({ code }) => code === 'ITEM_INVALID')).toBe(true)
  })

  it('keeps the latest position of an actor', () => {
    const changed = [stance(2, { label: 'oppose', sentences: [2] }), stance(2, { label: 'support', sentences: [4] })]
    expect(labelsOf(changed)).toEqual(['a1 i1 unstated', 'a2 i1 support'])
  })

  it('keeps a stance of one actor towards another, in its direction', () => {
    expect(labelsOf([stance(1), stance(2), stance(1, { target: 'A2', sentences: [3] })])).toEqual([
      'a1 i1 support',
      'a2 i1 support',
      'a1 a2 support',
    ])
  })

  it('drops a stance towards oneself, of nobody, towards nothing, and an idle one that was not asked for', () => {
    const idle = stance(1, { target: 'A2', label: 'unstated', sentences: [], voice: null })
    const wrong = [
      stance(1, { target: 'A1' }),
      stance(7),
      stance(1, { target: 'I9' }),
      stance(1, { target: 'the plan' }),
      idle,
    ]
    expect(labelsOf([stance(1), stance(2), ...wrong])).toEqual(['a1 i1 support', 'a2 i1 support'])
  })

  it('asks given targets of given actors where there are any, else of every actor', () => {
    expect(labelsOf([], { targets: ['Markets close.'] })).toEqual([
      'a1 i2 unstated',
      'a2 i2 unstated',
      'a1 i1 unstated',
      'a2 i1 unstated',
    ])
    expect(labelsOf([], { targets: ['Markets close.'], actors: ['Sand'] })).toEqual([
      'a1 i2 unstated',
      'a2 i2 unstated',
      'a1 i1 unstated',
    ])
  })
})

describe('a stance that fails grounding', () => {
  const { parts } = resolve([stance(1, { rationale: 'She signs.' }), stance(2, { label: 'oppose', sentences: [2] })])
  const complaint = { claim: 's1', step: 'stances' as const, item: 'the stance', message: 'wrong', sentences: [0] }

  it('becomes unstated, or loses only its rationale', () => {
    const dropped = dropOfStances(parts, complaint)
    expect(dropped.parts.stances?.[0]).toEqual({ id: 's1', actor: 'a1', target: 'i1', label: 'unstated', evidence: [] })
    const bare = dropOfStances(parts, { ...complaint, field: 'rationale' })
    expect(bare.parts.stances?.[0]).toMatchObject({ label: 'support' })
    expect(bare.parts.stances?.[0]).not.toHaveProperty('rationale')
    expect([dropped.warnings[0]?.code, bare.warnings[0]?.code]).toEqual(['CLAIM_DROPPED', 'TEXT_DROPPED'])
  })

  it('is mended by the second answer for the same actor and target', () => {
    const again = resolve([stance(1, { label: 'mixed', sentences: [3] })]).parts
    const { parts: mended, mended: ids } = mendStances(parts, [complaint], again, { fallen: new Set() })
    expect(ids).toEqual(['s1'])
    expect(mended.stances?.map(({ id, label }) => `${id} ${label}`)).toEqual(['s1 mixed', 's2 oppose'])
  })

  it('tells whose label it is where another model than the step’s own has mended it', () => {
    const again = resolve([stance(1, { label: 'mixed', sentences: [3] })]).parts
    const { parts: mended } = mendStances(parts, [complaint], again, { fallen: new Set(), model: 'large' })
    expect(mended.stances?.map(({ id, model }) => [id, model])).toEqual([
      ['s1', 'large'],
      ['s2', undefined],
    ])
  })

  it('claims that its evidence concerns its actor', () => {
    expect(claimsOfStances(parts, castFor()).map(({ id, concerns }) => [id, concerns])).toEqual([
      ['s1', ['a1']],
      ['s2', ['a2']],
    ])
  })

  it('leaves a note where nobody takes a side, and a warning where somebody does', () => {
    const nothing = resolve([]).parts
    const input = inputOf(READING, { cast: castFor() })
    expect(reviewStances(nothing, input)).toMatchObject([{ code: 'NONE_FOUND', note: true }])
    const cue = {
      start: 0,
      end: 3,
      sentence: 0,
      polarity: 'positive',
      strength: 1,
      negated: false,
      holder: 0,
      voice: 'self',
    } as const
    expect(reviewStances(nothing, { ...input, reading: { ...READING, cues: [cue] } })).toMatchObject([
      { code: 'PART_EMPTY' },
    ])
  })
})
