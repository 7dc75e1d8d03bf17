import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { SearchPage, SearchQuery } from '../../pipeline/schema/search-contract.ts'
import type { RouteHouse } from '../house.ts'
import { Problem } from '../shapes.ts'

/** Who stands where, over everything that was analysed. */
export function searchRoutes({ runtime }: RouteHouse): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/v1/search',
      {
        config: { access: 'read' },
        schema: {
          tags: ['search'],
          operationId: 'search',
          summary: 'Who supports or opposes what, and who reacted how',
          description:
            'Every row is a stance or a reaction with the words of the article that say so. All filters together narrow the search; without any it lists what was analysed last. Corrected analyses are found as they were corrected.',
          querystring: SearchQuery,
          response: { 200: SearchPage, default: Problem },
        },
      },
      ({ query }) => runtime.store.search(query),
    )
  }
}
