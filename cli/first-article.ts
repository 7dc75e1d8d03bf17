import { articleOfRecord } from '../archive/article-of-record.ts'
import { openArchive } from '../archive/open-archive.ts'
import type { Article } from '../pipeline/schema/article.ts'
import { StandpointError } from '../pipeline/schema/errors.ts'
import { shellWord } from './shell-word.ts'
import { tell } from './terminal.ts'

/**
 * The one article of a file, or the first of a file with many, which is said on standard error.
 * @throws StandpointError for faults of the input and of the article
 */
export async function firstArticle(input: string): Promise<{ article: Article; incomplete: readonly string[] }> {
  const archive = await openArchive(input, { stdin: process.stdin })
  if (archive.files.length > 1) {
    throw new StandpointError('OPTION_INVALID', `These are ${archive.files.length} files, not one article`, {
      where: input,
      fix: `Name one file, or analyse them all with: standpoint batch ${shellWord(input)} --out results.jsonl`,
    })
  }
  const records = archive.records()[Symbol.asyncIterator]()
  const first = await records.next()
  if (first.done) throw new StandpointError('ARTICLE_EMPTY', 'There is no article in it', { where: input })
  if (first.value.kind === 'fault') throw first.value.error
  const article = articleOfRecord(first.value.article)
  const hasMore = (await records.next()).done !== true
  await records.return?.()
  if (hasMore) tell(`Only the first article of ${input} is analysed; "standpoint batch" takes them all.`)
  return { article, incomplete: first.value.article.incomplete ?? [] }
}
