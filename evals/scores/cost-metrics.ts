import { type Metric, mean } from '../metrics/metric.ts'
import type { Scored } from './aligned.ts'

export const costMetrics: readonly Metric<Scored>[] = [
  mean({
    name: 'cost-usd',
    title: 'Cost of an article, US dollars',
    better: 'lower',
    unit: 'usd',
    source: 'billed tokens and STANDPOINT_PRICES; absent without prices, nothing where no model was asked',
    value: ({ analysis: { usage } }) => (usage.calls === 0 ? 0 : usage.costUsd),
  }),
  mean({
    name: 'calls',
    title: 'Calls of a model for an article',
    better: 'lower',
    unit: 'number',
    source: 'counted',
    value: ({ analysis }) => analysis.usage.calls,
  }),
  mean({
    name: 'tokens-in',
    title: 'Tokens in for an article',
    better: 'lower',
    unit: 'number',
    source: 'as the server counts',
    value: ({ analysis }) => analysis.usage.tokensIn,
  }),
  mean({
    name: 'seconds',
    title: 'Seconds for an article',
    better: 'lower',
    unit: 'seconds',
    source: 'from the first question to the last step, when it was computed',
    value: ({ analysis }) => Math.max(0, ...Object.values(analysis.usage.msByStep)) / 1000,
  }),
]
