import type { PGlite } from '@electric-sql/pglite'
import { createPostgresBackend, runMigrations, withBackend } from 'bullmq'
import { SCHEMA } from '../store/migrate.ts'
import type { PGlitePool } from '../store/pglite-pool.ts'
import { type JobQueue, queueOver } from './queue.ts'

const TEN_MINUTES = 600_000

/**
 * The queue inside PGlite, for one process that holds its folder alone. What an earlier process left in it is forgotten: the
 * store hands it out anew, which is sooner than waiting for locks to end.
 */
export async function openEmbeddedQueue(
  db: PGlite,
  pool: PGlitePool,
  { onError }: { onError(error: Error): void },
): Promise<JobQueue> {
  const client = await pool.connect()
  await runMigrations(client).finally(() => client.release())
  await db.exec(`set search_path to ${SCHEMA}, bullmq, public`) // the one session serves both
  const queue = queueOver(
    withBackend(createPostgresBackend),
    { producer: pool, worker: pool },
    // Nobody else could take over a silent job, so its lock may be long.
    {
      prefix: 'standpoint',
      lockMs: TEN_MINUTES,
      stalledMs: TEN_MINUTES,
      drainSeconds: 0.25, // this backend tells an idle worker of no job that was put off meanwhile
      countsWorkers: false,
      onError,
      close: async () => {},
    },
  )
  await queue.clear()
  return queue
}
