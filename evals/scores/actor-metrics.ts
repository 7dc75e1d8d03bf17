import { f1, type Metric, share } from '../metrics/metric.ts'
import type { Scored } from './aligned.ts'

const counts = ({ gold, analysis, idOf }: Scored) => ({
  right: gold.actors.filter(({ id }) => idOf.has(id)).length,
  predicted: analysis.actors.filter(({ given }) => given !== true).length,
  gold: gold.actors.length,
})

export const actorMetrics: readonly Metric<Scored>[] = [
  f1({
    name: 'actor-f1',
    title: 'Actor F1',
    source: 'optimal assignment over names and aliases (Hungarian algorithm)',
    count: (scored) => {
      const { right, predicted, gold } = counts(scored)
      return [right, predicted, gold]
    },
  }),
  share({
    name: 'actor-recall',
    title: 'Actor recall',
    description: 'gold actors that the system found',
    source: 'the same assignment',
    count: (scored) => [counts(scored).right, counts(scored).gold],
  }),
  share({
    name: 'actor-precision',
    title: 'Actor precision',
    description: 'actors of the system that gold has too',
    source: 'the same assignment',
    count: (scored) => [counts(scored).right, counts(scored).predicted],
  }),
  share({
    name: 'actor-kind',
    title: 'Actor kind accuracy',
    description: 'person, organization, group and so on, of the found actors',
    source: 'over the found ones',
    count: ({ gold, analysis, idOf }) => {
      const found = gold.actors.flatMap(({ id, kind }) => {
        const actor = analysis.actors.find((one) => one.id === idOf.get(id))
        return actor === undefined ? [] : [actor.kind === kind]
      })
      return [found.filter(Boolean).length, found.length]
    },
  }),
]
