import type { Account, CallEnd, Claimed, HeldBack, Need, RecordedAnswer } from '../../schema/call-contract.ts'
import { RetryLater } from '../../schema/errors.ts'
import type { StepName } from '../../schema/recipe.ts'
import { type ChatAbout, inChatSpan, tellReplay } from './chat-span.ts'
import { costOf, type Price, usedBy } from './cost.ts'
import { type CallOutcome, endOf, type Judged, judged, spentOn, type Tried } from './judged-answer.ts'
import { networkError, neverReached, type Provider, withoutFilterError } from './provider-fault.ts'
import { type Speed, timeLimitMs } from './time-limit.ts'
import { backoffMs, wait } from './wait.ts'

/** How long a call waits in place at one time and in all when it is held back; beyond that RetryLater rises. */
export type Patience = { longestMs: number; totalMs: number }

/** What every call of an engine shares. */
export type CallDesk = {
  provider: Provider
  speed?: Speed
  /** In place of the time limit that follows from the speed and the size of a request. */
  limitMs?: number
  price?: Price
  patience?: Patience
}

/** One request: its hash, what it needs at most, and how it is sent once all has been written down. */
export type ModelCall = {
  request: string
  steps: readonly StepName[]
  need: Need
  send(signal: AbortSignal): Promise<RecordedAnswer>
  /** How often it is sent to a server that breaks over it, by default three times. */
  crashes?: number
}

/**
 * Makes a call as the ledger demands: claim → reserve → intent → send → answer. A stored answer is replayed, an identical call
 * in flight awaited; what is no answer (5xx, a timeout, a broken connection) is sent three times in all. Failures of a
 * server that is down for everybody count for no call: they are waited for like a limit.
 * @throws RetryLater when limiter or provider hold the call back beyond the patience; StandpointError MODEL_*,
 *   CONTEXT_TOO_SMALL, REQUEST_TOO_LARGE; the signal's own reason
 */
export async function callModel(call: ModelCall, desk: CallDesk, { account, signal }: Calling): Promise<CallOutcome> {
  const waitInPlace = patience(desk.patience)
  let ordinal = 0
  for (let attempt = 0; ; ) {
    signal?.throwIfAborted()
    const tried = await tryOnce(call, { ...desk, ...account, ordinal }, signal)
    if (tried.kind === 'answered' || tried.kind === 'refused') return tried
    if (tried.kind === 'later') {
      await waitInPlace(tried.later, signal)
      continue
    }
    if (tried.stored) ordinal++
    // An earlier run has paid for a stored answer, and is over: that is no sign that the server is busy.
    if (tried.replayed) continue
    if (++attempt >= (tried.crashed ? (call.crashes ?? MAX_ATTEMPTS) : MAX_ATTEMPTS)) {
      if (tried.crashed) return { kind: 'refused', message: tried.error.message, crash: tried.error }
      throw tried.error
    }
    await wait(backoffMs(attempt - 1), signal)
  }
}

/** For whom a call is made, and until when. */
export type Calling = { account: Account; signal?: AbortSignal }

const MAX_ATTEMPTS = 3

function patience({ longestMs, totalMs }: Patience = { longestMs: 0, totalMs: 0 }) {
  let leftMs = totalMs
  return async (later: RetryLater, signal: AbortSignal | undefined): Promise<void> => {
    const ms = later.retryAfterMs + Math.random() * Math.min(250, later.retryAfterMs / 4) // so that those who wait part
    if (later.retryAfterMs > longestMs || ms > leftMs) throw later
    leftMs -= ms
    await wait(ms, signal)
  }
}

type Desk = CallDesk & Account & { ordinal: number }

async function tryOnce(call: ModelCall, desk: Desk, signal: AbortSignal | undefined): Promise<Tried> {
  const claimed = await claim(call, desk, signal)
  if (claimed.kind === 'replay') {
    await tellReplay(aboutCall(call, desk))
    const outcome = judged(claimed.answer, { ...desk, ...call, replayed: true })
    if (outcome.kind === 'final') throw outcome.error
    return outcome
  }
  const reservation = await releasing(claimed, () => reserve(call, desk))
  if (reservation.kind === 'later') {
    await claimed.release()
    return { kind: 'later', later: heldBack(reservation.because, reservation.retryAfterMs) }
  }
  let tried: Judged
  let end: CallEnd = { kind: 'unsent' }
  let isDown = false
  try {
    await releasing(claimed, async () => {
      await wait(reservation.waitMs, signal)
      await claimed.intent({ model: desk.provider.model, steps: call.steps })
    })
    end = { kind: 'aborted' } // what is true when the ledger fails under way
    ;({ tried, end } = await sendClaimed(call, desk, { claimed, signal }))
  } finally {
    isDown = (await reservation.settle(end)).isDown
  }
  if (tried.kind === 'final') throw tried.error
  if (isDown && tried.kind === 'again' && !tried.stored) {
    return { kind: 'later', later: heldBack('down', 0) }
  }
  return tried
}

