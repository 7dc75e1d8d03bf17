import type { Account, Call, Claimed, Limiter, Need, RecordedAnswer, Spent } from '../../schema/contracts.ts'
import { RetryLater, StandpointError } from '../../schema/errors.ts'
import type { StepName } from '../../schema/recipe.ts'
import { chatReplyOf, type ReplyUsage } from '../replies/chat-reply.ts'
import { judgeAnswer, type Provider, systemCode, unreachable, withoutFilterError } from './provider-fault.ts'
import { backoffMs, wait } from './wait.ts'

/** Tokens a second, as the probe measured them. */
export type Speed = { prompt: number; output: number }
/** US dollars for a million tokens. Without `cachedPerMillion`, cached tokens cost as much as others. */
export type Price = { inputPerMillion: number; cachedPerMillion?: number; outputPerMillion: number }
/** How long a call waits when the limiter or the provider says "later"; without patience that rises as RetryLater. */
type Patience = { waits: number; longestMs: number }

/** What every call of an engine shares. */
export type CallDesk = {
  provider: Provider
  limiter: Limiter
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
}

/** A call whose answer nobody has read yet. */
export type MadeCall = Omit<Call, 'usable'>

/** `refused`: the server does not take the request as it stands; nothing was stored. */
export type CallOutcome =
  | { kind: 'answered'; body: string; call: MadeCall; usage: ReplyUsage | undefined }
  | { kind: 'refused'; message: string }

/**
 * Makes a call as the ledger demands: claim → reserve → intent → send → answer. A stored answer is replayed, an identical call
 * in flight awaited; what is no answer (5xx, a timeout, a broken connection) is sent again, three times in all.
 * @throws RetryLater when limiter or provider say so and there is no patience; StandpointError MODEL_*, CONTEXT_TOO_SMALL;
 *   the signal's own reason
 */
export async function callModel(call: ModelCall, desk: CallDesk, { account, signal }: Calling): Promise<CallOutcome> {
  let ordinal = 0
  let waits = 0
  for (let attempt = 0; ; attempt++) {
    signal?.throwIfAborted()
    const tried = await tryOnce(call, { ...desk, ...account, ordinal }, signal)
    if (tried.kind === 'answered' || tried.kind === 'refused') return tried
    if (tried.kind === 'later') {
      waits++
      if (waits > (desk.patience?.waits ?? 0) || tried.later.retryAfterMs > (desk.patience?.longestMs ?? 0))
        throw tried.later
      attempt--
      await wait(tried.later.retryAfterMs, signal)
      continue
    }
    if (tried.stored) ordinal++
    if (tried.replayed) attempt-- // an earlier run has paid for it, and is over
    if (attempt + 1 === MAX_ATTEMPTS) throw tried.error
    // A stored answer is no sign that the server is busy; neither is it worth waiting for when it is only replayed.
    if (!tried.replayed) await wait(backoffMs(attempt), signal)
  }
}

/** For whom a call is made, and until when. */
export type Calling = { account: Account; signal?: AbortSignal }

const MAX_ATTEMPTS = 3

type Tried =
  | CallOutcome
  | { kind: 'later'; later: RetryLater }
  | { kind: 'again'; error: StandpointError; stored: boolean; replayed: boolean }

type Desk = CallDesk & Account & { ordinal: number }

async function tryOnce(call: ModelCall, desk: Desk, signal: AbortSignal | undefined): Promise<Tried> {
  const claimed = await claim(call, desk, signal)
  if (claimed.kind === 'replay') return judged(claimed.answer, true, call, desk)
  const reservation = await releasing(claimed, () => desk.limiter.reserve(call.need, desk.lane))
  if (reservation.kind === 'later') {
    await claimed.release()
    const ms = Math.max(0, reservation.retryAtMs - Date.now())
    return { kind: 'later', later: new RetryLater('The limit for calls of models is used up for now', ms) }
  }
  let used: Need = { tokensIn: 0, tokensOut: 0 }
  try {
    await releasing(claimed, () => claimed.intent({ model: desk.provider.model, steps: call.steps }))
    const sent = await send(call, desk, signal)
    if (sent.kind === 'failed') {
      await (neverReached(sent.error) ? claimed.release() : claimed.lost())
      signal?.throwIfAborted()
      return { kind: 'again', error: networkError(sent.error, desk.provider), stored: false, replayed: false }
    }
    const answer = withoutFilterError(sent.answer)
    const outcome = await releasing(claimed, async () => judged(answer, false, call, desk))
    const isStored = outcome.kind === 'answered' || (outcome.kind === 'again' && outcome.stored)
    if (!isStored) await claimed.release()
    else {
      used = usedBy(answer, call.need)
      const spent = spentOn(outcome)
      await untilWritten(() => claimed.answer(answer, spent))
      if (spent) desk.onPaid?.(spent)
    }
    return outcome
  } finally {
    await reservation.settle(used)
  }
}

