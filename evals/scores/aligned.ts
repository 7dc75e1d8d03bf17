import type { Actor, Analysis, Reaction } from '../../pipeline/schema/analysis.ts'
import type { Reading } from '../../pipeline/schema/reading.ts'
import { type Span, sentenceAt } from '../../pipeline/schema/span.ts'
import type { GoldActor, GoldArticle, GoldReaction } from '../gold/read-gold.ts'
import { bestPairs } from '../metrics/assignment.ts'
import { sharedLength } from '../metrics/quote-spans.ts'
import { rouge } from '../metrics/rouge.ts'
import { words } from '../metrics/words.ts'

/** A gold article beside what a system made of it, with actors and issues of the two brought together. */
export type Scored = {
  gold: GoldArticle
  reading: Reading
  analysis: Analysis
  /** Id in the analysis of a gold actor or issue that was found. */
  idOf: ReadonlyMap<string, string>
  /** Reactions of gold with those of the analysis that are most like them. */
  reactions: readonly (readonly [GoldReaction, Reaction])[]
}

export function align(gold: GoldArticle, reading: Reading, analysis: Analysis): Scored {
  const given = ({ given }: { given?: boolean }) => given !== true
  const actors = analysis.actors.filter(given)
  const issues = analysis.issues.filter((issue) => given(issue) && issue.id !== analysis.mainIssue)
  const others = gold.issues.filter(({ id }) => id !== 'main')
  const idOf = new Map([['main', analysis.mainIssue], ...alignActors(gold.actors, actors)])
  for (const [from, to] of bestPairs(others, issues, issueLikeness)) idOf.set(from.id, to.id)
  const partial = { gold, reading, analysis, idOf }
  return { ...partial, reactions: alignReactions(partial) }
}

type Named = Pick<Actor, 'id' | 'name' | 'aliases'>

/** The id among `actors` of each that is `wanted` and found there, by names and aliases. */
export function alignActors(
  wanted: readonly (Pick<GoldActor, 'id' | 'name' | 'aliases'> | Named)[],
  actors: readonly Named[],
): Map<string, string> {
  return new Map(bestPairs(wanted, actors, actorLikeness).map(([from, to]) => [from.id, to.id]))
}

/** Statements of two issues that share less of their words are not about the same. */
const ISSUE_LIKENESS = 0.3

function issueLikeness(a: { statement: string }, b: { statement: string }): number {
  const likeness = rouge('rouge1', a.statement, b.statement)
  return likeness >= ISSUE_LIKENESS ? likeness : 0
}

/** 1 for the same full name, less for a shared alias; articles, titles' case and possessives do not count. */
function actorLikeness(gold: Pick<GoldActor, 'name' | 'aliases'>, actor: Pick<Actor, 'name' | 'aliases'>): number {
  const [a, b] = [key(gold.name), key(actor.name)]
  if (a === b) return 1
  const [golds, others] = [new Set([gold.name, ...gold.aliases].map(key)), [actor.name, ...actor.aliases].map(key)]
  if (golds.has(b) || others.includes(a)) return 0.9
  if (others.some((other) => golds.has(other))) return 0.7
  return [...golds].some((name) => endsWithWords(b, name) || endsWithWords(name, b)) ? 0.5 : 0
}

const LEADING = new Set([
  'the',
  'a',
  'an',
  'el',
  'la',
  'los',
  'las',
  'le',
  'les',
  'l',
  'der',
  'die',
  'das',
  'o',
  'os',
  'as',
  'its',
  'his',
  'her',
  'their',
  'su',
  'ihr',
])

function key(name: string): string {
  const all = words(name.replace(/['’]s$/u, ''))
  return (LEADING.has(all[0] ?? '') && all.length > 1 ? all.slice(1) : all).join(' ')
}

/** "mayor dolores finch" ends with "dolores finch": a title stands before a name. One word alone proves nothing. */
function endsWithWords(long: string, short: string): boolean {
  return short.includes(' ') && long.endsWith(` ${short}`)
}

/** Speaker and words count most, then the kind: the assignment that is best over all of them. */
function alignReactions({ gold, reading, analysis, idOf }: Omit<Scored, 'reactions'>): Scored['reactions'] {
  return bestPairs(gold.reactions, analysis.reactions, (a, b) => {
    if (!sharesSentence(a, b, reading)) return 0
    return 1 + Number(idOf.get(a.actor) === b.actor) + Number(quotesOverlap(a, b)) + Number(a.kind === b.kind) / 2
  })
}

function quotesOverlap(a: GoldReaction, b: Reaction): boolean {
  return a.quote !== undefined && b.quote !== undefined && sharedLength(a.quote, b.quote) > 0
}

function sharesSentence(a: GoldReaction, b: Reaction, reading: Reading): boolean {
  const sentences = sentencesOf(a, reading)
  return sentencesOf(b, reading).some((index) => sentences.includes(index))
}

function sentencesOf(
  { evidence, quote }: { evidence: readonly Span[]; quote?: Span },
  { sentences }: Reading,
): number[] {
  return [...evidence, ...(quote ? [quote] : [])].map(({ start }) => sentenceAt(sentences, start))
}
