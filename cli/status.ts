import type { FailedTask, TaskCounts } from '../pipeline/schema/store-contract.ts'
import { type Config, readConfig, withoutPassword } from '../workers/config.ts'
import { openLook } from '../workers/look.ts'
import { shownRedisAddress } from '../workers/redis-address.ts'
import { isNothingStored } from './nothing-stored.ts'
import type { CommonFlags } from './options.ts'
import { readable } from './readable.ts'
import { print, printJson } from './terminal.ts'

type Status = { where: string; counts: TaskCounts; workers?: number; failures: readonly FailedTask[] }

/** Tells what the store holds: work waiting, done and failed. A data folder that does not exist yet is not created. */
export async function status(flags: CommonFlags): Promise<void> {
  const config = readConfig(process.env, { dataFolder: flags.data })
  const found = isNothingStored(config) ? nothingYet(config) : await look(config)
  if (flags.json) printJson(found)
  else print(statusText(found))
}

const FAILURES_SHOWN = 5

async function look(config: Config): Promise<Status> {
  await using store = await openLook(config)
  return {
    where: whereOf(config),
    counts: await store.counts(),
    workers: await store.workers(),
    failures: await store.failures({ limit: FAILURES_SHOWN }),
  }
}

function nothingYet(config: Config): Status {
  const counts = { accepted: 0, queued: 0, running: 0, done: 0, failed: 0, refused: 0, recovered: 0 }
  return { where: whereOf(config), counts, failures: [] }
}

function whereOf({ fleet, dataFolder }: Config): string {
  return fleet === undefined ? dataFolder : `${withoutPassword(fleet.databaseUrl)}, ${shownRedisAddress(fleet.redis)}`
}

function statusText({ where, counts, workers, failures }: Status): string {
  const rows: [string, number][] = [
    ['done', counts.done],
    ['in work', counts.running],
    ['waiting', counts.accepted + counts.queued],
    ['failed', counts.failed],
  ]
  if (counts.recovered > 0) rows.push(['recovered', counts.recovered])
  if (workers !== undefined) rows.push(['workers', workers])
  const lines = [where, ...rows.map(([name, count]) => `${name.padEnd(9)}${String(count).padStart(9)}`)]
  for (const { articleIds, error } of failures) {
    lines.push(`  ${readable(articleIds[0] ?? '')}: ${readable(error.message)} (${error.code})`)
  }
  return lines.join('\n')
}