type Sent = { kind: 'sent'; answer: RecordedAnswer } | { kind: 'failed'; error: unknown }

/** Nothing but the way to the provider and back: what fails here is no fault of the ledger. */
async function send(call: ModelCall, desk: Desk, signal: AbortSignal | undefined): Promise<Sent> {
  try {
    return { kind: 'sent', answer: await sendInTime(call, desk, signal) }
  } catch (error) {
    return { kind: 'failed', error }
  }
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

/** A server nobody has measured: a small model on a processor. */
const UNKNOWN_SPEED: Speed = { prompt: 40, output: 8 }
/** Other calls may be before this one, and a long context slows the output down. */
const PATIENCE_FACTOR = 4
const FLOOR_MS = 60_000

/** How long a call may take, from the measured speed and the size of the request and its answer. */
export function timeLimitMs({ tokensIn, tokensOut }: Need, speed: Speed = UNKNOWN_SPEED): number {
  const seconds = tokensIn / speed.prompt + tokensOut / speed.output
  return Math.min(FLOOR_MS + Math.ceil(seconds * 1000 * PATIENCE_FACTOR), 2 ** 31 - 1)
}

function judged(answer: RecordedAnswer, replayed: boolean, call: ModelCall, desk: Desk): Tried {
  const verdict = judgeAnswer(answer, desk.provider)
  if (verdict.kind === 'answered') return answered(answer, replayed, call, desk)
  if (verdict.kind === 'refused') return verdict
  if (verdict.kind === 'again') {
    const error = new StandpointError('MODEL_FAILED', `The model server fails again and again: ${verdict.message}`, {
      where: desk.provider.baseUrl,
      fix: 'Look at the log of the server; if it is hosted, at its status page, and run again.',
    })
    return { kind: 'again', error, stored: verdict.stored, replayed }
  }
  if (verdict.error instanceof RetryLater) return { kind: 'later', later: verdict.error }
  throw verdict.error
}

function answered(answer: RecordedAnswer, replayed: boolean, call: ModelCall, desk: Desk): CallOutcome {
  const usage = chatReplyOf(answer.body)?.usage
  const { tokensIn, tokensCached, tokensOut } = usage ?? { tokensIn: 0, tokensCached: 0, tokensOut: 0 }
  const costUsd = desk.price && usage && costOf(usage, desk.price)
  const { request, steps } = call
  const { ordinal, sample } = desk
  return {
    kind: 'answered',
    body: answer.body,
    usage,
    call: {
      request,
      ordinal,
      sample,
      steps,
      ms: answer.ms,
      replayed,
      tokensIn,
      tokensCached,
      tokensOut,
      ...(costUsd !== undefined && { costUsd }),
    },
  }
}

function spentOn(outcome: Tried): Spent | undefined {
  if (outcome.kind !== 'answered' || outcome.usage === undefined) return undefined
  const { tokensIn, tokensCached, tokensOut, costUsd } = outcome.call
  return { tokensIn, tokensCached, tokensOut, ...(costUsd !== undefined && { costUsd }) }
}

/** No request left this machine, or it never came to a server: nobody can have billed it. */
function neverReached(error: unknown): boolean {
  return error instanceof StandpointError || error instanceof RetryLater || UNSENT.has(systemCode(error))
}

const UNSENT: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

function costOf({ tokensIn, tokensCached, tokensOut }: ReplyUsage, price: Price): number {
  const cached = tokensCached * (price.cachedPerMillion ?? price.inputPerMillion)
  return ((tokensIn - tokensCached) * price.inputPerMillion + cached + tokensOut * price.outputPerMillion) / 1e6
}

/** What an answer used of the limits; without a count, all that was reserved. */
function usedBy({ body }: RecordedAnswer, need: Need): Need {
  const usage = chatReplyOf(body)?.usage
  return usage ? { tokensIn: usage.tokensIn, tokensOut: usage.tokensOut } : need
}

function networkError(error: unknown, { baseUrl }: Provider): StandpointError {
  if (error instanceof StandpointError) return error
  if (!isTimeout(error)) return unreachable(baseUrl, error)
  return new StandpointError('MODEL_FAILED', 'The model server did not answer in time', {
    where: baseUrl,
    fix: 'Look whether the server is overloaded; fewer articles at a time may help.',
    cause: error,
  })
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && (error.name === 'TimeoutError' || systemCode(error) === 'ETIMEDOUT')
}
