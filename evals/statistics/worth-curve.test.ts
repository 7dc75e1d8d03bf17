import { describe, expect, it } from 'vitest'
import type { Claimed } from './bargain.ts'
import { drawn, POPULATIONS } from './populations.fake.ts'
import { thresholdInSample, worthAt, worthCurve } from './worth-curve.ts'

/** One article with two claims, one with three. */
const CLAIMS: readonly Claimed[] = [
  { article: 'a', confidence: 0.9, isRight: true },
  { article: 'a', confidence: 0.5, isRight: false },
  { article: 'b', confidence: 0.9, isRight: false },
  { article: 'b', confidence: 0.7, isRight: true },
  { article: 'b', confidence: 0.6, isRight: true },
]
const rounded = (worths: readonly { threshold: number; worth?: number }[]) =>
  worths.map(({ threshold, worth }) => [threshold, worth === undefined ? undefined : Number(worth.toFixed(4))])

describe('what thresholds are worth in a sample', () => {
  it('is a mean over articles, for each kind of target', () => {
    // At 0.9 article a has accepted 1 of 1 right, b 0 of 1; at 0.7 b has 1 of 2; at 0.6 2 of 3; at 0.5 a has 1 of 2.
    expect(rounded(worthCurve(CLAIMS, 'precision'))).toEqual([
      [0.9, 0.5],
      [0.7, 0.75],
      [0.6, 0.8333],
      [0.5, 0.5833],
    ])
    // The one wrong label of b goes wrong at once, that of a only at 0.5.
    expect(rounded(worthCurve(CLAIMS, 'accuracy'))).toEqual([
      [0.9, 0.8333],
      [0.7, 0.8333],
      [0.6, 0.8333],
      [0.5, 0.5833],
    ])
    expect(rounded(worthCurve(CLAIMS, 'recall'))).toEqual([
      [0.9, 0.5],
      [0.7, 0.75],
      [0.6, 1],
      [0.5, 1],
    ])
    expect(worthCurve(CLAIMS, 'recall').map(({ coverage }) => coverage)).toEqual([0.4, 0.6, 0.8, 1])
  })

  it('gives the threshold that just reaches a target: the lowest, for recall the highest', () => {
    expect(thresholdInSample(CLAIMS, { kind: 'precision', value: 0.75 })).toMatchObject({ threshold: 0.6 })
    expect(thresholdInSample(CLAIMS, { kind: 'accuracy', value: 0.8 })).toMatchObject({ threshold: 0.6 })
    expect(thresholdInSample(CLAIMS, { kind: 'recall', value: 0.75 })).toMatchObject({ threshold: 0.7 })
    expect(thresholdInSample(CLAIMS, { kind: 'precision', value: 0.9 })).toBeUndefined()
    expect(thresholdInSample([], { kind: 'recall', value: 0.5 })).toBeUndefined()
  })

  it('is known between the confidences of claims, below and above them all', () => {
    const curve = worthCurve(CLAIMS, 'precision')
    expect(worthAt(curve, 0.65, 'precision')).toMatchObject({ coverage: 0.6, worth: 0.75 })
    expect(worthAt(curve, 0.7, 'precision')).toMatchObject({ coverage: 0.6, worth: 0.75 })
    expect(worthAt(curve, 0, 'precision')).toMatchObject({ coverage: 1 })
    expect(worthAt(curve, 0.95, 'precision')).toEqual({ coverage: 0, worth: undefined })
    expect(worthAt(worthCurve(CLAIMS, 'accuracy'), 1, 'accuracy')).toEqual({ coverage: 0, worth: 1 })
    expect(worthAt(worthCurve(CLAIMS, 'recall'), 1, 'recall')).toEqual({ coverage: 0, worth: 0 })
  })

  it('ends where all claims are accepted', () => {
    for (const population of Object.values(POPULATIONS)) {
      const claims = drawn(population, 50, 2)
      const articles = [...Map.groupBy(claims, ({ article }) => article).values()]
      const shares = articles.map((own) => own.filter(({ isRight }) => isRight).length / own.length)
      const mean = shares.reduce((sum, each) => sum + each, 0) / shares.length
      expect(worthCurve(claims, 'precision').at(-1)?.worth).toBeCloseTo(mean, 9)
      expect(worthCurve(claims, 'accuracy').at(-1)?.worth).toBeCloseTo(mean, 9)
      expect(worthCurve(claims, 'recall').at(-1)?.worth).toBeCloseTo(1, 9)
    }
  })
})
