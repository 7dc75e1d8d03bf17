import { readFile } from 'node:fs/promises'
import { join, normalize } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { z } from 'zod'
import { articleOfPage } from '../../archive/formats/html.ts'
import { StandpointError } from '../../pipeline/schema/errors.ts'
import { type Metric, mean } from '../metrics/metric.ts'
import { words } from '../metrics/words.ts'
import { type Dataset, dataset, RowBase } from './dataset.ts'

const Row = RowBase.extend({ html: z.string() })

type Case = { precision: number; recall: number }

const GRAM = 4
/** A page that unpacks to more is none. */
const LARGEST_PAGE = 50_000_000

/**
 * The body of a web page beside the right one, as bags of four words in a row.
 * @see github.com/scrapinghub/article-extraction-benchmark
 */
function compared(text: string, gold: string): Case {
  const [mine, theirs] = [gramsOf(text), gramsOf(gold)]
  let shared = 0
  for (const [gram, count] of mine) shared += Math.min(count, theirs.get(gram) ?? 0)
  return { precision: shared / Math.max(1, sizeOf(mine)), recall: shared / Math.max(1, sizeOf(theirs)) }
}

function gramsOf(text: string): Map<string, number> {
  const all = words(text)
  const grams = new Map<string, number>()
  const last = Math.max(0, all.length - GRAM)
  for (let at = 0; at <= last && at < all.length; at++) {
    const gram = all.slice(at, at + GRAM).join(' ')
    grams.set(gram, (grams.get(gram) ?? 0) + 1)
  }
  return grams
}

function sizeOf(grams: ReadonlyMap<string, number>): number {
  return [...grams.values()].reduce((sum, count) => sum + count, 0)
}

const source = 'article-extraction-benchmark: four words in a row, mean over pages'
const metrics: readonly Metric<Case>[] = [
  mean({
    name: 'extraction-f1',
    title: 'Extraction F1',
    source,
    value: ({ precision, recall }) => (precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)),
  }),
  mean({
    name: 'extraction-precision',
    title: 'Precision',
    source,
    value: (one) => one.precision,
  }),
  mean({
    name: 'extraction-recall',
    title: 'Recall',
    source,
    value: (one) => one.recall,
  }),
]

export const extractionDatasets: readonly Dataset[] = [
  dataset<z.infer<typeof Row>, Case>({
    name: 'article-extraction',
    title: 'Web page to article body',
    anchors: [
      'on all 181 pages: trafilatura 0.958, newspaper4k 0.949, Readability.js 0.947, plain text of the page 0.665 (README of the benchmark)',
    ],
    baseline: 'nothing',
    folder: 'article-extraction',
    byRules: 'pages are read by rules',
    row: Row,
    metrics,
    async caseOf(row, { folder, where }) {
      const page = await pageOf(row.html, folder, where)
      return { system: compared(bodyOf(page, row.id), row.text), baseline: { precision: 0, recall: 0 } }
    },
  }),
]

/** The page lies beside the file of the data set; a path that leads elsewhere is refused. */
async function pageOf(path: string, folder: string, where: string): Promise<string> {
  const file = normalize(path)
  if (file.startsWith('..') || file.startsWith('/')) {
    throw new StandpointError('DATASET_INVALID', 'The page lies outside of the folder of the data set', { where })
  }
  try {
    const unpacked = await promisify(gunzip)(await readFile(join(folder, file)), { maxOutputLength: LARGEST_PAGE })
    return unpacked.toString('utf8')
  } catch (cause) {
    throw new StandpointError('DATASET_INVALID', `The page ${file} cannot be read`, { where, cause })
  }
}

function bodyOf(page: string, id: string): string {
  try {
    return articleOfPage(page, id).text
  } catch (error) {
    if (error instanceof StandpointError) return ''
    throw error
  }
}
