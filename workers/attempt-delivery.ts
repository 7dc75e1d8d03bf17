import { Webhook } from 'standardwebhooks'
import { StandpointError } from '../pipeline/schema/errors.ts'
import type { DeliveryAttempt, TakenDelivery, Verdict } from '../pipeline/schema/webhook-contract.ts'

/**
 * Sends a body and gives the status of the answer, with its header Retry-After, and reads no more of the answer than that. It
 * follows no redirect, and has ended after `totalMs` whatever the receiver does.
 * @throws StandpointError URL_REFUSED, URL_UNREACHABLE
 */
export type Post = (
  url: string,
  options: { headers: Record<string, string>; body: string; totalMs: number; signal: AbortSignal },
) => Promise<{ status: number; retryAfter?: string }>

export type RetryPolicy = {
  /** How long after each failed attempt the next one follows; after the last of these there is none. */
  delaysMs: readonly number[]
  /** The longest that a receiver may ask to be spared for. */
  longestMs: number
  /** A webhook through which nothing has got for so long is disabled when it fails for good once more. */
  disableAfterMs: number
  /** How long an answer may take. */
  totalMs: number
  /** 0 to 1: up to a fifth is added to each delay, so that not all come back at once. */
  random(): number
}

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md, "Deliverability and reliability" */
export const RETRY_POLICY: RetryPolicy = {
  delaysMs: [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR],
  longestMs: 24 * HOUR,
  disableAfterMs: 5 * 24 * HOUR,
  totalMs: 15 * SECOND,
  random: Math.random,
}

/** Sends a delivery once, and says how that ended and what follows from it. Never throws. */
export async function attemptDelivery(
  taken: TakenDelivery,
  { post, policy, signal }: { post: Post; policy: RetryPolicy; signal: AbortSignal },
): Promise<{ attempt: DeliveryAttempt; verdict: Verdict }> {
  const body = JSON.stringify(taken.payload)
  const at = new Date()
  const started = performance.now()
  const since = () => ({ at: at.toISOString(), ms: Math.round(performance.now() - started) })
  try {
    const headers = signedHeaders(taken, body, at)
    const { status, retryAfter } = await post(taken.url, { headers, body, totalMs: policy.totalMs, signal })
    return { attempt: { ...since(), status }, verdict: verdictOn(status, taken, { retryAfter, policy }) }
  } catch (error) {
    return { attempt: { ...since(), error: reasonOf(error) }, verdict: again(taken, { policy }) }
  }
}

/** Each secret that is good signs, so that a receiver may take over a new one when it is ready. */
function signedHeaders({ id, secrets }: TakenDelivery, body: string, at: Date): Record<string, string> {
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  }
}

type Asked = { retryAfter?: string; policy: RetryPolicy }

function verdictOn(status: number, taken: TakenDelivery, asked: Asked): Verdict {
  if (status >= 200 && status < 300) return { kind: 'delivered' }
  return status === 410 ? { kind: 'gone' } : again(taken, asked)
}

function again({ round }: TakenDelivery, { retryAfter, policy }: Asked): Verdict {
  const delayMs = policy.delaysMs[round - 1]
  if (delayMs === undefined) return { kind: 'failed', disableAfterMs: policy.disableAfterMs }
  const askedMs = Math.min(retryAfterMs(retryAfter), policy.longestMs)
  return { kind: 'later', delayMs: Math.max(delayMs * (1 + policy.random() / 5), askedMs) }
}

/** Seconds or a date, as RFC 9110 has it; 0 for anything else. */
function retryAfterMs(header: string | undefined): number {
  if (header === undefined) return 0
  if (/^\d{1,15}$/.test(header)) return Number(header) * 1000
  const at = Date.parse(header)
  return Number.isNaN(at) ? 0 : Math.max(0, at - Date.now())
}

/** A database holds neither NUL nor half a surrogate pair. */
function reasonOf(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error)
  const told = error instanceof StandpointError ? `${error.code}: ${reason}` : reason
  return told.slice(0, 300).toWellFormed().replaceAll('\u0000', '\uFFFD')
}
