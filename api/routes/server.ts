import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { RouteHouse } from '../house.ts'

const tags = ['server']
const Health = z.object({ status: z.enum(['ok', 'unavailable']) })

/** What supervisors and monitors ask. */
export function serverRoutes({ runtime, metrics }: RouteHouse): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/healthz',
      {
        config: { access: 'public' },
        schema: { tags, operationId: 'health', summary: 'Whether the process lives', response: { 200: Health } },
      },
      async () => ({ status: 'ok' as const }),
    )

    app.get(
      '/readyz',
      {
        config: { access: 'public' },
        schema: {
          tags,
          operationId: 'readiness',
          summary: 'Whether it can take work: the store answers',
          response: { 200: Health, 503: Health },
        },
      },
      async (_request, reply) => {
        try {
          await runtime.store.waiting('editorial')
          return { status: 'ok' as const }
        } catch {
          return reply
            .code(503)
            .header('retry-after', '5')
            .send({ status: 'unavailable' as const })
        }
      },
    )

    app.get(
      '/metrics',
      {
        config: { access: 'read' },
        schema: {
          tags,
          operationId: 'metrics',
          summary: 'Metrics for Prometheus',
          response: {
            200: z
              .unknown()
              .meta({ type: 'string', description: 'The text format of Prometheus', 'x-media': 'text/plain' }),
          },
        },
      },
      async (_request, reply) => reply.type(metrics.contentType).send(await metrics.text()),
    )
  }
}
