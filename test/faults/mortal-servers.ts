import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, newCluster, onPath, pingRedis, postgresPrograms, queryOnce, until } from '../servers.ts'

/** A server that may be killed and started again at the same address. */
type MortalServer = {
  url: string
  /** Ends it at once, as a power cut does, and starts it again; `emptied`: without what it held. */
  restart(options?: { emptied: boolean }): Promise<void>
}
export type MortalServers = AsyncDisposable & { redis: MortalServer; postgres: MortalServer }

/** Undefined where a program is missing on this machine. */
export async function startMortalServers(): Promise<MortalServers | undefined> {
  const redisProgram = onPath('redis-server') ?? onPath('valkey-server')
  const programs = postgresPrograms()
  if (redisProgram === undefined || programs === undefined) return undefined
  await using opened = new AsyncDisposableStack()
  const redis = await mortalRedis(redisProgram, opened)
  const postgres = await mortalPostgres(programs, opened)
  const closing = opened.move()
  return { redis, postgres, [Symbol.asyncDispose]: () => closing.disposeAsync() }
}

/** With its append-only file, written as often as it is by default: a second's worth may be lost. */
async function mortalRedis(program: string, opened: AsyncDisposableStack): Promise<MortalServer> {
  const folder = await mkdtemp(join(tmpdir(), 'standpoint-redis-'))
  opened.defer(() => rm(folder, { recursive: true, force: true }))
  const port = await freePort()
  const url = `redis://127.0.0.1:${port}`
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--appendonly', 'yes', '--save', '']
  const process = mortal(() => spawn(program, args, { stdio: 'ignore' }), opened)
  await until(() => pingRedis(url))
  return {
    url,
    async restart({ emptied } = { emptied: false }) {
      await process.kill('SIGKILL')
      if (emptied) await rm(join(folder, 'appendonlydir'), { recursive: true, force: true })
      process.start()
      await until(() => pingRedis(url))
    },
  }
}

/**
 * SIGQUIT is PostgreSQL's immediate shutdown: no checkpoint, and recovery from the log when it starts again. Only its processes
 * die, and the system keeps what they wrote, so commits need not wait for the disk (-F): with 0.12 s for each flush the run took
 * five times as long, and its time was up.
 */
async function mortalPostgres(programs: string, opened: AsyncDisposableStack): Promise<MortalServer> {
  const { folder, user, data } = await newCluster(programs, opened)
  const port = await freePort()
  const url = `postgres://tester@127.0.0.1:${port}/postgres`
  const args = ['-D', data, '-p', String(port), '-k', folder, '-h', '127.0.0.1', '-F', '-c', 'max_connections=200']
  const start = () => spawn(join(programs, 'postgres'), args, { ...user, cwd: folder, stdio: 'ignore' })
  const process = mortal(start, opened)
  await until(() => queryOnce(url, 'select 1'))
  return {
    url,
    async restart() {
      await process.kill('SIGQUIT')
      process.start()
      await until(() => queryOnce(url, 'select 1'))
    },
  }
}

function mortal(spawnIt: () => ChildProcess, opened: AsyncDisposableStack) {
  let child = spawnIt()
  const kill = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const { promise, resolve } = Promise.withResolvers<void>()
    child.once('exit', () => resolve())
    child.kill(signal)
    await promise
  }
  const killNow = () => void child.kill('SIGKILL')
  process.once('exit', killNow)
  opened.defer(async () => {
    process.off('exit', killNow)
    await kill('SIGINT')
  })
  return {
    kill,
    start: () => {
      child = spawnIt()
    },
  }
}
