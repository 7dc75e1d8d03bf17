import type { Analysis, Reaction, Result } from '../pipeline/schema/analysis.ts'
import type { Evidence } from '../pipeline/schema/span.ts'
import { namesIn, STANCE_WORDS } from './claims.ts'
import { reactionKind, reactionWords } from './reaction-words.ts'

/** How a text is put down: Markdown quotes the evidence under each line, plain text leaves it out. */
type Form = {
  title(text: string): string
  section(name: string): string
  item(text: string, evidence: readonly Evidence[]): string
  plain(text: string): string
}

/** The summary, who stands where and the reactions as plain text. */
export function asText(result: Result): string {
  return written(result, {
    title: (text) => text,
    section: (name) => `\n${name.toUpperCase()}`,
    item: (text) => `• ${text}`,
    plain: (text) => text,
  })
}

/** The same as Markdown, each line with the words of the article that it rests on. */
export function asMarkdown(result: Result): string {
  return written(result, {
    title: (text) => `# ${escaped(text)}`,
    section: (name) => `\n## ${name}\n`,
    item: (text, evidence) => [`- ${escaped(text)}`, ...evidence.map(quoted)].join('\n'),
    plain: escaped,
  })
}

function written(result: Result, form: Form): string {
  const { analysis } = result
  return `${[
    form.title(titleOf(result)),
    form.section('Summary'),
    ...analysis.summary.brief.map(({ text, evidence }) => form.item(text, evidence)),
    ...section(
      'Key points',
      form,
      analysis.summary.keyPoints.map(({ text, evidence }) => form.item(text, evidence)),
    ),
    ...section('Who stands where', form, stanceLines(analysis, form)),
    ...section('Reactions', form, reactionLines(analysis, form)),
    form.section('Source'),
    form.plain(sourceOf(result)),
    form.plain(madeBy(analysis)),
  ].join('\n')}\n`
}

function section(name: string, form: Form, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [form.section(name), ...lines]
}

export function titleOf({ title, analysis }: Result): string {
  return analysis.summary.headline?.text ?? title ?? 'Untitled article'
}

function stanceLines(analysis: Analysis, form: Form): string[] {
  const nameOf = namesIn(analysis)
  return analysis.stances
    .filter(({ label }) => label !== 'unstated')
    .map(({ actor, label, target, rationale, evidence }) => {
      const where = label === 'support' || label === 'oppose' ? '' : ' on'
      const why = rationale ? ` (${rationale})` : ''
      return form.item(`${nameOf(actor)} ${STANCE_WORDS[label]}${where}: ${nameOf(target)}${why}`, evidence)
    })
}

function reactionLines(analysis: Analysis, form: Form): string[] {
  const nameOf = namesIn(analysis)
  return analysis.reactions.map((reaction) =>
    form.item(`${nameOf(reaction.actor)} (${reactionKind(reaction)}): ${spoken(reaction)}`, reaction.evidence),
  )
}

function spoken(reaction: Reaction): string {
  const { words, isQuote } = reactionWords(reaction)
  return isQuote ? `“${words}”` : words
}

function sourceOf({ title, outlet, author, publishedAt, url }: Result): string {
  return [title, outlet, author, publishedAt?.slice(0, 10), url].filter(Boolean).join(' · ') || 'Not named'
}

/** Who made an analysis, in words. */
export function madeBy({ recipe, stances }: Analysis): string {
  const model = Object.values(recipe.steps).find((step) => step.model !== undefined)?.model
  if (model === undefined) return 'Made by rules, without a language model.'
  const [larger, ...others] = stances.flatMap((stance) => stance.model ?? [])
  const labels = others.length === 0 ? 'one stance was' : `${others.length + 1} stances were`
  return `Made with the language model ${model}${larger === undefined ? '' : `; ${labels} labelled by ${larger}`}.`
}

function quoted({ text }: Evidence): string {
  return text
    .split('\n')
    .map((line) => `  > ${escaped(line)}`)
    .join('\n')
}

/** Words of an article are no markup. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]<>#|~&!]/g, '\\$&')
    .replace(/^(\s*)([-+=]|\d+(?=[.)]))/, (_all, space, mark) =>
      /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    )
}
