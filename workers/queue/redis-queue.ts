import { setTimeout as sleep } from 'node:timers/promises'
import { createRedisBackend, withBackend } from 'bullmq'
import type { Cluster, Redis } from 'ioredis'
import { StandpointError } from '../../pipeline/schema/errors.ts'
import type { ScriptRunner } from '../limits/redis-limits.ts'
import type { Log } from '../log.ts'
import { redisConnection } from '../redis.ts'
import { type RedisAddress, shownRedisAddress } from '../redis-address.ts'
import { type JobQueue, queueOver } from './queue.ts'

export const PREFIX = '{standpoint}' // a hash tag: on a cluster all keys of the queue share a slot

/**
 * The queue on Redis or Valkey. `scripts`: its connection that fails at once while the server is away.
 * @throws StandpointError REDIS_UNREACHABLE, before anything is accepted
 */
export async function openRedisQueue(
  address: RedisAddress,
  { log, onError, prefix = PREFIX }: { log: Log; onError(error: Error): void; prefix?: string },
): Promise<JobQueue & { scripts: ScriptRunner }> {
  const producer = redisConnection(address, 'asker', onError)
  await connect(producer, address)
  await warnOfEviction(producer, log)
  const worker = redisConnection(address, 'waiter', onError)
  const queue = queueOver(
    withBackend(createRedisBackend),
    { producer, worker },
    {
      prefix,
      // An article of the longest kind keeps the process from renewing its locks for some seconds.
      lockMs: 30_000,
      stalledMs: 5000,
      drainSeconds: 5,
      countsWorkers: true,
      onError,
      close: async () => {
        producer.disconnect()
        worker.disconnect()
      },
    },
  )
  return { ...queue, scripts: producer }
}

/** The producer's connection answers at once when the server is away, where another would wait for ever. */
async function connect(redis: Redis | Cluster, address: RedisAddress): Promise<void> {
  let reason: unknown // what `connect` rejects with says only that the connection was closed
  const note = (error: Error) => {
    reason ??= error
  }
  redis.on('error', note)
  try {
    await inTime(async () => {
      await redis.connect()
      await redis.ping()
    })
  } catch (cause) {
    redis.disconnect()
    throw new StandpointError('REDIS_UNREACHABLE', `Redis does not answer: ${reasonOf(reason ?? cause)}`, {
      where: `REDIS_URL, ${shownRedisAddress(address)}`,
      fix: 'Start the server, correct REDIS_URL, or unset REDIS_URL and DATABASE_URL to work without servers.',
      cause: reason ?? cause,
    })
  } finally {
    redis.off('error', note)
  }
}

/** Sentinels and clusters are asked again and again until they answer; whoever starts a command must hear that they do not. */
async function inTime(act: () => Promise<void>): Promise<void> {
  const over = new AbortController()
  const limit = sleep(LONGEST_CONNECT_MS, undefined, { signal: over.signal }).then(() => {
    throw new Error(`no connection within ${LONGEST_CONNECT_MS / 1000} s`)
  })
  limit.catch(() => {}) // it is ended when the connection is there
  await Promise.race([act(), limit]).finally(() => over.abort())
}

const LONGEST_CONNECT_MS = 15_000

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}

/** A server that evicts keys when it is full loses jobs. Managed servers may refuse to tell. */
async function warnOfEviction(redis: Redis | Cluster, log: Log): Promise<void> {
  const [, policy] = await redis.config('GET', 'maxmemory-policy').then(asStrings, () => [])
  if (policy !== undefined && policy !== 'noeviction') log.warn({ event: 'redis.evicts', policy, wanted: 'noeviction' })
}

function asStrings(answer: unknown): string[] {
  return Array.isArray(answer) ? answer.map(String) : []
}
