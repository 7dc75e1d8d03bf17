import type { PostgresPool } from 'kysely'
import pg from 'pg'
import type { RequestStore } from '../pipeline/schema/request-contract.ts'
import type { Store } from '../pipeline/schema/store-contract.ts'
import { openPGlite } from '../workers/store/open-pglite.ts'
import { pglitePool } from '../workers/store/pglite-pool.ts'
import { openStore } from '../workers/store/store.ts'
import { newPlace } from './places.ts'
import type { Servers } from './servers.ts'

/** An empty store over a database of its own. */
export type OpenedStore = {
  store: Store & RequestStore
  /** A second store over the same database, as another process has it. */
  again(): Promise<Store & RequestStore>
  /** Runs SQL beside the store, and gives the rows. */
  run(text: string): Promise<Record<string, unknown>[]>
  close(): Promise<void>
}

/** The databases that a store works on. A server that is not there is left out of a run by `isThere`. */
export function backendsOf(servers: Servers | undefined) {
  return [
    { name: 'on PGlite', isThere: true, open: openOnPGlite },
    { name: 'on PostgreSQL', isThere: servers !== undefined, open: () => openOnPostgres(servers) },
  ]
}

async function openOnPGlite(): Promise<OpenedStore> {
  const place = await newPlace(undefined)
  const db = await openPGlite(place.folder)
  const run = async (text: string) => (await db.query<Record<string, unknown>>(text)).rows
  const opened = await storesOver(() => pglitePool(db), run)
  return {
    ...opened,
    close: async () => {
      await opened.close()
      await db.close()
      await place[Symbol.asyncDispose]()
    },
  }
}

async function openOnPostgres(servers: Servers | undefined): Promise<OpenedStore> {
  const fleet = await servers?.freshFleet()
  const poolOf = () => testPool(fleet?.databaseUrl)
  const beside = poolOf()
  const opened = await storesOver(poolOf, async (text) => (await beside.query(text)).rows)
  return {
    ...opened,
    close: async () => {
      await opened.close()
      await beside.end()
    },
  }
}

/** A pool that has ended does not wait until its connections are closed, and the database is dropped soon after. */
export function testPool(connectionString: string | undefined): pg.Pool {
  const pool = new pg.Pool({ connectionString })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

async function storesOver(poolOf: () => PostgresPool, run: OpenedStore['run']): Promise<OpenedStore> {
  const stores: (Store & RequestStore)[] = []
  const again = async () => {
    const store = await openStore(poolOf())
    stores.push(store)
    return store
  }
  const close = async () => {
    for (const store of stores) await store.close()
  }
  return { store: await again(), again, run, close }
}
