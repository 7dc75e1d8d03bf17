import { type Kysely, sql } from 'kysely'
import type { Analysis } from '../../pipeline/schema/analysis.ts'
import type { Article } from '../../pipeline/schema/article.ts'
import { StandpointError } from '../../pipeline/schema/errors.ts'
import type { RequestFilter, RequestRow, RequestState } from '../../pipeline/schema/request-contract.ts'
import { articleOf } from './article-of.ts'
import { tryAnew } from './ask.ts'
import { errorColumns, failureOf } from './error-columns.ts'
import { announceCancelled, announceIfDone } from './outbox.ts'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>

export async function requestIn(db: Db, id: string): Promise<RequestRow | undefined> {
  const row = await rowsIn(db).where('requests.id', '=', id).executeTakeFirst()
  return row && rowOf(row)
}

export async function requestsIn(db: Db, filter: RequestFilter): Promise<RequestRow[]> {
  const { before, articleId, outlet, language, from, to, state, limit } = filter
  const rows = await rowsIn(db)
    .$if(before !== undefined, (query) => query.where('requests.id', '<', before ?? ''))
    .$if(articleId !== undefined, (query) => query.where('requests.article_id', '=', articleId ?? ''))
    .$if(outlet !== undefined, (query) => query.where('article_names.outlet', '=', outlet ?? ''))
    .$if(language !== undefined, (query) => query.where('articles.language', '=', language ?? ''))
    .$if(from !== undefined, (query) => query.where('requests.created_at', '>=', from ?? new Date(0)))
    .$if(to !== undefined, (query) => query.where('requests.created_at', '<', to ?? new Date(0)))
    .$if(state !== undefined, (query) => query.where(stateColumn, '=', state ?? 'done'))
    .orderBy('requests.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(rowOf)
}

export async function resultIn(db: Db, id: string): Promise<{ article: Article; analysis: Analysis } | undefined> {
  const row = await db
    .selectFrom('requests')
    .innerJoin('tasks', 'tasks.id', 'requests.task_id')
    .innerJoin('analyses', 'analyses.task_id', 'requests.task_id')
    .innerJoin('articles', 'articles.content_hash', 'tasks.content_hash')
    .innerJoin('article_names', (join) =>
      join
        .onRef('article_names.id', '=', 'requests.article_id')
        .onRef('article_names.revision', '=', 'requests.revision'),
    )
    .select(['article_names.id', 'url', 'outlet', 'author', 'published_at'])
    .select(['articles.content_hash', 'title', 'text', 'language', 'analysis'])
    .where('requests.id', '=', id)
    .executeTakeFirst()
  return row && { article: articleOf(row), analysis: row.analysis }
}

export async function cancelIn(db: Db, id: string): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const ended = await tx
      .updateTable('requests')
      .set({ cancelled_at: sql<Date>`now()` })
      .where('id', '=', id)
      .where('cancelled_at', 'is', null)
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('tasks')
            .select('tasks.id')
            .whereRef('tasks.id', '=', 'requests.task_id')
            .where('tasks.state', 'in', OPEN),
        ),
      )
      .returning('task_id')
      .executeTakeFirst()
    if (ended === undefined) return false
    await giveUp(tx, [ended.task_id])
    await announceCancelled(tx, id)
    return true
  })
}

const OPEN = ['accepted', 'queued', 'running'] as const

/**
 * Fails open tasks that no request and no batch waits for any more. Whoever has one in work finds out that its claim is over.
 * Returns how many.
 */
export async function giveUp(db: Db, tasks: readonly number[]): Promise<number> {
  const rows = await db
    .updateTable('tasks')
    .set((eb) => ({
      state: 'failed',
      settled_at: sql<Date>`now()`,
      turn: eb('turn', '+', 1),
      claim: eb('claim', '+', 1),
      ...errorColumns(GIVEN_UP),
    }))
    .where('id', '=', sql<number>`any(${[...tasks]}::int[])`)
    .where('state', 'in', OPEN)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('requests')
            .select('requests.id')
            .whereRef('requests.task_id', '=', 'tasks.id')
            .where('requests.cancelled_at', 'is', null),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('batch_items')
            .leftJoin('batch_requests', 'batch_requests.batch_id', 'batch_items.batch_id')
            .select('batch_items.position')
            .whereRef('batch_items.task_id', '=', 'tasks.id')
            .where('batch_requests.cancelled_at', 'is', null),
        ),
      ),
    )
    .returning('id')
    .execute()
  return rows.length
}

