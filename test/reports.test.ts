import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
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

  it('shows scores on a telephone: letters that can be read, charts that scroll, the article below its analysis', async () => {
    const { status } = await runStandpoint(['eval', '--limit', '4', '--html', 'small.html'], folder)
    expect(status).toBe(0)
    const { page, complaints } = await opened('small.html')
    await page.setViewportSize({ width: 390, height: 844 })
    await page.emulateMedia({ colorScheme: 'dark' })
    const texts = await chartTextsOf(page)
    expect(texts.length).toBeGreaterThan(100)
    expect(Math.min(...texts.map(({ letters }) => letters))).toBeGreaterThanOrEqual(10)
    expect(overprintsIn(texts)).toEqual([])
    expect(texts.filter(({ isCut }) => isCut)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
    const wide = page.getByRole('region', { name: 'Wrong things by kind' })
    await wide.focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => wide.evaluate((box) => box.scrollLeft)).toBeGreaterThan(0)
    const article = page.locator('.article').first()
    await article.locator('summary').click()
    const [analysis, source] = [article.locator('.analysis'), article.locator('.source')]
    const [above, below] = [await analysis.boundingBox(), await source.boundingBox()]
    expect(below?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0))
    await article.locator('.analysis [data-light]').first().click()
    await expect.poll(async () => (await article.locator('.lit').first().boundingBox())?.y).toBeLessThan(844)
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

type ChartText = {
  chart: number
  text: string
  letters: number
  isCut: boolean
  left: number
  right: number
  top: number
  bottom: number
}

/** Every text of every chart: the height of its letters as a reader sees them, its box, whether it leaves its chart. */
function chartTextsOf(page: Page): Promise<ChartText[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<SVGSVGElement>('svg.chart')].flatMap((svg, chart) => {
      const frame = svg.getBoundingClientRect()
      const shrunk = frame.width / svg.viewBox.baseVal.width
      return [...svg.querySelectorAll('text')].map((text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect()
        return {
          chart,
          text: text.textContent,
          letters: Number.parseFloat(getComputedStyle(text).fontSize) * shrunk,
          isCut: left < frame.left - 1 || right > frame.right + 1 || top < frame.top - 1 || bottom > frame.bottom + 1,
          left,
          right,
          top,
          bottom,
        }
      })
    }),
  )
}

/** Texts of one chart that stand on one another by more than a hair. */
function overprintsIn(texts: readonly ChartText[]): string[] {
  const shared = (a: ChartText, b: ChartText) => [
    Math.min(a.right, b.right) - Math.max(a.left, b.left),
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
  ]
  return texts.flatMap((a, index) =>
    texts
      .slice(index + 1)
      .filter((b) => a.chart === b.chart && shared(a, b).every((length) => length > 3))
      .map((b) => `${a.text} on ${b.text}`),
  )
}
