import { once } from 'node:events'
import type { RequestListener } from 'node:http'
import { Readable } from 'node:stream'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { StandpointError } from '../../pipeline/schema/errors.ts'
import { localServer } from './local-server.fake.ts'
import { type GetOptions, openSafeFetch, type SafeFetch } from './safe-fetch.ts'

type Opening = Parameters<typeof openSafeFetch>[0]

function opened(opening: Opening = {}): SafeFetch {
  const fetcher = openSafeFetch(opening)
  onTestFinished(() => fetcher.close())
  return fetcher
}

async function served(answer: RequestListener, place?: { host?: string; port?: number }) {
  const server = await localServer(answer, place)
  onTestFinished(() => server[Symbol.asyncDispose]())
  return server
}

/** What a get of a local server that is let through comes to. */
async function got(answer: RequestListener, options: Partial<GetOptions> = {}) {
  const server = await served(answer)
  const fetcher = opened({ allow: [`127.0.0.1:${server.port}`] })
  return fetcher.get(server.url, { types: ['text/html'], ...options })
}

const HTML = { 'content-type': 'text/html; charset=utf-8' }
const page: RequestListener = (_request, response) => response.writeHead(200, HTML).end('<p>Hello</p>')
const mustNotAsk = () => Promise.reject(new Error('a name was looked up'))
const refusal = { code: 'URL_REFUSED' }
const textOf = ({ bytes }: { bytes: Uint8Array }) => Buffer.from(bytes).toString()

async function failureOf(work: Promise<unknown>): Promise<StandpointError> {
  const error = await work.then(
    () => undefined,
    (cause: unknown) => cause,
  )
  if (error instanceof StandpointError) return error
  throw new Error(`Not a StandpointError: ${String(error)}`)
}

describe('getting a page', () => {
  it('gives bytes, type and address, and tells the server who asks, without cookies', async () => {
    const server = await served(page)
    const fetcher = opened({ allow: [`127.0.0.1:${server.port}`] })
    const { bytes, ...rest } = await fetcher.get(`${server.url}/news?id=7#top`, { types: ['text/html', 'text/plain'] })
    expect(rest).toEqual({ url: `${server.url}/news?id=7`, status: 200, contentType: HTML['content-type'] })
    expect(Buffer.from(bytes).toString()).toBe('<p>Hello</p>')
    expect(server.requests[0]?.headers).toEqual({
      host: `127.0.0.1:${server.port}`,
      connection: 'close',
      'user-agent': 'Standpoint/0.1 (+article fetch)',
      accept: 'text/html, text/plain',
      'accept-encoding': 'gzip, br',
    })
  })

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
  ])('unpacks %s', async (packing, pack) => {
    const found = await got((_request, response) =>
      response.writeHead(200, { ...HTML, 'content-encoding': packing }).end(pack('<p>Hello</p>')),
    )
    expect(textOf(found)).toBe('<p>Hello</p>')
  })

  it('follows redirects and gives the address that it ends at', async () => {
    const server = await served((request, response) => {
      if (request.url === '/end') page(request, response)
      else response.writeHead(302, { location: request.url === '/' ? 'second' : '/end#part' }).end('moved')
    })
    const fetcher = opened({ allow: [`127.0.0.1:${server.port}`] })
    expect(await fetcher.get(server.url, { types: ['text/html'] })).toMatchObject({ url: `${server.url}/end` })
  })
})

