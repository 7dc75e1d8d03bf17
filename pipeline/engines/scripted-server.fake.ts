import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { z } from 'zod'

/** A request for a chat completion, as the fake received it. */
export const ChatRequest = z.looseObject({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
  temperature: z.number().optional(),
  max_tokens: z.number().optional(),
  max_completion_tokens: z.number().optional(),
  reasoning_effort: z.string().optional(),
  logprobs: z.boolean().optional(),
  top_logprobs: z.number().optional(),
  response_format: z
    .looseObject({
      type: z.string(),
      json_schema: z.looseObject({ name: z.string(), schema: z.record(z.string(), z.unknown()) }),
    })
    .optional(),
  tools: z
    .array(z.object({ function: z.object({ name: z.string(), parameters: z.record(z.string(), z.unknown()) }) }))
    .optional(),
  tool_choice: z.object({ function: z.object({ name: z.string() }) }).optional(),
})
export type ChatRequest = z.infer<typeof ChatRequest>

/** What the fake does with a request: an answer, or one of the ways in which servers fail to give one. */
export type Scripted =
  | { kind: 'answer'; status: number; headers?: Record<string, string>; body: string; delayMs?: number }
  | { kind: 'hang' }
  | { kind: 'reset' }
  | { kind: 'half'; body: string }

/** `index` counts the chat completions from 0. */
export type Script = (request: ChatRequest, index: number) => Scripted | Promise<Scripted>

export type ScriptedServer = AsyncDisposable & {
  /** Ends in `/v1`. */
  baseUrl: string
  /** Every chat completion that was asked for, in order; of each the headers, too. */
  requests: ChatRequest[]
  headers: IncomingMessage['headers'][]
  /** Every other address that was asked for, with the key that came along. */
  visits: { url: string; authorization?: string }[]
  /** Most requests that were in work at one time. */
  mostAtOnce(): number
  close(): Promise<void>
}

/**
 * What stands at other addresses than `/v1/chat/completions`: an array becomes the list of models, `pages` are sent as JSON, `raw` as
 * they are.
 */
export type ScriptedPages = {
  models?: readonly string[] | Scripted
  pages?: Readonly<Record<string, unknown>>
  raw?: Readonly<Record<string, Scripted>>
}

/**
 * A FAKE of an OpenAI-compatible server, on a free port of this machine: it answers by a script and never runs a model.
 * See `scripted-answers.fake.ts` for what a script can answer.
 */
export async function scriptedServer(script: Script, pages: ScriptedPages = {}): Promise<ScriptedServer> {
  const requests: ChatRequest[] = []
  const headers: IncomingMessage['headers'][] = []
  const visits: ScriptedServer['visits'] = []
  let atOnce = 0
  let most = 0
  const server = createServer(async (request, response) => {
    const body = await readBody(request)
    const { url = '' } = request
    if (url !== '/v1/chat/completions') {
      visits.push({ url, authorization: request.headers.authorization })
      return act(pageAt(url, pages), response)
    }
    const chat = ChatRequest.safeParse(parseBody(body))
    if (!chat.success) return act({ kind: 'answer', status: 400, body: chat.error.message }, response)
    headers.push(request.headers)
    atOnce++
    most = Math.max(most, atOnce)
    response.on('close', () => atOnce--)
    await act(await script(chat.data, requests.push(chat.data) - 1), response)
  })
  const { promise, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await promise
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  const close = async () => {
    const { promise: closed, resolve: end } = Promise.withResolvers<void>()
    server.close(() => end())
    server.closeAllConnections()
    await closed
  }
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    headers,
    visits,
    mostAtOnce: () => most,
    close,
    [Symbol.asyncDispose]: close,
  }
}

function pageAt(url: string, { models = ['fake-model'], pages = {}, raw = {} }: ScriptedPages): Scripted {
  const json = (value: unknown): Scripted => ({ kind: 'answer', status: 200, body: JSON.stringify(value) })
  if (url === '/v1/models') {
    return 'kind' in models ? models : json({ object: 'list', data: models.map((id) => ({ id, object: 'model' })) })
  }
  const given = raw[url]
  if (given !== undefined) return given
  return url in pages ? json(pages[url]) : { kind: 'answer', status: 404, body: '{"error":{"message":"not found"}}' }
}

async function act(scripted: Scripted, response: ServerResponse): Promise<void> {
  if (scripted.kind === 'hang') return
  if (scripted.kind === 'reset') {
    response.destroy()
    return
  }
  if (scripted.kind === 'half') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(scripted.body) })
    response.write(scripted.body.slice(0, scripted.body.length / 2), () => response.destroy())
    return
  }
  const { status, headers, body, delayMs = 0 } = scripted
  if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs))
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(body)
}

export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

export function parseBody(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
