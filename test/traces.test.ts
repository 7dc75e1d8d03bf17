import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { trace } from '@opentelemetry/api'
import { afterAll, describe, expect, it } from 'vitest'
import { honestModel, sentenceReader } from '../pipeline/engines/honest-model.fake.ts'
import { type Script, scriptedServer } from '../pipeline/engines/scripted-server.fake.ts'
import { StandpointError } from '../pipeline/schema/errors.ts'
import { runBatch } from '../workers/batch.ts'
import { readConfig } from '../workers/config.ts'
import { openEngines } from '../workers/engines.ts'
import { createLog, type Log } from '../workers/log.ts'
import { recipeOf } from '../workers/recipe-of.ts'
import { openRuntime } from '../workers/runtime.ts'
import { openTraces, TRACE_PACKAGES } from '../workers/traces.ts'
import { type Collector, type Span, startCollector } from './collector.ts'
import { articlesOf, newPlace, numberedReports, reportOn, type TestPlace } from './places.ts'
import { runStandpoint } from './run-standpoint.ts'
import { type Served, serveIn } from './served.ts'
import { startServers } from './servers.ts'

const servers = await startServers()
afterAll(() => servers?.[Symbol.asyncDispose]())

const backends = [
  { name: 'embedded', isThere: true, placeOf: () => newPlace(undefined) },
  { name: 'on Redis with PostgreSQL', isThere: servers !== undefined, placeOf: () => newPlace(servers) },
]
const CALLER = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16) }
const MODEL_KEY = 'sk-secret-of-the-model'

for (const { name, isThere, placeOf } of backends) {
  describe.skipIf(!isThere)(`traces ${name}`, { timeout: 60_000 }, () => {
    it('follow an article from the request over the queue to every call of the model', async () => {
      await using place = await placeOf()
      const { spans, submitted } = await traced(
        place,
        sentenceReader(() => true),
        async (served) => submit(served, reportOn('tolls')),
      )
      expect(submitted.json.state).toBe('done')
      const request = one(spans, 'POST /v1/analyses')
      const send = one(spans, 'send editorial')
      const work = one(spans, 'process editorial')
      expect([request.traceId, request.parentSpanId]).toEqual([CALLER.traceId, CALLER.spanId])
      expect([send.parentSpanId, work.parentSpanId]).toEqual([request.spanId, send.spanId])
      expect([request.kind, send.kind, work.kind]).toEqual(['server', 'producer', 'consumer'])
      const steps = spans.filter((span) => span.name.startsWith('step '))
      expect(new Set(steps.map((span) => span.name))).toEqual(
        new Set(['step actors', 'step summary', 'step stances', 'step reactions']),
      )
      expect(steps.every((span) => span.parentSpanId === work.spanId)).toBe(true)
      const asked = spans.filter((span) => span.attributes['standpoint.steps'] !== undefined)
      expect(new Set(asked.flatMap((span) => span.attributes['standpoint.steps'])).size).toBe(4)
      expect(asked.every((span) => steps.some((step) => step.spanId === span.parentSpanId))).toBe(true)
      expect(spans.filter((span) => span.traceId !== CALLER.traceId)).toEqual([])
    })

    it('tell methods, statuses, attempts, tokens and models', async () => {
      await using place = await placeOf()
      const { spans } = await traced(place, honestModel, async (served) => submit(served, reportOn('tolls')))
      expect(one(spans, 'POST /v1/analyses').attributes).toMatchObject({
        'http.request.method': 'POST',
        'http.route': '/v1/analyses',
        'http.response.status_code': 200,
        'standpoint.request.id': expect.stringMatching(/^req_/),
      })
      expect(one(spans, 'process editorial').attributes).toMatchObject({
        'standpoint.task.id': one(spans, 'send editorial').attributes['standpoint.task.id'],
        'standpoint.task.attempt': 1,
        'standpoint.lane': 'editorial',
        'standpoint.outcome': 'done',
        'standpoint.article.content_hash': expect.stringMatching(/^[0-9a-f]{64}$/),
      })
      const ofActors = spans.find((span) => String(span.attributes['standpoint.steps']) === 'actors')
      expect([ofActors?.kind, ofActors?.attributes]).toMatchObject([
        'client',
        {
          'gen_ai.operation.name': 'chat',
          'gen_ai.provider.name': 'openai',
          'gen_ai.request.model': 'small',
          'gen_ai.usage.input_tokens': expect.any(Number),
          'gen_ai.usage.output_tokens': expect.any(Number),
          'server.address': '127.0.0.1',
          'server.port': expect.any(Number),
          'http.response.status_code': 200,
          'standpoint.call.replayed': false,
        },
      ])
    })
  })
}

