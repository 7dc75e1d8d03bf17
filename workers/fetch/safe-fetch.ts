import { lookup as systemLookup } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Agent, buildConnector, type Dispatcher, request } from 'undici'
import { StandpointError } from '../../pipeline/schema/errors.ts'
import { isInRange, isPublicAddress, type Range, rangeOf } from './public-address.ts'
import { readBody } from './read-body.ts'

export type Lookup = (host: string) => Promise<readonly { address: string; family: number }[]>

export type SafeFetch = {
  /** What stands at an address, after redirects, as text. */
  get(address: string, options?: GetOptions): Promise<Fetched>
  /** Sends a body and looks at the status only; redirects are not followed. */
  post(
    address: string,
    message: { headers: Record<string, string>; body: string; totalMs: number; signal?: AbortSignal },
  ): Promise<Posted>
  /** Finds out, without asking anybody, whether an address could be asked at all. */
  check(address: string): void
  close(): Promise<void>
}
type GetOptions = { signal?: AbortSignal; totalMs?: number; mostBytes?: number }
/** `url`: where it was found in the end. */
type Fetched = { url: string; contentType: string; text: string }
type Posted = { status: number; retryAfter?: string }

const TOTAL_MS = 20_000
const CONNECT_MS = 5000
const MOST_BYTES = 5_000_000
const MOST_REDIRECTS = 5
const USER_AGENT = 'Standpoint/0.1 (fetches articles that its users name)'
const TYPES: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml', 'text/plain', 'text/markdown'])

/**
 * Asks web addresses that users name, for a server that can reach machines which they cannot. Names are resolved here, every address
 * that a name has must be public, and the address that was connected to is looked at once more before anything is sent; each
 * redirect begins anew. `allow` names exceptions: hosts with their port, addresses, or ranges of them. A person has named the
 * address, so robots.txt is not asked.
 * @throws StandpointError URL_REFUSED (it may not be asked), URL_UNREACHABLE (no use of an answer), URL_UNSUITABLE (no article)
 */
export function openSafeFetch({
  allow = [],
  lookup = resolveAll,
}: {
  allow?: readonly string[]
  lookup?: Lookup
} = {}): SafeFetch {
  const exceptions = exceptionsOf(allow)
  const agent = new Agent({
    connect: guardedConnector(exceptions, lookup),
    headersTimeout: TOTAL_MS,
    bodyTimeout: TOTAL_MS,
    maxHeaderSize: 32_768,
    pipelining: 0,
    keepAliveTimeout: 1000,
  })
  const check = (address: string) => addressOf(address, exceptions)
  return {
    check: (address) => void check(address),
    get: (address, options) => inWords(address, () => followed(check(address), check, agent, options ?? {})),
    post: (address, message) => inWords(address, () => posted(check(address), agent, message)),
    close: () => agent.destroy(),
  }
}

async function followed(
  start: URL,
  check: (address: string) => URL,
  agent: Agent,
  options: GetOptions,
): Promise<Fetched> {
  const { totalMs = TOTAL_MS, mostBytes = MOST_BYTES } = options
  const signal = AbortSignal.any([AbortSignal.timeout(totalMs), ...(options.signal ? [options.signal] : [])])
  let url = start
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const answer = await request(url, {
      dispatcher: agent,
      signal,
      headers: { 'user-agent': USER_AGENT, accept: [...TYPES].join(', '), 'accept-encoding': 'gzip, deflate, br' },
    })
    const next = nextOf(answer, url)
    if (next === undefined) return { url: url.href, ...(await fetchedOf(answer, url, { mostBytes, signal })) }
    answer.body.on('error', () => {}).destroy()
    url = check(next)
  }
  throw unreachable(start, `it leads on more than ${MOST_REDIRECTS} times`)
}

