import { styleText } from 'node:util'
import type { Actor, Analysis, Line, Reaction, Stance, StanceLabel } from '../pipeline/schema/analysis.ts'
import type { Article } from '../pipeline/schema/article.ts'
import { leadingStep } from '../pipeline/schema/recipe.ts'
import { labelNotes } from './label-notes.ts'
import { reactionKind, reactionWords } from './reaction-words.ts'
import { readable } from './readable.ts'
import { snippetOf } from './snippet.ts'
import { warningWords } from './warning-words.ts'
import { wrap } from './wrap.ts'

export type PrintOptions = { width: number; color: boolean }

/**
 * An analysis as text for a person at a terminal. Numbers in brackets are the sentences of the article that support a line;
 * legible without colour, never wider than `width` columns.
 */
export function printAnalysis(article: Article, analysis: Analysis, options: PrintOptions): string {
  const page = newPage(options)
  const names = new Map(analysis.actors.map((actor) => [actor.id, actor.name]))
  printHead(page, article, analysis)
  printSummary(page, analysis)
  printStances(page, analysis, names)
  printReactions(page, analysis, names)
  printNotes(page, analysis)
  return `${page.lines.join('\n')}\n`
}

type Page = {
  lines: string[]
  paint: (style: Style, text: string) => string
  heading(text: string): void
  /** Wrapped lines behind `indent`, the first behind `first`; `style` is for the words alone. */
  paragraph(text: string, indent?: string, first?: string, style?: Style): void
}
type Style = 'bold' | 'dim' | 'green' | 'red' | 'yellow' | 'cyan'

function newPage({ width, color }: PrintOptions): Page {
  const lines: string[] = []
  const paint = (style: Style, text: string) => (color ? styleText(style, text, { validateStream: false }) : text)
  return {
    lines,
    paint,
    heading: (text) => lines.push('', paint('bold', text.toUpperCase())),
    paragraph: (text, indent = '  ', first = indent, style = undefined) => {
      const wrapped = wrap(text, { width, indent, first })
      lines.push(...(style ? wrapped.map((line) => paint(style, line)) : wrapped))
    },
  }
}

function printHead(page: Page, article: Article, { summary, issues, mainIssue }: Analysis): void {
  const source = [article.outlet, article.author, article.publishedAt?.slice(0, 10)].filter(Boolean).join(', ')
  page.lines.push(page.paint('bold', readable(article.title ?? summary.headline?.text ?? nameOf(article))))
  if (source !== '') page.lines.push(page.paint('dim', readable(source)))
  const issue = issues.find((candidate) => candidate.id === mainIssue)
  if (issue) {
    page.heading('Main issue')
    page.paragraph(`${readable(issue.statement)} ${cited(issue)}`)
  }
}

function nameOf({ id, contentHash }: Article): string {
  return id === contentHash ? '(standard input)' : id
}

function printSummary(page: Page, { summary }: Analysis): void {
  page.heading('Summary')
  if (summary.headline) page.paragraph(page.paint('bold', lineText(summary.headline)))
  if (summary.brief.length === 0) page.paragraph('(none)')
  else page.paragraph(summary.brief.map(lineText).join(' '))
  for (const point of summary.keyPoints) page.paragraph(lineText(point), '    ', '  • ')
}

const SIGNS: Record<StanceLabel, { sign: string; word: string; style: Style }> = {
  support: { sign: '▲', word: 'supports', style: 'green' },
  oppose: { sign: '▼', word: 'opposes', style: 'red' },
  mixed: { sign: '◆', word: 'is split on', style: 'yellow' },
  neutral: { sign: '■', word: 'takes no side on', style: 'cyan' },
  unstated: { sign: '·', word: 'says nothing on', style: 'dim' },
}

function printStances(page: Page, { stances, issues, actors, mainIssue }: Analysis, names: Map<string, string>): void {
  page.heading('Who stands where')
  const targetName = (target: string) => {
    if (target === mainIssue) return 'the main issue'
    const issue = issues.find((candidate) => candidate.id === target)
    return issue ? `“${readable(issue.statement)}”` : readable(names.get(target) ?? target)
  }
  const stated = stances.filter((stance) => stance.label !== 'unstated')
  for (const actor of actors) {
    const own = stated.filter((stance) => stance.actor === actor.id)
    own.forEach((stance, index) => {
      printStance(page, { actor, isFirst: index === 0, stance, target: targetName(stance.target) })
    })
  }
  printUndecided(
    page,
    actors.filter((actor) => !stated.some((stance) => stance.actor === actor.id)),
    stances,
  )
  for (const { id, given, statement } of issues) {
    if (!given || stated.some(({ target }) => target === id)) continue
    page.paragraph(`· Asked about “${readable(statement)}”: no stance of anybody found.`, '    ', '  ', 'dim')
  }
}

