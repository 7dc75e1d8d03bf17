import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { RouteHouse } from '../house.ts'
import { analysisRoutes } from './analyses.ts'
import { batchRoutes } from './batches.ts'
import { boardRoutes } from './board.ts'
import { documentRoutes } from './documents.ts'
import { eventRoutes } from './events.ts'
import { keyRoutes } from './keys.ts'
import { pageRoutes } from './page.ts'
import { reviewRoutes } from './review.ts'
import { searchRoutes } from './search.ts'
import { serverRoutes } from './server.ts'
import { webhookRoutes } from './webhooks.ts'

/** Every part of the API. A new one is written beside these and listed here. */
export const routes: readonly ((house: RouteHouse) => FastifyPluginAsyncZod)[] = [
  analysisRoutes,
  eventRoutes,
  batchRoutes,
  reviewRoutes,
  searchRoutes,
  webhookRoutes,
  keyRoutes,
  documentRoutes,
  pageRoutes,
  serverRoutes,
  boardRoutes,
]
