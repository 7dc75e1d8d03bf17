import type { Actor, Analysis, Line, Reaction, Result, Stance, StanceLabel } from '../../pipeline/schema/analysis.ts'
import type { Evidence } from '../../pipeline/schema/span.ts'
import { escapeHtml } from './escape-html.ts'

/** One article with its analysis, as HTML: closed until a reader opens it, but for the first. */
export function renderResult(result: Result, { index, open }: { index: number; open: boolean }): string {
  const { analysis } = result
  const title = result.title ?? analysis.summary.headline?.text ?? firstWords(result.text ?? result.id)
  return `<details class="article" id="article-${index}"${open ? ' open' : ''}>
<summary><span class="title">${escapeHtml(title)}</span> <span class="meta">${escapeHtml(metaOf(result))}</span></summary>
<div class="columns">
<div class="analysis">
${summaryOf(analysis)}
${standpointsOf(analysis)}
${reactionsOf(analysis)}
${makingOf(analysis)}
</div>
<section class="source" aria-label="The article" lang="${escapeHtml(result.language)}">
${sourceOf(result)}
</section>
</div>
</details>
`
}

function metaOf({ outlet, author, publishedAt, id }: Result): string {
  return [outlet, author, publishedAt?.slice(0, 10), id].filter(Boolean).join(' · ')
}

function firstWords(text: string): string {
  const words = text.slice(0, 300).split(/\s+/, 13)
  return words.length > 12 ? `${words.slice(0, 12).join(' ')} …` : words.join(' ')
}

function summaryOf({ summary, issues, mainIssue }: Analysis): string {
  const issue = issues.find((candidate) => candidate.id === mainIssue)
  const headline = summary.headline ? `<h2>${lit(summary.headline, escapeHtml(summary.headline.text))}</h2>` : ''
  const about = issue ? `<p class="about"><b>What it is about.</b> ${lit(issue, escapeHtml(issue.statement))}</p>` : ''
  const brief = summary.brief.map((line) => lit(line, escapeHtml(line.text))).join(' ')
  const points = summary.keyPoints.map((line) => `<li>${lit(line, escapeHtml(line.text))}</li>`).join('\n')
  return `${headline}\n${about}\n<h3>Summary</h3>\n<p class="brief">${brief}</p>\n<ul>${points}</ul>`
}

const LANES: readonly { label: StanceLabel; title: string; verb: string }[] = [
  { label: 'oppose', title: 'Opposes', verb: 'opposes' },
  { label: 'mixed', title: 'Split', verb: 'is split on' },
  { label: 'neutral', title: 'Takes no side', verb: 'takes no side on' },
  { label: 'support', title: 'Supports', verb: 'supports' },
  { label: 'unstated', title: 'Not stated', verb: 'says nothing on' },
]

/** The picture of who stands where: one lane a label towards the main issue, and arrows for all other targets. */
function standpointsOf(analysis: Analysis): string {
  const { stances, actors, mainIssue } = analysis
  const actorOf = new Map(actors.map((actor) => [actor.id, actor]))
  const lanes = LANES.map(({ label, title }) => {
    const chips = stances
      .filter((stance) => stance.target === mainIssue && stance.label === label)
      .map((stance) => chip(stance, actorOf.get(stance.actor)))
    return `<li class="lane ${label}"><span class="lane-title">${title}</span>${chips.join('') || '<span class="nobody">nobody</span>'}</li>`
  })
  const others = stances.filter((stance) => stance.target !== mainIssue && stance.label !== 'unstated')
  const arrows = others.map((stance) => `<li>${arrow(stance, analysis, actorOf)}</li>`).join('\n')
  return `<h3>Who stands where on the main issue</h3>
<ul class="lanes">${lanes.join('\n')}</ul>
${arrows === '' ? '' : `<h3>Towards each other and other issues</h3>\n<ul class="arrows">${arrows}</ul>`}`
}

function chip(stance: Stance, actor: Actor | undefined): string {
  const role = actor?.role ? `<small>${escapeHtml(actor.role)}</small>` : ''
  const reason = stance.rationale ? `<small>${escapeHtml(stance.rationale)}</small>` : ''
  return lit(stance, `<b>${escapeHtml(actor?.name ?? stance.actor)}</b>${role}${voiceOf(stance)}${reason}`, 'chip')
}

