import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { z } from 'zod'

const Value = z.looseObject({
  stringValue: z.string().optional(),
  intValue: z.union([z.number(), z.string().transform(Number)]).optional(),
  boolValue: z.boolean().optional(),
  arrayValue: z.object({ values: z.array(z.object({ stringValue: z.string() })) }).optional(),
})
const Attributes = z
  .array(z.object({ key: z.string(), value: Value }))
  .transform((all) => Object.fromEntries(all.map(({ key, value }) => [key, plain(value)])))
const SPAN_KINDS = ['unset', 'internal', 'server', 'client', 'producer', 'consumer'] as const
const Span = z.object({
  name: z.string(),
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  kind: z.int().transform((kind) => SPAN_KINDS[kind]),
  attributes: Attributes,
  links: z
    .array(z.object({ traceId: z.string(), spanId: z.string() }))
    .optional()
    .transform((links) => links ?? []),
  status: z.object({ code: z.int().optional(), message: z.string().optional() }),
})
export type Span = z.infer<typeof Span>
const Export = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: Attributes }),
      scopeSpans: z.array(z.object({ scope: z.object({ name: z.string() }), spans: z.array(Span) })),
    }),
  ),
})

export type Collector = AsyncDisposable & {
  endpoint: string
  /** All that came, as it was sent. */
  bodies: string[]
  headers: Record<string, string | string[] | undefined>[]
  spans(): Span[]
}

/** A collector of OTLP over HTTP on a free port of this machine, which keeps what it is sent; or one that never answers. */
export async function startCollector({ hangs = false } = {}): Promise<Collector> {
  const bodies: string[] = []
  const headers: Collector['headers'] = []
  const server = createServer(async (request, response) => {
    if (request.url === '/v1/traces') bodies.push(await text(request))
    headers.push(request.headers)
    if (!hangs) response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  })
  const { promise, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await promise
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  return {
    endpoint: `http://127.0.0.1:${port}`,
    bodies,
    headers,
    spans: () => bodies.flatMap(spansIn),
    [Symbol.asyncDispose]: async () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

function spansIn(body: string): Span[] {
  const { resourceSpans } = Export.parse(JSON.parse(body))
  return resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans))
}

function plain({ stringValue, intValue, boolValue, arrayValue }: z.infer<typeof Value>) {
  return stringValue ?? intValue ?? boolValue ?? arrayValue?.values.map((each) => each.stringValue)
}
