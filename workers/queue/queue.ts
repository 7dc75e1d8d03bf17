import { setTimeout as sleep } from 'node:timers/promises'
import { DelayedError, type IQueueBackend, type Job, type Worker, type withBackend } from 'bullmq'
import { z } from 'zod'
import type { Lane } from '../../pipeline/schema/call-contract.ts'
import type { TaskRef } from '../../pipeline/schema/store-contract.ts'

/** What became of a job: settled in the store, or to be tried again when the time has passed. */
export type Outcome = { kind: 'settled' } | { kind: 'later'; delayMs: number }
export type Process = (task: TaskRef, signal: AbortSignal) => Promise<Outcome>

/** Two lanes, each a queue of its own. It holds ids only and may be emptied at any time: the store knows what is to be done. */
export type JobQueue = {
  add(lane: Lane, tasks: readonly TaskRef[]): Promise<void>
  /** Of these tasks those that are neither waiting, delayed nor in work any more. */
  lost(lane: Lane, tasks: readonly TaskRef[]): Promise<TaskRef[]>
  work(lane: Lane, slots: number, process: Process): JobWorker
  /** How many workers of a lane there are on all machines, where that can be known. */
  workers(lane: Lane): Promise<number | undefined>
  /** BullMQ's own, for who wants to look into them. */
  queues(): readonly object[]
  /** Forgets every job. */
  clear(): Promise<void>
  close(): Promise<void>
}
export type JobWorker = {
  /** Takes no more jobs and waits for those in work. After `graceMs`, if that is given, they are told to stop, with a reason. */
  close(stop?: { reason: string; graceMs: number }): Promise<void>
}

export type QueueOptions = {
  prefix: string
  /** How long a job may be silent before another worker takes it. */
  lockMs: number
  stalledMs: number
  /** How long an idle worker waits before it looks for delayed jobs by itself. */
  drainSeconds: number
  countsWorkers: boolean
  onError(error: Error): void
  close(): Promise<void>
}

type Connections<C> = { producer: C; worker: C }

/** A job may be gone from here as soon as it is finished, since the store has its result: a few stay for whoever looks. */
const KEPT = { removeOnComplete: { count: 100, age: 3600 }, removeOnFail: { count: 100, age: 86_400 } }
const MAX_EVENTS = 1000

export function queueOver<B extends IQueueBackend, C>(
  { Queue, Worker }: ReturnType<typeof withBackend<B, C>>,
  connections: Connections<C>,
  options: QueueOptions,
): JobQueue {
  const { prefix, onError } = options
  const queueOf = (lane: Lane) => {
    const queue = new Queue<TaskRef>(lane, {
      connection: connections.producer,
      prefix,
      skipWaitingForReady: true,
      streams: { events: { maxLen: MAX_EVENTS } },
      defaultJobOptions: { ...KEPT, attempts: 1, stackTraceLimit: 3, sizeLimit: 500 },
    })
    queue.on('error', onError)
    return queue
  }
  const queues = { editorial: queueOf('editorial'), archive: queueOf('archive') }
  const each = () => Object.values(queues)
  return {
    async add(lane, tasks) {
      const jobs = tasks.map((task) => ({ name: 'analyse', data: task, opts: { jobId: jobIdOf(task) } }))
      if (jobs.length > 0) await queues[lane].addBulk(jobs)
    },
    async lost(lane, tasks) {
      const states = await Promise.all(tasks.map((task) => queues[lane].getJobState(jobIdOf(task))))
      return tasks.filter((_, index) => GONE.has(states[index] ?? 'unknown'))
    },
    work(lane, slots, process) {
      const worker = new Worker<TaskRef>(lane, (job, token, signal) => run(job, token, signal, process), {
        connection: connections.worker,
        prefix,
        concurrency: slots,
        lockDuration: options.lockMs,
        stalledInterval: options.stalledMs,
        drainDelay: options.drainSeconds,
        maxStalledCount: 1_000_000, // the store counts attempts, and decides
        ...KEPT,
      })
      worker.on('error', onError)
      return { close: (stop) => closeWorker(worker, stop) }
    },
    workers: async (lane) => (options.countsWorkers ? queues[lane].getWorkersCount() : undefined),
    queues: each,
    clear: async () => void (await Promise.all(each().map((queue) => queue.obliterate({ force: true })))),
    async close() {
      await Promise.all(each().map((queue) => queue.close()))
      await options.close()
    },
  }
}

const GONE = new Set<string>(['completed', 'failed', 'unknown'])
const JobData = z.object({ task: z.int(), turn: z.int() })

/** Unique for each turn, so that a job that the queue still remembers never hides a new one. */
function jobIdOf({ task, turn }: TaskRef): string {
  return `${task}-${turn}`
}

async function run(
  job: Pick<Job, 'data' | 'moveToDelayed'>,
  token: string | undefined,
  signal: AbortSignal | undefined,
  process: Process,
): Promise<void> {
  const outcome = await process(JobData.parse(job.data), signal ?? new AbortController().signal)
  if (outcome.kind === 'settled') return
  await job.moveToDelayed(Date.now() + outcome.delayMs, token)
  throw new DelayedError()
}

async function closeWorker(
  worker: Pick<Worker, 'pause' | 'cancelAllJobs' | 'close'>,
  stop: { reason: string; graceMs: number } | undefined,
): Promise<void> {
  await worker.pause(true)
  const closing = worker.close()
  if (stop !== undefined) {
    if (stop.graceMs > 0) await endsWithin(closing, stop.graceMs)
    worker.cancelAllJobs(stop.reason)
  }
  await closing
}

async function endsWithin(ending: Promise<void>, ms: number): Promise<void> {
  const late = new AbortController()
  await Promise.race([ending, sleep(ms, undefined, { signal: late.signal }).catch(() => {})])
  late.abort()
}
