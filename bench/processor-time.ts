// Our processor time an article: with the extractive engine, and in chain and single with an instant fake model that runs in a
// process of its own. No queue, no store.    node bench/processor-time.ts [COPIES]
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { analyse } from '../pipeline/analyse.ts'
import { read } from '../pipeline/rules/read.ts'
import type { Article } from '../pipeline/schema/article.ts'
import { readConfig } from '../workers/config.ts'
import { openEngines } from '../workers/engines.ts'
import { type RecipeOptions, recipeOf } from '../workers/recipe-of.ts'
import { articlesOf, median } from './sample-articles.ts'

const articles = await articlesOf(Number(process.argv[2] ?? 10))
const words = median(articles.map((article) => article.text.split(/\s+/).length))
const model = spawn(process.execPath, [new URL('instant-model.ts', import.meta.url).pathname], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
const [address] = await once(createInterface(model.stdout), 'line')
const rows: Record<string, unknown> = {}
try {
  rows['rules alone (read)'] = await measured(async (article) => void read(article))
  for (const options of [{ engine: 'extractive' }, { mode: 'chain' }, { mode: 'single' }] as const) {
    rows[options.engine ?? `${options.mode}, instant fake model`] = await measured(await analyserOf(options))
  }
} finally {
  model.kill()
}
console.log(`${articles.length} articles of ${words} words (median), each way in turn`)
console.table(rows)

async function analyserOf(options: RecipeOptions): Promise<(article: Article) => Promise<unknown>> {
  const isModel = options.engine !== 'extractive'
  const config = readConfig(
    { OPENAI_BASE_URL: String(address), OPENAI_API_KEY: 'none' },
    isModel ? { model: 'instant-fake' } : {},
  )
  const engines = openEngines(config)
  const recipe = await recipeOf(options, { config, engines })
  return (article) => analyse(read(article), recipe, { engineFor: engines.engineFor(recipe) })
}

async function measured(run: (article: Article) => Promise<unknown>): Promise<Record<string, string>> {
  for (const article of articles.slice(0, 30)) await run(article)
  const times: number[] = []
  for (const article of articles) {
    const before = process.cpuUsage()
    await run(article)
    const { user, system } = process.cpuUsage(before)
    times.push((user + system) / 1000)
  }
  const total = times.reduce((sum, time) => sum + time, 0)
  return {
    'median ms': median(times).toFixed(2),
    'mean ms': (total / times.length).toFixed(2),
    'articles a second of one core': ((1000 * times.length) / total).toFixed(0),
  }
}
