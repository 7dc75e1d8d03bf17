import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { firstKey } from '../api/access.ts'
import type { Scope } from '../pipeline/schema/request-contract.ts'
import { openRuntime } from '../workers/runtime.ts'
import { newPlace, type TestPlace } from './places.ts'
import { type Served, serveIn } from './served.ts'

/** Every route of the API with who may call it: the keys with one scope each, and those without a key. */
const table: readonly [route: string, mayCall: readonly (Scope | 'nobody')[]][] = [
  ['post /v1/analyses', ['submit', 'admin']],
  ['get /v1/analyses', ['read', 'admin']],
  ['get /v1/analyses/{id}', ['read', 'admin']],
  ['delete /v1/analyses/{id}', ['submit', 'admin']],
  ['get /v1/analyses/{id}/result', ['read', 'admin']],
  ['post /v1/analyses/{id}/cancel', ['submit', 'admin']],
  ['post /v1/analyses/{id}/retry', ['submit', 'admin']],
  ['get /v1/analyses/{id}/events', ['read', 'admin']],
  ['post /v1/batches', ['submit', 'admin']],
  ['get /v1/batches', ['read', 'admin']],
  ['get /v1/batches/{id}', ['read', 'admin']],
  ['delete /v1/batches/{id}', ['submit', 'admin']],
  ['get /v1/batches/{id}/results', ['read', 'admin']],
  ['post /v1/batches/{id}/cancel', ['submit', 'admin']],
  ['get /v1/analyses/{id}/review', ['read', 'admin']],
  ['post /v1/analyses/{id}/corrections', ['review', 'admin']],
  ['post /v1/analyses/{id}/approval', ['review', 'admin']],
  ['get /v1/analyses/{id}/history', ['read', 'admin']],
  ['get /v1/search', ['read', 'admin']],
  ['post /v1/webhooks', ['submit', 'admin']],
  ['get /v1/webhooks', ['submit', 'admin']],
  ['get /v1/webhooks/{id}', ['submit', 'admin']],
  ['patch /v1/webhooks/{id}', ['submit', 'admin']],
  ['delete /v1/webhooks/{id}', ['submit', 'admin']],
  ['post /v1/webhooks/{id}/rotate', ['submit', 'admin']],
  ['post /v1/webhooks/{id}/test', ['submit', 'admin']],
  ['get /v1/webhooks/{id}/deliveries', ['submit', 'admin']],
  ['post /v1/webhooks/{id}/deliveries/{delivery}/redeliver', ['submit', 'admin']],
  ['post /v1/keys', ['admin']],
  ['get /v1/keys', ['admin']],
  ['get /v1/keys/current', ['submit', 'read', 'review', 'admin']],
  ['post /v1/keys/{id}/rotate', ['admin']],
  ['delete /v1/keys/{id}', ['admin']],
  ['get /healthz', ['nobody', 'submit', 'read', 'review', 'admin']],
  ['get /metrics', ['read', 'admin']],
  ['get /readyz', ['nobody', 'submit', 'read', 'review', 'admin']],
]
const callers = ['nobody', 'submit', 'read', 'review', 'admin'] as const

