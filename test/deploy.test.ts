import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { readConfig } from '../workers/config.ts'

// No container engine runs in the tests: what can be held against the code is held.

const Compose = z.object({
  services: z.object({
    redis: z.object({ command: z.array(z.string()) }),
    worker: z.object({
      command: z.array(z.string()),
      environment: z.record(z.string(), z.string()),
      stop_grace_period: z.string().regex(/^\d+s$/),
    }),
    api: z.object({ command: z.array(z.string()), environment: z.record(z.string(), z.string()) }),
  }),
})

describe('what a fleet is started with', () => {
  it('compose: the queue is kept and never evicted, and a worker has time to end', async () => {
    const { redis, worker } = (await compose()).services
    expect(redis.command.join(' ')).toMatch(/--appendonly yes.*--maxmemory-policy noeviction/)
    expect(worker.command).toEqual(['worker'])
    expect(Number.parseInt(worker.stop_grace_period, 10)).toBeGreaterThan(
      Number(worker.environment.STANDPOINT_GRACE_SECONDS),
    )
  })

  it('compose: the API serves with the settings of the workers, and does not do their work', async () => {
    const { api, worker } = (await compose()).services
    expect(api.command).toEqual(['serve', '--host', '0.0.0.0', '--no-work'])
    expect(api.environment).toEqual(worker.environment)
  })

  it('compose: every variable that it sets is one that we read, and its values pass', async () => {
    const { environment } = (await compose()).services.worker
    const filled = Object.fromEntries(
      Object.entries(environment).map(([name, value]) => [name, value.replace(/\$\{(\w+):[-?]([^}]*)\}/g, filledIn)]),
    )
    expect(readConfig(filled).fleet?.redis.hosts).toEqual([{ host: 'redis', port: 6379 }])
    await expectRead(Object.keys(environment))
  })

  it('Dockerfile: it copies what is there, and starts what is there', async () => {
    const text = await fileOf('Dockerfile')
    const copied = [...text.matchAll(/^COPY (.+) \S+$/gm)].flatMap(([, files = '']) => files.split(' '))
    expect(copied.filter((file) => !existsSync(pathOf(file)))).toEqual([])
    const [, entry = '[]'] = /^ENTRYPOINT (.+)$/m.exec(text) ?? []
    expect(JSON.parse(entry)).toEqual(['node', 'cli/main.ts'])
    expect(text).toMatch(/^USER 1000$/m)
  })

  it('systemd: a worker has time to end, and its settings are ones that we read', async () => {
    const unit = await fileOf('deploy/standpoint-worker@.service')
    const settings = [...(await fileOf('deploy/worker.env.example')).matchAll(/^(\w+)=(.*)$/gm)]
    const grace = settings.find(([, name]) => name === 'STANDPOINT_GRACE_SECONDS')?.[2]
    expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1])).toBeGreaterThan(Number(grace))
    await expectRead(settings.map(([, name = '']) => name))
  })

  it('systemd: the API is a process that signals reach, shut in as a worker is', async () => {
    const [api, worker] = await Promise.all(['', '-worker@'].map((kind) => fileOf(`deploy/standpoint${kind}.service`)))
    expect(api).toContain('ExecStart=/opt/standpoint/standpoint serve\n')
    const shutIn = (unit = '') => unit.slice(unit.indexOf('# SIGTERM'))
    expect(shutIn(api)).toBe(shutIn(worker))
  })
})

async function compose(): Promise<z.infer<typeof Compose>> {
  return Compose.parse(parse(await fileOf('compose.yaml')))
}

function filledIn(_whole: string, _name: string, otherwise: string): string {
  return otherwise.includes(' ') ? 'secret' : otherwise
}

async function expectRead(names: readonly string[]): Promise<void> {
  const source = await fileOf('workers/config.ts')
  expect(names.filter((name) => !source.includes(`  ${name}: `))).toEqual([])
}

function fileOf(name: string): Promise<string> {
  return readFile(pathOf(name), 'utf8')
}

function pathOf(name: string): string {
  return fileURLToPath(new URL(`../${name}`, import.meta.url))
}
