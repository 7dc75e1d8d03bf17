import { createServer, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import ipaddr from 'ipaddr.js'
import { afterEach, describe, expect, it } from 'vitest'
import { isPublicAddress } from './public-address.ts'
import { type Lookup, openSafeFetch, type SafeFetch } from './safe-fetch.ts'

const opened: { close(): unknown }[] = []
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close()
})

describe('addresses that may not be asked', () => {
  const hostile: readonly string[] = [
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://017700000001/',
    'http://127.0.0.1./',
    'http://0/',
    'http://0.0.0.0/',
    'http://１２７.０.０.１/',
    'http://①②⑦.0.0.1/',
    'http://localhost/',
    'http://LOCALHOST./',
    'http://a.localhost/',
    'http://10.0.0.1/',
    'http://10.1/',
    'http://172.16.0.1/',
    'http://172.31.255.255/',
    'http://192.168.1.1/',
    'http://3232235777/',
    'http://100.64.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://0xa9fea9fe/',
    'http://169.254.43518/',
    'http://[::ffff:169.254.169.254]/',
    'http://[fd00:ec2::254]/',
    'http://100.100.100.200/',
    'http://metadata.google.internal/',
    'http://192.0.0.192/',
    'http://printer.local/',
    'http://db.internal/',
    'http://[::1]/',
    'http://[::]/',
    'http://[0:0:0:0:0:0:0:1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[::127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[2001:0:7f00:1::]/',
    'http://[fe80::1]/',
    'http://[fc00::1]/',
    'http://[ff02::1]/',
    'http://[2001:db8::1]/',
    'http://[4000::1]/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'http://240.0.0.1/',
    'http://198.18.0.1/',
    'http://192.0.2.1/',
    'http://user:pass@example.com/',
    'http://example.com@127.0.0.1/',
    'http://127.0.0.1#@example.com/',
    'file:///etc/passwd',
    'ftp://example.com/',
    'gopher://example.com/',
    'data:text/plain,x',
    'javascript:alert(1)',
    'about:blank',
    'blob:http://example.com/1',
    '//example.com',
    'example.com',
    '',
    'http://',
    'http://[fe80::1%25eth0]/',
    'http://example.com:22/',
    'http://example.com:25/',
    'http://example.com:6379/',
    'https://example.com:5432/',
    'http://example.com:0/',
  ]
  for (const address of hostile) {
    it(`are refused: ${address || '(nothing)'}`, async () => {
      const fetcher = fetcherWith({})
      expect(() => fetcher.check(address)).toThrow(expect.objectContaining({ code: 'URL_REFUSED' }))
      await expect(fetcher.get(address)).rejects.toMatchObject({ code: 'URL_REFUSED' })
      await expect(fetcher.post(address, { headers: {}, body: '', totalMs: 1000 })).rejects.toMatchObject({
        code: 'URL_REFUSED',
      })
    })
  }

  it('are those of every range that is not public, however they are written', () => {
    const blocked = [
      '0.0.0.0/8',
      '10.0.0.0/8',
      '100.64.0.0/10',
      '127.0.0.0/8',
      '169.254.0.0/16',
      '172.16.0.0/12',
      '192.0.0.0/24',
      '192.168.0.0/16',
      '198.18.0.0/15',
      '224.0.0.0/4',
      '240.0.0.0/4',
    ]
    fc.assert(
      fc.property(fc.constantFrom(...blocked), fc.nat(0xffffffff), fc.nat(4), (range, random, form) => {
        const [base, bits] = ipaddr.parseCIDR(range)
        const mask = 2 ** (32 - bits) - 1
        const number =
          (ipaddr
            .fromByteArray(base.toByteArray())
            .toByteArray()
            .reduce((sum, byte) => sum * 256 + byte, 0) +
            (random & mask)) >>>
          0
        const [a, b, c, d] = [number >>> 24, (number >>> 16) & 255, (number >>> 8) & 255, number & 255]
        const written = [
          `${a}.${b}.${c}.${d}`,
          String(number),
          `0x${number.toString(16)}`,
          `0${a.toString(8)}.${b}.${c * 256 + d}`,
          `[::ffff:${a}.${b}.${c}.${d}]`,
        ][form]
        expect(isPublicAddress(`${a}.${b}.${c}.${d}`)).toBe(false)
        expect(() => fetcherWith({}).check(`http://${written}/`)).toThrow(
          expect.objectContaining({ code: 'URL_REFUSED' }),
        )
      }),
    )
  })

  it('are no public ones', () => {
    expect(['93.184.215.14', '1.1.1.1', '2606:4700:4700::1111', '::ffff:8.8.8.8'].map(isPublicAddress)).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect(['', 'x', '1.1.1', '::1', 'fe80::1%eth0'].map(isPublicAddress)).toEqual([false, false, false, false, false])
    for (const address of ['http://example.com/', 'https://example.com:8443/a?b#c', 'http://[2606:4700::1111]/'])
      fetcherWith({}).check(address)
  })
})

