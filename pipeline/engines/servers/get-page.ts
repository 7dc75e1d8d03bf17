import type { z } from 'zod'
import type { RecordedAnswer } from '../../schema/call-contract.ts'
import { type ChatServer, chatAddress } from '../calls/post-chat.ts'
import { unreachable } from '../calls/provider-fault.ts'
import { sendHttp } from '../calls/send-http.ts'
import { parseJson } from '../replies/parse-json.ts'

/** A server that is asked about itself; which of its models is meant is no matter yet. */
export type ModelServer = Omit<ChatServer, 'model'>

/** `beside`: next to the `/v1` of the base URL instead of under it. */
type Options = { beside?: boolean; timeLimitMs?: number }

const TIME_LIMIT_MS = 15_000

/**
 * What a server says at an address, whatever that is. No model is asked, so nothing is billed.
 * @throws StandpointError MODEL_UNREACHABLE, CONFIG_INVALID
 */
export async function getPage(
  path: string,
  { baseUrl, apiKey, signal }: ModelServer,
  { beside = false, timeLimitMs = TIME_LIMIT_MS }: Options = {},
): Promise<RecordedAnswer> {
  const url = chatAddress(beside ? baseUrl.replace(/\/v1\/*$/, '') : baseUrl, path)
  const limit = AbortSignal.timeout(timeLimitMs)
  try {
    const headers = { authorization: `Bearer ${apiKey}` }
    return await sendHttp(url, { method: 'GET', headers, signal: signal ? AbortSignal.any([signal, limit]) : limit })
  } catch (error) {
    signal?.throwIfAborted()
    throw unreachable(baseUrl, error)
  }
}

/** What a page beside the `/v1` tells; undefined where the server has no such page, or another one. */
export async function readPage<T>(path: string, server: ModelServer, shape: z.ZodType<T>): Promise<T | undefined> {
  const answer = await getPage(path, server, { beside: true }).catch(() => undefined)
  server.signal?.throwIfAborted()
  return answer?.status === 200 ? shape.safeParse(parseJson(answer.body)).data : undefined
}
