/** Every error that a person can meet, by stable code. `docs/errors.md` explains each; a test holds the two together. */
export const ERROR_CODES = [
  'ARTICLE_EMPTY',
  'ARTICLE_BINARY',
  'ARTICLE_ENCODING',
  'ARTICLE_TOO_LARGE',
  'ARTICLE_UNREADABLE_TEXT',
  'ARTICLE_NOT_FOUND_IN_PAGE',
  'RECORD_INVALID',
  'INPUT_MISSING',
  'INPUT_EMPTY',
  'FORMAT_UNKNOWN',
  'OPTION_INVALID',
  'CONFIG_INVALID',
  'CALIBRATION_INVALID',
  'PROMPT_INVALID',
  'PROMPT_UNKNOWN',
  'MODEL_UNREACHABLE',
  'MODEL_KEY_REFUSED',
  'MODEL_UNKNOWN',
  'MODEL_QUOTA_USED',
  'MODEL_UNUSABLE',
  'MODEL_FAILED',
  'CONTEXT_TOO_SMALL',
  'REQUEST_TOO_LARGE',
  'ENGINE_UNKNOWN',
  'PROVIDER_NOT_INSTALLED',
  'TRACES_NOT_INSTALLED',
  'FOLDER_LOCKED',
  'FOLDER_UNUSABLE',
  'REDIS_UNREACHABLE',
  'DATABASE_UNREACHABLE',
  'DATABASE_FAILED',
  'GOLD_INVALID',
  'DATASET_INVALID',
  'OUTPUT_UNWRITABLE',
  'REQUEST_INVALID',
  'KEY_MISSING',
  'KEY_REFUSED',
  'SCOPE_MISSING',
  'NOT_FOUND',
  'NOT_DONE',
  'CONFLICT',
  'IDEMPOTENCY_KEY_REUSED',
  'VERSION_MISSING',
  'VERSION_STALE',
  'CORRECTION_REFUSED',
  'RATE_LIMITED',
  'QUEUE_FULL',
  'STORE_AWAY',
  'URL_REFUSED',
  'URL_UNREACHABLE',
  'URL_UNSUITABLE',
  'CANCELLED',
  'INTERNAL',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/** An error that says what was wrong (`message`), where, and what to do about it. */
export class StandpointError extends Error {
  readonly code: ErrorCode
  readonly where: string | undefined
  readonly fix: string | undefined

  constructor(code: ErrorCode, what: string, options: { where?: string; fix?: string; cause?: unknown } = {}) {
    super(what, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'StandpointError'
    this.code = code
    this.where = options.where?.replaceAll(CREDENTIALS, '//')
    this.fix = options.fix
  }
}

/** Name and password in an address: errors are shown, stored and sent on. */
const CREDENTIALS = /\/\/[^\s/?#@]+@/g

/** Not a fault: the limiter or the provider says when to come back. The worker puts the job back without counting an attempt. */
export class RetryLater extends Error {
  readonly retryAfterMs: number
  /** In a word for a log: the message may quote a provider, who may quote an article. */
  readonly because: string

  constructor(reason: string, retryAfterMs: number, because = 'later') {
    super(reason)
    this.name = 'RetryLater'
    this.retryAfterMs = retryAfterMs
    this.because = because
  }
}

/**
 * The code of an error (ours, or the system's: ECONNREFUSED), wherever in the chain of causes it stands; else its name. What does
 * not look like one is left out: clients of providers put there what a server says.
 */
export function codeOf(error: unknown): string {
  for (let each = error, depth = 0; each instanceof Error && depth < 6; each = each.cause, depth++) {
    if ('code' in each && typeof each.code === 'string' && CODE.test(each.code)) return each.code
  }
  return error instanceof Error && CODE.test(error.name) ? error.name : 'unknown error'
}

const CODE = /^[\w.-]{1,60}$/
