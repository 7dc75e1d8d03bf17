import type { RawArticle } from '../pipeline/schema/article.ts'
import { StandpointError } from '../pipeline/schema/errors.ts'

const MOST_ID_BYTES = 1000

/**
 * A database holds neither NUL nor half a surrogate pair, and no index takes a long key.
 * @throws StandpointError RECORD_INVALID naming the fields
 */
export function refuseFields({ id, url, outlet, author, publishedAt }: RawArticle): void {
  const fields = Object.entries({ id, url, outlet, author, publishedAt })
  const broken = fields.filter(([, value]) => value?.includes('\u0000') || value?.isWellFormed() === false)
  const fault =
    broken.length > 0
      ? `These fields hold characters that no text has: ${broken.map(([name]) => name).join(', ')}`
      : Buffer.byteLength(id) > MOST_ID_BYTES
        ? `The id has more than ${MOST_ID_BYTES} bytes`
        : undefined
  if (fault === undefined) return
  throw new StandpointError('RECORD_INVALID', fault, { where: shownId(id), fix: 'Correct the record.' })
}

/** An id as it may be written down: whole characters, and not too many. */
export function shownId(id: string): string {
  return id.slice(0, 300).toWellFormed().replaceAll('\u0000', '\uFFFD')
}
