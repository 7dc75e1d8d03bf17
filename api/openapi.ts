import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'

/** The OpenAPI 3.1 document, made from the schemas of the routes. It is served at /openapi.json. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Standpoint',
        version: '1',
        description:
          'Send a news article; get a summary, stance labels for each actor and a list of reactions, each line pinned to the words of the article that support it. Every request but those for documents needs a key: `Authorization: Bearer sp_…`. Errors are problem details (RFC 9457) with a `code` that never changes.',
      },
      servers: [{ url: '/', description: 'this server' }],
      tags: [
        { name: 'analyses', description: 'One article at a time' },
        { name: 'batches', description: 'Many articles, one a line' },
        { name: 'review', description: 'Correct and approve what was found' },
        { name: 'search', description: 'Who stands where, over everything that was analysed' },
        { name: 'webhooks', description: 'Be told instead of asking' },
        { name: 'keys', description: 'Who may do what' },
        { name: 'server', description: 'Whether it lives, and how it does' },
      ],
      components: { securitySchemes: { key: { type: 'http', scheme: 'bearer', bearerFormat: 'sp_…' } } },
      security: [{ key: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
}
