import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Scope } from '../pipeline/schema/request-contract.ts'
import { WebhookEvent } from '../pipeline/schema/webhook-contract.ts'
import type { Runtime } from '../workers/runtime.ts'
import { newPlace, reportOn, type TestPlace } from './places.ts'
import { newReceiver } from './receiver.fake.ts'
import { fakeAnalyse, fakeRead } from './scripted-analyse.fake.ts'
import { type Served, serveIn } from './served.ts'
import { startServers } from './servers.ts'

const servers = await startServers()
afterAll(() => servers?.[Symbol.asyncDispose]())

const places = [
  { name: 'embedded', isThere: true, placeOf: () => newPlace(undefined) },
  { name: 'on Redis with PostgreSQL', isThere: servers !== undefined, placeOf: () => newPlace(servers) },
]
/** Receivers of these tests, and addresses that nothing is sent to. */
const ALLOWED = ['127.0.0.0/8', '192.0.2.0/24']
const EVENTS = ['analysis.done', 'batch.done']

for (const { name, isThere, placeOf } of places) {
  describe.skipIf(!isThere)(`the API with webhooks ${name}`, { timeout: 60_000 }, () => {
    it('tells a receiver that an article and a batch are done, with secrets that are shown once', async () => {
      await using house = await openHouse(await placeOf())
      await using receiver = await newReceiver()
      const call = await house.callerWith(['submit'])
      const made = await call('POST', '/v1/webhooks', { url: receiver.url, events: EVENTS })
      expect(made).toMatchObject({ status: 201, body: { enabled: true, events: EVENTS } })
      const { id, secret } = made.body
      await house.runtime.work()
      await house.runtime.deliver()
      const asked = await call('POST', '/v1/analyses', { text: reportOn('tolls'), title: 'Tolls' })
      const batch = await call('POST', '/v1/batches', JSON.stringify({ id: 'a', text: reportOn('ferries') }))
      const messages = await receiver.until(2)
      const told = messages.map(({ body, headers }) => new Webhook(secret).verify(body, namesOf(headers)))
      expect(told).toContainEqual(expect.objectContaining({ data: expect.objectContaining({ id: asked.body.id }) }))
      expect(told).toContainEqual(expect.objectContaining({ data: expect.objectContaining({ id: batch.body.id }) }))
      expect(JSON.stringify((await call('GET', `/v1/webhooks/${id}`)).body)).not.toContain(secret)
    })
  })
}

