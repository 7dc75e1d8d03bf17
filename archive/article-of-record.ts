import type { Article, RawArticle } from '../pipeline/schema/article.ts'
import { toArticle } from '../pipeline/text/article.ts'
import { isPlaceInStandardInput } from './open-archive.ts'

/**
 * The article of a record. What came by standard input without an id of its own is named by its content hash.
 * @throws StandpointError ARTICLE_EMPTY, ARTICLE_BINARY, ARTICLE_TOO_LARGE or ARTICLE_UNREADABLE_TEXT
 */
export function articleOfRecord(raw: RawArticle): Article {
  const article = toArticle(raw)
  return isPlaceInStandardInput(raw.id) ? { ...article, id: article.contentHash } : article
}
