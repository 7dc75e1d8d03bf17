import { createServer } from 'node:http'
import { describe, expect, it } from 'vitest'
import type { RecordedAnswer } from '../../schema/call-contract.ts'
import { sendHttp } from './send-http.ts'

const utf8 = (text: string) => Buffer.from(text, 'utf8')

describe('the text of an answer', () => {
  const latin = (text: string) => Buffer.from(text, 'latin1')

  it.each([
    ['without the mark of its encoding', utf8('\ufeff{"a":1}'), 'application/json', '{"a":1}'],
    ['in UTF-8 whatever the server calls it', utf8('Köln'), 'application/json; charset=iso-8859-1', 'Köln'],
    ['in UTF-8 where a model wrote half a letter', utf8('Koln \ufffd'), 'application/json', 'Koln \ufffd'],
    [
      'in UTF-8 where a model wrote half a letter, whatever the server calls it',
      utf8('Köln \ufffd'),
      'text/event-stream; charset=iso-8859-1',
      'Köln \ufffd',
    ],
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
    expect(await fetched(body, { 'content-type': type })).toMatchObject({ body: text })
  })
})

describe('the headers of an answer', () => {
  it('hold no cookie, which whoever keeps the answer would keep', async () => {
    const { headers } = await fetched(utf8('{}'), { 'set-cookie': 'session=secret', 'x-request-id': '7' })
    expect(headers).toMatchObject({ 'x-request-id': '7' })
    expect(headers).not.toHaveProperty('set-cookie')
  })
})

async function fetched(body: Buffer, headers: Record<string, string>): Promise<RecordedAnswer> {
  const server = createServer((_request, response) => response.setHeaders(new Map(Object.entries(headers))).end(body))
  const { promise, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await promise
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  try {
    return await sendHttp(new URL(`http://127.0.0.1:${port}/`), { method: 'GET' })
  } finally {
    server.close()
  }
}
