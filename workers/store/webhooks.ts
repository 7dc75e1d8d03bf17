import { type Kysely, type Selectable, sql } from 'kysely'
import type {
  Delivery,
  NewWebhook,
  Webhook,
  WebhookChange,
  WebhookStore,
} from '../../pipeline/schema/webhook-contract.ts'
import {
  deliveriesIn,
  deliveryOf,
  forgetDeliveriesIn,
  giveBackIn,
  redeliverIn,
  settleIn,
  takeIn,
} from './deliveries.ts'
import { disableWebhook } from './disable-webhook.ts'
import { announceBatchesIn, post } from './outbox.ts'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>
type Row = Selectable<Tables['webhooks']>

/** Webhooks and their deliveries in the store. */
export function webhooksIn(db: Db): WebhookStore {
  return {
    create: (webhook, { most }) => create(db, webhook, most),
    list: ({ keyId }) => list(db, keyId),
    one: (id) => one(db, id),
    change: (id, change) => changeIn(db, id, change),
    delete: async (id) => {
      const gone = await db.deleteFrom('webhooks').where('id', '=', id).returning('id').executeTakeFirst()
      return gone !== undefined
    },
    rotate: (id, secret, { graceSeconds }) => rotate(db, id, { secret, graceSeconds }),
    ping: (id) => ping(db, id),
    deliveries: (webhook, filter) => deliveriesIn(db, webhook, filter),
    redeliver: (webhook, delivery) => redeliverIn(db, webhook, delivery),
    announceBatches: () => announceBatchesIn(db),
    take: (options) => takeIn(db, options),
    settle: (taken, attempt, verdict) => settleIn(db, taken, { attempt, verdict }),
    giveBack: (taken) => giveBackIn(db, taken),
    forget: ({ olderThanDays }) => forgetDeliveriesIn(db, olderThanDays),
  }
}

/** Two that are made at once do not exceed the most together. */
async function create(
  db: Db,
  { id, keyId, url, secret, events }: NewWebhook,
  most: number,
): Promise<Webhook | undefined> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('standpoint.webhooks'), hashtext(${keyId}))`.execute(tx)
    if ((await list(tx, keyId)).length >= most) return undefined
    const row = await tx
      .insertInto('webhooks')
      .values({ id, key_id: keyId, url, secret, events: [...events] })
      .returningAll()
      .executeTakeFirstOrThrow()
    return webhookOf(row)
  })
}

async function list(db: Db, keyId: string | undefined): Promise<Webhook[]> {
  const rows = await db
    .selectFrom('webhooks')
    .selectAll()
    .$if(keyId !== undefined, (query) => query.where('key_id', '=', keyId ?? ''))
    .orderBy('id')
    .execute()
  return rows.map(webhookOf)
}

async function one(db: Db, id: string): Promise<Webhook | undefined> {
  const row = await db.selectFrom('webhooks').selectAll().where('id', '=', id).executeTakeFirst()
  return row && webhookOf(row)
}

async function changeIn(db: Db, id: string, { url, events, isEnabled }: WebhookChange): Promise<Webhook | undefined> {
  return db.transaction().execute(async (tx) => {
    if (isEnabled === false) await disableWebhook(tx, id, 'asked')
    const row = await tx
      .updateTable('webhooks')
      .set((eb) => ({
        url: url ?? eb.ref('url'),
        events: events === undefined ? eb.ref('events') : [...events],
        ...(url !== undefined && { failing_since: null }),
        ...(isEnabled === true && { disabled_at: null, disabled_reason: null, failing_since: null }),
      }))
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst()
    return row && webhookOf(row)
  })
}

async function rotate(
  db: Db,
  id: string,
  { secret, graceSeconds }: { secret: string; graceSeconds: number },
): Promise<Webhook | undefined> {
  const row = await db
    .updateTable('webhooks')
    .set((eb) => ({
      secret,
      old_secret: eb.ref('secret'),
      old_until: sql<Date>`now() + ${graceSeconds}::int * interval '1 second'`,
    }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
  return row && webhookOf(row)
}

async function ping(db: Db, webhook: string): Promise<Delivery> {
  const payload = { type: 'ping' as const, timestamp: new Date().toISOString(), data: { id: webhook } }
  const [id = ''] = await post(db, [{ webhook, payload }])
  return deliveryOf(await db.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
}

function webhookOf(row: Row): Webhook {
  return {
    id: row.id,
    keyId: row.key_id,
    url: row.url,
    events: row.events,
    createdAt: row.created_at,
    failingSince: row.failing_since ?? undefined,
    disabledAt: row.disabled_at ?? undefined,
    disabledReason: row.disabled_reason ?? undefined,
  }
}