describe('an address that may not be fetched', () => {
  const hostile = {
    'another scheme': 'file:///etc/passwd',
    'one more': 'ftp://daily.example/',
    'and one': 'gopher://127.0.0.1:6379/_SET',
    data: 'data:text/html,<p>Hello',
    script: 'javascript:alert(1)',
    blob: 'blob:http://127.0.0.1/1',
    'no scheme': '127.0.0.1/',
    nothing: '',
    'a user': 'http://daily.example@127.0.0.1/',
    'a user and password': 'https://anna:secret@daily.example/',
    'a user that looks like a host': 'http://daily.example:80@127.0.0.1:80/',
    'a backslash for a slash': 'http:\\\\127.0.0.1\\',
    'no slashes': 'http:127.0.0.1',
    loopback: 'http://127.0.0.1/',
    'the rest of loopback': 'http://127.255.255.254/',
    'loopback over TLS': 'https://127.0.0.1/',
    'a decimal number': 'http://2130706433/',
    'a hexadecimal number': 'http://0x7f000001/',
    'an octal number': 'http://017700000001/',
    'octal parts': 'http://0177.0.0.01/',
    'hexadecimal parts': 'http://0x7f.0x0.0x0.0x1/',
    'two parts': 'http://127.1/',
    'three parts': 'http://127.0.1/',
    'a trailing dot': 'http://127.0.0.1./',
    'zero for this machine': 'http://0/',
    'full-width digits': 'http://１２７.０.０.１/',
    'digits in circles': 'http://①②⑦.⓪.⓪.①/',
    'full stops of Chinese': 'http://127。0。0。1/',
    'percent signs': 'http://%31%32%37.0.0.1/',
    'a soft hyphen': 'http://127.0.0\u00ad.1/',
    'a tab and line ends': ' ht\ttp://127.0.\n0.1/ ',
    'a private network': 'http://10.0.0.1/',
    'another private network': 'http://172.31.255.255/',
    'a private network at home': 'http://192.168.0.1:8080/',
    metadata: 'http://169.254.169.254/latest/meta-data/',
    'metadata in one number': 'http://2852039166/',
    'metadata of Alibaba': 'http://100.100.100.200/',
    'metadata of Azure': 'http://168.63.129.16/',
    'metadata of AWS in IPv6': 'http://[fd00:ec2::254]/',
    'loopback in IPv6': 'http://[::1]/',
    'nothing in IPv6': 'http://[::]/',
    'mapped loopback': 'http://[::ffff:127.0.0.1]/',
    'mapped metadata in hexadecimal': 'http://[0:0:0:0:0:FFFF:A9FE:A9FE]/',
    'compatible loopback': 'http://[::127.0.0.1]/',
    'NAT64 of a private network': 'http://[64:ff9b::10.0.0.1]/',
    '6to4 of loopback': 'http://[2002:7f00:1::]/',
    Teredo: 'http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/',
    'link-local in IPv6': 'http://[fe80::1]/',
    'a zone': 'http://[fe80::1%25eth0]/',
    multicast: 'http://[ff02::1]/',
    broadcast: 'http://255.255.255.255/',
    'a port of a mail server': 'http://93.184.215.14:25/',
    'a port of a database': 'http://93.184.215.14:6379/',
    'an address without end': `http://93.184.215.14/${'a'.repeat(5_000)}`,
  }
  it.each(Object.entries(hostile))('is one with %s', async (_what, url) => {
    const fetcher = opened({ resolve: mustNotAsk })
    await expect(fetcher.get(url, { types: ['text/html'] })).rejects.toMatchObject(refusal)
    await expect(fetcher.post(url, { headers: {}, body: '{}' })).rejects.toMatchObject(refusal)
  })

  it('is refused however it is written: no special address of IPv4 or IPv6 passes in any form', async () => {
    const fetcher = opened({ resolve: mustNotAsk })
    await fc.assert(
      fc.asyncProperty(fc.oneof(specialV4Host, specialV6Host), async (host) => {
        const failure = await failureOf(fetcher.get(`http://${host}/`, { types: ['text/html'], totalMs: 1_000 }))
        expect(failure.code).toBe('URL_REFUSED')
      }),
      { numRuns: 1_000 },
    )
  })
})

const byte = fc.nat(255)
const SPECIAL_V4 = fc.oneof(
  fc.tuple(fc.constantFrom(0, 10, 127), byte, byte, byte),
  fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), byte, byte),
  fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), byte, byte),
  fc.tuple(fc.constant(192), fc.constant(168), byte, byte),
  fc.tuple(fc.constant(169), fc.constant(254), byte, byte),
  fc.tuple(fc.integer({ min: 224, max: 255 }), byte, byte, byte),
)

/** One way of writing a part of an address: decimal, octal, hexadecimal. */
const inBase = fc.constantFrom<(number: number) => string>(
  (number) => String(number),
  (number) => `0${number.toString(8)}`,
  (number) => `0x${number.toString(16)}`,
  (number) => `0X000${number.toString(16).toUpperCase()}`,
)

/** Full-width digits, percent signs, or a dot at the end. */
const inDisguise = fc.constantFrom<(host: string) => string>(
  (host) => host,
  (host) => `${host}.`,
  (host) => host.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  (host) => host.replace(/\d/g, (digit) => `%3${digit}`),
  (host) => host.replaceAll('.', '。'),
)

