import { describe, expect, it } from 'vitest'
import type { Complaint } from '../../schema/contracts.ts'
import { resolveActors } from '../actors/resolve.ts'
import { inputOf, readingOf } from '../reading.fake.ts'
import { claimsOfReactions, dropOfReactions, mendReactions, reviewReactions } from './claims.ts'
import { resolveReactions } from './resolve.ts'
import type { WireReaction } from './wire.ts'

const TEXT =
  '“The roof is not safe,” Ada Brun told reporters. “We will build a new one.” Rui Sand called the plan “a slow funeral for us all”. He sued on Monday.'
const READING = readingOf(TEXT, {
  names: [{ name: 'Ada Brun' }, { name: 'Rui Sand' }],
  attributions: [
    { speaker: 0, cue: 'told', content: 'The roof is not safe', quotations: [0, 1] },
    { speaker: 1, cue: 'called', content: 'a slow funeral for us all', quotations: [2] },
  ],
})
const INPUT = (() => {
  const actors = ['Ada Brun', 'Rui Sand'].map((name) => ({
    sentences: [1],
    name,
    kind: 'person' as const,
    role: null,
    aliases: [],
  }))
  const input = inputOf(READING)
  return {
    ...input,
    cast: resolveActors({ actors, issue: { sentences: [1], statement: 'The roof goes.' }, otherIssues: [] }, input)
      .cast,
  }
})()

const reaction = (more: Partial<WireReaction>): WireReaction => ({
  quotation: null,
  sentences: [1],
  actor: 1,
  kind: 'concern',
  polarity: 'negative',
  target: 'I1',
  content: null,
  ...more,
})
const resolve = (...reactions: WireReaction[]) => resolveReactions({ reactions, noReaction: [1, 3] }, INPUT)
const only = (item: WireReaction) => resolve(item).parts.reactions?.[0]

describe('resolving reactions', () => {
  it('takes the quotation from the article, and its cue from the rules', () => {
    const found = only(reaction({ quotation: 3, actor: 2, sentences: [3], kind: 'criticism' }))
    expect(found?.quote?.text).toBe('a slow funeral for us all')
    expect(found?.cue?.text).toBe('called')
    expect(found?.evidence.map(({ sentence }) => sentence)).toEqual([2])
  })

  it('cites the sentence of the quotation even if the model did not', () => {
    expect(only(reaction({ quotation: 3, actor: 2, sentences: [] }))?.evidence[0]?.text).toContain('a slow funeral')
  })

  it('makes one reaction of a quotation and what goes on with it', () => {
    const { parts } = resolve(reaction({ quotation: 1 }), reaction({ quotation: 2 }))
    expect(parts.reactions).toHaveLength(1)
    expect(parts.reactions?.[0]?.evidence.map(({ sentence }) => sentence)).toEqual([0, 1])
  })

  it('puts words of the article where no content was written', () => {
    expect(only(reaction({ quotation: 1 }))?.content).toBe('The roof is not safe')
    expect(only(reaction({ actor: 2, sentences: [4], kind: 'measure' }))?.content).toBe('He sued on Monday.')
    expect(only(reaction({ quotation: 1, content: 'She fears [Q1] the roof [1].' }))?.content).toBe(
      'She fears the roof.',
    )
  })

  it('gives no cue that the rules ascribe to somebody else', () => {
    expect(only(reaction({ quotation: 3, actor: 1 }))?.cue).toBeUndefined()
  })

  it('drops what was said by nobody, by an actor or with a quotation that does not exist, or cites nothing', () => {
    const { parts, warnings } = resolve(
      reaction({ actor: 0 }),
      reaction({ actor: 9 }),
      reaction({ quotation: 77 }),
      reaction({ sentences: [99] }),
    )
    expect(parts.reactions).toEqual([])
    expect(warnings.map(({ code }) => code)).toEqual(Array(4).fill('ITEM_INVALID'))
  })

  it('knows the polarity of kinds that have one by definition, and no target that is the actor itself', () => {
    expect(only(reaction({ kind: 'praise', polarity: 'negative' }))?.polarity).toBe('positive')
    expect(only(reaction({ kind: 'appeal', polarity: 'neutral' }))?.polarity).toBe('neutral')
    expect(only(reaction({ target: 'A1' }))).not.toHaveProperty('target')
    expect(only(reaction({ target: 'A2' }))?.target).toBe('a2')
  })

  it('numbers them in the order of the article', () => {
    const { parts } = resolve(
      reaction({ actor: 2, sentences: [4] }),
      reaction({ quotation: 3, actor: 2, sentences: [3] }),
      reaction({ quotation: 1 }),
    )
    expect(parts.reactions?.map(({ id, evidence }) => `${id} ${evidence[0]?.sentence}`)).toEqual([
      'r1 0',
      'r2 2',
      'r3 3',
    ])
  })

  it('says which quotations were not answered', () => {
    const { warnings } = resolveReactions({ reactions: [reaction({ quotation: 3, actor: 2 })], noReaction: [] }, INPUT)
    expect(warnings).toMatchObject([{ code: 'UNANSWERED', message: expect.stringContaining('1 of 2') }])
  })
})

describe('a reaction that fails grounding', () => {
  const { parts } = resolve(
    reaction({ quotation: 1, content: 'She fears rain.' }),
    reaction({ actor: 2, sentences: [4] }),
  )
  const complaint = (claim: string, field?: string): Complaint => ({
    claim,
    step: 'reactions',
    item: 'the item',
    message: 'wrong',
    sentences: [0],
    ...(field !== undefined && { field }),
  })

  it('goes, or keeps its quotation as content', () => {
    expect(dropOfReactions(parts, complaint('r1')).parts.reactions?.map(({ id }) => id)).toEqual(['r2'])
    const bare = dropOfReactions(parts, complaint('r1', 'content')).parts
    expect(bare.reactions?.[0]?.content).toBe('The roof is not safe,')
    expect(dropOfReactions(bare, complaint('r1', 'content')).parts.reactions?.[0]?.content).toContain('Ada Brun told')
  })

  it('is mended by the second answer about the same quotation', () => {
    const again = resolve(
      reaction({ quotation: 3, actor: 2 }),
      reaction({ quotation: 1, content: 'She doubts the roof.' }),
    ).parts
    const result = mendReactions(parts, [complaint('r1', 'content')], again)
    expect(result.mended).toEqual(['r1'])
    expect(result.parts.reactions?.map(({ content }) => content)).toEqual([
      'She doubts the roof.',
      'He sued on Monday.',
    ])
  })

  it('is not mended by an answer about something else', () => {
    const again = resolve(reaction({ quotation: 3, actor: 2 })).parts
    expect(mendReactions(parts, [complaint('r1')], again).mended).toEqual([])
  })

  it('claims who spoke', () => {
    expect(claimsOfReactions(parts, INPUT.cast)[0]).toMatchObject({
      name: 'the reaction of Ada Brun (concern)',
      quote: { quotation: 0, speaker: 'a1' },
    })
  })
})

describe('an article without reactions', () => {
  it('has a note when it has no statements either, else a warning', () => {
    expect(reviewReactions({ reactions: [] }, INPUT)).toMatchObject([{ code: 'PART_EMPTY' }])
    const silent = inputOf(readingOf('The roof of the old market fell in. Nobody was hurt.'))
    expect(reviewReactions({ reactions: [] }, silent)).toMatchObject([{ code: 'NONE_FOUND', note: true }])
  })
})
