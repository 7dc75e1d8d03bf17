import { openArchive } from '../archive/open-archive.ts'
import type { Article, RawArticle } from '../pipeline/schema/article.ts'
import { toArticle } from '../pipeline/text/article.ts'

export async function sampleArchive(): Promise<RawArticle[]> {
  const samples: RawArticle[] = []
  for await (const record of (await openArchive('samples/archive', { stdin: process.stdin })).records()) {
    if (record.kind === 'article') samples.push(record.article)
  }
  return samples
}

/** The sample archive `times` over; each copy ends in a sentence of its own, so that no two articles are alike. */
export async function* sampleArticles(times: number): AsyncIterable<RawArticle> {
  const samples = await sampleArchive()
  for (let copy = 0; copy < times; copy++) {
    for (const { id, text, ...rest } of samples) {
      yield { ...rest, id: `${id} ${copy}`, text: `${text.trimEnd()}\n\nThis is copy ${copy} of the article.` }
    }
  }
}

export async function articlesOf(times: number): Promise<Article[]> {
  const articles: Article[] = []
  for await (const raw of sampleArticles(times)) articles.push(toArticle(raw))
  return articles
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}
