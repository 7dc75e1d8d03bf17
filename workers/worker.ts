import type { Analysis } from '../pipeline/schema/analysis.ts'
import type { Article } from '../pipeline/schema/article.ts'
import type { Analyse, Call, ClaimedTask, EngineFor, Lane, StepEvent, Store } from '../pipeline/schema/contracts.ts'
import { type ErrorCode, RetryLater, StandpointError } from '../pipeline/schema/errors.ts'
import type { Reading } from '../pipeline/schema/reading.ts'
import type { Recipe } from '../pipeline/schema/recipe.ts'
import type { Log } from './log.ts'
import type { Outcome, Process } from './queue/queue.ts'

export type Read = (article: Article, options: { language?: string; incomplete?: readonly string[] }) => Reading
type Settled = { task: number; state: 'done' | 'failed'; ms: number }

export type WorkOptions = {
  store: Store
  lane: Lane
  read: Read
  analyse: Analyse
  engineFor(recipe: Recipe): EngineFor
  log: Log
  onSettled(settled: Settled): void
  /** US dollars for a call that was just paid, whatever becomes of its article. */
  onSpent?(costUsd: number): void
  onStep?(task: number, event: StepEvent): void
}

const MOST_ATTEMPTS = 3

/**
 * What a worker does with a job: claims its task, reads and analyses the article, and settles the task in the store. A fault of
 * the article settles it as failed at once, other faults after some attempts; being told to come back later is no attempt.
 */
export function processOf(options: WorkOptions): Process {
  return async (ref, signal) => {
    const { store, log } = options
    const claim = await store.claim(ref)
    if (claim === undefined) return SETTLED
    const started = performance.now()
    const result = await attempt(claim, options, signal)
    const ms = Math.round(performance.now() - started)
    const outcome = await settle(claim, result, options, ms)
    log.info({
      event: 'task.ended',
      task: ref.task,
      lane: options.lane,
      attempt: claim.attempt,
      result: result.kind,
      ms,
    })
    return outcome
  }
}

const SETTLED: Outcome = { kind: 'settled' }

type Attempt =
  | { kind: 'done'; analysis: Analysis; calls: Call[] }
  | { kind: 'failed'; error: StandpointError }
  | { kind: 'later'; delayMs: number; counted: boolean }

async function attempt(claim: ClaimedTask, options: WorkOptions, signal: AbortSignal): Promise<Attempt> {
  if (claim.attempt > MOST_ATTEMPTS) return { kind: 'failed', error: diedTooOften(claim) }
  const { article, incomplete, recipe, sample } = claim
  try {
    const reading = options.read(article, { language: recipe.language, incomplete })
    const calls: Call[] = []
    const onStep = (event: StepEvent) => options.onStep?.(claim.task, event)
    const analysis = await options.analyse(reading, recipe, {
      engineFor: options.engineFor(recipe),
      account: {
        ledger: options.store.ledger(article.contentHash),
        sample,
        lane: options.lane,
        onPaid: ({ costUsd }) => costUsd !== undefined && options.onSpent?.(costUsd),
      },
      signal,
      onStep,
      onCall: (call) => calls.push(call),
    })
    return { kind: 'done', analysis, calls }
  } catch (error) {
    return judge(error, claim, signal)
  }
}

async function settle(claim: ClaimedTask, result: Attempt, options: WorkOptions, ms: number): Promise<Outcome> {
  const { store, onSettled } = options
  switch (result.kind) {
    case 'done':
      if (await store.complete(claim, result.analysis, result.calls)) onSettled({ task: claim.task, state: 'done', ms })
      return SETTLED
    case 'failed':
      if (await store.fail(claim, result.error)) onSettled({ task: claim.task, state: 'failed', ms })
      return SETTLED
    case 'later':
      await store.putBack(claim, { counted: result.counted })
      return { kind: 'later', delayMs: result.delayMs }
  }
}

function judge(error: unknown, claim: ClaimedTask, signal: AbortSignal): Attempt {
  if (error instanceof RetryLater) return { kind: 'later', delayMs: error.retryAfterMs, counted: false }
  if (signal.aborted) return { kind: 'later', delayMs: 0, counted: false }
  const known = error instanceof StandpointError ? error : ourFault(error)
  if (!PASSING.has(known.code) || claim.attempt >= MOST_ATTEMPTS) return { kind: 'failed', error: known }
  return { kind: 'later', delayMs: backoffMs(claim.attempt), counted: true }
}

/** Faults that may be gone at the next attempt; every other one is the article's, the recipe's or the set-up's. */
const PASSING: ReadonlySet<ErrorCode> = new Set(['MODEL_UNREACHABLE', 'MODEL_FAILED', 'INTERNAL'])

/** 1 s, 2 s, … and up to half as much again, so that many do not come back at once. */
function backoffMs(attempt: number): number {
  return Math.round(1000 * 2 ** (attempt - 1) * (1 + Math.random() / 2))
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
