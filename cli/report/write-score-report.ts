import { coverageCurve } from '../../evals/metrics/calibration.ts'
import { sumOf } from '../../evals/metrics/metric.ts'
import type { GoldRun } from '../../evals/run-gold.ts'
import type { ComparedRuns } from '../../evals/saved-run.ts'
import { measureAll, scoresOf } from '../../evals/scoreboard.ts'
import type { Scored } from '../../evals/scores/aligned.ts'
import { goldFamilies, goldMetrics } from '../../evals/scores/all.ts'
import { type Misses, worstFirst } from '../../evals/scores/misses.ts'
import { confidentDecisions, confusion, decisionsOf, LABELS } from '../../evals/scores/stance-metrics.ts'
import { scoreCell } from '../score-table.ts'
import {
  type Coverage,
  casesChart,
  confusionChart,
  costChart,
  coverageChart,
  differencesChart,
  missesChart,
  PARTS,
  type Side,
  scoresChart,
} from './charts.ts'
import { escapeHtml } from './escape-html.ts'
import { renderScored, titleOf } from './render-scored.ts'
import { writePage } from './write-page.ts'

type Report = {
  /** Whose articles are opened one by one. */
  mine: GoldRun
  /** All that stand side by side, `mine` among them. */
  runs: readonly GoldRun[]
  compared: readonly ComparedRuns[]
  /** Which articles, in words. */
  about: string
}

/**
 * Writes the scores of a run on gold articles as one HTML page that needs nothing else: charts, comparisons, and every article with gold
 * and output side by side.
 * @throws StandpointError OUTPUT_UNWRITABLE
 */
export async function writeScoreReport(report: Report, path: string): Promise<void> {
  await writePage(path, {
    title: `How good is ${report.mine.system}?`,
    lead: `${report.about}. Bars are 95 % intervals over articles: with other articles of the same kind, a score would lie there.`,
    styles: ['report.css', 'scores.css'],
    body: sectionsOf(report),
  })
}

async function* sectionsOf({ mine, runs, compared }: Report): AsyncIterable<string> {
  yield scoresSection(runs)
  for (const one of compared) yield comparedSection(one)
  yield stancesSection(mine, runs)
  yield hardSection(mine)
  yield costSection(runs)
  const ranked = worstFirst(mine.cases)
  yield worstSection(ranked)
  yield `<h2>Article by article, worst first</h2>
<p class="key">In the text: <span class="hit">found and right</span>, <span class="wrong">found, with another label, kind or speaker</span>,
<span class="miss">missed</span>, <span class="extra">taken for something that gold does not have</span>. Point at a line to light its words.</p>`
  for (const [index, { scored, misses }] of ranked.entries()) yield renderScored(scored, misses, { index })
}

function scoresSection(runs: readonly GoldRun[]): string {
  const charts = goldFamilies.map(({ title, metrics }) => figure(title, scoresChart(title, metrics, runs)))
  return `<h2>Scores</h2>\n${legend(runs)}\n${charts.join('\n')}\n${numbersOf(runs)}`
}

function legend(runs: readonly Side[]): string {
  const items = runs.map(({ system }, index) => `<li class="system-${index}">${escapeHtml(system)}</li>`)
  return `<ul class="legend">${items.join('')}</ul>`
}

function figure(title: string, svg: string): string {
  return svg === '' ? '' : `<figure><figcaption>${escapeHtml(title)}</figcaption>${svg}</figure>`
}

function numbersOf(runs: readonly GoldRun[]): string {
  const rows = goldMetrics.flatMap((metric) => {
    const cells = runs.map(({ scores }) => scoreCell(metric, scores))
    if (cells.every((cell) => cell === '')) return []
    const head = `<th scope="row" title="${escapeHtml(metric.source)}">${escapeHtml(metric.title)}</th>`
    return [`<tr>${head}${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`]
  })
  const heads = runs.map(({ system }) => `<th scope="col">${escapeHtml(system)}</th>`)
  return `<details class="numbers"><summary>All numbers</summary><div class="scroll"><table><tr><th></th>${heads.join('')}</tr>${rows.join('\n')}</table></div></details>`
}

function comparedSection({ before, after, compared }: ComparedRuns): string {
  const units = new Map(goldMetrics.map(({ name, unit }) => [name, unit]))
  const rows = compared.map((one) => ({ ...one, unit: units.get(one.name) ?? 'number' }))
  const said = compared.flatMap(({ title, comparison: { verdict } }) =>
    verdict === 'better' || verdict === 'worse' ? [`<li>${escapeHtml(title)}: <b>${verdict}</b></li>`] : [],
  )
  const list = said.length > 0 ? `<ul>${said.join('')}</ul>` : '<p>No score differs beyond chance.</p>'
  return `<h2>${escapeHtml(after)} compared with ${escapeHtml(before)}, article by article</h2>
${list}
${figure('Difference, in points: intervals that leave zero out are more than chance', differencesChart(before, after, rows))}`
}

