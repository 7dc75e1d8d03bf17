import {
  ActorKind,
  Polarity,
  type ReactionKind,
  ReactionKind as ReactionKinds,
  StanceLabel,
} from '../../../pipeline/schema/analysis.ts'

/** A label of ours for what a rival wrote; `isListed` is false where it wrote something else, which is then read generously. */
export type Nearest<Label> = { label: Label; isListed: boolean }

/** Beginnings of words, in the order in which they are tried. */
type Hints<Label> = readonly (readonly [RegExp, Label])[]

const ACTOR_HINTS: Hints<ActorKind> = [
  [/\b(?:person|people|individual|human|man|woman)/, 'person'],
  [
    /\b(?:organi[sz]|compan|corporat|part(?:y|ies)|agenc|government|institution|union|court|firm|council)/,
    'organization',
  ],
  [/\b(?:countr|nation|state|city|town|region)/, 'country'],
  [/\b(?:group|communit|residents|workers)/, 'group'],
]

const STANCE_HINTS: Hints<StanceLabel> = [
  [/\b(?:mix|ambivalen|both|condition|partial)/, 'mixed'],
  [/\b(?:unstated|unclear|unknown|none|not stated|not mentioned)/, 'unstated'],
  [/\b(?:oppos|against|negativ|critic|reject|con\b|disagree)/, 'oppose'],
  [/\b(?:support|favou?r|for\b|positiv|pro\b|agree|approv)/, 'support'],
  [/\b(?:neutral|no side|impartial)/, 'neutral'],
]

const REACTION_HINTS: Hints<ReactionKind> = [
  [/\b(?:prais|welcom|thank|honou?r)/, 'praise'],
  [/\b(?:support|agree|back|promis|approv|endors)/, 'support'],
  [/\b(?:concern|worr|warn|fear)/, 'concern'],
  [/\b(?:reject|refus|oppos|contest)/, 'rejection'],
  [/\b(?:critic|blam|accus|condemn|mock|sarcas)/, 'criticism'],
  [/\b(?:threat)/, 'threat'],
  [/\b(?:appeal|call|ask|demand|urg|request)/, 'appeal'],
  [/\b(?:den(?:y|ies|ied|ial))/, 'denial'],
  [/\b(?:measure|action|deed|su(?:e|it)|strike|clos|sign|recall)/, 'measure'],
]

const POLARITY_HINTS: Hints<Polarity> = [
  [/\b(?:pos|favou?r|support|good)/, 'positive'],
  [/\b(?:neg|critic|oppos|bad)/, 'negative'],
]

export const actorKindOf = (said: string) =>
  nearest(said, ActorKind.options, { hints: ACTOR_HINTS, otherwise: 'other' })
export const stanceLabelOf = (said: string) =>
  nearest(said, StanceLabel.options, { hints: STANCE_HINTS, otherwise: 'unstated' })
export const reactionKindOf = (said: string) =>
  nearest(said, ReactionKinds.options, { hints: REACTION_HINTS, otherwise: 'other' })
export const polarityOf = (said: string) =>
  nearest(said, Polarity.options, { hints: POLARITY_HINTS, otherwise: 'neutral' })

function nearest<Label extends string>(
  said: string,
  options: readonly Label[],
  { hints, otherwise }: { hints: Hints<Label>; otherwise: Label },
): Nearest<Label> {
  const folded = said.slice(0, 100).toLowerCase().trim()
  const listed = options.find((option) => option === folded)
  if (listed !== undefined) return { label: listed, isListed: true }
  return { label: hints.find(([hint]) => hint.test(folded))?.[1] ?? otherwise, isListed: false }
}
