import type { Article } from '../../pipeline/schema/article.ts'

type Row = {
  id: string
  content_hash: string
  title: string | null
  text: string
  language: string
  url?: string | null
  outlet?: string | null
  author?: string | null
  published_at?: string | null
}

/** The article that a row of the store holds; absent fields are left out, not null. */
export function articleOf(row: Row): Article {
  return {
    id: row.id,
    text: row.text,
    ...given('title', row.title),
    ...given('url', row.url),
    ...given('outlet', row.outlet),
    ...given('author', row.author),
    ...given('publishedAt', row.published_at),
    language: row.language,
    contentHash: row.content_hash,
  }
}

function given(field: 'title' | 'url' | 'outlet' | 'author' | 'publishedAt', value: string | null | undefined) {
  return value == null ? {} : { [field]: value }
}
