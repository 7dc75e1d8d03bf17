import type { Metric } from '../metrics/metric.ts'
import { actorMetrics } from './actor-metrics.ts'
import type { Scored } from './aligned.ts'
import { costMetrics } from './cost-metrics.ts'
import { reactionMetrics } from './reaction-metrics.ts'
import { stanceMetrics } from './stance-metrics.ts'
import { summaryMetrics } from './summary-metrics.ts'

/** Every score of an analysis against gold, in the order of reports. */
export const goldMetrics: readonly Metric<Scored>[] = [
  ...summaryMetrics,
  ...actorMetrics,
  ...stanceMetrics,
  ...reactionMetrics,
  ...costMetrics,
]
