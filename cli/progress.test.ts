import { describe, expect, it } from 'vitest'
import { durationText, progressText } from './progress.ts'

const half = { phase: 'analysing', total: 1000, done: 460, failed: 40, reused: 0 } as const

describe('progress', () => {
  it('tells articles, failures, rate and time left', () => {
    expect(progressText(half, 2)).toBe('500 of 1000 articles, 40 failed, 2.0 a second, about 4 min left')
  })
  it('tells what was spent, where that is known', () => {
    expect(progressText({ ...half, costUsd: 0.0312 }, 2)).toMatch(/, US\$ 0\.0312$/)
    expect(progressText({ ...half, costUsd: 12.5 }, 2)).toMatch(/, US\$ 12\.50$/)
  })
  it('says who is run, where several are', () => {
    const run = { what: 'small, guided', left: 10 }
    expect(progressText({ ...half, run }, 2)).toBe(
      '500 of 1000 analyses: small, guided, 40 failed, 2.0 a second, about 5.0 s left for it',
    )
  })
  it('promises no end before the archive is read', () => {
    expect(progressText({ ...half, phase: 'accepting' }, 2)).toBe('500 of 1000… articles, 40 failed, 2.0 a second')
  })
  it('says that nothing moves without a worker', () => {
    expect(progressText({ ...half, workers: 0 }, undefined)).toContain('no worker is running')
  })
  it.each([
    [0.01, '0.1 s'],
    [4.24, '4.2 s'],
    [75, '75 s'],
    [600, '10 min'],
    [9000, '2.5 h'],
  ])('says %d seconds as %s', (seconds, text) => {
    expect(durationText(seconds)).toBe(text)
  })
})
