import { articleOfPage } from '../archive/formats/html.ts'
import { articleOfNinjs } from '../archive/formats/ninjs.ts'
import { refuseFields } from '../archive/refuse-fields.ts'
import type { Article, RawArticle } from '../pipeline/schema/article.ts'
import type { Lane } from '../pipeline/schema/call-contract.ts'
import { StandpointError } from '../pipeline/schema/errors.ts'
import { canonicalJson, sha256 } from '../pipeline/schema/hash.ts'
import type { Recipe } from '../pipeline/schema/recipe.ts'
import { toArticle } from '../pipeline/text/article.ts'
import type { Config } from '../workers/config.ts'
import { articleFromUrl } from '../workers/fetch/article-from-url.ts'
import { recipeOf } from '../workers/recipe-of.ts'
import { newId } from './access.ts'
import type { House } from './house.ts'
import type { Options, Submission } from './shapes.ts'

export type Submitted = { kind: 'new' | 'replayed'; id: string; task: number }

/**
 * Accepts an article: once this has resolved, it is in the store, and is analysed whatever happens.
 * @throws StandpointError ARTICLE_*, OPTION_INVALID, URL_*, IDEMPOTENCY_KEY_REUSED, QUEUE_FULL, MODEL_*
 */
export async function submit(
  house: House,
  body: Submission,
  { keyId, idempotencyKey }: { keyId: string; idempotencyKey?: string },
): Promise<Submitted> {
  const { store } = house.runtime
  const idempotency =
    idempotencyKey === undefined ? undefined : { idempotencyKey, fingerprint: sha256(canonicalJson(body)) }
  const earlier = idempotency && (await store.asked({ keyId, ...idempotency }))
  if (earlier !== undefined) return accepted(earlier)
  const lane = body.lane ?? 'editorial'
  await refuseWhenFull(house, lane)
  const [raw, recipe] = await Promise.all([rawArticleOf(body, house), recipeFor(body.options ?? {}, house)])
  const asked = await store.ask({
    id: newId('an'),
    keyId,
    article: articleOf(raw),
    incomplete: raw.incomplete ?? [],
    recipe,
    lane,
    isFresh: body.options?.fresh,
    ...idempotency,
  })
  house.runtime.wake()
  return accepted(asked)
}

function accepted(asked: Submitted | { kind: 'mismatch' }): Submitted {
  if (asked.kind !== 'mismatch') return asked
  throw new StandpointError('IDEMPOTENCY_KEY_REUSED', 'This Idempotency-Key was sent before with something else', {
    where: 'Idempotency-Key',
    fix: 'Use a new one for each thing that you ask for.',
  })
}

const UNNAMED = 'article'

async function rawArticleOf(body: Submission, house: House): Promise<RawArticle> {
  const { id = UNNAMED, title, url, outlet, author, publishedAt, language } = body
  const said = { title, url, outlet, author, publishedAt, language }
  if (body.text !== undefined) return { id, text: body.text, ...said }
  const found = await foundIn(body, id, house)
  // Where it was found in the end is nearer to the truth than the address that was asked.
  if (body.html === undefined && body.ninjs === undefined) said.url = found.url
  const told = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
  return { ...found, ...told, id: body.id ?? found.id }
}

async function foundIn({ html, ninjs, url }: Submission, id: string, { fetcher }: House): Promise<RawArticle> {
  if (html !== undefined) return articleOfPage(html, id)
  if (ninjs !== undefined || url === undefined) return articleOfNinjs(ninjs, id)
  return { ...(await articleFromUrl(url, fetcher)), id }
}

/** What came without a name is named by its content. */
function articleOf(raw: RawArticle): Article {
  refuseFields(raw)
  const article = toArticle(raw)
  return raw.id === UNNAMED ? { ...article, id: article.contentHash } : article
}

/** @throws StandpointError OPTION_INVALID for a model that requests may not name, and for what only a model goes by where none is */
export async function recipeFor(options: Options, { config, engines }: House): Promise<Recipe> {
  refuseModel(options, config)
  refuseWithoutModel(options, config)
  const { fresh: _, ...asked } = options
  return recipeOf(asked, { config, engines })
}

function refuseModel({ engine, model }: Options, config: Config): void {
  if (engine === 'extractive' && model !== undefined) {
    throw new StandpointError('OPTION_INVALID', 'The extractive engine asks no model', {
      where: 'options',
      fix: 'Leave out `engine` or `model`.',
    })
  }
  if (model !== undefined && model !== config.model && !config.serve.models.includes(model)) {
    throw new StandpointError('OPTION_INVALID', 'Requests may not name this model', {
      where: 'options.model',
      fix: 'Leave it out, or have the server started with STANDPOINT_MODELS that lists it.',
    })
  }
}

/** In the words of a request; those of `recipeOf` are for the command line. */
function refuseWithoutModel({ engine, model, mode = 'auto' }: Options, config: Config): void {
  const asksModel = engine === undefined ? (model ?? config.model) !== undefined : engine !== 'extractive'
  if (!asksModel && mode !== 'auto') {
    throw new StandpointError(
      'OPTION_INVALID',
      `Without a model the rules do all the work, and "${mode}" does nothing`,
      {
        where: 'options.mode',
        fix: engine === undefined ? `Leave it out, or ${NAME_A_MODEL}` : 'Leave out `mode` or `engine`.',
      },
    )
  }
  if (asksModel && (model ?? config.model) === undefined) {
    throw new StandpointError('OPTION_INVALID', `The engine "${engine}" needs a model`, {
      where: 'options.engine',
      fix: `Leave it out, or ${NAME_A_MODEL}`,
    })
  }
}

const NAME_A_MODEL =
  'have the server started with --model or STANDPOINT_MODEL. Models that requests may name stand in STANDPOINT_MODELS.'

const COUNTED_MS = 1000

/** The store knows how many wait; once a second is often enough to ask it. */
const counted = new WeakMap<House['runtime'], Map<Lane, { count: number; at: number }>>()

export async function refuseWhenFull({ runtime, config }: House, lane: Lane): Promise<void> {
  const known = counted.get(runtime) ?? new Map<Lane, { count: number; at: number }>()
  counted.set(runtime, known)
  let last = known.get(lane)
  if (last === undefined || performance.now() - last.at > COUNTED_MS) {
    last = { count: await runtime.store.waiting(lane), at: performance.now() }
    known.set(lane, last)
  }
  if (last.count++ < config.serve.mostWaiting) return
  throw new StandpointError('QUEUE_FULL', `${config.serve.mostWaiting} articles wait already`, {
    fix: 'Come again later. Whoever runs the server can add workers, or raise STANDPOINT_MOST_WAITING.',
  })
}
