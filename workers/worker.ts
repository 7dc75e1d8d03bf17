import { setTimeout as sleep } from 'node:timers/promises'
import type { Span } from '@opentelemetry/api'
import { isShut } from '../pipeline/engines/calls/provider-fault.ts'
import type { Analysis } from '../pipeline/schema/analysis.ts'
import type { Article } from '../pipeline/schema/article.ts'
import type { Account, Call, Lane, Limiter } from '../pipeline/schema/call-contract.ts'
import type { Analyse, EngineFor, StepEvent } from '../pipeline/schema/contracts.ts'
import { codeOf, type ErrorCode, RetryLater, StandpointError } from '../pipeline/schema/errors.ts'
import type { Reading } from '../pipeline/schema/reading.ts'
import type { Recipe } from '../pipeline/schema/recipe.ts'
import type { RequestStore } from '../pipeline/schema/request-contract.ts'
import type { ClaimedTask, Store, TaskRef } from '../pipeline/schema/store-contract.ts'
import { failSpan } from '../pipeline/traces/in-span.ts'
import type { Log } from './log.ts'
import type { Outcome, Process } from './queue/queue.ts'
import { inTaskSpan } from './queue-span.ts'
import { isAway } from './store/is-away.ts'

export type Read = (article: Article, options: { language?: string; incomplete?: readonly string[] }) => Reading
type Settled = { task: number; state: 'done' | 'failed'; ms: number }

export type WorkOptions = {
  store: Pick<Store, 'claim' | 'complete' | 'fail' | 'putBack' | 'ledger'> & Pick<RequestStore, 'note'>
  limiter: Limiter
  lane: Lane
  read: Read
  analyse: Analyse
  engineFor(recipe: Recipe): EngineFor
  log: Log
  onSettled(settled: Settled): void
  /** No article can be analysed as things are set up: the key, the model, the account, what is installed. */
  onUnable?(error: StandpointError): void
  /** US dollars for a call that was just paid, whatever becomes of its article; undefined where the model has no price. */
  onSpent?(costUsd: number | undefined): void
  onStep?(task: number, event: StepEvent): void
  /** Something that happened to a task was written down. */
  onNoted?(task: number): void
}

/** Attempts that end in a fault that may pass. */
const MOST_ATTEMPTS = 3
/** Attempts that end with their process: the article may be what kills it. */
const MOST_DEATHS = 5
/** Attempts in all, those that count for nothing (a provider that is down, limits, restarts) included: about a day of trying. */
const MOST_CLAIMS = 1000

/**
 * What a worker does with a job: claims its task, reads and analyses the article, and settles the task in the store. A fault of
 * the article settles it as failed at once, faults that may pass after some attempts. Being told to come back later, a set-up in
 * which no article can be analysed, and a store that is away are no attempt: the job waits.
 */
export function processOf(options: WorkOptions): Process {
  return async (ref, signal) => {
    try {
      return await work(ref, signal, options)
    } catch (error) {
      if (!isStoresFault(error)) throw error
      options.log.warn({ event: 'store.away', task: ref.task, reason: reasonOf(error).slice(0, 200) })
      return { kind: 'later', delayMs: spread(STORE_AWAY_MS) }
    }
  }
}

const STORE_AWAY_MS = 2000

/** The store is away, or cannot go on for now (a full disk): the article is not to blame. */
function isStoresFault(error: unknown): boolean {
  // An error of ours says itself what it is; that of a model server may have a broken connection for its cause.
  return error instanceof StandpointError ? error.code === 'DATABASE_FAILED' : isAway(error)
}

async function work(ref: TaskRef, signal: AbortSignal, options: WorkOptions): Promise<Outcome> {
  const claim = await options.store.claim(ref)
  if (claim === undefined) return SETTLED
  return inTaskSpan(claim, options.lane, (span) => workOn(claim, span, { options, signal }))
}

type Working = { options: WorkOptions; signal: AbortSignal }

async function workOn(claim: ClaimedTask, span: Span, { options, signal }: Working): Promise<Outcome> {
  const started = performance.now()
  const result = await attempt(claim, options, signal)
  const ms = Math.round(performance.now() - started)
  span.setAttribute('standpoint.outcome', result.kind)
  if (result.kind === 'failed') failSpan(span, result.error.code)
  const outcome = await untilStored(() => settle(claim, result, options, ms))
  options.log.info({
    event: 'task.ended',
    task: claim.task,
    lane: options.lane,
    attempt: claim.attempt,
    result: result.kind,
    ...(result.kind === 'later' && { reason: result.reason, delayMs: Math.round(result.delayMs) }),
    ms,
  })
  return outcome
}

const SETTLED: Outcome = { kind: 'settled' }

/** What was analysed is not given up because the store is away for a moment. */
async function untilStored(write: () => Promise<Outcome>): Promise<Outcome> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await write()
    } catch (error) {
      if (!isAway(error) || attempt === MOST_WRITES) throw error
      await sleep(spread(500 * attempt))
    }
  }
}

const MOST_WRITES = 6

type Attempt =
  | { kind: 'done'; analysis: Analysis; calls: Call[] }
  | { kind: 'failed'; error: StandpointError; calls: Call[] }
  /** `reason`: a code or a word, for the log. */
  | { kind: 'later'; delayMs: number; counted: boolean; reason: string }

