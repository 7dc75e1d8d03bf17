import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { RouteHouse } from '../house.ts'

const tags = ['server']
const Health = z.object({ status: z.enum(['ok', 'unavailable']) })

/** What supervisors and monitors ask. */
export function serverRoutes({ runtime }: RouteHouse): FastifyPluginAsyncZod {
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
  }
}
