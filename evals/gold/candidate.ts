import { Document, isCollection, isPair } from 'yaml'
import type { Actor, Analysis, Reaction, Stance } from '../../pipeline/schema/analysis.ts'
import type { Article } from '../../pipeline/schema/article.ts'
import type { ApprovedAnalysis } from '../../pipeline/schema/review-contract.ts'
import type { Evidence, Span } from '../../pipeline/schema/span.ts'
import { wordsOf } from '../../pipeline/text/words.ts'
import type { Annotation } from './annotation.ts'
import { findOnce } from './find-once.ts'

/** Gold that a person has still to finish: the two files of one article, by the name that they share. */
export type Candidate = { name: string; text: string; yaml: string }

const MOST_EVIDENCE = 2
const MOST_FACTS = 6
const MOST_HELD = 3
/** Of a word with what is around it; a stretch without words is taken to the end of the text. */
const MOST_LETTERS = 40

/**
 * A reviewed analysis in the form of our annotations. Actors, issues, stances and reactions are what the editors approved, with the
 * first two passages of their evidence. The summary is only a candidate: a reference that the judged system wrote would favour it,
 * so the approved brief stands as one of two, and `gold check` asks for the other; facts are drawn from issue and key points. What
 * the form cannot hold (a given actor or target that the article does not have) is left out and named at the top of the file.
 */
export function candidateOf({ article, analysis, version }: ApprovedAnalysis): Candidate {
  const left: string[] = []
  const annotation = annotationOf(article, analysis, left)
  return { name: nameOf(article), text: article.text, yaml: yamlOf(annotation, headerOf(article, version, left)) }
}

/** The annotation, which may have too few summaries and facts. */
function annotationOf(article: Article, analysis: Analysis, left: string[]): Annotation {
  const { text, title } = article
  const actors = analysis.actors.filter(({ name }) => text.includes(name))
  const issues = analysis.issues.filter(({ evidence }) => evidence.length > 0)
  for (const { name } of analysis.actors) if (!text.includes(name)) left.push(`the actor ${name}`)
  for (const { statement, evidence } of analysis.issues) if (evidence.length === 0) left.push(`the issue ${statement}`)
  const keyOf = (id: string) => (id === analysis.mainIssue ? 'main' : id)
  const known = new Set([...actors, ...issues].map(({ id }) => id))
  const isKnown = ({ actor, target }: { actor: string; target?: string }) =>
    known.has(actor) && (target === undefined || known.has(target))
  const lost = [...analysis.stances, ...analysis.reactions].filter((claim) => !isKnown(claim))
  if (lost.length > 0) left.push(`${lost.length} stances and reactions of or towards these`)
  return {
    ...(title !== undefined && { title }),
    language: analysis.language,
    hard: [],
    actors: Object.fromEntries(actors.map((actor) => [actor.id, actorOf(actor, text)])),
    issues: Object.fromEntries(
      issues.map(({ id, statement, evidence }) => [
        keyOf(id),
        { statement, evidence: passagesOf(evidence, text)[0] ?? statement },
      ]),
    ),
    stances: analysis.stances.filter(isKnown).map((stance) => stanceOf(stance, { text, keyOf })),
    reactions: analysis.reactions.filter(isKnown).map((reaction) => reactionOf(reaction, { text, keyOf })),
    summaries: analysis.summary.brief.length === 0 ? [] : [analysis.summary.brief.map((line) => line.text).join(' ')],
    facts: factsOf(analysis),
  }
}

function actorOf({ name, kind, aliases, role }: Actor, text: string): Annotation['actors'][string] {
  return { name, kind, aliases: aliases.filter((alias) => text.includes(alias)), ...(role !== undefined && { role }) }
}

type Context = { text: string; keyOf(id: string): string }

function stanceOf({ actor, target, label, voice, evidence }: Stance, { text, keyOf }: Context) {
  const passages = passagesOf(evidence, text)
  return { actor, target: keyOf(target), label, ...(voice && { voice }), evidence: passages }
}

