import type { Actor, Reaction, Stance } from '../../pipeline/schema/analysis.ts'
import type { GoldActor, GoldReaction, GoldStance } from '../gold/read-gold.ts'
import { factsHeld, type KeyFact } from '../metrics/facts.ts'
import type { Scored } from './aligned.ts'
import { decisionsOf, isReversed } from './stance-metrics.ts'
import { allText } from './summary-text.ts'

/** A thing of gold beside what the system made of it; one side is missing where there is no counterpart. */
type Pair<Gold, Ours> = { gold?: Gold; ours?: Ours; isRight: boolean }
export type ActorPair = Pair<GoldActor, Actor>
export type StancePair = { gold: GoldStance; ours?: Stance; isRight: boolean; isReversed: boolean }
export type ReactionPair = Pair<GoldReaction, Reaction> & { hasSpeaker: boolean; hasKind: boolean }

/** What is right and wrong in one article, thing by thing, as a person would want to look at it. */
export type Misses = {
  actors: ActorPair[]
  /** Towards the main issue, one for each actor of gold. */
  stances: StancePair[]
  reactions: ReactionPair[]
  facts: { fact: KeyFact; isHeld: boolean }[]
  /** How many of all these are wrong, of how many: what ranks the articles. */
  wrong: number
  of: number
}

function missesOf(scored: Scored): Misses {
  const [actors, stances, reactions] = [actorPairs(scored), stancePairs(scored), reactionPairs(scored)]
  const held = factsHeld(allText(scored.analysis), scored.gold.facts)
  const facts = scored.gold.facts.map((fact, index) => ({ fact, isHeld: held[index] === true }))
  const judged = [...actors, ...stances, ...reactions].map(({ isRight }) => isRight)
  const all = [...judged, ...facts.map(({ isHeld }) => isHeld)]
  return { actors, stances, reactions, facts, wrong: all.filter((isRight) => !isRight).length, of: all.length }
}

/** The share of what is wrong ranks, so that a long article is not bad for its length. */
export function worstFirst(cases: readonly Scored[]): { scored: Scored; misses: Misses }[] {
  const rate = ({ wrong, of }: Misses) => (of === 0 ? 0 : wrong / of)
  return cases.map((scored) => ({ scored, misses: missesOf(scored) })).sort((a, b) => rate(b.misses) - rate(a.misses))
}

function actorPairs({ gold, analysis, idOf }: Scored): ActorPair[] {
  const found = gold.actors.map((actor): ActorPair => {
    const ours = analysis.actors.find(({ id }) => id === idOf.get(actor.id))
    return { gold: actor, ours, isRight: ours !== undefined }
  })
  const taken = new Set(found.map(({ ours }) => ours?.id))
  const extra = analysis.actors.filter(({ id, given }) => given !== true && !taken.has(id))
  return [...found, ...extra.map((ours) => ({ ours, isRight: false }))]
}

function stancePairs(scored: Scored): StancePair[] {
  return decisionsOf(scored).map((decision) => {
    const { wanted, said, gold, predicted } = decision
    return { gold: wanted, ours: said, isRight: gold === predicted, isReversed: isReversed(decision) }
  })
}

function reactionPairs({ gold, analysis, idOf, reactions }: Scored): ReactionPair[] {
  const found = reactions.map(([one, ours]): ReactionPair => {
    const [hasSpeaker, hasKind] = [idOf.get(one.actor) === ours.actor, one.kind === ours.kind]
    return { gold: one, ours, hasSpeaker, hasKind, isRight: hasSpeaker && hasKind }
  })
  const [golds, others] = [new Set(reactions.map(([one]) => one)), new Set(reactions.map(([, one]) => one))]
  const alone = { isRight: false, hasSpeaker: false, hasKind: false }
  const missed = gold.reactions.filter((one) => !golds.has(one)).map((one) => ({ gold: one, ...alone }))
  const extra = analysis.reactions.filter((one) => !others.has(one)).map((ours) => ({ ours, ...alone }))
  return [...found, ...missed, ...extra]
}
