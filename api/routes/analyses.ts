import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Result } from '../../pipeline/schema/analysis.ts'
import { StandpointError } from '../../pipeline/schema/errors.ts'
import type { RequestRow } from '../../pipeline/schema/request-contract.ts'
import { goneSignal } from '../gone.ts'
import type { House, RouteHouse } from '../house.ts'
import { keyIdOf } from '../key-of.ts'
import { AnalysisRequest, IdParam, Problem, RequestPage, RequestQuery, Submission } from '../shapes.ts'
import { submit } from '../submit.ts'
import { requestView } from '../views.ts'
import { secondsToWait, settledWithin } from '../wait.ts'

const tags = ['analyses']
const SubmitHeaders = z.object({
  'idempotency-key': z
    .string()
    .min(1)
    .max(255)
    .optional()
    .describe('The same key with the same body gives the same answer, however often it is sent'),
  prefer: z.string().max(200).optional().describe('`wait=30` waits so many seconds (60 at most) for the result'),
})

/** Submit an article, and see, end or delete what became of it. */
export function analysisRoutes(house: RouteHouse): FastifyPluginAsyncZod {
  const { store } = house.runtime
  return async (app) => {
    app.post(
      '/v1/analyses',
      {
        config: { access: 'submit' },
        schema: {
          tags,
          operationId: 'submit',
          summary: 'Submit an article',
          description:
            'Accepts one article as text, HTML, ninjs or a web address. Once it is accepted it is analysed, whatever happens to this server.',
          headers: SubmitHeaders,
          body: Submission,
          response: {
            200: AnalysisRequest.describe('It was settled already, or within the time of `Prefer: wait`'),
            202: AnalysisRequest.describe('Accepted; `location` names where to look'),
            default: Problem,
          },
        },
      },
      async (request, reply) => {
        const { id, task, kind } = await submit(house, request.body, {
          keyId: keyIdOf(request),
          idempotencyKey: request.headers['idempotency-key'],
        })
        if (kind === 'replayed') reply.header('idempotency-replayed', 'true')
        const seconds = secondsToWait(request.headers.prefer)
        if (seconds > 0) {
          reply.header('preference-applied', `wait=${seconds}`)
          await settledWithin(house, { id, task, seconds, signal: goneSignal(reply) })
        }
        const row = found(await store.request(id))
        const isSettled = SETTLED.has(row.state)
        reply.code(isSettled ? 200 : 202).header('location', `/v1/analyses/${id}`)
        if (!isSettled) reply.header('retry-after', '1')
        return viewOf(row, house, { withResult: seconds > 0 })
      },
    )

    app.get(
      '/v1/analyses',
      {
        config: { access: 'read' },
        schema: {
          tags,
          operationId: 'listAnalyses',
          summary: 'List what was submitted, the newest first',
          querystring: RequestQuery,
          response: { 200: RequestPage, default: Problem },
        },
      },
      async ({ query }) => {
        const { limit = 50, after, article, from, to, ...filter } = query
        const rows = await store.requests({
          ...filter,
          before: after,
          articleId: article,
          from: from === undefined ? undefined : new Date(from),
          to: to === undefined ? undefined : new Date(to),
          limit: limit + 1,
        })
        const items = rows.slice(0, limit).map(requestView)
        return { items, next: rows.length > limit ? items.at(-1)?.id : undefined }
      },
    )

    app.get(
      '/v1/analyses/:id',
      {
        config: { access: 'read' },
        schema: {
          tags,
          operationId: 'getAnalysis',
          summary: 'What became of a submission',
          params: IdParam,
          querystring: z.strictObject({ include: z.literal('result').optional() }),
          response: { 200: AnalysisRequest, default: Problem },
        },
      },
      async ({ params, query }) =>
        viewOf(found(await store.request(params.id)), house, { withResult: query.include === 'result' }),
    )

    app.get(
      '/v1/analyses/:id/result',
      {
        config: { access: 'read' },
        schema: {
          tags,
          operationId: 'getResult',
          summary: 'The article with its analysis',
          description:
            'The same shape as a line of a results file. Every line of it names the words of the article that support it.',
          params: IdParam,
          response: { 200: Result, default: Problem },
        },
      },
      async ({ params }) => {
        const row = found(await store.request(params.id))
        const result = await store.resultOf(params.id)
        if (result === undefined) throw notDone(row)
        return { ...result.article, analysis: result.analysis }
      },
    )

    app.post(
      '/v1/analyses/:id/cancel',
      {
        config: { access: 'submit' },
        schema: {
          tags,
          operationId: 'cancel',
          summary: 'End a request that is not done',
          description: 'The work goes on where somebody else asked for the same. What is done stays done.',
          params: IdParam,
          response: { 200: AnalysisRequest, default: Problem },
        },
      },
      async ({ params }) => {
        const before = found(await store.request(params.id))
        if (!(await store.cancel(params.id)) && before.state !== 'cancelled') throw ended(before)
        return requestView(found(await store.request(params.id)))
      },
    )

    app.post(
      '/v1/analyses/:id/retry',
      {
        config: { access: 'submit' },
        schema: {
          tags,
          operationId: 'retry',
          summary: 'Try a failed or cancelled request anew',
          description: 'Answers of models that were paid for are used again.',
          params: IdParam,
          response: { 202: AnalysisRequest, default: Problem },
        },
      },
      async ({ params }, reply) => {
        const before = found(await store.request(params.id))
        if (!(await store.retryRequest(params.id))) throw ended(before)
        house.runtime.wake()
        return reply.code(202).send(requestView(found(await store.request(params.id))))
      },
    )

    app.delete(
      '/v1/analyses/:id',
      {
        config: { access: 'submit' },
        schema: {
          tags,
          operationId: 'deleteAnalysis',
          summary: 'Delete a submission with its article',
          description:
            'Everything that was derived from the text goes with it, answers of models included, where no other submission or batch has the same text.',
          params: IdParam,
          response: { 204: z.null().describe('It is gone'), default: Problem },
        },
      },
      async ({ params }, reply) => {
        if (!(await store.deleteRequest(params.id))) found(undefined)
        return noContent(reply)
      },
    )
  }
}

const SETTLED: ReadonlySet<RequestRow['state']> = new Set(['done', 'failed', 'cancelled'])

async function viewOf(row: RequestRow, { runtime }: House, { withResult }: { withResult: boolean }) {
  const result = withResult && row.state === 'done' ? await runtime.store.resultOf(row.id) : undefined
  return { ...requestView(row), ...(result && { result: { ...result.article, analysis: result.analysis } }) }
}

export function noContent(reply: FastifyReply) {
  return reply.code(204).send(null)
}

export function found<T>(thing: T | undefined): T {
  if (thing !== undefined) return thing
  throw new StandpointError('NOT_FOUND', 'There is nothing of this id', {
    fix: 'Check the id. What it named may have been deleted.',
  })
}

function ended(row: RequestRow): StandpointError {
  return new StandpointError('CONFLICT', `The request is ${row.state}`, {
    where: row.id,
    fix: 'What is queued or running can be cancelled; what failed or was cancelled can be tried anew.',
  })
}

function notDone(row: RequestRow): StandpointError {
  return new StandpointError('NOT_DONE', `There is no result: the request is ${row.state}`, {
    where: row.id,
    fix: SETTLED.has(row.state)
      ? 'There will be none, unless it is tried anew with POST …/retry.'
      : 'Come again, listen to …/events, or submit with `Prefer: wait=30`.',
  })
}
