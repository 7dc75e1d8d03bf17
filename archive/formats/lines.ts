import { MAX_RECORD_BYTES } from './format.ts'

/** A line of a file, without its line end; `tooLong` instead of its bytes where it has more than a record may. */
export type Line = { number: number; bytes: Uint8Array; tooLong: boolean }

/** Splits a stream at `\n`, holding one line at a time; a line beyond the limit is skipped over, not kept. */
export async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncIterable<Line> {
  let pieces: Uint8Array[] = []
  let size = 0
  let number = 1
  const take = (piece: Uint8Array) => {
    size += piece.length
    if (size <= MAX_RECORD_BYTES) pieces.push(piece)
    else pieces = []
  }
  const line = (): Line => ({
    number: number++,
    bytes: trimEnd(Buffer.concat(pieces)),
    tooLong: size > MAX_RECORD_BYTES,
  })
  for await (const chunk of stream) {
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, from)) {
      take(chunk.subarray(from, at))
      yield line()
      pieces = []
      size = 0
      from = at + 1
    }
    take(chunk.subarray(from))
  }
  if (size > 0) yield line()
}

const NEWLINE = 10
const RETURN = 13

function trimEnd(bytes: Uint8Array): Uint8Array {
  return bytes.at(-1) === RETURN ? bytes.subarray(0, -1) : bytes
}
