import { createServer, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { requestHash } from '../../pipeline/engines/chat-request.ts'
import { honestModel } from '../../pipeline/engines/honest-model.fake.ts'
import { ChatRequest, parseBody, readBody } from '../../pipeline/engines/scripted-server.fake.ts'
import { freePort } from '../servers.ts'
import type { Random } from './random.ts'

/** What the fake provider does instead of answering well. */
type ProviderFault =
  | 'later, with a time'
  | 'later, without a time'
  | 'error 500'
  | 'error 502, a page'
  | 'error 503'
  | 'connection reset'
  | 'half a body'
  | 'hangs up after a while'
  | 'hangs'
  | 'slow body'
  | 'garbage under 200'

const FAULTS: readonly (readonly [ProviderFault, number])[] = [
  ['later, with a time', 10],
  ['later, without a time', 2],
  ['error 500', 30],
  ['error 502, a page', 10],
  ['error 503', 10],
  ['connection reset', 15],
  ['half a body', 10],
  ['hangs up after a while', 5],
  ['slow body', 10],
  ['garbage under 200', 5],
]
/** After these nobody can know whether an answer was made and billed. */
const LOSING: readonly ProviderFault[] = ['connection reset', 'half a body', 'hangs up after a while', 'hangs']

export type FaultyProvider = AsyncDisposable & {
  baseUrl: string
  /** Complete answers under status 200 that left here, by the ledger's key of their request. */
  delivered: ReadonlyMap<string, number>
  faults: ReadonlyMap<ProviderFault, number>
  /** Requests about articles. */
  calls(): number
  /** Answers that may have been lost on their way: by a fault, or because who asked was gone before the end. */
  mayBeLost(): number
}

/**
 * A FAKE of an OpenAI-compatible provider that fails in a share of its answers, and counts what it delivered. The probe's
 * questions are answered well. `hangs`: so many requests are never answered at all.
 */
export async function faultyProvider({ random, share, hangs = 0 }: Options): Promise<FaultyProvider> {
  const port = await freePort()
  const baseUrl = `http://127.0.0.1:${port}/v1`
  const delivered = new Map<string, number>()
  const faults = new Map<ProviderFault, number>()
  let [calls, brokenOff, hangsLeft] = [0, 0, hangs]
  const faultOf = (): ProviderFault | undefined => {
    if (random.next() >= share) return undefined
    if (hangsLeft > 0 && random.next() < 0.05) {
      hangsLeft--
      return 'hangs'
    }
    return random.pick(FAULTS)
  }
  const server = createServer(async (request, response) => {
    const body = await readBody(request).catch(() => '')
    if (request.url === '/v1/models') return send(response, 200, MODELS)
    const chat = ChatRequest.safeParse(parseBody(body))
    if (!chat.success) return send(response, 400, '{"error":{"message":"no chat request"}}')
    const answer = honestModel(chat.data, 0)
    const text = 'body' in answer ? answer.body : ''
    if (!isAboutArticle(body)) return send(response, 200, text)
    calls++
    const key = requestHash(baseUrl, JSON.parse(body))
    const fault = faultOf()
    if (fault) faults.set(fault, (faults.get(fault) ?? 0) + 1)
    response.on('close', () => {
      if (!response.writableFinished && (fault === undefined || !LOSING.includes(fault))) brokenOff++
    })
    response.on('finish', () => {
      if (response.statusCode === 200) delivered.set(key, (delivered.get(key) ?? 0) + 1)
    })
    await act(fault, response, text)
  })
  const { promise, resolve } = Promise.withResolvers<void>()
  server.listen(port, '127.0.0.1', resolve)
  await promise
  return {
    baseUrl,
    delivered,
    faults,
    calls: () => calls,
    mayBeLost: () => brokenOff + LOSING.reduce((sum, fault) => sum + (faults.get(fault) ?? 0), 0),
    async [Symbol.asyncDispose]() {
      const { promise: closed, resolve: end } = Promise.withResolvers<void>()
      server.close(() => end())
      server.closeAllConnections()
      await closed
    },
  }
}

type Options = { random: Random; share: number; hangs?: number }

const MODELS = JSON.stringify({ object: 'list', data: [{ id: 'fake-model', object: 'model' }] })

/** The probe asks about no article. */
function isAboutArticle(body: string): boolean {
  return body.includes('ARTICLE')
}

async function act(fault: ProviderFault | undefined, response: ServerResponse, text: string): Promise<void> {
  switch (fault) {
    case undefined:
      return send(response, 200, text)
    case 'later, with a time':
      return send(response, 429, RATE_LIMITED, { 'retry-after-ms': '150' })
    case 'later, without a time':
      return send(response, 429, RATE_LIMITED)
    case 'error 500':
      return send(response, 500, '{"error":{"message":"out of memory"}}')
    case 'error 502, a page':
      return send(response, 502, '<html><h1>Bad gateway')
    case 'error 503':
      return send(response, 503, '{"error":{"message":"overloaded"}}')
    case 'connection reset':
      return void response.destroy()
    case 'half a body':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
      return void response.write(text.slice(0, text.length / 2), () => response.destroy())
    case 'hangs up after a while':
      await sleep(1500)
      return void response.destroy()
    case 'hangs':
      return
    case 'slow body':
      response.writeHead(200, { 'content-type': 'application/json' })
      response.write(text.slice(0, 20))
      await sleep(1200)
      return void response.end(text.slice(20))
    case 'garbage under 200':
      return send(response, 200, '<html><h1>Welcome')
  }
}

const RATE_LIMITED = '{"error":{"message":"Rate limit reached","code":"rate_limit_exceeded"}}'

function send(response: ServerResponse, status: number, body: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(body)
}
