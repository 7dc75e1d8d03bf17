import type { Readable, Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

type Limits = { mostBytes: number; signal: AbortSignal; type: string; encoding: string }

/** The text of a body, unpacked and decoded; undefined when it has more bytes than `mostBytes`, packed or unpacked. */
export async function readBody(
  body: Readable,
  { mostBytes, signal, type, encoding }: Limits,
): Promise<string | undefined> {
  const unpacker = unpackerOf(encoding)
  const stream = unpacker === undefined ? body : body.on('error', (error) => unpacker.destroy(error)).pipe(unpacker)
  const stop = () => stream.destroy(new DOMException('it takes too long', 'TimeoutError'))
  signal.addEventListener('abort', stop, { once: true })
  try {
    const bytes = await bytesOf(stream, mostBytes)
    return bytes && decode(bytes, type)
  } finally {
    signal.removeEventListener('abort', stop)
    stream.destroy()
  }
}

async function bytesOf(stream: Readable, mostBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > mostBytes) return undefined
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

function unpackerOf(encoding: string): Transform | undefined {
  switch (encoding.trim().toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip()
    case 'deflate':
      return createInflate()
    case 'br':
      return createBrotliDecompress()
    default:
      return undefined
  }
}

const LOOKED_AT = 2048

/** By the byte order mark, else what the server says, else what the page says, else UTF-8 where it is that, else Windows-1252. */
function decode(bytes: Buffer, type: string): string {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0)
  if (mark === 0xfffe || mark === 0xfeff)
    return new TextDecoder(mark === 0xfffe ? 'utf-16le' : 'utf-16be').decode(bytes)
  const head = bytes.subarray(0, LOOKED_AT).toString('latin1')
  const named = /charset\s*=\s*["']?([\w-]+)/i
  const decoder = decoderOf(named.exec(type)?.[1]) ?? decoderOf(named.exec(head)?.[1])
  return decoder ? decoder.decode(bytes) : (utf8(bytes) ?? new TextDecoder('windows-1252').decode(bytes))
}

function decoderOf(label: string | undefined): TextDecoder | undefined {
  try {
    return label === undefined ? undefined : new TextDecoder(label)
  } catch {
    return undefined
  }
}

function utf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
