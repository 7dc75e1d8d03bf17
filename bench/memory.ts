// Memory over a long batch on Redis and PostgreSQL, one worker process, extractive engine, short articles that are all different.
//     REDIS_URL=… DATABASE_URL=… node --expose-gc bench/memory.ts [ARTICLES]
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import type { ArchiveRecord } from '../archive/formats/format.ts'
import { runBatch } from '../workers/batch.ts'
import { readConfig } from '../workers/config.ts'
import { openEngines } from '../workers/engines.ts'
import { recipeOf } from '../workers/recipe-of.ts'
import { openRuntime } from '../workers/runtime.ts'

const count = Number(process.argv[2] ?? 100_000)
const folder = await mkdtemp(join(tmpdir(), 'standpoint-bench-'))
const config = readConfig(process.env)
const recipe = await recipeOf({ engine: 'extractive' }, { config, engines: openEngines(config) })
const redis = new Redis(process.env.REDIS_URL ?? 'redis://127.0.0.1:6379')
const rows: Record<string, Record<string, string>> = {}
{
  await using runtime = await openRuntime(config)
  await runtime.work()
  const started = performance.now()
  let next = 0
  await runBatch(runtime, {
    records: records(`${Date.now()}`),
    recipe,
    out: join(folder, 'out.jsonl'),
    onProgress: ({ done, phase }) => {
      if (done < next) return
      next += count / 20
      void sample(done, phase, started)
    },
  })
  await sample(count, 'written', started)
}
console.table(rows)
redis.disconnect()
await rm(folder, { recursive: true, force: true })

async function sample(done: number, phase: string, started: number): Promise<void> {
  globalThis.gc?.()
  const { rss, heapUsed } = process.memoryUsage()
  const used = Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1])
  rows[`${phase} ${done}`] = {
    seconds: ((performance.now() - started) / 1000).toFixed(0),
    'heap MB': (heapUsed / 1e6).toFixed(0),
    'RSS MB': (rss / 1e6).toFixed(0),
    'Redis MB': (used / 1e6).toFixed(2),
  }
}

async function* records(run: string): AsyncIterable<ArchiveRecord> {
  for (let index = 0; index < count; index++) {
    const text = `The council of Arlen voted on bridge ${index} of plan ${run} on Tuesday. Ida Brook, who chairs it, said the vote had been long in coming. “We oppose this bridge,” said Omar Feld of the ferry union.`
    yield { kind: 'article', article: { id: `article-${index}`, text } }
  }
}
