import { type Kysely, sql } from 'kysely'
import type { Deleted } from '../../pipeline/schema/store-contract.ts'
import type { Tables } from './tables.ts'

/**
 * Deletes articles by their ids, all revisions. A text that no other id names goes with everything that was derived from it:
 * tasks, analyses, and the calls of models with their answers. Work that is going on about it ends in nothing.
 */
export async function deleteArticlesIn(db: Kysely<Tables>, ids: readonly string[]): Promise<Deleted> {
  return db.transaction().execute(async (tx) => {
    // Whoever accepts at the same time must not find a text that is about to go.
    await sql`select pg_advisory_xact_lock(hashtext('standpoint.accept'))`.execute(tx)
    const names = await tx
      .deleteFrom('article_names')
      .where('id', '=', sql<string>`any(${[...ids]}::text[])`)
      .returning(['id', 'content_hash'])
      .execute()
    const hashes = [...new Set(names.map((name) => name.content_hash))]
    const texts = await tx
      .deleteFrom('articles')
      .where('content_hash', '=', sql<string>`any(${hashes}::text[])`)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('article_names')
              .select('article_names.id')
              .whereRef('article_names.content_hash', '=', 'articles.content_hash'),
          ),
        ),
      )
      .returning('content_hash')
      .execute()
    const found = new Set(names.map((name) => name.id))
    return { articles: found.size, texts: texts.length, unknown: ids.filter((id) => !found.has(id)) }
  })
}