const GIVEN_UP = new StandpointError('CANCELLED', 'It was cancelled before it was done', {
  fix: 'Ask for it again when it is wanted after all.',
})

export async function retryRequestIn(db: Db, id: string): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const row = await rowsIn(tx).where('requests.id', '=', id).executeTakeFirst()
    if (row === undefined || (row.state !== 'failed' && row.state !== 'cancelled')) return false
    await tx.updateTable('requests').set({ cancelled_at: null }).where('id', '=', id).execute()
    await tryAnew(tx, row.task_id)
    await announceIfDone(tx, id, row.task_id)
    return true
  })
}

export async function deleteRequestIn(db: Db, id: string): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    // Whoever accepts at the same time must not find a text that is about to go.
    await sql`select pg_advisory_xact_lock(hashtext('standpoint.accept'))`.execute(tx)
    const gone = await tx
      .deleteFrom('requests')
      .where('id', '=', id)
      .returning(['article_id', 'revision', 'task_id'])
      .executeTakeFirst()
    if (gone === undefined) return false
    await giveUp(tx, [gone.task_id])
    await deleteUnnamed(tx, gone)
    return true
  })
}

/** Deletes a name that no request and no batch uses, and its text where it has no other name. */
async function deleteUnnamed(
  tx: Db,
  { article_id, revision }: { article_id: string; revision: number },
): Promise<void> {
  const name = await tx
    .deleteFrom('article_names')
    .where('id', '=', article_id)
    .where('revision', '=', revision)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('requests')
            .select('requests.id')
            .whereRef('requests.article_id', '=', 'article_names.id')
            .whereRef('requests.revision', '=', 'article_names.revision'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('batch_items')
            .select('batch_items.position')
            .whereRef('batch_items.article_id', '=', 'article_names.id')
            .whereRef('batch_items.revision', '=', 'article_names.revision'),
        ),
      ),
    )
    .returning('content_hash')
    .executeTakeFirst()
  if (name === undefined) return
  await tx
    .deleteFrom('articles')
    .where('content_hash', '=', name.content_hash)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('article_names')
            .select('article_names.id')
            .whereRef('article_names.content_hash', '=', 'articles.content_hash'),
        ),
      ),
    )
    .execute()
}

/** Tasks that nobody has begun are queued for whoever asked, wherever they wait. */
const stateColumn = sql<RequestState>`case
  when requests.cancelled_at is not null then 'cancelled'
  when tasks.state in ('accepted', 'queued') then 'queued'
  when tasks.state = 'failed' and tasks.error_code = 'CANCELLED' then 'cancelled'
  else tasks.state end`

function rowsIn(db: Db) {
  return db
    .selectFrom('requests')
    .innerJoin('tasks', 'tasks.id', 'requests.task_id')
    .innerJoin('articles', 'articles.content_hash', 'tasks.content_hash')
    .innerJoin('recipes', 'recipes.recipe_hash', 'tasks.recipe_hash')
    .innerJoin('article_names', (join) =>
      join
        .onRef('article_names.id', '=', 'requests.article_id')
        .onRef('article_names.revision', '=', 'requests.revision'),
    )
    .select(['requests.id', 'requests.key_id', 'requests.task_id', 'requests.created_at', 'requests.revision'])
    .select(['requests.article_id', 'requests.cancelled_at', stateColumn.as('state')])
    .select(['tasks.lane', 'tasks.sample', 'tasks.attempts', 'tasks.started_at', 'tasks.settled_at'])
    .select(['tasks.error_code', 'tasks.error_message', 'tasks.error_where', 'tasks.error_fix'])
    .select(['articles.content_hash', 'articles.title', 'articles.language', 'recipes.recipe'])
    .select(['article_names.url', 'article_names.outlet', 'article_names.author', 'article_names.published_at'])
}

type Row = Awaited<ReturnType<ReturnType<typeof rowsIn>['executeTakeFirstOrThrow']>>

function rowOf(row: Row): RequestRow {
  const { text: _, ...article } = articleOf({ ...row, id: row.article_id, text: '' })
  return {
    id: row.id,
    state: row.state,
    task: row.task_id,
    keyId: row.key_id,
    lane: row.lane,
    article: { ...article, revision: row.revision },
    recipe: row.recipe,
    sample: row.sample,
    attempts: row.attempts,
    createdAt: row.created_at,
    startedAt: row.started_at ?? undefined,
    settledAt: row.cancelled_at ?? row.settled_at ?? undefined,
    error: row.state === 'failed' ? failureOf(row) : undefined,
  }
}