/** The last part may hold the bytes of all parts that are left out. */
const specialV4Host = fc
  .tuple(SPECIAL_V4, fc.integer({ min: 1, max: 4 }), fc.tuple(inBase, inBase, inBase, inBase), inDisguise)
  .map(([bytes, parts, bases, disguise]) => {
    const last = bytes.slice(parts - 1).reduce((sum, each) => sum * 256 + each, 0)
    const numbers = [...bytes.slice(0, parts - 1), last]
    return disguise(numbers.map((number, place) => bases[place]?.(number)).join('.'))
  })

const hex4 = fc.nat(0xffff).map((group) => group.toString(16))
const rest = (count: number) => fc.array(hex4, { minLength: count, maxLength: count })
const specialV6Host = fc
  .oneof(
    fc
      .tuple(fc.constantFrom('fc00', 'fdff', 'fe80', 'febf', 'fec0', 'ff02', '2002', '100', '4000', '1fff'), rest(7))
      .map(([first, groups]) => [first, ...groups].join(':')),
    fc
      .tuple(fc.constantFrom('2001:0', '2001:db8', '2001:2'), rest(6))
      .map(([first, groups]) => `${first}:${groups.join(':')}`),
    fc
      .tuple(fc.constantFrom('::ffff:', '64:ff9b::', '::', '::ffff:0:', '0:0:0:0:0:FFFF:', '64:ff9b:1::'), SPECIAL_V4)
      .map(([prefix, bytes]) => prefix + bytes.join('.')),
  )
  .chain((address) => fc.constantFrom(`[${address}]`, `[${address.toUpperCase()}]`))