describe.skipIf(servers === undefined)('a worker elsewhere', { timeout: 60_000 }, () => {
  it('goes on with the trace of the request that another process has taken', async () => {
    await using place = await newPlace(servers)
    await using collector = await startCollector()
    {
      await using _traces = await openTraces({ otlpEndpoint: collector.endpoint }, createLog('silent'))
      await using served = await serveIn(place, { works: false })
      const accepted = await submit(served, reportOn('tolls'), { wait: 0 })
      const worker = startWorker(place, collector)
      const ended = once(worker, 'exit')
      await settled(served, accepted.json.id).finally(() => worker.kill('SIGTERM'))
      expect(await ended).toEqual([0, null])
    }
    const [request, work] = [one(collector.spans(), 'POST /v1/analyses'), one(collector.spans(), 'process editorial')]
    expect([request.traceId, work.traceId]).toEqual([CALLER.traceId, CALLER.traceId])
    expect(work.parentSpanId).toBe(one(collector.spans(), 'send editorial').spanId)
    const processes = collector.bodies.map(
      (body) => /"service.instance.id","value":\{"stringValue":"([^"]+)"/.exec(body)?.[1],
    )
    expect(new Set(processes).size).toBe(2)
  })
})

describe('traces and the log', { timeout: 60_000 }, () => {
  it('hold no word of an article, no query and no key', async () => {
    await using place = await newPlace(undefined)
    const { spans, exported, log, key } = await traced(place, honestModel, async (served) => {
      await served.call('GET', '/v1/analyses?outlet=Arlen%20Post')
      trace
        .getTracer('of a library')
        .startSpan('read', { attributes: { prompt: reportOn('ferries') } })
        .end()
      return submit(served, reportOn('ferries'), { title: 'Ferries', outlet: 'Arlen Post' })
    })
    expect(spans.length).toBeGreaterThan(8)
    expect(log).toContain('task.ended')
    for (const secret of [...wordsOf('ferries'), 'Arlen', key, MODEL_KEY]) expect(exported + log).not.toContain(secret)
  })

  it.each([400, 401, 404, 429, 500])('nor what a model server that fails with %i repeats of them', async (status) => {
    await using place = await newPlace(undefined)
    const echo: Script = (request, index) => {
      const said = JSON.stringify(request)
      if (!said.includes('ARTICLE')) return honestModel(request, index)
      const body = JSON.stringify({
        error: { message: `key ${MODEL_KEY}: ${reportOn('ferries')}`, code: reportOn('x') },
      })
      return { kind: 'answer', status, headers: { 'retry-after': '30' }, body }
    }
    const { spans, exported, log } = await traced(place, echo, async (served) =>
      submit(served, reportOn('ferries'), { wait: 3 }),
    )
    const failed = spans.filter((span) => span.name === 'chat small' && span.status.code === 2)
    expect(failed[0]?.attributes['error.type']).toBe(String(status))
    for (const secret of [...wordsOf('ferries'), 'Arlen', MODEL_KEY]) expect(exported + log).not.toContain(secret)
  })

  it('tell of requests to the API only', async () => {
    await using place = await newPlace(undefined)
    const { spans } = await traced(place, honestModel, async (served) => {
      for (const path of ['/healthz', '/v1/nothing', '/openapi.json']) await served.call('GET', path)
      return served.call('GET', '/v1/analyses/an_none')
    })
    const requests = spans.filter((span) => span.kind === 'server')
    expect(requests.map((span) => [span.name, span.attributes['http.response.status_code']])).toEqual([
      ['GET /v1/analyses/:id', 404],
    ])
  })
})

