import type { Actor, Analysis, Line, Reaction, Result, Stance, StanceLabel } from '../../pipeline/schema/analysis.ts'
import { leadingStep } from '../../pipeline/schema/recipe.ts'
import type { Evidence } from '../../pipeline/schema/span.ts'
import { labelNotes } from '../label-notes.ts'
import { reactionKind, reactionWords } from '../reaction-words.ts'
import { warningWords } from '../warning-words.ts'
import { escapeHtml } from './escape-html.ts'
import { type Liner, liner, litText } from './light.ts'

/** One article with its analysis, as HTML: closed until a reader opens it, but for the first. */
export function renderResult(result: Result, { index, open }: { index: number; open: boolean }): string {
  const { analysis } = result
  const title = result.title ?? analysis.summary.headline?.text ?? firstWords(result.text ?? result.id)
  const line = liner(index)
  return `<details class="article" id="article-${index}"${open ? ' open' : ''}>
<summary><span class="title">${escapeHtml(title)}</span> <span class="meta">${escapeHtml(metaOf(result))}</span></summary>
<div class="columns">
<div class="analysis">
${summaryOf(analysis, { line, title })}
${standpointsOf(analysis, line)}
${reactionsOf(analysis, line)}
${makingOf(analysis)}
</div>
<section class="source" aria-label="The article" lang="${escapeHtml(result.language)}" tabindex="0">
${sourceOf(result, index)}
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

function summaryOf({ summary, issues, mainIssue }: Analysis, { line, title }: { line: Liner; title: string }): string {
  const { headline, brief, keyPoints } = summary
  const issue = issues.find((candidate) => candidate.id === mainIssue)
  const head = headline && headline.text !== title ? `<h2>${line(headline, escapeHtml(headline.text))}</h2>` : ''
  const about = issue ? `<p class="about"><b>Main issue.</b> ${line(issue, escapeHtml(issue.statement))}</p>` : ''
  const sentences = brief.map((sentence) => line(sentence, escapeHtml(sentence.text))).join(' ')
  const points = keyPoints.map((point) => `<li>${line(point, escapeHtml(point.text))}</li>`).join('\n')
  return `${head}\n${about}\n<h3>Summary</h3>\n<p class="brief">${sentences || 'None.'}</p>\n${points && `<ul>${points}</ul>`}`
}

const LANES: readonly { label: StanceLabel; title: string; verb: string }[] = [
  { label: 'oppose', title: 'Opposes', verb: 'opposes' },
  { label: 'mixed', title: 'Split', verb: 'is split on' },
  { label: 'neutral', title: 'Takes no side', verb: 'takes no side on' },
  { label: 'support', title: 'Supports', verb: 'supports' },
  { label: 'unstated', title: 'Not stated', verb: 'says nothing on' },
]

/** The picture of who stands where: one lane a label towards the main issue, and a list for all other targets. */
function standpointsOf(analysis: Analysis, line: Liner): string {
  const { stances, actors, mainIssue } = analysis
  const actorOf = new Map(actors.map((actor) => [actor.id, actor]))
  const lanes = LANES.map(({ label, title }) => {
    const chips = stances
      .filter((stance) => stance.target === mainIssue && stance.label === label)
      .map((stance) => chip(stance, actorOf.get(stance.actor), line))
    const empty = label === 'unstated' ? '' : '<span class="nobody" title="nobody">—</span>'
    if (chips.length === 0 && empty === '') return ''
    return `<li class="lane ${label}"><span class="lane-title">${title}</span>${chips.join('') || empty}</li>`
  })
  const others = stances.filter((stance) => stance.target !== mainIssue && stance.label !== 'unstated')
  const arrows = others.map((stance) => `<li>${arrow(stance, { analysis, actorOf, line })}</li>`).join('\n')
  return `<h3>Who stands where on the main issue</h3>
<ul class="lanes">${lanes.join('\n')}</ul>
${arrows === '' ? '' : `<h3>Towards each other and other issues</h3>\n<ul class="arrows">${arrows}</ul>`}`
}

function chip(stance: Stance, actor: Actor | undefined, line: Liner): string {
  const role = actor?.role ? small(actor.role) : ''
  const name = `<b>${escapeHtml(actor?.name ?? stance.actor)}</b>`
  return line(stance, `${name}${role}${asideOf(stance)}${stance.rationale ? small(stance.rationale) : ''}`, 'chip')
}

type Arrow = { analysis: Analysis; actorOf: ReadonlyMap<string, Actor>; line: Liner }

function arrow(stance: Stance, { analysis, actorOf, line }: Arrow): string {
  const verb = LANES.find((lane) => lane.label === stance.label)?.verb ?? ''
  const issue = analysis.issues.find((candidate) => candidate.id === stance.target)
  const target = issue ? `“${issue.statement}”` : (actorOf.get(stance.target)?.name ?? stance.target)
  const actor = `<b>${escapeHtml(actorOf.get(stance.actor)?.name ?? stance.actor)}</b>`
  const claim = `${actor} <em class="${stance.label}">${verb}</em> <b>${escapeHtml(target)}</b>`
  return line(stance, `${claim}${asideOf(stance)}${stance.rationale ? small(stance.rationale) : ''}`)
}

/** Whose word it is, how sure, and whose label. */
function asideOf(stance: Stance): string {
  const aside = [...(stance.voice === 'reported' ? ['as others tell it'] : []), ...labelNotes(stance)]
  return aside.length === 0 ? '' : small(aside.join('; '))
}

function small(text: string): string {
  return `<small>${escapeHtml(text)}</small>`
}

function reactionsOf({ reactions, actors }: Analysis, line: Liner): string {
  const names = new Map(actors.map((actor) => [actor.id, actor.name]))
  const items = reactions.map((reaction) => `<li>${line(reaction, reactionText(reaction, names))}</li>`)
  return `<h3>Reactions</h3>\n${items.length > 0 ? `<ul class="reactions">${items.join('\n')}</ul>` : '<p>None in this article.</p>'}`
}

function reactionText(reaction: Reaction, names: ReadonlyMap<string, string>): string {
  const { cue, words, isQuote } = reactionWords(reaction)
  const target = reaction.target ? names.get(reaction.target) : undefined
  const kind = `<span class="kind ${reaction.polarity}">${reactionKind(reaction)}</span>`
  const towards = target ? ` towards ${escapeHtml(target)}` : ''
  const who = `<b>${escapeHtml(names.get(reaction.actor) ?? reaction.actor)}</b>`
  const how = cue ? ` <i>${escapeHtml(cue)}</i>:` : isQuote ? ':' : ''
  const what = isQuote ? `<q>${escapeHtml(words)}</q>` : escapeHtml(words)
  return `${kind}${towards}<br>${who}${how} ${what}`
}

function makingOf({ recipe, grounding, defects, usage }: Analysis): string {
  const { engine, model, mode } = leadingStep(recipe)
  const made = model ? `model ${model}, mode ${mode}, ${usage.calls} calls` : `engine ${engine}`
  const warnings = grounding.warnings.map(
    (warning) => `<li class="${warning.note ? 'note' : 'warning'}">${escapeHtml(warningWords(warning))}</li>`,
  )
  const worked = defects.map((defect) => `<li class="note">worked around: ${escapeHtml(defect.kind)}</li>`)
  return `<details class="making"><summary>How this was made: ${escapeHtml(made)}; ${grounding.checked} claims checked, ${grounding.repaired} repaired, ${grounding.dropped} dropped</summary>
<ul>${[...warnings, ...worked].join('\n')}</ul></details>`
}

function sourceOf({ text, analysis }: Result, index: number): string {
  if (text === undefined) return '<p>The text of the article was left out of this file.</p>'
  return litText(text, evidenceIn(analysis), index)
}

function evidenceIn({ summary, issues, stances, reactions }: Analysis): Evidence[] {
  const lines: (Line | undefined)[] = [summary.headline, ...summary.brief, ...summary.keyPoints]
  return [...lines, ...issues, ...stances, ...reactions].flatMap((claim) => claim?.evidence ?? [])
}