describe('who may call what', { timeout: 60_000 }, () => {
  let place: TestPlace
  let served: Served
  const keys = new Map<string, string | null>([['nobody', null]])
  beforeAll(async () => {
    place = await newPlace(undefined)
    served = await serveIn(place, { works: false })
    for (const scope of ['submit', 'read', 'review', 'admin'] as const) keys.set(scope, await served.keyWith(scope))
  })
  afterAll(async () => {
    await served?.[Symbol.asyncDispose]()
    await place?.[Symbol.asyncDispose]()
  })

  it('is written down here for every route', async () => {
    const { json } = await served.call('GET', '/openapi.json')
    const routes = Object.entries<object>(json.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    )
    expect(routes.sort()).toEqual(table.map(([route]) => route).sort())
  })

  for (const [route, mayCall] of table) {
    const [method = '', path = ''] = route.split(' ')
    it(`lets ${mayCall.join(', ')} call ${route}`, async () => {
      const let_ = []
      for (const caller of callers) {
        const { status, json } = await served.call(method.toUpperCase(), path.replaceAll(/\{\w+\}/g, 'nothing'), {
          key: keys.get(caller),
          body: method === 'post' ? {} : undefined,
        })
        if (status !== 401 && status !== 403) let_.push(caller)
        if (caller === 'nobody' && status === 401) expect(json.code).toBe('KEY_MISSING')
        if (status === 403)
          expect(json).toMatchObject({ code: 'SCOPE_MISSING', title: expect.stringContaining('lacks the scope') })
      }
      expect(let_).toEqual(callers.filter((caller) => mayCall.includes(caller)))
    })
  }

  it('refuses what is no key of ours in any form', async () => {
    const headers = [
      'Bearer sp_x',
      'Bearer',
      'Basic !!!',
      'Bearer a b',
      `Bearer ${'x'.repeat(5000)}`,
      'Digest x',
      'Basic OnNwX3g=',
    ]
    for (const authorization of headers) {
      const { status, headers: answered } = await served.call('GET', '/v1/keys/current', {
        key: null,
        headers: { authorization },
      })
      expect([authorization.slice(0, 20), status, answered.get('www-authenticate')]).toEqual([
        authorization.slice(0, 20),
        401,
        'Bearer',
      ])
    }
  })

  it('shows the queues to admins, by the password that a browser asks for, and nothing can be changed there', async () => {
    const basic = (key: string | null | undefined) => ({
      authorization: `Basic ${Buffer.from(`me:${key}`).toString('base64')}`,
    })
    const without = await served.call('GET', '/admin/queues', { key: null })
    expect([without.status, without.headers.get('www-authenticate')]).toEqual([401, expect.stringMatching(/^Basic /)])
    expect((await served.call('GET', '/admin/queues', { key: null, headers: basic(keys.get('read')) })).status).toBe(
      403,
    )
    const page = await served.call('GET', '/admin/queues', { key: null, headers: basic(served.key) })
    expect([page.status, page.headers.get('content-security-policy')]).toEqual([
      200,
      expect.stringContaining("script-src 'self';"),
    ])
    const { json } = await served.call('GET', '/admin/queues/api/queues', { key: null, headers: basic(served.key) })
    expect(
      json.queues.map(({ name, readOnlyMode }: { name: string; readOnlyMode: boolean }) => [name, readOnlyMode]),
    ).toEqual([
      ['editorial', true],
      ['archive', true],
    ])
    const emptied = await served.call('PUT', '/admin/queues/api/queues/archive/empty', {
      key: null,
      headers: basic(served.key),
    })
    expect(emptied.status).toBeGreaterThanOrEqual(400)
  })

  it('explains each error at the address that a problem names', async () => {
    const { json } = await served.call('GET', '/v1/analyses/an_nothing')
    const { text } = await served.call('GET', json.type, { key: null })
    expect(text).toBe('NOT_FOUND\n\nThere is nothing of that name.\n\nCheck the id; it may have been deleted.\n')
  })

  it('tells Prometheus how it does', async () => {
    const { text } = await served.call('GET', '/metrics')
    expect(text).toMatch(
      /standpoint_http_request_seconds_count\{method="GET",route="\/openapi.json",status="200"\} [1-9]/,
    )
    expect(text).toContain('standpoint_tasks{state="done"} 0')
  })

  it('lets no page of another origin read an answer, but for those of the settings', async () => {
    const asked = {
      method: 'OPTIONS',
      headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'GET' },
    }
    const refused = await fetch(`${served.url}/v1/analyses`, asked)
    expect(refused.headers.get('access-control-allow-origin')).toBeNull()
    await using other = await newPlace(undefined)
    await using open = await serveIn(other, {
      env: { STANDPOINT_CORS_ORIGINS: 'https://elsewhere.example' },
      works: false,
    })
    const allowed = await fetch(`${open.url}/v1/analyses`, asked)
    expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).toEqual([
      204,
      'https://elsewhere.example',
    ])
  })

  it('limits the requests of each key for itself', async () => {
    const { json } = await served.call('POST', '/v1/keys', {
      body: { name: 'few', scopes: ['read'], requestsPerMinute: 3 },
    })
    const statuses = []
    for (let request = 0; request < 5; request++)
      statuses.push(await served.call('GET', '/v1/analyses', { key: json.secret }))
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 200, 429, 429])
    expect(statuses[3]?.json).toMatchObject({ code: 'RATE_LIMITED', title: 'More than 3 requests in a minute' })
    expect(Number(statuses[3]?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await served.call('GET', '/v1/analyses')).status).toBe(200)
  })

  it('gives a key at the first start only, also when two servers start at once', async () => {
    await using other = await newPlace(undefined)
    await using store = await openRuntime(other.config)
    const keys = await Promise.all([firstKey(store.store.keys), firstKey(store.store.keys)])
    expect(keys.filter((key) => key !== undefined)).toHaveLength(1)
    expect(await firstKey(store.store.keys)).toBeUndefined()
  })
})
