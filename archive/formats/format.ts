import type { RawArticle } from '../../pipeline/schema/article.ts'
import { StandpointError } from '../../pipeline/schema/errors.ts'

/** One file of an archive, already unpacked. `name` is its path relative to the archive: the id of what has none. */
export type Source = { name: string; bytes: AsyncIterable<Uint8Array> }

/** What stands in an archive: an article, or the reason why something there is none. A fault never stops the rest. */
export type ArchiveRecord =
  | { kind: 'article'; article: RawArticle }
  | { kind: 'fault'; id: string; error: StandpointError }

/** A way of writing articles down. `formats/all.ts` lists them; each passes `formatSuite`. */
export type Format = {
  name: string
  read(source: Source): AsyncIterable<ArchiveRecord>
}

/** A file with one article, or one line of a file with many, may have this many bytes. */
export const MAX_RECORD_BYTES = 20_000_000

/** Reads a file that holds one article; every fault of it becomes one record that names the file. */
export async function* readOne(
  source: Source,
  toRaw: (text: string, id: string) => RawArticle,
): AsyncIterable<ArchiveRecord> {
  try {
    yield { kind: 'article', article: toRaw(decode(await bytesOf(source), source.name), source.name) }
  } catch (cause) {
    yield { kind: 'fault', id: source.name, error: asArticleFault(cause, source.name) }
  }
}

/**
 * Bytes → text.
 * @throws StandpointError ARTICLE_EMPTY, ARTICLE_BINARY or ARTICLE_ENCODING, naming `where`
 */
export function decode(bytes: Uint8Array, where: string): string {
  if (bytes.length === 0) {
    throw new StandpointError('ARTICLE_EMPTY', 'The article is empty', {
      where,
      fix: 'Leave it out or give it its text.',
    })
  }
  if (bytes.includes(0)) {
    throw new StandpointError('ARTICLE_BINARY', 'This is binary data, not text', {
      where,
      fix: 'Give plain text, HTML, Markdown, JSON lines or CSV in UTF-8 (each may be gzipped).',
    })
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new StandpointError('ARTICLE_ENCODING', 'The text is not valid UTF-8', {
      where,
      fix: 'Convert it to UTF-8, for example: iconv -f WINDOWS-1252 -t UTF-8 old.txt > new.txt',
      cause,
    })
  }
}

/** Any error met while reading an article, as one that says where. */
export function asArticleFault(cause: unknown, where: string): StandpointError {
  if (cause instanceof StandpointError) return cause
  return new StandpointError(
    'RECORD_INVALID',
    `It cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
    {
      where,
      cause,
    },
  )
}

/** The error for a file of many records that has none. */
export function nothingIn(where: string): StandpointError {
  return new StandpointError('ARTICLE_EMPTY', 'The file holds no article', { where, fix: 'Leave it out or fill it.' })
}

/** The error for a record of more bytes than one may have. */
export function tooLarge(where: string, mostBytes = MAX_RECORD_BYTES): StandpointError {
  return new StandpointError('ARTICLE_TOO_LARGE', `One article may have ${mostBytes / 1e6} MB at most`, {
    where,
    fix: 'Split it, or give a file of many articles as JSON lines, one article a line.',
  })
}

async function bytesOf({ name, bytes }: Source): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > MAX_RECORD_BYTES) throw tooLarge(name)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
