import { articleOfRecord } from '../archive/article-of-record.ts'
import type { ArchiveRecord } from '../archive/formats/format.ts'
import { refuseFields, shownId } from '../archive/refuse-fields.ts'
import { orAborted } from '../pipeline/engines/calls/wait.ts'
import type { Article, RawArticle } from '../pipeline/schema/article.ts'
import { StandpointError } from '../pipeline/schema/errors.ts'
import type { BatchEntry } from '../pipeline/schema/store-contract.ts'

/** Records of an archive as a batch takes them, numbered. What cannot be an article is a fault in its place. */
export async function* entriesOf(
  records: AsyncIterable<ArchiveRecord>,
  signal: AbortSignal | undefined,
): AsyncGenerator<BatchEntry> {
  const iterator = records[Symbol.asyncIterator]()
  for (let position = 0; ; position++) {
    const next = await orAborted(iterator.next(), signal) // an idle standard input must not hold up a Ctrl-C
    if (next.done) return
    yield entryOf(next.value, position)
  }
}

const CHUNK_ENTRIES = 50
const CHUNK_CHARACTERS = 2_000_000

/** Enough at a time to be worth a transaction, few enough to hold in memory. */
export async function* chunksOf(entries: AsyncIterable<BatchEntry>): AsyncGenerator<BatchEntry[]> {
  let chunk: BatchEntry[] = []
  let characters = 0
  for await (const entry of entries) {
    chunk.push(entry)
    characters += entry.kind === 'article' ? entry.article.text.length : 0
    if (chunk.length < CHUNK_ENTRIES && characters < CHUNK_CHARACTERS) continue
    yield chunk
    chunk = []
    characters = 0
  }
  if (chunk.length > 0) yield chunk
}

function entryOf(record: ArchiveRecord, position: number): BatchEntry {
  if (record.kind === 'fault') return { kind: 'fault', position, id: shownId(record.id), error: record.error }
  try {
    const article = articleOf(record.article)
    return { kind: 'article', position, article, incomplete: record.article.incomplete ?? [] }
  } catch (error) {
    const id = shownId(record.article.id)
    if (error instanceof StandpointError) return { kind: 'fault', position, id, error }
    throw error
  }
}

function articleOf(raw: RawArticle): Article {
  refuseFields(raw)
  return articleOfRecord(raw)
}
