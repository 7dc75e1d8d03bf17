import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { goneSignal } from '../gone.ts'
import type { RouteHouse } from '../house.ts'
import { keyIdOf } from '../key-of.ts'
import { receiveBatch } from '../receive-batch.ts'
import { Batch, BatchPage, BatchQuery, IdParam, Problem } from '../shapes.ts'
import { batchView } from '../views.ts'
import { found, noContent } from './analyses.ts'

const tags = ['batches']
const LINES = [
  'application/x-ndjson',
  'application/jsonl',
  'application/jsonlines',
  'application/gzip',
  'application/x-gzip',
]

/** Many articles at once, one a line. */
export function batchRoutes(house: RouteHouse): FastifyPluginAsyncZod {
  const { store } = house.runtime
  return async (app) => {
    takeStreams(app)
    app.post(
      '/v1/batches',
      {
        config: { access: 'submit', isStream: true },
        schema: {
          tags,
          operationId: 'submitBatch',
          summary: 'Submit many articles, one JSON object a line',
          description:
            'Each line is an article with `text`, and perhaps id, title, url, outlet, author, publishedAt and language. The upload may be gzipped and of any length; it is read as it comes. When it breaks off, nothing of it stays. Work begins with the first lines, in the archive lane.',
          consumes: LINES,
          querystring: BatchQuery,
          headers: z.object({ 'idempotency-key': z.string().min(1).max(255).optional() }),
          body: z.unknown().meta({ type: 'string', format: 'binary' }),
          response: { 200: Batch.describe('This Idempotency-Key came before'), 202: Batch, default: Problem },
        },
      },
      async (request, reply) => {
        const { id, isNew } = await receiveBatch(house, request.body, {
          keyId: keyIdOf(request),
          idempotencyKey: request.headers['idempotency-key'],
          options: request.query,
          signal: goneSignal(reply),
        })
        if (!isNew) reply.header('idempotency-replayed', 'true')
        reply.header('location', `/v1/batches/${id}`)
        return reply.code(isNew ? 202 : 200).send(batchView(found(await store.batchRequest(id))))
      },
    )

    app.get(
      '/v1/batches',
      {
        config: { access: 'read' },
        schema: {
          tags,
          operationId: 'listBatches',
          summary: 'List batches, the newest first',
          querystring: z.strictObject({
            after: IdParam.shape.id.optional(),
            limit: z.coerce.number().int().min(1).max(100).optional().describe('Default: 20'),
          }),
          response: { 200: BatchPage, default: Problem },
        },
      },
      async ({ query: { after, limit = 20 } }) => {
        const rows = await store.batchRequests({ before: after, limit: limit + 1 })
        const items = rows.slice(0, limit).map(batchView)
        return { items, next: rows.length > limit ? items.at(-1)?.id : undefined }
      },
    )

    app.get(
      '/v1/batches/:id',
      {
        config: { access: 'read' },
        schema: {
          tags,
          operationId: 'getBatch',
          summary: 'How far a batch is',
          params: IdParam,
          response: { 200: Batch, default: Problem },
        },
      },
      async ({ params }) => batchView(found(await store.batchRequest(params.id))),
    )

    app.get(
      '/v1/batches/:id/results',
      {
        config: { access: 'read' },
        schema: {
          tags,
          operationId: 'getBatchResults',
          summary: 'The results, one JSON object a line, in the order of the upload',
          description:
            'An article that was analysed is a Result; one that failed has `id` and `error`. What is not done yet is left out: `state` of the batch says whether anything is.',
          params: IdParam,
          response: {
            200: z.unknown().meta({ type: 'string', description: 'Lines of JSON', 'x-media': 'application/x-ndjson' }),
            default: Problem,
          },
        },
      },
      async ({ params }, reply) => {
        const { batch } = found(await store.batchRequest(params.id))
        return reply.type('application/x-ndjson; charset=utf-8').send(Readable.from(linesOf(house, batch)))
      },
    )

    app.post(
      '/v1/batches/:id/cancel',
      {
        config: { access: 'submit' },
        schema: {
          tags,
          operationId: 'cancelBatch',
          summary: 'End what is not done of a batch',
          params: IdParam,
          response: { 200: Batch, default: Problem },
        },
      },
      async ({ params }) => {
        found(await store.batchRequest(params.id))
        await store.cancelBatch(params.id)
        return batchView(found(await store.batchRequest(params.id)))
      },
    )

    app.delete(
      '/v1/batches/:id',
      {
        config: { access: 'submit' },
        schema: {
          tags,
          operationId: 'deleteBatch',
          summary: 'Delete a batch',
          description: 'The list goes, and what is not done is ended. Articles and analyses stay in the archive.',
          params: IdParam,
          response: { 204: z.null().describe('It is gone'), default: Problem },
        },
      },
      async ({ params }, reply) => {
        if (!(await store.deleteBatch(params.id))) found(undefined)
        return noContent(reply)
      },
    )
  }
}

/** The body is handed on as it comes. */
function takeStreams(app: FastifyInstance): void {
  app.addContentTypeParser(LINES, (_request, payload, done) => done(null, payload))
}

async function* linesOf({ runtime }: RouteHouse, batch: number): AsyncGenerator<string> {
  for await (const result of runtime.store.readBatch(batch)) {
    const line =
      result.kind === 'analysis'
        ? { ...result.article, analysis: result.analysis }
        : { id: result.id, error: result.error }
    yield `${JSON.stringify(line)}\n`
  }
}
