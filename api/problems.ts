import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { codeOf, type ErrorCode, StandpointError } from '../pipeline/schema/errors.ts'
import type { Log } from '../workers/log.ts'
import { isAway } from '../workers/store/is-away.ts'
import { knownFields } from './known-fields.ts'
import type { Problem } from './shapes.ts'

/** HTTP status of each error that a request can be answered with. Every other one is a fault of the server. */
const STATUS: Partial<Record<ErrorCode, number>> = {
  REQUEST_INVALID: 400,
  OPTION_INVALID: 400,
  RECORD_INVALID: 400,
  ENGINE_UNKNOWN: 400,
  KEY_MISSING: 401,
  KEY_REFUSED: 401,
  SCOPE_MISSING: 403,
  NOT_FOUND: 404,
  NOT_DONE: 409,
  CONFLICT: 409,
  CANCELLED: 409,
  ARTICLE_TOO_LARGE: 413,
  FORMAT_UNKNOWN: 415,
  ARTICLE_EMPTY: 422,
  ARTICLE_BINARY: 422,
  ARTICLE_ENCODING: 422,
  ARTICLE_UNREADABLE_TEXT: 422,
  ARTICLE_NOT_FOUND_IN_PAGE: 422,
  URL_REFUSED: 422,
  URL_UNSUITABLE: 422,
  IDEMPOTENCY_KEY_REUSED: 422,
  VERSION_STALE: 412,
  CORRECTION_REFUSED: 422,
  VERSION_MISSING: 428,
  RATE_LIMITED: 429,
  URL_UNREACHABLE: 502,
  MODEL_UNREACHABLE: 502,
  MODEL_KEY_REFUSED: 502,
  MODEL_UNKNOWN: 502,
  MODEL_UNUSABLE: 502,
  MODEL_FAILED: 502,
  PROVIDER_NOT_INSTALLED: 502,
  QUEUE_FULL: 503,
  STORE_AWAY: 503,
}

/** Every error of a request as problem details (RFC 9457), with the status that fits. What is our own fault is logged, not shown. */
export function problemHandler(log: Log) {
  return (error: FastifyError | StandpointError, request: FastifyRequest, reply: FastifyReply) => {
    const known = knownOf(error)
    const status = STATUS[known.code] ?? 500
    if (status === 500) {
      const { url: route } = request.routeOptions
      log.error({ event: 'api.fault', request: request.id, route, code: codeOf(error), at: placeIn(error) })
    }
    if (known.code === 'KEY_MISSING' || known.code === 'KEY_REFUSED')
      reply.header('www-authenticate', challengeFor(request))
    if (status === 503 && !reply.hasHeader('retry-after')) reply.header('retry-after', '5')
    return sendProblem(reply, { ...problemOf(known, status, request.id), errors: faultsOf(error, request) })
  }
}

/** A browser asks for name and password on pages only; the key is the password. */
function challengeFor(request: FastifyRequest): string {
  return request.url.startsWith('/admin/')
    ? 'Basic realm="Standpoint: any name, and an admin key as the password"'
    : 'Bearer'
}

function sendProblem(reply: FastifyReply, problem: Problem) {
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problem))
}

function problemOf(error: StandpointError, status: number, instance: string): Problem {
  const hidden = status === 500
  const detail = [error.where, error.fix].filter((each) => each !== undefined).join('. ')
  return {
    type: `/problems/${error.code}`,
    title: hidden ? 'The server itself is at fault' : error.message,
    status,
    code: hidden ? 'INTERNAL' : error.code,
    detail: hidden ? 'Please report it with the time and with the id of this request.' : detail || undefined,
    instance,
  }
}

function knownOf(error: FastifyError | StandpointError): StandpointError {
  if (error instanceof StandpointError) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    return new StandpointError('REQUEST_INVALID', `The ${placeOf(error)} of the request is not valid`, {
      fix: 'Mend what `errors` names; /docs shows the form of each request.',
    })
  }
  if (isAway(error))
    return new StandpointError('STORE_AWAY', 'The database does not answer at the moment', { cause: error })
  return ofFastify(error) ?? new StandpointError('INTERNAL', reasonOf(error), { cause: error })
}

function placeOf({ validationContext }: FastifyError): string {
  switch (validationContext) {
    case 'querystring':
      return 'query'
    case 'params':
      return 'path'
    case 'headers':
      return 'header'
    default:
      return 'body'
  }
}

/** Faults that the server finds before a route of ours sees the request. */
function ofFastify(error: FastifyError): StandpointError | undefined {
  const status = error.statusCode ?? 500
  if (status === 413) {
    return new StandpointError('ARTICLE_TOO_LARGE', 'The request is larger than the server takes', {
      fix: 'Send many articles as a batch, one a line.',
      cause: error,
    })
  }
  if (status === 415) {
    return new StandpointError('FORMAT_UNKNOWN', 'The server does not read this content type here', {
      fix: 'Send application/json, or application/x-ndjson for a batch.',
      cause: error,
    })
  }
  if (status === 429) return new StandpointError('RATE_LIMITED', error.message, { cause: error })
  if (status >= 400 && status < 500)
    return new StandpointError('REQUEST_INVALID', plain(error.message), { cause: error })
  return undefined
}

/** One line, and none of what was sent. */
function plain(message: string): string {
  return message.split('\n')[0]?.slice(0, 200) ?? 'The request cannot be read'
}

/** An error about several places of a request, each with its own reason. */
export class FaultsError extends StandpointError {
  readonly faults: NonNullable<Problem['errors']>

  constructor(code: ErrorCode, what: string, options: { faults: NonNullable<Problem['errors']>; fix?: string }) {
    super(code, what, options)
    this.faults = options.faults
  }
}

function faultsOf(error: FastifyError | StandpointError, request: FastifyRequest): Problem['errors'] {
  if (error instanceof FaultsError) return error.faults
  if (!hasZodFastifySchemaValidationErrors(error)) return undefined
  const schema = error.validationContext && request.routeOptions.schema?.[error.validationContext]
  const faults = error.validation.flatMap(({ instancePath, message, params }) => {
    const path = instancePath.split('/').filter((name) => name !== '')
    const { data: unknown } = UnknownFields.safeParse(params)
    if (unknown === undefined) return [faultAt(path, message ?? 'is not valid')]
    const known = knownFields(schema, path)
    const hint = known.length === 0 ? '' : `; known are ${known.join(', ')}`
    return unknown.keys.map((key) => faultAt([...path, key], `There is no such field${hint}`))
  })
  return faults.slice(0, 50)
}

const UnknownFields = z.object({ keys: z.array(z.string()) })

function faultAt(path: readonly string[], detail: string): NonNullable<Problem['errors']>[number] {
  return {
    pointer: path
      .map((name) => `/${name}`)
      .join('')
      .slice(0, 300),
    detail: detail.slice(0, 300),
  }
}

/** The line of code that an error comes from; its message may quote what was sent. */
function placeIn({ stack }: Error): string | undefined {
  return stack
    ?.split('\n')
    .find((line) => /^\s+at /.test(line))
    ?.trim()
    .slice(0, 300)
}

function reasonOf(error: Error): string {
  return `${error.name}: ${error.message}`.slice(0, 300)
}
