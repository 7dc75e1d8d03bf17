import type { OutgoingHttpHeaders } from 'node:http'
import { describe, expect, it, onTestFinished } from 'vitest'
import { articleFromUrl } from './article-from-url.ts'
import { localServer } from './local-server.fake.ts'
import { openSafeFetch } from './safe-fetch.ts'

/** The article that a local server answers with. */
async function articleOf(body: string | Uint8Array, headers: OutgoingHttpHeaders, path = '/') {
  const server = await localServer((request, response) => {
    if (request.url === '/short') response.writeHead(301, { location: '/news/1' }).end()
    else response.writeHead(200, headers).end(body)
  })
  const fetcher = openSafeFetch({ allow: [`127.0.0.1:${server.port}`] })
  onTestFinished(async () => {
    await fetcher.close()
    await server[Symbol.asyncDispose]()
  })
  return { article: await articleFromUrl(`${server.url}${path}`, fetcher), url: server.url }
}

const SENTENCE = 'Der Bürgermeister begrüßte am Dienstag den Bau der neuen Brücke über den Fluss'
const pageOf = (head: string) =>
  `<html><head>${head}<title>Neue Brücke</title></head><body><article><h1>Neue Brücke über den Fluss</h1>${`<p>${SENTENCE}, sagte er. Er nannte die Kosten „angemessen“.</p>`.repeat(6)}</article></body></html>`
const windows1252 = (text: string) =>
  Buffer.from([...text].map((letter) => ({ '„': 0x84, '“': 0x93 })[letter] ?? letter.charCodeAt(0)))

describe('the article at an address', () => {
  it('is read from its page, under the address that it was found at in the end', async () => {
    const lies = '<link rel="canonical" href="https://other.example/9"><meta name="author" content="Ute Kern">'
    const { article, url } = await articleOf(pageOf(lies), { 'content-type': 'text/html' }, '/short')
    expect(article).toMatchObject({ id: `${url}/news/1`, url: `${url}/news/1`, author: 'Ute Kern' })
    expect(article.text).toContain(SENTENCE)
  })

  it.each([
    ['the header', windows1252(pageOf('')), 'text/html; charset="windows-1252"'],
    ['the page', windows1252(pageOf('<meta charset=iso-8859-1>')), 'text/html'],
    ['nobody, and is no UTF-8', windows1252(pageOf('')), 'text/html'],
    ['nobody, and is UTF-8', pageOf(''), 'text/html'],
    ['the header, against the page', pageOf('<meta charset=iso-8859-1>'), 'text/html; charset=UTF-8'],
    ['a byte order mark, against the header', `\ufeff${pageOf('')}`, 'text/html; charset=iso-8859-1'],
    ['a byte order mark of UTF-16', Buffer.from(`\ufeff${pageOf('')}`, 'utf16le'), 'text/html'],
  ])('is read in the encoding that is named by %s', async (_who, body, type) => {
    const { article } = await articleOf(body, { 'content-type': type })
    expect(article.text).toContain(`${SENTENCE}, sagte er. Er nannte die Kosten „angemessen“.`)
  })

  it('is read from plain text and from Markdown, whose own id and address count for nothing', async () => {
    const plain = await articleOf('Kim praised Putin.', { 'content-type': 'text/plain' }, '/a.txt')
    expect(plain.article).toEqual({ id: `${plain.url}/a.txt`, url: `${plain.url}/a.txt`, text: 'Kim praised Putin.' })
    const source = '---\nid: other\nurl: https://other.example/\n---\n# Praise\n\nKim praised Putin.'
    const marked = await articleOf(source, { 'content-type': 'text/markdown; charset=utf-8' }, '/a.md')
    expect(marked.article).toMatchObject({ id: `${marked.url}/a.md`, url: `${marked.url}/a.md`, title: 'Praise' })
  })

  it.each([
    ['navigation alone', '<nav><a href="/">Home</a></nav>', 'text/html', 'ARTICLE_NOT_FOUND_IN_PAGE'],
    ['binary data', Buffer.from([0x25, 0x50, 0, 1]), 'text/plain', 'ARTICLE_BINARY'],
    ['a PDF file', '%PDF-1.7', 'application/pdf', 'URL_UNSUITABLE'],
    ['an encoding that browsers refuse', pageOf(''), 'text/html; charset=iso-2022-kr', 'URL_UNSUITABLE'],
    ['an element in an element, ten thousand times', '<div>'.repeat(10_000), 'text/html', 'ARTICLE_TOO_LARGE'],
  ])('is not found in %s', async (_what, body, type, code) => {
    await expect(articleOf(body, { 'content-type': type })).rejects.toMatchObject({ code })
  })

  it('is not fetched where that is switched off', async () => {
    const article = articleFromUrl('https://daily.example/news?key=1', undefined)
    await expect(article).rejects.toMatchObject({ code: 'URL_REFUSED', where: 'https://daily.example/news' })
  })
})