async function attempt(claim: ClaimedTask, options: WorkOptions, stopped: AbortSignal): Promise<Attempt> {
  if (claim.attempt > MOST_DEATHS) return { kind: 'failed', error: diedTooOften(claim), calls: [] }
  const { article, incomplete, recipe } = claim
  const calls: Call[] = []
  const notes = notesOn(claim, options)
  const signal = AbortSignal.any([stopped, notes.unwanted])
  try {
    const reading = options.read(article, { language: recipe.language, incomplete })
    const onStep = (event: StepEvent) => {
      notes.write(event)
      options.onStep?.(claim.task, event)
    }
    const analysis = await options.analyse(reading, recipe, {
      engineFor: options.engineFor(recipe),
      account: accountOf(claim, options),
      signal,
      onStep,
      onCall: (call) => calls.push(call),
    })
    return { kind: 'done', analysis, calls }
  } catch (error) {
    const judged = judge(error, claim, signal)
    if (judged.kind === 'later' && judged.unable) options.onUnable?.(judged.unable)
    return judged.kind === 'failed' ? { ...judged, calls } : judged
  } finally {
    await notes.written()
  }
}

/**
 * Writes down what happens to an article that editors watch, in order. `unwanted` says when the task was cancelled, or another
 * attempt has taken over: what would be asked of a model then would be paid for nothing.
 */
function notesOn(claim: ClaimedTask, { store, lane, log, onNoted }: WorkOptions) {
  const ended = new AbortController()
  let written = Promise.resolve()
  const write = async (event: StepEvent) => {
    try {
      if (!(await store.note(claim, event))) ended.abort(new Error('nobody waits for it any more'))
      onNoted?.(claim.task)
    } catch (error) {
      log.warn({ event: 'note.lost', task: claim.task, reason: reasonOf(error).slice(0, 200) })
    }
  }
  return {
    unwanted: ended.signal,
    write: (event: StepEvent) => {
      if (lane === 'editorial') written = written.then(() => write(event))
    },
    written: () => written,
  }
}

function accountOf({ article, sample }: ClaimedTask, { store, limiter, lane, onSpent }: WorkOptions): Account {
  return {
    ledger: store.ledger(article.contentHash),
    limiter,
    sample,
    lane,
    article: article.contentHash,
    onPaid: ({ costUsd }) => onSpent?.(costUsd),
  }
}

async function settle(claim: ClaimedTask, result: Attempt, options: WorkOptions, ms: number): Promise<Outcome> {
  const { store, onSettled } = options
  switch (result.kind) {
    case 'done':
      if (await store.complete(claim, result.analysis, result.calls)) onSettled({ task: claim.task, state: 'done', ms })
      return SETTLED
    case 'failed':
      if (await store.fail(claim, result.error, result.calls)) onSettled({ task: claim.task, state: 'failed', ms })
      return SETTLED
    case 'later':
      await store.putBack(claim, { counted: result.counted })
      return { kind: 'later', delayMs: result.delayMs }
  }
}

type Judged =
  | { kind: 'failed'; error: StandpointError }
  | { kind: 'later'; delayMs: number; counted: boolean; reason: string; unable?: StandpointError }

/**
 * The policy of failures: held back or stopped → back to the queue; the store away → back, soon; a set-up in which nothing can
 * be done → back, for half a minute; what may pass (the model server, a fault of ours) → again, longer each time, three times in all;
 * everything else is the article's and fails it.
 */
function judge(error: unknown, claim: ClaimedTask, signal: AbortSignal): Judged {
  const free = (delayMs: number, reason = codeOf(error)) => ({
    kind: 'later' as const,
    delayMs,
    counted: false,
    reason,
  })
  if (signal.aborted) return free(0, 'stopped')
  const known = error instanceof StandpointError ? error : ourFault(error)
  if (claim.claim % MOST_CLAIMS !== 0) {
    if (error instanceof RetryLater) return free(spread(error.retryAfterMs), error.because)
    if (isStoresFault(error)) return free(spread(STORE_AWAY_MS))
    if (isShut(known) || UNABLE.has(known.code)) return { ...free(spread(UNABLE_MS)), unable: known }
  }
  if (!PASSING.has(known.code) || claim.attempt >= MOST_ATTEMPTS) return { kind: 'failed', error: known }
  return { ...free(spread(1000 * 2 ** (claim.attempt - 1))), counted: true }
}

/** Faults that may be gone at the next attempt. */
const PASSING: ReadonlySet<ErrorCode> = new Set(['MODEL_FAILED', 'INTERNAL'])

/**
 * Faults of the set-up beside those of the provider, which every article would meet: a person must mend them, or this process is
 * older or poorer than others of its fleet, which then take the job.
 */
const UNABLE: ReadonlySet<ErrorCode> = new Set([
  'MODEL_UNUSABLE',
  'PROVIDER_NOT_INSTALLED',
  'ENGINE_UNKNOWN',
  'PROMPT_UNKNOWN',
  'CONFIG_INVALID',
])
const UNABLE_MS = 30_000

/** Up to half as much again, so that many do not come back at once. */
function spread(ms: number): number {
  return Math.round(ms * (1 + Math.random() / 2))
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function ourFault(error: unknown): StandpointError {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return new StandpointError('INTERNAL', `The analysis broke off: ${reason.slice(0, 300)}`, {
    fix: 'This is a fault of Standpoint. Please report it with the article, if it may be shown.',
    cause: error,
  })
}

function diedTooOften(claim: ClaimedTask): StandpointError {
  return new StandpointError('INTERNAL', `The process ended during each of ${claim.attempt - 1} attempts`, {
    where: claim.article.id,
    fix: 'Look for a lack of memory, then run the same command again.',
  })
}
