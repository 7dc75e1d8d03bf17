import type { Actor, Analysis, Reaction, Stance, StanceLabel } from '../pipeline/schema/analysis.ts'
import type { Span } from '../pipeline/schema/span.ts'

/** A line of an analysis with the words of the article that it rests on. */
export type Claim = {
  id: string
  /** What it is called beside the article. */
  name: string
  spans: readonly Span[]
  /** The words only name somebody: they support nothing. */
  isMention?: boolean
}

export const STANCE_WORDS: Readonly<Record<StanceLabel, string>> = {
  oppose: 'opposes',
  mixed: 'is split',
  neutral: 'takes no side',
  support: 'supports',
  unstated: 'is not stated',
}

/** Every line of an analysis, in the order in which it is shown. */
export function claimsOf(analysis: Analysis): Claim[] {
  const { summary, issues, stances, reactions } = analysis
  const nameOf = namesIn(analysis)
  return [
    ...(summary.headline ? [{ id: summary.headline.id, name: 'Headline', spans: summary.headline.evidence }] : []),
    ...summary.brief.map(({ id, evidence }, at) => ({ id, name: `Summary, sentence ${at + 1}`, spans: evidence })),
    ...summary.keyPoints.map(({ id, evidence }, at) => ({ id, name: `Key point ${at + 1}`, spans: evidence })),
    ...issues.map(({ id, evidence }) => ({ id, name: 'Issue', spans: evidence })),
    ...stances.map((stance) => stanceClaim(stance, analysis.actors, nameOf)),
    ...reactions.map((reaction) => reactionClaim(reaction, nameOf)),
  ]
}

/** Names of actors, and the statements of issues, by id. */
export function namesIn({ actors, issues }: Analysis): (id: string) => string {
  const names = new Map([
    ...actors.map(({ id, name }) => [id, name] as const),
    ...issues.map(({ id, statement }) => [id, statement] as const),
  ])
  return (id) => names.get(id) ?? id
}

/** Where the article does not say, the words that name the actor are all there is to show. */
function stanceClaim(stance: Stance, actors: readonly Actor[], nameOf: (id: string) => string): Claim {
  const { id, actor, label, evidence } = stance
  if (label !== 'unstated') return { id, name: `${nameOf(actor)} ${STANCE_WORDS[label]}`, spans: evidence }
  const mentions = actors.find((each) => each.id === actor)?.mentions ?? []
  return { id, name: nameOf(actor), spans: mentions, isMention: true }
}

function reactionClaim({ id, actor, quote, evidence }: Reaction, nameOf: (id: string) => string): Claim {
  return { id, name: `Reaction of ${nameOf(actor)}`, spans: quote ? [...evidence, quote] : evidence }
}
