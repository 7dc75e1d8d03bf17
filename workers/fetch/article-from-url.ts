import { articleOfPage } from '../../archive/formats/html.ts'
import { articleOfMarkdown } from '../../archive/formats/markdown.ts'
import type { RawArticle } from '../../pipeline/schema/article.ts'
import type { SafeFetch } from './safe-fetch.ts'

/**
 * The article that stands at a web address, with the address where it was found in the end. `id` is its name.
 * @throws StandpointError URL_REFUSED, URL_UNREACHABLE, URL_UNSUITABLE, ARTICLE_NOT_FOUND_IN_PAGE
 */
export async function articleFromUrl(
  address: string,
  { fetcher, id, signal }: { fetcher: Pick<SafeFetch, 'get'>; id: string; signal?: AbortSignal },
): Promise<RawArticle> {
  const { url, contentType, text } = await fetcher.get(address, { signal })
  switch (contentType) {
    case 'text/plain':
      return { id, text, url }
    case 'text/markdown':
      return { ...articleOfMarkdown(text, id), url }
    default:
      return { ...articleOfPage(text, id), url }
  }
}
