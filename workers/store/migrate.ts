import { readdir, readFile } from 'node:fs/promises'
import { type Kysely, sql } from 'kysely'
import { type MigrationProvider, Migrator } from 'kysely/migration'
import { StandpointError } from '../../pipeline/schema/errors.ts'

const FOLDER = new URL('./migrations/', import.meta.url)
export const SCHEMA = 'standpoint'

/**
 * Brings the database to the newest of the plain SQL files in `migrations/`, each run once. Kysely takes an advisory lock, so
 * processes that start together wait for the first.
 * @throws StandpointError DATABASE_FAILED
 */
export async function migrate<DB>(db: Kysely<DB>): Promise<void> {
  const newest = (await fileNames()).at(-1)
  if (newest !== undefined && (await isAt(db, newest))) return
  const migrator = new Migrator({ db, provider: sqlFiles, migrationTableSchema: SCHEMA })
  const { error, results } = await migrator.migrateToLatest()
  if (error === undefined) return
  const failed = results?.find((result) => result.status === 'Error')
  throw new StandpointError('DATABASE_FAILED', 'The tables of the store could not be created', {
    where: failed ? `${failed.migrationName}.sql` : `schema "${SCHEMA}"`,
    fix: 'The database user must own the schema "standpoint" or be allowed to create it.',
    cause: error,
  })
}

/** Two small questions, where the migrator looks through the catalogue first: a third of a second on PGlite. */
async function isAt<DB>(db: Kysely<DB>, newest: string): Promise<boolean> {
  const table = `${SCHEMA}.kysely_migration`
  const there = await sql<{ there: boolean }>`select to_regclass(${table}) is not null as there`.execute(db)
  if (there.rows[0]?.there !== true) return false
  const done = await sql`select 1 from ${sql.table(table)} where name = ${newest}`.execute(db)
  return done.rows.length > 0
}

const sqlFiles: MigrationProvider = {
  async getMigrations() {
    const names = await fileNames()
    return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await migrationOf(name)] as const)))
  },
}

async function fileNames(): Promise<string[]> {
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort()
  return files.map((name) => name.slice(0, -'.sql'.length))
}

async function migrationOf(name: string) {
  const text = await readFile(new URL(`${name}.sql`, FOLDER), 'utf8')
  return { up: async (db: Kysely<unknown>) => void (await sql.raw(text).execute(db)) }
}
