import { type Kysely, type Selectable, sql } from 'kysely'
import type { ApiKey, KeyStore, NewKey } from '../../pipeline/schema/request-contract.ts'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>

/** Keys of the API in the store. */
export function keysIn(db: Db): KeyStore {
  return {
    create: async (key) => keyOf(await insert(db, key)),
    createFirst: (key) => createFirst(db, key),
    byHash: (hash) => byHash(db, hash),
    list: async () => (await db.selectFrom('api_keys').selectAll().orderBy('created_at').execute()).map(keyOf),
    rotate: (id, hash, { graceSeconds }) => rotate(db, id, { hash, graceSeconds }),
    revoke: async (id) => {
      const row = await db
        .updateTable('api_keys')
        .set({ revoked_at: sql<Date>`now()`, old_hash: null, old_until: null })
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
        .returning('id')
        .executeTakeFirst()
      return row !== undefined
    },
  }
}

async function insert(db: Db, key: NewKey) {
  return db
    .insertInto('api_keys')
    .values({
      id: key.id,
      name: key.name,
      hash: key.hash,
      scopes: [...key.scopes],
      requests_per_minute: key.requestsPerMinute ?? null,
      expires_at: key.expiresAt ?? null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Two servers that start at once make one key. */
async function createFirst(db: Db, key: NewKey): Promise<ApiKey | undefined> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('standpoint.keys'))`.execute(tx)
    const any = await tx.selectFrom('api_keys').select('id').limit(1).executeTakeFirst()
    return any === undefined ? keyOf(await insert(tx, key)) : undefined
  })
}

async function byHash(db: Db, hash: string): Promise<ApiKey | undefined> {
  const row = await db
    .selectFrom('api_keys')
    .selectAll()
    .where(({ or, and, eb }) =>
      or([eb('hash', '=', hash), and([eb('old_hash', '=', hash), eb('old_until', '>', sql<Date>`now()`)])]),
    )
    .where('revoked_at', 'is', null)
    .where(({ or, eb }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', sql<Date>`now()`)]))
    .executeTakeFirst()
  if (row === undefined) return undefined
  await db
    .updateTable('api_keys')
    .set({ last_used_at: sql<Date>`now()` })
    .where('id', '=', row.id)
    .where(({ or, eb }) =>
      or([eb('last_used_at', 'is', null), eb('last_used_at', '<', sql<Date>`now() - interval '1 minute'`)]),
    )
    .execute()
  return keyOf(row)
}

async function rotate(
  db: Db,
  id: string,
  { hash, graceSeconds }: { hash: string; graceSeconds: number },
): Promise<ApiKey | undefined> {
  const row = await db
    .updateTable('api_keys')
    .set((eb) => ({
      hash,
      old_hash: eb.ref('hash'),
      old_until: sql<Date>`now() + ${graceSeconds}::int * interval '1 second'`,
    }))
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
  return row && keyOf(row)
}

function keyOf(row: Selectable<Tables['api_keys']>): ApiKey {
  return {
    id: row.id,
    name: row.name,
    scopes: row.scopes,
    requestsPerMinute: row.requests_per_minute ?? undefined,
    createdAt: row.created_at,
    expiresAt: row.expires_at ?? undefined,
    revokedAt: row.revoked_at ?? undefined,
    lastUsedAt: row.last_used_at ?? undefined,
  }
}
