import { Readable } from 'node:stream'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { goneSignal } from '../gone.ts'
import type { RouteHouse } from '../house.ts'
import { IdParam, Problem, StepProgress } from '../shapes.ts'
import { requestView } from '../views.ts'
import { lookAgainMs } from '../wait.ts'
import { found } from './analyses.ts'

/** A comment as often keeps proxies from closing a quiet connection. */
const QUIET_MS = 15_000
const MOST_HOURS_MS = 3_600_000

/** What happens to a submission, as it happens. */
export function eventRoutes(house: RouteHouse): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/v1/analyses/:id/events',
      {
        config: { access: 'read' },
        schema: {
          tags: ['analyses'],
          operationId: 'watch',
          summary: 'Watch a submission as it is analysed (server-sent events)',
          description:
            '`event: step` tells what is asked and answered (shape StepProgress), `event: state` what state it is in (shape AnalysisRequest). After a final state the stream ends. Send the id of the last event as `Last-Event-ID` to go on from there. Steps are told in the editorial lane.',
          params: IdParam,
          headers: z.object({ 'last-event-id': z.string().max(30).optional() }),
          response: {
            200: z.unknown().meta({ type: 'string', description: 'Events', 'x-media': 'text/event-stream' }),
            default: Problem,
          },
        },
      },
      async (request, reply) => {
        found(await house.runtime.store.request(request.params.id))
        const after = Number(/^\d{1,15}$/.exec(request.headers['last-event-id'] ?? '')?.[0] ?? 0)
        return reply
          .header('content-type', 'text/event-stream; charset=utf-8')
          .header('cache-control', 'no-store')
          .header('x-accel-buffering', 'no')
          .send(Readable.from(eventsOf(house, { id: request.params.id, after, signal: goneSignal(reply) })))
      },
    )
  }
}

async function* eventsOf(
  house: RouteHouse,
  { id, after, signal }: { id: string; after: number; signal: AbortSignal },
): AsyncGenerator<string> {
  const { store } = house.runtime
  const end = performance.now() + MOST_HOURS_MS
  let task: number | undefined
  let told: string | undefined
  let quietSince = performance.now()
  yield 'retry: 1000\n\n'
  while (!signal.aborted && performance.now() < end) {
    // Before the store is asked, so that nothing is missed in between; the first time nobody knows yet what to wait for.
    const change = task === undefined ? undefined : house.runtime.nextChange(task, { ms: lookAgainMs(house), signal })
    const row = await store.request(id)
    if (row === undefined) return
    task = row.task
    const noted = await store.events(row.task, after)
    for (const { id: number, event } of noted) {
      after = number
      yield `id: ${number}\nevent: step\ndata: ${JSON.stringify(StepProgress.parse(event))}\n\n`
    }
    if (row.state !== told) yield `event: state\ndata: ${JSON.stringify(requestView(row))}\n\n`
    if (row.state !== told || noted.length > 0) quietSince = performance.now()
    told = row.state
    if (row.state === 'done' || row.state === 'failed' || row.state === 'cancelled') return
    if (performance.now() - quietSince > QUIET_MS) {
      yield ': still here\n\n'
      quietSince = performance.now()
    }
    await change
  }
}
