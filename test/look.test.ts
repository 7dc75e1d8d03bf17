import { once } from 'node:events'
import { connect } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
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

  it('does not disturb the holder by going away, or by asking what is no question', async () => {
    await using place = await newPlace(undefined)
    await using runtime = await openRuntime(place.config)
    const path = join(place.config.dataFolder, 'look.sock')
    for (const words of ['{"ask":"counts"}\n', 'nonsense\n', '{"ask":"delete"}\n', 'x'.repeat(5000)]) {
      const gone = connect(path)
      await once(gone, 'connect')
      gone.on('error', () => {})
      gone.write(words)
      gone.destroy()
    }
    const asking = connect(path)
    asking.write('{"ask":"delete"}\n')
    expect(await text(asking)).toContain('"error"')
    await using look = await openLook(place.config)
    expect(await look.counts()).toEqual(await runtime.store.counts())
  })

  it('does not keep the holder from ending when it falls asleep', async () => {
    await using place = await newPlace(undefined)
    const runtime = await openRuntime(place.config)
    const asleep = connect(join(place.config.dataFolder, 'look.sock'))
    await once(asleep, 'connect')
    asleep.on('error', () => {}).resume()
    const closed = once(asleep, 'close')
    await runtime[Symbol.asyncDispose]()
    await closed
  })

  it('is told that the folder is in use where its name is too long for a socket', async () => {
    await using place = await newPlace(undefined)
    const config = { ...place.config, dataFolder: `${place.config.dataFolder}-${'long'.repeat(30)}` }
    await using _runtime = await openRuntime(config)
    await expect(openLook(config)).rejects.toMatchObject({ code: 'FOLDER_LOCKED' })
  })
})
