import type { Actor, Polarity, Reaction, ReactionKind, Warning } from '../../schema/analysis.ts'
import type { Cast, Resolved, StepInput } from '../../schema/contracts.ts'
import type { Attribution, Reading } from '../../schema/reading.ts'
import { type Evidence, evidenceOf, type Quotation } from '../../schema/span.ts'
import { actorAt, targetAt } from '../cast-numbers.ts'
import { cite } from '../cite.ts'
import { namedTest } from '../named-test.ts'
import { chainOf, rootOf } from '../quotation-chain.ts'
import { writtenText } from '../written-text.ts'
import { candidatesIn, quotedSentences } from './candidates.ts'
import { NOBODY, type ReactionsWire, type WireReaction } from './wire.ts'

/** These kinds are for or against by their definition. */
export const POLARITY: Partial<Record<ReactionKind, Polarity>> = {
  praise: 'positive',
  support: 'positive',
  concern: 'negative',
  criticism: 'negative',
  rejection: 'negative',
  threat: 'negative',
}

const MAX_CONTENT_LENGTH = 400

/**
 * Numbers → reactions with quotations that are spans of the article. Quotations that go on with each other are one reaction.
 * The cue and, where no content was written, the content come from the attribution that the rules found.
 * A reaction of an actor, or with a quotation, that does not exist is dropped.
 */
export function resolveReactions(wire: ReactionsWire, { cast, reading, complaints }: StepInput): Resolved {
  if (cast === undefined) return { parts: { reactions: [] }, warnings: [] }
  const warnings: Warning[] = []
  const found = wire.reactions.flatMap((item) => reactionOf(item, { cast, reading, warnings }) ?? [])
  const distinct = withoutRepeats(found)
  const inOrder = complaints ? distinct : distinct.sort((a, b) => placeOf(a) - placeOf(b))
  if (complaints === undefined) warnings.push(...unanswered(wire, reading))
  return { parts: { reactions: inOrder.map((reaction, index) => ({ id: `r${index + 1}`, ...reaction })) }, warnings }
}

type Found = Omit<Reaction, 'id'>
type Context = { cast: Cast; reading: Reading; warnings: Warning[] }

function reactionOf(item: WireReaction, { cast, reading, warnings }: Context): Found | undefined {
  if (item.actor === NOBODY) return undefined
  const actor = cast.actors.find(({ id }) => id === actorAt(cast, item.actor))
  if (actor === undefined) return skip(warnings, `there is no actor ${item.actor}`)
  const root = item.quotation === null ? undefined : rootOf(reading.quotations, item.quotation - 1)
  const quotation = root === undefined ? undefined : reading.quotations[root]
  if (root !== undefined && quotation === undefined) return skip(warnings, `there is no quotation ${item.quotation}`)
  const quoted = quotation ? quotedSentences(reading, quotation.index).map((index) => index + 1) : []
  const what = `A reaction of ${actor.name}`
  const evidence = cite([...quoted, ...item.sentences], reading, { step: 'reactions', what, warnings })
  if (evidence.length === 0) return skip(warnings, 'it cites no sentence of the article')
  const attribution = attributionOf(actor, quotation, item, reading)
  const target = targetAt(cast, item.target)
  return {
    actor: actor.id,
    kind: item.kind,
    polarity: POLARITY[item.kind] ?? item.polarity,
    ...(target !== undefined && target !== actor.id && { target }),
    content: contentOf(item, { quotation, attribution, evidence, reading }),
    ...(attribution?.cue && { cue: evidenceOf(reading.article.text, reading.sentences, attribution.cue) }),
    ...(quotation && { quote: quoteOf(quotation) }),
    evidence,
  }
}

function skip(warnings: Warning[], reason: string): undefined {
  warnings.push({ code: 'ITEM_INVALID', message: `A reaction was left out: ${reason}`, step: 'reactions' })
}

function quoteOf({ index, start, end, text }: Quotation): Found['quote'] {
  return { index, start, end, text }
}

