import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import { expect, it } from 'vitest'
import { frontierOf } from '../evals/frontier.ts'
import type { Scoring } from '../evals/metrics/metric.ts'
import { goldMetrics } from '../evals/scores/all.ts'
import { drawFrontier, frontierTable } from './eval-frontier.ts'
import { writeFrontier } from './report/write-frontier.ts'

const AXES = {
  quality: goldMetrics.find(({ name }) => name === 'actor-f1') as Scoring,
  cost: goldMetrics.find(({ name }) => name === 'seconds') as Scoring,
}
const run = (system: string, right: number, seconds: number) => ({
  system,
  articles: ['a', 'b'],
  measured: {
    'actor-f1': [
      [right, 10, 10],
      [right, 10, 10],
    ],
    seconds: [
      [seconds, 1],
      [seconds, 1],
    ],
  },
})
const FRONTIER = frontierOf([run('rules & co', 5, 1), run('a <model>', 8, 20), run('beaten one', 7, 30)], AXES)

it('is a table, cheapest first', () => {
  const table = frontierTable(FRONTIER, AXES)
  expect(table).toMatch(
    /rules & co +50\.0 % .* on the frontier\n.*a <model> .* on the frontier\n.*beaten one .* beaten/,
  )
})

it('is a page with a chart that names every run, and no word of theirs as HTML', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'frontier-')), 'frontier.html')
  await writeFrontier(FRONTIER, AXES, path)
  const html = await readFile(path, 'utf8')
  const { document } = parseHTML(html)
  const texts = [...document.querySelectorAll('svg text')].map((text) => text.textContent)
  expect(texts).toEqual(expect.arrayContaining(['1', '2', '3']))
  const names = [...document.querySelectorAll('table.numbers th[scope=row]')].map((name) => name.textContent)
  expect(names).toEqual(['1 · rules & co', '2 · a <model>', '3 · beaten one'])
  expect(document.querySelectorAll('svg circle')).toHaveLength(3)
  expect(document.querySelectorAll('table.numbers tr')).toHaveLength(4)
  expect(html).not.toContain('<model>')
})

it('refuses what is no score and no cost, and lists those there are', async () => {
  const flags = { frontier: ['run.json'], quality: 'stance-macro-f1', cost: 'seconds' }
  await expect(drawFrontier({ ...flags, cost: 'actor-f1' })).rejects.toMatchObject({
    code: 'OPTION_INVALID',
    fix: 'Use one of: cost-usd, calls, tokens-in, seconds.',
  })
  await expect(drawFrontier({ ...flags, quality: 'beauty' })).rejects.toMatchObject({ code: 'OPTION_INVALID' })
  await expect(drawFrontier(flags)).rejects.toThrow('There is no such file')
})
