import { z } from 'zod'
import { Result } from '../pipeline/schema/analysis.ts'
import { Article } from '../pipeline/schema/article.ts'
import { Corrections } from '../pipeline/schema/correction.ts'
import { ERROR_CODES } from '../pipeline/schema/errors.ts'
import { Length, Mode, StepName } from '../pipeline/schema/recipe.ts'
import { RequestState, Scope } from '../pipeline/schema/request-contract.ts'
import { MAX_ARTICLE_CHARACTERS } from '../pipeline/text/article.ts'

// What goes over HTTP. The OpenAPI document, and with it every client, is made from these.

const Time = z.iso.datetime().describe('ISO 8601, UTC')
/** A database holds neither NUL nor half a surrogate pair. */
const storable = z.string().refine((text) => text.isWellFormed() && !text.includes('\u0000'), {
  error: 'holds characters that no text has',
})
const short = (most: number) => storable.min(1).max(most)

export const IdParam = z.strictObject({ id: z.string().regex(/^\w{1,60}$/, { error: 'is no id' }) })

export const Problem = z
  .object({
    type: z.string().describe('Address of the explanation of `code`, relative to this server'),
    title: z.string().describe('What was wrong'),
    status: z.int().describe('The HTTP status again'),
    code: z.enum(ERROR_CODES).describe('Never changes: programs should look at this'),
    detail: z.string().optional().describe('Where it was wrong, and what to do about it'),
    instance: z.string().describe('Names this request in the log of the server'),
    errors: z
      .array(z.object({ pointer: z.string().describe('JSON Pointer into what was sent'), detail: z.string() }))
      .optional()
      .describe('Every fault of the request'),
  })
  .meta({ id: 'Problem', description: 'An error, as RFC 9457 describes problem details' })
export type Problem = z.infer<typeof Problem>

const Lane = z
  .enum(['editorial', 'archive'])
  .describe('editorial: somebody waits for it, and its steps can be watched; archive: it is done when there is room')

export const Options = z
  .strictObject({
    engine: z
      .enum(['extractive', 'openai', 'universal'])
      .optional()
      .describe('How answers are made; `extractive` asks no model. Default: a model where the server has one set'),
    model: short(200).optional().describe('One of the models that the server lets requests name'),
    mode: z
      .enum(['auto', ...Mode.options])
      .optional()
      .describe('How many questions a model is asked. Default: auto'),
    length: Length.optional().describe('Of the summary. Default: standard'),
    language: z
      .string()
      .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/, { error: 'must be a tag of BCP 47, such as es or pt-BR' })
      .optional()
      .describe('BCP 47 tag; overrules detection'),
    targets: z
      .array(short(500))
      .max(20)
      .optional()
      .describe('Propositions or actors: where does everybody in the article stand on each?'),
    actors: z
      .array(short(200))
      .max(20)
      .optional()
      .describe('Actors to ask the article about, whether it names them or not'),
    fresh: z.boolean().optional().describe('Analyse anew although the same was analysed before'),
  })
  .meta({ id: 'Options' })
export type Options = z.infer<typeof Options>

/** Named as in the article that comes back, so that an answer can be sent again. */
const ArticleFields = {
  id: short(300)
    .optional()
    .describe('Your name for it. A known id with another text is a new revision. Default: the hash of title and text'),
  title: short(2000).optional(),
  url: z
    .url()
    .max(2000)
    .optional()
    .describe('Where it stands. Without `text`, `html` and `ninjs` it is fetched from there'),
  outlet: short(300).optional(),
  author: short(500).optional(),
  publishedAt: short(60).optional().describe('ISO 8601'),
  language: short(35).optional().describe('BCP 47 tag, as the source declares it'),
}

export const Submission = z
  .strictObject({
    text: z.string().max(MAX_ARTICLE_CHARACTERS).optional().describe('The body, as plain text'),
    html: z.string().max(5_000_000).optional().describe('A whole web page: the article is found in it'),
    ninjs: z.record(z.string(), z.unknown()).optional().describe('A news item in IPTC ninjs, version 1 to 3'),
    ...ArticleFields,
    lane: Lane.optional().describe('Default: editorial'),
    options: Options.optional(),
  })
  .refine((body) => [body.text, body.html, body.ninjs].filter((each) => each !== undefined).length < 2, {
    error: 'give one of text, html and ninjs',
  })
  .refine((body) => [body.text, body.html, body.ninjs, body.url].some((each) => each !== undefined), {
    error: 'give the article as text, html or ninjs, or a url to fetch it from',
  })
  .meta({ id: 'Submission', description: 'An article with what is to be done with it' })
export type Submission = z.infer<typeof Submission>

const Failure = z.object({
  code: z.string(),
  message: z.string(),
  where: z.string().optional(),
  fix: z.string().optional(),
})

