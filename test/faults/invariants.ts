import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { FaultyProvider } from './faulty-provider.fake.ts'

/** What was found out at the end of a run. Everything in `violations` is a promise that was broken. */
export type Report = {
  articles: number
  finished: number
  deadLettered: number
  /** Accepted and neither finished nor dead-lettered. */
  open: number
  /** Finished in the store, or named as accepted, and in neither file. */
  lost: number
  /** Articles that were settled or written more than once. */
  doubled: number
  /** Answers that were delivered although one had been stored for the same request. */
  repeatedCalls: number
  /** Sends that the ledger knows to have been paid although an answer was stored. */
  waste: number
  calls: number
  delivered: number
  answersStored: number
  /** Answers that the ledger counts as lost, and how many there may be. */
  lostAnswers: number
  mostLostAnswers: number
  refusedCalls: number
  unusableAnswers: number
  recoveredTasks: number
  workersEndedByThemselves: number
  faults: Readonly<Record<string, number>>
  seconds: number
  violations: string[]
}

/** Runs SQL on the store, and gives the rows. */
export type Query = (text: string) => Promise<Record<string, unknown>[]>

/**
 * Watches from inside the database how often each task is settled as done: to be run before the work begins. What the code says of
 * itself proves nothing.
 */
export async function installWitness(query: Query): Promise<void> {
  await query('create table public.witness (task integer not null)')
  await query(`create function public.bear_witness() returns trigger language plpgsql as $$
    begin insert into public.witness values (new.task_id); return new; end $$`)
  await query(
    'create trigger witness after insert on standpoint.analyses for each row execute function public.bear_witness()',
  )
}

type Findings = {
  query: Query
  provider: FaultyProvider
  ids: readonly string[]
  out: string
  faults: ReadonlyMap<string, number>
  /** Calls that may have been on their way when processes were killed, before they came to the provider. */
  inFlight: number
  /** Workers that ended although nobody killed them. */
  ownEnds?: number
  seconds: number
}

/** Holds store, ledger, result files and the provider's own count against each other. */
export async function reportOf({
  query,
  provider,
  ids,
  out,
  faults,
  inFlight,
  ownEnds = 0,
  seconds,
}: Findings): Promise<Report> {
  const states = await countsBy(query, 'select state as key, count(*)::int as count from standpoint.tasks group by 1')
  const twice = await query('select task from public.witness group by task having count(*) > 1')
  const [ledger = {}] =
    await query(`select coalesce(sum(sends), 0)::int as sends, coalesce(sum(refused), 0)::int as refused,
    coalesce(sum(lost + (answered_at is null and sent_at is not null)::int), 0)::int as lost,
    count(answered_at)::int as answered, (count(*) filter (where usable is false))::int as unusable from standpoint.calls`)
  const [tasks = {}] = await query('select coalesce(sum(recovered), 0)::int as recovered from standpoint.tasks')
  const written = await writtenIn(out)
  const finished = states.get('done') ?? 0
  const deadLettered = states.get('failed') ?? 0
  const open = (states.get('accepted') ?? 0) + (states.get('queued') ?? 0) + (states.get('running') ?? 0)
  const delivered = [...provider.delivered.values()].reduce((sum, count) => sum + count, 0)
  const answersStored = numberIn(ledger, 'answered')
  const lostAnswers = numberIn(ledger, 'lost')
  const report: Report = {
    articles: ids.length,
    finished,
    deadLettered,
    open,
    // Before the end nothing is written.
    lost: open > 0 && written.size === 0 ? 0 : ids.filter((id) => !written.has(id)).length,
    doubled: twice.length + [...written.values()].filter((count) => count > 1).length,
    repeatedCalls: await repeatedIn(query, provider),
    waste: numberIn(ledger, 'sends') - numberIn(ledger, 'refused') - lostAnswers - answersStored,
    calls: provider.calls(),
    delivered,
    answersStored,
    lostAnswers,
    // What came here and was not stored before its process or the database died is lost, too.
    mostLostAnswers: inFlight + provider.mayBeLost() + Math.max(0, delivered - answersStored),
    refusedCalls: numberIn(ledger, 'refused'),
    unusableAnswers: numberIn(ledger, 'unusable'),
    recoveredTasks: numberIn(tasks, 'recovered'),
    workersEndedByThemselves: ownEnds,
    faults: Object.fromEntries([...provider.faults, ...faults]),
    seconds,
    violations: [],
  }
  return { ...report, violations: violationsIn(report, await idsIn(out), ids) }
}

function violationsIn(report: Report, results: readonly string[], ids: readonly string[]): string[] {
  const { articles, finished, deadLettered, open, lost, doubled, repeatedCalls, waste } = report
  const written = new Set(results)
  const inOrder = ids.filter((id) => written.has(id))
  return [
    finished + deadLettered + open !== articles &&
      `${articles} articles were accepted as ${finished + deadLettered + open} tasks`,
    open > 0 && `${open} articles are still open`,
    lost > 0 && `${lost} articles are in no file`,
    doubled > 0 && `${doubled} articles were analysed or written twice`,
    repeatedCalls > 0 && `${repeatedCalls} calls were repeated although their answer was stored`,
    waste !== 0 && `the ledger counts ${waste} wasted calls`,
    report.lostAnswers > report.mostLostAnswers &&
      `${report.lostAnswers} answers count as lost, at most ${report.mostLostAnswers} can be`,
    inOrder.join('\n') !== results.join('\n') && 'the results are not those of the input, in its order',
    report.workersEndedByThemselves > 0 &&
      `${report.workersEndedByThemselves} workers ended although nobody killed them`,
    deadLettered > articles / 100 && `${deadLettered} articles were given up, more than one in a hundred`,
  ].filter((violation) => violation !== false)
}

/** For each request: what the provider delivered beyond the answers that the ledger holds or counts as lost. */
async function repeatedIn(query: Query, provider: FaultyProvider): Promise<number> {
  const rows = await query(`select request as key, sum((answered_at is not null)::int + lost
    + (answered_at is null and sent_at is not null)::int)::int as count from standpoint.calls group by 1`)
  const known = new Map(rows.map((row) => [String(row.key), Number(row.count)]))
  const beyond = [...provider.delivered].map(([key, count]) => Math.max(0, count - (known.get(key) ?? 0)))
  return beyond.reduce((sum, count) => sum + count, 0)
}

/** How often each id stands in the results and the failures. */
async function writtenIn(out: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const id of [...(await idsIn(out)), ...(await idsIn(out.replace(/\.jsonl$/, '.failures.jsonl')))]) {
    counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}

/** The ids of a file's lines, in its order; none where there is no such file. */
async function idsIn(file: string): Promise<string[]> {
  if (!existsSync(file)) return []
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '')
  return lines.map((line) => String(JSON.parse(line).id))
}

async function countsBy(query: Query, text: string): Promise<Map<string, number>> {
  return new Map((await query(text)).map((row) => [String(row.key), Number(row.count)]))
}

function numberIn(row: Record<string, unknown>, column: string): number {
  return Number(row[column] ?? 0)
}

/** The report as a table. */
export function reportText({ faults, violations, ...numbers }: Report): string {
  const rows = [...Object.entries(numbers), ...Object.entries(faults).map(([kind, count]) => [`fault: ${kind}`, count])]
  const lines = rows.map(([name, count]) => `${String(name).padEnd(36)}${String(count).padStart(10)}`)
  const verdict = violations.length === 0 ? ['Every promise was kept.'] : violations.map((each) => `BROKEN: ${each}`)
  return [...lines, ...verdict].join('\n')
}
