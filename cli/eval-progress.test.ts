import { afterEach, expect, it, vi } from 'vitest'
import { openEvalProgress } from './eval-progress.ts'

afterEach(() => vi.restoreAllMocks())

it('counts on from system to system, and says which one is run', async () => {
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 6000))
  const told: string[] = []
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => told.push(String(text)) > 0)
  {
    using progress = await openEvalProgress({ articles: 2, runs: 2 }, { isQuiet: false })
    for (const system of ['lead-3', 'lead-3', 'small, guided', 'small, guided']) progress.done(system)
  }
  expect(told.map((line) => line.split(/, 0\.|, about/)[0]?.trim())).toEqual([
    '1 of 4 analyses: lead-3',
    '2 of 4 analyses: lead-3',
    '3 of 4 analyses: small, guided',
    '4 of 4 analyses: small, guided',
  ])
})
