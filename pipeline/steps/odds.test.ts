import { describe, expect, it } from 'vitest'
import { mostProbable, sharpened, weighed, withoutFavour } from './odds.ts'

const ODDS = { support: 0.6, oppose: 0.3, unstated: 0.1 }
const sum = (odds: Readonly<Record<string, number>>) => Object.values(odds).reduce((total, odd) => total + odd, 0)

describe('the odds of labels', () => {
  it('lose what a model favours, all of it or a share', () => {
    const favour = { support: 0.6, oppose: 0.3, unstated: 0.1 }
    const fair = withoutFavour(ODDS, favour)
    for (const odd of Object.values(fair)) expect(odd).toBeCloseTo(1 / 3, 3)
    expect(withoutFavour(ODDS, favour, 0.5).support).toBeGreaterThan(1 / 3)
    expect(withoutFavour(ODDS, undefined)).toBe(ODDS)
  })

  it('can turn: the label that a model says less for nothing than for this actor wins', () => {
    expect(mostProbable(withoutFavour(ODDS, { support: 0.9, oppose: 0.05, unstated: 0.05 }))?.label).toBe('oppose')
  })

  it('are weighed and sharpened, and sum to 1', () => {
    expect(weighed(ODDS, { oppose: 2 }).oppose).toBeCloseTo((0.3 * Math.E ** 2) / (0.7 + 0.3 * Math.E ** 2), 3)
    expect(sharpened(ODDS, 2).support).toBeCloseTo(0.36 / 0.46, 3)
    for (const odds of [weighed(ODDS, { oppose: 2 }), sharpened(ODDS, 0.5), withoutFavour(ODDS, {})])
      expect(sum(odds)).toBeCloseTo(1)
  })

  it('have no most probable label where there is none', () => {
    expect(mostProbable({})).toBeUndefined()
    expect(mostProbable(ODDS)).toEqual({ label: 'support', probability: 0.6 })
  })
})
