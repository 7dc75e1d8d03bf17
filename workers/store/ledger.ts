import { randomUUID } from 'node:crypto'
import { type Kysely, sql, type Transaction } from 'kysely'
import { wait } from '../../pipeline/engines/calls/wait.ts'
import type { Call, Claimed, Ledger, LedgerKey, RecordedAnswer } from '../../pipeline/schema/call-contract.ts'
import { RetryLater } from '../../pipeline/schema/errors.ts'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>
const now = sql<Date>`now()`

/** A process that renews no lease for this long counts as dead. */
const LEASE_MS = 30_000
const RENEWAL_MS = 8_000
const POLL_MS = 250

/** The ledgers of one process, over the store. Each article has its own view of the one table. */
export type Ledgers = {
  /** Calls about this text. They are deleted with it. */
  of(contentHash: string): Ledger
  close(): void
}

/**
 * A ledger that outlives its process: what was answered is replayed by whoever asks the same again, on any machine. A call in
 * flight is leased to its process, which renews the lease; when the process dies, the lease runs out and the next may send it.
 */
export function openLedgers(db: Db): Ledgers {
  const holder: Holder = { process: randomUUID(), leases: 0, held: new Set() }
  const renewal = setInterval(() => void renewAll(db, holder).catch(() => {}), RENEWAL_MS).unref()
  return {
    of: (contentHash) => ({ claim: (key) => claimCall(db, { key, contentHash, holder }) }),
    close: () => clearInterval(renewal),
  }
}

/** `held`: leases of calls in flight. One that is given up is renewed no more, even if the database was away when it ended. */
type Holder = { process: string; leases: number; held: Set<number> }
type Claiming = { key: LedgerKey; contentHash: string; holder: Holder }

async function claimCall(db: Db, { key, contentHash, holder }: Claiming): Promise<Claimed> {
  const lease = { process: holder.process, lease: ++holder.leases }
  if (await takeLease(db, key, { ...lease, content_hash: contentHash })) return mine(db, key, lease, holder)
  const answer = await answerOf(db, key)
  return answer ? { kind: 'replay', answer } : { kind: 'pending', wait: (signal) => awaitAnswer(db, key, signal) }
}

type Lease = { process: string; lease: number }

/** False when there is an answer, or somebody else is about to get one. */
async function takeLease(db: Db, key: LedgerKey, values: Lease & { content_hash: string }): Promise<boolean> {
  const lease_until = sql<Date>`now() + ${LEASE_MS}::int * interval '1 millisecond'`
  const taken = await db
    .insertInto('calls')
    .values({ ...key, ...values, lease_until })
    .onConflict((conflict) =>
      conflict
        .columns(['request', 'ordinal', 'sample'])
        .doUpdateSet((eb) => ({
          process: eb.ref('excluded.process'),
          lease: eb.ref('excluded.lease'),
          lease_until: eb.ref('excluded.lease_until'),
          // Who held it before has sent it and died, or its answer is kept no longer.
          lost: sql<number>`calls.lost + (calls.sent_at is not null and calls.answered_at is null)::int`,
          sent_at: null,
          answered_at: null,
          settled_at: null,
          usable: null,
        }))
        .where(sql<boolean>`case when calls.answered_at is null
          then calls.lease_until is null or calls.lease_until < now() else calls.body is null end`),
    )
    .returning('request')
    .executeTakeFirst()
  return taken !== undefined
}

function mine(db: Db, key: LedgerKey, lease: Lease, { held: leases }: Holder): Extract<Claimed, { kind: 'mine' }> {
  leases.add(lease.lease)
  const held = () => updating(db, key).where('process', '=', lease.process).where('lease', '=', lease.lease)
  const end = { lease_until: null, sent_at: null }
  return {
    kind: 'mine',
    async intent({ model, steps }) {
      const written = await held()
        .where('answered_at', 'is', null)
        .set((eb) => ({ model, steps: [...steps], sent_at: now, sends: eb('sends', '+', 1) }))
        .executeTakeFirst()
      if (written.numUpdatedRows === 0n)
        throw new RetryLater('The lease of a call of a model has run out', 1000, 'lease')
    },
    async answer({ status, headers, body, ms }, spent, { isUnusable } = { isUnusable: false }) {
      leases.delete(lease.lease)
      // Sent once and answered twice, if another took the call over in between: both were paid, and the first answer is used.
      const added = (column: string, value: number | undefined) =>
        value === undefined
          ? sql<number | null>`${sql.ref(column)}`
          : sql<number>`coalesce(${sql.ref(column)}, 0) + ${value}`
      await updating(db, key)
        .set({
          status: sql<number>`coalesce(status, ${status}::int)`,
          headers: sql<string>`coalesce(headers, ${JSON.stringify(headers)}::json)`,
          body: sql<string>`coalesce(body, ${body.replaceAll('\u0000', '\uFFFD')}::text)`,
          ms: sql<number>`coalesce(ms, ${ms}::float8)`,
          answered_at: sql<Date>`coalesce(answered_at, now())`,
          lease_until: null,
          usable: sql<boolean | null>`coalesce(usable, ${isUnusable ? false : null}::boolean)`,
          // It had been counted as lost when another took the call over.
          lost: sql<number>`lost - (process <> ${lease.process}::uuid or lease <> ${lease.lease}::int)::int`,
          tokens_in: added('tokens_in', spent?.tokensIn),
          tokens_cached: added('tokens_cached', spent?.tokensCached),
          tokens_out: added('tokens_out', spent?.tokensOut),
          cost_usd: added('cost_usd', spent?.costUsd),
        })
        .execute()
    },
    async release() {
      leases.delete(lease.lease)
      await held()
        .set({ ...end, refused: sql<number>`refused + (sent_at is not null)::int` })
        .execute()
    },
    async lost() {
      leases.delete(lease.lease)
      await held()
        .set((eb) => ({ ...end, lost: eb('lost', '+', 1) }))
        .execute()
    },
  }
}

