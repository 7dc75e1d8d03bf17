import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import type { Store } from '../../pipeline/schema/store-contract.ts'
import { acceptInto, openBatchIn } from './accept.ts'
import { deleteArticlesIn } from './delete.ts'
import { leaseIn } from './lease.ts'
import { endLeasesIn, forgetAnswersIn, openLedgers } from './ledger.ts'
import { ledgerReportOf, spentTodayIn } from './ledger-report.ts'
import { migrate, SCHEMA } from './migrate.ts'
import { countsOf, failuresOf, readBatchOf } from './read.ts'
import type { Tables } from './tables.ts'
import { claimOne, completeOne, failOne, handedOutOf, handOutOf, putBackOne, retryOf, takeBackAll } from './tasks.ts'

/**
 * The store over a pool of PostgreSQL connections, or over the one session of PGlite. Its tables are created or brought up to
 * date first. `close` ends the pool. `isAlone`: no other process can have it open, so what a dead one held is free.
 * @throws StandpointError DATABASE_FAILED
 */
export async function openStore(pool: PostgresPool, { isAlone = false } = {}): Promise<Store> {
  const bare = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  await migrate(bare)
  const db = bare.withSchema(SCHEMA)
  if (isAlone) await endLeasesIn(db)
  const ledgers = openLedgers(db)
  return {
    openBatch: (key) => openBatchIn(db, key),
    accept: (entries, to) => acceptInto(db, entries, to),
    handOut: (lane, options) => handOutOf(db, lane, options),
    handedOut: (lane, options) => handedOutOf(db, lane, options),
    takeBack: (tasks) => takeBackAll(db, tasks),
    claim: (task) => claimOne(db, task),
    complete: (claim, analysis, calls = []) => completeOne(db, claim, analysis, calls),
    fail: (claim, error, calls = []) => failOne(db, claim, { error, calls }),
    putBack: (claim, options) => putBackOne(db, claim, options),
    counts: (batch) => countsOf(db, batch),
    failures: (options) => failuresOf(db, options),
    retry: (tasks) => retryOf(db, tasks),
    readBatch: (batch) => readBatchOf(db, batch),
    closeBatch: async (batch) => void (await db.deleteFrom('batches').where('id', '=', batch).execute()),
    ledger: ledgers.of,
    ledgerReport: (by) => ledgerReportOf(db, by),
    forgetAnswers: (options) => forgetAnswersIn(db, options),
    spentToday: () => spentTodayIn(db),
    deleteArticles: (ids) => deleteArticlesIn(db, ids),
    lease: (name, ms) => leaseIn(db, name, ms),
    close: async () => {
      ledgers.close()
      await bare.destroy()
    },
  }
}