function nextOf({ statusCode, headers }: Dispatcher.ResponseData, url: URL): string | undefined {
  if (![301, 302, 303, 307, 308].includes(statusCode)) return undefined
  const location = headers.location
  if (typeof location === 'string' && URL.canParse(location, url)) return new URL(location, url).href
  throw unreachable(url, 'it leads on to what is no address')
}

async function fetchedOf(
  answer: Dispatcher.ResponseData,
  url: URL,
  limits: { mostBytes: number; signal: AbortSignal },
): Promise<Omit<Fetched, 'url'>> {
  const { statusCode, headers, body } = answer
  try {
    if (statusCode < 200 || statusCode > 299) throw unreachable(url, `it answers with status ${statusCode}`)
    const type = String(headers['content-type'] ?? '')
    const contentType = type.split(';')[0]?.trim().toLowerCase() ?? ''
    if (!TYPES.has(contentType))
      throw unsuitable(url, `it holds ${readable(contentType) || 'no named type'}, not a page or a text`)
    const text = await readBody(body, { ...limits, type, encoding: String(headers['content-encoding'] ?? '') })
    if (text === undefined) throw unsuitable(url, `it has more than ${limits.mostBytes / 1e6} MB`)
    return { contentType, text }
  } finally {
    body.on('error', () => {}).destroy()
  }
}

async function posted(url: URL, agent: Agent, message: Parameters<SafeFetch['post']>[1]): Promise<Posted> {
  const signal = AbortSignal.any([AbortSignal.timeout(message.totalMs), ...(message.signal ? [message.signal] : [])])
  const { statusCode, headers, body } = await request(url, {
    dispatcher: agent,
    method: 'POST',
    signal,
    body: message.body,
    headers: { 'user-agent': USER_AGENT, ...message.headers },
  })
  body.on('error', () => {}).destroy() // whatever it says beside the status is of no use
  const retryAfter = headers['retry-after']
  return { status: statusCode, ...(typeof retryAfter === 'string' && { retryAfter }) }
}

type Exceptions = { hosts: ReadonlySet<string>; ranges: readonly Range[] }

function exceptionsOf(allow: readonly string[]): Exceptions {
  const ranges = allow.map(rangeOf)
  return {
    hosts: new Set(allow.filter((_, index) => ranges[index] === undefined).map((host) => host.toLowerCase())),
    ranges: ranges.filter((range) => range !== undefined),
  }
}

/** @throws StandpointError URL_REFUSED */
function addressOf(address: string, exceptions: Exceptions): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url === undefined) throw refused(address, 'it is no web address')
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw refused(address, 'it must begin with http:// or https://')
  if (url.username !== '' || url.password !== '') throw refused(address, 'it must not hold a name or password')
  if (isException(url, exceptions)) return url
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !isAllowed(host, exceptions)) throw refused(address, NOT_PUBLIC)
  if (isIP(host) === 0 && /(?:^|\.)(?:localhost|local|internal|localdomain|home\.arpa)\.?$/.test(host))
    throw refused(address, NOT_PUBLIC)
  const port = portOf(url)
  if (port !== 80 && port !== 443 && (port < 1024 || UNSAFE_PORTS.has(port)))
    throw refused(address, 'web servers do not answer at this port')
  return url
}

const NOT_PUBLIC = 'it does not lead to a public address'
/** Of services that are no web servers and could be made to do something by an HTTP request. */
const UNSAFE_PORTS: ReadonlySet<number> = new Set([
  1433, 1521, 2049, 2375, 2376, 2379, 3306, 3389, 5432, 5900, 6000, 6379, 6443, 9042, 9200, 10250, 11211, 27017,
])

function portOf({ port, protocol }: URL): number {
  return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port)
}

function isException(url: URL, { hosts }: Exceptions): boolean {
  return hosts.has(`${url.hostname}:${portOf(url)}`)
}

function isAllowed(address: string, { ranges }: Exceptions): boolean {
  return isPublicAddress(address) || ranges.some((range) => isInRange(address, range))
}

