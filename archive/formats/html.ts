import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { RawArticle } from '../../pipeline/schema/article.ts'
import { StandpointError } from '../../pipeline/schema/errors.ts'
import { looksLikeNoArticle } from '../../pipeline/text/no-article.ts'
import { type Format, readOne } from './format.ts'
import { type Block, blocksOf } from './page-blocks.ts'
import { isSentence, withoutFurniture } from './page-furniture.ts'
import { metadataOf, nonEmpty } from './page-metadata.ts'
import { refuseHeavyPage } from './refuse-heavy-page.ts'

/** A web page with one article in it. Scripts never run; navigation, advertisements and comments are left out. */
export const html: Format = {
  name: 'html',
  read: (source) => readOne(source, articleOfPage),
}

/**
 * The article of a page.
 * @throws StandpointError ARTICLE_NOT_FOUND_IN_PAGE, ARTICLE_TOO_LARGE
 */
export function articleOfPage(page: string, id: string): RawArticle {
  const { document } = parsePage(page, id)
  const meta = metadataOf(document)
  const headline = headlineOf(document, meta.title)
  removeBoilerplate(document)
  const found = new Readability(document, { charThreshold: 200 }).parse()
  if (found?.content == null) throw noArticle('it holds no stretch of prose', id)
  const title = headline ?? meta.title ?? nonEmpty(found.title)
  const author = meta.author ?? nonEmpty(found.byline)
  const blocks = withoutFurniture(blocksOf(found.content), { title, author })
  const text = blocks.map((block) => block.text).join('\n\n')
  const reason = hasProse(blocks) ? looksLikeNoArticle(text) : 'it holds no stretch of prose'
  if (reason !== undefined) throw noArticle(reason, id)
  return {
    id,
    text,
    title,
    url: meta.url,
    outlet: meta.outlet ?? nonEmpty(found.siteName),
    author,
    publishedAt: meta.publishedAt ?? nonEmpty(found.publishedTime),
    language: meta.language,
  }
}

function parsePage(page: string, where: string): { document: Document } {
  const whole = /<html/i.test(page.slice(0, 5_000)) ? page : `<html><body>${page}</body></html>`
  refuseHeavyPage(whole, where)
  const { document } = parseHTML(whole)
  return { document }
}

const BOILERPLATE =
  'script, style, noscript, template, nav, footer, button, aside, iframe, img, picture, video, svg, figcaption, [hidden], [aria-hidden="true"], [role="dialog"]'

const MIN_HEADLINE = 12

/** The heading of the page, where its title is that with more around it (" | Daily Post"). */
function headlineOf(document: Document, title: string | undefined): string | undefined {
  const headings = [...document.querySelectorAll('h1')].map(
    (heading) => heading.textContent?.replace(/\s+/g, ' ').trim() ?? '',
  )
  const whole = title ?? document.querySelector('title')?.textContent?.replace(/\s+/g, ' ').trim() ?? ''
  return headings.find((heading) => heading.length >= MIN_HEADLINE && whole.includes(heading))
}

const CONSENT = ['cookie', 'consent', 'gdpr'].flatMap((word) => [`[class*="${word}"]`, `[id*="${word}"]`]).join(', ')
/** More is no notice: a page may say of its whole body that cookies were accepted. */
const LONGEST_NOTICE = 1000

function isNotice(element: Element): boolean {
  const called = `${element.getAttribute('class') ?? ''} ${element.id}`
  if (
    !/cookie[-_]?(?:banner|notice|bar|consent|policy|wall|popup|message|overlay|alert|modal)|consent|gdpr/i.test(called)
  )
    return false
  return (element.textContent?.length ?? 0) < LONGEST_NOTICE && element.querySelector('h1, article, main') === null
}

/** What readers never count as the article; Readability keeps some of it. */
function removeBoilerplate(document: Document): void {
  for (const element of document.querySelectorAll(BOILERPLATE)) element.remove()
  for (const element of document.querySelectorAll(CONSENT)) if (isNotice(element)) element.remove()
  const length = document.body?.textContent?.length ?? 0
  for (const form of document.querySelectorAll('form')) {
    // Some servers wrap the whole page in one form.
    if ((form.textContent?.length ?? 0) < length / 2) form.remove()
  }
}

const LEAST_PROSE = 80

/** A page without some sentences holds no article, whatever Readability kept of it. */
function hasProse(blocks: readonly Block[]): boolean {
  const sentences = blocks.filter(({ text, linked }) => linked < 0.8 && text.length >= 20 && isSentence(text))
  return sentences.reduce((sum, { text }) => sum + text.length, 0) >= LEAST_PROSE
}

function noArticle(reason: string, where: string): StandpointError {
  return new StandpointError('ARTICLE_NOT_FOUND_IN_PAGE', `There is no article in this page: ${reason}`, {
    where,
    fix: 'Save the page of one article, whole; a consent dialogue, a front page or navigation cannot be analysed.',
  })
}
