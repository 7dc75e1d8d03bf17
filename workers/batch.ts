import { hostname } from 'node:os'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ArchiveRecord } from '../archive/formats/format.ts'
import { orAborted } from '../pipeline/engines/calls/wait.ts'
import { StandpointError } from '../pipeline/schema/errors.ts'
import type { Recipe } from '../pipeline/schema/recipe.ts'
import type { TaskCounts } from '../pipeline/schema/store-contract.ts'
import { chunksOf, entriesOf } from './batch-entries.ts'
import type { HeldBackUntil } from './limits/holds.ts'
import type { Runtime } from './runtime.ts'
import { isAway } from './store/is-away.ts'
import { checkWritable, writeResults } from './write-results.ts'

export type BatchJob = {
  records: AsyncIterable<ArchiveRecord>
  recipe: Recipe
  /** The results file: one line an article, in input order. It appears whole, when the batch is done. */
  out: string
  /** The texts are left out of it. */
  noText?: boolean
  signal?: AbortSignal
  onProgress?(progress: BatchProgress): void
}

export type BatchProgress = {
  phase: 'accepting' | 'analysing' | 'writing'
  /** Articles and faults read so far; all of them once `phase` is past accepting. */
  total: number
  /** Analysed, `reused` ones included. */
  done: number
  failed: number
  /** Those that an earlier run had analysed. */
  reused: number
  /** On a fleet: workers that could do the work. With none, nothing moves. */
  workers?: number
  /** Why calls of the model wait at present. */
  heldBack?: HeldBackUntil
  /** US dollars that this run has spent, where every model has a price. On a fleet the workers spend, and `standpoint ledger` tells. */
  costUsd?: number
}
export type BatchSummary = {
  total: number
  done: number
  failed: number
  reused: number
  ms: number
  costUsd?: number
  /** Where the failures stand, one a line; absent when there was none. */
  failuresFile?: string
}

/**
 * Accepts every record, waits until each is settled, and writes the results from the store. What an earlier run has done is not
 * done again. Embedded, this process does the work; on a fleet the workers do. Memory does not grow with the archive.
 * @throws StandpointError OUTPUT_UNWRITABLE before anything is accepted; MODEL_KEY_REFUSED and its like when no article can be
 *   analysed as things are set up; CANCELLED when `signal` says so: nothing is lost then,
 *   and the same call goes on from there
 */
export async function runBatch(runtime: Runtime, job: BatchJob): Promise<BatchSummary> {
  const started = performance.now()
  await checkWritable(job.out)
  const { store } = runtime
  const batch = await store.openBatch(`${hostname()} ${resolve(job.out)}`)
  try {
    const accepted = await acceptAll(runtime, batch, job)
    const ends = await waitForAll(runtime, { batch, accepted, job })
    job.onProgress?.({ phase: 'writing', ...accepted, ...ends })
    const failuresFile = await writeResults(store.readBatch(batch), job)
    await store.closeBatch(batch)
    return { ...accepted, ...ends, ms: performance.now() - started, costUsd: runtime.spentUsd(), failuresFile }
  } catch (error) {
    if (!job.signal?.aborted) {
      await runtime.stop('giving up')
      throw error
    }
    await runtime.stop('interrupted')
    throw cancelled(await store.counts(batch), runtime.isFleet)
  }
}

type Accepted = { total: number; reused: number }
type Ends = { done: number; failed: number }

async function acceptAll(runtime: Runtime, batch: number, job: BatchJob): Promise<Accepted> {
  const accepted = { total: 0, reused: 0 }
  const ends = watch(runtime, batch)
  let isWorking = runtime.isFleet // there the workers do it
  for await (const entries of chunksOf(entriesOf(job.records, job.signal))) {
    const { reused } = await whenBack(
      () => runtime.store.accept(entries, { batch, recipe: job.recipe, lane: 'archive' }),
      job.signal,
    )
    if (!isWorking && reused < entries.length) {
      // Not before: a rerun of what is done needs no queue, and opening it takes longer than the rerun.
      await runtime.work({ lanes: ['archive'], batch })
      isWorking = true
    }
    runtime.wake()
    accepted.total += entries.length
    accepted.reused += reused
    job.onProgress?.({ phase: 'accepting', ...accepted, ...(await ends()), costUsd: runtime.spentUsd() })
  }
  return accepted
}

async function waitForAll(
  runtime: Runtime,
  { batch, accepted, job }: { batch: number; accepted: Accepted; job: BatchJob },
): Promise<Ends> {
  const { onProgress, signal } = job
  while (true) {
    signal?.throwIfAborted()
    const asked = performance.now()
    const counts = await whenBack(() => runtime.store.counts(batch), signal)
    const gapMs = Math.min(5000, Math.max(50, 20 * (performance.now() - asked)))
    const workers = runtime.isFleet ? await runtime.workers().catch(() => undefined) : undefined
    throwIfUnable(runtime)
    const [heldBack, costUsd] = [runtime.heldBack(), runtime.spentUsd()]
    onProgress?.({ phase: 'analysing', ...accepted, ...endsOf(counts), workers, heldBack, costUsd })
    if (counts.accepted + counts.queued + counts.running === 0) return allOf(accepted, endsOf(counts))
    await orAborted(Promise.all([runtime.nextSettled(runtime.isFleet ? 300 : 1000), sleep(gapMs)]), signal)
  }
}

/** A fleet goes on while the store is away for this process, or starts again: a question to it is asked again for some minutes. */
async function whenBack<T>(question: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await question()
    } catch (error) {
      if (!isAway(error) || attempt === MOST_QUESTIONS) throw error
      await orAborted(sleep(1000), signal)
    }
  }
}

const MOST_QUESTIONS = 300

/** A server that is away may come back; what a person must mend ends the run. What was accepted stays accepted. */
function throwIfUnable(runtime: Runtime): void {
  const error = runtime.unable()
  if (error === undefined || error.code === 'MODEL_UNREACHABLE') return
  const again = 'Then the same command goes on from where it stopped.'
  throw new StandpointError(error.code, error.message, {
    where: error.where,
    fix: error.fix ? `${error.fix} ${again}` : again,
    cause: error,
  })
}

/** A run of the same command that began later takes the batch over. */
function allOf({ total }: Accepted, ends: Ends): Ends {
  if (ends.done + ends.failed === total) return ends
  throw new StandpointError('CANCELLED', 'Another run of the same command has taken this batch over', {
    fix: 'Let that one finish, or give each run an --out file of its own.',
  })
}

/** Counting a long batch takes time: an answer is given again while it is younger than twenty times that. */
function watch({ store }: Runtime, batch: number): () => Promise<Ends> {
  let ends: Ends = { done: 0, failed: 0 }
  let until = 0
  return async () => {
    const asked = performance.now()
    if (asked < until) return ends
    ends = endsOf(await store.counts(batch))
    const answered = performance.now()
    until = answered + Math.max(200, 20 * (answered - asked))
    return ends
  }
}

function endsOf({ done, failed, refused }: TaskCounts): Ends {
  return { done, failed: failed + refused }
}

function cancelled(counts: TaskCounts, isFleet: boolean): StandpointError {
  const { done, failed, refused } = counts
  const open = counts.accepted + counts.queued + counts.running
  return new StandpointError(
    'CANCELLED',
    `Stopped: ${done} analysed, ${failed + refused} failed, ${open} accepted and not done`,
    {
      fix: isFleet
        ? 'What was accepted stays accepted: workers do it as long as they run. The same command goes on from there and writes the results.'
        : 'The same command goes on from there and writes the results.',
    },
  )
}
