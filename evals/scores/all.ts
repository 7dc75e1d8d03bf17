import type { Metric } from '../metrics/metric.ts'
import { actorMetrics } from './actor-metrics.ts'
import type { Scored } from './aligned.ts'
import { costMetrics } from './cost-metrics.ts'
import { reactionMetrics } from './reaction-metrics.ts'
import { stanceMetrics } from './stance-metrics.ts'
import { summaryMetrics } from './summary-metrics.ts'

/** Every score of an analysis against gold, by what it is about, in the order of reports. */
export const goldFamilies: readonly { title: string; metrics: readonly Metric<Scored>[] }[] = [
  { title: 'Summary', metrics: summaryMetrics },
  { title: 'Actors', metrics: actorMetrics },
  { title: 'Stances', metrics: stanceMetrics },
  { title: 'Reactions', metrics: reactionMetrics },
  { title: 'Cost', metrics: costMetrics },
]

export const goldMetrics = goldFamilies.flatMap(({ metrics }) => metrics)
