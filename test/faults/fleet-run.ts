import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import pg from 'pg'
import { openStore } from '../../workers/store/store.ts'
import { writeArticles } from './articles.ts'
import { faultyProvider } from './faulty-provider.fake.ts'
import { installWitness, type Query, type Report, reportOf } from './invariants.ts'
import type { MortalServers } from './mortal-servers.ts'
import { type Random, randomFrom } from './random.ts'
import { type StandpointProcess, startStandpoint } from './standpoint-process.ts'

export type FleetPlan = {
  articles: number
  /** Blows of every kind together: at processes, servers and connections. */
  blows: number
  /** Share of the provider's answers that are none. */
  providerFaults: number
  seed: number
  workers: number
  /** So many requests are never answered. */
  hangs?: number
  /** The fault of `mutants.ts` that every process of Standpoint has. */
  mutant?: string
  /** The run is given up after so long, and whatever is open then is reported. */
  mostSeconds: number
  onProgress?(text: string): void
}

type Blow =
  | 'worker killed'
  | 'batch killed'
  | 'Redis killed'
  | 'Redis emptied'
  | 'PostgreSQL stopped at once'
  | 'connections to PostgreSQL cut'
  | 'connections to Redis cut'

const BLOWS: readonly (readonly [Blow, weight: number])[] = [
  ['worker killed', 12],
  ['batch killed', 1],
  ['Redis killed', 1],
  ['Redis emptied', 1],
  ['PostgreSQL stopped at once', 1],
  ['connections to PostgreSQL cut', 1],
  ['connections to Redis cut', 1],
]

/**
 * A batch on a fleet of real processes, with a faulty FAKE provider, while blows fall: each when so many articles are done, so that
 * they fall all over the run. Ends when the batch has written its results, or when the time is up.
 */
export async function runOnFleet(servers: MortalServers, plan: FleetPlan): Promise<Report> {
  const started = performance.now()
  await using opened = new AsyncDisposableStack()
  const random = randomFrom(plan.seed)
  const folder = await mkdtemp(join(tmpdir(), 'standpoint-faults-'))
  opened.defer(() => rm(folder, { recursive: true, force: true }))
  const provider = opened.use(await faultyProvider({ random, share: plan.providerFaults, hangs: plan.hangs }))
  const input = join(folder, 'articles.jsonl')
  const out = join(folder, 'results.jsonl')
  const ids = await writeArticles(input, plan.articles)
  const fleet = await emptyFleet(servers, opened)
  await (await openStore(new pg.Pool({ connectionString: fleet.databaseUrl }))).close()
  await installWitness(fleet.query)
  const env = {
    REDIS_URL: servers.redis.url,
    DATABASE_URL: fleet.databaseUrl,
    OPENAI_BASE_URL: provider.baseUrl,
    STANDPOINT_MODEL: 'fake-model',
    STANDPOINT_LOG: 'error',
    STANDPOINT_CONCURRENCY: String(CALLS_AT_ONCE),
  }
  const house = newHouse({ env, input, out, plan })
  opened.defer(house.end)
  const blows = await strike({ plan, random, house, servers, fleet })
  await Promise.race([house.written(), house.outOfTime])
  await house.end()
  const seconds = Math.round((performance.now() - started) / 1000)
  const deaths = [...blows.values()].reduce((sum, count) => sum + count, 0)
  return await reportOf({
    query: fleet.query,
    provider,
    ids,
    out,
    faults: blows,
    inFlight: CALLS_AT_ONCE * deaths,
    ownEnds: house.ownEnds.length,
    seconds,
  })
}

/** Of one process, about as many articles. */
const CALLS_AT_ONCE = 8

type Fleet = { databaseUrl: string; query: Query }

/** An empty Redis and a new database, which is looked into over connections that are opened anew for each question. */
async function emptyFleet({ redis, postgres }: MortalServers, opened: AsyncDisposableStack): Promise<Fleet> {
  await atRedis(redis.url, (connection) => connection.flushall())
  const name = `faults_${process.pid}_${Math.random().toString(36).slice(2, 8)}`
  await ask(postgres.url, `create database ${name}`)
  opened.defer(async () => void (await ask(postgres.url, `drop database if exists ${name} with (force)`)))
  const address = new URL(postgres.url)
  address.pathname = `/${name}`
  return { databaseUrl: address.href, query: (text) => ask(address.href, text) }
}

