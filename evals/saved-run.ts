import { readFile, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { StandpointError } from '../pipeline/schema/errors.ts'
import type { GoldRun } from './run-gold.ts'
import { type Comparison, compare } from './statistics/compare.ts'

/**
 * What every metric that has a better and a worse measured of every article, so that a later run can be compared with it article by
 * article. Times are kept, and never compared: they are the machine's.
 */
const SavedRun = z.strictObject({
  system: z.string(),
  articles: z.array(z.string()),
  measured: z.record(z.string(), z.array(z.array(z.number()))),
})
export type SavedRun = z.infer<typeof SavedRun>

export async function saveRun(run: GoldRun, file: string): Promise<void> {
  await writeFile(file, `${JSON.stringify(toSaved(run))}\n`)
}

/** What is kept of a run. */
export function toSaved(run: GoldRun): SavedRun {
  return {
    system: run.system,
    articles: run.cases.map(({ gold }) => gold.id),
    measured: Object.fromEntries(
      run.measured
        .filter(({ metric }) => metric.better !== 'neither')
        .map(({ metric, values }) => [metric.name, values.map((counts) => [...counts])]),
    ),
  }
}

/** @throws StandpointError OPTION_INVALID when the file is missing or was not written by `--save` */
export async function readRun(file: string): Promise<SavedRun> {
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    const what =
      cause.code === 'ENOENT'
        ? 'There is no such file'
        : cause.code === 'EISDIR'
          ? 'This is a folder'
          : 'The file cannot be read'
    throw new StandpointError('OPTION_INVALID', what, {
      where: file,
      fix: 'Name the file of a saved run. One is written with: standpoint eval --save FILE.',
      cause,
    })
  })
  try {
    return SavedRun.parse(JSON.parse(text))
  } catch (cause) {
    throw new StandpointError('OPTION_INVALID', 'This is no saved run', {
      where: file,
      fix: 'Write one with: standpoint eval --save FILE.',
      cause,
    })
  }
}

/** Two runs, and what differs in every metric of both. */
export type ComparedRuns = { before: string; after: string; articles: ComparedArticles; compared: Compared[] }
/** Those that both runs have, and those that only one of them has. */
type ComparedArticles = { both: number; before: number; after: number }
type Compared = { name: string; title: string; comparison: Comparison }

/** Every metric of both, on the articles that both have. */
export function compareRuns(before: SavedRun, after: GoldRun): ComparedRuns {
  const shared = sharedArticles(
    before,
    after.cases.map(({ gold }) => gold),
  )
  const compared = after.measured.flatMap(({ metric, values }) => {
    const old = before.measured[metric.name]
    if (old === undefined || metric.unit === 'seconds') return []
    const comparison = compare(
      metric,
      shared.map(({ then }) => old[then] ?? []),
      shared.map(({ now }) => values[now] ?? []),
    )
    return comparison === undefined ? [] : [{ name: metric.name, title: metric.title, comparison }]
  })
  const articles = {
    both: shared.length,
    before: before.articles.length - shared.length,
    after: after.cases.length - shared.length,
  }
  return { before: before.system, after: after.system, articles, compared }
}

/**
 * Where the articles of a saved run stand in it, and where among those of a run now.
 * @throws StandpointError OPTION_INVALID where there is none in both
 */
export function sharedArticles(before: SavedRun, articles: readonly { id: string }[]): { then: number; now: number }[] {
  const shared = articles.flatMap(({ id }, now) => {
    const then = before.articles.indexOf(id)
    return then < 0 ? [] : [{ then, now }]
  })
  if (shared.length > 0) return shared
  throw new StandpointError('OPTION_INVALID', 'The saved run and this one have no article in common', {
    where: `the saved run has ${before.articles.slice(0, 3).join(', ') || 'none'}${before.articles.length > 3 ? ' …' : ''}`,
    fix: 'Save and compare runs over the same articles: the same folder, and the same --half.',
  })
}
