import { describe, expect, it } from 'vitest'
import { additive, ratio } from '../metrics/metric.ts'
import { bootstrap } from './bootstrap.ts'
import { compare } from './compare.ts'

const rightShare = additive<readonly [number, number]>({
  name: 'share',
  title: 'Share',
  better: 'higher',
  unit: 'share',
  source: 'test',
  measure: (one) => one,
  ofSums: ([right = 0, of = 0]) => ratio(right, of),
})
const articles = (right: (index: number) => number, count = 40) =>
  Array.from({ length: count }, (_, index) => [right(index), 10])

describe('comparing two runs article by article', () => {
  it('calls what is always better better, and the other way about worse', () => {
    const [low, high] = [articles((index) => index % 5), articles((index) => (index % 5) + 2)]
    expect(compare(rightShare, low, high)?.verdict).toBe('better')
    expect(compare(rightShare, high, low)?.verdict).toBe('worse')
  })

  it('calls a run and itself the same', () => {
    const run = articles((index) => index % 7)
    expect(compare(rightShare, run, run)).toMatchObject({ difference: 0, verdict: 'same within noise' })
  })

  it('does not decide on a handful of articles', () => {
    expect(
      compare(
        rightShare,
        articles(() => 1, 5),
        articles(() => 9, 5),
      )?.verdict,
    ).toBe('not enough cases')
  })

  it('does not call it the same when it could not have seen a large difference', () => {
    const noisy = (shift: number) => articles((index) => ((index * 7 + shift) % 2) * 10, 12)
    expect(compare(rightShare, noisy(0), noisy(1))?.verdict).toBe('not enough cases')
  })
})

describe('the bootstrap', () => {
  it('gives the same interval every time, and none for one article', () => {
    const score = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    expect(bootstrap([1, 2, 3, 4], score)).toEqual(bootstrap([1, 2, 3, 4], score))
    expect(bootstrap([1], score)).toBeUndefined()
  })
})
