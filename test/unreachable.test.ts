import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readConfig } from '../workers/config.ts'
import { openRuntime } from '../workers/runtime.ts'
import { articlesOf, batchOf, newPlace, reportOn } from './places.ts'
import { startServers } from './servers.ts'

const servers = await startServers()
afterAll(() => servers?.[Symbol.asyncDispose]())
const nobody = { REDIS_URL: 'redis://ida:hunter2@127.0.0.1:1', DATABASE_URL: 'postgres://ida:hunter2@127.0.0.1:1/news' }

describe('a run whose servers are away', () => {
  it('stops before anything is accepted, and says which server, without its password', async () => {
    const opening = openRuntime(readConfig({ ...nobody, STANDPOINT_LOG: 'silent' }))
    await expect(opening).rejects.toMatchObject({
      code: 'REDIS_UNREACHABLE',
      message: expect.stringContaining('ECONNREFUSED'),
      where: 'REDIS_URL, redis://127.0.0.1:1',
    })
  })

  it.skipIf(servers === undefined)('names PostgreSQL when only that is away', async () => {
    const fleet = await servers?.freshFleet()
    const env = { ...nobody, REDIS_URL: fleet?.redisUrl, STANDPOINT_LOG: 'silent' }
    await expect(openRuntime(readConfig(env))).rejects.toMatchObject({
      code: 'DATABASE_UNREACHABLE',
      where: 'DATABASE_URL, postgres://127.0.0.1:1/news',
    })
  })
})

describe('a run whose results cannot be written', { timeout: 60_000 }, () => {
  it('stops before anything is analysed', async () => {
    await using place = await newPlace(undefined)
    const records = articlesOf({ 'a.txt': reportOn('tolls') })
    const lost = { ...place, out: join(place.folder, 'no such folder', 'results.jsonl') }
    await expect(batchOf(lost, records)).rejects.toMatchObject({ code: 'OUTPUT_UNWRITABLE', where: lost.out })
    const folder = { ...place, out: place.folder }
    await expect(batchOf(folder, records)).rejects.toMatchObject({ code: 'OUTPUT_UNWRITABLE' })
  })
})

describe('a data folder that is none', () => {
  it('is named', async () => {
    await using place = await newPlace(undefined)
    const data = join(place.folder, 'data')
    await mkdir(join(data, 'database'), { recursive: true })
    await writeFile(join(data, 'database', 'PG_VERSION'), 'nonsense')
    await expect(openRuntime(place.config)).rejects.toMatchObject({ code: 'FOLDER_UNUSABLE' })
  })
})
