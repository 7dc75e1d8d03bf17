import { type Kysely, type Selectable, sql } from 'kysely'
import type {
  Delivery,
  DeliveryAttempt,
  DeliveryState,
  TakenDelivery,
  TakeOptions,
  Verdict,
  WebhookPayload,
} from '../../pipeline/schema/webhook-contract.ts'
import { disableWebhook } from './disable-webhook.ts'
import { keyIsGood } from './outbox.ts'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>
const now = sql<Date>`now()`

export async function deliveriesIn(
  db: Db,
  webhook: string,
  { state, before, limit }: { state?: DeliveryState; before?: string; limit: number },
): Promise<Delivery[]> {
  const rows = await db
    .selectFrom('deliveries')
    .selectAll()
    .where('webhook_id', '=', webhook)
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'pending'))
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(deliveryOf)
}

export async function redeliverIn(db: Db, webhook: string, delivery: string): Promise<Delivery | undefined> {
  const row = await db
    .updateTable('deliveries')
    .set({ state: 'pending', round: 0, next_at: now, delivered_at: null })
    .where('id', '=', delivery)
    .where('webhook_id', '=', webhook)
    .returningAll()
    .executeTakeFirst()
  return row && deliveryOf(row)
}

type TakenRow = {
  id: string
  webhook_id: string
  payload: WebhookPayload
  attempts: number
  round: number
  url: string
  secret: string
  old_secret: string | null
}

/** What another process is taking at this moment is passed over. */
export async function takeIn(db: Db, { most, isFailing, except, leaseMs }: TakeOptions): Promise<TakenDelivery[]> {
  const { rows } = await sql<TakenRow>`
    update ${sql.table('standpoint.deliveries')} as taken
    set attempts = attempts + 1, round = round + 1, next_at = now() + ${leaseMs}::int * interval '1 millisecond'
    from (
      select first.id, webhooks.url, webhooks.secret,
        case when webhooks.old_until > now() then webhooks.old_secret end as old_secret
      from ${sql.table('standpoint.webhooks')} as webhooks
      join ${sql.table('standpoint.api_keys')} as api_keys on api_keys.id = webhooks.key_id
      cross join lateral (
        select id, next_at from ${sql.table('standpoint.deliveries')}
        where webhook_id = webhooks.id and state = 'pending' and next_at <= now()
        order by next_at, id limit 1 for update skip locked
      ) as first
      where webhooks.disabled_at is null and (webhooks.failing_since is not null) = ${isFailing}
        and webhooks.id <> all(${[...except]}::text[]) and ${keyIsGood}
      order by first.next_at, first.id limit ${most}
    ) as due
    where taken.id = due.id
    returning taken.id, webhook_id, payload, attempts, round, url, secret, old_secret`.execute(db)
  return rows.map(({ webhook_id, attempts, secret, old_secret, ...row }) => ({
    id: row.id,
    webhookId: webhook_id,
    payload: row.payload,
    url: row.url,
    attempt: attempts,
    round: row.round,
    secrets: old_secret === null ? [secret] : [secret, old_secret],
  }))
}

const LONGEST_LOG = 50

/** The webhook is written before the delivery: whoever disables it goes the same way. */
export async function settleIn(
  db: Db,
  taken: TakenDelivery,
  { attempt, verdict }: { attempt: DeliveryAttempt; verdict: Verdict },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await noteHealth(tx, taken.webhookId, verdict)
    const reason = await reasonToDisable(tx, taken, verdict)
    if (reason !== undefined) await disableWebhook(tx, taken.webhookId, reason)
    await tx
      .updateTable('deliveries')
      .set({
        ...endOf(verdict),
        log: sql<string>`case when jsonb_array_length(log) < ${LONGEST_LOG} then log else log - 0 end
          || ${JSON.stringify([attempt])}::jsonb`,
      })
      .where('id', '=', taken.id)
      .$if(verdict.kind !== 'delivered', (query) =>
        query.where('attempts', '=', taken.attempt).where('state', '<>', 'delivered'),
      )
      .execute()
  })
}

/** Written only where it changes something: many attempts at one webhook may end at once. */
async function noteHealth(tx: Db, webhook: string, { kind }: Verdict): Promise<void> {
  const isWell = kind === 'delivered'
  await tx
    .updateTable('webhooks')
    .set({ failing_since: isWell ? null : now })
    .where('id', '=', webhook)
    .where('failing_since', isWell ? 'is not' : 'is', null)
    .execute()
}

/** What an address did is not held against the one that has taken its place. */
async function reasonToDisable(
  tx: Db,
  { webhookId, url }: TakenDelivery,
  verdict: Verdict,
): Promise<'gone' | 'failing' | undefined> {
  if (verdict.kind !== 'gone' && verdict.kind !== 'failed') return undefined
  const row = await tx
    .selectFrom('webhooks')
    .select('id')
    .where('id', '=', webhookId)
    .where('url', '=', url)
    .$if(verdict.kind === 'failed', (query) =>
      query.where('failing_since', '<=', longAgo(verdict.kind === 'failed' ? verdict.disableAfterMs : 0)),
    )
    .executeTakeFirst()
  return row && (verdict.kind === 'gone' ? 'gone' : 'failing')
}

function longAgo(ms: number) {
  return sql<Date>`now() - ${ms}::float8 * interval '1 millisecond'`
}

function endOf(verdict: Verdict) {
  switch (verdict.kind) {
    case 'delivered':
      return { state: 'delivered' as const, delivered_at: now }
    case 'later':
      return { next_at: sql<Date>`now() + ${verdict.delayMs}::float8 * interval '1 millisecond'` }
    case 'failed':
    case 'gone':
      return { state: 'failed' as const }
  }
}

export async function giveBackIn(db: Db, { id, attempt }: TakenDelivery): Promise<void> {
  await db
    .updateTable('deliveries')
    .set((eb) => ({ next_at: now, round: eb('round', '-', 1) }))
    .where('id', '=', id)
    .where('attempts', '=', attempt)
    .where('state', '=', 'pending')
    .execute()
}

export async function forgetDeliveriesIn(db: Db, olderThanDays: number): Promise<number> {
  const gone = await db
    .deleteFrom('deliveries')
    .where('created_at', '<', sql<Date>`now() - ${olderThanDays}::int * interval '1 day'`)
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}

export function deliveryOf(row: Selectable<Tables['deliveries']>): Delivery {
  return {
    id: row.id,
    webhookId: row.webhook_id,
    payload: row.payload,
    state: row.state,
    createdAt: row.created_at,
    nextAt: row.state === 'pending' ? row.next_at : undefined,
    deliveredAt: row.delivered_at ?? undefined,
    log: row.log,
  }
}
