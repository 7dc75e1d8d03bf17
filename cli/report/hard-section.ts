import type { GoldRun } from '../../evals/run-gold.ts'
import { measureAll, scoresOf } from '../../evals/scoreboard.ts'
import type { Scored } from '../../evals/scores/aligned.ts'
import { goldMetrics } from '../../evals/scores/all.ts'
import { casesChart } from './charts.ts'
import { escapeHtml } from './escape-html.ts'
import { figure } from './figure.ts'
import { HARD_WORDS } from './hard-words.ts'

const BY_CASE = ['key-facts', 'stance-accuracy', 'reaction-found-f1']

/** Scores over the articles that share a language or a difficulty, and what the words for these mean. */
export function hardSection({ cases, system }: GoldRun): string {
  const tags = new Map<string, Scored[]>()
  for (const scored of cases) {
    for (const tag of [`language: ${scored.gold.article.language}`, ...scored.gold.hard]) {
      tags.set(tag, [...(tags.get(tag) ?? []), scored])
    }
  }
  const groups = [...tags]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([tag, those]) => ({
      title: `${tag} (${those.length})`,
      side: { system, scores: scoresOf(measureAll(METRICS, those)) },
    }))
  return `<h2>What makes an article hard</h2>
<p class="note">In brackets: how many articles.</p>
<div class="trio">${METRICS.map((metric) => figure(metric.title, casesChart(groups, metric))).join('\n')}</div>
${meanings(tags)}`
}

const METRICS = goldMetrics.filter(({ name }) => BY_CASE.includes(name))

function meanings(tags: ReadonlyMap<string, unknown>): string {
  const lines = Object.entries(HARD_WORDS)
    .filter(([word]) => tags.has(word))
    .map(([word, meaning]) => `<dt>${word}</dt><dd>${escapeHtml(meaning)}</dd>`)
  if (lines.length === 0) return ''
  return `<details class="meanings"><summary>What these words mean</summary><dl>${lines.join('\n')}</dl></details>`
}