describe('webhooks over the API', { timeout: 60_000 }, () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse(await newPlace(undefined))
  })
  afterAll(() => house[Symbol.asyncDispose]())

  it('sends a test, shows what became of it page by page, and sends it again', async () => {
    await using receiver = await newReceiver()
    const call = await house.callerWith(['submit'])
    const { id } = (await call('POST', '/v1/webhooks', { url: receiver.url, events: EVENTS })).body
    await house.runtime.deliver()
    const sent = [await call('POST', `/v1/webhooks/${id}/test`), await call('POST', `/v1/webhooks/${id}/test`)]
    expect(sent).toMatchObject([{ status: 202 }, { status: 202, body: { message: { type: 'ping', data: { id } } } }])
    await receiver.until(2)
    const again = await call('POST', `/v1/webhooks/${id}/deliveries/${sent[0]?.body.id}/redeliver`)
    expect(again.status).toBe(202)
    expect((await receiver.until(3))[2]?.id).toBe(sent[0]?.body.id)
    const first = await call('GET', `/v1/webhooks/${id}/deliveries?limit=1`)
    const second = await call('GET', `/v1/webhooks/${id}/deliveries?limit=1&after=${first.body.next}`)
    expect([first, second].map(({ body }) => body.items[0].id)).toEqual([sent[1]?.body.id, sent[0]?.body.id])
    expect(second.body.next).toBeUndefined()
    expect((await call('GET', `/v1/webhooks/${id}/deliveries?state=failed`)).body.items).toEqual([])
  })

  it('lets a key see and change its own webhooks only, and an admin all', async () => {
    const [mine, other, admin] = [
      await house.callerWith(['submit']),
      await house.callerWith(['submit']),
      await house.callerWith(['admin']),
    ]
    const { id } = (await mine('POST', '/v1/webhooks', { url: 'https://192.0.2.1/hook', events: EVENTS })).body
    const tries = ['GET /', 'PATCH /', 'DELETE /', 'POST /rotate', 'POST /test', 'GET /deliveries'].map((each) => {
      const [method = '', path = ''] = each.split(' ')
      return other(method, `/v1/webhooks/${id}${path === '/' ? '' : path}`, method === 'PATCH' ? {} : undefined)
    })
    expect((await Promise.all(tries)).map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404])
    expect((await other('GET', '/v1/webhooks')).body.items).toEqual([])
    expect((await mine('GET', '/v1/webhooks')).body.items).toHaveLength(1)
    expect((await admin('GET', '/v1/webhooks')).body.items).toContainEqual(expect.objectContaining({ id }))
    expect((await admin('DELETE', `/v1/webhooks/${id}`)).status).toBe(204)
    expect((await mine('GET', `/v1/webhooks/${id}`)).status).toBe(404)
  })

  it('describes in the OpenAPI document what is sent', async () => {
    const call = await house.callerWith(['submit'])
    const { webhooks, components } = (await call('GET', '/openapi.json')).body
    expect(Object.keys(webhooks)).toEqual(WebhookEvent.options)
    const { schema } = webhooks['batch.done'].post.requestBody.content['application/json']
    expect(components.schemas[schema.$ref.split('/').at(-1)].required).toEqual(['type', 'timestamp', 'data'])
  })

  it('needs the scope "submit"', async () => {
    const call = await house.callerWith(['read'])
    expect(await call('GET', '/v1/webhooks')).toMatchObject({ status: 403, body: { code: 'SCOPE_MISSING' } })
  })

  it('refuses an address that is none, has a password, or may not be reached, also when it is changed', async () => {
    const call = await house.callerWith(['submit'])
    for (const url of [
      'ftp://news.example/',
      'nonsense',
      'https://me:secret@news.example/',
      'https://news.example/#a',
    ]) {
      expect(await call('POST', '/v1/webhooks', { url, events: EVENTS })).toMatchObject({ status: 400 })
    }
    const inside = { url: 'http://10.0.0.1/', events: EVENTS }
    expect(await call('POST', '/v1/webhooks', inside)).toMatchObject({ body: { code: 'URL_REFUSED' } })
    const { id } = (await call('POST', '/v1/webhooks', { url: 'https://192.0.2.1/hook', events: EVENTS })).body
    const changed = await call('PATCH', `/v1/webhooks/${id}`, { url: 'http://10.0.0.1/' })
    expect(changed).toMatchObject({ body: { code: 'URL_REFUSED' } })
  })

  it('switches a webhook off and on; one that is off takes no test', async () => {
    const call = await house.callerWith(['submit'])
    const { id } = (await call('POST', '/v1/webhooks', { url: 'https://192.0.2.1/hook', events: EVENTS })).body
    const off = await call('PATCH', `/v1/webhooks/${id}`, { enabled: false })
    expect(off.body).toMatchObject({ enabled: false, disabledReason: 'asked', events: EVENTS })
    expect(await call('POST', `/v1/webhooks/${id}/test`)).toMatchObject({ status: 409, body: { code: 'CONFLICT' } })
    const on = await call('PATCH', `/v1/webhooks/${id}`, { enabled: true, events: ['batch.done'] })
    expect(on.body).toMatchObject({ enabled: true, events: ['batch.done'] })
    expect(on.body.disabledReason).toBeUndefined()
  })

  it('gives a new secret when asked, and a key no more than twenty webhooks', async () => {
    const call = await house.callerWith(['submit'])
    const make = () => call('POST', '/v1/webhooks', { url: 'https://192.0.2.1/hook', events: EVENTS })
    const first = (await make()).body
    const rotated = (await call('POST', `/v1/webhooks/${first.id}/rotate`)).body
    expect(rotated.secret).toMatch(/^whsec_/)
    expect(rotated.secret).not.toBe(first.secret)
    const made = []
    for (let count = 0; count < 20; count++) made.push((await make()).status)
    expect(made.filter((status) => status === 201)).toHaveLength(19)
    expect(made.at(-1)).toBe(409)
  })
})

type Called = { status: number; body: ReturnType<typeof JSON.parse> }
type Call = (method: string, path: string, body?: unknown) => Promise<Called>
type House = AsyncDisposable & { runtime: Runtime; callerWith(scopes: readonly Scope[]): Promise<Call> }

async function openHouse(place: TestPlace): Promise<House> {
  await using opened = new AsyncDisposableStack()
  opened.use(place)
  const served = opened.use(
    await serveIn(place, {
      read: fakeRead,
      analyse: fakeAnalyse(),
      works: false,
      env: { STANDPOINT_FETCH_ALLOW: ALLOWED.join(',') },
    }),
  )
  const closing = opened.move()
  return {
    runtime: served.runtime,
    callerWith: async (scopes) => callerOf(served, await served.keyWith(...scopes)),
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  }
}

/** Text is sent as lines of JSON, everything else as JSON. */
function callerOf(served: Served, key: string): Call {
  return async (method, url, body) => {
    const lines =
      typeof body === 'string' ? { raw: body, headers: { 'content-type': 'application/x-ndjson' } } : { body }
    const { status, json } = await served.call(method, url, { key, ...lines })
    return { status, body: json }
  }
}

function namesOf(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
}
