import type { Lane } from '../pipeline/schema/call-contract.ts'
import type { Analyse, StepEvent } from '../pipeline/schema/contracts.ts'
import type { StandpointError } from '../pipeline/schema/errors.ts'
import type { RequestStore } from '../pipeline/schema/request-contract.ts'
import type { Store } from '../pipeline/schema/store-contract.ts'
import type { Post } from './attempt-delivery.ts'
import { type Config, withoutPassword } from './config.ts'
import type { Deliverer } from './deliver.ts'
import { type Engines, openEngines } from './engines.ts'
import { type Feeder, startFeeder } from './feeder.ts'
import type { SafeFetch } from './fetch/safe-fetch.ts'
import { type HeldBackUntil, newHolds } from './limits/holds.ts'
import { limiterOver } from './limits/limiter.ts'
import { createLog, type Log } from './log.ts'
import { openPlace } from './place.ts'
import type { JobQueue, JobWorker } from './queue/queue.ts'
import { newWatchers, type Watchers } from './watchers.ts'
import { processOf, type Read } from './worker.ts'

/** Store, queue, feeder and workers of this process. */
export type Runtime = AsyncDisposable & {
  store: Store & RequestStore
  /** Queue and store are servers that other processes work on too. */
  isFleet: boolean
  /** Begins to work. Once in a process. */
  work(options?: WorkOptions): Promise<void>
  /** Begins to tell webhooks what has ended. Once in a process. */
  deliver(): Promise<void>
  /** @throws StandpointError URL_REFUSED for an address that webhooks may not lead to */
  refuseAddress(url: string): Promise<void>
  /** Workers of the archive lane on all machines, where that can be known. */
  workers(): Promise<number | undefined>
  /** BullMQ's queues, for who wants to look into them. */
  queues(): Promise<ReturnType<JobQueue['queues']>>
  /** Something was accepted or has ended: hands it out, or tells of it, without delay. */
  wake(): void
  /** Why calls of models have been waiting here, as long as they do. */
  heldBack(): HeldBackUntil | undefined
  /** The last fault of the set-up that kept an article here from being analysed: none could be. */
  unable(): StandpointError | undefined
  /** US dollars that this process has spent on analyses; undefined where a model that it asked has no price. */
  spentUsd(): number | undefined
  /** Resolves when this process has settled a task, at the latest after `ms`. */
  nextSettled(ms: number): Promise<void>
  /** Resolves when this process has seen something happen to the task, at the latest after `ms`. */
  nextChange: Watchers['nextChange']
  /**
   * Takes no more work. Articles in work may end within `graceMs` (0); what is left then is put back and costs no attempt.
   */
  stop(reason: string, options?: { graceMs: number }): Promise<void>
}
type WorkOptions = {
  lanes?: readonly Lane[]
  /** Only the tasks of this batch: what an earlier command left undone stays so. */
  batch?: number
  onStep?(task: number, event: StepEvent): void
}

/** What the runtime is joined from; each has its default, and tests give their own. */
export type Parts = {
  log?: Log
  read?: Read
  analyse?: Analyse
  engines?: Pick<Engines, 'engineFor'>
  /** How webhooks are told; by default at public addresses only, and at those that the settings allow. */
  post?: Post
}

/**
 * Opens store and queue where the settings say: in the data folder, which is locked, or on servers. Nothing works before
 * `work` is called.
 * @throws StandpointError FOLDER_LOCKED, FOLDER_UNUSABLE, REDIS_UNREACHABLE, DATABASE_UNREACHABLE, DATABASE_FAILED
 */
