import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listening } from './local-server.fake.ts'
import { openSafeFetch } from './safe-fetch.ts'

const folder = mkdtempSync(join(tmpdir(), 'standpoint-'))
const usual = getCACertificates()
let close = () => {}
let port = 0
/** Names and protocols for which a connection was made. */
const asked: string[] = []

beforeAll(async () => {
  const [key, cert] = certificateFor('daily.example')
  const server = createServer({ key, cert, ALPNProtocols: ['h2', 'http/1.1'] }, (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Hello</p>')
  })
  server.on('secureConnection', ({ servername, alpnProtocol }) => asked.push(`${servername} ${alpnProtocol}`))
  port = await listening(server)
  close = () => server.close()
  setDefaultCACertificates([...usual, cert])
})

afterAll(() => {
  close()
  setDefaultCACertificates(usual)
  rmSync(folder, { recursive: true })
})

it('a page comes over TLS, in HTTP/1.1, from a checked address that proves to have the name', async () => {
  await using fetcher = over(['127.0.0.1'])
  const page = await fetcher.get(`https://daily.example:${port}/`, { types: ['text/html'] })
  expect(Buffer.from(page.bytes).toString()).toBe('<p>Hello</p>')
  expect(asked).toEqual(['daily.example http/1.1'])
})

it('a server that proves to have another name is unreachable', async () => {
  await using fetcher = over(['127.0.0.1'])
  const asking = fetcher.get(`https://evening.example:${port}/`, { types: ['text/html'] })
  await expect(asking).rejects.toMatchObject({
    code: 'URL_UNREACHABLE',
    message: 'The server has no valid certificate',
  })
})

it('a server with TLS is unreachable over http', async () => {
  await using fetcher = over(['127.0.0.1'])
  const plain = fetcher.get(`http://daily.example:${port}/`, { types: ['text/html'] })
  await expect(plain).rejects.toMatchObject({ code: 'URL_UNREACHABLE' })
})

function over(addresses: string[]) {
  const fetcher = openSafeFetch({ allow: ['127.0.0.1/32'], resolve: async () => addresses })
  return { ...fetcher, [Symbol.asyncDispose]: fetcher.close }
}

function certificateFor(name: string): [key: string, cert: string] {
  const asks = `req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 1 -subj /CN=${name} -addext subjectAltName=DNS:${name}`
  const made = spawnSync('openssl', asks.split(' '), { cwd: folder, encoding: 'utf8' })
  if (made.status !== 0) throw new Error(made.stderr)
  return [readFileSync(join(folder, 'key.pem'), 'utf8'), readFileSync(join(folder, 'cert.pem'), 'utf8')]
}
