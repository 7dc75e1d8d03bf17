import { randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'
import { afterAll, describe } from 'vitest'
import { limitsSuite } from '../workers/limits/limits-suite.ts'
import { redisLimits } from '../workers/limits/redis-limits.ts'
import { startServers } from './servers.ts'

const servers = await startServers()
const fleet = await servers?.freshFleet()
const redis = new Redis(fleet?.redisUrl ?? 'redis://127.0.0.1:1', { lazyConnect: true })

afterAll(async () => {
  redis.disconnect()
  await servers?.[Symbol.asyncDispose]()
})

describe.skipIf(fleet === undefined)('on Redis', () => {
  limitsSuite('on Redis', async (limits, clock) =>
    redisLimits(redis, {
      limits,
      clock,
      prefix: `{${randomUUID()}}`,
      onError: (error) => {
        throw error
      },
    }),
  )
})
