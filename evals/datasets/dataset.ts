import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { read } from '../../pipeline/rules/read.ts'
import { StandpointError } from '../../pipeline/schema/errors.ts'
import type { Reading } from '../../pipeline/schema/reading.ts'
import { toArticle } from '../../pipeline/text/article.ts'
import type { Metric } from '../metrics/metric.ts'
import { type Score, scoresOf } from '../scoreboard.ts'
import type { System } from '../systems/system.ts'

/** Public annotated news that any system can be scored on. `Row` is a line of its file, `Case` what is measured of it. */
export type Dataset = {
  name: string
  title: string
  /** Published figures to hold ours against, with their source. */
  anchors: readonly string[]
  /** What a trivial answer is called. */
  baseline: string
  measure(row: unknown, where: string, system: System): Promise<MeasuredRow | undefined>
  metrics: readonly Metric<unknown>[]
}

/** Counts by metric, of the system and of the trivial answer. Rows of one group are drawn together when scores are resampled. */
type MeasuredRow = {
  group: string
  system: readonly (readonly number[])[]
  baseline: readonly (readonly number[])[]
}

type Definition<Row, Case> = {
  name: string
  title: string
  anchors?: readonly string[]
  baseline: string
  row: z.ZodType<Row>
  metrics: readonly Metric<Case>[]
  groupOf?(row: Row): string | undefined
  /** Undefined leaves the row out. */
  caseOf(row: Row, system: System, where: string): Promise<{ system: Case; baseline: Case } | undefined>
}

export function dataset<Row extends { id: string }, Case>(definition: Definition<Row, Case>): Dataset {
  const { row: schema, metrics, caseOf, groupOf, anchors = [], ...rest } = definition
  return {
    ...rest,
    anchors,
    // Only their scores are asked for; what they measure stays in here.
    metrics: metrics.map((metric) => ({ ...metric, measure: () => [] })),
    async measure(value, where, system) {
      const parsed = schema.safeParse(value)
      if (!parsed.success) throw invalid(z.prettifyError(parsed.error), where)
      const cases = await caseOf(parsed.data, system, where)
      if (cases === undefined) return undefined
      return {
        group: groupOf?.(parsed.data) ?? parsed.data.id,
        system: metrics.map((metric) => metric.measure(cases.system)),
        baseline: metrics.map((metric) => metric.measure(cases.baseline)),
      }
    },
  }
}

export type DatasetScores = { rows: number; system: Score[]; baseline: Score[] }

/**
 * Scores a system on the file `dev.jsonl` or `test.jsonl` in a folder (the only one there, or the one named).
 * @throws StandpointError DATASET_INVALID when there is no such file, or a row that is not of the data set's shape
 */
export async function scoreDataset(
  dataset: Dataset,
  system: System,
  { folder, limit = Number.POSITIVE_INFINITY, onRow }: { folder: string; limit?: number; onRow?(rows: number): void },
): Promise<DatasetScores> {
  const file = await fileIn(folder)
  const byGroup = new Map<string, { system: number[][]; baseline: number[][] }>()
  let rows = 0
  for await (const { value, where } of rowsOf(file)) {
    if (rows >= limit) break
    const measured = await dataset.measure(value, where, system)
    onRow?.(++rows)
    if (measured === undefined) continue
    const group = byGroup.get(measured.group) ?? { system: [], baseline: [] }
    byGroup.set(measured.group, group)
    addTo(group.system, measured.system)
    addTo(group.baseline, measured.baseline)
  }
  const groups = [...byGroup.values()]
  const scores = (side: 'system' | 'baseline') =>
    scoresOf(
      dataset.metrics.map((metric, index) => ({ metric, values: groups.map((group) => group[side][index] ?? []) })),
    )
  return { rows, system: scores('system'), baseline: scores('baseline') }
}

function addTo(sums: number[][], counts: readonly (readonly number[])[]): void {
  for (const [metric, numbers] of counts.entries()) {
    sums[metric] ??= []
    const sum = sums[metric]
    for (const [index, number] of numbers.entries()) sum[index] = (sum[index] ?? 0) + number
  }
}

async function fileIn(folder: string): Promise<string> {
  for (const name of ['test.jsonl', 'dev.jsonl']) {
    const path = folder.endsWith('.jsonl') ? folder : join(folder, name)
    const isThere = await access(path).then(
      () => true,
      () => false,
    )
    if (isThere) return path
  }
  throw new StandpointError('DATASET_INVALID', 'There is no dev.jsonl and no test.jsonl', {
    where: folder,
    fix: 'Give the folder that holds the file of the data set with --data, or the file itself.',
  })
}

async function* rowsOf(path: string): AsyncIterable<{ value: unknown; where: string }> {
  let number = 0
  for await (const line of createInterface({
    input: createReadStream(path, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    number++
    if (line.trim() === '') continue
    const where = `${path}, line ${number}`
    let value: unknown
    try {
      value = JSON.parse(line)
    } catch (cause) {
      throw invalid('the line is no JSON', where, cause)
    }
    yield { value, where }
  }
}

function invalid(what: string, where: string, cause?: unknown): StandpointError {
  return new StandpointError('DATASET_INVALID', `A row of the data set is not as it should be: ${what}`, {
    where,
    fix: 'evals/datasets tells which fields each data set has.',
    cause,
  })
}

/** Undefined for a text in which no article can be seen: an empty one, or a few words. */
export function readingOf({
  id,
  text,
  title,
  language,
}: {
  id: string
  text: string
  title?: string | null
  language?: string
}): Reading | undefined {
  try {
    return read(toArticle({ id, text, title: title ?? undefined, language }))
  } catch (error) {
    if (error instanceof StandpointError && error.code.startsWith('ARTICLE_')) return undefined
    throw error
  }
}

/** The fields that every row has; others are let through. */
export const RowBase = z.looseObject({
  id: z.string(),
  text: z.string(),
  title: z.string().nullish(),
  language: z.string().optional(),
})
