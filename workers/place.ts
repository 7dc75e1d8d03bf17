import { StandpointError } from '../pipeline/schema/errors.ts'
import type { RequestStore } from '../pipeline/schema/request-contract.ts'
import type { Store } from '../pipeline/schema/store-contract.ts'
import { type Config, withoutPassword } from './config.ts'
import { lockFolder } from './folder-lock.ts'
import type { LimitKeeper } from './limits/limits.ts'
import { memoryLimits } from './limits/memory-limits.ts'
import type { Log } from './log.ts'
import { answerLookers } from './look.ts'
import type { JobQueue } from './queue/queue.ts'
import { watchDisk } from './store/disk-guard.ts'
import { openStore } from './store/store.ts'

/** Where the work is kept: in the data folder or on servers. */
export type Place = {
  store: Store & RequestStore
  isFleet: boolean
  /** What calls of models are held to, over all processes that work here. */
  limits: LimitKeeper
  /** Opened at the first call: a command that only looks needs none. */
  queue(): Promise<JobQueue>
  close(): Promise<void>
}

/** @throws StandpointError FOLDER_LOCKED, FOLDER_UNUSABLE, REDIS_UNREACHABLE, DATABASE_UNREACHABLE, DATABASE_FAILED */
export async function openPlace(config: Config, log: Log): Promise<Place> {
  return config.fleet === undefined ? openFolder(config, log) : openServers(config.fleet, config, log)
}

async function openFolder({ dataFolder: folder, limits }: Config, log: Log): Promise<Place> {
  await using opened = new AsyncDisposableStack()
  opened.use(await lockFolder(folder))
  const [{ openPGlite }, { pglitePool }] = await Promise.all([
    import('./store/open-pglite.ts'),
    import('./store/pglite-pool.ts'),
  ])
  const disk = opened.use(await watchDisk(folder))
  const db = opened.adopt(await openPGlite(folder), (open) => open.close())
  const pool = pglitePool(db)
  // Nobody else can have the folder open: whoever was about to get an answer is dead.
  const store = opened.adopt(await openStore(disk.guard(pool), { isAlone: true }), (open) => open.close())
  const onError = connectionLog(log)
  // A folder that takes no socket can be worked in all the same; who looks is then told that it is in use.
  const lookers = await answerLookers(folder, store).catch(onError)
  if (lookers) opened.use(lookers)
  let queue: Promise<JobQueue> | undefined
  const openQueue = async () => {
    const { openEmbeddedQueue } = await import('./queue/embedded-queue.ts')
    // Whatever an earlier process had in work is to be handed out anew: nobody else can be at it.
    for (const lane of ['editorial', 'archive'] as const) {
      await store.takeBack(await store.handedOut(lane, { olderThanMs: 0 }))
    }
    return openEmbeddedQueue(db, pool, { onError })
  }
  const closing = opened.move()
  return {
    store,
    isFleet: false,
    limits: memoryLimits(limits),
    queue: () => (queue ??= openQueue()),
    close: async () => {
      await (await queue)?.close()
      await closing.disposeAsync()
    },
  }
}

async function openServers(
  { redis, databaseUrl }: NonNullable<Config['fleet']>,
  config: Config,
  log: Log,
): Promise<Place> {
  await using opened = new AsyncDisposableStack()
  const [{ openRedisQueue, PREFIX }, { redisLimits }] = await Promise.all([
    import('./queue/redis-queue.ts'),
    import('./limits/redis-limits.ts'),
  ])
  const onError = connectionLog(log)
  const queue = opened.adopt(await openRedisQueue(redis, { log, onError }), (open) => open.close())
  const pool = await connectPool(databaseUrl, { connections: config.concurrency + 4, onError })
  const store = opened.adopt(await openStore(pool), (open) => open.close())
  const closing = opened.move()
  return {
    store,
    isFleet: true,
    limits: redisLimits(queue.scripts, { limits: config.limits, prefix: PREFIX, onError }),
    queue: async () => queue,
    close: () => closing.disposeAsync(),
  }
}

async function connectPool(url: string, options: { connections: number; onError(error: Error): void }) {
  const { Pool } = (await import('pg')).default
  const pool = new Pool({ connectionString: url, max: options.connections, connectionTimeoutMillis: 10_000 })
  pool.on('error', options.onError)
  // The pool hears only of connections that nobody uses; one that breaks off in use would end the process.
  pool.on('connect', (client) => client.on('error', options.onError))
  try {
    await pool.query('select 1')
    return pool
  } catch (cause) {
    await pool.end()
    throw new StandpointError('DATABASE_UNREACHABLE', `PostgreSQL does not answer: ${reasonOf(cause)}`, {
      where: `DATABASE_URL, ${withoutPassword(url)}`,
      fix: 'Start the server, correct DATABASE_URL, or unset REDIS_URL and DATABASE_URL to work without servers.',
      cause,
    })
  }
}

/** A lost connection is tried again several times a second: the same reason is told once in a while, with how often it came. */
function connectionLog(log: Log): (error: Error) => void {
  const told = new Map<string, { at: number; since: number }>()
  return (error) => {
    const reason = reasonOf(error).slice(0, 200)
    const { at, since } = told.get(reason) ?? { at: Number.NEGATIVE_INFINITY, since: 0 }
    if (performance.now() - at < SAME_REASON_MS) {
      told.set(reason, { at, since: since + 1 })
      return
    }
    if (told.size > MOST_REASONS) told.clear()
    told.set(reason, { at: performance.now(), since: 0 })
    log.warn({ event: 'connection.error', reason, ...(since > 0 && { repeated: since }) })
  }
}

const SAME_REASON_MS = 30_000
const MOST_REASONS = 50

function reasonOf(cause: unknown): string {
  if (cause instanceof AggregateError) return cause.errors.map(reasonOf).join('; ')
  return cause instanceof Error ? cause.message : String(cause)
}
