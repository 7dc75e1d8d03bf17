import { type Expression, type Kysely, sql } from 'kysely'
import type {
  ApprovedAnalysis,
  Review,
  ReviewEntry,
  Reviewed,
  ReviewSaved,
  ReviewStore,
} from '../../pipeline/schema/review-contract.ts'
import { articleOf } from './article-of.ts'
import { replaceClaims } from './claims.ts'
import { storable } from './error-columns.ts'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>

export function reviewsIn(db: Db): ReviewStore {
  return {
    reviewed: (task) => reviewedOf(db, task),
    review: (task, review) => db.transaction().execute((tx) => reviewOne(tx, task, review)),
    history: (task) => historyOf(db, task),
    approved: () => approvedOf(db),
  }
}

async function reviewedOf(db: Db, task: number): Promise<Reviewed | undefined> {
  const row = await db
    .selectFrom('analyses')
    .leftJoin('reviews', (join) =>
      join
        .onRef('reviews.task_id', '=', 'analyses.task_id')
        .on((eb) => eb('reviews.version', '=', latestVersion(eb.ref('analyses.task_id')))),
    )
    .select(['reviews.version', 'reviews.kind', 'reviews.author', 'reviews.reviewed_at'])
    .select(['reviews.analysis as reviewed', 'analyses.analysis as original'])
    .select((eb) =>
      eb
        .selectFrom('reviews as approvals')
        .select(({ fn }) => fn.max('approvals.version').as('version'))
        .whereRef('approvals.task_id', '=', 'analyses.task_id')
        .where('approvals.kind', '=', 'approval')
        .as('approved_version'),
    )
    .where('analyses.task_id', '=', task)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { version, kind, reviewed, author, reviewed_at: at, approved_version: approvedVersion } = row
  return {
    version: version ?? 0,
    analysis: reviewed ?? row.original,
    state: kind === null ? 'unreviewed' : kind === 'approval' ? 'approved' : 'corrected',
    ...(approvedVersion !== null && { approvedVersion }),
    ...(author !== null && { author }),
    ...(at !== null && { at }),
  }
}

/** Of the task that `task` gives: 0 where nobody has reviewed it. */
function latestVersion(task: Expression<number>) {
  return sql<number>`(select coalesce(max(each.version), 0) from standpoint.reviews as each where each.task_id = ${task})`
}

/**
 * Saved by one statement: of those that write the same version at once, the primary key lets one through. The row of the analysis is
 * locked against deletion meanwhile.
 */
async function reviewOne(db: Db, task: number, review: Review): Promise<ReviewSaved> {
  const { ifVersion, kind, analysis, corrections, author, reason } = review
  const saved = await sql<{ version: number }>`
    insert into standpoint.reviews (task_id, version, kind, analysis, corrections, author, reason)
    select task_id, ${ifVersion}::int + 1, ${kind}, ${JSON.stringify(analysis)}::json, ${JSON.stringify(corrections)}::json,
      ${storable(author)}, ${storable(reason)}
    from standpoint.analyses
    where task_id = ${task}::int and ${latestVersion(sql.val(task))} = ${ifVersion}::int
    for key share
    on conflict do nothing
    returning version`.execute(db)
  const [row] = saved.rows
  if (row) {
    await replaceClaims(db, task, analysis, { isReviewed: true })
    return { kind: 'saved', version: row.version }
  }
  const latest = await db
    .selectFrom('analyses')
    .select(({ ref }) => latestVersion(ref('analyses.task_id')).as('version'))
    .where('task_id', '=', task)
    .executeTakeFirst()
  return latest ? { kind: 'stale', version: latest.version } : { kind: 'missing' }
}

async function historyOf(db: Db, task: number): Promise<ReviewEntry[]> {
  const rows = await db
    .selectFrom('reviews')
    .select(['version', 'kind', 'corrections', 'author', 'reason', 'reviewed_at'])
    .where('task_id', '=', task)
    .orderBy('version')
    .execute()
  return rows.map(({ reason, reviewed_at: at, ...row }) => ({ ...row, ...(reason !== null && { reason }), at }))
}

const PAGE = 25

/** Page by page behind the last task, so that memory does not grow with the number of approvals. */
async function* approvedOf(db: Db): AsyncGenerator<ApprovedAnalysis> {
  let after = 0
  while (true) {
    const rows = await approvedAfter(db, after)
    for (const row of rows) {
      after = row.task_id
      const { task_id: task, version, analysis, author, reviewed_at: at } = row
      yield { task, version, article: articleOf({ ...row, author: row.byline }), analysis, author, at }
    }
    if (rows.length < PAGE) return
  }
}

/** An article of several names has the one that was accepted first. */
async function approvedAfter(db: Db, after: number) {
  return db
    .selectFrom('reviews')
    .innerJoin('tasks', 'tasks.id', 'reviews.task_id')
    .innerJoin('articles', 'articles.content_hash', 'tasks.content_hash')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('article_names')
          .select(['article_names.id', 'article_names.url', 'article_names.outlet', 'article_names.published_at'])
          .select('article_names.author as byline')
          .whereRef('article_names.content_hash', '=', 'articles.content_hash')
          .orderBy('article_names.accepted_at')
          .orderBy('article_names.id')
          .limit(1)
          .as('name'),
      (join) => join.onTrue(),
    )
    .select(['reviews.task_id', 'reviews.version', 'reviews.analysis', 'reviews.author', 'reviews.reviewed_at'])
    .select(['articles.content_hash', 'articles.title', 'articles.text', 'articles.language'])
    .select(['name.id', 'name.url', 'name.outlet', 'name.byline', 'name.published_at'])
    .where('reviews.kind', '=', 'approval')
    .where('reviews.task_id', '>', after)
    .where((eb) => eb('reviews.version', '=', latestVersion(eb.ref('reviews.task_id'))))
    .orderBy('reviews.task_id')
    .limit(PAGE)
    .execute()
}
