import type { Result } from '../../pipeline/schema/analysis.ts'
import { renderResult } from './render-result.ts'
import { writePage } from './write-page.ts'

/**
 * Writes results as one HTML page that needs nothing else: each article beside its analysis, every line lighting its
 * evidence. Article text is shown as text, never as markup. Memory does not grow with the number of results.
 * @throws StandpointError OUTPUT_UNWRITABLE
 */
export async function writeReport(
  results: AsyncIterable<Result>,
  path: string,
  { title }: { title: string },
): Promise<void> {
  const lead = 'Point at a line, or move to it with the Tab key, and the words of the article that support it light up.'
  await writePage(path, { title, lead, styles: ['report.css'], body: articlesOf(results) })
}

async function* articlesOf(results: AsyncIterable<Result>): AsyncIterable<string> {
  let count = 0
  for await (const result of results) yield renderResult(result, { index: count++, open: count === 1 })
  if (count === 0) yield '<p>There are no analyses in this archive.</p>'
}