describe('a name', () => {
  const resolving = (...addresses: string[]) => opened({ resolve: async () => addresses })
  const get = (fetcher: SafeFetch, url = 'http://daily.example/') => fetcher.get(url, { types: ['text/html'] })

  it.each([
    ['a private address', ['10.20.30.40']],
    ['the address of metadata', ['169.254.169.254']],
    ['a link-local address with a zone', ['fe80::1%eth0']],
    ['a mapped address', ['::ffff:10.20.30.40']],
    ['a private address among public ones', ['93.184.215.14', '10.20.30.40']],
    ['what is no address', ['10.20.30.040']],
    ['none', []],
  ])('with %s is refused, and nobody is told which', async (_what, addresses) => {
    const failure = await failureOf(get(resolving(...addresses)))
    expect(failure).toMatchObject({ ...refusal, where: 'http://daily.example/' })
    expect(failure).not.toHaveProperty('cause')
    expect(JSON.stringify([failure.message, failure.fix, failure.stack])).not.toMatch(/10\.20|169\.254|fe80/)
  })

  it('with an internal address fails as one that does not exist', async () => {
    const missing = opened({
      resolve: () => Promise.reject(Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' })),
    })
    const [a, b] = [await failureOf(get(missing)), await failureOf(get(resolving('10.0.0.1')))]
    expect([a.code, a.message, a.fix]).toEqual([b.code, b.message, b.fix])
  })

  it('is unreachable while the name service is away', async () => {
    const away = opened({ resolve: () => Promise.reject(Object.assign(new Error('EAI_AGAIN'), { code: 'EAI_AGAIN' })) })
    expect(await failureOf(get(away))).toMatchObject({ code: 'URL_UNREACHABLE' })
  })

  it('that the name service never answers for is given up in time', async () => {
    const silent = opened({ resolve: () => new Promise(() => undefined) })
    const failure = await failureOf(silent.get('http://daily.example/', { types: ['text/html'], totalMs: 100 }))
    expect(failure).toMatchObject({ code: 'URL_UNREACHABLE', message: 'The server takes too long to answer' })
  })

  it.each(['http://localhost/', 'http://localhost./', 'https://localhost:8443/'])(
    'of this machine is refused, as the operating system resolves it: %s',
    async (url) => {
      expect(await failureOf(get(opened(), url))).toMatchObject(refusal)
    },
  )

  it('that changes its address after the check is reached where it was checked, and refused the next time', async () => {
    const good = await served(page, { host: '127.0.0.2' })
    const internal = await served(page, { host: '127.0.0.1', port: good.port })
    const answers = ['127.0.0.2', '127.0.0.1', '127.0.0.1']
    const asked: string[] = []
    const resolve = async () => {
      asked.push(answers[asked.length] ?? '')
      return [asked.at(-1) ?? '']
    }
    const fetcher = opened({ allow: ['127.0.0.2/32'], resolve })
    await get(fetcher, `http://daily.example:${good.port}/`)
    expect([good.requests.length, asked.length]).toEqual([1, 1])
    expect(await failureOf(get(fetcher, `http://daily.example:${good.port}/`))).toMatchObject(refusal)
    expect(internal.requests).toEqual([])
  })

  it('that changes its address between a page and its redirect is refused at the redirect', async () => {
    const good = await served((_request, response) => response.writeHead(307, { location: '/next' }).end(), {
      host: '127.0.0.2',
    })
    const internal = await served(page, { host: '127.0.0.1', port: good.port })
    const answers = ['127.0.0.1', '127.0.0.2']
    const fetcher = opened({ allow: ['127.0.0.2/32'], resolve: async () => [answers.pop() ?? ''] })
    expect(await failureOf(get(fetcher, `http://daily.example:${good.port}/`))).toMatchObject(refusal)
    expect([good.requests.length, internal.requests.length]).toEqual([1, 0])
  })

  it('that the operator lets through is reached', async () => {
    const server = await served(page)
    const fetcher = opened({ allow: [`cms.newsroom.example:${server.port}`], resolve: async () => ['127.0.0.1'] })
    await get(fetcher, `http://cms.newsroom.example:${server.port}/`)
    expect(server.requests[0]?.headers.host).toBe(`cms.newsroom.example:${server.port}`)
  })
})

describe('a redirect', () => {
  it.each([
    'http://169.254.169.254/latest/meta-data/',
    '//169.254.169.254/',
    'http://127.1/',
    'http://[::ffff:7f00:1]/',
    'https://localhost/',
    'http://anna:secret@127.0.0.1/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,<p>Hello',
    '\\\\127.0.0.1\\share',
    'http://',
    'http://93.184.215.14:22/',
    'http://10.0.0.1:99999/',
  ])('to %s is refused', async (location) => {
    const answer = got((_request, response) => response.writeHead(301, { location }).end())
    expect(await failureOf(answer)).toMatchObject(refusal)
  })

  it('to an address without end is refused', async () => {
    const location = `/${'a'.repeat(5_000)}`
    expect(await failureOf(got((_request, response) => response.writeHead(301, { location }).end()))).toMatchObject(
      refusal,
    )
  })

  it('to another server of this machine never reaches it, and tells nobody where it led', async () => {
    const internal = await served(page)
    const failure = await failureOf(
      got((_request, response) => response.writeHead(302, { location: `${internal.url}/secret` }).end()),
    )
    expect(failure).toMatchObject(refusal)
    expect(failure.where).not.toContain('secret')
    expect(internal.requests).toEqual([])
  })

  it('without end is given up after five', async () => {
    const server = await served((request, response) => response.writeHead(302, { location: `${request.url}a` }).end())
    const fetcher = opened({ allow: ['127.0.0.1/32'] })
    const failure = await failureOf(fetcher.get(server.url, { types: ['text/html'] }))
    expect(failure).toMatchObject({ code: 'URL_UNREACHABLE', message: 'It redirects more than 5 times' })
    expect(server.requests.length).toBe(6)
  })

  it('with a body without end is followed all the same, and the body is not waited for', async () => {
    const left: Promise<unknown>[] = []
    const found = await got((request, response) => {
      if (request.url === '/end') return page(request, response)
      left.push(once(response, 'close'))
      response.writeHead(302, { location: '/end' }).write('x'.repeat(100_000))
    })
    expect(textOf(found)).toBe('<p>Hello</p>')
    await Promise.all(left)
    expect(left.length).toBe(1)
  })

  it('that names no address, or two, is a page that is not there', async () => {
    const none = got((_request, response) => response.writeHead(302).end())
    expect(await failureOf(none)).toMatchObject({ code: 'URL_UNREACHABLE' })
    const two = got((_request, response) => response.writeHead(302, ['Location', '/a', 'Location', '/b']).end())
    expect(await failureOf(two)).toMatchObject({ code: 'URL_UNREACHABLE' })
  })
})

describe('a server that means harm', () => {
  const slow = { code: 'URL_UNREACHABLE', message: 'The server takes too long to answer' }
  const tooLarge = { code: 'URL_UNSUITABLE', message: 'The page is larger than 0.1 MB' }
  const chunk = Buffer.alloc(10_000, 'x')

  it('is left when it never answers', async () => {
    expect(await failureOf(got(() => undefined, { totalMs: 200 }))).toMatchObject(slow)
  })

  it('is left when it sends a byte now and then', async () => {
    const started = performance.now()
    const answer = got(
      (_request, response) => {
        response.writeHead(200, HTML)
        const timer = setInterval(() => response.write('x'), 20)
        response.on('close', () => clearInterval(timer))
      },
      { totalMs: 300 },
    )
    expect(await failureOf(answer)).toMatchObject(slow)
    expect(performance.now() - started).toBeLessThan(2_000)
  })

  it('is left when it redirects slowly: the time is for all redirects together', async () => {
    const answer = got(
      (_request, response) => void setTimeout(() => response.writeHead(302, { location: '/' }).end(), 150),
      { totalMs: 400 },
    )
    expect(await failureOf(answer)).toMatchObject(slow)
  })

  it('is left when it sends without end, after little more than may be sent', async () => {
    let sent = 0
    const endless = async function* () {
      for (;;) {
        sent += chunk.length
        yield chunk
      }
    }
    const answer = got((_request, response) => void Readable.from(endless()).pipe(response.writeHead(200, HTML)), {
      maxBytes: 100_000,
    })
    expect(await failureOf(answer)).toMatchObject(tooLarge)
    expect(sent).toBeLessThan(20_000_000)
  })

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
  ])('is left when a small %s unpacks into a large page', async (packing, pack) => {
    const bomb = pack(Buffer.alloc(20_000_000))
    expect(bomb.length).toBeLessThan(100_000)
    const before = process.memoryUsage().arrayBuffers
    const answer = got(
      (_request, response) => response.writeHead(200, { ...HTML, 'content-encoding': packing }).end(bomb),
      { maxBytes: 100_000 },
    )
    expect(await failureOf(answer)).toMatchObject(tooLarge)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000)
  })

  it('is left when it sends without end what unpacks into nothing', async () => {
    const nothing = Array.from({ length: 500 }, () => gzipSync(''))
    const members = function* () {
      for (;;) yield Buffer.concat(nothing)
    }
    const answer = got(
      (_request, response) =>
        void Readable.from(members()).pipe(response.writeHead(200, { ...HTML, 'content-encoding': 'gzip' })),
      { maxBytes: 100_000 },
    )
    expect(await failureOf(answer)).toMatchObject(tooLarge)
  })

  it.each([
    ['less than it announced', { 'content-length': '1000' }, Buffer.from('<p>Hel')],
    ['a part of a chunked page', { 'transfer-encoding': 'chunked' }, Buffer.from('<p>Hel')],
    ['half of a gzip', { 'content-encoding': 'gzip' }, gzipSync(chunk).subarray(0, 20)],
  ])('gives no page when it sends %s', async (_what, headers, body) => {
    const answer = got((_request, response) => {
      response.writeHead(200, { ...HTML, ...headers }).write(body, () => response.destroy())
    })
    expect(await failureOf(answer)).toMatchObject({ code: 'URL_UNREACHABLE' })
  })

  it('gives no page when a gzip ends too early in a whole answer, or is none', async () => {
    for (const body of [gzipSync(chunk).subarray(0, 20), Buffer.from('<p>Hello')]) {
      const answer = got((_request, response) =>
        response.writeHead(200, { ...HTML, 'content-encoding': 'gzip' }).end(body),
      )
      expect(await failureOf(answer)).toMatchObject({ message: 'The page is packed and cannot be unpacked' })
    }
  })

  it('is left when its headers are too long', async () => {
    const answer = got((_request, response) => response.writeHead(200, { ...HTML, 'x-a': 'a'.repeat(60_000) }).end('x'))
    expect(await failureOf(answer)).toMatchObject({ code: 'URL_UNREACHABLE' })
  })
})