type Standing = { actor: Actor; isFirst: boolean; stance: Stance; target: string }

function printStance(page: Page, { actor, isFirst, stance, target }: Standing): void {
  const { sign, word, style } = SIGNS[stance.label]
  const role = isFirst && actor.role ? ` (${readable(actor.role)})` : ''
  const voice = stance.voice === 'reported' ? ', as others tell it' : ''
  const subject = `${page.paint(style, sign)} ${page.paint('bold', readable(actor.name))}${role}`
  const aside = `${voice}${inBrackets(labelNotes(stance))}`
  page.paragraph(`${subject} ${page.paint(style, word)} ${target}${aside} ${cited(stance)}`, '    ', '  ')
  const [evidence] = stance.evidence
  if (stance.rationale) page.paragraph(readable(stance.rationale), '      ')
  else if (evidence) printProof(page, snippetOf(evidence, { most: SNIPPET, around: actor.mentions }))
}

function inBrackets(notes: readonly string[]): string {
  return notes.length === 0 ? '' : ` (${readable(notes.join('; '))})`
}

/** About two lines of a terminal. */
const SNIPPET = 150

/** Words of the article, behind a line that tells them from ours without colour, and without marks around their own marks. */
function printProof(page: Page, text: string): void {
  page.paragraph(readable(text), '      │ ', '      │ ', 'dim')
}

const MOST_UNDECIDED = 12

function printUndecided(page: Page, actors: readonly Actor[], stances: readonly Stance[]): void {
  if (actors.length === 0) return
  const names = actors.slice(0, MOST_UNDECIDED).map(({ id, name }) => {
    const notes = stances.filter(({ actor }) => actor === id).flatMap(labelNotes)
    return `${readable(name)}${inBrackets([...new Set(notes)])}`
  })
  const more = actors.length > MOST_UNDECIDED ? `; and ${actors.length - MOST_UNDECIDED} more` : ''
  page.paragraph(`· No stance found: ${names.join('; ')}${more}`, '    ', '  ', 'dim')
}

function printReactions(page: Page, { reactions }: Analysis, names: Map<string, string>): void {
  page.heading('Reactions')
  if (reactions.length === 0) page.paragraph('(none in this article)')
  for (const reaction of reactions) printReaction(page, reaction, names)
}

function printReaction(page: Page, reaction: Reaction, names: Map<string, string>): void {
  const { cue, words, isQuote } = reactionWords(reaction)
  const target = reaction.target ? names.get(reaction.target) : undefined
  const kind = `${reactionKind(reaction)}${target ? ` towards ${readable(target)}` : ''}`
  const how = cue ? `, “${readable(cue)}”` : ''
  const actor = page.paint('bold', readable(names.get(reaction.actor) ?? ''))
  page.paragraph(`${actor} (${kind}${how}) ${cited(reaction)}`, '    ', '  ')
  page.paragraph(isQuote ? `“${readable(words)}”` : readable(words), '    ')
}

function printNotes(page: Page, { grounding, defects, usage, recipe }: Analysis): void {
  page.heading('How this was made')
  const { engine, model, mode } = leadingStep(recipe)
  page.paragraph(model ? `Model ${readable(model)} (${engine}), mode ${mode}.` : `Engine ${engine}.`)
  page.paragraph(
    `${grounding.checked} claims checked against the article, ${grounding.repaired} repaired, ${grounding.dropped} dropped.`,
  )
  if (usage.calls + usage.replayed > 0) page.paragraph(usageText(usage))
  for (const warning of grounding.warnings) {
    const sign = warning.note ? page.paint('dim', '-') : page.paint('yellow', '!')
    page.paragraph(readable(warningWords(warning)), '    ', `  ${sign} `)
  }
  for (const [kind, count] of counted(defects.map((defect) => defect.kind))) {
    page.paragraph(
      `worked around: ${kind}${count > 1 ? ` (${count} times)` : ''}`,
      '    ',
      `  ${page.paint('dim', '-')} `,
    )
  }
}

function usageText({ calls, replayed, tokensIn, tokensCached, tokensOut, costUsd }: Analysis['usage']): string {
  const cost = costUsd === undefined ? '' : `, ${costUsd.toFixed(4)} USD`
  const again = replayed > 0 ? `, ${replayed} answered from the ledger` : ''
  return `${calls} model calls${again}: ${tokensIn} tokens in (${tokensCached} cached), ${tokensOut} out${cost}.`
}

function counted(kinds: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return counts
}

function lineText(line: Line): string {
  return `${readable(line.text)} ${cited(line)}`
}

function cited({ evidence }: { evidence: Line['evidence'] }): string {
  const numbers = [...new Set(evidence.map((item) => item.sentence + 1))].sort((a, b) => a - b)
  return numbers.length > 0 ? `[${numbers.join(', ')}]` : ''
}
