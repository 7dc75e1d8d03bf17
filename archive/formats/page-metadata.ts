import { z } from 'zod'
import type { RawArticle } from '../../pipeline/schema/article.ts'

type Metadata = Partial<Pick<RawArticle, 'title' | 'url' | 'outlet' | 'author' | 'publishedAt' | 'language'>>

/** What the page says of itself: JSON-LD first, then meta elements. */
export function metadataOf(document: Document): Metadata {
  const meta = (...names: string[]) => {
    for (const name of names) {
      const element = document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)
      const content = nonEmpty(element?.getAttribute('content'))
      if (content !== undefined) return content
    }
    return undefined
  }
  const data = linkedDataOf(document)
  return {
    title: data.headline ?? meta('og:title'),
    url: nonEmpty(document.querySelector('link[rel="canonical"]')?.getAttribute('href')) ?? meta('og:url'),
    outlet: data.publisher ?? meta('og:site_name'),
    author: data.author ?? meta('author', 'article:author'),
    publishedAt: data.datePublished ?? meta('article:published_time', 'date'),
    language: validLanguage(nonEmpty(document.documentElement?.getAttribute('lang')) ?? data.inLanguage),
  }
}

const Named = z.union([z.string(), z.object({ name: z.string() }).transform((thing) => thing.name)])
const LinkedData = z.object({
  '@type': z.union([z.string(), z.array(z.string())]),
  headline: z.string().optional(),
  datePublished: z.string().optional(),
  inLanguage: z.string().optional().catch(undefined),
  author: z
    .union([Named, z.array(Named).transform((names) => names.join(', '))])
    .optional()
    .catch(undefined),
  publisher: Named.optional().catch(undefined),
})

function linkedDataOf(document: Document): Partial<z.infer<typeof LinkedData>> {
  for (const script of [...document.querySelectorAll('script[type="application/ld+json"]')]) {
    for (const candidate of candidatesIn(script.textContent ?? '')) {
      const data = LinkedData.safeParse(candidate)
      if (data.success && /Article|Report|Blog/.test(String(data.data['@type']))) return data.data
    }
  }
  return {}
}

/** The things that a JSON-LD script describes; a broken script describes none. */
function candidatesIn(json: string): unknown[] {
  try {
    const value: unknown = JSON.parse(json)
    const graph = z.object({ '@graph': z.array(z.unknown()) }).safeParse(value)
    return Array.isArray(value) ? value : graph.success ? graph.data['@graph'] : [value]
  } catch {
    return []
  }
}

function validLanguage(tag: string | undefined): string | undefined {
  return tag !== undefined && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) ? tag : undefined
}

export function nonEmpty(text: string | null | undefined): string | undefined {
  const trimmed = text?.trim()
  return trimmed ? trimmed : undefined
}
