import { setTimeout as sleep } from 'node:timers/promises'
import type { PostgresPool } from 'kysely'
import { describe, expect, it } from 'vitest'
import { watchDisk } from './disk-guard.ts'

const pool: PostgresPool = {
  options: {},
  connect: () => Promise.reject(new Error('asked')),
  end: async () => {},
}

describe('the watch over the disk of a data folder', () => {
  it('lets questions through while there is room, and refuses them, with what to do, when there is not', async () => {
    let free = 1e9
    using watch = await watchDisk('/data', async () => free)
    const guarded = watch.guard(pool)
    await expect(guarded.connect()).rejects.toThrow('asked')
    free = 20e6
    await sleep(700)
    await expect(guarded.connect()).rejects.toMatchObject({
      code: 'DATABASE_FAILED',
      message: expect.stringContaining('20 MB are free'),
    })
    free = 1e9
    await sleep(700)
    await expect(guarded.connect()).rejects.toThrow('asked')
  })

  it('refuses a folder on a disk that is nearly full', async () => {
    await expect(watchDisk('/data', async () => 5e6)).rejects.toMatchObject({ code: 'FOLDER_UNUSABLE', where: '/data' })
  })
})
