import { createServer } from 'node:http'
import { describe, expect, it } from 'vitest'
import { sendHttp } from './send-http.ts'

describe('the text of an answer', () => {
  const utf8 = (text: string) => Buffer.from(text, 'utf8')
  const latin = (text: string) => Buffer.from(text, 'latin1')

  it.each([
    ['without the mark of its encoding', utf8('\ufeff{"a":1}'), 'application/json', '{"a":1}'],
    ['in UTF-8 whatever the server calls it', utf8('Köln'), 'application/json; charset=iso-8859-1', 'Köln'],
    ['in the character set that the server names', latin('Köln'), 'application/json; charset=iso-8859-1', 'Köln'],
    ['in Latin letters that nobody names', latin('Köln'), 'application/json', 'Köln'],
    [
      'in UTF-8 where only a byte is broken',
      Buffer.concat([utf8('Köln'), latin('ö')]),
      'application/json',
      'Köln\ufffd',
    ],
    ['in a character set that does not exist', latin('Köln'), 'application/json; charset=x-none', 'K\ufffdln'],
  ])('is read %s', async (_how, body, type, text) => {
    expect(await fetched(body, type)).toBe(text)
  })
})

async function fetched(body: Buffer, type: string): Promise<string> {
  const server = createServer((_request, response) => response.setHeader('content-type', type).end(body))
  const { promise, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await promise
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  try {
    return (await sendHttp(new URL(`http://127.0.0.1:${port}/`), { method: 'GET' })).body
  } finally {
    server.close()
  }
}