describe('traces of a batch', { timeout: 60_000 }, () => {
  it('give each article a trace of its own, with a link to what handed it in', async () => {
    await using place = await newPlace(undefined)
    const spans = await tracedBatch(place, 2)
    const send = one(spans, 'send archive')
    const work = spans.filter((span) => span.name === 'process archive')
    expect(send.attributes['messaging.batch.message_count']).toBe(2)
    expect(new Set([send, ...work].map((span) => span.traceId)).size).toBe(3)
    expect(work.map((span) => span.links)).toEqual(work.map(() => [{ traceId: send.traceId, spanId: send.spanId }]))
  })
})

describe('a collector', { timeout: 60_000 }, () => {
  it('that hangs slows no article, is told of, and holds up the end for two seconds at most', async () => {
    await using place = await newPlace(undefined)
    await using collector = await startCollector({ hangs: true })
    const { submitted, log, endedMs } = await tracedTo(collector, place, honestModel, (served) =>
      submit(served, reportOn('tolls')),
    )
    expect(submitted.json.state).toBe('done')
    expect(collector.bodies.length).toBeGreaterThan(0)
    expect(endedMs).toBeLessThan(2500)
    expect(log).toContain('"event":"telemetry.away"')
  })

  it('that is not there costs no article, and its absence is told once, not for every span', async () => {
    await using place = await newPlace(undefined)
    const nobody = { endpoint: 'http://127.0.0.1:9', bodies: [] }
    const { submitted, log } = await tracedTo(nobody, place, honestModel, (served) => submit(served, reportOn('tolls')))
    expect(submitted.json.state).toBe('done')
    expect(log.split('telemetry.away').length - 1).toBe(1)
  })

  it('that has a path and asks for a header gets both', async () => {
    await using place = await newPlace(undefined)
    await using collector = await startCollector()
    const article = join(place.folder, 'a.txt')
    await writeFile(article, reportOn('tolls'))
    const env = {
      OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.endpoint}/`,
      OTEL_EXPORTER_OTLP_HEADERS: 'x-tenant=newsroom',
      OTEL_SERVICE_NAME: 'newsroom-desk',
    }
    expect(await runStandpoint(['analyze', article], place.folder, { env })).toMatchObject({ status: 0, stderr: '' })
    expect(collector.headers.map((headers) => headers['x-tenant'])).toContain('newsroom')
    expect(collector.bodies.join()).toContain('newsroom-desk')
    expect(collector.spans().map((span) => span.name)).toEqual(expect.arrayContaining(['analyze', 'step actors']))
  })
})

describe("OpenTelemetry's SDK", { timeout: 60_000 }, () => {
  it.each([
    ['is not loaded without an endpoint', false],
    ['is loaded with one', true],
  ])('%s', async (_, isSet) => {
    await using place = await newPlace(undefined)
    await using collector = await startCollector()
    const article = join(place.folder, 'a.txt')
    const loaded = join(place.folder, 'loaded.txt')
    await writeFile(article, reportOn('tolls'))
    await appendFile(loaded, '')
    const env = {
      NODE_OPTIONS: `--require=${await listerOf(place, loaded)}`,
      ...(isSet && { OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint }),
    }
    expect((await runStandpoint(['analyze', article], place.folder, { env })).status).toBe(0)
    const modules = await readFile(loaded, 'utf8')
    expect(modules).toContain('@opentelemetry/api/')
    expect(/@opentelemetry\/(sdk-trace|exporter|resources)/.test(modules)).toBe(isSet)
  })

  it('says what to install where it is not there', async () => {
    const load = () => Promise.reject(new Error("Cannot find package '@opentelemetry/sdk-trace-node'"))
    const opening = openTraces({ otlpEndpoint: 'http://127.0.0.1:4318' }, createLog('silent'), load)
    const error = await opening.then(
      () => undefined,
      (reason: unknown) => reason,
    )
    expect(error).toBeInstanceOf(StandpointError)
    expect(error).toMatchObject({ code: 'TRACES_NOT_INSTALLED', fix: expect.stringContaining('npm install') })
  })

  it('is named in the versions that we were tested with', async () => {
    const { peerDependencies } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'))
    expect(peerDependencies).toMatchObject(TRACE_PACKAGES)
  })
})

/** A file that, loaded first, lists at the end what a process has loaded. */
async function listerOf({ folder }: TestPlace, into: string): Promise<string> {
  const path = join(folder, 'list-loaded.cjs')
  const list = "Object.keys(require('module')._cache).join('\\n')"
  await writeFile(
    path,
    `process.on('exit', () => require('fs').appendFileSync(${JSON.stringify(into)}, ${list} + '\\n'))`,
  )
  return path
}

type Submitted = Awaited<ReturnType<Served['call']>>

function submit(
  served: Served,
  text: string,
  { wait = 20, ...more }: Record<string, unknown> = {},
): Promise<Submitted> {
  const headers = { prefer: `wait=${wait}`, traceparent: `00-${CALLER.traceId}-${CALLER.spanId}-01` }
  return served.call('POST', '/v1/analyses', { body: { text, ...more }, headers })
}

/** The API with its work before a FAKE model, from opening to closing, and all that was exported and logged meanwhile. */
async function traced(place: TestPlace, script: Script, act: (served: Served) => Promise<Submitted>) {
  await using collector = await startCollector()
  const seen = await tracedTo(collector, place, script, act)
  return { ...seen, spans: collector.spans() }
}

async function tracedTo(
  { endpoint, bodies }: Pick<Collector, 'endpoint' | 'bodies'>,
  place: TestPlace,
  script: Script,
  act: (served: Served) => Promise<Submitted>,
) {
  await using server = await scriptedServer(script, { models: ['small'] })
  const lines: string[] = []
  const log = createLog('debug', (line) => void lines.push(line))
  const env = { STANDPOINT_MODEL: 'small', OPENAI_BASE_URL: server.baseUrl, OPENAI_API_KEY: MODEL_KEY }
  const traces = await openTraces({ otlpEndpoint: endpoint }, log)
  const seen = await seenBy(place, { env, log, act }).catch((error: unknown) => ({ error }))
  const endedMs = await timed(() => traces[Symbol.asyncDispose]())
  if ('error' in seen) throw seen.error
  return { ...seen, endedMs, exported: bodies.join('\n'), log: lines.join('') }
}

type Act = { env: Record<string, string>; log: Log; act(served: Served): Promise<Submitted> }

async function seenBy(place: TestPlace, { env, log, act }: Act) {
  await using served = await serveIn(place, { env, log })
  return { submitted: await act(served), key: served.key }
}

async function timed(act: () => PromiseLike<void>): Promise<number> {
  const started = performance.now()
  await act()
  return performance.now() - started
}

async function tracedBatch(place: TestPlace, count: number): Promise<Span[]> {
  await using collector = await startCollector()
  await using server = await scriptedServer(honestModel, { models: ['small'] })
  const config = readConfig({ ...place.env, STANDPOINT_MODEL: 'small', OPENAI_BASE_URL: server.baseUrl })
  const engines = openEngines(config)
  const recipe = await recipeOf({}, { config, engines })
  {
    await using _traces = await openTraces({ otlpEndpoint: collector.endpoint }, createLog('silent'))
    await using runtime = await openRuntime(config, { engines })
    await runBatch(runtime, { records: articlesOf(numberedReports(count)), recipe, out: place.out })
  }
  return collector.spans()
}

function startWorker({ env }: TestPlace, { endpoint }: Collector): ChildProcess {
  return spawn(process.execPath, [join(import.meta.dirname, '..', 'cli', 'main.ts'), 'worker'], {
    env: { ...process.env, ...env, OTEL_EXPORTER_OTLP_ENDPOINT: endpoint },
    stdio: 'ignore',
  })
}

async function settled(served: Served, id: string): Promise<void> {
  for (let look = 0; look < 300; look++) {
    const { json } = await served.call('GET', `/v1/analyses/${id}`)
    if (json.state === 'done') return
    await sleep(100)
  }
  throw new Error('The worker did not do it')
}

function one(spans: readonly Span[], name: string): Span {
  const [found, ...more] = spans.filter((span) => span.name === name)
  if (found === undefined || more.length > 0) throw new Error(`${more.length + (found ? 1 : 0)} spans "${name}"`)
  return found
}

/** Words of a report that nothing else says. */
function wordsOf(subject: string): string[] {
  return [subject, 'Ida Brook', 'council', 'Opponents']
}
