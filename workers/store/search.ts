import { type ExpressionBuilder, type Kysely, sql } from 'kysely'
import { z } from 'zod'
import { StandpointError } from '../../pipeline/schema/errors.ts'
import { type SearchPage, type SearchQuery, SearchRow } from '../../pipeline/schema/search-contract.ts'
import { articleOf } from './article-of.ts'
import { nameKey } from './claims.ts'
import type { Tables } from './tables.ts'

const DEFAULT_LIMIT = 20
const SNIPPET = 'StartSel="", StopSel="", MaxWords=30, MinWords=12, MaxFragments=1'

/**
 * Stances and reactions of the archive, those of the task that was accepted last first. Filters join; `unstated` stances are left
 * out unless they are asked for.
 * @throws StandpointError OPTION_INVALID when `after` is no place in a search
 */
export async function searchIn(db: Kysely<Tables>, query: SearchQuery): Promise<SearchPage> {
  const { limit = DEFAULT_LIMIT } = query
  const rows = await matching(db, query)
    .orderBy('claims.task_id', 'desc')
    .orderBy('claims.position')
    .limit(limit + 1)
    .execute()
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    items: rows.slice(0, limit).map(rowOf),
    ...(last && { next: Buffer.from(`${last.task_id} ${last.position}`).toString('base64url') }),
  }
}

function matching(db: Kysely<Tables>, query: SearchQuery) {
  const { actor, target, label, reaction, polarity, language, text, after } = query
  const place = after === undefined ? undefined : placeOf(after)
  return db
    .selectFrom('claims')
    .innerJoin('articles', 'articles.content_hash', 'claims.content_hash')
    .innerJoinLateral(
      (from) => nameOf(from, query).as('name'),
      (join) => join.onTrue(),
    )
    .select(['claims.task_id', 'claims.position', 'claims.kind', 'claims.claim', 'claims.actor', 'claims.actor_kind'])
    .select(['claims.target', 'claims.label', 'claims.polarity', 'claims.voice', 'claims.quote', 'claims.evidence'])
    .select(['articles.content_hash', 'articles.title', 'articles.language'])
    .select(['name.id', 'name.url', 'name.outlet', 'name.author', 'name.published_at'])
    .select((eb) =>
      eb
        .selectFrom('requests')
        .select(({ fn }) => fn.max('requests.id').as('id'))
        .whereRef('requests.task_id', '=', 'claims.task_id')
        .as('request'),
    )
    .select(
      text === undefined
        ? sql<string | null>`null`.as('snippet')
        : sql<
            string | null
          >`ts_headline('simple', left(articles.text, 20000), websearch_to_tsquery('simple', ${text}), ${SNIPPET})`.as(
            'snippet',
          ),
    )
    .$if(actor !== undefined, (on) => on.where(sql<boolean>`claims.names @> array[${nameKey(actor ?? '')}]::text[]`))
    .$if(target !== undefined, (on) =>
      on.where(
        sql<boolean>`to_tsvector('simple', coalesce(claims.target, '')) @@ websearch_to_tsquery('simple', ${target})`,
      ),
    )
    .$if(label !== undefined, (on) => on.where('claims.kind', '=', 'stance').where('claims.label', '=', label ?? ''))
    .$if(reaction !== undefined, (on) =>
      on.where('claims.kind', '=', 'reaction').where('claims.label', '=', reaction ?? ''),
    )
    .$if(label === undefined, (on) => on.where('claims.label', '<>', 'unstated'))
    .$if(polarity !== undefined, (on) => on.where('claims.polarity', '=', polarity ?? ''))
    .$if(language !== undefined, (on) => on.where('articles.language', '=', language ?? ''))
    .$if(text !== undefined, (on) => on.where(sql<boolean>`articles.words @@ websearch_to_tsquery('simple', ${text})`))
    .$if(place !== undefined, (on) =>
      on.where(({ or, and, eb }) =>
        or([
          eb('claims.task_id', '<', place?.task ?? 0),
          and([eb('claims.task_id', '=', place?.task ?? 0), eb('claims.position', '>', place?.position ?? 0)]),
        ]),
      ),
    )
}

/** One name of the article, of those that the filters let through: a text that two outlets ran is found by either. */
function nameOf(
  from: ExpressionBuilder<Tables, 'claims' | 'articles'>,
  { outlet, from: first, to: last }: SearchQuery,
) {
  const day = sql<string>`left(article_names.published_at, 10)`
  return from
    .selectFrom('article_names')
    .select(['id', 'url', 'outlet', 'author', 'published_at'])
    .whereRef('article_names.content_hash', '=', 'claims.content_hash')
    .$if(outlet !== undefined, (on) => on.where(sql<boolean>`lower(article_names.outlet) = lower(${outlet})`))
    .$if(first !== undefined, (on) => on.where(day, '>=', first ?? ''))
    .$if(last !== undefined, (on) => on.where(day, '<=', last ?? ''))
    .orderBy('accepted_at')
    .limit(1)
}

const Place = z.tuple([
  z.coerce
    .number()
    .int()
    .nonnegative()
    .max(2 ** 31 - 1),
  z.coerce
    .number()
    .int()
    .nonnegative()
    .max(2 ** 31 - 1),
])

function placeOf(after: string): { task: number; position: number } {
  const read = Place.safeParse(Buffer.from(after, 'base64url').toString('latin1').split(' '))
  if (read.success) return { task: read.data[0], position: read.data[1] }
  throw new StandpointError('OPTION_INVALID', '`after` is no place in a search', {
    where: 'after',
    fix: 'Send `next` of the page before as it was, or leave it out.',
  })
}

type Row = Awaited<ReturnType<ReturnType<typeof matching>['execute']>>[number]

function rowOf(row: Row): SearchRow {
  const { text: _, ...article } = articleOf({ ...row, text: '' })
  return SearchRow.parse({
    kind: row.kind,
    claim: row.claim,
    analysis: row.request ?? undefined,
    actor: row.actor,
    actorKind: row.actor_kind,
    target: row.target ?? undefined,
    label: row.label,
    polarity: row.polarity ?? undefined,
    voice: row.voice ?? undefined,
    quote: row.quote ?? undefined,
    evidence: row.evidence,
    article,
    snippet: row.snippet ?? undefined,
  })
}
