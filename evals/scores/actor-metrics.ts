import { additive, f1, type Metric, ratio } from '../metrics/metric.ts'
import type { Scored } from './aligned.ts'

const counts = ({ gold, analysis, idOf }: Scored) => [
  gold.actors.filter(({ id }) => idOf.has(id)).length,
  analysis.actors.filter(({ given }) => given !== true).length,
  gold.actors.length,
]

export const actorMetrics: readonly Metric<Scored>[] = [
  additive({
    name: 'actor-f1',
    title: 'Actor F1',
    better: 'higher',
    unit: 'share',
    source: 'optimal assignment over names and aliases (Hungarian algorithm)',
    measure: counts,
    ofSums: ([right = 0, predicted = 0, gold = 0]) => f1(right, predicted, gold),
  }),
  additive({
    name: 'actor-recall',
    title: 'Actors found',
    better: 'higher',
    unit: 'share',
    source: 'the same assignment',
    measure: counts,
    ofSums: ([right = 0, , gold = 0]) => ratio(right, gold),
  }),
  additive({
    name: 'actor-precision',
    title: 'Found actors that are actors',
    better: 'higher',
    unit: 'share',
    source: 'the same assignment',
    measure: counts,
    ofSums: ([right = 0, predicted = 0]) => ratio(right, predicted),
  }),
  additive({
    name: 'actor-kind',
    title: 'Kind of actor right',
    better: 'higher',
    unit: 'share',
    source: 'over the found ones',
    measure: ({ gold, analysis, idOf }) => {
      const found = gold.actors.flatMap(({ id, kind }) => {
        const actor = analysis.actors.find((one) => one.id === idOf.get(id))
        return actor === undefined ? [] : [actor.kind === kind]
      })
      return [found.filter(Boolean).length, found.length]
    },
    ofSums: ([right = 0, of = 0]) => ratio(right, of),
  }),
]
