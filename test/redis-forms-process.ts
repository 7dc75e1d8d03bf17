import { runBatch } from '../workers/batch.ts'
import { openRuntime } from '../workers/runtime.ts'
import { articlesOf, newPlace, numberedReports, placeIn } from './places.ts'
import { fakeAnalyse, fakeRead, fakeRecipe } from './scripted-analyse.fake.ts'

/** `node redis-forms-process.ts REDIS_URL DATABASE_URL COUNT`: a batch with its worker in a process that starts with a certificate of its own; prints how many were done. */
const [redisUrl = '', databaseUrl = '', count = '1'] = process.argv.slice(2)
await using place = await newPlace(undefined)
const { config } = placeIn(place.folder, { redisUrl, databaseUrl })
await using runtime = await openRuntime(config, { read: fakeRead, analyse: fakeAnalyse() })
await runtime.work()
const records = articlesOf(numberedReports(Number(count)))
const { done } = await runBatch(runtime, { records, recipe: fakeRecipe, out: place.out })
process.stdout.write(`${done}\n`)
