import type { Reaction, Stance } from '../../pipeline/schema/analysis.ts'
import type { Article } from '../../pipeline/schema/article.ts'
import type { Span } from '../../pipeline/schema/span.ts'
import type { Annotation } from './annotation.ts'
import type { Draft, Item } from './draft.ts'
import { findOnce, type Place } from './find-once.ts'
import { implausible } from './plausible.ts'

/** An annotation with its verbatim words as places in the text of its article. */
export type Placed = {
  hard: readonly string[]
  actors: readonly ({ id: string } & Annotation['actors'][string])[]
  issues: readonly { id: string; statement: string; evidence: Span }[]
  stances: readonly (Pick<Stance, 'label' | 'voice'> & { actor: string; target: string; evidence: readonly Span[] })[]
  reactions: readonly (Pick<Reaction, 'kind' | 'polarity'> & {
    actor: string
    target?: string
    cue?: Span
    quote?: Span
    evidence: readonly Span[]
  })[]
  summaries: readonly string[]
  facts: Annotation['facts']
}

type Options = {
  /** A second pass is compared as its annotator left it: what is well-formed and verbatim stands. */
  isAsMade?: boolean
}

/** Every passage is looked up, every key is checked; all faults are collected, those of the draft first. */
export function placeAnnotation(
  draft: Draft,
  article: Article,
  { isAsMade = false }: Options = {},
): { placed?: Placed; faults: string[] } {
  const found: Found = { text: article.text, faults: [...draft.faults, ...castFaults(draft, article.text)] }
  const issues = draft.issues.map(([id, { statement, evidence }]) => ({
    id,
    statement,
    evidence: placeOf(evidence, `issue ${id}`, found),
  }))
  const stances = draft.stances.map((stance) => placeStance(stance, draft, found))
  const reactions = draft.reactions.map((reaction) => placeReaction(reaction, draft, found))
  const { faults } = found
  if (!isAsMade) {
    const asItems = issues.map(({ id, evidence }) => ({ where: `issue ${id}`, evidence: listOf(evidence) }))
    faults.push(...implausible(draft, article, [...asItems, ...stances, ...reactions]))
  }
  if (faults.length > 0) return { faults }
  const placed = {
    hard: draft.hard,
    actors: draft.actors.map(([id, actor]) => ({ id, ...actor })),
    issues: issues.flatMap(({ evidence, ...issue }) => (evidence === undefined ? [] : [{ ...issue, evidence }])),
    stances: stances.map(({ where: _, ...stance }) => stance),
    reactions: reactions.map(({ where: _, ...reaction }) => reaction),
    summaries: draft.summaries.map(({ item }) => item),
    facts: draft.facts.map(({ item }) => item),
  }
  return { placed, faults }
}

/** The text that is looked into, and what did not stand there. */
type Found = { text: string; faults: string[] }

function castFaults({ actors, stances, hasMainStance }: Draft, text: string): string[] {
  const ofActors = actors.flatMap(([id, { name, aliases }]) => [
    ...[name, ...aliases]
      .filter((each) => !text.includes(each))
      .map((each) => `actor ${id}: "${each}" does not stand in the article`),
    ...(hasMainStance(id) ? [] : [`actor ${id}: the stance towards the main issue is missing`]),
  ])
  const pairs = stances.map(({ item: { actor, target } }) => `${actor} towards ${target}`)
  const again = pairs.filter((pair, index) => pairs.indexOf(pair) !== index)
  return [...ofActors, ...again.map((pair) => `two stances of ${pair}`)]
}

function placeStance({ number, item }: Item<Annotation['stances'][number]>, { keys }: Draft, found: Found) {
  const where = `stance ${number} (${item.actor} towards ${item.target})`
  checkKeys(item, where, { keys, found })
  return { ...item, where, evidence: item.evidence.flatMap((words) => listOf(placeOf(words, where, found))) }
}

function placeReaction({ number, item }: Item<Annotation['reactions'][number]>, { keys }: Draft, found: Found) {
  const where = `reaction ${number} (${item.actor})`
  checkKeys(item, where, { keys, found })
  const evidence = item.evidence.flatMap((words) => listOf(placeOf(words, where, found)))
  const quote = item.quote === undefined ? undefined : placeOf(item.quote, where, found, { near: evidence })
  const near = [...evidence, ...listOf(quote)]
  // Without its evidence nobody knows where to look for the word of report.
  const cue =
    item.cue === undefined || near.length === 0
      ? undefined
      : placeOf(item.cue, where, found, { near, outside: quote, asWord: true })
  return { ...item, where, evidence, quote, cue }
}

function checkKeys(
  { actor, target }: { actor: string; target?: string },
  where: string,
  { keys, found }: { keys: Draft['keys']; found: Found },
): void {
  const isTarget = target === undefined || keys.actors.has(target) || keys.issues.has(target)
  if (!keys.actors.has(actor)) found.faults.push(`${where}: there is no "${actor}" among the actors`)
  if (!isTarget) found.faults.push(`${where}: there is no "${target}" among the actors and issues`)
}

function placeOf(words: string, where: string, { text, faults }: Found, place?: Place): Span | undefined {
  const span = findOnce(words, text, place)
  if (typeof span !== 'string') return span
  faults.push(`${where}: ${span}`)
  return undefined
}

function listOf(span: Span | undefined): Span[] {
  return span === undefined ? [] : [span]
}
