import { RetryLater, StandpointError } from '../pipeline/schema/errors.ts'
import { readable } from './readable.ts'

/** What a shell is told. `someFailed`: the run went through, but some articles have no result. */
export const EXIT = { ok: 0, failed: 1, usage: 2, someFailed: 3, interrupted: 130 } as const

export function exitCodeOf(error: unknown): number {
  if (!(error instanceof StandpointError)) return EXIT.failed
  if (error.code === 'CANCELLED') return EXIT.interrupted
  return error.code === 'OPTION_INVALID' ? EXIT.usage : EXIT.failed
}

/** Tells a person on standard error what was wrong, where, and what to do; as one JSON object where asked for. */
export function printError(error: unknown, { json }: { json: boolean }): void {
  process.stderr.write(json ? `${JSON.stringify(errorFields(error))}\n` : `${errorText(error)}\n`)
}

export function errorFields(error: unknown): { code: string; message: string; where?: string; fix?: string } {
  if (error instanceof StandpointError) {
    return { code: error.code, message: error.message, where: error.where, fix: error.fix }
  }
  if (error instanceof RetryLater) {
    return { code: 'MODEL_FAILED', message: error.message, fix: againText(error) }
  }
  return { code: 'INTERNAL', message: error instanceof Error ? error.message : String(error) }
}

/** What was wrong, where, and what to do, on a line each; a file name or a message of others cannot drive the terminal. */
export function errorText(error: unknown): string {
  if (error instanceof RetryLater) {
    return `${readable(error.message)}\n  ${againText(error)}`
  }
  if (!(error instanceof StandpointError)) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return `This should not have happened, and is a fault of Standpoint:\n${detail.slice(0, 4_000)}`
  }
  const places = (error.where ?? '')
    .split('\n')
    .map(readable)
    .filter((place) => place !== '')
  const fix = error.fix ? `\n  ${readable(error.fix)}` : ''
  const what = `${readable(error.message)} (${error.code})`
  if (places.length > 1) return [`${what}:`, ...places.map((place) => `  ${place}`)].join('\n') + fix
  return `${places.map((place) => `${place}: `).join('')}${what}${fix}`
}

function againText({ retryAfterMs }: RetryLater): string {
  return `Try again in ${Math.ceil(retryAfterMs / 1000)} s.`
}
