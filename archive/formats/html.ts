import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { z } from 'zod'
import type { RawArticle } from '../../pipeline/schema/article.ts'
import { StandpointError } from '../../pipeline/schema/errors.ts'
import { type Format, readOne } from './format.ts'

/** A web page with one article in it. Scripts never run; navigation, advertisements and comments are left out. */
export const html: Format = {
  name: 'html',
  extensions: ['.html', '.htm', '.xhtml'],
  read: (source) => readOne(source, articleOfPage),
}

/** Readability has taken minutes on pages of huge tables: pages beyond these bounds are refused. */
const MAX_PAGE_CHARACTERS = 5_000_000
const MAX_ELEMENTS = 60_000

/**
 * The article of a page.
 * @throws StandpointError ARTICLE_NOT_FOUND_IN_PAGE, ARTICLE_TOO_LARGE
 */
export function articleOfPage(page: string, id: string): RawArticle {
  const { document } = parsePage(page, id)
  const meta = metadataOf(document)
  removeBoilerplate(document)
  const found = new Readability(document, { maxElemsToParse: MAX_ELEMENTS, charThreshold: 200 }).parse()
  const text = found?.content ? textOf(found.content) : ''
  if (found === null || !hasProse(text)) {
    throw new StandpointError('ARTICLE_NOT_FOUND_IN_PAGE', 'There is no article in this page', {
      where: id,
      fix: 'Save the page of one article, whole; a consent dialogue, a front page or navigation cannot be analysed.',
    })
  }
  return {
    id,
    text,
    title: meta.title ?? nonEmpty(found.title),
    url: meta.url,
    outlet: meta.outlet ?? nonEmpty(found.siteName),
    author: meta.author ?? nonEmpty(found.byline),
    publishedAt: meta.publishedAt ?? nonEmpty(found.publishedTime),
    language: meta.language,
  }
}

function parsePage(page: string, where: string): { document: Document } {
  if (page.length > MAX_PAGE_CHARACTERS) {
    throw new StandpointError(
      'ARTICLE_TOO_LARGE',
      `A page may have ${MAX_PAGE_CHARACTERS / 1e6} million characters at most`,
      {
        where,
        fix: 'Save the page without embedded pictures and scripts.',
      },
    )
  }
  const { document } = parseHTML(/<html/i.test(page.slice(0, 5_000)) ? page : `<html><body>${page}</body></html>`)
  return { document }
}

/** What readers never count as the article; Readability keeps some of it. */
function removeBoilerplate(document: Document): void {
  const selectors =
    'script, style, noscript, template, nav, footer, form, button, aside, iframe, figure figcaption, [hidden], [aria-hidden="true"]'
  for (const element of [...document.querySelectorAll(selectors)]) element.remove()
}

/** Paragraphs of the extracted content, in order, separated by an empty line. */
function textOf(content: string): string {
  const { document } = parseHTML(`<html><body>${content}</body></html>`)
  const blocks: string[] = []
  let open = ''
  const close = () => {
    const text = open.replace(/\s+/g, ' ').trim()
    if (text !== '') blocks.push(text)
    open = ''
  }
  const walk = (node: Node) => {
    if (node.nodeType === TEXT_NODE) open += node.textContent ?? ''
    else {
      const name = node.nodeName.toLowerCase()
      if (BLOCKS.has(name)) close()
      for (const child of node.childNodes) walk(child)
      if (BLOCKS.has(name)) close()
    }
  }
  walk(document.body)
  close()
  return blocks.join('\n\n')
}

const TEXT_NODE = 3
const BLOCKS = new Set(
  'address article aside blockquote br dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tbody td th thead tr ul'.split(
    ' ',
  ),
)

/** A page without a sentence of some length holds no article, whatever Readability kept of it. */
function hasProse(text: string): boolean {
  return text.split('\n\n').some((block) => block.length >= 80 && /[.!?。！？…]["”»’)]?$/u.test(block))
}

type Metadata = Partial<Pick<RawArticle, 'title' | 'url' | 'outlet' | 'author' | 'publishedAt' | 'language'>>

/** What the page says of itself: JSON-LD first, then meta elements. */
function metadataOf(document: Document): Metadata {
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

function nonEmpty(text: string | null | undefined): string | undefined {
  const trimmed = text?.trim()
  return trimmed ? trimmed : undefined
}
