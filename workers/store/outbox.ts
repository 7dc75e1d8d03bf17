import { type Kysely, sql, type Transaction } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { WebhookEvent, WebhookPayload } from '../../pipeline/schema/webhook-contract.ts'
import { countsOf } from './read.ts'
import type { Tables } from './tables.ts'

type Tx = Transaction<Tables>

/** What is to be told to a webhook; it goes with the request or the batch that it tells of. */
type Message = { webhook: string; payload: WebhookPayload; request?: string; batchRequest?: string }

/** Writes messages down; they are sent by whoever delivers. Returns their ids. */
export async function post(db: Kysely<Tables>, messages: readonly Message[]): Promise<string[]> {
  if (messages.length === 0) return []
  const rows = messages.map(({ webhook, payload, request, batchRequest }) => ({
    id: `msg_${uuidv7().replaceAll('-', '')}`,
    webhook_id: webhook,
    request_id: request ?? null,
    batch_request_id: batchRequest ?? null,
    payload: JSON.stringify(payload),
  }))
  await db.insertInto('deliveries').values(rows).execute()
  return rows.map((row) => row.id)
}

/** A task has ended: tells each webhook of those who asked for it and have not cancelled. To be called where it was settled. */
export async function announceTask(tx: Tx, task: number, type: 'analysis.done' | 'analysis.failed'): Promise<void> {
  await announce(tx, type, sql`requests.task_id = ${task} and requests.cancelled_at is null`)
}

export async function announceCancelled(tx: Tx, request: string): Promise<void> {
  await announce(tx, 'analysis.cancelled', sql`requests.id = ${request}`)
}

/** The analysis that a request asks for may have been there before it; whoever settles the task is waited for. */
export async function announceIfDone(tx: Tx, request: string, task: number): Promise<void> {
  const { state } = await tx
    .selectFrom('tasks')
    .select('state')
    .where('id', '=', task)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (state === 'done') await announce(tx, 'analysis.done', sql`requests.id = ${request}`)
}

type Told = {
  webhook: string
  request: string
  id: string
  title: string | null
  url: string | null
  outlet: string | null
  code: string | null
}

/**
 * A request or a webhook that is being deleted at this moment is passed over: who waited for the deletion here, while it waits
 * for the task, would wait for ever.
 */
async function announce(tx: Tx, type: WebhookEvent, which: ReturnType<typeof sql>): Promise<void> {
  const { rows } = await sql<Told>`
    select webhooks.id as webhook, requests.id as request, article_names.id, articles.title,
      article_names.url, article_names.outlet, tasks.error_code as code
    from ${sql.table('standpoint.requests')} as requests
    join ${sql.table('standpoint.tasks')} as tasks on tasks.id = requests.task_id
    join ${sql.table('standpoint.articles')} as articles on articles.content_hash = tasks.content_hash
    join ${sql.table('standpoint.article_names')} as article_names
      on article_names.id = requests.article_id and article_names.revision = requests.revision
    join ${sql.table('standpoint.webhooks')} as webhooks on webhooks.key_id = requests.key_id
    join ${sql.table('standpoint.api_keys')} as api_keys on api_keys.id = webhooks.key_id
    where ${which} and ${hears(type)}
    for key share of requests, webhooks skip locked`.execute(tx)
  const timestamp = new Date().toISOString()
  await post(
    tx,
    rows.map((row) => ({ webhook: row.webhook, request: row.request, payload: payloadOf(row, type, timestamp) })),
  )
}

/** The webhook is enabled, wants such events, and its key is good. */
function hears(type: WebhookEvent) {
  return sql`webhooks.disabled_at is null and ${type} = any(webhooks.events) and ${keyIsGood}`
}

export const keyIsGood = sql<boolean>`
  (api_keys.revoked_at is null and (api_keys.expires_at is null or api_keys.expires_at > now()))`

/** Of an error only the code: its message may show a piece of what was analysed. */
function payloadOf(row: Told, type: WebhookEvent, timestamp: string): WebhookPayload {
  const { request, id, title, url, outlet, code } = row
  const article = Object.fromEntries(Object.entries({ id, title, url, outlet }).filter(([, value]) => value !== null))
  const error = type === 'analysis.failed' ? { error: { code } } : {}
  return { type, timestamp, data: { id: request, state: type.slice('analysis.'.length), article, ...error } }
}

/** Batches that have come whole and have no open articles, or were cancelled: each is told of once, by whoever finds it first. */
export async function announceBatchesIn(db: Kysely<Tables>): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const ended = await sql<{ id: string; key_id: string; batch_id: number; cancelled: boolean }>`
      update ${sql.table('standpoint.batch_requests')} as ended set announced_at = now()
      where announced_at is null and received_at is not null and (cancelled_at is not null or not exists (
        select from ${sql.table('standpoint.batch_items')} as items
        join ${sql.table('standpoint.tasks')} as tasks on tasks.id = items.task_id
        where items.batch_id = ended.batch_id and tasks.state in ('accepted', 'queued', 'running')))
      returning id, key_id, batch_id, cancelled_at is not null as cancelled`.execute(tx)
    for (const batch of ended.rows) await announceBatch(tx, batch)
    return ended.rows.length
  })
}

async function announceBatch(
  tx: Tx,
  { id, key_id, batch_id, cancelled }: { id: string; key_id: string; batch_id: number; cancelled: boolean },
): Promise<void> {
  const hearing = await sql<{ webhook: string }>`
    select webhooks.id as webhook
    from ${sql.table('standpoint.webhooks')} as webhooks
    join ${sql.table('standpoint.api_keys')} as api_keys on api_keys.id = webhooks.key_id
    where webhooks.key_id = ${key_id} and ${hears('batch.done')}
    for key share of webhooks skip locked`.execute(tx)
  if (hearing.rows.length === 0) return
  const { done, failed, refused } = await countsOf(tx, batch_id)
  const data = { id, state: cancelled ? 'cancelled' : 'done', done, failed: failed + refused }
  const payload = { type: 'batch.done' as const, timestamp: new Date().toISOString(), data }
  await post(
    tx,
    hearing.rows.map(({ webhook }) => ({ webhook, batchRequest: id, payload })),
  )
}
