import { type Kysely, sql } from 'kysely'
import type { LedgerLine, LedgerReport } from '../../pipeline/schema/store-contract.ts'
import type { Tables } from './tables.ts'

const KEYS = {
  step: sql<string>`coalesce(array_to_string(steps, ' + '), '')`,
  model: sql<string>`coalesce(model, '')`,
  day: sql<string>`coalesce(to_char(coalesce(answered_at, sent_at) at time zone 'UTC', 'YYYY-MM-DD'), '')`,
} as const satisfies Record<LedgerReport['by'], unknown>

/** What the calls of models came to, a line for each step, model or day, and in all. */
export async function ledgerReportOf(db: Kysely<Tables>, by: LedgerReport['by']): Promise<LedgerReport> {
  const lines = await sql<LedgerLine>`
    select ${KEYS[by]} as "key", ${SUMS} from standpoint.calls where sends > 0 group by 1 order by 1`.execute(db)
  const total = await sql<LedgerLine>`select 'all' as "key", ${SUMS} from standpoint.calls where sends > 0`.execute(db)
  return { by, lines: lines.rows.map(withoutNulls), total: withoutNulls(total.rows[0] ?? NO_LINE) }
}

/** US dollars of today, by the clock of the database and in UTC. */
export async function spentTodayIn(db: Kysely<Tables>): Promise<number> {
  const today = sql<Date>`date_trunc('day', now() at time zone 'UTC') at time zone 'UTC'`
  const spent = await db
    .selectFrom('calls')
    .select(sql<number>`coalesce(sum(cost_usd), 0)::float8`.as('usd'))
    .where('answered_at', '>=', today)
    .executeTakeFirstOrThrow()
  return spent.usd
}

/** A send is answered, lost, refused or under way; what is beyond that was sent although an answer was stored. */
const IN_FLIGHT = sql`(answered_at is null and sent_at is not null and lease_until >= now())`
const LOST = sql`(lost + (answered_at is null and sent_at is not null and (lease_until is null or lease_until < now()))::int)`
const SUMS = sql`
  count(answered_at)::int as answers,
  coalesce(sum(replays), 0)::int as replays,
  count(*) filter (where ${IN_FLIGHT})::int as "inFlight",
  coalesce(sum(${LOST}), 0)::int as lost,
  coalesce(sum(refused), 0)::int as refused,
  (count(*) filter (where usable is false))::int as unusable,
  coalesce(sum(sends - refused - ${LOST} - (answered_at is not null)::int - ${IN_FLIGHT}::int), 0)::int as waste,
  count(*) filter (where tokens_in is not null and cost_usd is null)::int as "unpriced",
  coalesce(sum(tokens_in), 0)::float8 as "tokensIn",
  coalesce(sum(tokens_cached), 0)::float8 as "tokensCached",
  coalesce(sum(tokens_out), 0)::float8 as "tokensOut",
  sum(cost_usd) as "costUsd",
  sum(cost_usd * replays) as "savedUsd"`

/** The sums of nothing. */
export const NO_LINE: LedgerLine = {
  key: 'all',
  answers: 0,
  replays: 0,
  inFlight: 0,
  lost: 0,
  refused: 0,
  unusable: 0,
  waste: 0,
  unpriced: 0,
  tokensIn: 0,
  tokensCached: 0,
  tokensOut: 0,
}

/** Without a price there is no cost, which is not a cost of nothing. */
function withoutNulls({ costUsd, savedUsd, ...line }: LedgerLine): LedgerLine {
  return { ...line, ...(costUsd != null && { costUsd }), ...(savedUsd != null && { savedUsd }) }
}
