import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { StandpointError } from '../../pipeline/schema/errors.ts'
import { asArticleFault, type Format, MAX_RECORD_BYTES, type Source } from './format.ts'
import { articleOfFields } from './jsonl.ts'

/** A table with a header line that names `Article`'s fields; other columns are passed over. */
export const csv: Format = {
  name: 'csv',
  extensions: ['.csv', '.tsv'],
  async *read(source) {
    let lines = 1
    try {
      for await (const { record, info } of rowsOf(source)) {
        const where = `${source.name}:${lines + 1}`
        lines = info.lines
        try {
          yield { kind: 'article', article: articleOfFields(record, where) }
        } catch (cause) {
          yield { kind: 'fault', id: where, error: asArticleFault(cause, where) }
        }
      }
    } catch (cause) {
      // The parser loses its place at a broken row: what follows cannot be told apart any more.
      const where = `${source.name}:${lines + 1}`
      yield { kind: 'fault', id: where, error: brokenTable(cause, where) }
    }
  },
}

type Row = { record: Record<string, string>; info: { lines: number } }

function rowsOf(source: Source): AsyncIterable<Row> {
  return Readable.from(source.bytes).pipe(
    parse({
      columns: true,
      bom: true,
      info: true,
      delimiter: source.name.endsWith('.tsv') ? '\t' : ',',
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: MAX_RECORD_BYTES,
    }),
  )
}

function brokenTable(cause: unknown, where: string): StandpointError {
  if (cause instanceof StandpointError) return cause
  return new StandpointError(
    'RECORD_INVALID',
    `The table breaks off here: ${cause instanceof Error ? cause.message : ''}`,
    {
      where,
      fix: 'Quote fields that hold commas, quotation marks or line breaks, and double the marks inside; rows after this one were not read.',
      cause,
    },
  )
}
