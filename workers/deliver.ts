import { setTimeout as sleep } from 'node:timers/promises'
import type { RequestStore } from '../pipeline/schema/request-contract.ts'
import type { Store } from '../pipeline/schema/store-contract.ts'
import type { TakenDelivery } from '../pipeline/schema/webhook-contract.ts'
import { attemptDelivery, type Post, RETRY_POLICY, type RetryPolicy } from './attempt-delivery.ts'
import type { Log } from './log.ts'

export type Deliverer = {
  /** Something has ended. */
  wake(): void
  /** Takes no more; what is under way may end within `graceMs`, and is given back then. */
  close(options: { graceMs: number }): Promise<void>
}

type Options = {
  store: Pick<Store, 'lease'> & Pick<RequestStore, 'webhooks'>
  post: Post
  log: Log
  policy?: RetryPolicy
  idleMs?: number
  /** How often ended batches are looked for. */
  batchesMs?: number
  /** How long others leave alone what this process has taken: when it is dead by then, they send it. */
  leaseMs?: number
}

/** Deliveries under way in this process: so many to webhooks that work, and as many to those that fail, which so hold up nobody else. */
const MOST_UNDER_WAY = 100
const MOST_PER_WEBHOOK = 4
const LEASE_MS = 60_000
const FORGET_MS = 3_600_000
const KEEP_DAYS = 30

type UnderWay = { webhook: string; isFailing: boolean }

/**
 * Sends webhooks what the store holds for them. Several processes may: the store gives each delivery to one of them at a time. One
 * that ends between sending and writing that down has it sent again, so a receiver may get it twice, under one id. A fault is
 * logged and the next round tries again.
 */
export function startDeliverer(options: Options): Deliverer {
  const { store, log, idleMs = 1000, batchesMs = 2000, leaseMs = LEASE_MS } = options
  const stop = new AbortController()
  const hurry = new AbortController()
  const underWay = new Map<Promise<void>, UnderWay>()
  let woken = Promise.withResolvers<void>()
  const batchesDue = every(batchesMs)
  const forgettingDue = every(FORGET_MS)
  const launch = (taken: TakenDelivery, isFailing: boolean) => {
    const sending = deliver(taken, options, hurry.signal).finally(() => {
      underWay.delete(sending)
      woken.resolve()
    })
    underWay.set(sending, { webhook: taken.webhookId, isFailing })
  }
  const fill = async (isFailing: boolean) => {
    while (!stop.signal.aborted) {
      const mine = [...underWay.values()].filter((each) => each.isFailing === isFailing)
      const most = MOST_UNDER_WAY - mine.length
      if (most <= 0) return
      const except = busyIn([...underWay.values()], { isFailing })
      const taken = await store.webhooks.take({ most, isFailing, except, leaseMs })
      if (taken.length === 0) return
      for (const each of taken) launch(each, isFailing)
    }
  }
  const round = async () => {
    if (batchesDue() && (await store.lease('deliverer.batches', batchesMs))) await store.webhooks.announceBatches()
    await fill(false)
    await fill(true)
    if (forgettingDue()) await store.webhooks.forget({ olderThanDays: KEEP_DAYS })
  }
  const loop = async () => {
    while (!stop.signal.aborted) {
      woken = Promise.withResolvers()
      await round().catch((error: unknown) => log.error({ event: 'deliverer.failed', reason: reasonOf(error) }))
      await Promise.race([woken.promise, sleep(idleMs, undefined, { signal: stop.signal })]).catch(() => {})
    }
  }
  const looping = loop()
  return {
    wake: () => woken.resolve(),
    async close({ graceMs }) {
      stop.abort()
      await looping
      const timer = setTimeout(() => hurry.abort(new Error('the process is stopping')), graceMs)
      await Promise.all(underWay.keys())
      clearTimeout(timer)
    },
  }
}

/** What fails to be written down is sent again when its time is over. */
async function deliver(
  taken: TakenDelivery,
  { store, post, log, policy = RETRY_POLICY }: Options,
  hurry: AbortSignal,
): Promise<void> {
  try {
    const { attempt, verdict } = await attemptDelivery(taken, { post, policy, signal: hurry })
    if (hurry.aborted && attempt.status === undefined) return await store.webhooks.giveBack(taken)
    await store.webhooks.settle(taken, attempt, verdict)
    log.info({
      event: 'delivery.attempted',
      delivery: taken.id,
      webhook: taken.webhookId,
      status: attempt.status,
      ms: attempt.ms,
      result: verdict.kind,
    })
  } catch (error) {
    log.error({ event: 'delivery.unsettled', delivery: taken.id, reason: reasonOf(error) })
  }
}

/** Webhooks with as much under way as is their share: the more of them there are, the less each may have at once. */
function busyIn(underWay: readonly UnderWay[], { isFailing }: { isFailing: boolean }): string[] {
  const counts = new Map<string, number>()
  for (const { webhook } of underWay) counts.set(webhook, (counts.get(webhook) ?? 0) + 1)
  const share = Math.floor(MOST_UNDER_WAY / (counts.size + 1))
  const most = isFailing ? 1 : Math.max(1, Math.min(MOST_PER_WEBHOOK, share))
  return [...counts].filter(([, count]) => count >= most).map(([webhook]) => webhook)
}

/** True at the first call, and then once whenever so long has passed. */
function every(ms: number): () => boolean {
  let last = Number.NEGATIVE_INFINITY
  return () => {
    if (performance.now() - last < ms) return false
    last = performance.now()
    return true
  }
}

function reasonOf(error: unknown): string {
  return String(error).slice(0, 300)
}
