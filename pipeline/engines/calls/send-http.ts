import { isUtf8 } from 'node:buffer'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { RecordedAnswer } from '../../schema/call-contract.ts'

export type HttpRequest = {
  method: string
  headers?: Record<string, string>
  body?: string
  signal?: AbortSignal
}

/** No chat completion is larger; a server that sends more is not one. */
const MAX_BODY_BYTES = 32 * 1024 * 1024

/**
 * One HTTP request, answered in full. Redirects are not followed. A body that ends early is an error, not an answer.
 * Not `fetch`: Node's gives up when no header came for 300 s, and a model on a processor may think longer than that.
 * @throws the signal's reason, or an Error with the system's `code` (ECONNREFUSED, ECONNRESET, …)
 */
export async function sendHttp(url: URL, { method, headers, body, signal }: HttpRequest): Promise<RecordedAnswer> {
  signal?.throwIfAborted()
  const started = performance.now()
  const { promise, resolve, reject } = Promise.withResolvers<RecordedAnswer>()
  const send = url.protocol === 'https:' ? requestHttps : requestHttp
  const length = body === undefined ? undefined : Buffer.byteLength(body)
  const request = send(url, {
    method,
    headers: { ...withoutLength(headers), ...(length !== undefined && { 'content-length': length }) },
  })
  const abort = () => request.destroy()
  signal?.addEventListener('abort', abort, { once: true })
  request.on('response', (response) => {
    readBody(response).then(
      (text) =>
        resolve({
          status: response.statusCode ?? 0,
          headers: headersOf(response),
          body: text,
          ms: performance.now() - started,
        }),
      reject,
    )
  })
  request.on('error', reject)
  request.end(body)
  try {
    return await promise
  } catch (error) {
    signal?.throwIfAborted()
    throw error
  } finally {
    signal?.removeEventListener('abort', abort)
  }
}

function withoutLength(headers: Record<string, string> = {}): Record<string, string> {
  // The client counted its own body, and would accept compressed answers.
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !['content-length', 'accept-encoding'].includes(name.toLowerCase())),
  )
}

async function readBody(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > MAX_BODY_BYTES) throw new Error(`The answer is larger than ${MAX_BODY_BYTES} bytes`)
    chunks.push(bytes)
  }
  return textOf(Buffer.concat(chunks), response.headers['content-type'])
}

/** UTF-8, as JSON is, without a mark before it; what is none is in the character set that the server names, or in Latin letters. */
function textOf(bytes: Buffer, type = ''): string {
  const text = decode(bytes, 'utf-8')
  if (isUtf8(bytes)) return text
  const named = /charset="?([\w-]{1,40})/i.exec(type)?.[1] ?? 'utf-8'
  if (!/^utf-?8$/i.test(named)) return decode(bytes, named)
  // Where other letters can be read, only some bytes are broken.
  return /[^\0-\x7f\ufffd]/.test(text) ? text : decode(bytes, 'windows-1252')
}

function decode(bytes: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes) // no character set has that name
  }
}

/** Without cookies, which nobody sends back and which are no business of those who keep an answer. */
function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const { 'set-cookie': _, ...others } = headers
  const entries = Object.entries(others)
  return Object.fromEntries(
    entries.map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  )
}
