import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Problem } from '../api/shapes.ts'
import { newPlace, reportOn, type TestPlace } from './places.ts'
import { fakeAnalyse, fakeRead } from './scripted-analyse.fake.ts'
import { type Served, serveIn } from './served.ts'
import { startServers } from './servers.ts'

const servers = await startServers()
afterAll(() => servers?.[Symbol.asyncDispose]())
const backends = [
  { name: 'embedded', isThere: true, placeOf: () => newPlace(undefined) },
  { name: 'on Redis with PostgreSQL', isThere: servers !== undefined, placeOf: () => newPlace(servers) },
]
const RUNS = 60

type Operation = { method: string; path: string; hasBody: boolean }

for (const { name, isThere, placeOf } of backends) {
  describe.skipIf(!isThere)(`hostile requests ${name}`, { timeout: 120_000 }, () => {
    let place: TestPlace
    let served: Served
    let operations: Operation[] = []
    let tried = 0
    beforeAll(async () => {
      place = await placeOf()
      // Addresses that are made up must not be asked.
      served = await serveIn(place, { read: fakeRead, analyse: fakeAnalyse(), env: { STANDPOINT_FETCH: 'off' } })
      const { json } = await served.call('GET', '/openapi.json')
      operations = Object.entries<Record<string, { requestBody?: unknown }>>(json.paths).flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, { requestBody }]) => ({
          method: method.toUpperCase(),
          path,
          hasBody: requestBody !== undefined,
        })),
      )
      await served.call('POST', '/v1/analyses', {
        body: { id: 'known', text: reportOn('fuzz') },
        headers: { prefer: 'wait=20' },
      })
    })
    afterAll(async () => {
      process.stderr.write(`${tried} requests to ${operations.length} routes ${name}\n`)
      await served?.[Symbol.asyncDispose]()
      await place?.[Symbol.asyncDispose]()
    })

    /** A fault of the client is told as such, in the shape that is promised, and nothing is a fault of the server. */
    const expectAnswered = async (method: string, path: string, options: Parameters<Served['call']>[2]) => {
      tried++
      const answer = await served.call(method, path, options)
      if (answer.status >= 500) throw new Error(`${answer.status} from ${method} ${path}: ${answer.text}`)
      if (answer.status < 400) return
      expect(Problem.parse(answer.json).status).toBe(answer.status)
      expect(answer.headers.get('content-type')).toContain('application/problem+json')
    }

    it('get an answer that is promised, whatever they hold', async () => {
      const text = fc.oneof(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.constantFrom('', '\u0000', '../../etc/passwd', "' or 1=1 --", '%', '\ud800', '١٢', '-1', '1e9', 'known'),
      )
      const body = fc.oneof(
        fc.jsonValue(),
        fc.record(
          {
            text: fc.oneof(fc.constant(reportOn('fuzz')), text),
            html: fc.oneof(text, fc.constant('<p>'.repeat(2000))),
            ninjs: fc.oneof(fc.jsonValue(), fc.record({ body_text: text, uri: text })),
            id: text,
            title: text,
            url: fc.oneof(text, fc.webUrl()),
            outlet: text,
            publishedAt: text,
            language: text,
            name: text,
            scopes: fc.array(fc.constantFrom('read', 'submit', 'root')),
            options: fc.oneof(
              fc.jsonValue(),
              fc.record(
                { language: text, targets: fc.array(text), length: fc.constantFrom('long', 'x') },
                { requiredKeys: [] },
              ),
            ),
          },
          { requiredKeys: [] },
        ),
      )
      const query = fc.dictionary(
        fc.constantFrom('limit', 'after', 'state', 'from', 'to', 'outlet', 'include', 'x', 'target'),
        text,
        { maxKeys: 4 },
      )
      await fc.assert(
        fc.asyncProperty(fc.nat(), text, body, query, async (pick, id, sent, asked) => {
          const operation = operations[pick % operations.length]
          if (operation === undefined) return
          const path = operation.path.replaceAll(/\{\w+\}/g, encodeURIComponent(id.toWellFormed()) || 'x')
          const search = new URLSearchParams(Object.entries(asked).map(([key, value]) => [key, value.toWellFormed()]))
          if (operation.path.endsWith('/events')) return
          await expectAnswered(operation.method, `${path}?${search}`, operation.hasBody ? { body: sent } : {})
        }),
        { numRuns: RUNS * 10 },
      )
    })

    it('get one when headers and bodies are not what they say', async () => {
      const types = [
        'application/json',
        'application/x-ndjson',
        'text/plain',
        'multipart/form-data; boundary=x',
        'nonsense',
        'application/json; charset=utf-16',
      ]
      const raws = [
        '',
        '{',
        'null',
        '[]',
        '"x"',
        '{"text":',
        '{"__proto__":{"x":1}}',
        '\u0000',
        '{"text":"\\ud800"}',
        '['.repeat(20_000),
      ]
      for (const type of types) {
        for (const raw of raws) {
          for (const path of ['/v1/analyses', '/v1/batches', '/v1/keys']) {
            await expectAnswered('POST', path, {
              raw,
              headers: {
                'content-type': type,
                prefer: 'wait=-1',
                'idempotency-key': `${type} ${raw.length}`.slice(0, 100),
              },
            })
          }
        }
      }
    })

    it('get one when they are too large, and the connection ends', async () => {
      const { status, json } = await served
        .call('POST', '/v1/analyses', { body: { text: 'x'.repeat(9_000_000) } })
        .catch(() => ({ status: 413, json: { code: 'ARTICLE_TOO_LARGE' } }))
      expect([status, json.code]).toEqual([413, 'ARTICLE_TOO_LARGE'])
    })

    it('do not keep others waiting when they are sent half, or byte by byte', async () => {
      const { hostname, port } = new URL(served.url)
      const head = `POST /v1/analyses HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${served.key}\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{"text":"`
      const halves = Array.from({ length: 50 }, () => {
        const socket = connect(Number(port), hostname).resume()
        socket.on('error', () => {}).write(head)
        return socket
      })
      const broken = halves.map((socket) => new Promise((resolve) => socket.once('close', resolve)))
      await sleep(200)
      expect((await served.call('GET', '/healthz')).status).toBe(200)
      for (const socket of halves.slice(0, 25)) socket.destroy()
      for (const socket of halves.slice(25)) socket.end()
      await Promise.all(broken)
      expect((await served.call('GET', '/v1/analyses')).status).toBe(200)
    })

    it('leave the server alone when they stop listening to what they asked for', async () => {
      const { json } = await served.call('POST', '/v1/analyses', { body: { text: reportOn('gone'), lane: 'archive' } })
      for (let visitor = 0; visitor < 30; visitor++) {
        const stop = new AbortController()
        const asked = fetch(`${served.url}/v1/analyses/${json.id}/events`, {
          headers: { authorization: `Bearer ${served.key}` },
          signal: stop.signal,
        })
        if (visitor % 2 === 0) await asked
        stop.abort()
        await asked.catch(() => {})
      }
      expect((await served.call('GET', '/readyz')).status).toBe(200)
    })
  })
}

describe('a full queue', { timeout: 60_000 }, () => {
  it('says 503 and when to come again, and takes articles again when there is room', async () => {
    await using place = await newPlace(undefined)
    await using served = await serveIn(place, { env: { STANDPOINT_MOST_WAITING: '3' }, works: false })
    const statuses = []
    for (let each = 0; each < 5; each++)
      statuses.push(await served.call('POST', '/v1/analyses', { body: { text: reportOn(`queue ${each}`) } }))
    expect(statuses.map(({ status }) => status)).toEqual([202, 202, 202, 503, 503])
    expect(statuses[4]?.json.code).toBe('QUEUE_FULL')
    expect(statuses[4]?.headers.get('retry-after')).toBe('5')
    expect((await served.call('GET', '/readyz')).status).toBe(200)
  })
})
