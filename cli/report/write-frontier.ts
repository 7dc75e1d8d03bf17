import type { Frontier } from '../../evals/frontier.ts'
import type { Scoring } from '../../evals/metrics/metric.ts'
import { frontierChart } from './charts.ts'
import { figure, scoresTable } from './figure.ts'
import { writePage } from './write-page.ts'

/**
 * Writes quality against cost of several runs as one HTML page that needs nothing else.
 * @throws StandpointError OUTPUT_UNWRITABLE
 */
export async function writeFrontier(
  { placed, articles, leftOut }: Frontier,
  { quality, cost }: { quality: Scoring; cost: Scoring },
  path: string,
): Promise<void> {
  const left = leftOut > 0 ? ` ${leftOut} articles that not all runs have are left out.` : ''
  const columns = placed.map((one) => ({
    system: one.isOnFrontier ? `${one.system} (on the frontier)` : one.system,
    scores: [one.quality, one.cost],
  }))
  async function* body(): AsyncIterable<string> {
    yield figure(`${quality.title} against ${cost.title}`, frontierChart({ quality, cost }, placed))
    yield scoresTable('Quality and cost', [quality, cost], columns)
  }
  await writePage(path, {
    title: 'What does quality cost?',
    lead: `${articles} gold articles.${left} A run on the line is beaten by no other: none is as good for less. Bars are 95 % intervals over articles.`,
    styles: ['report.css', 'scores.css'],
    body: body(),
  })
}