function heldBack(because: HeldBack, retryAfterMs: number): RetryLater {
  return new RetryLater(HELD_BACK[because], retryAfterMs, because)
}

const HELD_BACK: Readonly<Record<HeldBack, string>> = {
  rate: 'The rate that calls of this model are limited to is used up for now',
  money: 'The money that may be spent in a day is used up',
  provider: 'The provider of the model asks to come back later',
  down: 'The model server does not answer at present',
}

function reserve({ need }: ModelCall, { limiter, provider, price, lane, article }: Desk) {
  const costUsd = price && costOf({ ...need, tokensCached: 0 }, price)
  const server = `${provider.baseUrl} ${provider.model}`
  return limiter.reserve({ ...need, ...(costUsd !== undefined && { costUsd }) }, { server, lane, article })
}

/** Sends, judges, and writes down what came of it. */
async function sendClaimed(
  call: ModelCall,
  desk: Desk,
  { claimed, signal }: { claimed: Mine; signal: AbortSignal | undefined },
): Promise<{ tried: Judged; end: CallEnd }> {
  const sent = await send(call, desk, signal)
  if (sent.kind === 'failed') return failed(sent.error, desk, { claimed, signal })
  const answer = withoutFilterError(sent.answer)
  const tried = await releasing(claimed, async () => judged(answer, { ...desk, ...call, replayed: false }))
  const isStored = tried.kind === 'answered' || (tried.kind === 'again' && tried.stored)
  if (!isStored) {
    await claimed.release()
    return { tried, end: endOf(tried) }
  }
  const spent = spentOn(tried)
  await untilWritten(() => claimed.answer(answer, spent, { isUnusable: tried.kind === 'again' }))
  if (spent) desk.onPaid?.(spent)
  return { tried, end: { kind: 'answered', used: usedBy(answer, call.need, spent) } }
}

async function failed(
  error: unknown,
  { provider }: Desk,
  { claimed, signal }: { claimed: Mine; signal: AbortSignal | undefined },
): Promise<{ tried: Judged; end: CallEnd }> {
  const isUnsent = neverReached(error)
  await (isUnsent ? claimed.release() : claimed.lost())
  const end: CallEnd = isUnsent ? { kind: 'unsent' } : { kind: 'aborted' }
  if (signal?.aborted) return { tried: { kind: 'final', error: signal.reason }, end }
  const tried: Judged = { kind: 'again', error: networkError(error, provider), stored: false, replayed: false }
  return { tried, end: { kind: 'failed', isLost: !isUnsent } }
}

type Sent = { kind: 'sent'; answer: RecordedAnswer } | { kind: 'failed'; error: unknown }

/** Nothing but the way to the provider and back: what fails here is no fault of the ledger. */
async function send(call: ModelCall, desk: Desk, signal: AbortSignal | undefined): Promise<Sent> {
  try {
    return { kind: 'sent', answer: await inChatSpan(aboutCall(call, desk), () => sendInTime(call, desk, signal)) }
  } catch (error) {
    return { kind: 'failed', error }
  }
}

function aboutCall({ request, steps, need }: ModelCall, { provider, ordinal }: Desk): ChatAbout {
  return { provider, request, steps, ordinal, maxTokens: need.tokensOut }
}

/** An answer that was paid for is not given up because the ledger is away for a moment. */
async function untilWritten(write: () => Promise<void>): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await write()
    } catch (error) {
      if (attempt === MAX_WRITES) throw error
      await wait(backoffMs(attempt), undefined)
    }
  }
}

const MAX_WRITES = 5

/** A replay, or the right to send. What somebody else has sent is awaited; when their lease ends in nothing, it is claimed anew. */
async function claim(
  { request }: ModelCall,
  { ledger, ordinal, sample }: Desk,
  signal: AbortSignal | undefined,
): Promise<Exclude<Claimed, { kind: 'pending' }>> {
  for (;;) {
    const claimed = await ledger.claim({ request, ordinal, sample })
    if (claimed.kind !== 'pending') return claimed
    const answer = await claimed.wait(signal)
    if (answer) return { kind: 'replay', answer }
  }
}

type Mine = Extract<Claimed, { kind: 'mine' }>

async function releasing<T>(claimed: Mine, act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    await claimed.release()
    throw error
  }
}

async function sendInTime(call: ModelCall, desk: Desk, signal: AbortSignal | undefined): Promise<RecordedAnswer> {
  const limit = AbortSignal.timeout(desk.limitMs ?? timeLimitMs(call.need, desk.speed))
  try {
    return await call.send(signal ? AbortSignal.any([signal, limit]) : limit)
  } catch (error) {
    limit.throwIfAborted() // clients throw errors of their own, which do not tell a limit from Ctrl-C
    throw error
  }
}
