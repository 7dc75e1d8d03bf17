import { type ExpressionBuilder, type Kysely, sql, type Transaction } from 'kysely'
import type { Article } from '../../pipeline/schema/article.ts'
import type { Lane } from '../../pipeline/schema/call-contract.ts'
import { recipeHash } from '../../pipeline/schema/hash.ts'
import type { Recipe } from '../../pipeline/schema/recipe.ts'
import type { BatchEntry } from '../../pipeline/schema/store-contract.ts'
import { currentTraceparent } from '../../pipeline/traces/traceparent.ts'
import { errorColumns } from './error-columns.ts'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>
type Tx = Transaction<Tables>
type Target = { batch: number; recipe: Recipe; sample?: number; lane: Lane }
type ArticleEntry = Extract<BatchEntry, { kind: 'article' }>
type Task = { id: number; isReused: boolean }
export type Named = ArticleEntry & { revision: number }

/** Writes entries down, all or none: texts once each, their names, one task a text, and their places in the batch. */
export async function acceptInto(db: Db, entries: readonly BatchEntry[], to: Target): Promise<{ reused: number }> {
  if (entries.length === 0) return { reused: 0 }
  const articles = entries.filter((entry) => entry.kind === 'article')
  return db.transaction().execute(async (tx) => {
    // Two that accept at once must not give one revision of a name to two texts.
    await sql`select pg_advisory_xact_lock(hashtext('standpoint.accept'))`.execute(tx)
    const named = articles.length === 0 ? [] : await nameAll(tx, articles)
    const tasks = articles.length === 0 ? new Map<string, Task>() : await requestAll(tx, articles, to)
    await tx
      .insertInto('batch_items')
      .values([
        ...named.map((entry) => itemOf(entry, to.batch, tasks)),
        ...entries.flatMap((entry) => (entry.kind === 'fault' ? [faultOf(entry, to.batch)] : [])),
      ])
      // Asked again by who did not hear that it was done. Two entries at one place in one list are refused all the same.
      .onConflict((conflict) =>
        conflict.columns(['batch_id', 'position']).doUpdateSet((eb) => ({ article_id: eb.ref('excluded.article_id') })),
      )
      .execute()
    return { reused: named.filter(({ article }) => tasks.get(article.contentHash)?.isReused).length }
  })
}

/** An earlier batch of the same key was interrupted or is done with: its list goes, its tasks and analyses stay. */
export async function openBatchIn(db: Db, key: string): Promise<number> {
  return db.transaction().execute(async (tx) => {
    await tx.deleteFrom('batches').where('key', '=', key).execute()
    const batch = await tx.insertInto('batches').values({ key }).returning('id').executeTakeFirstOrThrow()
    return batch.id
  })
}

/** Writes texts and names down. A name that is new or still means the same text keeps its revision. */
export async function nameAll(tx: Tx, entries: readonly ArticleEntry[]): Promise<Named[]> {
  await tx
    .insertInto('articles')
    .values(entries.map(contentOf))
    .onConflict((conflict) => conflict.column('content_hash').doNothing())
    .execute()
  const named = revise(entries, await latestNames(tx, entries))
  const rows = new Map(named.map((entry) => [`${entry.revision} ${entry.article.id}`, nameOf(entry)]))
  await tx
    .insertInto('article_names')
    .values([...rows.values()])
    .onConflict((conflict) =>
      conflict.columns(['id', 'revision']).doUpdateSet((eb) => ({
        url: eb.ref('excluded.url'),
        outlet: eb.ref('excluded.outlet'),
        author: eb.ref('excluded.author'),
        published_at: eb.ref('excluded.published_at'),
      })),
    )
    .execute()
  return named
}

type Latest = { revision: number; contentHash: string }

async function latestNames(tx: Tx, entries: readonly ArticleEntry[]): Promise<Map<string, Latest>> {
  const rows = await tx
    .selectFrom('article_names')
    .distinctOn('id')
    .select(['id', 'revision', 'content_hash'])
    .where('id', 'in', [...new Set(entries.map((entry) => entry.article.id))])
    .orderBy('id')
    .orderBy('revision', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.id, { revision: row.revision, contentHash: row.content_hash }]))
}

/** A name that is new or still means the same text keeps its revision; with another text it gets the next. */
function revise(entries: readonly ArticleEntry[], latest: Map<string, Latest>): Named[] {
  return entries.map((entry) => {
    const { id, contentHash } = entry.article
    const known = latest.get(id)
    const revision = known === undefined ? 1 : known.contentHash === contentHash ? known.revision : known.revision + 1
    latest.set(id, { revision, contentHash })
    return { ...entry, revision }
  })
}

/** Tasks by content hash. A task that failed before this batch was opened is tried anew. */
async function requestAll(tx: Tx, entries: readonly ArticleEntry[], to: Target): Promise<Map<string, Task>> {
  const hashes = [...new Set(entries.map((entry) => entry.article.contentHash))]
  const recipe_hash = recipeHash(to.recipe)
  const sample = to.sample ?? 0
  const traceparent = currentTraceparent() ?? null
  await tx
    .insertInto('recipes')
    .values({ recipe_hash, recipe: JSON.stringify(to.recipe) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await tx
    .insertInto('tasks')
    .values(hashes.map((content_hash) => ({ content_hash, recipe_hash, sample, lane: to.lane, traceparent })))
    .onConflict((conflict) => conflict.columns(['content_hash', 'recipe_hash', 'sample']).doNothing())
    .execute()
  await tx
    .updateTable('tasks')
    .set({ state: 'accepted', attempts: 0, settled_at: null, ...errorColumns(undefined), traceparent })
    .where('content_hash', 'in', hashes)
    .where('recipe_hash', '=', recipe_hash)
    .where('sample', '=', sample)
    .where('state', '=', 'failed')
    .where('settled_at', '<', (eb) => openedAt(eb, to.batch))
    .execute()
  const rows = await tx
    .selectFrom('tasks')
    .select(['id', 'content_hash'])
    .select((eb) => eb.and([eb('state', '=', 'done'), eb('settled_at', '<', openedAt(eb, to.batch))]).as('isReused'))
    .where('content_hash', 'in', hashes)
    .where('recipe_hash', '=', recipe_hash)
    .where('sample', '=', sample)
    .execute()
  return new Map(rows.map((row) => [row.content_hash, { id: row.id, isReused: row.isReused === true }]))
}

function openedAt(eb: ExpressionBuilder<Tables, 'tasks'>, batch: number) {
  return eb.selectFrom('batches').select('created_at').where('id', '=', batch)
}

function contentOf({ article, incomplete }: ArticleEntry) {
  return {
    content_hash: article.contentHash,
    title: article.title ?? null,
    text: article.text,
    language: article.language,
    incomplete: [...incomplete],
  }
}

function nameOf({ article, revision }: { article: Article; revision: number }) {
  return {
    id: article.id,
    revision,
    content_hash: article.contentHash,
    url: article.url ?? null,
    outlet: article.outlet ?? null,
    author: article.author ?? null,
    published_at: article.publishedAt ?? null,
  }
}

function itemOf({ article, position, revision }: Named, batch_id: number, tasks: ReadonlyMap<string, Task>) {
  const task_id = tasks.get(article.contentHash)?.id ?? null
  return { batch_id, position, article_id: article.id, revision, task_id, ...errorColumns(undefined) }
}

function faultOf({ id, position, error }: Extract<BatchEntry, { kind: 'fault' }>, batch_id: number) {
  return { batch_id, position, article_id: id, revision: null, task_id: null, ...errorColumns(error) }
}
