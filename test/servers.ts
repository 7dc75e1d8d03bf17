import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { accessSync, chownSync, existsSync, globSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import pg from 'pg'

/** A real Redis and a real PostgreSQL for one test file. `freshFleet` gives an empty database of each. */
export type Servers = AsyncDisposable & {
  freshFleet(): Promise<{ redisUrl: string; databaseUrl: string }>
}

/**
 * REDIS_URL and DATABASE_URL where they are set (of Redis its database 15 is used, in PostgreSQL new databases are made), else
 * servers of our own from the programs on this machine. Undefined where one is missing, and one line says so; with
 * STANDPOINT_REQUIRE_SERVERS=1 that is an error.
 */
export async function startServers(env: NodeJS.ProcessEnv = process.env): Promise<Servers | undefined> {
  const redisProgram = onPath('redis-server') ?? onPath('valkey-server')
  const postgresFolder = postgresPrograms()
  const missing = [
    ...(env.REDIS_URL || redisProgram ? [] : ['redis-server']),
    ...(env.DATABASE_URL || postgresFolder ? [] : ['postgresql']),
  ]
  if (missing.length > 0) return skip(missing, env)
  await using opened = new AsyncDisposableStack()
  const redisUrl = env.REDIS_URL ?? (await startRedis(redisProgram ?? '', opened))
  const databaseUrl = env.DATABASE_URL ?? (await startPostgres(postgresFolder ?? '', opened))
  const closing = opened.move()
  return {
    freshFleet: async () => ({
      redisUrl: await emptyRedis(redisUrl),
      databaseUrl: await newDatabase(databaseUrl, closing),
    }),
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  }
}

/** Says which suites are left out for want of a program; where servers are required, an error. */
export function skip(missing: readonly string[], env: NodeJS.ProcessEnv = process.env): undefined {
  const what = `no ${missing.join(' and no ')} on this machine (Debian: apt-get install redis-server postgresql)`
  if (env.STANDPOINT_REQUIRE_SERVERS === '1') throw new Error(`The tests need servers: ${what}`)
  process.stderr.write(`Skipped the tests on Redis with PostgreSQL: ${what}\n`)
}

async function startRedis(program: string, opened: AsyncDisposableStack): Promise<string> {
  const port = await freePort()
  start(program, ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], {}, opened)
  const url = `redis://127.0.0.1:${port}`
  await until(() => pingRedis(url))
  return url
}

export async function pingRedis(url: string): Promise<void> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 })
  redis.on('error', () => {})
  try {
    await redis.connect()
    await redis.ping()
  } finally {
    redis.disconnect()
  }
}

async function startPostgres(programs: string, opened: AsyncDisposableStack): Promise<string> {
  const { folder, user, data } = await newCluster(programs, opened)
  const port = await freePort()
  const options = ['-D', data, '-p', String(port), '-k', folder, '-h', '127.0.0.1', '-F', '-c', 'max_connections=200']
  start(join(programs, 'postgres'), options, { ...user, cwd: folder }, opened)
  const url = `postgres://tester@127.0.0.1:${port}/postgres`
  await until(() => queryOnce(url, 'select 1'))
  return url
}

/** A new data folder of PostgreSQL, for the user `tester`. */
export async function newCluster(programs: string, opened: AsyncDisposableStack) {
  const folder = await mkdtemp(join(tmpdir(), 'standpoint-postgres-'))
  opened.defer(() => rm(folder, { recursive: true, force: true }))
  const user = unprivileged()
  if (user) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const made = spawnSync(join(programs, 'initdb'), ['-D', data, '-U', 'tester', '--auth=trust', '-N', '-E', 'UTF8'], {
    ...user,
    cwd: folder,
    encoding: 'utf8',
  })
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`)
  return { folder, user, data }
}

export function start(
  program: string,
  args: readonly string[],
  options: { uid?: number; gid?: number; cwd?: string; env?: NodeJS.ProcessEnv },
  opened: AsyncDisposableStack,
): ChildProcess {
  const child = spawn(program, args, { ...options, stdio: 'ignore' })
  const kill = () => void child.kill('SIGKILL')
  process.once('exit', kill)
  opened.defer(async () => {
    process.off('exit', kill)
    await ended(child)
  })
  return child
}

/** SIGINT is PostgreSQL's fast shutdown; Redis takes it as well. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const { promise, resolve } = Promise.withResolvers<void>()
  child.once('exit', () => resolve())
  child.kill('SIGINT')
  await promise
}

async function emptyRedis(url: string): Promise<string> {
  const address = new URL(url)
  address.pathname = '/15'
  const redis = new Redis(address.href)
  await redis.flushdb()
  redis.disconnect()
  return address.href
}

let databases = 0

async function newDatabase(url: string, closing: AsyncDisposableStack): Promise<string> {
  const name = `standpoint_test_${process.pid}_${++databases}`
  await queryOnce(url, `create database ${name}`)
  closing.defer(() => queryOnce(url, `drop database if exists ${name} with (force)`))
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

export async function queryOnce(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(text).finally(() => client.end())
}

export async function until(works: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await works()
    } catch (error) {
      if (attempt === 200) throw error
      await sleep(100)
    }
  }
}

export async function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>()
  const server = createServer().listen(0, '127.0.0.1', () => {
    const address = server.address()
    server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0))
  })
  return promise
}

export function onPath(program: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.map((folder) => join(folder, program)).find((file) => isRunnable(file))
}

function isRunnable(file: string): boolean {
  try {
    accessSync(file, 1)
    return true
  } catch {
    return false
  }
}

/** The folder with `initdb` and `postgres`: Debian keeps them off the path. */
export function postgresPrograms(): string | undefined {
  const debian = globSync('/usr/lib/postgresql/*/bin').sort((a, b) => versionIn(b) - versionIn(a))
  const listed = onPath('postgres')
  return [...debian, ...(listed ? [dirname(listed)] : [])].find((folder) => existsSync(join(folder, 'initdb')))
}

function versionIn(folder: string): number {
  return Number(/(\d+)\/bin$/.exec(folder)?.[1] ?? 0)
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const idOf = (flag: string, name: string) => spawnSync('id', [flag, name], { encoding: 'utf8' })
  const name = idOf('-u', 'postgres').status === 0 ? 'postgres' : 'nobody'
  return { uid: Number(idOf('-u', name).stdout), gid: Number(idOf('-g', name).stdout) }
}
