import { type Kysely, sql } from 'kysely'
import type { Analysis } from '../../pipeline/schema/analysis.ts'
import type { Call, Lane } from '../../pipeline/schema/call-contract.ts'
import type { StandpointError } from '../../pipeline/schema/errors.ts'
import type { ClaimedTask, TaskRef } from '../../pipeline/schema/store-contract.ts'
import { articleOf } from './article-of.ts'
import { replaceClaims } from './claims.ts'
import { errorColumns } from './error-columns.ts'
import { settleCalls } from './ledger.ts'
import { announceTask } from './outbox.ts'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>
const now = sql<Date>`now()`
const isRunning = sql<number>`(state = 'running')::int`

/** Accepted → queued, until `most` of the lane are queued or running. Only one process at a time hands out. */
export async function handOutOf(
  db: Db,
  lane: Lane,
  { most, batch }: { most: number; batch?: number },
): Promise<TaskRef[]> {
  return db.transaction().execute(async (tx) => {
    const lease = await sql<{ mine: boolean }>`
      select pg_try_advisory_xact_lock(hashtext('standpoint.feed'), hashtext(${lane})) as mine`.execute(tx)
    if (lease.rows[0]?.mine !== true) return []
    const out = await tx
      .selectFrom('tasks')
      .select(sql<number>`count(*)::int`.as('count'))
      .where('lane', '=', lane)
      .where('state', 'in', ['queued', 'running'])
      .executeTakeFirstOrThrow()
    if (out.count >= most) return []
    const next = tx
      .selectFrom('tasks')
      .select('id')
      .where('lane', '=', lane)
      .where('state', '=', 'accepted')
      .$if(batch !== undefined, (query) =>
        query.where('id', 'in', (eb) =>
          eb
            .selectFrom('batch_items')
            .select((item) => item.fn.coalesce('task_id', sql<number>`0`).as('task_id'))
            .where('batch_id', '=', batch ?? 0),
        ),
      )
      .orderBy('id')
      .limit(most - out.count)
      .forUpdate()
      .skipLocked()
    const rows = await tx
      .updateTable('tasks')
      .set((eb) => ({ state: 'queued', turn: eb('turn', '+', 1), queued_at: now }))
      .where('id', 'in', next)
      .returning(['id as task', 'turn'])
      .execute()
    return rows.sort((a, b) => a.task - b.task)
  })
}

export async function handedOutOf(db: Db, lane: Lane, { olderThanMs }: { olderThanMs: number }): Promise<TaskRef[]> {
  return db
    .selectFrom('tasks')
    .select(['id as task', 'turn'])
    .where('lane', '=', lane)
    .where('state', 'in', ['queued', 'running'])
    .where('queued_at', '<=', sql<Date>`now() - ${olderThanMs}::int * interval '1 millisecond'`)
    .execute()
}

export async function takeBackAll(db: Db, tasks: readonly TaskRef[]): Promise<void> {
  for (const { task, turn } of tasks) {
    await db
      .updateTable('tasks')
      .set((eb) => ({ state: 'accepted', recovered: eb('recovered', '+', isRunning) }))
      .where('id', '=', task)
      .where('turn', '=', turn)
      .where('state', 'in', ['queued', 'running'])
      .execute()
  }
}

export async function claimOne(db: Db, { task, turn }: TaskRef): Promise<ClaimedTask | undefined> {
  const claimed = await db
    .updateTable('tasks')
    .set((eb) => ({
      state: 'running',
      claim: eb('claim', '+', 1),
      attempts: eb('attempts', '+', 1),
      recovered: eb('recovered', '+', isRunning),
      started_at: now,
    }))
    .where('id', '=', task)
    .where('turn', '=', turn)
    .where('state', 'in', ['queued', 'running'])
    .returning(['content_hash', 'recipe_hash', 'sample', 'claim', 'attempts', 'traceparent'])
    .executeTakeFirst()
  if (claimed === undefined) return undefined
  const row = await db
    .selectFrom('articles')
    .innerJoin('article_names', 'article_names.content_hash', 'articles.content_hash')
    .innerJoin('recipes', (join) => join.on('recipes.recipe_hash', '=', claimed.recipe_hash))
    .selectAll('articles')
    .select(['article_names.id', 'recipes.recipe'])
    .where('articles.content_hash', '=', claimed.content_hash)
    .orderBy('article_names.accepted_at')
    .limit(1)
    .executeTakeFirstOrThrow()
  return {
    task,
    claim: claimed.claim,
    attempt: claimed.attempts,
    article: articleOf(row),
    incomplete: row.incomplete,
    recipe: row.recipe,
    sample: claimed.sample,
    traceparent: claimed.traceparent ?? undefined,
  }
}

export async function completeOne(
  db: Db,
  claim: ClaimedTask,
  analysis: Analysis,
  calls: readonly Call[],
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const settled = await settling(tx, claim).set({ state: 'done', settled_at: now }).returning('id').executeTakeFirst()
    if (settled === undefined) return false
    await tx
      .insertInto('analyses')
      .values({ task_id: claim.task, analysis: JSON.stringify(analysis) })
      .execute()
    await replaceClaims(tx, claim.task, analysis)
    await settleCalls(tx, calls)
    await announceTask(tx, claim.task, 'analysis.done')
    return true
  })
}

export async function failOne(
  db: Db,
  claim: ClaimedTask,
  { error, calls }: { error: StandpointError; calls: readonly Call[] },
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const settled = await settling(tx, claim)
      .set({ state: 'failed', settled_at: now, ...errorColumns(error) })
      .returning('id')
      .executeTakeFirst()
    if (settled === undefined) return false
    await settleCalls(tx, calls)
    await announceTask(tx, claim.task, 'analysis.failed')
    return true
  })
}

export async function putBackOne(db: Db, claim: ClaimedTask, { counted }: { counted: boolean }): Promise<void> {
  await settling(db, claim)
    .set((eb) => ({ state: 'queued', attempts: eb('attempts', '-', counted ? 0 : 1) }))
    .execute()
}

export async function retryOf(db: Db, tasks: readonly number[] | undefined): Promise<number> {
  const rows = await db
    .updateTable('tasks')
    .set({ state: 'accepted', attempts: 0, settled_at: null, ...errorColumns(undefined) })
    .where('state', '=', 'failed')
    .$if(tasks !== undefined, (query) => query.where('id', '=', sql<number>`any(${[...(tasks ?? [])]}::int[])`))
    .returning('id')
    .execute()
  return rows.length
}

/** Only the latest attempt may settle a task: an earlier one may come back from a long sleep. */
function settling(db: Db, { task, claim }: ClaimedTask) {
  return db.updateTable('tasks').where('id', '=', task).where('claim', '=', claim).where('state', '=', 'running')
}

/** Accepted and not handed out. */
export async function waitingOf(db: Db, lane: Lane): Promise<number> {
  const row = await db
    .selectFrom('tasks')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('lane', '=', lane)
    .where('state', '=', 'accepted')
    .executeTakeFirstOrThrow()
  return row.count
}
