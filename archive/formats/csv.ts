import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { z } from 'zod'
import { RawArticle } from '../../pipeline/schema/article.ts'
import { StandpointError } from '../../pipeline/schema/errors.ts'
import { delimiterOf } from '../recognise.ts'
import { peek } from '../unpack.ts'
import { type ArchiveRecord, asArticleFault, decode, type Format, nothingIn, type Source, tooLarge } from './format.ts'
import { articleOfFields } from './jsonl.ts'

/** A table with a header line that names `Article`'s fields, in any case; other columns are passed over. */
export const csv: Format = {
  name: 'csv',
  async *read(source) {
    let line = 1
    let columns: string[] | undefined
    let isEmpty = true
    try {
      for await (const { record, info } of rowsOf(source)) {
        if (columns === undefined) columns = columnsOf(record, source.name)
        else {
          yield articleOfRow(record, columns, `${source.name}:${line}`)
          isEmpty = false
        }
        line = info.lines + 1
      }
      if (isEmpty) throw nothingIn(source.name)
    } catch (cause) {
      // The parser loses its place at a broken row: what follows cannot be told apart any more.
      const where = isEmpty && line === 1 ? source.name : `${source.name}:${line}`
      yield { kind: 'fault', id: where, error: brokenTable(cause, where) }
    }
  },
}

// The parser looks at every byte by itself, about a microsecond each in a long field.
const MAX_ROW_BYTES = 8_000_000

const Row = z.object({
  record: z.array(z.instanceof(Uint8Array)),
  info: z.object({ lines: z.number() }),
})
type Row = z.infer<typeof Row>

/** Fields stay bytes, so that one that is not UTF-8 spoils its own row only. */
async function* rowsOf(source: Source): AsyncIterable<Row> {
  const { head, rest } = await peek(source.bytes)
  const bytes = Readable.from(rest)
  const rows = parse({
    encoding: null,
    info: true,
    delimiter: delimiterOf(head),
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MAX_ROW_BYTES,
  })
  bytes.on('error', (error) => rows.destroy(error))
  try {
    for await (const row of bytes.pipe(rows)) yield Row.parse(row)
  } finally {
    bytes.destroy()
  }
}

/** Column names as `Article` spells them. */
function columnsOf(header: Row['record'], where: string): string[] {
  const known = new Map(Object.keys(RawArticle.shape).map((field) => [field.toLowerCase(), field]))
  const names = header.map((field) => (field.length === 0 ? '' : decode(field, where).trim()))
  const columns = names.map((name) => known.get(name.toLowerCase()) ?? name)
  if (columns.includes('text')) return columns
  const found = names.map((name) => `"${name.slice(0, 40)}"`).slice(0, 12)
  throw new StandpointError('RECORD_INVALID', `The table has no column "text", but ${found.join(', ')}`, {
    where: `${where}:1`,
    fix: 'Its first line must name the columns, separated by commas, semicolons or tabs: text, and if known id, title, url, outlet, author, publishedAt, language.',
  })
}

function articleOfRow(record: Row['record'], columns: readonly string[], where: string): ArchiveRecord {
  try {
    const fields = columns.map((column, index) => {
      const bytes = record[index]
      return [column, bytes === undefined || bytes.length === 0 ? '' : decode(bytes, where)]
    })
    return { kind: 'article', article: articleOfFields(Object.fromEntries(fields), where) }
  } catch (cause) {
    return { kind: 'fault', id: where, error: asArticleFault(cause, where) }
  }
}

function brokenTable(cause: unknown, where: string): StandpointError {
  if (!(cause instanceof CsvError)) return asArticleFault(cause, where)
  if (cause.code === 'CSV_MAX_RECORD_SIZE') return tooLarge(where, MAX_ROW_BYTES)
  const isMark =
    cause.code === 'CSV_QUOTE_NOT_CLOSED' ||
    cause.code === 'CSV_INVALID_CLOSING_QUOTE' ||
    cause.code === 'INVALID_OPENING_QUOTE'
  const what = isMark ? 'a quotation mark is not closed, or stands undoubled within a field' : cause.message
  return new StandpointError('RECORD_INVALID', `The table breaks off here: ${what}`, {
    where,
    fix: 'Quote fields that hold commas, quotation marks or line breaks, and double the marks inside; rows after this one were not read.',
    cause,
  })
}
