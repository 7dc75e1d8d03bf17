import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import type { Ask, Asked, RequestStore } from '../../pipeline/schema/request-contract.ts'
import type { Store } from '../../pipeline/schema/store-contract.ts'
import { inSendSpan } from '../queue-span.ts'
import { acceptInto, openBatchIn } from './accept.ts'
import { keysIn } from './api-keys.ts'
import { askedIn, askIn } from './ask.ts'
import {
  batchRequestIn,
  batchRequestsIn,
  cancelBatchIn,
  deleteBatchIn,
  openBatchRequestIn,
  receivedBatchIn,
} from './batch-requests.ts'
import { deleteArticlesIn } from './delete.ts'
import { leaseIn } from './lease.ts'
import { endLeasesIn, forgetAnswersIn, openLedgers } from './ledger.ts'
import { ledgerReportOf, spentTodayIn } from './ledger-report.ts'
import { migrate, SCHEMA } from './migrate.ts'
import { countsOf, failuresOf, readBatchOf } from './read.ts'
import { cancelIn, deleteRequestIn, requestIn, requestsIn, resultIn, retryRequestIn } from './requests.ts'
import { reviewsIn } from './reviews.ts'
import { searchIn } from './search.ts'
import type { Tables } from './tables.ts'
import { eventsIn, forgetEventsIn, noteIn } from './task-events.ts'
import {
  claimOne,
  completeOne,
  failOne,
  handedOutOf,
  handOutOf,
  putBackOne,
  retryOf,
  takeBackAll,
  waitingOf,
} from './tasks.ts'
import { webhooksIn } from './webhooks.ts'

/**
 * The store over a pool of PostgreSQL connections, or over the one session of PGlite. Its tables are created or brought up to
 * date first. `close` ends the pool. `isAlone`: no other process can have it open, so what a dead one held is free.
 * @throws StandpointError DATABASE_FAILED
 */
export async function openStore(pool: PostgresPool, { isAlone = false } = {}): Promise<Store & RequestStore> {
  const bare = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  await migrate(bare)
  const db = bare.withSchema(SCHEMA)
  if (isAlone) await endLeasesIn(db)
  const ledgers = openLedgers(db)
  return {
    ...requestsOver(db),
    openBatch: (key) => openBatchIn(db, key),
    accept: (entries, to) =>
      inSendSpan(to.lane, { 'messaging.batch.message_count': entries.length }, () => acceptInto(db, entries, to)),
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
    search: (query) => searchIn(db, query),
    deleteArticles: (ids) => deleteArticlesIn(db, ids),
    ...reviewsIn(db),
    lease: (name, ms) => leaseIn(db, name, ms),
    close: async () => {
      ledgers.close()
      await bare.destroy()
    },
  }
}

function requestsOver(db: Kysely<Tables>): RequestStore {
  return {
    keys: keysIn(db),
    ask: (ask) => askTraced(db, ask),
    asked: (by) => askedIn(db, by),
    request: (id) => requestIn(db, id),
    requests: (filter) => requestsIn(db, filter),
    resultOf: (id) => resultIn(db, id),
    cancel: (id) => cancelIn(db, id),
    retryRequest: (id) => retryRequestIn(db, id),
    deleteRequest: (id) => deleteRequestIn(db, id),
    note: (claim, event) => noteIn(db, claim, event),
    events: (task, after) => eventsIn(db, task, after),
    forgetEvents: (options) => forgetEventsIn(db, options),
    openBatchRequest: (batch) => openBatchRequestIn(db, batch),
    receivedBatch: (id) => receivedBatchIn(db, id),
    batchRequest: (id) => batchRequestIn(db, id),
    batchRequests: (filter) => batchRequestsIn(db, filter),
    cancelBatch: (id) => cancelBatchIn(db, id),
    deleteBatch: (id) => deleteBatchIn(db, id),
    waiting: (lane) => waitingOf(db, lane),
    webhooks: webhooksIn(db),
  }
}

function askTraced(db: Kysely<Tables>, ask: Ask): Promise<Asked> {
  const about = { 'standpoint.analysis.id': ask.id, 'standpoint.article.content_hash': ask.article.contentHash }
  return inSendSpan(ask.lane, about, async (span) => {
    const asked = await askIn(db, ask)
    if (asked.kind !== 'mismatch') span.setAttribute('standpoint.task.id', asked.task)
    return asked
  })
}