function reactionOf(reaction: Reaction, { text, keyOf }: Context) {
  const { actor, kind, polarity, target, cue, quote } = reaction
  const isQuoted = ({ start, end }: Evidence) => quote !== undefined && start < quote.end && end > quote.start
  const evidence = [...reaction.evidence].sort((a, b) => Number(isQuoted(b)) - Number(isQuoted(a)))
  const near = [...evidence.slice(0, MOST_EVIDENCE), ...(quote ? [quote] : [])]
  const isPlain = cue && typeof findOnce(cue.text, text, { near, outside: quote, asWord: true }) !== 'string'
  return {
    actor,
    kind,
    polarity,
    ...(target !== undefined && { target: keyOf(target) }),
    ...(isPlain && { cue: cue.text }),
    ...(quote && { quote: quote.text }),
    evidence: passagesOf(evidence, text),
  }
}

function passagesOf(evidence: readonly Evidence[], text: string): string[] {
  return [...new Set(evidence.map((each) => onlyOnce(each, text)))].slice(0, MOST_EVIDENCE)
}

/** The words with as many of those around them as it takes to stand once in the text: one on either side, then two, four … */
function onlyOnce(span: Span, text: string): string {
  let words = text.slice(span.start, span.end)
  for (let more = 1; text.indexOf(words) !== text.lastIndexOf(words); more *= 2) {
    words = text.slice(before(span.start, more, text), after(span.end, more, text))
  }
  return words
}

function before(start: number, count: number, text: string): number {
  const from = Math.max(0, start - count * MOST_LETTERS)
  const word = wordsOf(text.slice(from, start)).at(-count)
  return word ? from + word.start : 0
}

function after(end: number, count: number, text: string): number {
  const word = wordsOf(text.slice(end, end + count * MOST_LETTERS))[count - 1]
  return word ? end + word.end : text.length
}

/** The main issue first, as the guidelines want it. */
function factsOf({ issues, mainIssue, summary }: Analysis): Annotation['facts'] {
  const main = issues.filter(({ id }) => id === mainIssue).map(({ statement }) => statement)
  const facts = new Set([...main, ...summary.keyPoints.map(({ text }) => text)])
  return [...facts].slice(0, MOST_FACTS).map((fact) => ({ fact, holds: holdsOf(fact) }))
}

/** What can hardly be said in another way: numbers and names, else the longest words. */
function holdsOf(fact: string): string[] {
  const words = fact.match(/\p{N}+(?:[.,:]\p{N}+)*|[\p{L}\p{N}]+/gu) ?? []
  const plain = words.filter((word, index) => /^\p{N}/u.test(word) || (index > 0 && /^\p{Lu}/u.test(word)))
  const longest = [...words].sort((a, b) => b.length - a.length).slice(0, 2)
  const holds = [...new Set(plain.length > 0 ? plain : longest)].slice(0, MOST_HELD)
  return holds.length > 0 ? holds : [fact]
}

/** Of the untrusted id only letters and digits are left; the hash tells equal ones apart. */
function nameOf({ id, contentHash }: Article): string {
  const last = id.split(/[\\/]/).at(-1) ?? ''
  const letters = last
    .slice(0, 200)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\.\w{1,5}$/, '')
  const slug = letters
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replace(/^-|-$/g, '')
  return `${slug || 'article'}-${contentHash.slice(0, 8)}`
}

function headerOf({ id }: Article, version: number, left: readonly string[]): string {
  const lines = [
    `CANDIDATE, not gold yet: from version ${version} of the analysis of "${id.slice(0, 200)}", which was approved.`,
    'By evals/gold/GUIDELINES.md a person must still',
    '- say in "hard" what makes the article hard;',
    '- write two summaries: the one here is the approved brief, which a program may have written;',
    '- see that the facts are what a good summary must hold, and that "holds" finds them in other wordings;',
    '- add what the analysis missed, and see that the evidence shows the label best.',
    ...(left.length > 0 ? [`Left out, since the article does not have them: ${left.join('; ')}.`] : []),
  ]
  return lines.map((line) => ` ${line.replace(/[\s\p{Cc}\p{Bidi_Control}]+/gu, ' ')}`).join('\n')
}

/** Each actor, stance and so on takes a line, as in our own files. */
function yamlOf(annotation: Annotation, header: string): string {
  const document = new Document(annotation)
  document.commentBefore = header
  for (const part of ['actors', 'issues', 'stances', 'reactions', 'facts']) {
    const node = document.get(part, true)
    if (!isCollection(node)) continue
    for (const item of node.items) {
      const value = isPair(item) ? item.value : item
      if (isCollection(value)) value.flow = true
    }
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: true })
}
