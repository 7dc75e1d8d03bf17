import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { StandpointError } from '../pipeline/schema/errors.ts'
import { newPlace, numberedReports, reportOn, type TestPlace } from './places.ts'
import { fakeAnalyse, fakeRead } from './scripted-analyse.fake.ts'
import { eventsAt, type Served, serveIn } from './served.ts'
import { startServers } from './servers.ts'

const servers = await startServers()
afterAll(() => servers?.[Symbol.asyncDispose]())

const backends = [
  { name: 'embedded', isThere: true, placeOf: () => newPlace(undefined) },
  { name: 'on Redis with PostgreSQL', isThere: servers !== undefined, placeOf: () => newPlace(servers) },
]

for (const { name, isThere, placeOf } of backends) {
  describe.skipIf(!isThere)(`the queue API ${name}`, { timeout: 60_000 }, () => {
    let place: TestPlace
    let served: Served
    let gates: Record<string, PromiseWithResolvers<void>> = {}
    const calls: string[] = []
    const broken = new Set<string>()
    /** Texts that name a gate wait at it. Every step is told, as the chain tells it. */
    const analyse = fakeAnalyse(async (text, signal) => {
      calls.push(text)
      const gate = gates[/gate \w+/.exec(text)?.[0] ?? '']
      if (gate) await Promise.race([gate.promise, aborted(signal)])
      if ([...broken].some((subject) => text.includes(subject))) {
        throw new StandpointError('ARTICLE_UNREADABLE_TEXT', 'Nothing to read')
      }
    })
    beforeAll(async () => {
      place = await placeOf()
      served = await serveIn(place, {
        read: fakeRead,
        analyse: async (reading, recipe, options) => {
          options.onStep?.({ step: 'actors', phase: 'asked', ms: 0 })
          const analysis = await analyse(reading, recipe, options)
          options.onStep?.({ step: 'actors', phase: 'settled', ms: 1 })
          return analysis
        },
      })
    })
    afterAll(async () => {
      await served?.[Symbol.asyncDispose]()
      await place?.[Symbol.asyncDispose]()
    })
    const submit = (text: string, more: object = {}, headers: Record<string, string> = {}) =>
      served.call('POST', '/v1/analyses', { body: { text, ...more }, headers })
    const openGate = (gate: string) => {
      gates[gate] = Promise.withResolvers()
      return () => gates[gate]?.resolve()
    }

    it('accepts an article, and gives its result when it is done', async () => {
      const accepted = await submit(reportOn('tolls'), { id: 'tolls-1', title: 'Tolls', outlet: 'Arlen Post' })
      expect([accepted.status, accepted.json.state]).toEqual([202, 'queued'])
      expect(accepted.headers.get('location')).toBe(`/v1/analyses/${accepted.json.id}`)
      const waited = await submit(
        reportOn('tolls'),
        { id: 'tolls-1', title: 'Tolls', outlet: 'Arlen Post' },
        { prefer: 'wait=20' },
      )
      expect([waited.status, waited.json.state]).toEqual([200, 'done'])
      const { json } = await served.call('GET', `/v1/analyses/${accepted.json.id}/result`)
      expect(json).toMatchObject({ id: 'tolls-1', title: 'Tolls', outlet: 'Arlen Post', text: reportOn('tolls') })
      expect(json.analysis.issues[0].statement).toBe(reportOn('tolls'))
    })

    it('analyses what two ask for once', async () => {
      const before = calls.length
      const [one, two] = await Promise.all([
        submit(reportOn('ferries'), { id: 'one' }, { prefer: 'wait=20' }),
        submit(reportOn('ferries'), { id: 'two' }, { prefer: 'wait=20' }),
      ])
      expect([one.json.state, two.json.state, calls.length - before]).toEqual(['done', 'done', 1])
      expect([one.json.article.id, two.json.article.id]).toEqual(['one', 'two'])
    })

    it('analyses anew what is asked for anew', async () => {
      await submit(reportOn('parks'), {}, { prefer: 'wait=20' })
      const again = await submit(reportOn('parks'), { options: { fresh: true } }, { prefer: 'wait=20' })
      expect([again.json.state, again.json.sample, again.json.result.analysis.sample]).toEqual(['done', 1, 1])
    })

    it('says that there is no result yet, and why there will be none', async () => {
      const open = openGate('gate result')
      const { json } = await submit(`${reportOn('gate result')}`)
      const early = await served.call('GET', `/v1/analyses/${json.id}/result`)
      expect([early.status, early.json.code]).toEqual([409, 'NOT_DONE'])
      open()
      await untilSettled(served, json.id)
      expect((await served.call('GET', `/v1/analyses/${json.id}/result`)).status).toBe(200)
    })

    it('tells its steps as they happen, and goes on after the event that was seen last', async () => {
      const open = openGate('gate steps')
      const { json } = await submit(reportOn('gate steps'))
      const path = `${served.url}/v1/analyses/${json.id}/events`
      const first = await eventsAt(path, { key: served.key, until: 'step' })
      expect(first.some(({ event, data }) => event === 'step' && data.phase === 'asked')).toBe(true)
      const seen = first.find(({ event }) => event === 'step')?.id
      open()
      const rest = await eventsAt(path, { key: served.key, after: seen })
      expect(rest.filter(({ event }) => event === 'step').map(({ data }) => data.phase)).toEqual(['settled'])
      expect(rest.at(-1)).toMatchObject({ event: 'state', data: { state: 'done' } })
    })

    it('gives all events again to one who comes late', async () => {
      const { json } = await submit(reportOn('late'), {}, { prefer: 'wait=20' })
      const events = await eventsAt(`${served.url}/v1/analyses/${json.id}/events`, { key: served.key })
      expect(events.map(({ event, data }) => data.phase ?? `${event} ${data.state}`)).toEqual([
        'asked',
        'settled',
        'state done',
      ])
    })

    it('does one thing for one idempotency key, however many send it at once', async () => {
      const headers = { 'idempotency-key': 'order-1' }
      const answers = await Promise.all(Array.from({ length: 12 }, () => submit(reportOn('replays'), {}, headers)))
      expect(new Set(answers.map(({ json }) => json.id)).size).toBe(1)
      expect(answers.filter((each) => each.headers.get('idempotency-replayed') !== 'true')).toHaveLength(1)
      const other = await submit(reportOn('something else'), {}, headers)
      expect([other.status, other.json.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED'])
    })

    it('cancels what is in work, and the work ends', async () => {
      openGate('gate cancel')
      const { json } = await submit(reportOn('gate cancel'))
      await until(async () => (await stateOf(served, json.id)) === 'running')
      const cancelled = await served.call('POST', `/v1/analyses/${json.id}/cancel`)
      expect([cancelled.status, cancelled.json.state]).toEqual([200, 'cancelled'])
      const events = await eventsAt(`${served.url}/v1/analyses/${json.id}/events`, { key: served.key })
      expect(events.at(-1)).toMatchObject({ data: { state: 'cancelled' } })
      gates['gate cancel']?.resolve()
      gates = {}
      const again = await served.call('POST', `/v1/analyses/${json.id}/retry`)
      expect(again.status).toBe(202)
      expect(await untilSettled(served, json.id)).toBe('done')
    })

    it('goes on with what somebody else waits for', async () => {
      const open = openGate('gate shared')
      const one = await submit(reportOn('gate shared'), { id: 'shared-1' })
      const two = await submit(reportOn('gate shared'), { id: 'shared-2' })
      await served.call('POST', `/v1/analyses/${one.json.id}/cancel`)
      open()
      expect(await untilSettled(served, two.json.id)).toBe('done')
      expect(await stateOf(served, one.json.id)).toBe('cancelled')
    })

    it('refuses to cancel what is done', async () => {
      const { json } = await submit(reportOn('done'), {}, { prefer: 'wait=20' })
      const { status, json: problem } = await served.call('POST', `/v1/analyses/${json.id}/cancel`)
      expect([status, problem.code, problem.title]).toEqual([409, 'CONFLICT', 'The request is done'])
    })

    it('deletes an article with all that came of it, unless another has the same text', async () => {
      const one = await submit(reportOn('deletion'), { id: 'deleted-1' }, { prefer: 'wait=20' })
      const two = await submit(reportOn('deletion'), { id: 'deleted-2' }, { prefer: 'wait=20' })
      expect((await served.call('DELETE', `/v1/analyses/${one.json.id}`)).status).toBe(204)
      expect((await served.call('GET', `/v1/analyses/${one.json.id}`)).status).toBe(404)
      expect((await served.call('GET', `/v1/analyses/${two.json.id}/result`)).json.text).toBe(reportOn('deletion'))
      await served.call('DELETE', `/v1/analyses/${two.json.id}`)
      expect(await served.runtime.store.deleteArticles(['deleted-1', 'deleted-2'])).toMatchObject({
        articles: 0,
        texts: 0,
      })
    })

    it('tells where a body stops being JSON, and what to do', async () => {
      const { status, json } = await served.call('POST', '/v1/analyses', {
        raw: '{\n  "text": "One.\nTwo."\n}',
        headers: { 'content-type': 'application/json' },
      })
      expect([status, json.code, json.title]).toEqual([400, 'REQUEST_INVALID', 'The body is not valid JSON'])
      expect(json.detail).toMatch(/^Line 2, column 16: bad control character in string literal\. Write a line break/)
    })

    it('names what it knows beside a field or parameter that it does not know', async () => {
      const asked = await served.call('GET', '/v1/search?actr=brook&stance=oppose')
      expect([asked.status, asked.json.code]).toEqual([400, 'REQUEST_INVALID'])
      expect(asked.json.errors).toEqual([
        { pointer: '/actr', detail: expect.stringMatching(/^There is no such field; known are actor, target, label,/) },
        { pointer: '/stance', detail: expect.stringContaining('after') },
      ])
      const { json } = await submit(reportOn('fields'), { options: { lenght: 'long' } })
      expect(json.errors).toEqual([
        { pointer: '/options/lenght', detail: expect.stringMatching(/known are engine, model, mode, length/) },
      ])
    })

    it('refuses a mode or an engine that asks a model where it has none', async () => {
      const [mode, engine, both] = await Promise.all(
        [{ mode: 'guided' }, { engine: 'openai' }, { engine: 'extractive', mode: 'chain' }].map((options) =>
          submit(reportOn('modes'), { options }),
        ),
      )
      expect(mode?.json).toMatchObject({
        status: 400,
        code: 'OPTION_INVALID',
        title: expect.stringContaining('guided'),
      })
      expect(mode?.json.detail).toMatch(/^options\.mode\. Leave it out, or have the server started with --model/)
      expect(engine?.json).toMatchObject({ status: 400, title: 'The engine "openai" needs a model' })
      expect(both?.json.detail).toBe('options.mode. Leave out `mode` or `engine`.')
    })

    it('lists what was submitted, page by page, each once', async () => {
      for (const [id, text] of Object.entries(numberedReports(7))) await submit(text, { id, outlet: 'Pages' })
      const seen: string[] = []
      let after: string | undefined
      do {
        const { json } = await served.call('GET', `/v1/analyses?outlet=Pages&limit=3${after ? `&after=${after}` : ''}`)
        seen.push(...json.items.map((item: { article: { id: string } }) => item.article.id))
        after = json.next
      } while (after)
      expect(seen).toEqual(Object.keys(numberedReports(7)).reverse())
    })

    it('takes a batch as it comes, packed or not, and gives its results in order', async () => {
      const lines = Object.entries(numberedReports(60)).map(([id, text]) => JSON.stringify({ id: `batch-${id}`, text }))
      lines.splice(30, 0, '{"no": "article"}')
      const raw = gzipSync(lines.join('\n'))
      const accepted = await served.call('POST', '/v1/batches?length=short', {
        raw,
        headers: { 'content-type': 'application/x-ndjson', 'idempotency-key': 'batch-1' },
      })
      expect([accepted.status, accepted.json.total, accepted.json.failed]).toEqual([202, 61, 1])
      await until(async () => (await served.call('GET', `/v1/batches/${accepted.json.id}`)).json.state === 'done')
      const { text } = await served.call('GET', `/v1/batches/${accepted.json.id}/results`)
      const ids = text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
        .map(({ id, error }) => error?.code ?? id)
      const expected = Object.keys(numberedReports(60)).map((id) => `batch-${id}`)
      expected.splice(30, 0, 'RECORD_INVALID')
      expect(ids).toEqual(expected)
      const again = await served.call('POST', '/v1/batches?length=short', {
        raw,
        headers: { 'content-type': 'application/x-ndjson', 'idempotency-key': 'batch-1' },
      })
      expect([again.status, again.json.id]).toEqual([200, accepted.json.id])
    })

    it('keeps nothing of a batch whose upload breaks off', async () => {
      const before = (await served.call('GET', '/v1/batches')).json.items.length
      const stop = new AbortController()
      const half = new ReadableStream({
        async pull(controller) {
          controller.enqueue(new TextEncoder().encode(`${JSON.stringify({ text: reportOn('half') })}\n`))
          await sleep(50)
          stop.abort()
        },
      })
      const sent = fetch(`${served.url}/v1/batches`, {
        method: 'POST',
        body: half,
        signal: stop.signal,
        headers: { authorization: `Bearer ${served.key}`, 'content-type': 'application/x-ndjson' },
        duplex: 'half',
      } as RequestInit)
      await expect(sent).rejects.toThrow()
      await until(async () => (await served.call('GET', '/v1/batches')).json.items.length === before)
    })

    it('cancels what is left of a batch', async () => {
      openGate('gate batch')
      const lines = ['a', 'b', 'c', 'd', 'e', 'f'].map((each) =>
        JSON.stringify({ text: reportOn(`gate batch ${each}`) }),
      )
      const { json } = await served.call('POST', '/v1/batches', {
        raw: lines.join('\n'),
        headers: { 'content-type': 'application/jsonl' },
      })
      const cancelled = await served.call('POST', `/v1/batches/${json.id}/cancel`)
      expect([cancelled.json.state, cancelled.json.waiting + cancelled.json.running]).toEqual(['cancelled', 0])
      gates['gate batch']?.resolve()
      gates = {}
    })

    it('does not wait for an archive with an article that an editor asks for too', async () => {
      const open = openGate('gate lanes')
      const lines = [1, 2, 3, 4, 5, 6, 7, 8].map((each) => JSON.stringify({ text: reportOn(`gate lanes ${each}`) }))
      await served.call('POST', '/v1/batches', {
        raw: lines.join('\n'),
        headers: { 'content-type': 'application/jsonl' },
      })
      const { json } = await submit(reportOn('the editors lane'), {}, { prefer: 'wait=15' })
      expect(json.state).toBe('done')
      open()
      gates = {}
    })

    it('reads web pages and news items', async () => {
      const paragraphs = [reportOn('pages'), reportOn('markup'), reportOn('browsers')].map((text) => `<p>${text}</p>`)
      const page = `<html lang="en"><head><title>Vote</title></head><body><article><h1>Vote</h1>${paragraphs.join('')}</article></body></html>`
      const html = await served.call('POST', '/v1/analyses', {
        body: { html: page, outlet: 'Post' },
        headers: { prefer: 'wait=20' },
      })
      expect(html.json).toMatchObject({ state: 'done', article: { title: 'Vote', outlet: 'Post', language: 'en' } })
      expect(html.json.result.text).not.toContain('<p>')
      const ninjs = {
        uri: 'urn:n:1',
        headline: 'Vote',
        byline: 'I. Brook',
        body_text: reportOn('items'),
        language: 'en',
      }
      const item = await served.call('POST', '/v1/analyses', { body: { ninjs }, headers: { prefer: 'wait=20' } })
      expect(item.json.article).toMatchObject({ id: 'urn:n:1', title: 'Vote', author: 'I. Brook' })
    })

    it('keeps keys as hashes, rotates and revokes them', async () => {
      const { json: made } = await served.call('POST', '/v1/keys', { body: { name: 'desk', scopes: ['read'] } })
      const as = (key: string) => served.call('GET', '/v1/keys/current', { key })
      expect((await as(made.secret)).json).toMatchObject({ id: made.id, scopes: ['read'] })
      const { json: rotated } = await served.call('POST', `/v1/keys/${made.id}/rotate`, { body: { graceSeconds: 60 } })
      expect([(await as(made.secret)).status, (await as(rotated.secret)).status]).toEqual([200, 200])
      const { json: last } = await served.call('POST', `/v1/keys/${made.id}/rotate`, { body: {} })
      expect([(await as(rotated.secret)).status, (await as(last.secret)).status]).toEqual([401, 200])
      expect((await served.call('DELETE', `/v1/keys/${made.id}`)).status).toBe(204)
      expect((await as(last.secret)).json.code).toBe('KEY_REFUSED')
      const { text } = await served.call('GET', '/v1/keys')
      for (const secret of [made.secret, rotated.secret, last.secret, served.key]) expect(text).not.toContain(secret)
    })

    it('says why a request failed, and tries it anew when it is told to', async () => {
      broken.add('the sluice')
      const { json } = await submit(reportOn('the sluice'), { id: 'sluice' }, { prefer: 'wait=20' })
      expect(json).toMatchObject({
        state: 'failed',
        error: { code: 'ARTICLE_UNREADABLE_TEXT', message: 'Nothing to read' },
      })
      const result = await served.call('GET', `/v1/analyses/${json.id}/result`)
      expect([result.status, result.json.code]).toEqual([409, 'NOT_DONE'])
      broken.clear()
      await served.call('POST', `/v1/analyses/${json.id}/retry`)
      expect(await untilSettled(served, json.id)).toBe('done')
    })
  })
}

async function stateOf(served: Served, id: string): Promise<string> {
  return (await served.call('GET', `/v1/analyses/${id}`)).json.state
}

async function untilSettled(served: Served, id: string): Promise<string> {
  await until(async () => ['done', 'failed', 'cancelled'].includes(await stateOf(served, id)))
  return stateOf(served, id)
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 20_000
  while (!(await isTrue())) {
    if (performance.now() > end) throw new Error('it did not come true within 20 s')
    await sleep(30)
  }
}

function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}
