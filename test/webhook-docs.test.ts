import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebhookEvent } from '../pipeline/schema/webhook-contract.ts'
import { RETRY_POLICY } from '../workers/attempt-delivery.ts'
import { freePort, start, until } from './servers.ts'

const root = resolve(import.meta.dirname, '..')
const text = await readFile(join(root, 'docs/webhooks.md'), 'utf8')
const SECRET = `whsec_${Buffer.from('a secret of thirty-two bytes ...').toString('base64')}`

describe('the receiver in docs/webhooks.md', () => {
  const opened = new AsyncDisposableStack()
  let url: string
  beforeAll(async () => {
    url = await startExample(opened)
  })
  afterAll(() => opened.disposeAsync())

  it('takes a message that is signed', async () => {
    expect(await send({ body: MESSAGE })).toBe(204)
  })

  it('takes a message that bears the signatures of two secrets', async () => {
    expect(await send({ body: MESSAGE, before: 'v1,AAAA ' })).toBe(204)
  })

  it('refuses one that was changed on its way', async () => {
    expect(await send({ body: MESSAGE, arrived: MESSAGE.replace('an_1', 'an_2') })).toBe(400)
  })

  it('refuses one that somebody sends again later', async () => {
    expect(await send({ body: MESSAGE, at: new Date(Date.now() - 600_000) })).toBe(400)
  })

  async function send(message: { body: string; arrived?: string; before?: string; at?: Date }): Promise<number> {
    const { body, arrived = body, before = '', at = new Date() } = message
    const headers = {
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': before + new Webhook(SECRET).sign('msg_1', at, body),
    }
    return (await fetch(url, { method: 'POST', headers, body: arrived })).status
  }
})

const MESSAGE = '{"type":"analysis.done","timestamp":"2026-03-02T08:15:30Z","data":{"id":"an_1"}}'

describe('docs/webhooks.md', () => {
  it('has a row for each event', () => {
    const named = [...text.matchAll(/^\| `([a-z.]+)` \|/gm)].map(([, event]) => event)
    expect(named).toEqual([...WebhookEvent.options, 'ping'])
  })

  it('has a row for each attempt', () => {
    const unit = { s: 1000, min: 60_000, h: 3_600_000 }
    const delays = [...text.matchAll(/^\| \d+ \| (\d+) (s|min|h) \|$/gm)].map(([, count, name]) =>
      name === 's' || name === 'min' || name === 'h' ? Number(count) * unit[name] : 0,
    )
    expect(delays).toEqual(RETRY_POLICY.delaysMs)
  })
})

/** Runs the example as a reader does who has copied it beside an installed library. */
async function startExample(opened: AsyncDisposableStack): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'standpoint-example-'))
  opened.defer(() => rm(folder, { recursive: true, force: true }))
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  await writeFile(join(folder, 'package.json'), '{"type":"module"}')
  const [, code = ''] = /```ts\n([\s\S]*?)```/.exec(text) ?? []
  await writeFile(join(folder, 'receiver.ts'), code)
  const port = await freePort()
  const env = { ...process.env, PORT: String(port), WEBHOOK_SECRET: SECRET }
  start(process.execPath, [join(folder, 'receiver.ts')], { cwd: folder, env }, opened)
  const url = `http://127.0.0.1:${port}/`
  await until(async () => void (await fetch(url)))
  return url
}