/** Resolves names itself, and looks at the address once more when the connection stands, before a byte of the request is sent. */
function guardedConnector(exceptions: Exceptions, lookup: Lookup): buildConnector.connector {
  const free = buildConnector({ timeout: CONNECT_MS, lookup: lookupWith(lookup, () => true) })
  const guarded = buildConnector({
    timeout: CONNECT_MS,
    lookup: lookupWith(lookup, (address) => isAllowed(address, exceptions)),
  })
  return (options, callback) => {
    const url = new URL(`${options.protocol}//${options.host ?? options.hostname}`)
    if (isException(url, exceptions)) return void free(options, callback)
    guarded(options, (...connected) => {
      const [error, socket] = connected
      if (error !== null) return callback(error, null)
      if (isAllowed(socket.remoteAddress ?? '', exceptions)) return callback(null, socket)
      socket.destroy()
      callback(refused(url.href, NOT_PUBLIC), null)
    })
  }
}

/** A name with one address that may not be asked is refused whole: no honest site has one. */
function lookupWith(lookup: Lookup, mayAsk: (address: string) => boolean): LookupFunction {
  return (host, options, callback) => {
    lookup(host).then(
      (addresses) => {
        const [first] = addresses
        if (first === undefined || !addresses.every(({ address }) => mayAsk(address))) {
          callback(refused(host, NOT_PUBLIC), [])
        } else if (options.all === true) callback(null, [...addresses])
        else callback(null, first.address, first.family)
      },
      (error: NodeJS.ErrnoException) => callback(error, []),
    )
  }
}

const LOOKUP_MS = 5000

async function resolveAll(host: string): Promise<readonly { address: string; family: number }[]> {
  const late = sleep(LOOKUP_MS, undefined, { ref: false }).then(() =>
    Promise.reject(Object.assign(new Error('the name service is silent'), { code: 'ETIMEOUT' })),
  )
  return Promise.race([systemLookup(host, { all: true, order: 'verbatim' }), late])
}

/** Faults of the network and of whoever answers, told without what they said. */
async function inWords<T>(address: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (cause) {
    if (cause instanceof StandpointError) throw cause
    throw unreachable(address, reasonOf(cause), cause)
  }
}

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (cause instanceof Error && cause.name === 'TimeoutError') return 'it takes too long'
  if (/TIMEDOUT|TIMEOUT/.test(code)) return 'it takes too long'
  if (/ENOTFOUND|EAI_AGAIN/.test(code)) return 'there is no such name'
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code)) return 'its certificate is not valid'
  return 'the connection fails or breaks off'
}

function refused(address: string | URL, why: string): StandpointError {
  return new StandpointError('URL_REFUSED', `The address may not be asked: ${why}`, {
    where: shown(address),
    fix: 'Give the public web address of the page. Whoever runs the server can let others through with STANDPOINT_FETCH_ALLOW.',
  })
}

function unreachable(address: string | URL, why: string, cause?: unknown): StandpointError {
  return new StandpointError('URL_UNREACHABLE', `Nothing could be fetched: ${why}`, {
    where: shown(address),
    fix: 'Look whether the page opens in a browser; else send the article as text or html.',
    cause,
  })
}

function unsuitable(address: string | URL, why: string): StandpointError {
  return new StandpointError('URL_UNSUITABLE', `What stands there cannot be read as an article: ${why}`, {
    where: shown(address),
    fix: 'Give the address of one article, or send it as text or html.',
  })
}

/** Without what may be secret: names, passwords and queries. */
function shown(address: string | URL): string {
  const url = URL.canParse(String(address)) ? new URL(address) : undefined
  return readable(
    url === undefined ? String(address) : `${url.origin === 'null' ? url.protocol : url.origin}${url.pathname}`,
  )
}

function readable(text: string): string {
  return text
    .slice(0, 200)
    .toWellFormed()
    .replaceAll(/\p{Cc}/gu, '\uFFFD')
}
