import type { Call, CallEnd, RecordedAnswer, Spent } from '../../schema/call-contract.ts'
import { RetryLater, StandpointError } from '../../schema/errors.ts'
import { chatReplyOf, type ReplyUsage } from '../replies/chat-reply.ts'
import { costOf, type Price } from './cost.ts'
import { isShut, judgeAnswer, type Provider } from './provider-fault.ts'

/** A call whose answer nobody has read yet. */
export type MadeCall = Omit<Call, 'usable'>

/**
 * `refused`: the server does not take the request as it stands; nothing was stored. `crash`: it broke over it each time, which the
 * form of the answer may be the reason of; the error is for when it is not.
 */
export type CallOutcome =
  | { kind: 'answered'; body: string; call: MadeCall; usage: ReplyUsage | undefined }
  | { kind: 'refused'; message: string; crash?: StandpointError }

/** What one sending came to. */
export type Tried =
  | CallOutcome
  | { kind: 'later'; later: RetryLater; retryAfterMs?: number }
  | { kind: 'again'; error: StandpointError; stored: boolean; replayed: boolean; crashed?: boolean }

export type Judged = Tried | { kind: 'final'; error: unknown }

/** What an answer was given to. `replayed`: it was stored by an earlier run. */
type Asked = Pick<MadeCall, 'request' | 'ordinal' | 'sample' | 'steps' | 'replayed'> & {
  provider: Provider
  price?: Price
}

/** What an answer of a model server means for the call that it was given to. */
export function judged(answer: RecordedAnswer, asked: Asked): Judged {
  const { provider, replayed } = asked
  const verdict = judgeAnswer(answer, provider)
  if (verdict.kind === 'answered') return answered(answer, asked)
  if (verdict.kind === 'refused') return verdict
  if (verdict.kind === 'again') {
    const error = new StandpointError('MODEL_FAILED', `The model server fails again and again: ${verdict.message}`, {
      where: provider.baseUrl,
      fix: 'Look at the log of the server; if it is hosted, at its status page, and run again.',
    })
    return { kind: 'again', error, stored: verdict.stored, replayed, crashed: verdict.crashed }
  }
  if (verdict.kind === 'final') return verdict
  const { message, retryAfterMs } = verdict
  const later = new RetryLater(message, retryAfterMs ?? UNTOLD_WAIT_MS, 'provider')
  return { kind: 'later', later, retryAfterMs }
}

/** Where the provider does not say how long; the limiter holds back longer each time. */
const UNTOLD_WAIT_MS = 1_000

/** What an answer that is none says of the server. */
export function endOf(tried: Judged): CallEnd {
  switch (tried.kind) {
    case 'later':
      return { kind: 'later', ...(tried.retryAfterMs !== undefined && { retryAfterMs: tried.retryAfterMs }) }
    case 'again':
      return { kind: 'failed', isLost: false }
    case 'final':
      return { kind: tried.error instanceof StandpointError && isShut(tried.error) ? 'shut' : 'refused' }
    default:
      return { kind: 'refused' }
  }
}

function answered(answer: RecordedAnswer, { request, ordinal, sample, steps, replayed, price }: Asked): CallOutcome {
  const usage = chatReplyOf(answer.body)?.usage
  const { tokensIn, tokensCached, tokensOut } = usage ?? { tokensIn: 0, tokensCached: 0, tokensOut: 0 }
  const costUsd = price && usage && costOf(usage, price)
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

/** What an answer has cost; undefined where it is none, or its tokens were not counted. */
export function spentOn(outcome: Judged): Spent | undefined {
  if (outcome.kind !== 'answered' || outcome.usage === undefined) return undefined
  const { tokensIn, tokensCached, tokensOut, costUsd } = outcome.call
  return { tokensIn, tokensCached, tokensOut, ...(costUsd !== undefined && { costUsd }) }
}
