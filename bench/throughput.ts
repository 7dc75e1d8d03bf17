// Articles a second through the whole house with the extractive engine: embedded, and on Redis with PostgreSQL where REDIS_URL
// and DATABASE_URL are set (use empty ones: the store keeps what it gets). One worker process.    node bench/throughput.ts [COPIES]
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ArchiveRecord } from '../archive/formats/format.ts'
import { runBatch } from '../workers/batch.ts'
import { readConfig } from '../workers/config.ts'
import { openEngines } from '../workers/engines.ts'
import { recipeOf } from '../workers/recipe-of.ts'
import { openRuntime } from '../workers/runtime.ts'
import { sampleArticles } from './sample-articles.ts'

const copies = Number(process.argv[2] ?? 30)
const folder = await mkdtemp(join(tmpdir(), 'standpoint-bench-'))
const { REDIS_URL, DATABASE_URL } = process.env
const rows: Record<string, unknown> = { embedded: await measured({}) }
if (REDIS_URL && DATABASE_URL) rows['Redis and PostgreSQL'] = await measured({ REDIS_URL, DATABASE_URL })
console.table(rows)
await rm(folder, { recursive: true, force: true })

async function measured(env: NodeJS.ProcessEnv): Promise<Record<string, unknown>> {
  const config = readConfig(env, { dataFolder: join(folder, 'data') })
  const recipe = await recipeOf({ engine: 'extractive' }, { config, engines: openEngines(config) })
  const opened = performance.now()
  await using runtime = await openRuntime(config)
  // On a fleet a batch only accepts and waits: this process is its worker, too.
  if (runtime.isFleet) await runtime.work()
  const openMs = performance.now() - opened
  const before = process.cpuUsage()
  const { done, ms } = await runBatch(runtime, {
    records: records(`${Date.now()}`),
    recipe,
    out: join(folder, 'out.jsonl'),
  })
  const { user, system } = process.cpuUsage(before)
  return {
    articles: done,
    'articles a second': ((1000 * done) / ms).toFixed(1),
    'processor ms an article': ((user + system) / 1000 / done).toFixed(1),
    'open ms': openMs.toFixed(0),
    'RSS MB': (process.memoryUsage().rss / 1e6).toFixed(0),
  }
}

/** Articles that no earlier run has stored. */
async function* records(run: string): AsyncIterable<ArchiveRecord> {
  for await (const article of sampleArticles(copies)) {
    yield { kind: 'article', article: { ...article, text: `${article.text} Run ${run}.` } }
  }
}