describe('names', () => {
  const answering =
    (...addresses: string[]): Lookup =>
    async () =>
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))

  for (const addresses of [
    ['127.0.0.1'],
    ['10.0.0.7'],
    ['::1'],
    ['169.254.169.254'],
    ['93.184.215.14', '192.168.0.1'],
    ['::ffff:127.0.0.1'],
  ]) {
    it(`are refused that lead to ${addresses.join(' and ')}, without saying so`, async () => {
      const { port } = await serverAt((_, response) => response.end('secret'))
      const fetcher = fetcherWith({ lookup: answering(...addresses) })
      const error = await fetcher.get(`http://site.example:${port}/`).catch((thrown: Error) => thrown)
      expect(error).toMatchObject({ code: 'URL_REFUSED' })
      expect(JSON.stringify({ ...(error as Error), message: (error as Error).message })).not.toContain(addresses.at(-1))
    })
  }

  it('are asked anew for each connection, and what is connected to is what was looked at', async () => {
    let asked = 0
    const { port, hits } = await serverAt((_, response) => response.end('secret'))
    const rebinding: Lookup = async () => [{ address: asked++ === 0 ? '192.0.2.1' : '127.0.0.1', family: 4 }]
    const fetcher = fetcherWith({ lookup: rebinding, allow: ['192.0.2.1'] })
    await expect(fetcher.get(`http://site.example:${port}/`, { totalMs: 300 })).rejects.toMatchObject({
      code: 'URL_UNREACHABLE',
    })
    await expect(fetcher.get(`http://site.example:${port}/`)).rejects.toMatchObject({ code: 'URL_REFUSED' })
    expect(hits()).toBe(0)
  })

  it('that are not there are told', async () => {
    const missing: Lookup = () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }))
    await expect(fetcherWith({ lookup: missing }).get('http://nothing.example/')).rejects.toMatchObject({
      code: 'URL_UNREACHABLE',
      message: 'Nothing could be fetched: there is no such name',
    })
  })
})

