import { type Kysely, sql } from 'kysely'
import type { BatchResult, FailedTask, TaskCounts } from '../../pipeline/schema/store-contract.ts'
import { articleOf } from './article-of.ts'
import { failureOf } from './error-columns.ts'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>

/** Tasks by state; of a batch, its entries by the state of their task, so that equal texts count as often as they came. */
export async function countsOf(db: Db, batch: number | undefined): Promise<TaskCounts> {
  const counts: TaskCounts = { accepted: 0, queued: 0, running: 0, done: 0, failed: 0, refused: 0, recovered: 0 }
  const count = sql<number>`count(*)::int`.as('count')
  const recovered = sql<number>`coalesce(sum(tasks.recovered), 0)::int`.as('recovered')
  const rows =
    batch === undefined
      ? await db.selectFrom('tasks').select(['state', count, recovered]).groupBy('state').execute()
      : await db
          .selectFrom('batch_items')
          .leftJoin('tasks', 'tasks.id', 'batch_items.task_id')
          .select(['tasks.state', count, recovered])
          .where('batch_id', '=', batch)
          .groupBy('tasks.state')
          .execute()
  for (const row of rows) {
    counts[row.state ?? 'refused'] = row.count
    counts.recovered += row.recovered
  }
  return counts
}

export async function failuresOf(db: Db, { limit }: { limit: number }): Promise<FailedTask[]> {
  const rows = await db
    .selectFrom('tasks')
    .selectAll('tasks')
    .select((eb) =>
      eb
        .selectFrom('article_names')
        .select(sql<string[]>`array_agg(distinct article_names.id)`.as('ids'))
        .whereRef('article_names.content_hash', '=', 'tasks.content_hash')
        .as('ids'),
    )
    .where('state', '=', 'failed')
    .orderBy('settled_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    task: row.id,
    articleIds: row.ids ?? [],
    attempts: row.attempts,
    failedAt: row.settled_at ?? row.accepted_at,
    error: failureOf(row),
  }))
}

const PAGE = 25

/** Page by page behind the last position, so that memory does not grow with the batch. */
export async function* readBatchOf(db: Db, batch: number): AsyncGenerator<BatchResult> {
  let after = -1
  while (true) {
    const rows = await pageOf(db, batch, after)
    for (const row of rows) {
      after = row.position
      const result = resultOf(row)
      if (result) yield result
    }
    if (rows.length < PAGE) return
  }
}

type Row = Awaited<ReturnType<typeof pageOf>>[number]

function resultOf(row: Row): BatchResult | undefined {
  const { position, article_id: id } = row
  if (row.error_code !== null) return { kind: 'failure', position, id, error: failureOf(row) }
  if (row.state === 'failed') return { kind: 'failure', position, id, error: failureOf(row.failed) }
  const { analysis, content_hash, text, language } = row
  if (analysis === null || content_hash === null || text === null || language === null) return undefined
  return { kind: 'analysis', position, article: articleOf({ ...row, id, content_hash, text, language }), analysis }
}

async function pageOf(db: Db, batch: number, after: number) {
  const rows = await db
    .selectFrom('batch_items')
    .leftJoin('tasks', 'tasks.id', 'batch_items.task_id')
    .leftJoin('analyses', 'analyses.task_id', 'batch_items.task_id')
    .leftJoin('articles', 'articles.content_hash', 'tasks.content_hash')
    .leftJoin('article_names', (join) =>
      join
        .onRef('article_names.id', '=', 'batch_items.article_id')
        .onRef('article_names.revision', '=', 'batch_items.revision'),
    )
    .selectAll('batch_items')
    .select(['tasks.state', 'analyses.analysis'])
    .select(['articles.content_hash', 'articles.title', 'articles.text', 'articles.language'])
    .select(['article_names.url', 'article_names.outlet', 'article_names.author', 'article_names.published_at'])
    .select(['tasks.error_code as task_code', 'tasks.error_message as task_message'])
    .select(['tasks.error_where as task_where', 'tasks.error_fix as task_fix'])
    .where('batch_items.batch_id', '=', batch)
    .where('batch_items.position', '>', after)
    .orderBy('batch_items.position')
    .limit(PAGE)
    .execute()
  return rows.map((row) => ({
    ...row,
    failed: {
      error_code: row.task_code,
      error_message: row.task_message,
      error_where: row.task_where,
      error_fix: row.task_fix,
    },
  }))
}
