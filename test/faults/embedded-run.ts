import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { PGlite } from '@electric-sql/pglite'
import { readConfig } from '../../workers/config.ts'
import { createLog } from '../../workers/log.ts'
import { openPlace } from '../../workers/place.ts'
import { openPGlite } from '../../workers/store/open-pglite.ts'
import { writeArticles } from './articles.ts'
import { faultyProvider } from './faulty-provider.fake.ts'
import { installWitness, type Query, type Report, reportOf } from './invariants.ts'
import { randomFrom } from './random.ts'
import type { SmallDisk } from './small-disk.ts'
import { type StandpointProcess, startStandpoint } from './standpoint-process.ts'

export type EmbeddedPlan = {
  articles: number
  /** So often the process is killed in the middle. */
  blows: number
  providerFaults: number
  seed: number
  /** A folder on a small disk, for the data: it is filled up in the first run, and freed for the second. */
  smallDisk?: SmallDisk
  /** The fault of `mutants.ts` that the process has. */
  mutant?: string
  mostSeconds: number
  onProgress?(text: string): void
}

/**
 * A batch in a data folder: killed again and again, each time when some more articles are done, then run to its end. What a killed
 * process left is looked at through the folder itself.
 */
export async function runEmbedded(plan: EmbeddedPlan): Promise<Report & { firstError?: string }> {
  const started = performance.now()
  await using opened = new AsyncDisposableStack()
  const random = randomFrom(plan.seed)
  const folder = await mkdtemp(join(tmpdir(), 'standpoint-faults-'))
  opened.defer(() => rm(folder, { recursive: true, force: true }))
  const provider = opened.use(await faultyProvider({ random, share: plan.providerFaults }))
  const [input, out, data] = [
    join(folder, 'articles.jsonl'),
    join(folder, 'results.jsonl'),
    join(plan.smallDisk?.folder ?? folder, 'data'),
  ]
  const ids = await writeArticles(input, plan.articles)
  await inFolder(data, installWitness)
  const env = {
    STANDPOINT_DATA: data,
    OPENAI_BASE_URL: provider.baseUrl,
    STANDPOINT_MODEL: 'fake-model',
    STANDPOINT_LOG: 'error',
    STANDPOINT_CONCURRENCY: String(CALLS_AT_ONCE),
  }
  const run = () =>
    startStandpoint(['batch', input, '--out', out, '--mode', 'chain', '--json'], { env, mutant: plan.mutant })
  const faults = new Map<string, number>()
  const isLate = () => performance.now() - started > plan.mostSeconds * 1000
  let firstError: string | undefined
  if (plan.smallDisk !== undefined) {
    faults.set('disk full', 1)
    firstError = await endOnFullDisk(run(), plan.smallDisk, () => provider.calls() >= plan.articles)
    plan.onProgress?.(`with a full disk: ${firstError}`)
  }
  for (let blow = 1; blow <= plan.blows && !isLate(); blow++) {
    const process = run()
    const before = provider.calls()
    const calls = (CALLS_AN_ARTICLE * plan.articles) / (plan.blows + 1)
    while (process.isRunning() && provider.calls() - before < calls * (0.5 + random.next() / 2) && !isLate())
      await sleep(20)
    if (process.isRunning()) faults.set('process killed', (faults.get('process killed') ?? 0) + 1)
    await process.kill('SIGKILL')
    plan.onProgress?.(`${blow} of ${plan.blows}: killed after ${provider.calls()} calls`)
  }
  const last = run()
  while (last.isRunning() && !isLate()) await sleep(100)
  await last.kill('SIGKILL')
  const seconds = Math.round((performance.now() - started) / 1000)
  const report = await inFolder(data, (query) =>
    reportOf({ query, provider, ids, out, faults, inFlight: CALLS_AT_ONCE * plan.blows, seconds }),
  )
  return { ...report, firstError }
}

/** Fills the disk when the run is under way, waits until the process has ended by itself, and frees the disk again. */
async function endOnFullDisk(process: StandpointProcess, disk: SmallDisk, isUnderWay: () => boolean): Promise<string> {
  while (process.isRunning() && !isUnderWay()) await sleep(20)
  await disk.fill()
  const { stderr } = await process.ended
  await disk.free()
  return stderr
}

/** What the honest fake is asked about a short report. */
const CALLS_AN_ARTICLE = 2.4
const CALLS_AT_ONCE = 8

/** Looks into a data folder that no process has open. */
async function inFolder<T>(data: string, act: (query: Query) => Promise<T>): Promise<T> {
  await (await openPlace(readConfig({ STANDPOINT_DATA: data }), createLog('silent'))).close()
  const db = await openPGlite(data)
  try {
    return await act((text) => rowsOf(db, text))
  } finally {
    await db.close()
  }
}

async function rowsOf(db: PGlite, text: string): Promise<Record<string, unknown>[]> {
  return (await db.query<Record<string, unknown>>(text)).rows
}