export async function openRuntime(config: Config, parts: Parts = {}): Promise<Runtime> {
  const log = parts.log ?? createLog(config.logLevel)
  const place = await openPlace(config, log)
  const opened = new AsyncDisposableStack()
  const waiting = new Set<() => void>()
  let feeder: Feeder | undefined
  let deliverer: Deliverer | undefined
  let workers: JobWorker[] = []
  let spentUsd: number | undefined
  let isAllPriced = true
  let unable: StandpointError | undefined
  const holds = newHolds()
  const limiter = limiterOver(place.limits, { limits: config.limits, spentToday: () => place.store.spentToday() })
  const onUnable = (error: StandpointError) => {
    unable = error
    log.error({ event: 'worker.unable', code: error.code, where: shownPlace(error.where), fix: error.fix })
  }
  const spent = (costUsd: number | undefined) => {
    if (costUsd === undefined) isAllPriced = false
    else spentUsd = (spentUsd ?? 0) + costUsd
  }
  const watchers = newWatchers()
  const settled = ({ task }: { task: number }) => {
    feeder?.settled()
    deliverer?.wake()
    watchers.changed(task)
    for (const resume of waiting) resume()
    waiting.clear()
  }
  const stop = async (reason: string, { graceMs } = { graceMs: 0 }) => {
    await feeder?.close()
    await Promise.all([...workers.map((worker) => worker.close({ reason, graceMs })), deliverer?.close({ graceMs })])
    feeder = undefined
    deliverer = undefined
    workers = []
  }
  return {
    store: place.store,
    isFleet: place.isFleet,
    async work({ lanes = LANES, batch, onStep }: WorkOptions = {}) {
      const queue = await place.queue()
      const joined = {
        ...(await defaultsOf(config, parts)),
        store: place.store,
        limiter: holds.noting(limiter),
        log,
        onSettled: settled,
        onUnable,
        onSpent: spent,
        onStep,
        onNoted: watchers.changed,
      }
      const most = mostIn(place.isFleet, config)
      feeder = startFeeder({
        store: place.store,
        queue,
        lanes,
        batch,
        log,
        most,
        keepAnswersDays: config.keepAnswersDays,
      })
      workers = lanes.map((lane) => queue.work(lane, slotsOf(lane, config), processOf({ ...joined, lane })))
    },
    async deliver() {
      const post = parts.post ?? opened.use(await safeWeb(config)).post
      const { startDeliverer } = await import('./deliver.ts')
      deliverer = startDeliverer({ store: place.store, post, log })
    },
    async refuseAddress(url) {
      const { refuseAddress } = await import('./fetch/refuse-address.ts')
      await refuseAddress(url, { allow: config.serve.fetchAllow })
    },
    workers: async () => (await place.queue()).workers('archive'),
    queues: async () => (await place.queue()).queues(),
    spentUsd: () => (isAllPriced ? spentUsd : undefined),
    heldBack: holds.current,
    unable: () => unable,
    wake() {
      feeder?.wake()
      deliverer?.wake()
    },
    nextSettled: (ms) => nextSettled(waiting, ms),
    nextChange: watchers.nextChange,
    stop,
    async [Symbol.asyncDispose]() {
      await stop('closing')
      await opened.disposeAsync()
      await place.close()
    },
  }
}

/** Which of two model servers it is, without a password in its address. */
function shownPlace(where: string | undefined): string | undefined {
  return where !== undefined && URL.canParse(where) ? withoutPassword(where) : where
}

const LANES: readonly Lane[] = ['editorial', 'archive']
const EDITORIAL_SLOTS = 2

function slotsOf(lane: Lane, { concurrency }: Config): number {
  return lane === 'archive' ? concurrency : Math.min(EDITORIAL_SLOTS, concurrency)
}

/** Enough that no worker waits for the feeder; ids only, so a thousand of them are small. */
function mostIn(isFleet: boolean, { concurrency }: Config): number {
  return isFleet ? 1000 : Math.max(100, 4 * concurrency)
}

async function nextSettled(waiting: Set<() => void>, ms: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, ms)
  waiting.add(resolve)
  await promise
  clearTimeout(timer)
  waiting.delete(resolve)
}

/** Loaded when there is something to send: no other command needs it. */
async function safeWeb({ serve }: Config): Promise<SafeFetch & AsyncDisposable> {
  const { openSafeFetch } = await import('./fetch/safe-fetch.ts')
  const web = openSafeFetch({ allow: serve.fetchAllow })
  return { ...web, [Symbol.asyncDispose]: () => web.close() }
}

/** Loaded when work begins: a command that only looks starts without them. */
async function defaultsOf(config: Config, parts: Parts) {
  const engines = parts.engines ?? openEngines(config)
  return {
    read: parts.read ?? (await import('../pipeline/rules/read.ts')).read,
    analyse: parts.analyse ?? (await import('../pipeline/analyse.ts')).analyse,
    engineFor: engines.engineFor,
  }
}