describe('what is no page', () => {
  it.each([
    ['a picture', { 'content-type': 'image/png' }],
    ['what names no type', {}],
    ['what names no valid type', { 'content-type': 'html' }],
    ['what is packed as nobody asked', { ...HTML, 'content-encoding': 'zstd' }],
    ['what is packed twice', { ...HTML, 'content-encoding': 'gzip, gzip' }],
  ])('is %s', async (_what, headers) => {
    const answer = got((_request, response) => response.writeHead(200, headers).end('<p>Hello</p>'))
    expect(await failureOf(answer)).toMatchObject({ code: 'URL_UNSUITABLE' })
  })

  it('is left at once, however long it goes on', async () => {
    const left: Promise<unknown>[] = []
    const answer = got((_request, response) => {
      left.push(once(response, 'close'))
      response.writeHead(404, HTML).write('x'.repeat(100_000))
    })
    expect(await failureOf(answer)).toMatchObject({ code: 'URL_UNREACHABLE' })
    await Promise.all(left)
    expect(left.length).toBe(1)
  })

  it('is nothing', async () => {
    const answer = got((_request, response) => response.writeHead(200, HTML).end())
    expect(await failureOf(answer)).toMatchObject({ code: 'URL_UNSUITABLE', message: 'The page is empty' })
  })

  it.each([304, 401, 404, 500])('is an answer with status %i', async (status) => {
    const answer = got((_request, response) => response.writeHead(status, HTML).end())
    expect(await failureOf(answer)).toMatchObject({ message: `The server answered with status ${status}` })
  })

  it('is a port where nobody listens', async () => {
    const server = await localServer(page)
    await server[Symbol.asyncDispose]()
    const fetcher = opened({ allow: ['127.0.0.1/32'] })
    const failure = await failureOf(fetcher.get(`${server.url}/a?key=secret`, { types: ['text/html'] }))
    expect(failure).toMatchObject({ code: 'URL_UNREACHABLE', where: `${server.url}/a` })
    expect(failure).not.toHaveProperty('cause')
  })
})

