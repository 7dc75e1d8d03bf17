import type { Scoring } from '../../evals/metrics/metric.ts'
import type { Score } from '../../evals/scoreboard.ts'
import { NO_SCORE, scoreCell } from '../score-table.ts'
import { escapeHtml } from './escape-html.ts'

/** A chart under its name, with HTML beneath that says how to read it. Empty for an empty chart. */
export function figure(title: string, svg: string, key = ''): string {
  if (svg === '') return ''
  return `<figure><figcaption>${escapeHtml(title)}</figcaption>${scrolling(title, svg)}${key}</figure>`
}

/** What is wider than a small screen scrolls in its own box, with the keys too. */
export function scrolling(label: string, html: string): string {
  return `<div class="scroll" role="region" aria-label="${escapeHtml(label)}" tabindex="0">${html}</div>`
}

/** The classes are places of colours and signs in scores.css. */
export function legend(items: readonly { name: string; text: string }[]): string {
  return `<ul class="legend">${items.map(({ name, text }) => `<li class="${name}">${escapeHtml(text)}</li>`).join('')}</ul>`
}

/** A metric a row, a system a column; a metric that nobody has is left out. */
export function scoresTable(
  label: string,
  metrics: readonly Scoring[],
  columns: readonly { system: string; scores: readonly Score[] }[],
): string {
  const rows = metrics.flatMap((metric) => {
    const cells = columns.map(({ scores }) => scoreCell(metric, scores))
    if (cells.every((cell) => cell === '')) return []
    const head = `<th scope="row" title="${escapeHtml(metric.source)}">${escapeHtml(metric.title)}${BETTER[metric.better]}${noteOn(metric)}</th>`
    return [`<tr>${head}${cells.map((cell) => `<td>${escapeHtml(cell || NO_SCORE)}</td>`).join('')}</tr>`]
  })
  const heads = columns.map(({ system }) => `<th scope="col">${escapeHtml(system)}</th>`)
  const table = `<table class="numbers"><tr><th></th>${heads.join('')}</tr>${rows.join('\n')}</table>`
  return scrolling(label, table)
}

const BETTER = { higher: '', lower: ' (less is better)', neither: '' }

/** What a score counts, where its name does not say it. */
function noteOn({ description }: Scoring): string {
  return description === undefined ? '' : `<br><small>${escapeHtml(description)}</small>`
}
