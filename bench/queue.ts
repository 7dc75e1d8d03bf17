// The queue, with jobs that hold ids only: throughput beside bare BullMQ on the same Redis in turn, time from adding to picking up,
// bytes of Redis for each job. Empties its own keys only.    REDIS_URL=redis://127.0.0.1:6379 node bench/queue.ts [JOBS] [ROUNDS]
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { readConfig } from '../workers/config.ts'
import { createLog } from '../workers/log.ts'
import { openPlace } from '../workers/place.ts'
import type { JobQueue, JobWorker } from '../workers/queue/queue.ts'
import { openRedisQueue } from '../workers/queue/redis-queue.ts'
import { redisAddressOf } from '../workers/redis-address.ts'
import { median } from './sample-articles.ts'

const jobs = Number(process.argv[2] ?? 20_000)
const rounds = Number(process.argv[3] ?? 3)
const SLOTS = 16
const KEPT = { removeOnComplete: true, removeOnFail: true }
const { REDIS_URL } = process.env
const log = createLog('error')
const onError = (error: Error) => log.error({ event: 'bench.error', reason: error.message })

const address = redisAddressOf(REDIS_URL ?? '')

if (REDIS_URL && address) {
  const redis = new Redis(REDIS_URL, { maxRetriesPerRequest: null })
  const queue = await openRedisQueue(address, { log, onError, prefix: '{standpoint-bench}' })
  await queue.clear()
  const rates = { ours: [] as number[], bare: [] as number[] }
  for (let round = 0; round < rounds; round++) {
    rates.ours.push(await ourRate(queue, round))
    rates.bare.push(await bareRate(redis))
  }
  const [ours, bare] = [median(rates.ours), median(rates.bare)]
  console.log(
    `jobs a second, added by 500 and worked off by ${SLOTS} slots, ${jobs} jobs, median of ${rounds} rounds in turn`,
  )
  console.table({
    'our queue': ours.toFixed(0),
    'bare BullMQ': bare.toFixed(0),
    'ours of bare': (ours / bare).toFixed(2),
  })
  console.log('bytes of Redis')
  console.table(await bytesOf(redis, queue))
  await queue.clear()
  console.log('from adding to picking up, idle worker, ms')
  console.table({ Redis: await pickUp(queue) })
  await queue.clear()
  await queue.close()
  redis.disconnect()
} else console.log('REDIS_URL is not set: embedded only')
console.table({ embedded: await embeddedPickUp() })

async function ourRate(queue: JobQueue, round: number): Promise<number> {
  const started = performance.now()
  await fill(queue, round)
  const worker = await workOff(queue)
  const rate = (1000 * jobs) / (performance.now() - started)
  await worker.close()
  return rate
}

async function fill(queue: JobQueue, turn: number): Promise<void> {
  for (let at = 0; at < jobs; at += 500) {
    const length = Math.min(500, jobs - at)
    await queue.add(
      'archive',
      Array.from({ length }, (_, i) => ({ task: at + i, turn })),
    )
  }
}

/** Resolves when every job was worked off, with the worker that still waits for more. */
async function workOff(queue: JobQueue): Promise<JobWorker> {
  let left = jobs
  const { promise, resolve } = Promise.withResolvers<void>()
  const worker = queue.work('archive', SLOTS, async () => {
    if (--left === 0) resolve()
    return { kind: 'settled' }
  })
  await promise
  return worker
}

async function bareRate(redis: Redis): Promise<number> {
  const options = { connection: redis, prefix: '{bare-bench}' }
  const queue = new Queue('bare', options)
  const started = performance.now()
  for (let at = 0; at < jobs; at += 500) {
    const length = Math.min(500, jobs - at)
    await queue.addBulk(
      Array.from({ length }, (_, i) => ({ name: 'job', data: { task: at + i, turn: 0 }, opts: KEPT })),
    )
  }
  let left = jobs
  const { promise, resolve } = Promise.withResolvers<void>()
  const worker = new Worker('bare', async () => void (--left === 0 && resolve()), { ...options, concurrency: SLOTS })
  await promise
  const rate = (1000 * jobs) / (performance.now() - started)
  await worker.close()
  await queue.obliterate({ force: true })
  await queue.close()
  return rate
}

async function bytesOf(redis: Redis, queue: JobQueue): Promise<Record<string, string>> {
  const used = async () => Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1])
  await queue.clear()
  const empty = await used()
  await fill(queue, rounds)
  const waiting = await used()
  await (await workOff(queue)).close()
  await sleep(500)
  return {
    'a waiting job': ((waiting - empty) / jobs).toFixed(0),
    'all that stays of finished jobs': ((await used()) - empty).toFixed(0),
  }
}

async function pickUp(queue: JobQueue): Promise<Record<string, string>> {
  const samples: number[] = []
  let picked = Promise.withResolvers<void>()
  const worker = queue.work('editorial', 2, async () => {
    picked.resolve()
    return { kind: 'settled' }
  })
  await sleep(500)
  for (let i = 0; i < 500; i++) {
    picked = Promise.withResolvers()
    const added = performance.now()
    await queue.add('editorial', [{ task: 9_000_000 + i, turn: 1 }])
    await picked.promise
    samples.push(performance.now() - added)
    await sleep(5 + Math.random() * 20)
  }
  await worker.close()
  const sorted = samples.sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(share * sorted.length)]?.toFixed(1) ?? ''
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

async function embeddedPickUp(): Promise<Record<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'standpoint-bench-'))
  const place = await openPlace(readConfig({ STANDPOINT_DATA: folder }), log)
  const measured = await pickUp(await place.queue())
  await place.close()
  await rm(folder, { recursive: true, force: true })
  return measured
}
