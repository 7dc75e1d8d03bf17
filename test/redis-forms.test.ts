import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { afterAll, describe, expect, it } from 'vitest'
import { runBatch } from '../workers/batch.ts'
import { openRuntime } from '../workers/runtime.ts'
import { articlesOf, newPlace, numberedReports, placeIn } from './places.ts'
import { fakeAnalyse, fakeRead, fakeRecipe } from './scripted-analyse.fake.ts'
import { freePort, onPath, pingRedis, start, startServers, until } from './servers.ts'

// Each form of REDIS_URL against real servers of that kind, with PostgreSQL beside them.

const program = onPath('redis-server') ?? ''
const servers = await startServers()
afterAll(() => servers?.[Symbol.asyncDispose]())
const COUNT = 20

describe.skipIf(servers === undefined || program === '')('a batch on a fleet', { timeout: 90_000 }, () => {
  it('works over TLS, with a password', async () => {
    await using opened = new AsyncDisposableStack()
    const folder = await newFolder(opened)
    const port = await freePort()
    const made = spawnSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-keyout',
        'key.pem',
        '-out',
        'cert.pem',
        '-days',
        '1',
        '-subj',
        '/CN=localhost',
        '-addext',
        'subjectAltName=DNS:localhost',
      ],
      { cwd: folder, encoding: 'utf8' },
    )
    expect(made.status, made.stderr).toBe(0)
    const tls = [
      '--port',
      '0',
      '--tls-port',
      String(port),
      '--tls-cert-file',
      'cert.pem',
      '--tls-key-file',
      'key.pem',
      '--tls-ca-cert-file',
      'cert.pem',
      '--tls-auth-clients',
      'no',
    ]
    start(program, [...tls, '--requirepass', 's3cret/', '--save', ''], { cwd: folder }, opened)
    const ca = await readFile(join(folder, 'cert.pem'), 'utf8')
    const address = `rediss://:s3cret%2F@localhost:${port}`
    await until(async () => {
      const redis = new Redis(port, 'localhost', {
        tls: { ca },
        password: 's3cret/',
        lazyConnect: true,
        retryStrategy: () => null,
      })
      redis.on('error', () => {})
      await redis.connect().finally(() => redis.disconnect())
    })
    // As an operator gives the certificate of an authority of their own.
    const run = spawnSync(
      process.execPath,
      [join(import.meta.dirname, 'redis-forms-process.ts'), address, await database(), String(COUNT)],
      {
        env: { ...process.env, NODE_EXTRA_CA_CERTS: join(folder, 'cert.pem') },
        encoding: 'utf8',
      },
    )
    expect(run.stdout, run.stderr).toBe(`${COUNT}\n`)
  })

  it('works on a cluster', async () => {
    await using opened = new AsyncDisposableStack()
    const folder = await newFolder(opened)
    const ports = [await freePort(), await freePort(), await freePort()]
    for (const port of ports) {
      await mkdir(join(folder, String(port)))
      const args = [
        '--port',
        String(port),
        '--cluster-enabled',
        'yes',
        '--cluster-port',
        String(await freePort()),
        '--cluster-node-timeout',
        '2000',
        '--save',
        '',
      ]
      start(program, args, { cwd: join(folder, String(port)) }, opened)
    }
    for (const port of ports) await until(() => pingRedis(`redis://127.0.0.1:${port}`))
    const nodes = ports.map((port) => `127.0.0.1:${port}`)
    const made = spawnSync('redis-cli', ['--cluster', 'create', ...nodes, '--cluster-yes'], {
      encoding: 'utf8',
      timeout: 30_000,
    })
    expect(made.status, made.stdout).toBe(0)
    for (const port of ports) await until(() => expectClusterAt(port))
    expect(await doneOn(`redis+cluster://${nodes[0]},${nodes[1]}`)).toBe(COUNT)
  })

  it('goes on when the master dies in the middle and sentinels name another', async () => {
    await using opened = new AsyncDisposableStack()
    const folder = await newFolder(opened)
    const [master, replica] = [await freePort(), await freePort()]
    const first = start(program, ['--port', String(master), '--save', ''], { cwd: folder }, opened)
    start(
      program,
      ['--port', String(replica), '--replicaof', `127.0.0.1 ${master}`, '--save', ''],
      { cwd: folder },
      opened,
    )
    for (const port of [master, replica]) await until(() => pingRedis(`redis://127.0.0.1:${port}`))
    const sentinel = await freePort()
    const config = join(folder, 'sentinel.conf')
    await writeFile(config, sentinelConfig(sentinel, master))
    start(program, [config, '--sentinel'], { cwd: folder }, opened)
    await until(async () => {
      const asked = spawnSync('redis-cli', ['-p', String(sentinel), 'sentinel', 'replicas', 'queue'], {
        encoding: 'utf8',
      })
      if (!asked.stdout.includes(String(replica))) throw new Error('the sentinel does not know the replica yet')
    })
    const done = await doneOn(`redis+sentinel://127.0.0.1:${sentinel}/queue`, () => first.kill('SIGKILL'))
    expect(done).toBe(COUNT)
  })
})

/** A node answers questions only once it has heard that every slot has an owner. */
async function expectClusterAt(port: number): Promise<void> {
  const redis = new Redis(port, '127.0.0.1', { lazyConnect: true })
  try {
    await redis.connect()
    expect(await redis.cluster('INFO')).toContain('cluster_state:ok')
  } finally {
    redis.disconnect()
  }
}

it('says that no cluster and no sentinel answers, in time', { timeout: 60_000 }, async () => {
  for (const redisUrl of ['redis+cluster://127.0.0.1:1', 'redis+sentinel://127.0.0.1:1/queue']) {
    const { config } = placeIn('/nowhere', { redisUrl, databaseUrl: 'postgres://127.0.0.1:1/none' })
    await expect(openRuntime({ ...config, logLevel: 'silent' })).rejects.toMatchObject({ code: 'REDIS_UNREACHABLE' })
  }
})

function sentinelConfig(port: number, master: number): string {
  return [
    `port ${port}`,
    `sentinel monitor queue 127.0.0.1 ${master} 1`,
    'sentinel down-after-milliseconds queue 1000',
    'sentinel failover-timeout queue 3000',
    '',
  ].join('\n')
}

/** A batch and its worker in this process; `inTheMiddle` when a few articles are done. */
async function doneOn(redisUrl: string, inTheMiddle: () => void = () => {}): Promise<number> {
  await using place = await newPlace(undefined)
  const { config } = placeIn(place.folder, { redisUrl, databaseUrl: await database() })
  let ended = 0
  const analyse = fakeAnalyse(async () => {
    await sleep(50)
    if (++ended === 5) inTheMiddle()
  })
  await using worker = await openRuntime(config, { read: fakeRead, analyse })
  await worker.work()
  await using runtime = await openRuntime(config, { read: fakeRead, analyse })
  const records = articlesOf(numberedReports(COUNT))
  return (await runBatch(runtime, { records, recipe: fakeRecipe, out: place.out })).done
}

async function database(): Promise<string> {
  return (await servers?.freshFleet())?.databaseUrl ?? ''
}

async function newFolder(opened: AsyncDisposableStack): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'standpoint-redis-'))
  opened.defer(() => rm(folder, { recursive: true, force: true }))
  return folder
}
