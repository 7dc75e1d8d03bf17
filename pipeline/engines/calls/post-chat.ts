import type { RecordedAnswer } from '../../schema/call-contract.ts'
import { RetryLater, StandpointError } from '../../schema/errors.ts'
import { inChatSpan } from './chat-span.ts'
import { judgeAnswer, type Provider, unreachable } from './provider-fault.ts'
import { sendHttp } from './send-http.ts'
import { backoffMs, wait } from './wait.ts'

export type ChatServer = Provider & { apiKey: string; signal?: AbortSignal }
export type Posted =
  | { kind: 'answered'; answer: RecordedAnswer }
  /** `crashed`: the server broke over it each time, and may take another form. */
  | { kind: 'refused'; message: string; crashed?: true }

/**
 * One chat completion outside any ledger: the probe's questions, which belong to no article. A server that is busy or still
 * loading its model is asked three times in all.
 * @param options.crashes how often one is asked that breaks over the request
 * @throws StandpointError MODEL_*; RetryLater when the server asks for a longer wait than a person would have
 */
export async function postChat(
  body: Record<string, unknown>,
  server: ChatServer,
  { crashes = MAX_ATTEMPTS }: { crashes?: number } = {},
): Promise<Posted> {
  for (let attempt = 0; ; attempt++) {
    const answer = await send(body, server)
    const verdict = judgeAnswer(answer, server)
    if (verdict.kind === 'answered') return { kind: 'answered', answer }
    if (verdict.kind === 'refused') return verdict
    if (verdict.kind === 'final') throw verdict.error
    const isLast = attempt + 1 >= (verdict.kind === 'again' && verdict.crashed ? crashes : MAX_ATTEMPTS)
    if (verdict.kind === 'later') {
      const { message, retryAfterMs = DEFAULT_WAIT_MS } = verdict
      if (isLast || retryAfterMs > LONGEST_WAIT_MS) throw new RetryLater(message, retryAfterMs, 'provider')
      await wait(retryAfterMs, server.signal)
    } else if (isLast && verdict.crashed) {
      return { kind: 'refused', message: verdict.message, crashed: true }
    } else if (isLast) {
      throw serverFails(server, verdict.message)
    } else {
      await wait(backoffMs(attempt), server.signal)
    }
  }
}

export function serverFails({ baseUrl }: Pick<ChatServer, 'baseUrl'>, message: string): StandpointError {
  return new StandpointError('MODEL_FAILED', `The model server fails: ${message}`, {
    where: baseUrl,
    fix: 'Look at the log of the server.',
  })
}

const MAX_ATTEMPTS = 3
const DEFAULT_WAIT_MS = 5_000
const LONGEST_WAIT_MS = 20_000
/** For a question of a few words; a server that loads its model first may take minutes. */
const TIME_LIMIT_MS = 300_000

async function send(body: Record<string, unknown>, server: ChatServer): Promise<RecordedAnswer> {
  const { baseUrl, apiKey, signal } = server
  const limit = AbortSignal.timeout(TIME_LIMIT_MS)
  try {
    const request = {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` },
      body: JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    }
    const address = chatAddress(baseUrl, '/chat/completions')
    return await inChatSpan({ provider: server }, () => sendHttp(address, request))
  } catch (error) {
    signal?.throwIfAborted()
    throw unreachable(baseUrl, error)
  }
}

/**
 * An address under the base URL of a server, whether or not that ends in a slash.
 * @throws StandpointError CONFIG_INVALID when the base URL is none
 */
export function chatAddress(baseUrl: string, path: string): URL {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
    throw new StandpointError('CONFIG_INVALID', `"${baseUrl}" is not the address of a model server`, {
      where: 'OPENAI_BASE_URL',
      fix: 'Give an address such as http://127.0.0.1:8080/v1.',
    })
  }
  url.pathname = url.pathname.replace(/\/+$/, '') + path
  return url
}
