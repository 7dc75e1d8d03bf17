import type { FastifyReply, FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { TaskCounts } from '../pipeline/schema/store-contract.ts'
import type { Runtime } from '../workers/runtime.ts'

export type Metrics = {
  contentType: string
  /** In the text format of Prometheus. */
  text(): Promise<string>
  answered(request: FastifyRequest, reply: FastifyReply): void
}

/** Requests, tasks, spending, and how the process does. */
export function openMetrics(runtime: Runtime): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'standpoint_http_request_seconds',
    help: 'Time from the head of a request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60],
    registers: [registry],
  })
  const counts = countsOf(runtime)
  new Gauge({
    name: 'standpoint_tasks',
    help: 'Articles by what became of them',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      for (const [state, count] of Object.entries(await counts())) this.set({ state }, count)
    },
  })
  new Gauge({
    name: 'standpoint_spent_today_usd',
    help: 'What calls of models have cost today (UTC), where they have a price',
    registers: [registry],
    async collect() {
      this.set(await runtime.store.spentToday())
    },
  })
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    answered: ({ method, routeOptions }, reply) =>
      requests.observe(
        { method, route: routeOptions.url ?? 'unknown', status: reply.statusCode },
        reply.elapsedTime / 1000,
      ),
  }
}

/** Counting a large store takes time, and Prometheus asks every few seconds. */
const COUNTED_MS = 10_000

function countsOf({ store }: Runtime): () => Promise<TaskCounts> {
  let last: { counts: Promise<TaskCounts>; at: number } | undefined
  return () => {
    if (last !== undefined && performance.now() - last.at <= COUNTED_MS) return last.counts
    const counts = store.counts()
    last = { counts, at: performance.now() }
    counts.catch(() => {
      last = undefined
    })
    return counts
  }
}
