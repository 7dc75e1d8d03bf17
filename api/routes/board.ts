import { createBullBoard } from '@bull-board/api'
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import { FastifyAdapter } from '@bull-board/fastify'
import { Queue } from 'bullmq'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { RouteHouse } from '../house.ts'

const PREFIX = '/admin/queues'
/** Its own styles are written into its page; its fonts, from elsewhere, are not fetched. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'"

/** bull-board for admins, to look at the queues. It changes nothing: the store decides what is to be done. */
export function boardRoutes({ runtime }: RouteHouse): FastifyPluginAsyncZod {
  return async (app) => {
    const adapter = new FastifyAdapter()
    adapter.setBasePath(PREFIX)
    const queues = (await runtime.queues()).filter((queue) => queue instanceof Queue)
    createBullBoard({
      queues: queues.map((queue) => new BullMQAdapter(queue, { readOnlyMode: true })),
      serverAdapter: adapter,
      options: { uiConfig: { boardTitle: 'Standpoint' } },
    })
    app.addHook('onSend', async (_request, reply) => {
      reply.header('content-security-policy', POLICY)
    })
    await app.register(adapter.registerPlugin(), { prefix: PREFIX })
  }
}
