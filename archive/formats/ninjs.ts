import { parseHTML } from 'linkedom'
import { z } from 'zod'
import type { RawArticle } from '../../pipeline/schema/article.ts'
import { StandpointError } from '../../pipeline/schema/errors.ts'
import { blocksOf } from './page-blocks.ts'

const Text = z.string().optional().catch(undefined)
const Body = z.looseObject({ contenttype: Text, contentType: Text, value: z.string() })
const Headline = z.looseObject({ role: Text, value: z.string() })

/** Of a news item only what an article is made of. Versions differ in names, and other fields are left alone. */
const NewsItem = z.looseObject({
  type: Text,
  uri: Text,
  headline: Text,
  headlines: z.array(Headline).optional().catch(undefined),
  title: Text,
  name: Text,
  byline: Text,
  by: Text,
  language: Text,
  provider: z
    .union([z.string(), z.looseObject({ name: Text })])
    .optional()
    .catch(undefined),
  infosources: z
    .array(z.looseObject({ name: Text }))
    .optional()
    .catch(undefined),
  infoSources: z
    .array(z.looseObject({ name: Text }))
    .optional()
    .catch(undefined),
  versioncreated: Text,
  versionCreated: Text,
  firstcreated: Text,
  firstCreated: Text,
  body_text: Text,
  body_xhtml: Text,
  bodies: z.array(Body).optional().catch(undefined),
})
type NewsItem = z.infer<typeof NewsItem>

/**
 * The article of a news item in IPTC ninjs, versions 1 to 3. Plain text is preferred to markup; of several bodies the longest
 * is taken. `id` is used where the item has no `uri`.
 * @throws StandpointError RECORD_INVALID when there is no body
 * @see https://iptc.org/std/ninjs/
 */
export function articleOfNinjs(json: unknown, id: string): RawArticle {
  const read = NewsItem.safeParse(json)
  const text = read.success ? textOf(read.data) : undefined
  if (!read.success || text === undefined) {
    throw new StandpointError('RECORD_INVALID', 'The news item has no body', {
      where: 'ninjs',
      fix: 'Give body_text, body_xhtml, or bodies with their contentType and value.',
    })
  }
  const item = read.data
  const title = filled(item.headline ?? headlineOf(item) ?? item.title ?? item.name)
  return {
    id: filled(item.uri) ?? id,
    text,
    ...(title && { title }),
    ...given('url', URL.canParse(item.uri ?? '') && /^https?:/.test(item.uri ?? '') ? item.uri : undefined),
    ...given('outlet', outletOf(item)),
    ...given('author', filled(item.byline ?? item.by)),
    ...given(
      'publishedAt',
      filled(item.firstcreated ?? item.firstCreated ?? item.versioncreated ?? item.versionCreated),
    ),
    ...given('language', filled(item.language)),
  }
}

function textOf(item: NewsItem): string | undefined {
  const bodies = (item.bodies ?? []).map((body) => ({
    isMarkup: /html/i.test(body.contentType ?? body.contenttype ?? ''),
    value: body.value,
  }))
  const longest = (isMarkup: boolean) =>
    bodies.filter((body) => body.isMarkup === isMarkup).sort((a, b) => b.value.length - a.value.length)[0]?.value
  const plain = filled(item.body_text ?? longest(false))
  if (plain !== undefined) return plain
  const markup = filled(item.body_xhtml ?? longest(true))
  const blocks = markup === undefined ? [] : blocksOf(withoutScripts(markup))
  return filled(blocks.map((block) => block.text).join('\n\n'))
}

function withoutScripts(markup: string): string {
  const { document } = parseHTML(`<html><body>${markup}</body></html>`)
  for (const element of document.querySelectorAll('script, style, template, noscript')) element.remove()
  return document.body.innerHTML
}

function headlineOf({ headlines }: NewsItem): string | undefined {
  return (headlines?.find((headline) => headline.role === 'main') ?? headlines?.[0])?.value
}

function outletOf({ provider, infosources, infoSources }: NewsItem): string | undefined {
  const named = typeof provider === 'string' ? provider : provider?.name
  return filled(named ?? (infosources ?? infoSources)?.[0]?.name)
}

function filled(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text.trim()
}

function given(field: string, value: string | undefined) {
  return value === undefined ? {} : { [field]: value }
}
