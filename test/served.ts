import { newId, newSecret } from '../api/access.ts'
import { openApi } from '../api/server.ts'
import type { Scope } from '../pipeline/schema/request-contract.ts'
import { type Config, readConfig } from '../workers/config.ts'
import { openEngines } from '../workers/engines.ts'
import { openSafeFetch } from '../workers/fetch/safe-fetch.ts'
import { createLog, type Log } from '../workers/log.ts'
import { openRuntime, type Parts, type Runtime } from '../workers/runtime.ts'
import type { TestPlace } from './places.ts'

/** The API over real HTTP, with its work done in this process. */
export type Served = AsyncDisposable & {
  url: string
  /** Of an admin. */
  key: string
  runtime: Runtime
  config: Config
  keyWith(...scopes: Scope[]): Promise<string>
  call(method: string, path: string, options?: CallOptions): Promise<Answered>
}
type CallOptions = { body?: unknown; headers?: Record<string, string>; key?: string | null; raw?: BodyInit }
export type Answered = { status: number; headers: Headers; text: string; json: Json }
// biome-ignore lint/suspicious/noExplicitAny: a test looks into answers as they come
type Json = any

export type ServedOptions = Parts & { env?: Record<string, string>; works?: boolean; log?: Log }

export async function serveIn(place: TestPlace, { env, works = true, ...parts }: ServedOptions = {}): Promise<Served> {
  const config = env === undefined ? place.config : readConfig({ ...place.env, ...env })
  const log = parts.log ?? createLog('error')
  await using opened = new AsyncDisposableStack()
  const runtime = opened.use(await openRuntime(config, { ...parts, log }))
  const fetcher = config.serve.fetchesUrls ? openSafeFetch({ allow: config.serve.fetchAllow }) : undefined
  opened.defer(async () => fetcher?.close())
  const app = opened.adopt(await openApi({ runtime, config, engines: openEngines(config), log, fetcher }), (open) =>
    open.close(),
  )
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const keyWith = async (...scopes: Scope[]) => {
    const { secret, hash } = newSecret()
    await runtime.store.keys.create({
      id: newId('key'),
      hash,
      name: scopes.join(' '),
      scopes,
      requestsPerMinute: 1_000_000,
    })
    return secret
  }
  const key = await keyWith('admin')
  if (works) await runtime.work()
  const closing = opened.move()
  return {
    url,
    key,
    runtime,
    config,
    keyWith,
    call: (method, path, options) => callAt(url, { method, path, key, ...options }),
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  }
}

async function callAt(
  url: string,
  { method, path, body, headers, key, raw }: CallOptions & { method: string; path: string },
): Promise<Answered> {
  const response = await fetch(`${url}${path}`, {
    method,
    redirect: 'manual',
    body: raw ?? (body === undefined ? undefined : JSON.stringify(body)),
    headers: {
      ...(body !== undefined && raw === undefined && { 'content-type': 'application/json' }),
      ...(key && { authorization: `Bearer ${key}` }),
      ...headers,
    },
    ...(raw instanceof ReadableStream && { duplex: 'half' }),
  })
  const text = await response.text()
  const isJson =
    /json/.test(response.headers.get('content-type') ?? '') &&
    !/ndjson/.test(response.headers.get('content-type') ?? '')
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson && text !== '' ? JSON.parse(text) : undefined,
  }
}

/** Server-sent events of a stream, until it ends or one of the kind `until` has come. */
export async function eventsAt(
  url: string,
  { key, after, until }: { key: string; after?: string; until?: string },
): Promise<{ id?: string; event?: string; data: Json }[]> {
  const stop = new AbortController()
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${key}`, ...(after !== undefined && { 'last-event-id': after }) },
    signal: stop.signal,
  })
  const events: { id?: string; event?: string; data: Json }[] = []
  let text = ''
  for await (const chunk of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
    text += chunk
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      const fields = new Map(
        block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
      )
      const data = fields.get('data')
      if (data !== undefined) events.push({ id: fields.get('id'), event: fields.get('event'), data: JSON.parse(data) })
    }
    if (events.some(({ event }) => event === until)) stop.abort()
    if (stop.signal.aborted) break
  }
  return events
}
