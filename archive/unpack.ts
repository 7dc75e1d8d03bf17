import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { StandpointError } from '../pipeline/schema/errors.ts'

/**
 * The bytes of a file without a byte order mark, gunzipped where they begin as gzip does, whatever its name is.
 * @throws StandpointError ARTICLE_ENCODING when they begin as UTF-16 does, RECORD_INVALID (while read) when the gzip is broken
 */
export async function unpack(bytes: AsyncIterable<Uint8Array>, where: string): Promise<AsyncIterable<Uint8Array>> {
  const packed = await peek(bytes)
  const isGzip = packed.head[0] === 0x1f && packed.head[1] === 0x8b
  const { head, rest } = isGzip ? await peek(gunzip(packed.rest, where)) : packed
  const mark = (head[0] ?? 0) * 256 + (head[1] ?? 0)
  if (mark !== 0xfffe && mark !== 0xfeff) return withoutMark(rest)
  throw new StandpointError('ARTICLE_ENCODING', 'The text is in UTF-16, not in UTF-8', {
    where,
    fix: 'Convert it to UTF-8, for example: iconv -f UTF-16 -t UTF-8 old.txt > new.txt',
  })
}

async function* gunzip(bytes: AsyncIterable<Uint8Array>, where: string): AsyncIterable<Uint8Array> {
  const packed = Readable.from(bytes)
  const unpacked = createGunzip()
  packed.on('error', (error) => unpacked.destroy(error))
  try {
    yield* packed.pipe(unpacked)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new StandpointError('RECORD_INVALID', `The gzip file is broken: ${reason}`, {
      where,
      fix: 'Fetch or pack the file anew.',
      cause,
    })
  } finally {
    packed.destroy()
  }
}

async function* withoutMark(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let isFirst = true
  for await (const chunk of bytes) {
    const isMarked = isFirst && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf
    const rest = isMarked ? chunk.subarray(3) : chunk
    if (rest.length > 0) yield rest
    isFirst = false
  }
}

/** The first bytes of a stream, and the whole stream. */
export async function peek(
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ head: Uint8Array; rest: AsyncIterable<Uint8Array> }> {
  const iterator = bytes[Symbol.asyncIterator]()
  let pending = await iterator.next()
  const head = pending.done ? new Uint8Array() : pending.value
  const rest = async function* () {
    try {
      for (; !pending.done; pending = await iterator.next()) yield pending.value
    } finally {
      await iterator.return?.()
    }
  }
  return { head, rest: rest() }
}