/** The processes of a run. Whoever ends although nobody killed it is started again, and counted. */
function newHouse({
  env,
  input,
  out,
  plan,
}: {
  env: Record<string, string>
  input: string
  out: string
  plan: FleetPlan
}) {
  const over = AbortSignal.timeout(plan.mostSeconds * 1000)
  const { promise: outOfTime, resolve: giveUp } = Promise.withResolvers<void>()
  over.addEventListener('abort', () => giveUp())
  const { promise: isWritten, resolve: noteWritten } = Promise.withResolvers<void>()
  const ownEnds: string[] = []
  let isOver = false
  const startWorker = (index: number) => {
    const worker = startStandpoint(['worker'], { env, mutant: plan.mutant, clockJumps: index === 0 })
    void worker.ended.then(({ code, signal, stderr }) => {
      if (isOver || signal === 'SIGKILL') return
      plan.onProgress?.(`a worker ended with ${code}, and is started again: ${stderr.slice(-1000)}`)
      ownEnds.push(stderr)
      setTimeout(() => {
        if (!isOver) workers[index] = startWorker(index)
      }, 1000)
    })
    return worker
  }
  const startBatch = () =>
    startStandpoint(['batch', input, '--out', out, '--mode', 'chain', '--json'], { env, mutant: plan.mutant })
  const workers = Array.from({ length: plan.workers }, (_, index) => startWorker(index))
  let batch = startBatch()
  const watchBatch = async (process: StandpointProcess): Promise<void> => {
    const { code, signal, stderr } = await process.ended
    if (isOver || signal === 'SIGKILL') return
    if (code === 0 || code === 3) return noteWritten()
    plan.onProgress?.(`the batch ended with ${code}, and is run again: ${stderr.slice(-300)}`)
    await sleep(1000)
    rerunBatch()
  }
  const rerunBatch = () => {
    if (isOver) return
    batch = startBatch()
    void watchBatch(batch)
  }
  void watchBatch(batch)
  return {
    /** What workers said that ended by themselves: they should go on, whatever happens to the servers. */
    ownEnds,
    outOfTime,
    isOutOfTime: () => over.aborted,
    written: () => isWritten,
    async killWorker(index: number) {
      await workers[index]?.kill('SIGKILL')
      workers[index] = startWorker(index)
    },
    async killBatch() {
      await batch.kill('SIGKILL')
      rerunBatch()
    },
    async end() {
      isOver = true
      await Promise.all([batch, ...workers].map((process) => process.kill('SIGKILL')))
    },
  }
}

type Striking = {
  plan: FleetPlan
  random: Random
  house: ReturnType<typeof newHouse>
  servers: MortalServers
  fleet: Fleet
}

async function strike({ plan, random, house, servers, fleet }: Striking): Promise<Map<string, number>> {
  const struck = new Map<string, number>()
  for (const [index, blow] of blowsOf(plan, random).entries()) {
    const share = (index + 1) / (plan.blows + 1)
    await untilDone(Math.floor(share * plan.articles), fleet, house)
    if (house.isOutOfTime()) break
    struck.set(blow, (struck.get(blow) ?? 0) + 1)
    plan.onProgress?.(`${Math.round(share * 100)} %: ${blow}`)
    await deal(blow, { random, house, servers, fleet, plan })
  }
  return struck
}

/** Each kind once where there are enough, and more of each by its weight; in an order of chance. */
function blowsOf({ blows }: FleetPlan, random: Random): Blow[] {
  const first = blows >= BLOWS.length ? BLOWS.map(([kind]) => kind) : []
  const all = [...first, ...Array.from({ length: blows - first.length }, () => random.pick(BLOWS))]
  return all
    .map((blow) => ({ blow, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ blow }) => blow)
}

async function deal(blow: Blow, { plan, random, house, servers, fleet }: Striking): Promise<void> {
  switch (blow) {
    case 'worker killed':
      return house.killWorker(random.between(0, plan.workers - 1))
    case 'batch killed':
      return house.killBatch()
    case 'Redis killed':
      return servers.redis.restart()
    case 'Redis emptied':
      return servers.redis.restart({ emptied: true })
    case 'PostgreSQL stopped at once':
      return servers.postgres.restart()
    case 'connections to PostgreSQL cut':
      return void (await fleet.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      ))
    case 'connections to Redis cut':
      return atRedis(servers.redis.url, (redis) => redis.call('CLIENT', 'KILL', 'TYPE', 'normal'))
  }
}

async function untilDone(count: number, { query }: Fleet, { isOutOfTime }: ReturnType<typeof newHouse>): Promise<void> {
  while (!isOutOfTime()) {
    const [row] = await query(
      "select count(*)::int as done from standpoint.tasks where state in ('done', 'failed')",
    ).catch(() => [])
    if (Number(row?.done ?? 0) >= count) return
    await sleep(250)
  }
}

async function ask(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {}) // the server may be stopped at any time
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

async function atRedis(url: string, act: (redis: Redis) => Promise<unknown>): Promise<void> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null })
  redis.on('error', () => {})
  try {
    await redis.connect()
    await act(redis).catch(() => {}) // it may cut its own connection
  } finally {
    redis.disconnect()
  }
}
