import { read } from '../pipeline/rules/read.ts'
import { ReactionKind, StanceLabel } from '../pipeline/schema/analysis.ts'
import type { GoldArticle } from './gold/read-gold.ts'
import { cohenKappa, confusionOf } from './metrics/confusion.ts'
import { krippendorffAlpha } from './metrics/krippendorff.ts'
import { additive, type Counts, type Metric } from './metrics/metric.ts'
import { measureAll, type Score, scoresOf } from './scoreboard.ts'
import { actorMetrics } from './scores/actor-metrics.ts'
import { align, type Scored } from './scores/aligned.ts'
import { reactionMetrics } from './scores/reaction-metrics.ts'
import { decisionsOf, stanceMetrics } from './scores/stance-metrics.ts'
import { analysisOf } from './systems/oracle.ts'

/**
 * How far two annotations of the same articles agree: the second is scored against the first as any system would be, with
 * Krippendorff's alpha and Cohen's kappa of labels beside it. F1 is the same whichever of the two is taken for gold.
 */
export function agreementOf(twice: readonly { first: GoldArticle; second: GoldArticle }[]): Score[] {
  const cases = twice.map(({ first, second }) => {
    const reading = read(first.article)
    return align(first, reading, analysisOf(second, reading))
  })
  return scoresOf(measureAll(agreementMetrics, cases))
}

/** Labels of what both annotated: two for each thing. */
type Labels = (scored: Scored) => [string, string][]

const stanceLabels: Labels = (scored) =>
  decisionsOf(scored).flatMap(({ gold, said }) => (said === undefined ? [] : [[gold, said.label] as [string, string]]))
const kinds: Labels = ({ reactions }) => reactions.map(([a, b]) => [a.kind, b.kind])
const polarities: Labels = ({ reactions }) => reactions.map(([a, b]) => [a.polarity, b.polarity])

/** Scores that say the same of two annotations, whichever is the gold one. */
const SYMMETRIC = [
  'actor-f1',
  'actor-kind',
  'stance-direction',
  'stance-reversed',
  'stance-voice',
  'reaction-f1',
  'reaction-found-f1',
  'reaction-speaker',
  'reaction-kind',
  'reaction-polarity',
  'reaction-cue',
  'quote-f1-strict',
  'quote-f1-lenient',
]

/** In place of titles that speak of a system that is judged. */
const TITLES: Readonly<Record<string, string>> = {
  'actor-kind': 'Same kind of actor',
  'stance-direction': 'Same direction, where both take a side',
  'stance-reversed': 'Opposite stances',
  'stance-voice': 'Same voice, where the label is',
  'reaction-speaker': 'Same speaker',
  'reaction-kind': 'Same kind',
  'reaction-polarity': 'Same polarity',
  'reaction-cue': 'Same cue',
}

export const agreementMetrics: readonly Metric<Scored>[] = [
  ...agreement('stance', 'stances of actors that both have', stanceLabels, StanceLabel.options),
  ...agreement('reaction-kind', 'kinds of reactions that both have', kinds, ReactionKind.options),
  ...agreement('reaction-polarity', 'polarities of reactions that both have', polarities, [
    'positive',
    'negative',
    'neutral',
  ]),
  ...[...actorMetrics, ...stanceMetrics, ...reactionMetrics]
    .filter(({ name }) => SYMMETRIC.includes(name))
    .map((metric) => ({ ...metric, title: TITLES[metric.name] ?? metric.title })),
]

function agreement(name: string, title: string, labels: Labels, options: readonly string[]): Metric<Scored>[] {
  const common = {
    better: 'higher',
    unit: 'number',
    measure: (one: Scored) => confusionOf(options, labels(one)),
  } as const
  return [
    additive({
      ...common,
      name: `${name}-alpha`,
      title: `Krippendorff's alpha of ${title}`,
      source: 'Krippendorff 2011, nominal',
      ofSums: (counts) => krippendorffAlpha(pairsOf(counts, options)),
    }),
    additive({
      ...common,
      name: `${name}-kappa`,
      title: `Cohen's kappa of ${title}`,
      source: 'Cohen 1960',
      ofSums: cohenKappa,
    }),
  ]
}

/** A confusion matrix, taken apart again into the pairs that it counts. */
function pairsOf(counts: Counts, options: readonly string[]): [string, string][] {
  return counts.flatMap((count, cell) => {
    const pair = [options[Math.floor(cell / options.length)] ?? '', options[cell % options.length] ?? '']
    return Array.from({ length: count }, () => pair as [string, string])
  })
}
