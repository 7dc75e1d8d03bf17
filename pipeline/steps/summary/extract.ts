import { beginsWithHeadline } from '../../rules/headline.ts'
import { bearingOn, viewIssue } from '../../rules/issue-view.ts'
import { leansBack } from '../../rules/leans-back.ts'
import { lineSpan } from '../../rules/line-span.ts'
import { mainClause, openingClause } from '../../rules/main-clause.ts'
import { isContentWord, termOf } from '../../rules/terms.ts'
import type { StepInput } from '../../schema/contracts.ts'
import type { Reading } from '../../schema/reading.ts'
import type { Span } from '../../schema/span.ts'
import { wordsOf } from '../../text/words.ts'
import { salientIssue } from '../actors/resolve.ts'
import { countsFor, MAX_HEADLINE_WORDS } from './counts.ts'
import type { SummaryWire, WireLine } from './wire.ts'

const MIN_HEADLINE_WORDS = 4
const MAX_CANDIDATES = 200

/**
 * A summary of sentences of the article, word for word: the most central ones that do not say the same again, in text order.
 * The key points add to the brief: what the other actors say and do, and what is at stake.
 */
export function extractSummary(input: StepInput): SummaryWire {
  const { reading, recipe } = input
  const counts = countsFor(recipe.length)
  const candidates = candidatesOf(input)
  const brief = choose(candidates, [], counts.brief, briefMerit)
  const keyPoints = choose(candidates, brief, counts.keyPoints, pointMerit)
  return {
    headline: headlineOf(input),
    brief: linesOf(reading, brief),
    keyPoints: linesOf(reading, keyPoints),
  }
}

type Candidate = {
  sentence: number
  span: Span
  terms: ReadonlySet<string>
  words: number
  salience: number
  /** Indexes of the actors that it names. */
  actors: ReadonlySet<number>
  /** It tells what somebody holds or says. */
  isReaction: boolean
  /** 0..1: how clearly it tells a position on the main issue. */
  stance: number
  /** It cannot be understood without the sentence before it. */
  leansOn: boolean
}

function candidatesOf(input: StepInput): Candidate[] {
  const { reading } = input
  const stances = stancesBySentence(input)
  const { sentences, salience, article } = reading
  const said = new Set(reading.attributions.map(({ sentence }) => sentence))
  for (const { sentence, holder } of reading.cues) if (holder !== undefined) said.add(sentence)
  const actors = actorsBySentence(reading)
  const body = beginsWithHeadline(reading) ? sentences.slice(1) : sentences
  const best = [...body].sort((a, b) => (salience[b.index] ?? 0) - (salience[a.index] ?? 0)).slice(0, MAX_CANDIDATES)
  return best.flatMap((sentence) => {
    const { index } = sentence
    const span = lineSpan(article.text, sentence)
    const words = wordsOf(article.text.slice(span.start, span.end))
    const terms = new Set(words.flatMap(({ text }) => (isContentWord(text) ? [termOf(text)] : [])))
    if (terms.size < 3) return []
    return {
      sentence: index,
      span,
      terms,
      words: words.length,
      salience: salience[index] ?? 0,
      actors: actors.get(index) ?? NO_ACTORS,
      isReaction: said.has(index),
      stance: stances.get(index) ?? 0,
      leansOn: leansBack(article.text, span.start),
    }
  })
}

function stancesBySentence({ reading, cast }: StepInput): Map<number, number> {
  const found = new Map<number, number>()
  const issue = cast?.issues.find(({ id }) => id === cast.mainIssue)
  const [first] = issue?.evidence ?? []
  if (issue === undefined || first === undefined) return found
  const view = viewIssue(reading, { statement: issue.statement, span: first, isMain: true })
  for (const cue of reading.cues) {
    if (cue.holder === undefined || cue.sentence === view.sentence) continue
    const value = bearingOn(reading, view, cue).weight * cue.strength
    found.set(cue.sentence, Math.max(found.get(cue.sentence) ?? 0, value))
  }
  return found
}

const NO_ACTORS: ReadonlySet<number> = new Set()

function actorsBySentence({ names }: Reading): Map<number, Set<number>> {
  const found = new Map<number, Set<number>>()
  for (const { index, canAct, mentions } of names) {
    if (!canAct) continue
    for (const { sentence } of mentions) {
      const known = found.get(sentence)
      if (known) known.add(index)
      else found.set(sentence, new Set([index]))
    }
  }
  return found
}

