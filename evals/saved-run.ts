import { readFile, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { StandpointError } from '../pipeline/schema/errors.ts'
import type { GoldRun } from './run-gold.ts'
import { type Comparison, compare } from './statistics/compare.ts'

/**
 * What every metric that has a better and a worse measured of every article, so that a later run can be compared with it article by
 * article. Times are left out: they are the machine's.
 */
const SavedRun = z.strictObject({
  system: z.string(),
  articles: z.array(z.string()),
  measured: z.record(z.string(), z.array(z.array(z.number()))),
})
type SavedRun = z.infer<typeof SavedRun>

export async function saveRun(run: GoldRun, file: string): Promise<void> {
  const saved: SavedRun = {
    system: run.system,
    articles: run.cases.map(({ gold }) => gold.id),
    measured: Object.fromEntries(
      run.measured
        .filter(({ metric }) => metric.better !== 'neither' && metric.unit !== 'seconds')
        .map(({ metric, values }) => [metric.name, values.map((counts) => [...counts])]),
    ),
  }
  await writeFile(file, `${JSON.stringify(saved)}\n`)
}

/** @throws StandpointError OPTION_INVALID when the file is missing or was not written by `--save` */
export async function readRun(file: string): Promise<SavedRun> {
  try {
    return SavedRun.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (cause) {
    throw new StandpointError('OPTION_INVALID', 'This is no saved run', {
      where: file,
      fix: 'Write one with: standpoint eval --save FILE.',
      cause,
    })
  }
}

/** Every metric of both, on the articles that both have. */
export function compareRuns(
  before: SavedRun,
  after: GoldRun,
): { name: string; title: string; comparison: Comparison }[] {
  const shared = after.cases.flatMap(({ gold }, now) => {
    const then = before.articles.indexOf(gold.id)
    return then < 0 ? [] : [{ then, now }]
  })
  return after.measured.flatMap(({ metric, values }) => {
    const old = before.measured[metric.name]
    if (old === undefined) return []
    const comparison = compare(
      metric,
      shared.map(({ then }) => old[then] ?? []),
      shared.map(({ now }) => values[now] ?? []),
    )
    return comparison === undefined ? [] : [{ name: metric.name, title: metric.title, comparison }]
  })
}
