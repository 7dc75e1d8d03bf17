import { describe, expect, it } from 'vitest'
import { toned } from './tone.ts'
import type { WireReaction } from './wire.ts'

const REACTION: WireReaction = {
  quotation: 1,
  sentences: [3],
  actor: 1,
  kind: 'other',
  polarity: 'neutral',
  target: null,
  content: null,
}

describe('the tone of a reaction', () => {
  it('names the kind that such a tone mostly has, where it is sure', () => {
    const odds = { negative: 0.8, positive: 0.1, neutral: 0.1 }
    expect(toned(REACTION, { tone: 'negative', odds }, undefined)).toEqual({
      ...REACTION,
      kind: 'criticism',
      polarity: 'negative',
    })
  })

  it('is kept without a kind where it is not sure', () => {
    const odds = { negative: 0.1, positive: 0.4, neutral: 0.5 }
    expect(toned(REACTION, { tone: 'neutral', odds }, undefined)).toMatchObject({ kind: 'other', polarity: 'neutral' })
  })

  it('counts negative where a model is nearly as sure of it as of neutral: it says neutral too often', () => {
    const odds = { negative: 0.3, positive: 0.1, neutral: 0.6 }
    expect(toned(REACTION, { tone: 'neutral', odds }, undefined)).toMatchObject({
      kind: 'criticism',
      polarity: 'negative',
    })
  })

  it('weighs what the model says of a reaction that is not there', () => {
    const odds = { negative: 0.3, positive: 0.1, neutral: 0.6 }
    const blank = { negative: 0.9, positive: 0.05, neutral: 0.05 }
    expect(toned(REACTION, { tone: 'neutral', odds }, blank)).toMatchObject({ polarity: 'neutral' })
  })

  it('is what the model chose, where no odds are known', () => {
    expect(toned(REACTION, { tone: 'positive' }, undefined)).toMatchObject({ kind: 'support', polarity: 'positive' })
  })
})
