import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { WebhookEvent } from '../pipeline/schema/webhook-contract.ts'

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
      webhooks: Object.fromEntries(WebhookEvent.options.map((event) => [event, message(event)])),
      components: { securitySchemes: { key: { type: 'http', scheme: 'bearer', bearerFormat: 'sp_…' } } },
      security: [{ key: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: (document) => withMediaTypes(withoutSpares(jsonSchemaTransformObject(document))),
  })
}

type Document = ReturnType<typeof jsonSchemaTransformObject>
const Components = z.looseObject({ schemas: z.record(z.string(), z.unknown()) })
const REF = /"\$ref":"#\/components\/schemas\/(\w+)"/g

/**
 * Every schema comes twice, as it is sent (`…Input`) and as it is answered. What nothing refers to is left out, and where the two
 * are not both needed the name is the plain one.
 */
function withoutSpares(document: Document): Document {
  const { schemas } = Components.parse('components' in document ? document.components : { schemas: {} })
  const { components: _, ...used } = 'components' in document ? document : { components: {}, ...document }
  const needed = reachable(used, schemas)
  const nameOf = (name: string) => {
    const plain = name.replace(/Input$/, '')
    const isAlike =
      JSON.stringify(schemas[plain]).replaceAll(/Input"/g, '"') ===
      JSON.stringify(schemas[name]).replaceAll(/Input"/g, '"')
    return needed.has(plain) && !isAlike ? name : plain
  }
  const kept = Object.fromEntries([...needed].sort().map((name) => [nameOf(name), schemas[name]]))
  const text = JSON.stringify({
    ...document,
    components: { ...('components' in document ? document.components : {}), schemas: kept },
  })
  const renamed: Document = JSON.parse(
    text.replaceAll(REF, (_, name: string) => `"$ref":"#/components/schemas/${nameOf(name)}"`),
  )
  return renamed
}

function reachable(from: unknown, schemas: Readonly<Record<string, unknown>>): Set<string> {
  const found = new Set<string>()
  const follow = (part: unknown) => {
    for (const [, name] of JSON.stringify(part).matchAll(REF)) {
      if (name === undefined || found.has(name)) continue
      found.add(name)
      follow(schemas[name])
    }
  }
  follow(from)
  return found
}

const Response = z.looseObject({
  description: z.string(),
  content: z
    .record(
      z.string(),
      z.object({ schema: z.looseObject({ $ref: z.string().optional(), 'x-media': z.string().optional() }) }),
    )
    .optional(),
})

/** Problems have a media type of their own, and a schema with `x-media` names its. The library knows JSON only. */
function withMediaTypes(document: Document): Document {
  const typed: Document = JSON.parse(JSON.stringify(document), (key, value) => {
    const response = key === 'responses' ? z.record(z.string(), Response).safeParse(value) : undefined
    return response?.success
      ? Object.fromEntries(Object.entries(response.data).map(([status, each]) => [status, withMediaType(each)]))
      : value
  })
  return typed
}

function withMediaType(response: z.infer<typeof Response>) {
  const schema = response.content?.['application/json']?.schema
  if (schema === undefined) return response
  if (schema.$ref?.endsWith('/Problem')) {
    return { ...response, description: 'What was wrong', content: { 'application/problem+json': { schema } } }
  }
  const { 'x-media': media = 'application/json', ...plain } = schema
  return { ...response, content: { [media]: { schema: plain } } }
}

/** What the server sends, which no route of it has. */
function message(event: WebhookEvent) {
  const schema = { $ref: '#/components/schemas/WebhookMessage' }
  return {
    post: {
      tags: ['webhooks'],
      summary: `The message ${event}`,
      description: 'Signed by the scheme of Standard Webhooks; may come twice, under one `webhook-id`.',
      parameters: ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => {
        return { name, in: 'header' as const, required: true, schema: { type: 'string' as const } }
      }),
      requestBody: { required: true, content: { 'application/json': { schema } } },
      responses: { '2XX': { description: 'It is taken. Anything else has it sent again' } },
    },
  }
}