describe('stopping', () => {
  it('by the caller throws the reason of the caller', async () => {
    const reason = new StandpointError('CANCELLED', 'Stopped')
    const controller = new AbortController()
    const answer = got(() => controller.abort(reason), { signal: controller.signal })
    await expect(answer).rejects.toBe(reason)
  })

  it('by closing ends what is under way', async () => {
    const fetcher = opened({ allow: ['127.0.0.1/32'] })
    const server = await served(() => void fetcher.close())
    const answer = fetcher.get(server.url, { types: ['text/html'] })
    expect(await failureOf(answer)).toMatchObject({ code: 'URL_UNREACHABLE' })
  })
})

describe('posting', () => {
  /** What a post to a local server that is let through comes to. */
  async function posted(answer: RequestListener, { totalMs = 2_000 } = {}) {
    const server = await served(answer)
    const fetcher = opened({ allow: [`127.0.0.1:${server.port}`] })
    const headers = { 'content-type': 'application/json', 'webhook-id': 'msg_1' }
    const receipt = await fetcher.post(server.url, { headers, body: '{"a":1}', totalMs }).catch((error) => error)
    return { server, receipt }
  }

  it('hands headers and body over and gives status, Retry-After and the start of the answer', async () => {
    const bodies: string[] = []
    const { server, receipt } = await posted(async (request, response) => {
      for await (const chunk of request) bodies.push(String(chunk))
      response.writeHead(503, { 'retry-after': '120' }).end('busy '.repeat(1_000))
    })
    expect(receipt).toEqual({ status: 503, retryAfter: '120', bodyStart: 'busy '.repeat(400) })
    expect(bodies.join('')).toBe('{"a":1}')
    expect(server.requests[0]).toMatchObject({ method: 'POST', headers: { 'webhook-id': 'msg_1' } })
  })

  it('follows no redirect', async () => {
    const other = await served(page)
    const { receipt } = await posted((_request, response) => response.writeHead(307, { location: other.url }).end())
    expect(receipt).toMatchObject({ status: 307 })
    expect(other.requests).toEqual([])
  })

  it('gives a receipt when the answer breaks off or never ends, so that nobody sends it again', async () => {
    const broken = await posted((_request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('thanks', () => response.destroy())
    })
    expect(broken.receipt).toMatchObject({ status: 200, bodyStart: 'thanks' })
    const endless = await posted((_request, response) => void response.writeHead(200).write('thanks'), { totalMs: 200 })
    expect(endless.receipt).toMatchObject({ status: 200, bodyStart: 'thanks' })
  })

  it('waits for no more of an answer than its start', { timeout: 5_000 }, async () => {
    const write: RequestListener = (_request, response) => {
      const timer = setInterval(() => response.write('thanks '.repeat(100)), 10)
      response.on('close', () => clearInterval(timer))
    }
    const { receipt } = await posted(write, { totalMs: 10_000 })
    expect(receipt.bodyStart.length).toBe(2_000)
  })

  it('sends once, also when the server hangs up without a word', async () => {
    const { server, receipt } = await posted((request) => request.socket.destroy())
    expect(receipt).toMatchObject({ code: 'URL_UNREACHABLE' })
    expect(server.requests.length).toBe(1)
  })

  it('refuses a name with an internal address', async () => {
    const fetcher = opened({ resolve: async () => ['192.168.1.1'] })
    const answer = fetcher.post('https://hooks.example/', { headers: {}, body: '{}' })
    expect(await failureOf(answer)).toMatchObject(refusal)
  })
})