describe('what is fetched', { timeout: 20_000 }, () => {
  const page = '<html><body>Zürich</body></html>'

  it('is the text of a page, unpacked and decoded, with its last address', async () => {
    const { url, fetcher } = await siteOf((request, response) => {
      if (request.url === '/old') return response.writeHead(301, { location: '/new?x=1' }).end()
      expect(request.headers).toMatchObject({ 'user-agent': expect.stringContaining('Standpoint') })
      expect(request.headers).not.toHaveProperty('cookie')
      return response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(gzipSync(page))
    })
    expect(await fetcher.get(`${url}/old`)).toEqual({ url: `${url}/new?x=1`, contentType: 'text/html', text: page })
  })

  it('is decoded as the server or the page says', async () => {
    const latin = Buffer.from(page.replace('<body>', '<meta charset="iso-8859-1"><body>'), 'latin1')
    const { url, fetcher } = await siteOf((request, response) =>
      response
        .writeHead(200, { 'content-type': request.url === '/said' ? 'text/plain; charset=ISO-8859-1' : 'text/html' })
        .end(latin),
    )
    expect((await fetcher.get(`${url}/said`)).text).toContain('Zürich')
    expect((await fetcher.get(`${url}/`)).text).toContain('Zürich')
  })

  const faulty: readonly [name: string, serve: RequestListener, code: string, says: string][] = [
    [
      'is more than an article has',
      (_, response) => void response.writeHead(200, html).end('x'.repeat(5_100_000)),
      'URL_UNSUITABLE',
      'more than 5 MB',
    ],
    [
      'is a bomb',
      (_, response) =>
        void response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(200_000_000))),
      'URL_UNSUITABLE',
      'more than 5 MB',
    ],
    ['never ends', (_, response) => void endless(response), 'URL_UNSUITABLE', 'more than 5 MB'],
    ['comes byte by byte', (_, response) => void drip(response), 'URL_UNREACHABLE', 'takes too long'],
    ['never begins', () => {}, 'URL_UNREACHABLE', 'takes too long'],
    [
      'breaks off',
      (_, response) =>
        void response.writeHead(200, { ...html, 'content-length': '1000' }).write('half', () => response.destroy()),
      'URL_UNREACHABLE',
      'breaks off',
    ],
    [
      'is broken gzip',
      (_, response) => void response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end('no gzip'),
      'URL_UNREACHABLE',
      'breaks off',
    ],
    [
      'is a picture',
      (_, response) => void response.writeHead(200, { 'content-type': 'image/png' }).end('x'),
      'URL_UNSUITABLE',
      'image/png',
    ],
    ['has no type', (_, response) => void response.writeHead(200).end('x'), 'URL_UNSUITABLE', 'no named type'],
    ['is not there', (_, response) => void response.writeHead(404, html).end('x'), 'URL_UNREACHABLE', 'status 404'],
    [
      'goes round',
      (_, response) => void response.writeHead(302, { location: '/' }).end(),
      'URL_UNREACHABLE',
      'more than 5 times',
    ],
    ['leads nowhere', (_, response) => void response.writeHead(302).end(), 'URL_UNREACHABLE', 'no address'],
    [
      'leads inside',
      (_, response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
      'URL_REFUSED',
      'public address',
    ],
    [
      'leads to metadata',
      (_, response) => void response.writeHead(307, { location: 'http://169.254.169.254/' }).end(),
      'URL_REFUSED',
      'public address',
    ],
    [
      'leads to a file',
      (_, response) => void response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
      'URL_REFUSED',
      'http://',
    ],
    [
      'has huge heads',
      (_, response) => void response.writeHead(200, { ...html, x: 'y'.repeat(60_000) }).end('x'),
      'URL_UNREACHABLE',
      'breaks off',
    ],
  ]
  for (const [name, serve, code, says] of faulty) {
    it(`is refused when it ${name}`, async () => {
      const { url, fetcher } = await siteOf(serve)
      await expect(fetcher.get(url, { totalMs: 1500 })).rejects.toMatchObject({
        code,
        message: expect.stringContaining(says),
      })
    })
  }

  it('is refused from what speaks no HTTP', async () => {
    const server = createTcpServer((socket) => socket.end('SSH-2.0-OpenSSH\r\n'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    opened.push(server)
    const { port } = server.address() as AddressInfo
    await expect(fetcherWith({ allow: [`127.0.0.1:${port}`] }).get(`http://127.0.0.1:${port}/`)).rejects.toMatchObject({
      code: 'URL_UNREACHABLE',
    })
  })

  it('is let through from ranges of the settings, and from their ports only where a host is named', async () => {
    const { port, hits } = await serverAt((_, response) => void response.writeHead(200, html).end(page))
    expect((await fetcherWith({ allow: ['127.0.0.0/8'] }).get(`http://127.0.0.1:${port}/`)).text).toBe(page)
    await expect(
      fetcherWith({ allow: [`127.0.0.1:${port + 1}`] }).get(`http://127.0.0.1:${port}/`),
    ).rejects.toMatchObject({ code: 'URL_REFUSED' })
    expect(hits()).toBe(1)
  })
})

describe('what is posted', () => {
  it('is answered with the status, whatever else is said, and led nowhere', async () => {
    const { url, fetcher } = await siteOf((request, response) => {
      if (request.url === '/endless') return void endless(response)
      if (request.url === '/led') return void response.writeHead(307, { location: '/endless' }).end()
      return void response.writeHead(503, { 'retry-after': '7' }).end()
    })
    const post = (path: string) => fetcher.post(`${url}${path}`, { headers: {}, body: '{}', totalMs: 2000 })
    expect(await post('/')).toEqual({ status: 503, retryAfter: '7' })
    expect(await post('/endless')).toEqual({ status: 200 })
    expect(await post('/led')).toEqual({ status: 307 })
  })
})

const html = { 'content-type': 'text/html' }

function fetcherWith(options: Parameters<typeof openSafeFetch>[0]): SafeFetch {
  const fetcher = openSafeFetch(options)
  opened.push(fetcher)
  return fetcher
}

async function serverAt(serve: RequestListener): Promise<{ port: number; hits: () => number }> {
  let hits = 0
  const server: Server = createServer((request, response) => {
    hits++
    serve(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  opened.push({
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  })
  return { port: (server.address() as AddressInfo).port, hits: () => hits }
}

async function siteOf(serve: RequestListener): Promise<{ url: string; fetcher: SafeFetch }> {
  const { port } = await serverAt(serve)
  return { url: `http://127.0.0.1:${port}`, fetcher: fetcherWith({ allow: [`127.0.0.1:${port}`] }) }
}

type Response = Parameters<RequestListener>[1]

function endless(response: Response): void {
  response.writeHead(200, html)
  const more = () => {
    while (!response.destroyed && response.write('x'.repeat(65_536)));
    if (!response.destroyed) response.once('drain', more)
  }
  more()
}

function drip(response: Response): void {
  response.writeHead(200, html)
  const timer = setInterval(() => response.write('x'), 50)
  response.once('close', () => clearInterval(timer))
}
