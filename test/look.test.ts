import { describe, expect, it } from 'vitest'
import { openLook } from '../workers/look.ts'
import { openRuntime } from '../workers/runtime.ts'
import { startBatchProcess } from './child.ts'
import { articlesOf, batchOf, newPlace, numberedReports } from './places.ts'
import { fakeAnalyse } from './scripted-analyse.fake.ts'

describe('a process that only looks', { timeout: 60_000 }, () => {
  it('is answered by the one that has the data folder open', async () => {
    await using place = await newPlace(undefined)
    const failing = fakeAnalyse(async (text) => {
      if (text.includes('number 1')) throw new Error('the worst')
    })
    await batchOf(place, articlesOf(numberedReports(3)), { analyse: failing })
    const holder = startBatchProcess(['worker', '', ''], place.env)
    await holder.says('ready')
    await using look = await openLook(place.config)
    expect(await look.counts()).toMatchObject({ done: 2, failed: 1 })
    const [failure] = await look.failures({ limit: 5 })
    expect(failure).toMatchObject({ articleIds: ['report-1.txt'], error: { code: 'INTERNAL' } })
    expect(failure?.failedAt).toBeInstanceOf(Date)
    expect((await look.ledgerReport('day')).total.answers).toBe(0)
    holder.kill('SIGKILL')
  })

  it('opens the folder itself when nobody has it, also after its holder was killed', async () => {
    await using place = await newPlace(undefined)
    const holder = startBatchProcess(['worker', '', ''], place.env)
    await holder.says('ready')
    holder.kill('SIGKILL')
    await holder.ended
    await using look = await openLook(place.config)
    expect(await look.counts()).toMatchObject({ done: 0, failed: 0 })
  })

  it('is answered in a folder whose name is too long for a socket', async () => {
    await using place = await newPlace(undefined)
    const config = { ...place.config, dataFolder: `${place.config.dataFolder}-${'long'.repeat(30)}` }
    await using runtime = await openRuntime(config)
    await using look = await openLook(config)
    expect(await look.counts()).toEqual(await runtime.store.counts())
  })
})