function arrow(stance: Stance, { issues }: Analysis, actorOf: Map<string, Actor>): string {
  const verb = LANES.find((lane) => lane.label === stance.label)?.verb ?? ''
  const issue = issues.find((candidate) => candidate.id === stance.target)
  const target = issue ? `“${issue.statement}”` : (actorOf.get(stance.target)?.name ?? stance.target)
  const reason = stance.rationale ? `<small>${escapeHtml(stance.rationale)}</small>` : ''
  return lit(
    stance,
    `<b>${escapeHtml(actorOf.get(stance.actor)?.name ?? '')}</b> <em class="${stance.label}">${verb}</em> <b>${escapeHtml(target)}</b>${voiceOf(stance)}${reason}`,
  )
}

function voiceOf({ voice }: Stance): string {
  if (voice === 'reported') return '<small>as another actor says</small>'
  return voice === 'narrator' ? '<small>as the article says</small>' : ''
}

function reactionsOf({ reactions, actors }: Analysis): string {
  const names = new Map(actors.map((actor) => [actor.id, actor.name]))
  const items = reactions.map((reaction) => `<li>${lit(reaction, reactionText(reaction, names))}</li>`)
  return `<h3>Reactions</h3>\n${items.length > 0 ? `<ul class="reactions">${items.join('\n')}</ul>` : '<p>None in this article.</p>'}`
}

function reactionText(reaction: Reaction, names: Map<string, string>): string {
  const target = reaction.target ? names.get(reaction.target) : undefined
  const kind = `<span class="kind ${reaction.polarity}">${reaction.kind}${target ? ` → ${escapeHtml(target)}` : ''}</span>`
  const cue = reaction.cue ? ` <i>${escapeHtml(reaction.cue.text)}</i>` : ''
  const words = reaction.quote ? `<q>${escapeHtml(reaction.quote.text)}</q>` : escapeHtml(reaction.content)
  return `${kind} <b>${escapeHtml(names.get(reaction.actor) ?? '')}</b>${cue}<br>${words}`
}

function makingOf({ recipe, grounding, defects, usage }: Analysis): string {
  const { engine, model, mode } = recipe.steps.actors
  const made = model ? `model ${model}, mode ${mode}, ${usage.calls} calls` : `engine ${engine}`
  const warnings = grounding.warnings.map(
    (warning) => `<li class="${warning.note ? 'note' : 'warning'}">${escapeHtml(warning.message)}</li>`,
  )
  const worked = defects.map((defect) => `<li class="note">worked around: ${escapeHtml(defect.kind)}</li>`)
  return `<details class="making"><summary>How this was made: ${escapeHtml(made)}; ${grounding.checked} claims checked, ${grounding.repaired} repaired, ${grounding.dropped} dropped</summary>
<ul>${[...warnings, ...worked].join('\n')}</ul></details>`
}

/** A line that lights its evidence; `data-light` holds the spans, so that the script need not know what a line is. */
function lit({ evidence }: { evidence: readonly Evidence[] }, html: string, name = 'line'): string {
  if (evidence.length === 0) return `<span class="${name}">${html}</span>`
  const spans = evidence.map(({ start, end }) => `${start}-${end}`).join(' ')
  return `<span class="${name}" tabindex="0" data-light="${spans}">${html}</span>`
}

/** The article, cut at every place where evidence begins or ends. */
function sourceOf({ text, analysis }: Result): string {
  if (text === undefined) return '<p>The text of the article was left out of this file.</p>'
  const cuts = [...new Set(evidenceIn(analysis).flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  let from = 0
  let html = ''
  for (const cut of [...cuts, text.length]) {
    if (cut > from) html += `<span data-from="${from}">${escapeHtml(text.slice(from, cut))}</span>`
    from = Math.max(from, cut)
  }
  return `<div class="text">${html}</div>`
}

function evidenceIn({ summary, issues, stances, reactions }: Analysis): Evidence[] {
  const lines: (Line | undefined)[] = [summary.headline, ...summary.brief, ...summary.keyPoints]
  return [...lines, ...issues, ...stances, ...reactions].flatMap((claim) => claim?.evidence ?? [])
}
