import { describe, expect, it } from 'vitest'
import { timeLimitMs } from './time-limit.ts'

describe('the time limit of a call', () => {
  it('grows with the request, its answer and the slowness of the server', () => {
    const small = timeLimitMs({ tokensIn: 1_000, tokensOut: 100 }, { prompt: 1_000, output: 50 })
    const large = timeLimitMs({ tokensIn: 16_000, tokensOut: 2_000 }, { prompt: 60, output: 10 })
    expect(small).toBeLessThan(90_000)
    expect(large).toBeGreaterThan(1_500_000)
  })
})
