import { rouge } from '../../../evals/metrics/rouge.ts'
import { bareAnalysis } from '../../../evals/systems/bare-analysis.ts'
import type { Actor, Analysis, Issue, Line, Reaction, Stance } from '../../../pipeline/schema/analysis.ts'
import type { Reading } from '../../../pipeline/schema/reading.ts'
import { type Evidence, evidenceOf, type Quotation, type Span } from '../../../pipeline/schema/span.ts'
import { segment } from '../../../pipeline/text/segment.ts'
import type { Claims, Passage } from './claims.ts'
import { noCounters, type RivalCounters } from './counters.ts'
import { claimsOfDocetl } from './docetl-claims.ts'
import { type Nearest, polarityOf, reactionKindOf, stanceLabelOf } from './labels.ts'
import { claimsOfLangextract } from './langextract-claims.ts'
import { placePassage } from './place-passage.ts'
import { type RivalCast, rivalCast } from './rival-cast.ts'

export type Rival = 'docetl' | 'langextract'

export type Mapped = { analysis: Analysis; counters: RivalCounters }

/**
 * A rival's raw output for an article as an analysis that our metrics can score, read as well-meaning as can be: what it said counts
 * also where its words are not in the article. Such evidence is replaced by a place where the actor is named, and counted.
 */
export function mapRival(rival: Rival, raw: unknown, reading: Reading): Mapped {
  const claims = rival === 'docetl' ? claimsOfDocetl(raw) : claimsOfLangextract(raw, reading.article.text)
  const counters = { ...noCounters(), articles: 1, lost: Number(isNothing(claims)) }
  const cast = rivalCast(claims, reading, counters)
  const mapping = { reading, cast, counters }
  const bare = bareAnalysis(reading, rival)
  const reactions = reactionsOf(claims, mapping)
  const stances = stancesOf(claims, mapping)
  const issue = issueOf(claims, mapping)
  const analysis: Analysis = {
    ...bare,
    actors: cast.actors,
    issues: issue ? [issue] : bare.issues,
    stances,
    reactions,
    summary: {
      brief: linesOf(claims.summary, 'b', reading),
      keyPoints: claims.keyPoints.flatMap(asKeyPoints(reading)),
    },
    defects: counters.lost ? [failed('actors'), failed('summary')] : [],
  }
  return { analysis, counters }
}

function isNothing({ actors, stances, reactions, summary, keyPoints }: Claims): boolean {
  return summary === '' && [actors, stances, reactions, keyPoints].every((part) => part.length === 0)
}

function failed(step: 'actors' | 'summary'): Analysis['defects'][number] {
  return { step, kind: 'part-failed', detail: 'the rival gave nothing that can be used' }
}

type Mapping = { reading: Reading; cast: RivalCast; counters: RivalCounters }

function issueOf({ issue }: Claims, { reading }: Mapping): Issue | undefined {
  if (issue === undefined || issue.statement === '') return undefined
  const placed = issue.passage && placePassage(issue.passage, reading)
  const evidence = placed ? evidencesOf(placed.spans, reading) : [mostAlike(issue.statement, reading)]
  return { id: 'i1', statement: issue.statement, evidence }
}

/** One for each actor towards the main issue: what the rival said first, and `unstated` where it said nothing. */
function stancesOf({ stances }: Claims, { reading, cast, counters }: Mapping): Stance[] {
  const said = new Map<string, Omit<Stance, 'id'>>()
  for (const { actor: name, label: written, passage } of stances) {
    const label = counted(stanceLabelOf(written), counters)
    const actor = cast.find(name)
    const evidence = evidenceFor(passage, actor, { reading, counters })
    if (said.has(actor.id)) continue
    const isStated = label !== 'unstated'
    counters.stancesWithoutEvidence += Number(isStated && passage === undefined)
    said.set(actor.id, {
      actor: actor.id,
      target: 'i1',
      label,
      ...(isStated && { voice: 'self' }),
      evidence: isStated ? evidence : [],
    })
  }
  return cast.actors.map(({ id: actor }, index): Stance => {
    const stance = said.get(actor) ?? { actor, target: 'i1', label: 'unstated', evidence: [] }
    return { id: `s${index + 1}`, ...stance }
  })
}

