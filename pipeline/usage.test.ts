import { describe, expect, it } from 'vitest'
import type { Call } from './schema/call-contract.ts'
import { usageOf } from './usage.ts'

const call = (cost: Pick<Call, 'costUsd'>, replayed = false): Call => ({
  request: 'hash',
  ordinal: 0,
  sample: 0,
  steps: ['stances'],
  ms: 10,
  replayed,
  usable: true,
  tokensIn: 100,
  tokensCached: 0,
  tokensOut: 10,
  ...cost,
})

describe('what an analysis has used', () => {
  it('costs the sum of its calls, without those that were paid before', () => {
    expect(usageOf([call({ costUsd: 1 }), call({ costUsd: 2 }), call({ costUsd: 4 }, true)], {})).toMatchObject({
      calls: 2,
      replayed: 1,
      costUsd: 3,
    })
  })

  it('has no cost where one call has none: that of the others is not all', () => {
    expect(usageOf([call({ costUsd: 1 }), call({})], {})).not.toHaveProperty('costUsd')
    expect(usageOf([], {})).not.toHaveProperty('costUsd')
  })
})
