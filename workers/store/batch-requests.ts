import { type Kysely, sql } from 'kysely'
import type { BatchRequestRow } from '../../pipeline/schema/request-contract.ts'
import { countsOf } from './read.ts'
import { giveUp } from './requests.ts'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>
const now = sql<Date>`now()`

export async function openBatchRequestIn(
  db: Db,
  { id, keyId, idempotencyKey }: { id: string; keyId: string; idempotencyKey?: string },
): Promise<{ isNew: boolean; id: string; batch: number }> {
  return db.transaction().execute(async (tx) => {
    if (idempotencyKey !== undefined) {
      const name = `${keyId} ${idempotencyKey}`
      await sql`select pg_advisory_xact_lock(hashtext('standpoint.idempotency'), hashtext(${name}))`.execute(tx)
      const earlier = await tx
        .selectFrom('batch_requests')
        .select(['id', 'batch_id', 'received_at'])
        .where('key_id', '=', keyId)
        .where('idempotency_key', '=', idempotencyKey)
        .executeTakeFirst()
      if (earlier?.received_at) return { isNew: false, id: earlier.id, batch: earlier.batch_id }
      if (earlier) await tx.deleteFrom('batches').where('id', '=', earlier.batch_id).execute()
    }
    const { id: batch } = await tx
      .insertInto('batches')
      .values({ key: `api ${id}` })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('batch_requests')
      .values({ id, key_id: keyId, batch_id: batch, idempotency_key: idempotencyKey ?? null })
      .execute()
    return { isNew: true, id, batch }
  })
}

export async function receivedBatchIn(db: Db, id: string): Promise<void> {
  await db.updateTable('batch_requests').set({ received_at: now }).where('id', '=', id).execute()
}

export async function batchRequestIn(db: Db, id: string): Promise<BatchRequestRow | undefined> {
  const row = await db.selectFrom('batch_requests').selectAll().where('id', '=', id).executeTakeFirst()
  return row && rowOf(db, row)
}

export async function batchRequestsIn(
  db: Db,
  { before, limit }: { before?: string; limit: number },
): Promise<BatchRequestRow[]> {
  const rows = await db
    .selectFrom('batch_requests')
    .selectAll()
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return Promise.all(rows.map((row) => rowOf(db, row)))
}

export async function cancelBatchIn(db: Db, id: string): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const ended = await tx
      .updateTable('batch_requests')
      .set({ cancelled_at: now })
      .where('id', '=', id)
      .where('cancelled_at', 'is', null)
      .returning('batch_id')
      .executeTakeFirst()
    return ended === undefined ? 0 : giveUp(tx, await tasksOf(tx, ended.batch_id))
  })
}

/** Its list goes. Tasks that nobody else waits for are given up, analyses stay. */
export async function deleteBatchIn(db: Db, id: string): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const row = await tx.selectFrom('batch_requests').select('batch_id').where('id', '=', id).executeTakeFirst()
    if (row === undefined) return false
    const tasks = await tasksOf(tx, row.batch_id)
    await tx.deleteFrom('batches').where('id', '=', row.batch_id).execute()
    await giveUp(tx, tasks)
    return true
  })
}

async function tasksOf(db: Db, batch: number): Promise<number[]> {
  const rows = await db
    .selectFrom('batch_items')
    .innerJoin('tasks', 'tasks.id', 'batch_items.task_id')
    .select('tasks.id')
    .distinct()
    .where('batch_id', '=', batch)
    .where('tasks.state', 'in', ['accepted', 'queued', 'running'])
    .execute()
  return rows.map((row) => row.id)
}

type Row = {
  id: string
  key_id: string
  batch_id: number
  created_at: Date
  received_at: Date | null
  cancelled_at: Date | null
}

async function rowOf(db: Db, row: Row): Promise<BatchRequestRow> {
  return {
    id: row.id,
    batch: row.batch_id,
    keyId: row.key_id,
    createdAt: row.created_at,
    receivedAt: row.received_at ?? undefined,
    cancelledAt: row.cancelled_at ?? undefined,
    counts: await countsOf(db, row.batch_id),
  }
}
