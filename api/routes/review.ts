import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { correct } from '../../pipeline/review/correct.ts'
import { read } from '../../pipeline/rules/read.ts'
import type { Analysis } from '../../pipeline/schema/analysis.ts'
import type { Article } from '../../pipeline/schema/article.ts'
import type { Correction } from '../../pipeline/schema/correction.ts'
import { StandpointError } from '../../pipeline/schema/errors.ts'
import type { Review as NewVersion, ReviewEntry, Reviewed } from '../../pipeline/schema/review-contract.ts'
import type { RouteHouse } from '../house.ts'
import { FaultsError } from '../problems.ts'
import { ApprovalRequest, CorrectionsRequest, IdParam, Problem, Review, ReviewHistory } from '../shapes.ts'
import { found } from './analyses.ts'

const tags = ['review']
const IfMatch = z.object({
  'if-match': z.string().max(100).optional().describe('The `ETag` of the version that you saw; needed'),
})

/** See an analysis as editors have corrected it, correct it further, approve it. */
export function reviewRoutes({ runtime }: RouteHouse): FastifyPluginAsyncZod {
  const { store } = runtime
  const reviewOf = async (id: string): Promise<{ task: number; article: Article; reviewed: Reviewed }> => {
    const { task, state } = found(await store.request(id))
    const [result, reviewed] = await Promise.all([store.resultOf(id), store.reviewed(task)])
    if (result === undefined || reviewed === undefined) throw notDone(id, state)
    return { task, article: result.article, reviewed }
  }
  const save = async (id: string, task: number, version: NewVersion): Promise<void> => {
    const saved = await store.review(task, version)
    if (saved.kind === 'missing') found(undefined)
    else if (saved.kind === 'stale') throw stale(id, saved.version)
  }
  return async (app) => {
    app.get(
      '/v1/analyses/:id/review',
      {
        config: { access: 'read' },
        schema: {
          tags,
          operationId: 'getReview',
          summary: 'The analysis as it was corrected and approved',
          description:
            'The `ETag` of the answer is needed to correct or approve it. `…/result` gives the analysis as it was made.',
          params: IdParam,
          response: { 200: Review, default: Problem },
        },
      },
      async ({ params }, reply) => {
        const { article, reviewed } = await reviewOf(params.id)
        return reply.header('etag', tagOf(reviewed.version)).send(viewOf(article, reviewed))
      },
    )

    app.post(
      '/v1/analyses/:id/corrections',
      {
        config: { access: 'review' },
        schema: {
          tags,
          operationId: 'correct',
          summary: 'Correct labels, quotes, actors or sentences',
          description:
            'A correction names a claim by its id, a field, and the value that it should have; evidence is named by the number of a sentence, by words of the article, or by their place. Everything is held against the article again, as what a model writes is. What the article does not bear is refused with the reason (`errors`), and nothing is changed.',
          params: IdParam,
          headers: IfMatch,
          body: CorrectionsRequest,
          response: { 200: Review, default: Problem },
        },
      },
      async (request, reply) => {
        const { params, body, headers, apiKey } = request
        const { task, article, reviewed } = await reviewOf(params.id)
        refuseOther(params.id, headers['if-match'], reviewed.version)
        const analysis = corrected(article, reviewed.analysis, body.corrections, await store.history(task))
        const { corrections, author = apiKey?.name ?? 'unknown', reason } = body
        await save(params.id, task, {
          ifVersion: reviewed.version,
          kind: 'correction',
          analysis,
          corrections,
          author,
          reason,
        })
        const now = await reviewOf(params.id)
        return reply.header('etag', tagOf(now.reviewed.version)).send(viewOf(article, now.reviewed))
      },
    )

    app.post(
      '/v1/analyses/:id/approval',
      {
        config: { access: 'review' },
        schema: {
          tags,
          operationId: 'approve',
          summary: 'Approve the analysis as it stands',
          description: 'An approval covers the version that `If-Match` names, and no correction that comes after.',
          params: IdParam,
          headers: IfMatch,
          body: ApprovalRequest,
          response: { 200: Review, default: Problem },
        },
      },
      async ({ params, body, headers, apiKey }, reply) => {
        const { task, article, reviewed } = await reviewOf(params.id)
        refuseOther(params.id, headers['if-match'], reviewed.version)
        const { author = apiKey?.name ?? 'unknown', reason } = body
        const { version: ifVersion, analysis } = reviewed
        await save(params.id, task, { ifVersion, kind: 'approval', analysis, corrections: [], author, reason })
        const now = await reviewOf(params.id)
        return reply.header('etag', tagOf(now.reviewed.version)).send(viewOf(article, now.reviewed))
      },
    )

    app.get(
      '/v1/analyses/:id/history',
      {
        config: { access: 'read' },
        schema: {
          tags,
          operationId: 'getHistory',
          summary: 'Who changed what, and why',
          params: IdParam,
          response: { 200: ReviewHistory, default: Problem },
        },
      },
      async ({ params }) => {
        const { task } = found(await store.request(params.id))
        const entries = await store.history(task)
        return { items: entries.map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() })) }
      },
    )
  }
}

/** @throws StandpointError CORRECTION_REFUSED with the reason for each that the article does not bear */
function corrected(
  article: Article,
  analysis: Analysis,
  corrections: readonly Correction[],
  history: readonly ReviewEntry[],
): Analysis {
  const removed = history.flatMap((entry) =>
    entry.corrections.flatMap((each) => (each.what === 'removal' ? [each.claim] : [])),
  )
  const reading = read(article, { language: analysis.recipe.language })
  const made = correct(analysis, reading, corrections, { taken: removed })
  if (made.kind === 'corrected') return made.analysis
  throw new FaultsError('CORRECTION_REFUSED', 'The article does not bear what was to be corrected', {
    faults: made.refusals.map(({ index, claim, field, message, fix }) => ({
      pointer: `/corrections/${index}`,
      detail: [`${claim}, ${field}: ${message}`, fix].filter((each) => each !== undefined).join('. '),
    })),
    fix: 'Nothing was changed; `errors` says why for each correction.',
  })
}

function tagOf(version: number): string {
  return `"${version}"`
}

function refuseOther(id: string, sent: string | undefined, version: number): void {
  if (sent === undefined) {
    throw new StandpointError('VERSION_MISSING', 'The request does not say which version it is about', {
      where: 'If-Match',
      fix: 'Send the ETag that GET …/review gave.',
    })
  }
  const versions = sent.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  if (!versions.includes(tagOf(version)) && sent.trim() !== '*') throw stale(id, version)
}

function stale(id: string, version: number): StandpointError {
  return new StandpointError('VERSION_STALE', `Somebody else has reviewed it meanwhile: it is at version ${version}`, {
    where: id,
    fix: 'Fetch GET …/review anew, and look whether the correction is still needed.',
  })
}

function notDone(id: string, state: string): StandpointError {
  return new StandpointError('NOT_DONE', `There is no analysis to review: the request is ${state}`, {
    where: id,
    fix: 'Come again when it is done.',
  })
}

function viewOf(article: Article, { analysis, at, ...reviewed }: Reviewed): Review {
  return { ...reviewed, ...(at && { at: at.toISOString() }), result: { ...article, analysis } }
}