/**
 * The attribution of the quotation, or of a cited sentence, unless the rules know another speaker for it. Where a sentence has
 * several, the one whose verb tells of this kind of reaction.
 */
export function attributionOf(
  actor: Actor,
  quotation: Quotation | undefined,
  { sentences, kind }: Pick<WireReaction, 'sentences' | 'kind'>,
  reading: Reading,
): Attribution | undefined {
  const isActor = namedTest(actor, reading)
  const isOfActor = ({ speaker }: Attribution) => speaker === undefined || isActor(speaker)
  if (quotation) {
    const chain = new Set(chainOf(reading.quotations, quotation.index).map(({ index }) => index))
    return reading.attributions.find((each) => each.quotations.some((index) => chain.has(index)) && isOfActor(each))
  }
  const cited = new Set(sentences.map((number) => number - 1))
  const here = reading.attributions.filter((each) => cited.has(each.sentence) && isOfActor(each))
  const own = here.filter(({ speaker }) => speaker !== undefined)
  return own.find(({ reaction }) => reaction === kind) ?? own[0] ?? here[0]
}

type Words = {
  quotation: Quotation | undefined
  attribution: Attribution | undefined
  evidence: readonly Evidence[]
  reading: Reading
}

/** What a model wrote; else a span of the article: what was said, or the sentence. */
function contentOf({ content }: Pick<WireReaction, 'content'>, words: Words): string {
  const written = writtenText(content)
  return written === '' || written.length > MAX_CONTENT_LENGTH ? spanOf(words) : written
}

/** What was said, with the verb before it where the words alone say too little ("called it …", "accused … of"). */
function spanOf({ quotation, attribution, evidence, reading }: Words): string {
  const text = (start: number, end: number) => reading.article.text.slice(start, end).trim()
  if (quotation?.kind === 'direct' || (quotation && attribution === undefined))
    return quotation.text.replace(/[,;]$/, '')
  const { cue, content, sentence } = attribution ?? {}
  const isBefore =
    cue && content && cue.end <= content.start && cue.start >= (reading.sentences[sentence ?? 0]?.start ?? 0)
  const said = content && text(isBefore ? cue.start : content.start, content.end)
  return said || evidence[0]?.text || ''
}

/** One reaction for a quotation, and one for an actor that does the same in the same sentences. */
function withoutRepeats(reactions: readonly Found[]): Found[] {
  const byKey = new Map<string, Found>()
  for (const reaction of reactions) {
    const { quote, actor, kind, evidence } = reaction
    const key = quote ? `quotation ${quote.start}` : `${actor} ${kind} ${evidence.map(({ start }) => start).join(' ')}`
    if (!byKey.has(key)) byKey.set(key, reaction)
  }
  return [...byKey.values()]
}

function placeOf({ quote, evidence }: Found): number {
  return quote?.start ?? evidence[0]?.start ?? 0
}

const MOST_NAMED = 3

function beginningOf(text: string): string {
  const line = text.slice(0, 200).replace(/\s+/g, ' ')
  return line.length <= 60 ? line : `${line.slice(0, 59).toWellFormed()}…`
}

/** One warning for all quotations that were neither attributed nor set aside. */
function unanswered({ reactions, noReaction }: ReactionsWire, reading: Reading): Warning[] {
  const answered = new Set([...reactions.map(({ quotation }) => quotation), ...noReaction])
  const all = candidatesIn(
    reading,
    reading.sentences.map(({ index }) => index),
  )
  const open = all.filter(({ number }) => !answered.has(number))
  if (open.length === 0) return []
  const words = open
    .slice(0, MOST_NAMED)
    .map(({ number }) => `“${beginningOf(reading.quotations[number - 1]?.text ?? '')}”`)
  const message = `It was not said who spoke ${open.length} of ${all.length} quotations: ${words.join(', ')}${open.length > MOST_NAMED ? ', …' : ''}`
  return [{ code: 'UNANSWERED', message, step: 'reactions' }]
}
