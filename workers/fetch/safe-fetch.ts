import { lookup } from 'node:dns/promises'
import type { Readable } from 'node:stream'
import { MIMEType } from 'node:util'
import { Agent, type Dispatcher, request } from 'undici'
import { StandpointError } from '../../pipeline/schema/errors.ts'
import { checkedConnector, type Resolve } from './checked-connector.ts'
import { checkedUrl, shownUrl } from './checked-url.ts'
import { connectionRule } from './connection-rule.ts'
import { PACKINGS, readBounded } from './read-bounded.ts'
import { unreachable } from './unreachable.ts'

/** What a page was answered with, unpacked. `url` is the address after all redirects; `contentType` is the whole header. */
export type Page = { url: string; status: number; contentType: string; bytes: Uint8Array }

/** How a webhook was received. `retryAfter` is the header as it was sent; `bodyStart` has 2,000 bytes at most, for people. */
type Receipt = { status: number; retryAfter: string | undefined; bodyStart: string }

export type GetOptions = {
  /** Media types that are taken, such as `text/html`; others are refused before their body is read. */
  types: readonly string[]
  signal?: AbortSignal
  /** Of the body, packed and unpacked. */
  maxBytes?: number
  /**
   * From the name to the last byte, over all redirects, so that a server that sends a byte a second gains nothing. Within it a
   * connection has 5 s, and the first byte and every pause 10 s.
   */
  totalMs?: number
  mostRedirects?: number
}

type PostOptions = {
  headers: Readonly<Record<string, string>>
  body: string
  signal?: AbortSignal
  totalMs?: number
}

/**
 * Fetching of addresses that strangers name, from a machine that can reach more than they can.
 * Both methods fail with StandpointError URL_REFUSED when the address, or one that it redirects to, may not be fetched, and
 * URL_UNREACHABLE when nobody answers as hoped; neither tells what address a name has. An abort by `signal` throws its reason.
 */
export type SafeFetch = {
  /** A page. @throws StandpointError also URL_UNSUITABLE when it is empty, too large or of another type; URL_UNREACHABLE unless 2xx */
  get(url: string, options: GetOptions): Promise<Page>
  /** Hands a body over, once, and follows no redirect: whatever the server answers is a receipt. */
  post(url: string, options: PostOptions): Promise<Receipt>
  /** Ends all requests that are under way. */
  close(): Promise<void>
}

const MAX_BYTES = 5_000_000
const TOTAL_MS = 20_000
const CONNECT_MS = 5_000
const HEADERS_MS = 10_000
const MAX_HEADER_BYTES = 16_384
const MOST_REDIRECTS = 5
const BODY_START_BYTES = 2_000
const USER_AGENT = 'Standpoint/0.1 (+article fetch)'

/**
 * Opens the way to the web: `http` and `https` only, public addresses and the ports of web servers only (see `connectionRule` for
 * `allow`), each connection checked as it is made. No proxy of the environment, no cookies, no credentials, no HTTP/2, no connection
 * used twice, so that no fetch knows of another. A redirect from https to http is followed: link shorteners do it on their way
 * back to https, a request carries no secret, and the page says where it came from in the end.
 * `robots.txt` is not asked: it speaks to crawlers, and every fetch here is one page that a person or a program named.
 *
 * @param resolve name → addresses; the operating system's, unless a test knows better
 * @throws StandpointError CONFIG_INVALID when an entry of `allow` is none
 */
export function openSafeFetch({
  allow = [],
  resolve = addressesOf,
}: {
  allow?: readonly string[]
  resolve?: Resolve
} = {}): SafeFetch {
  const agent = new Agent({
    connect: checkedConnector({ mayConnect: connectionRule(allow), resolve, connectMs: CONNECT_MS }),
    allowH2: false,
    pipelining: 0,
    maxHeaderSize: MAX_HEADER_BYTES,
    headersTimeout: HEADERS_MS,
    bodyTimeout: HEADERS_MS,
  })
  return {
    get: (url, options) => inTime(url, options, (signal) => getPage(agent, url, { ...options, signal })),
    post: (url, options) => inTime(url, options, (signal) => postOnce(agent, url, { ...options, signal })),
    close: () => agent.destroy(),
  }
}

async function addressesOf(host: string): Promise<string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address)
}

