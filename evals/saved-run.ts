import { readFile, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { StandpointError } from '../pipeline/schema/errors.ts'
import type { GoldRun } from './run-gold.ts'
import { goldMetrics } from './scores/all.ts'
import { type Comparison, compare } from './statistics/compare.ts'

/** What every metric measured of every article, so that a later run can be compared with it article by article. */
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
        .filter(({ metric }) => metric.better !== 'neither' && metric.name !== 'seconds')
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
  const places = after.cases.flatMap(({ gold }, index) => {
    const earlier = before.articles.indexOf(gold.id)
    return earlier < 0 ? [] : [{ earlier, index }]
  })
  return goldMetrics.flatMap((metric) => {
    const [old, now] = [before.measured[metric.name], after.measured.find((one) => one.metric.name === metric.name)]
    if (old === undefined || now === undefined) return []
    const pick = (values: readonly (readonly number[])[], key: 'earlier' | 'index') =>
      places.map((place) => values[place[key]] ?? [])
    const comparison = compare(metric, pick(old, 'earlier'), pick(now.values, 'index'))
    return comparison === undefined ? [] : [{ name: metric.name, title: metric.title, comparison }]
  })
}
