import type { StandpointError } from '../../pipeline/schema/errors.ts'
import type { Failure } from '../../pipeline/schema/store-contract.ts'

type Columns = {
  error_code: string | null
  error_message: string | null
  error_where: string | null
  error_fix: string | null
}

/** An error as its four columns; nothing at all where there is none. */
export function errorColumns(error: StandpointError | undefined): Columns {
  return {
    error_code: error?.code ?? null,
    error_message: storable(error?.message),
    error_where: storable(error?.where),
    error_fix: storable(error?.fix),
  }
}

/** A message may show a piece of broken input, and a database holds neither NUL nor half a surrogate pair. */
export function storable(text: string | undefined): string | null {
  return text?.slice(0, 2000).toWellFormed().replaceAll('\u0000', '\uFFFD') ?? null
}

export function failureOf(columns: Columns): Failure {
  return {
    code: columns.error_code ?? 'INTERNAL',
    message: columns.error_message ?? 'No reason was written down',
    where: columns.error_where ?? undefined,
    fix: columns.error_fix ?? undefined,
  }
}