function updating(db: Db, { request, ordinal, sample }: LedgerKey) {
  return db
    .updateTable('calls')
    .where('request', '=', request)
    .where('ordinal', '=', ordinal)
    .where('sample', '=', sample)
}

async function callOf(db: Db, { request, ordinal, sample }: LedgerKey) {
  return db
    .selectFrom('calls')
    .select(['status', 'headers', 'body', 'ms', 'answered_at'])
    .select(sql<boolean>`lease_until is not null and lease_until >= now()`.as('isLeased'))
    .where('request', '=', request)
    .where('ordinal', '=', ordinal)
    .where('sample', '=', sample)
    .executeTakeFirst()
}

type Row = Awaited<ReturnType<typeof callOf>>

async function answerOf(db: Db, key: LedgerKey): Promise<RecordedAnswer | undefined> {
  return answerIn(await callOf(db, key))
}

function answerIn(row: Row): RecordedAnswer | undefined {
  if (row?.answered_at == null || row.body === null) return undefined
  return { status: row.status ?? 0, headers: row.headers ?? {}, body: row.body, ms: row.ms ?? 0 }
}

/** What the holder of the lease is answered; undefined when the lease ends in nothing. */
async function awaitAnswer(
  db: Db,
  key: LedgerKey,
  signal: AbortSignal | undefined,
): Promise<RecordedAnswer | undefined> {
  for (;;) {
    const row = await callOf(db, key)
    const answer = answerIn(row)
    if (answer || row?.isLeased !== true) return answer
    await wait(POLL_MS, signal)
  }
}

async function renewAll(db: Db, { process, held }: Holder): Promise<void> {
  if (held.size === 0) return
  await db
    .updateTable('calls')
    .set({ lease_until: sql<Date>`now() + ${LEASE_MS}::int * interval '1 millisecond'` })
    .where('process', '=', process)
    .where('lease', 'in', [...held])
    .where('answered_at', 'is', null)
    .where('lease_until', 'is not', null)
    .execute()
}

/** Ends every lease: for a store that only one process can have open, so that whoever held one is dead. */
export async function endLeasesIn(db: Db): Promise<void> {
  await db.updateTable('calls').set({ lease_until: null }).where('answered_at', 'is', null).execute()
}

/** Settles the calls that an analysis used, in the transaction that saves it. */
export async function settleCalls(tx: Transaction<Tables>, calls: readonly Call[]): Promise<void> {
  if (calls.length === 0) return
  const used = calls.map(({ request, ordinal, sample, usable, replayed }) => ({
    request,
    ordinal,
    sample,
    usable,
    replayed,
  }))
  await sql`
    update standpoint.calls
    set settled_at = coalesce(calls.settled_at, now()), usable = used.usable, replays = calls.replays + used.replays
    from (
      select request, ordinal, sample, bool_or(usable) as usable, sum(replayed::int)::int as replays
      from json_to_recordset(${JSON.stringify(used)}::json)
        as given (request text, ordinal int, sample int, usable bool, replayed bool)
      group by request, ordinal, sample
    ) as used
    where calls.request = used.request and calls.ordinal = used.ordinal and calls.sample = used.sample`.execute(tx)
}

/** Deletes the words of answers that were settled, or stayed unused, so long ago. The same request is then paid anew; what it cost stays known. */
export async function forgetAnswersIn(db: Db, { olderThanDays }: { olderThanDays: number }): Promise<number> {
  const forgotten = await db
    .updateTable('calls')
    .set({ body: null, headers: null })
    .where('body', 'is not', null)
    .where(sql`coalesce(settled_at, answered_at)`, '<', sql<Date>`now() - ${olderThanDays}::float8 * interval '1 day'`)
    .executeTakeFirst()
  return Number(forgotten.numUpdatedRows)
}
