import { isUtf8 } from 'node:buffer'
import { decodeBuffer } from 'encoding-sniffer'
import { allFormats } from '../../archive/formats/all.ts'
import type { Format } from '../../archive/formats/format.ts'
import type { RawArticle } from '../../pipeline/schema/article.ts'
import { StandpointError } from '../../pipeline/schema/errors.ts'
import { shownUrl } from './checked-url.ts'
import { mediaTypeOf, type Page, type SafeFetch } from './safe-fetch.ts'

/** What an article on the web may be written in, each with the ending that a file of it would have. */
const ENDINGS: Readonly<Record<string, string>> = {
  'text/html': '.html',
  'application/xhtml+xml': '.xhtml',
  'text/plain': '.txt',
  'text/markdown': '.md',
}

/**
 * The article at an address. Its `id` and `url` are the address after all redirects, whatever the page says of itself: a page could
 * name itself after another article.
 * @param fetcher undefined where fetching is switched off
 * @throws StandpointError URL_REFUSED, URL_UNREACHABLE, URL_UNSUITABLE, and what the reader of the format finds, such as
 *   ARTICLE_NOT_FOUND_IN_PAGE
 */
export async function articleFromUrl(
  url: string,
  fetcher: SafeFetch | undefined,
  { signal }: { signal?: AbortSignal } = {},
): Promise<RawArticle> {
  if (fetcher === undefined) throw switchedOff(url)
  const page = await fetcher.get(url, { types: Object.keys(ENDINGS), signal })
  const article = await articleIn(page, await formatOf(page))
  return { ...article, id: page.url, url: page.url }
}

function switchedOff(url: string): StandpointError {
  return new StandpointError('URL_REFUSED', 'Fetching of web addresses is switched off on this server', {
    where: shownUrl(url),
    fix: 'Send the text or the page of the article.',
  })
}

async function formatOf({ contentType, url }: Page): Promise<Format> {
  const ending = ENDINGS[mediaTypeOf(contentType)?.essence ?? ''] ?? ''
  const format = allFormats.find(({ extensions }) => extensions.includes(ending))
  if (format !== undefined) return format.load()
  throw new StandpointError('INTERNAL', `No format reads ${contentType}`, { where: shownUrl(url) })
}

async function articleIn(page: Page, format: Format): Promise<RawArticle> {
  for await (const record of format.read({ name: shownUrl(page.url), bytes: inUtf8(page) })) {
    if (record.kind === 'article') return record.article
    throw record.error
  }
  throw new StandpointError('URL_UNSUITABLE', 'There is no article in this page', {
    where: shownUrl(page.url),
    fix: 'Give the address of the page of one article, or send the text of the article.',
  })
}

async function* inUtf8(page: Page): AsyncGenerator<Uint8Array> {
  yield Buffer.from(textOf(page), 'utf8')
}

/**
 * The text of a page, decoded as a browser would: by its byte order mark, the header, or what it says at its beginning. Where nothing
 * names an encoding it is UTF-8 if it can be, else Windows-1252. Bytes that are none in that encoding become U+FFFD.
 * @throws StandpointError URL_UNSUITABLE when the encoding is one that browsers refuse
 * @see the HTML Standard, section 13.2.3.2
 */
function textOf({ bytes, contentType, url }: Page): string {
  const transportLayerEncodingLabel = mediaTypeOf(contentType)?.params.get('charset') ?? undefined
  const defaultEncoding = isUtf8(bytes) ? 'utf-8' : 'windows-1252'
  try {
    return decodeBuffer(Buffer.from(bytes), { transportLayerEncodingLabel, defaultEncoding })
  } catch (cause) {
    throw new StandpointError('URL_UNSUITABLE', 'The page is in an encoding that cannot be read', {
      where: shownUrl(url),
      fix: 'Send the text of the article, in UTF-8.',
      cause,
    })
  }
}
