import { type Kysely, sql } from 'kysely'
import type { StepEvent } from '../../pipeline/schema/contracts.ts'
import type { NotedEvent } from '../../pipeline/schema/request-contract.ts'
import type { ClaimedTask } from '../../pipeline/schema/store-contract.ts'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>

/** Written only while the attempt is the latest: one statement, so that a cancellation cannot come between. */
export async function noteIn(
  db: Db,
  { task, claim }: Pick<ClaimedTask, 'task' | 'claim'>,
  event: StepEvent,
): Promise<boolean> {
  const written = await sql<{ id: unknown }>`
    insert into ${sql.table('standpoint.task_events')} (task_id, event)
    select id, ${JSON.stringify(event)}::json from ${sql.table('standpoint.tasks')}
    where id = ${task} and claim = ${claim} and state = 'running'
    returning id`.execute(db)
  return written.rows.length > 0
}

const MOST_EVENTS = 500

export async function eventsIn(db: Db, task: number, after: number): Promise<NotedEvent[]> {
  return db
    .selectFrom('task_events')
    .select([sql<number>`id::float8`.as('id'), 'at', 'event'])
    .where('task_id', '=', task)
    .where('id', '>', after)
    .orderBy('task_events.id')
    .limit(MOST_EVENTS)
    .execute()
}

export async function forgetEventsIn(db: Db, { olderThanDays }: { olderThanDays: number }): Promise<number> {
  const gone = await db
    .deleteFrom('task_events')
    .where('at', '<', sql<Date>`now() - ${olderThanDays}::int * interval '1 day'`)
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}