export const AnalysisRequest = z
  .object({
    id: z.string(),
    state: RequestState.describe('done, failed and cancelled are final'),
    article: Article.omit({ text: true }).extend({ revision: z.int().positive() }),
    lane: Lane,
    engine: z.string(),
    model: z.string().optional(),
    mode: z.string().optional(),
    recipe: z
      .string()
      .describe('Hash of everything beside the article that decides the analysis: equal ones are comparable'),
    sample: z.int().nonnegative().describe('0, and more where it was asked anew'),
    createdAt: Time,
    startedAt: Time.optional(),
    settledAt: Time.optional(),
    error: Failure.optional().describe('Why it failed'),
    result: Result.optional().describe(
      'Only where it was waited for (`Prefer: wait`), or asked for with `include=result`',
    ),
  })
  .meta({ id: 'AnalysisRequest', description: 'What became of a submission' })
export type AnalysisRequest = z.infer<typeof AnalysisRequest>

export const RequestPage = z
  .object({
    items: z.array(AnalysisRequest),
    next: z.string().optional().describe('For the parameter `after`, to get the next page; absent on the last'),
  })
  .meta({ id: 'RequestPage' })

export const RequestQuery = z.strictObject({
  after: IdParam.shape.id.optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(200).optional().describe('Default: 50'),
  state: RequestState.optional(),
  article: short(300).optional().describe('The id of an article'),
  outlet: short(300).optional(),
  language: short(35).optional(),
  from: z.iso.datetime({ offset: true }).optional().describe('Submitted at or after'),
  to: z.iso.datetime({ offset: true }).optional().describe('Submitted before'),
})

export const StepProgress = z
  .object({
    step: StepName,
    phase: z.enum(['asked', 'answered', 'repairing', 'settled']),
    ms: z.number().describe('Since the analysis began'),
  })
  .meta({ id: 'StepProgress' })

export const BatchQuery = z.strictObject({
  engine: Options.shape.engine,
  model: Options.shape.model,
  mode: Options.shape.mode,
  length: Options.shape.length,
  language: Options.shape.language,
  target: z
    .union([short(500), z.array(short(500)).max(20)])
    .optional()
    .describe('As `targets` of a submission; repeatable'),
  actor: z
    .union([short(200), z.array(short(200)).max(20)])
    .optional()
    .describe('As `actors` of a submission; repeatable'),
})
export type BatchQuery = z.infer<typeof BatchQuery>

export const Batch = z
  .object({
    id: z.string(),
    state: z
      .enum(['receiving', 'working', 'done', 'cancelled'])
      .describe('receiving: articles are still coming; done: every article is analysed or has failed'),
    createdAt: Time,
    total: z.int().describe('Articles and lines that are none'),
    waiting: z.int(),
    running: z.int(),
    done: z.int(),
    failed: z.int().describe('Articles that failed and lines that are no article'),
  })
  .meta({ id: 'Batch' })
export type Batch = z.infer<typeof Batch>

export const BatchPage = z.object({ items: z.array(Batch), next: z.string().optional() }).meta({ id: 'BatchPage' })

export const KeyRequest = z
  .strictObject({
    name: short(100).describe('Whose it is, for people'),
    scopes: z.array(Scope).min(1).max(4),
    requestsPerMinute: z.int().min(1).max(1_000_000).optional().describe('Default: that of the server'),
    expiresAt: z.iso.datetime({ offset: true }).optional(),
  })
  .meta({ id: 'KeyRequest' })

export const Key = z
  .object({
    id: z.string(),
    name: z.string(),
    scopes: z.array(Scope),
    requestsPerMinute: z.int().optional(),
    createdAt: Time,
    expiresAt: Time.optional(),
    revokedAt: Time.optional(),
    lastUsedAt: Time.optional(),
  })
  .meta({ id: 'Key' })
export type Key = z.infer<typeof Key>

export const NewKey = Key.extend({
  secret: z.string().describe('Shown this once. Send it as `Authorization: Bearer …`'),
}).meta({ id: 'NewKey' })

const Author = short(100).optional().describe('Who does it, for the history. Default: the name of the key')
const Reason = short(1000).optional().describe('Why, for those who read the history')

export const CorrectionsRequest = z
  .strictObject({
    corrections: Corrections.describe('All of them are made, or none'),
    author: Author,
    reason: Reason,
  })
  .meta({ id: 'CorrectionsRequest' })

export const ApprovalRequest = z.strictObject({ author: Author, reason: Reason }).meta({ id: 'ApprovalRequest' })

export const Review = z
  .object({
    version: z.int().nonnegative().describe('0 where nobody has reviewed it. The `ETag` names it too'),
    state: z.enum(['unreviewed', 'corrected', 'approved']),
    approvedVersion: z.int().optional().describe('The last one that was approved, perhaps before later corrections'),
    author: z.string().optional(),
    at: Time.optional(),
    result: Result.describe('The article with its analysis, as it was corrected'),
  })
  .meta({ id: 'Review' })
export type Review = z.infer<typeof Review>

export const ReviewHistory = z
  .object({
    items: z.array(
      z.object({
        version: z.int().positive(),
        kind: z.enum(['correction', 'approval']),
        author: z.string(),
        reason: z.string().optional(),
        at: Time,
        corrections: z.array(z.unknown()).describe('As they were sent'),
      }),
    ),
  })
  .meta({ id: 'ReviewHistory', description: 'Every version, the oldest first' })
