import { type Metric, share } from '../metrics/metric.ts'
import type { Scored } from './aligned.ts'
import { decisionsOf, isReversed } from './stance-metrics.ts'
import { briefText } from './summary-text.ts'

/** The same article, analysed twice under one recipe. */
export type Twice = readonly [first: Scored, second: Scored]

/** How much of an analysis is chance: what changes when the same question is asked anew (an A/A run). */
export const flipMetrics: readonly Metric<Twice>[] = [
  flip('flip-stance', 'Stances changed', (pair) => {
    const labels = bothOf(pair, (scored) => decisionsOf(scored).map(({ predicted }) => predicted))
    return labels.map(([a, b]) => a !== b)
  }),
  flip('flip-stance-reversed', 'Stances reversed', (pair) => {
    const labels = bothOf(pair, (scored) => decisionsOf(scored).map(({ predicted }) => predicted))
    return labels.map(([gold, predicted]) => isReversed({ gold, predicted }))
  }),
  flip('flip-actor', 'Actors of gold found once only, of those found', (pair) => {
    const found = bothOf(pair, ({ gold, idOf }) => gold.actors.map(({ id }) => idOf.has(id)))
    return found.filter(([a, b]) => a || b).map(([a, b]) => a !== b)
  }),
  flip('flip-reaction', 'Reactions of gold found once only, of those found', (pair) => {
    return kindsOf(pair).map(([a, b]) => (a === undefined) !== (b === undefined))
  }),
  flip('flip-reaction-kind', 'Reaction kinds changed, of those found twice', (pair) => {
    return kindsOf(pair)
      .filter(([a, b]) => a !== undefined && b !== undefined)
      .map(([a, b]) => a !== b)
  }),
  flip('flip-summary', 'Summaries changed', ([a, b]) => [briefText(a.analysis) !== briefText(b.analysis)]),
]

function flip(name: string, title: string, differs: (pair: Twice) => boolean[]): Metric<Twice> {
  return share({
    name,
    title,
    better: 'lower',
    source: 'ours: two samples of one recipe',
    count: (pair) => {
      const each = differs(pair)
      return [each.filter(Boolean).length, each.length]
    },
  })
}

/** Kinds of the gold reactions that at least one of the two found. */
function kindsOf(pair: Twice) {
  const kinds = bothOf(pair, ({ gold, reactions }) =>
    gold.reactions.map((one) => reactions.find(([wanted]) => wanted === one)?.[1].kind),
  )
  return kinds.filter(([a, b]) => a !== undefined || b !== undefined)
}

/** What both say of the same thing of gold, thing by thing. */
function bothOf<T>([first, second]: Twice, of: (scored: Scored) => T[]): [T, T][] {
  const others = of(second)
  return of(first).map((one, index) => [one, others[index] as T])
}
