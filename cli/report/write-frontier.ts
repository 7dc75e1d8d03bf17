import type { Frontier, Placed } from '../../evals/frontier.ts'
import type { Scoring } from '../../evals/metrics/metric.ts'
import { scoreCell } from '../score-table.ts'
import { escapeHtml } from './escape-html.ts'
import { figure, scrolling } from './figure.ts'
import { frontierChart } from './frontier-chart.ts'
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
  async function* body(): AsyncIterable<string> {
    yield figure(`${quality.title} against ${cost.title}`, frontierChart({ quality, cost }, placed))
    yield runsTable(placed, { quality, cost })
  }
  await writePage(path, {
    title: 'What does quality cost?',
    lead: `${articles} gold articles.${left} A run on the line is beaten by no other: none is as good for less. Bars are 95 % intervals over articles; the numbers are those of the table.`,
    styles: ['report.css', 'scores.css'],
    body: body(),
  })
}

/** A run a row, under the number that it has in the chart. */
function runsTable(placed: readonly Placed[], { quality, cost }: { quality: Scoring; cost: Scoring }): string {
  const heads = ['', quality.title, `${cost.title} (less is better)`, ''].map(
    (head) => `<th scope="col">${escapeHtml(head)}</th>`,
  )
  const rows = placed.map((one, index) => {
    const cells = [
      scoreCell(quality, [one.quality]),
      scoreCell(cost, [one.cost]),
      one.isOnFrontier ? 'on the frontier' : 'beaten',
    ]
    const name = `<th scope="row">${index + 1} · ${escapeHtml(one.system)}</th>`
    return `<tr>${name}${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`
  })
  return scrolling('Quality and cost', `<table class="numbers"><tr>${heads.join('')}</tr>${rows.join('\n')}</table>`)
}
