import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { lockFolder } from '../workers/folder-lock.ts'
import { startBatchProcess } from './child.ts'
import { newPlace } from './places.ts'

describe('the data folder', { timeout: 60_000 }, () => {
  it('is refused to a second process, which is told who has it and what would let both work', async () => {
    await using place = await newPlace(undefined)
    const holder = startBatchProcess(['worker', '', ''], place.env)
    await holder.says('ready')
    const second = await startBatchProcess(['batch', place.out, '', '1'], place.env).ended
    holder.kill('SIGKILL')
    expect(second.code).toBe(1)
    expect(JSON.parse(second.stderr)).toMatchObject({
      code: 'FOLDER_LOCKED',
      message: expect.stringMatching(new RegExp(`process ${holder.pid} \\("standpoint worker", since 20`)),
      where: place.env.STANDPOINT_DATA,
      fix: expect.stringContaining('REDIS_URL and DATABASE_URL'),
    })
  })

  it('is free as soon as its holder is dead, however it died', async () => {
    await using place = await newPlace(undefined)
    const holder = startBatchProcess(['worker', '', ''], place.env)
    await holder.says('ready')
    holder.kill('SIGKILL')
    await holder.ended
    await using lock = await lockFolder(place.config.dataFolder)
    expect(lock).toBeDefined()
  })

  it('is refused within one process as well, and free after it was given back', async () => {
    await using place = await newPlace(undefined)
    const first = await lockFolder(place.config.dataFolder)
    await expect(lockFolder(place.config.dataFolder)).rejects.toMatchObject({ code: 'FOLDER_LOCKED' })
    await first[Symbol.asyncDispose]()
    await using again = await lockFolder(place.config.dataFolder)
    expect(again).toBeDefined()
  })

  it.each(['/dev/null/standpoint', '/proc/standpoint'])('that cannot be made is named: %s', async (folder) => {
    await expect(lockFolder(folder)).rejects.toMatchObject({ code: 'FOLDER_UNUSABLE', where: folder })
  })

  it('goes to exactly one of many that ask at once', async () => {
    await using place = await newPlace(undefined)
    const asking = Array.from({ length: 4 }, () => startBatchProcess(['worker', '', ''], place.env))
    const refused = await Promise.all(asking.map(async (child) => isRefused(child)))
    for (const child of asking) child.kill('SIGKILL')
    expect(refused.filter((isOut) => !isOut).length).toBe(1)
  })
})

async function isRefused(child: ReturnType<typeof startBatchProcess>): Promise<boolean> {
  const ended = child.ended.then(({ stderr }) => stderr.includes('FOLDER_LOCKED'))
  return Promise.race([ended, child.says('ready').then(() => sleep(500, false))])
}
