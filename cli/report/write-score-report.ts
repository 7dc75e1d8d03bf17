import { judgeMetrics } from '../../evals/judge/judge.ts'
import type { GoldRun } from '../../evals/run-gold.ts'
import { goldFamilies, goldMetrics } from '../../evals/scores/all.ts'
import { flipMetrics } from '../../evals/scores/flip-metrics.ts'
import { worstFirst } from '../../evals/scores/misses.ts'
import { FEWEST_CASES } from '../../evals/statistics/compare.ts'
import { oracle } from '../../evals/systems/oracle.ts'
import type { Compared, Judged, Outcome } from '../eval-outcome.ts'
import { scoreCell, TOO_FEW } from '../score-table.ts'
import { costChart, differencesChart, type Side, scoresChart } from './charts.ts'
import { escapeHtml } from './escape-html.ts'
import { figure, legend, scoresTable } from './figure.ts'
import { hardSection } from './hard-section.ts'
import { renderScored, TEXT_KEY } from './render-scored.ts'
import { stancesSection } from './stances-section.ts'
import { worstSection } from './worst-section.ts'
import { writePage } from './write-page.ts'

/**
 * Writes the scores of a run on gold articles as one HTML page that needs nothing else: charts, comparisons, and every article with gold
 * and output side by side.
 * @throws StandpointError OUTPUT_UNWRITABLE
 */
export async function writeScoreReport(outcome: Outcome, path: string): Promise<void> {
  await writePage(path, {
    title: `How good is ${outcome.mine.system}?`,
    lead: `${outcome.about}. Bars are those intervals: with other articles of the same kind, a score would lie there.`,
    styles: ['report.css', 'scores.css'],
    body: sectionsOf(outcome),
  })
}

async function* sectionsOf({ mine, runs, compared, flips, judged }: Outcome): AsyncIterable<string> {
  yield headlines(mine)
  yield scoresSection(runs)
  for (const one of compared) yield comparedSection(one)
  if (flips)
    yield `<h2>Asked twice</h2>\n${FLIPS_NOTE}\n${scoresTable('Asked twice', flipMetrics, [{ system: mine.system, scores: flips }])}`
  if (judged) yield judgedSection(judged)
  yield stancesSection(mine, runs)
  yield hardSection(mine)
  yield costSection(runs)
  const ranked = worstFirst(mine.cases)
  yield worstSection(ranked)
  yield `<h2>Article by article, worst first</h2>\n${TEXT_KEY}`
  for (const [index, { scored, misses }] of ranked.entries()) yield renderScored(scored, misses, { index })
}

const HEADLINES = [
  'key-facts',
  'actor-f1',
  'stance-covered-accuracy',
  'stance-reversed',
  'reaction-found-f1',
  'quote-f1-strict',
]

/** What a hurried reader takes away. */
function headlines({ scores }: GoldRun): string {
  const cards = goldMetrics
    .filter(({ name }) => HEADLINES.includes(name))
    .flatMap((metric) => {
      const [value, interval = ''] = scoreCell(metric, scores).split(' [')
      if (!value) return []
      const range = interval === '' ? '' : `<small>[${escapeHtml(interval)}</small>`
      const less = metric.better === 'lower' ? ' (less is better)' : ''
      return [`<li><b>${escapeHtml(value)}</b>${range}<span>${escapeHtml(metric.title)}${less}</span></li>`]
    })
  return `<ul class="headlines">${cards.join('\n')}</ul>`
}

function scoresSection(runs: readonly GoldRun[]): string {
  const charts = goldFamilies.map(({ title, metrics }) => figure(title, scoresChart(title, metrics, runs)))
  return `<h2>Scores</h2>
${legend(runs.map(({ system }, index) => ({ name: `system-${index}`, text: system })))}
<p class="note">Gold is the annotation of the articles by our guidelines. <b>lead-3</b> takes the first three sentences for a summary and
finds nothing else: the floor. <b>oracle</b> is told gold: the ceiling.</p>
<div class="families">${charts.join('\n')}</div>
<details class="all"><summary>All numbers</summary>${scoresTable('All numbers', goldMetrics, runs)}</details>`
}

function comparedSection({ title, before, after, articles, compared }: Compared): string {
  if (articles.both < FEWEST_CASES) return `<h2>${escapeHtml(title)}</h2>\n<p>${TOO_FEW}</p>`
  const units = new Map(goldMetrics.map(({ name, unit }) => [name, unit]))
  const rows = compared.map((one) => ({ ...one, unit: units.get(one.name) ?? 'number' }))
  const said = compared.flatMap(({ title, comparison: { verdict } }) =>
    verdict === 'better' || verdict === 'worse' ? [`<li>${escapeHtml(title)}: <b>${verdict}</b></li>`] : [],
  )
  const list = said.length > 0 ? `<ul>${said.join('')}</ul>` : '<p>No score differs beyond chance.</p>'
  return `<h2>${escapeHtml(title)}</h2>
<p class="note">Scores of ${escapeHtml(after)} less those of ${escapeHtml(before)}${after === before ? ' before' : ''}, article by article, on the articles that both have.</p>
${list}
${figure('Difference, in points: intervals that leave zero out are more than chance', differencesChart(title, rows))}`
}

const FLIPS_NOTE = `<p class="note">Every question was asked once more. What changes between the two is chance: a system that answers the
same each time has 0 in every line.</p>`

function judgedSection({ model, systems }: Judged): string {
  return `<h2>Marks that a model gives</h2>
<p class="note">The opinion of the model ${escapeHtml(model)} of the summaries, from 1, the worst, to 5: no measurement.</p>
${scoresTable('Marks that a model gives', judgeMetrics, systems)}`
}

const COSTS = [
  { name: 'cost-usd', title: 'US dollars an article' },
  { name: 'tokens-in', title: 'tokens in, an article' },
  { name: 'seconds', title: 'seconds an article' },
]
const QUALITIES = ['key-facts', 'stance-macro-f1', 'reaction-f1', 'quote-f1-strict']

/** In money where prices are known, else in tokens where a model was asked, else in time. */
function costSection(runs: readonly GoldRun[]): string {
  const priced = runs.filter(({ system }) => system !== oracle.name)
  const scoreOf = ({ scores }: Side, name: string) => scores.find((score) => score.name === name)?.value
  const cost = COSTS.find(({ name }) => priced.some((side) => (scoreOf(side, name) ?? 0) > 0))
  if (cost === undefined) return ''
  const of = (side: Side) => scoreOf(side, cost.name) ?? 0
  const charts = goldMetrics
    .filter(({ name }) => QUALITIES.includes(name))
    .map((metric) => figure(metric.title, costChart({ title: cost.title, of }, metric, priced)))
  return `<h2>Quality against cost</h2>\n<div class="quartet">${charts.join('\n')}</div>`
}
