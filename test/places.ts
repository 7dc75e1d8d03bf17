import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ArchiveRecord } from '../archive/formats/format.ts'
import type { Analyse } from '../pipeline/schema/contracts.ts'
import { type BatchSummary, runBatch } from '../workers/batch.ts'
import { type Config, readConfig } from '../workers/config.ts'
import { openRuntime, type Runtime } from '../workers/runtime.ts'
import { fakeAnalyse, fakeRead, fakeRecipe } from './scripted-analyse.fake.ts'
import type { Servers } from './servers.ts'

/** A folder of its own and, on a fleet, empty servers: where one test's queue and store are. */
export type TestPlace = AsyncDisposable & {
  folder: string
  out: string
  env: Record<string, string>
  config: Config
}

export async function newPlace(servers: Servers | undefined): Promise<TestPlace> {
  const folder = await mkdtemp(join(tmpdir(), 'standpoint-test-'))
  return {
    ...placeIn(folder, await servers?.freshFleet()),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

/** The settings for a folder and, on a fleet, its servers. */
export function placeIn(
  folder: string,
  fleet: { redisUrl: string; databaseUrl: string } | undefined,
): Omit<TestPlace, typeof Symbol.asyncDispose> {
  const env = {
    STANDPOINT_DATA: join(folder, 'data'),
    STANDPOINT_LOG: 'error',
    STANDPOINT_CONCURRENCY: '4',
    ...(fleet && { REDIS_URL: fleet.redisUrl, DATABASE_URL: fleet.databaseUrl }),
  }
  return { folder, out: join(folder, 'results.jsonl'), env, config: readConfig(env) }
}

/** A runtime for a batch, and on a fleet a worker beside it. Everything is closed in the end. */
async function openHouse(
  place: TestPlace,
  analyse: Analyse = fakeAnalyse(),
): Promise<AsyncDisposable & { runtime: Runtime }> {
  await using opened = new AsyncDisposableStack()
  const runtime = opened.use(await openRuntime(place.config, { read: fakeRead, analyse }))
  if (runtime.isFleet) await opened.use(await openRuntime(place.config, { read: fakeRead, analyse })).work()
  const closing = opened.move()
  return { runtime, [Symbol.asyncDispose]: () => closing.disposeAsync() }
}

/** One `standpoint batch`, from opening to closing. */
export async function batchOf(
  place: TestPlace,
  records: AsyncIterable<ArchiveRecord>,
  { analyse, signal }: { analyse?: Analyse; signal?: AbortSignal } = {},
): Promise<BatchSummary> {
  await using house = await openHouse(place, analyse)
  return await runBatch(house.runtime, { records, recipe: fakeRecipe, out: place.out, signal })
}

/** Articles by id, each with its text. */
export async function* articlesOf(texts: Readonly<Record<string, string>>): AsyncGenerator<ArchiveRecord> {
  for (const [id, text] of Object.entries(texts)) yield { kind: 'article', article: { id, text } }
}

/** A short report like any other, told apart by its subject. */
export function reportOn(subject: string): string {
  return `The council of Arlen voted on ${subject} on Tuesday evening. Ida Brook, who chairs it, said the vote had been long in coming. Opponents of ${subject} left the hall before the count.`
}

/** So many different articles, by name. */
export function numberedReports(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`report-${index}.txt`, reportOn(`bridge number ${index}`)]),
  )
}
