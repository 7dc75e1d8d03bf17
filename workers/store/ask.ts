import { type Kysely, sql, type Transaction } from 'kysely'
import type { Article } from '../../pipeline/schema/article.ts'
import { recipeHash } from '../../pipeline/schema/hash.ts'
import type { Ask, Asked, Idempotency } from '../../pipeline/schema/request-contract.ts'
import { currentTraceparent } from '../../pipeline/traces/traceparent.ts'
import { nameAll } from './accept.ts'
import { errorColumns } from './error-columns.ts'
import { announceIfDone } from './outbox.ts'
import type { Tables } from './tables.ts'

type Tx = Transaction<Tables>

/** Writes a request down with its article, its name and its task, all or none. */
export async function askIn(db: Kysely<Tables>, ask: Ask): Promise<Asked> {
  return db.transaction().execute(async (tx) => {
    await takeTurn(tx, ask)
    const earlier = await askedIn(tx, ask)
    if (earlier !== undefined) return earlier
    const { article, incomplete } = ask
    const [named] = await nameAll(tx, [{ kind: 'article', position: 0, article, incomplete }])
    const task = await taskFor(tx, ask)
    await tx
      .insertInto('requests')
      .values({
        id: ask.id,
        key_id: ask.keyId,
        article_id: article.id,
        revision: named?.revision ?? 1,
        task_id: task,
        idempotency_key: ask.idempotencyKey ?? null,
        fingerprint: ask.fingerprint ?? null,
      })
      .execute()
    await announceIfDone(tx, ask.id, task)
    return { kind: 'new', id: ask.id, task }
  })
}

/** The request that was made with an idempotency key. */
export async function askedIn(
  db: Kysely<Tables>,
  { keyId, idempotencyKey, fingerprint }: { keyId: string } & Partial<Idempotency>,
): Promise<Asked | undefined> {
  if (idempotencyKey === undefined) return undefined
  const row = await db
    .selectFrom('requests')
    .select(['id', 'task_id', 'fingerprint'])
    .where('key_id', '=', keyId)
    .where('idempotency_key', '=', idempotencyKey)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return row.fingerprint === fingerprint ? { kind: 'replayed', id: row.id, task: row.task_id } : { kind: 'mismatch' }
}

/**
 * Requests go side by side, but not beside a batch that is accepted or a deletion, nor two with one idempotency key or one
 * article id at a time.
 */
async function takeTurn(tx: Tx, { keyId, idempotencyKey, article }: Ask): Promise<void> {
  const idempotency = idempotencyKey === undefined ? null : `${keyId} ${idempotencyKey}`
  await sql`select pg_advisory_xact_lock_shared(hashtext('standpoint.accept')),
    pg_advisory_xact_lock(hashtext('standpoint.idempotency'), hashtext(${idempotency}::text)),
    pg_advisory_xact_lock(hashtext('standpoint.article'), hashtext(${article.id}::text))`.execute(tx)
}

async function taskFor(tx: Tx, ask: Ask): Promise<number> {
  const { article, recipe, lane } = ask
  const recipe_hash = recipeHash(recipe)
  await tx
    .insertInto('recipes')
    .values({ recipe_hash, recipe: JSON.stringify(recipe) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const sample = ask.isFresh === true ? await nextSample(tx, article, recipe_hash) : 0
  const made = await tx
    .insertInto('tasks')
    .values({ content_hash: article.contentHash, recipe_hash, sample, lane, ...askedHere() })
    .onConflict((conflict) => conflict.columns(['content_hash', 'recipe_hash', 'sample']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made !== undefined) return made.id
  const known = await tx
    .selectFrom('tasks')
    .select(['id', 'state', 'lane'])
    .where('content_hash', '=', article.contentHash)
    .where('recipe_hash', '=', recipe_hash)
    .where('sample', '=', sample)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (known.state === 'failed') await tryAnew(tx, known.id)
  // An editor does not wait behind an archive for what it has not come to yet.
  if (lane === 'editorial' && known.lane !== lane) {
    await tx
      .updateTable('tasks')
      .set({ lane, ...askedHere() })
      .where('id', '=', known.id)
      .where('state', 'in', ['accepted', 'failed'])
      .execute()
  }
  return known.id
}

/** A task that failed, or was given up, is accepted again. */
export async function tryAnew(db: Kysely<Tables>, task: number): Promise<void> {
  await db
    .updateTable('tasks')
    .set({ state: 'accepted', attempts: 0, settled_at: null, ...errorColumns(undefined), ...askedHere() })
    .where('id', '=', task)
    .where('state', '=', 'failed')
    .execute()
}

/** The span that asks at this moment. */
function askedHere(): { traceparent: string | null } {
  return { traceparent: currentTraceparent() ?? null }
}

async function nextSample(tx: Tx, { contentHash }: Article, recipe_hash: string): Promise<number> {
  const row = await tx
    .selectFrom('tasks')
    .select(sql<number>`coalesce(max(sample), -1)::int + 1`.as('next'))
    .where('content_hash', '=', contentHash)
    .where('recipe_hash', '=', recipe_hash)
    .executeTakeFirstOrThrow()
  return row.next
}
