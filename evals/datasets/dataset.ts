import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { decode } from '../../archive/formats/format.ts'
import { linesOf } from '../../archive/formats/lines.ts'
import { read } from '../../pipeline/rules/read.ts'
import { StandpointError } from '../../pipeline/schema/errors.ts'
import type { Reading } from '../../pipeline/schema/reading.ts'
import { toArticle } from '../../pipeline/text/article.ts'
import type { Counts, Metric, Scoring } from '../metrics/metric.ts'
import { type Score, scoresOf } from '../scoreboard.ts'
import type { System } from '../systems/system.ts'

/** Public annotated news that any system can be scored on. `Row` is a line of its file, `Case` what is measured of it. */
export type Dataset = {
  name: string
  title: string
  /** The folder that the release of the data is kept in, as "--data" is given it. */
  folder: string
  /** Where the engine makes no difference: what is measured, in words. */
  byRules?: string
  /** Published figures to hold ours against, with their source. */
  anchors: readonly string[]
  /** What a trivial answer is called. */
  baseline: string
  measure(row: unknown, context: Context): Promise<MeasuredRow | undefined>
  metrics: readonly Scoring[]
}

/** `folder`: of the file; other files of the data set lie beside it. `where`: the row, for errors. */
type Context = { system: System; folder: string; where: string }

/** Counts by metric, of the system and of the trivial answer. Rows of one group are drawn together when scores are resampled. */
type MeasuredRow = { group: string } & Record<Side, readonly Counts[]>

type Definition<Row, Case> = {
  name: string
  title: string
  folder: string
  byRules?: string
  anchors?: readonly string[]
  baseline: string
  row: z.ZodType<Row>
  metrics: readonly Metric<Case>[]
  groupOf?(row: Row): string | undefined
  /** Undefined leaves the row out. */
  caseOf(row: Row, context: Context): Promise<{ system: Case; baseline: Case } | undefined>
}

export function dataset<Row extends { id: string }, Case>(definition: Definition<Row, Case>): Dataset {
  const { row: schema, metrics, caseOf, groupOf, anchors = [], ...rest } = definition
  return {
    ...rest,
    anchors,
    metrics,
    async measure(value, context) {
      const parsed = schema.safeParse(value)
      if (!parsed.success) throw invalid(z.prettifyError(parsed.error), context.where)
      const cases = await caseOf(parsed.data, context)
      if (cases === undefined) return undefined
      return {
        group: groupOf?.(parsed.data) ?? parsed.data.id,
        system: metrics.map((metric) => metric.measure(cases.system)),
        baseline: metrics.map((metric) => metric.measure(cases.baseline)),
      }
    },
  }
}

type ScoreOptions = {
  folder: string
  limit?: number
  signal?: AbortSignal
  /** `total`: how many rows will have been measured at the end. */
  onRow?(rows: number, total: number): void
}

/** `file`: the one that was read, `dev.jsonl` or `test.jsonl` of a folder. */
export type DatasetScores = { file: string; rows: number; system: Score[]; baseline: Score[] }

/**
 * Scores a system on a JSONL file, or on the `test.jsonl`, else the `dev.jsonl`, of a folder.
 * @throws StandpointError DATASET_INVALID when there is no such file, no row in it, or a row that is not of the data set's shape
 */
export async function scoreDataset(
  dataset: Dataset,
  system: System,
  { folder, limit = Number.POSITIVE_INFINITY, signal, onRow }: ScoreOptions,
): Promise<DatasetScores> {
  const file = await fileIn(folder)
  const byGroup = new Map<string, Sums>()
  const total = Math.min(limit, await rowCount(file))
  let rows = 0
  for await (const { value, where } of rowsOf(file)) {
    if (rows >= limit) break
    signal?.throwIfAborted()
    const measured = await dataset.measure(value, { system, folder: dirname(file), where })
    onRow?.(++rows, total)
    if (measured === undefined) continue
    const group = byGroup.get(measured.group) ?? { system: [], baseline: [] }
    byGroup.set(measured.group, group)
    for (const side of SIDES) addTo(group[side], measured[side])
  }
  if (rows === 0) throw invalid('the file holds no row', file)
  const groups = [...byGroup.values()]
  const scores = (side: Side) =>
    scoresOf(
      dataset.metrics.map((metric, index) => ({ metric, values: groups.map((group) => group[side][index] ?? []) })),
    )
  return { file, rows, system: scores('system'), baseline: scores('baseline') }
}

const SIDES = ['system', 'baseline'] as const
type Side = (typeof SIDES)[number]
type Sums = Record<Side, number[][]>

function addTo(sums: number[][], counts: readonly Counts[]): void {
  for (const [metric, numbers] of counts.entries()) {
    sums[metric] ??= []
    const sum = sums[metric]
    for (const [index, number] of numbers.entries()) sum[index] = (sum[index] ?? 0) + number
  }
}

async function fileIn(folder: string): Promise<string> {
  const places = folder.endsWith('.jsonl') ? [folder] : [join(folder, 'test.jsonl'), join(folder, 'dev.jsonl')]
  for (const path of places) {
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

/** Reads the file once more: little beside measuring its rows, and nobody waits without knowing for how long. */
async function rowCount(path: string): Promise<number> {
  let rows = 0
  for await (const { bytes } of linesOf(createReadStream(path))) if (bytes.length > 0) rows++
  return rows
}

async function* rowsOf(path: string): AsyncIterable<{ value: unknown; where: string }> {
  for await (const { number, bytes, tooLong } of linesOf(createReadStream(path))) {
    const where = `${path}, line ${number}`
    if (tooLong) throw invalid('the line is longer than a record may be', where)
    if (bytes.length === 0) continue
    yield { value: parsed(decode(bytes, where), where), where }
  }
}

function parsed(line: string, where: string): unknown {
  try {
    return JSON.parse(line)
  } catch (cause) {
    throw invalid('the line is no JSON', where, cause)
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