function stancesSection(mine: GoldRun, runs: readonly GoldRun[]): string {
  return `<h2>Stances</h2>\n<div class="pair">${figure('What gold says (rows), and what the system makes of it (columns)', confusionChart(mine.system, LABELS, sumOf(mine.cases.map(confusion))))}
${figure('Saying less, and being right more often', coverageChart(runs.flatMap(curveOf), runs.flatMap(pointOf), runs))}</div>`
}

function curveOf({ system, cases }: GoldRun): Coverage[] {
  const given = cases.flatMap(confidentDecisions)
  const all = cases.reduce((sum, one) => sum + decisionsOf(one).length, 0)
  return coverageCurve(given).map(({ coverage, accuracy }) => ({
    system,
    coverage: (coverage * given.length) / all,
    accuracy,
  }))
}

function pointOf({ system, scores }: GoldRun): Coverage[] {
  const value = (name: string) => scores.find((score) => score.name === name)?.value
  const [coverage, accuracy] = [value('stance-given'), value('stance-covered-accuracy')]
  return coverage === undefined || accuracy === undefined ? [] : [{ system, coverage, accuracy }]
}

const BY_CASE = ['key-facts', 'stance-accuracy', 'reaction-found-f1']

function hardSection({ cases, system }: GoldRun): string {
  const tags = new Map<string, Scored[]>()
  for (const scored of cases) {
    for (const tag of [`language: ${scored.gold.article.language}`, ...scored.gold.hard]) {
      tags.set(tag, [...(tags.get(tag) ?? []), scored])
    }
  }
  const metrics = goldMetrics.filter(({ name }) => BY_CASE.includes(name))
  const groups = [...tags]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([tag, those]) => ({
      title: `${tag} (${those.length})`,
      side: { system, scores: scoresOf(measureAll(metrics, those)) },
    }))
  return `<h2>What makes an article hard</h2>\n${figure('In brackets: how many articles', casesChart(groups, metrics))}`
}

const COSTS = [
  { name: 'cost-usd', title: 'US dollars an article' },
  { name: 'tokens-in', title: 'tokens in, an article' },
  { name: 'seconds', title: 'seconds an article' },
]
const QUALITIES = ['key-facts', 'stance-macro-f1', 'reaction-f1', 'quote-f1-strict']

/** In money where prices are known, else in tokens where a model was asked, else in time. */
function costSection(runs: readonly GoldRun[]): string {
  const priced = runs.filter(({ system }) => system !== 'oracle')
  const scoreOf = ({ scores }: Side, name: string) => scores.find((score) => score.name === name)?.value
  const cost = COSTS.find(({ name }) => priced.some((side) => (scoreOf(side, name) ?? 0) > 0))
  if (cost === undefined) return ''
  const of = (side: Side) => scoreOf(side, cost.name) ?? 0
  const metrics = goldMetrics.filter(({ name }) => QUALITIES.includes(name))
  return `<h2>Quality against cost</h2>\n${figure(cost.title, costChart({ title: cost.title, of }, metrics, priced))}`
}

function worstSection(ranked: readonly { scored: Scored; misses: Misses }[]): string {
  const rows = ranked.slice(0, 10).flatMap(({ scored, misses }) => {
    const article = shortTitle(scored)
    return PARTS.map((part) => ({ article, part, wrong: wrongIn(misses, part) }))
  })
  return `<h2>The ten worst articles</h2>\n<ul class="legend parts">${PARTS.map((part) => `<li class="part-${part}">${part}</li>`).join('')}</ul>
${figure('Wrong things by kind; ranked by their share of all that is judged', missesChart(rows))}`
}

function wrongIn({ actors, stances, reactions, facts }: Misses, part: (typeof PARTS)[number]): number {
  const rights = {
    actors: actors.map(({ isRight }) => isRight),
    stances: stances.map(({ isRight }) => isRight),
    reactions: reactions.map(({ isRight }) => isRight),
    facts: facts.map(({ isHeld }) => isHeld),
  }
  return rights[part].filter((isRight) => !isRight).length
}

function shortTitle(scored: Scored): string {
  const title = titleOf(scored)
  return title.length > 42 ? `${title.slice(0, 41)}…` : title
}
