import { PassThrough, type Readable, type Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { StandpointError } from '../../pipeline/schema/errors.ts'

/**
 * The whole body of an answer, unpacked. Neither the packed nor the unpacked bytes exceed `maxBytes`, and no more of either is held
 * than that and a few buffers, so that a small answer cannot unpack into a large one.
 * @param packing the header `Content-Encoding`
 * @throws StandpointError URL_UNSUITABLE when it is larger or packed in another way than was asked for; what the stream or the
 *   unpacking fails with, also when the packed bytes end too early
 */
export function readBounded(
  body: Readable,
  { packing, maxBytes, signal }: { packing: string | undefined; maxBytes: number; signal: AbortSignal },
): Promise<Uint8Array> {
  const atMost = (chunks: AsyncIterable<Uint8Array>) => bounded(chunks, maxBytes)
  return pipeline(body, atMost, unpackerFor(packing), (chunks) => joined(atMost(chunks)), { signal })
}

/** What a request may say in `Accept-Encoding`. Not zstd, whose windows may ask for 128 MB, nor deflate, which has two readings. */
export const PACKINGS = 'gzip, br'

function unpackerFor(packing: string | undefined): Transform {
  switch (packing?.trim().toLowerCase() || 'identity') {
    case 'identity':
      return new PassThrough()
    case 'gzip':
    case 'x-gzip':
      return createGunzip()
    case 'br':
      return createBrotliDecompress()
    case 'deflate':
      return createInflate()
    default:
      throw new StandpointError('URL_UNSUITABLE', 'The page is packed in a way that nobody asked for', {
        fix: 'Send the text of the article instead of its address.',
      })
  }
}

async function* bounded(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > maxBytes) throw tooLarge(maxBytes)
    yield chunk
  }
}

async function joined(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  return Buffer.concat(await Array.fromAsync(chunks))
}

function tooLarge(maxBytes: number): StandpointError {
  return new StandpointError('URL_UNSUITABLE', `The page is larger than ${maxBytes / 1e6} MB`, {
    fix: 'Give the address of the page of one article, or send the text of the article.',
  })
}
