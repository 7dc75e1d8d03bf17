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
${issueOf(scored, line)}
${stancesOf(misses.stances, scored, line)}
${reactionsOf(misses.reactions, scored, line)}
${actorsOf(misses.actors, line)}
<h3>Summary</h3>
<table class="sides halves"><tr><th scope="col">gold (first reference)</th><th scope="col">system</th></tr>
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

/** Not scored, but all stances are towards it. */
function issueOf({ gold, analysis }: Scored, line: Liner): string {
  const wanted = gold.issues.find(({ id }) => id === 'main')
  const ours = analysis.issues.find(({ id }) => id === analysis.mainIssue)
  const golds = wanted ? line({ evidence: [wanted.evidence] }, escapeHtml(wanted.statement)) : '<i>nothing</i>'
  const said = ours ? line(ours, escapeHtml(ours.statement)) : '<i>nothing</i>'
  return `<h3>Main issue</h3>
<table class="sides halves"><tr><th scope="col">gold</th><th scope="col">system</th></tr><tr><td>${golds}</td><td>${said}</td></tr></table>`
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

type Outcome = 'hit' | 'wrong' | 'miss' | 'extra'
type Part = 'S' | 'R' | 'A'

const SIGNS: Readonly<Record<Outcome, string>> = { hit: '✓', wrong: '≠', miss: '✗', extra: '+' }

/** What the marks in the text mean. */
export const TEXT_KEY = `<div class="key">
<p>Marked in the text: <span class="hit" data-tag="✓">found and right</span>, <span class="wrong" data-tag="≠">found, with another label,
kind or speaker</span>, <span class="miss" data-tag="✗">missed</span>, <span class="extra" data-tag="+">taken for something that gold does not
have</span>. A letter before the words tells what rests on them: <b>S</b> a stance, <b>R</b> a reaction, <b>A</b> an actor’s name.</p>
<p>Point at a line, or move to it with the Tab key, and its words light up. After each title: how many actors, stances, reactions and facts
are wrong, of all that gold or the system has; then what makes the article hard.</p>
</div>`

/**
 * What is lit in the text: `miss` for words of gold that the system has nothing for, `wrong` where it has another label or speaker,
 * `extra` for words that it takes for something and gold does not, `hit` for what is right.
 */
function marksOf({ gold, analysis }: Scored, { actors, stances, reactions }: Misses): Marked[] {
  const { text } = gold.article
  return [
    // Without a mark of their own, but lines of the page lead there.
    ...gold.issues.map(({ evidence }) => evidence),
    ...[...analysis.issues, ...analysis.summary.brief].flatMap(({ evidence }) => evidence),
    ...actors.flatMap((pair) => actorMarks(pair, text)),
    ...stances.flatMap(stanceMarks),
    ...reactions.flatMap(reactionMarks),
  ]
}

function actorMarks({ gold, ours }: ActorPair, text: string): Marked[] {
  const mentions = ours?.mentions.slice(0, 1) ?? []
  if (gold === undefined) return marked('A', 'extra', mentions)
  const start = text.indexOf(gold.name)
  return ours !== undefined || start < 0 ? mentions : marked('A', 'miss', [{ start, end: start + gold.name.length }])
}

function stanceMarks({ gold, ours, isRight }: StancePair): Marked[] {
  const evidence = ours?.evidence ?? []
  if (gold.label === 'unstated') return isRight ? evidence : marked('S', 'extra', evidence)
  const isSilent = ours === undefined || ours.label === 'unstated'
  return [...marked('S', isRight ? 'hit' : isSilent ? 'miss' : 'wrong', gold.evidence), ...evidence]
}

function reactionMarks({ gold, ours, isRight }: ReactionPair): Marked[] {
  const evidence = ours?.evidence ?? []
  if (gold === undefined) return marked('R', 'extra', evidence)
  const outcome = isRight ? 'hit' : ours === undefined ? 'miss' : 'wrong'
  return [...marked('R', outcome, [...gold.evidence, ...(gold.quote ? [gold.quote] : [])]), ...evidence]
}

/** One sign for words that lie within others of the same thing. */
function marked(part: Part, name: Outcome, spans: readonly Span[]): Marked[] {
  const tag = `${part}${SIGNS[name]}`
  const isWithin = ({ start }: Span) => spans.some((other) => other.start < start && start < other.end)
  return spans.map((span) => ({ start: span.start, end: span.end, name, tag: isWithin(span) ? undefined : tag }))
}