/** Gives the work its time, and says in words what it fails with. */
async function inTime<T>(
  url: string,
  { signal, totalMs = TOTAL_MS }: { signal?: AbortSignal; totalMs?: number },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const outOfTime = AbortSignal.timeout(totalMs)
  try {
    return await work(signal === undefined ? outOfTime : AbortSignal.any([signal, outOfTime]))
  } catch (cause) {
    signal?.throwIfAborted()
    const fault = cause instanceof StandpointError ? cause : unreachable(cause)
    if (fault === undefined) throw cause
    throw new StandpointError(fault.code, fault.message, { where: shownUrl(url), fix: fault.fix })
  }
}

type WithSignal<T> = Omit<T, 'signal'> & { signal: AbortSignal }

async function getPage(agent: Agent, address: string, options: WithSignal<GetOptions>): Promise<Page> {
  const { types, signal, maxBytes = MAX_BYTES } = options
  const { url, answer } = await follow(agent, checkedUrl(address), options)
  try {
    const contentType = textOf(answer.headers['content-type']) ?? ''
    refuseUnless2xx(answer.statusCode)
    refuseOtherTypes(contentType, types)
    const packing = textOf(answer.headers['content-encoding'])
    const bytes = await readBounded(answer.body, { packing, maxBytes, signal })
    if (bytes.length === 0) throw unsuitable('The page is empty')
    return { url: url.href, status: answer.statusCode, contentType, bytes }
  } finally {
    discard(answer.body)
  }
}

type Answer = Dispatcher.ResponseData

async function follow(
  agent: Agent,
  start: URL,
  { types, signal, mostRedirects = MOST_REDIRECTS }: WithSignal<GetOptions>,
): Promise<{ url: URL; answer: Answer }> {
  const headers = { 'user-agent': USER_AGENT, accept: types.join(', '), 'accept-encoding': PACKINGS }
  let url = start
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const answer = await request(url, { dispatcher: agent, headers, signal })
    const location = redirectOf(answer)
    if (location === undefined) return { url, answer }
    discard(answer.body)
    url = checkedUrl(location, url)
  }
  throw new StandpointError('URL_UNREACHABLE', `It redirects more than ${mostRedirects} times`, {
    fix: 'Give the address that a browser shows in the end.',
  })
}

function redirectOf({ statusCode, headers }: Answer): string | undefined {
  return [301, 302, 303, 307, 308].includes(statusCode) ? textOf(headers.location) : undefined
}

async function postOnce(agent: Agent, address: string, options: WithSignal<PostOptions>): Promise<Receipt> {
  const { headers, body, signal } = options
  const sent = { ...headers, 'user-agent': USER_AGENT }
  // A receiver may work on a message before it answers: the time as a whole is its limit.
  const patience = { headersTimeout: 0, bodyTimeout: 0 }
  const posting = { dispatcher: agent, method: 'POST' as const, headers: sent, body, signal, ...patience }
  const answer = await request(checkedUrl(address), posting)
  const bodyStart = await startOf(answer.body)
  return { status: answer.statusCode, retryAfter: textOf(answer.headers['retry-after']), bodyStart }
}

/** The receiver has answered: a body that breaks off or takes too long must not make anybody send the same again. */
async function startOf(body: Readable): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of body) {
      chunks.push(chunk)
      size += chunk.length
      if (size >= BODY_START_BYTES) break
    }
  } catch {
    // What came is enough.
  }
  return Buffer.concat(chunks).subarray(0, BODY_START_BYTES).toString('utf8')
}

/** Closes the connection; an answer that nobody reads on must not fail loudly for that. */
function discard(body: Readable): void {
  body.on('error', () => undefined).destroy()
}

function refuseUnless2xx(status: number): void {
  if (status >= 200 && status < 300) return
  throw new StandpointError('URL_UNREACHABLE', `The server answered with status ${status}`, {
    fix: 'Check that a browser shows the page without logging in, or send the text of the article.',
  })
}

function refuseOtherTypes(contentType: string, types: readonly string[]): void {
  const type = mediaTypeOf(contentType)?.essence
  if (type !== undefined && types.includes(type)) return
  throw unsuitable(`The page is ${type === undefined ? 'of no named type' : `${type}`}, not ${types.join(', ')}`)
}

/** The header `Content-Type`, undefined where it says nothing. */
export function mediaTypeOf(contentType: string): MIMEType | undefined {
  try {
    return new MIMEType(contentType)
  } catch {
    return undefined
  }
}

function unsuitable(what: string): StandpointError {
  return new StandpointError('URL_UNSUITABLE', what, {
    fix: 'Give the address of the page of one article, or send the text of the article.',
  })
}

/** A header that is sent twice says nothing. */
function textOf(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : undefined
}
