import { z } from 'zod'
import { RawArticle } from '../../pipeline/schema/article.ts'
import { StandpointError } from '../../pipeline/schema/errors.ts'
import { type ArchiveRecord, asArticleFault, decode, type Format, nothingIn, type Source, tooLarge } from './format.ts'
import { type Line, linesOf } from './lines.ts'

/** One article a line, with `Article`'s field names; other fields are passed over, blank lines too. */
export const jsonl: Format = {
  name: 'jsonl',
  async *read(source) {
    let isEmpty = true
    for await (const line of linesOf(source.bytes)) {
      if (isBlank(line)) continue
      yield recordOf(line, source)
      isEmpty = false
    }
    if (isEmpty) yield { kind: 'fault', id: source.name, error: nothingIn(source.name) }
  },
}

function isBlank({ bytes, tooLong }: Line): boolean {
  return !tooLong && bytes.every((byte) => byte === 0x20 || byte === 0x09)
}

/** The fields that a record of an archive may have. `id` falls to the place where the record stands. */
const JsonRecord = RawArticle.omit({ incomplete: true })
  .extend({
    id: z.union([z.string().min(1), z.number().transform(String)]).optional(),
    language: z.string().optional().transform(asLanguageTag),
  })
  .strip()

/**
 * Named fields → an article.
 * @throws StandpointError RECORD_INVALID, naming `where` and each field that is wrong
 */
export function articleOfFields(fields: unknown, where: string): RawArticle {
  const withoutNulls =
    fields !== null && typeof fields === 'object' && !Array.isArray(fields)
      ? Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== ''))
      : fields
  const record = JsonRecord.safeParse(withoutNulls)
  if (record.success) return { ...record.data, id: record.data.id ?? where }
  const faults = record.error.issues.map((issue) => faultOf(issue, withoutNulls))
  throw new StandpointError('RECORD_INVALID', `The record is not an article (${faults.join('; ')})`, {
    where,
    fix: 'A record needs "text"; it may have id, title, url, outlet, author, publishedAt and language.',
  })
}

function faultOf({ path, message }: z.core.$ZodIssue, fields: unknown): string {
  const [field] = path
  if (field === undefined) return 'it is no object with fields'
  const isThere = fields !== null && typeof fields === 'object' && Object.hasOwn(fields, field)
  return isThere ? `${String(field)} is not as it must be: ${message}` : `${String(field)} is missing`
}

/** A language that is named in words ("english") is detected instead. */
function asLanguageTag(language: string | undefined): string | undefined {
  try {
    return language !== undefined && /^[a-z]{2,3}(?:-|$)/i.test(language)
      ? Intl.getCanonicalLocales(language)[0]
      : undefined
  } catch {
    return undefined
  }
}

function recordOf(line: Line, source: Source): ArchiveRecord {
  const where = `${source.name}:${line.number}`
  try {
    if (line.tooLong) throw tooLarge(where)
    return { kind: 'article', article: articleOfFields(parseLine(decode(line.bytes, where), where), where) }
  } catch (cause) {
    return { kind: 'fault', id: where, error: asArticleFault(cause, where) }
  }
}

function parseLine(text: string, where: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new StandpointError(
      'RECORD_INVALID',
      `The line is not JSON: ${cause instanceof Error ? cause.message.slice(0, 120) : ''}`,
      {
        where,
        fix: 'Each line must be one JSON object, such as {"id": "1", "text": "..."}',
        cause,
      },
    )
  }
}
