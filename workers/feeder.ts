import { setTimeout as sleep } from 'node:timers/promises'
import type { Lane } from '../pipeline/schema/call-contract.ts'
import type { RequestStore } from '../pipeline/schema/request-contract.ts'
import type { Store } from '../pipeline/schema/store-contract.ts'
import type { Log } from './log.ts'
import type { JobQueue } from './queue/queue.ts'

export type Feeder = {
  /** Articles were accepted. */
  wake(): void
  /** A task was settled here: when a good part of the queue has gone, it is filled up. */
  settled(): void
  close(): Promise<void>
}

type Options = {
  store: Store & Pick<RequestStore, 'forgetEvents'>
  queue: JobQueue
  lanes: readonly Lane[]
  /** So many tasks of a lane are in the queue at once, however many wait in the store. */
  most: number
  /** Hand out the tasks of this batch only. */
  batch?: number
  log: Log
  /** Answers of models that were settled so many days ago are forgotten. */
  keepAnswersDays?: number
  idleMs?: number
  reconcileMs?: number
}

/**
 * Hands tasks from the store to the queue, a bounded number at a time, and hands those out anew that the queue has lost.
 * Several processes may feed: the store lets one at a time do it. A fault is logged and the next round tries again.
 */
export function startFeeder(options: Options): Feeder {
  const { log, idleMs = 1000, reconcileMs = 15_000 } = options
  const stop = new AbortController()
  let woken = Promise.withResolvers<void>()
  let reconciledAt = 0
  let forgottenAt = Number.NEGATIVE_INFINITY
  let settled = 0
  const round = async () => {
    if (performance.now() - reconciledAt >= reconcileMs || reconciledAt === 0) {
      await reconcile(options, reconcileMs)
      reconciledAt = performance.now()
    }
    for (const lane of options.lanes) await feed(options, lane)
    if (performance.now() - forgottenAt >= FORGET_MS) {
      forgottenAt = performance.now()
      await forget(options)
    }
  }
  const loop = async () => {
    while (!stop.signal.aborted) {
      woken = Promise.withResolvers()
      settled = 0
      await round().catch((error: unknown) => log.error({ event: 'feeder.failed', reason: String(error) }))
      await Promise.race([woken.promise, sleep(idleMs, undefined, { signal: stop.signal, ref: true })]).catch(() => {})
    }
  }
  const looping = loop()
  return {
    wake: () => woken.resolve(),
    settled: () => {
      if (++settled >= options.most / 4) woken.resolve()
    },
    close: async () => {
      stop.abort()
      await looping
    },
  }
}

const FORGET_MS = 3_600_000
/** So that the process that looked last finds its turn over when it comes again. */
const LEASE_SLACK_MS = 1000

const KEEP_EVENTS_DAYS = 7

async function forget({ store, keepAnswersDays, log }: Options): Promise<void> {
  await store.forgetEvents({ olderThanDays: KEEP_EVENTS_DAYS })
  if (keepAnswersDays === undefined) return
  const answers = await store.forgetAnswers({ olderThanDays: keepAnswersDays })
  if (answers > 0) log.info({ event: 'ledger.forgotten', answers })
}

async function feed({ store, queue, most, batch, log }: Options, lane: Lane): Promise<void> {
  const tasks = await store.handOut(lane, { most, batch })
  if (tasks.length === 0) return
  await queue.add(lane, tasks)
  log.debug({ event: 'feeder.fed', lane, tasks: tasks.length })
}

/** A task is lost when its job was never added, or went with a queue that was emptied. One process looks for the whole fleet. */
async function reconcile({ store, queue, lanes, log }: Options, olderThanMs: number): Promise<void> {
  if (!(await store.lease('feeder.reconcile', olderThanMs - LEASE_SLACK_MS))) return
  for (const lane of lanes) {
    const lost = await queue.lost(lane, await store.handedOut(lane, { olderThanMs }))
    await store.takeBack(lost)
    if (lost.length > 0) log.warn({ event: 'feeder.rebuilt', lane, tasks: lost.length })
  }
}
