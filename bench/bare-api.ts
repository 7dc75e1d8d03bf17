// What bench/api.ts compares with: Fastify with a handler that adds a job with the whole article to BullMQ, and one that reads a
// job. It checks nothing, keeps nothing else and asks for no key. Prints its address and runs until it is killed.
import { PGlite } from '@electric-sql/pglite'
import { createPostgresBackend, createRedisBackend, runMigrations, withBackend } from 'bullmq'
import fastify from 'fastify'
import { Redis } from 'ioredis'
import { pglitePool } from '../workers/store/pglite-pool.ts'

type Submitted = { Body: { text: string }; Params: { id: string } }

const { REDIS_URL } = process.env
const queue = REDIS_URL === undefined ? await embedded(process.argv[2] ?? '') : onRedis(REDIS_URL)
const app = fastify({ logger: false })
app.post<Submitted>('/v1/analyses', async ({ body }, reply) => {
  const job = await queue.add('analyse', body, { removeOnComplete: true })
  return reply.code(202).send({ id: job.id, state: 'queued' })
})
app.get<Submitted>('/v1/analyses/:id', async ({ params }) => {
  const job = await queue.getJob(params.id)
  return { id: job?.id, state: await job?.getState(), text: job?.data.text.length }
})
console.log(await app.listen({ host: '127.0.0.1', port: 0 }))

function onRedis(url: string) {
  const { Queue } = withBackend(createRedisBackend)
  return new Queue<{ text: string }>('bare', { connection: new Redis(url, { maxRetriesPerRequest: null }) })
}

async function embedded(folder: string) {
  const db = await PGlite.create({ dataDir: folder })
  const pool = pglitePool(db)
  const client = await pool.connect()
  await runMigrations(client).finally(() => client.release())
  await db.exec('set search_path to bullmq, public')
  const { Queue } = withBackend(createPostgresBackend)
  return new Queue<{ text: string }>('bare', { connection: pool, skipWaitingForReady: true })
}
