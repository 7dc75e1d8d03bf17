import type { Scored } from '../../evals/scores/aligned.ts'
import type { ActorPair, Misses, ReactionPair, StancePair } from '../../evals/scores/misses.ts'
import type { Span } from '../../pipeline/schema/span.ts'
import { escapeHtml } from './escape-html.ts'
import { type Liner, liner, litText, type Marked } from './light.ts'

/** One article with what gold and the system say of it, side by side, every miss lit in its text. Closed until a reader opens it. */
export function renderScored(scored: Scored, misses: Misses, { index }: { index: number }): string {
  const { gold, analysis } = scored
  const line = liner(index)
  return `<details class="article" id="article-${index}">
<summary><span class="title">${escapeHtml(titleOf(scored))}</span> <span class="meta">${misses.wrong} of ${misses.of} wrong · ${escapeHtml(gold.id)}${gold.hard.length > 0 ? ` · ${escapeHtml(gold.hard.join(', '))}` : ''}</span></summary>
<div class="columns">
<div class="analysis">
${stancesOf(misses.stances, scored, line)}
${reactionsOf(misses.reactions, scored, line)}
${actorsOf(misses.actors, line)}
<h3>Summary</h3>
<table class="sides"><tr><th scope="col">gold (first reference)</th><th scope="col">system</th></tr>
<tr><td>${escapeHtml(gold.summaries[0] ?? '')}</td><td>${analysis.summary.brief.map((one) => line(one, escapeHtml(one.text))).join(' ') || 'none'}</td></tr></table>
<h3>Facts that a summary must hold</h3>
<ul class="facts">${misses.facts.map(({ fact, isHeld }) => `<li class="${isHeld ? 'hit' : 'miss'}">${mark(isHeld)} ${escapeHtml(fact.fact)}</li>`).join('\n')}</ul>
</div>
<section class="source" aria-label="The article" lang="${escapeHtml(gold.article.language)}" tabindex="0">
${litText(gold.article.text, marksOf(scored, misses), index)}
</section>
</div>
</details>
`
}

export function titleOf({ gold }: Scored): string {
  return gold.article.title ?? gold.id
}

function mark(isRight: boolean): string {
  return isRight ? '<b class="ok" title="right">✓</b>' : '<b class="no" title="wrong">✗</b>'
}

const SIDES = '<tr><th></th><th scope="col">actor</th><th scope="col">gold</th><th scope="col">system</th></tr>'

function stancesOf(pairs: readonly StancePair[], { gold }: Scored, line: Liner): string {
  const names = new Map(gold.actors.map(({ id, name }) => [id, name]))
  const rows = pairs.map(({ gold: wanted, ours, isRight, isReversed }) => {
    const said = ours === undefined ? 'unstated <small>(actor not found)</small>' : line(ours, ours.label)
    return `<tr class="${isReversed ? 'reversed' : ''}"><td>${mark(isRight)}</td><td>${escapeHtml(names.get(wanted.actor) ?? '')}</td><td>${line(wanted, wanted.label)}</td><td>${said}${isReversed ? ' <b class="no">reversed</b>' : ''}</td></tr>`
  })
  return `<h3>Stances towards the main issue</h3>\n<table class="sides">${SIDES}${rows.join('\n')}</table>`
}

function reactionsOf(pairs: readonly ReactionPair[], { gold, analysis }: Scored, line: Liner): string {
  const names = new Map([...gold.actors, ...analysis.actors].map(({ id, name }) => [id, name]))
  const cell = (one: ReactionPair['gold'] | ReactionPair['ours'], words: string) =>
    one === undefined
      ? '<i>nothing</i>'
      : line(one, `<b>${escapeHtml(names.get(one.actor) ?? one.actor)}</b> ${one.kind}: ${escapeHtml(words)}`)
  const rows = pairs.map(
    ({ gold: wanted, ours, isRight }) =>
      `<tr><td>${mark(isRight)}</td><td>${cell(wanted, wanted === undefined ? '' : wordsOf(wanted, gold.article.text))}</td><td>${cell(ours, ours?.quote?.text ?? ours?.content ?? '')}</td></tr>`,
  )
  if (rows.length === 0) return '<h3>Reactions</h3>\n<p>Neither gold nor the system has one.</p>'
  return `<h3>Reactions</h3>\n<table class="sides"><tr><th></th><th scope="col">gold</th><th scope="col">system</th></tr>${rows.join('\n')}</table>`
}

function wordsOf({ quote, evidence }: { quote?: Span; evidence: readonly Span[] }, text: string): string {
  const span = quote ?? evidence[0]
  return span === undefined ? '' : text.slice(span.start, span.end)
}

function actorsOf(pairs: readonly ActorPair[], line: Liner): string {
  const rows = pairs.map(({ gold, ours, isRight }) => {
    const found =
      ours === undefined ? '<i>nothing</i>' : line({ evidence: ours.mentions.slice(0, 1) }, escapeHtml(ours.name))
    return `<tr><td>${mark(isRight)}</td><td>${gold === undefined ? '<i>nothing</i>' : escapeHtml(gold.name)}</td><td>${found}</td></tr>`
  })
  return `<h3>Actors</h3>\n<table class="sides"><tr><th></th><th scope="col">gold</th><th scope="col">system</th></tr>${rows.join('\n')}</table>`
}

/**
 * What is lit in the text: `miss` for words of gold that the system has nothing for, `wrong` where it has another label or speaker,
 * `extra` for words that it takes for something and gold does not, `hit` for what is right.
 */
function marksOf({ gold }: Scored, { actors, stances, reactions }: Misses): Marked[] {
  const { text } = gold.article
  return [
    ...actors.flatMap(({ gold: wanted, ours }): Marked[] => {
      if (wanted === undefined) return named(ours?.mentions.slice(0, 1) ?? [], 'extra')
      const start = text.indexOf(wanted.name)
      return ours === undefined
        ? named([{ start, end: start + wanted.name.length }], 'miss')
        : ours.mentions.slice(0, 1)
    }),
    ...stances.flatMap(({ gold: wanted, ours, isRight }): Marked[] => {
      const isSilent = ours === undefined || ours.label === 'unstated'
      if (wanted.label === 'unstated') return named(ours?.evidence ?? [], isRight ? undefined : 'extra')
      return [...named(wanted.evidence, isRight ? 'hit' : isSilent ? 'miss' : 'wrong'), ...(ours?.evidence ?? [])]
    }),
    ...reactions.flatMap(({ gold: wanted, ours, isRight }): Marked[] => {
      if (wanted === undefined) return named(ours?.evidence ?? [], 'extra')
      const name = isRight ? 'hit' : ours === undefined ? 'miss' : 'wrong'
      return [...named([...wanted.evidence, ...(wanted.quote ? [wanted.quote] : [])], name), ...(ours?.evidence ?? [])]
    }),
  ]
}

function named(spans: readonly Span[], name: string | undefined): Marked[] {
  return spans.map(({ start, end }) => ({ start, end, name }))
}
