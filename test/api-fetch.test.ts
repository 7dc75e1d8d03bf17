import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newPlace, reportOn, type TestPlace } from './places.ts'
import { type Served, serveIn } from './served.ts'

describe('an article that is given by its address', { timeout: 60_000 }, () => {
  let place: TestPlace
  let served: Served
  let site = ''
  const server = createServer((request, response) => {
    if (request.url === '/moved') return void response.writeHead(302, { location: '/article' }).end()
    const paragraphs = ['tolls', 'ferries', 'parks'].map((subject) => `<p>${reportOn(subject)}</p>`).join('')
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(
      `<html lang="en"><head><title>Votes</title><meta property="og:site_name" content="Arlen Post"></head><body><article><h1>Votes</h1>${paragraphs}</article></body></html>`,
    )
  })
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    site = `http://127.0.0.1:${port}`
    place = await newPlace(undefined)
    served = await serveIn(place, { env: { STANDPOINT_FETCH_ALLOW: `127.0.0.1:${port}` } })
  })
  afterAll(async () => {
    server.close()
    await served?.[Symbol.asyncDispose]()
    await place?.[Symbol.asyncDispose]()
  })

  it('is fetched, found in its page, and named by where it was found in the end', async () => {
    const { json } = await served.call('POST', '/v1/analyses', {
      body: { url: `${site}/moved`, author: 'I. Brook' },
      headers: { prefer: 'wait=20' },
    })
    expect(json).toMatchObject({
      state: 'done',
      article: { title: 'Votes', outlet: 'Arlen Post', author: 'I. Brook', url: `${site}/article` },
    })
    expect(json.result.text).toContain(reportOn('ferries'))
  })

  it('is not fetched from where no article may come, and nothing of it is told', async () => {
    for (const url of ['http://127.0.0.1:1/secret?token=1', 'http://169.254.169.254/latest/meta-data/']) {
      const { status, json, text } = await served.call('POST', '/v1/analyses', { body: { url } })
      expect([status, json.code]).toEqual([422, 'URL_REFUSED'])
      expect(text).not.toContain('token')
    }
  })

  it('is not fetched at all where that is switched off', async () => {
    await using other = await newPlace(undefined)
    await using off = await serveIn(other, { env: { STANDPOINT_FETCH: 'off' }, works: false })
    const { status, json } = await off.call('POST', '/v1/analyses', { body: { url: 'https://example.com/' } })
    expect([status, json.title]).toEqual([422, 'Fetching of web addresses is switched off on this server'])
  })
})
