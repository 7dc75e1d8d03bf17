import { z } from 'zod'

export const WebhookEvent = z
  .enum(['analysis.done', 'analysis.failed', 'analysis.cancelled', 'batch.done'])
  .describe(
    'analysis.*: a submission has ended so; batch.done: a batch has no open articles any more, or was cancelled',
  )
export type WebhookEvent = z.infer<typeof WebhookEvent>

export const DeliveryState = z
  .enum(['pending', 'delivered', 'failed'])
  .describe('pending: it is on its way, or will be tried again; delivered: the receiver answered 2xx; failed: given up')
export type DeliveryState = z.infer<typeof DeliveryState>

export const DisabledReason = z
  .enum(['asked', 'gone', 'failing'])
  .describe('asked: its owner did it; gone: the receiver answered 410; failing: nothing got through for five days')
export type DisabledReason = z.infer<typeof DisabledReason>

/**
 * The part of the store that tells others of what has ended. What there is to tell is written down in the transaction in which
 * it ends, so that neither is lost without the other.
 */
export type WebhookStore = {
  /** Undefined where the key has `most` already. */
  create(webhook: NewWebhook, options: { most: number }): Promise<Webhook | undefined>
  /** Of one key, or of all. */
  list(filter: { keyId?: string }): Promise<Webhook[]>
  one(id: string): Promise<Webhook | undefined>
  /** A webhook that is enabled again starts with a clean slate; what one that is disabled had yet to send is given up. */
  change(id: string, change: WebhookChange): Promise<Webhook | undefined>
  delete(id: string): Promise<boolean>
  /** Gives it a new secret; the old one signs too for so long still. */
  rotate(id: string, secret: string, options: { graceSeconds: number }): Promise<Webhook | undefined>
  /** Has a `ping` sent. */
  ping(id: string): Promise<Delivery>
  /** The newest first; those after `before`, which is the id of the last one seen. */
  deliveries(webhook: string, filter: { state?: DeliveryState; before?: string; limit: number }): Promise<Delivery[]>
  /** Has it sent anew, whatever became of it, with all attempts. Undefined where the webhook has no such delivery. */
  redeliver(webhook: string, delivery: string): Promise<Delivery | undefined>
  /** Writes down that batches have ended, once for each. Returns how many. */
  announceBatches(): Promise<number>
  /**
   * Takes deliveries that are due, one of each webhook at most, those that have waited longest first. Nobody else gets them for
   * `leaseMs`; then they are due again, unless they were settled. Webhooks that are disabled, and those of keys that are revoked
   * or expired, have none.
   */
  take(options: TakeOptions): Promise<TakenDelivery[]>
  /** Writes down how an attempt ended. One that was overtaken by another changes nothing, unless it got through. */
  settle(taken: TakenDelivery, attempt: DeliveryAttempt, verdict: Verdict): Promise<void>
  /** Gives back what was not sent after all: it is due at once, and counts as no attempt. */
  giveBack(taken: TakenDelivery): Promise<void>
  /** Deletes deliveries that were made so long ago, with their log. Returns how many. */
  forget(options: { olderThanDays: number }): Promise<number>
}

export type NewWebhook = {
  id: string
  keyId: string
  url: string
  secret: string
  events: readonly WebhookEvent[]
}
export type WebhookChange = { url?: string; events?: readonly WebhookEvent[]; isEnabled?: boolean }

/** Its secrets stay in the store, but for whoever signs. */
export type Webhook = Omit<NewWebhook, 'secret'> & {
  createdAt: Date
  /** Since when nothing has got through. */
  failingSince?: Date
  disabledAt?: Date
  disabledReason?: DisabledReason
}

export type Delivery = {
  id: string
  webhookId: string
  payload: WebhookPayload
  state: DeliveryState
  createdAt: Date
  /** When it is tried next, where it will be. */
  nextAt?: Date
  deliveredAt?: Date
  /** The latest attempts, oldest first. */
  log: DeliveryAttempt[]
}

/** `status`: what the receiver answered; else `error` tells why there is none. `at` is ISO 8601. */
export type DeliveryAttempt = { at: string; ms: number; status?: number; error?: string }

/** What is sent: names and states, never words of an article beyond its title. */
export type WebhookPayload = { type: WebhookEvent | 'ping'; timestamp: string; data: Readonly<Record<string, unknown>> }

export type TakeOptions = {
  most: number
  /** Webhooks through which nothing gets at the moment, or the others. */
  isFailing: boolean
  /** Webhooks that have enough under way. */
  except: readonly string[]
  leaseMs: number
}

export type TakenDelivery = {
  id: string
  webhookId: string
  payload: WebhookPayload
  url: string
  /** The new one first; more than one for a while after a rotation. */
  secrets: string[]
  /** Rises with each attempt: tells this one from one that overtakes it. */
  attempt: number
  /** Attempts since it was made, or was last asked for anew: 1 for the first. */
  round: number
}

/** `gone`: the receiver wants no more of anything. `failed`: there is no further attempt; the webhook is disabled too where nothing has got through for `disableAfterMs`. */
export type Verdict =
  | { kind: 'delivered' }
  | { kind: 'later'; delayMs: number }
  | { kind: 'failed'; disableAfterMs: number }
  | { kind: 'gone' }