function reactionsOf({ reactions }: Claims, { reading, cast, counters }: Mapping): Reaction[] {
  return reactions.map(({ speaker, kind, polarity, quote, passage }, index) => {
    const actor = cast.find(speaker)
    const quoted = quotationOf({ quote, passage }, reading, counters)
    const own = passage === undefined ? [] : evidenceFor(passage, undefined, { reading, counters })
    const around = quoted ? [sentenceAround(quoted, reading)] : []
    const evidence = own.length > 0 ? own : around
    return {
      id: `r${index + 1}`,
      actor: actor.id,
      kind: counted(reactionKindOf(kind), counters),
      polarity: counted(polarityOf(polarity), counters),
      target: 'i1',
      content: passage?.text || quote?.text || kind || 'reaction',
      ...(quoted && { quote: quoted }),
      evidence: evidence.length > 0 ? evidence : [fallback(actor, reading)],
    }
  })
}

/** The words that are quoted: those named as the quote, else those of the passage that stand between quotation marks. */
function quotationOf(
  { quote, passage }: { quote?: Passage; passage?: Passage },
  reading: Reading,
  counters: RivalCounters,
): Reaction['quote'] {
  const placed = placedIn(quote ?? passage, reading)
  const [first] = placed?.spans ?? []
  const inside = first && quotationAt(first, reading)
  if (quote === undefined && inside === undefined) return undefined
  counters.quotes += 1
  counters.quotesNotVerbatim += Number(placed?.how !== 'verbatim')
  if (first === undefined) return undefined
  const { start, end } = inside ? within(first, inside) : first
  return { index: inside?.index ?? 0, start, end, text: reading.article.text.slice(start, end) }
}

function placedIn(passage: Passage | undefined, reading: Reading) {
  return passage && placePassage(passage, reading)
}

function quotationAt(span: Span, { quotations }: Reading): Quotation | undefined {
  return quotations.find(({ start, end }) => start < span.end && end > span.start)
}

function within(span: Span, { start, end }: Span): Span {
  return { start: Math.max(span.start, start), end: Math.min(span.end, end) }
}

/** The passage as evidence; one that the article does not have is a place where the actor is named. */
function evidenceFor(
  passage: Passage | undefined,
  actor: Actor | undefined,
  { reading, counters }: Pick<Mapping, 'reading' | 'counters'>,
): Evidence[] {
  const placed = placedIn(passage, reading)
  if (passage !== undefined) {
    counters.evidence += 1
    counters.evidenceNotVerbatim += Number(placed?.how !== 'verbatim')
    counters.evidencePlacedByRival += Number(placed?.how === 'by rival')
  }
  if (placed) return evidencesOf(placed.spans, reading)
  return actor ? [fallback(actor, reading)] : []
}

function fallback({ mentions }: Actor, reading: Reading): Evidence {
  return mentions[0] ?? mostAlike('', reading)
}

function evidencesOf(spans: readonly Span[], { article, sentences }: Reading): Evidence[] {
  return spans.map((span) => evidenceOf(article.text, sentences, span))
}

function sentenceAround({ start }: Span, { article, sentences }: Reading): Evidence {
  const sentence = sentences.findLast((each) => each.start <= start) ?? { start: 0, end: article.text.length }
  return evidenceOf(article.text, sentences, sentence)
}

function counted<Label>({ label, isListed }: Nearest<Label>, counters: RivalCounters): Label {
  counters.labels += 1
  counters.labelsOutsideList += Number(!isListed)
  return label
}

/** A text as lines. The rivals cite nothing for them: the sentence that is most alike stands as evidence, and no metric reads it. */
function linesOf(text: string, prefix: string, reading: Reading): Line[] {
  return segment(text, reading.language).map(({ start, end }, index) => {
    const line = text.slice(start, end)
    return { id: `${prefix}${index + 1}`, text: line, evidence: [mostAlike(line, reading)] }
  })
}

function asKeyPoints(reading: Reading) {
  return (text: string, index: number): Line[] =>
    text === '' ? [] : [{ id: `k${index + 1}`, text, evidence: [mostAlike(text, reading)] }]
}

function mostAlike(text: string, { article, sentences }: Reading): Evidence {
  let best = { likeness: -1, span: { start: 0, end: article.text.length } as Span }
  for (const { start, end } of sentences) {
    const likeness = rouge('rouge1', text, article.text.slice(start, end))
    if (likeness > best.likeness) best = { likeness, span: { start, end } }
  }
  return evidenceOf(article.text, sentences, best.span)
}
