import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { barriersOf, complaintsOf, openBrowser } from './browser.ts'
import { runStandpoint } from './run-standpoint.ts'

const browser = await openBrowser()
afterAll(() => browser?.close())

describe.skipIf(browser === undefined)('the pages that we write, in a browser', { timeout: 60_000 }, () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'standpoint-pages-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const opened = async (file: string) => {
    const page = await (browser as NonNullable<typeof browser>).newPage()
    const complaints = complaintsOf(page)
    await page.goto(pathToFileURL(join(folder, file)).href)
    return { page, complaints }
  }

  it('shows scores as charts, and lights in the article what a line rests on', async () => {
    const { status } = await runStandpoint(['eval', '--half', 'development', '--html', 'scores.html'], folder)
    expect(status).toBe(0)
    const { page, complaints } = await opened('scores.html')
    expect(await page.locator('h1').textContent()).toContain('extractive')
    const charts = await page.locator('svg.chart').all()
    expect(charts.length).toBeGreaterThanOrEqual(8)
    for (const chart of charts) expect((await chart.boundingBox())?.height).toBeGreaterThan(100)
    const article = page.locator('.article').first()
    await article.locator('summary').click()
    expect(await article.locator('.text .miss').count()).toBeGreaterThan(0)
    const line = article.locator('.analysis [data-light]').first()
    await line.hover()
    const lit = (await article.locator('.lit').allTextContents()).join('')
    const [from = 0, to = 0] =
      ((await line.getAttribute('data-light')) ?? '').split(' ')[0]?.split('-').map(Number) ?? []
    expect(lit).toContain((await article.locator('.text').textContent())?.slice(from, to))
    expect(await barriersOf(page)).toEqual([])
    expect(complaints).toEqual([])
  })

  it('shows an archive with what each line rests on', async () => {
    const { status } = await runStandpoint(
      ['batch', join(import.meta.dirname, '..', 'samples', 'archive'), '--out', 'r.jsonl', '--html', 'archive.html'],
      folder,
    )
    expect(status).toBe(0)
    const { page, complaints } = await opened('archive.html')
    await page.locator('[data-light]').first().focus()
    expect(await page.locator('.lit').count()).toBeGreaterThan(0)
    expect(await barriersOf(page)).toEqual([])
    expect(complaints).toEqual([])
  })
})