type Merit = (candidate: Candidate, chosen: readonly Candidate[], taken: readonly Candidate[]) => number

/** The best candidate again and again, each measured against those already chosen; returned in text order. */
function choose(
  candidates: readonly Candidate[],
  taken: readonly Candidate[],
  count: number,
  merit: Merit,
): Candidate[] {
  const chosen: Candidate[] = []
  while (chosen.length < count) {
    let best: Candidate | undefined
    let top = 0
    for (const candidate of candidates) {
      if (chosen.includes(candidate) || taken.includes(candidate)) continue
      const value = merit(candidate, chosen, taken)
      if (value > top) [best, top] = [candidate, value]
    }
    if (best === undefined) break
    chosen.push(best)
  }
  return chosen.sort((a, b) => a.sentence - b.sentence)
}

const BRIEF_REDUNDANCY = 0.9
const POINT_REDUNDANCY = 0.8
const LEANING_FACTOR = 0.85

function briefMerit(candidate: Candidate, chosen: readonly Candidate[]): number {
  return candidate.salience * freshness(candidate, chosen, BRIEF_REDUNDANCY) * context(candidate, chosen)
}

function pointMerit(candidate: Candidate, chosen: readonly Candidate[], taken: readonly Candidate[]): number {
  const shown = [...taken, ...chosen]
  const news = [...candidate.actors].some((actor) => !shown.some(({ actors }) => actors.has(actor)))
  const merit =
    Math.sqrt(candidate.salience) * (1 + (candidate.isReaction ? 0.2 : 0) + (news ? 0.3 : 0) + candidate.stance)
  return merit * freshness(candidate, shown, POINT_REDUNDANCY) * context(candidate, shown)
}

/** A sentence that leans on the one before it reads well only after that. */
function context({ sentence, leansOn }: Candidate, shown: readonly Candidate[]): number {
  return !leansOn || shown.some((other) => other.sentence === sentence - 1) ? 1 : LEANING_FACTOR
}

const SAME = 0.75

/** What is left of a merit beside what was already chosen: nothing for the same told again. */
function freshness(candidate: Candidate, others: readonly Candidate[], redundancy: number): number {
  const shared = likeness(candidate, others)
  return shared > SAME ? 0 : 1 - redundancy * shared
}

/** The largest share of terms that a candidate has in common with one of the others. */
function likeness({ terms }: Candidate, others: readonly Candidate[]): number {
  let most = 0
  for (const other of others) {
    let shared = 0
    for (const term of terms) if (other.terms.has(term)) shared += 1
    most = Math.max(most, shared / Math.max(1, Math.min(terms.size, other.terms.size)))
  }
  return most
}

function linesOf({ article }: Reading, chosen: readonly Candidate[]): WireLine[] {
  return chosen.map(({ sentence, span }) => ({
    sentences: [sentence + 1],
    text: article.text.slice(span.start, span.end),
  }))
}

/** The sentence of the main issue, or the clause that opens it, where that is short enough and stands alone. */
/** The headline that stands in the text, where one does. */
function ownHeadline(reading: Reading): WireLine | undefined {
  const [first] = reading.sentences
  if (first === undefined || !beginsWithHeadline(reading)) return undefined
  const text = reading.article.text.slice(first.start, first.end)
  return wordsOf(text).length <= MAX_HEADLINE_WORDS ? { sentences: [1], text } : undefined
}

function headlineOf({ reading, cast }: StepInput): WireLine | null {
  const { article, attributions, sentences } = reading
  const own = ownHeadline(reading)
  if (own) return own
  const issue = cast?.issues.find(({ id }) => id === cast.mainIssue)?.evidence[0] ?? salientIssue(reading).evidence[0]
  const sentence = issue && sentences[issue.sentence]
  if (sentence === undefined || leansBack(article.text, lineSpan(article.text, sentence).start)) return null
  const clause = mainClause(
    article.text,
    sentence,
    attributions.filter(({ sentence: at }) => at === sentence.index),
  )
  const span = openingClause(article.text, clause, { minWords: MIN_HEADLINE_WORDS, maxWords: MAX_HEADLINE_WORDS })
  const tells = attributions.some(
    ({ cue, content }) => span && cue && cue.start >= span.start && cue.end <= span.end && content.start >= span.end,
  )
  return span && !tells ? { sentences: [sentence.index + 1], text: article.text.slice(span.start, span.end) } : null
}
