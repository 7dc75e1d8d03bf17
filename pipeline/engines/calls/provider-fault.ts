import type { RecordedAnswer } from '../../schema/contracts.ts'
import { codeOf, type ErrorCode, RetryLater, StandpointError } from '../../schema/errors.ts'
import { isRecord } from '../json-schema.ts'
import { chatReplyOf, parseJson } from '../replies/chat-reply.ts'

/** What an HTTP answer means for the call. `refused`: the server does not take the request as it stands; the ladder may know another. */
export type Verdict =
  | { kind: 'answered' }
  | { kind: 'refused'; message: string }
  | { kind: 'again'; message: string; stored: boolean }
  /** Without a time where the provider named none. */
  | { kind: 'later'; message: string; retryAfterMs?: number }
  | { kind: 'final'; error: StandpointError }

export type Provider = { baseUrl: string; model: string }

/** Judges the answer of a model server by status and body. Some put an error under status 200, so both are looked at. */
export function judgeAnswer(answer: RecordedAnswer, provider: Provider): Verdict {
  if (answer.status === 200 && chatReplyOf(answer.body)) return { kind: 'answered' }
  const { message, code, status } = errorIn(answer)
  const where = provider.baseUrl
  const final = (error: StandpointError): Verdict => ({ kind: 'final', error })
  if (status === 401 || status === 403) return final(keyRefused(provider, message))
  if (status === 429 && /insufficient_quota|billing/i.test(`${code} ${message}`)) {
    return final(
      new StandpointError('MODEL_QUOTA_USED', `The account has no quota left: ${message}`, {
        where,
        fix: 'Add credit or a quota at the provider, or use another key.',
      }),
    )
  }
  if (status === 429 || (status === 503 && answer.headers['retry-after'] !== undefined)) {
    return {
      kind: 'later',
      message: `${where} asks to come back later: ${message}`,
      retryAfterMs: retryAfterMs(answer),
    }
  }
  if (isTooLong(code, message)) return final(contextTooSmall(where, message))
  if (isUnknownModel(status, code, message)) return final(unknownModel(provider, message))
  if (status === 404 || status === 405) return final(notThere(where, status))
  if (status === 200) return { kind: 'again', message: 'the answer is no chat completion', stored: true }
  if (status >= 500 || status === 408 || status === 409)
    return { kind: 'again', message: `HTTP ${status}: ${message}`, stored: false }
  if (status >= 400) return { kind: 'refused', message: `HTTP ${status}: ${message}` }
  return final(notThere(where, status))
}

/** The provider would take no call at all: no article is at fault, and trying others only repeats it. */
export function isShut({ code }: StandpointError): boolean {
  return SHUT.has(code)
}

const SHUT: ReadonlySet<ErrorCode> = new Set([
  'MODEL_KEY_REFUSED',
  'MODEL_UNKNOWN',
  'MODEL_QUOTA_USED',
  'MODEL_UNREACHABLE',
])

/**
 * A content filter that answers with an HTTP error (Azure does, to news of war) has held back this one answer: it becomes what
 * other providers send, a completion that says so. It is no sign that the server would take the request in another form.
 */
export function withoutFilterError(answer: RecordedAnswer): RecordedAnswer {
  if (answer.status !== 400 && answer.status !== 422) return answer
  const { code, message } = errorIn(answer)
  if (!/content_?filter|content_policy|ResponsibleAIPolicy|content management policy/i.test(`${code} ${message}`))
    return answer
  const body = {
    settled_from: `HTTP ${answer.status}`,
    choices: [{ finish_reason: 'content_filter', message: { role: 'assistant', content: '' } }],
    usage: { prompt_tokens: 0, completion_tokens: 0 },
  }
  return { ...answer, status: 200, body: JSON.stringify(body) }
}

export function keyRefused({ baseUrl }: Pick<Provider, 'baseUrl'>, message: string, cause?: unknown): StandpointError {
  return new StandpointError('MODEL_KEY_REFUSED', `The model server refuses the key: ${message}`, {
    where: baseUrl,
    fix: 'Set OPENAI_API_KEY (for a larger model on its own server STANDPOINT_LARGER_API_KEY) to a key of this server that may use the model.',
    cause,
  })
}

function unknownModel({ baseUrl, model }: Provider, message: string): StandpointError {
  return new StandpointError('MODEL_UNKNOWN', `The server does not know the model "${model}": ${message}`, {
    where: baseUrl,
    fix: 'Name one of the models that the server lists, with --model or STANDPOINT_MODEL (for a larger model on its own server set STANDPOINT_LARGER_MODEL and STANDPOINT_LARGER_BASE_URL, in every worker too).',
  })
}

function notThere(where: string, status: number): StandpointError {
  return new StandpointError('MODEL_UNREACHABLE', `No chat completions are served at this address (HTTP ${status})`, {
    where,
    fix: 'Check OPENAI_BASE_URL (for a larger model on its own server STANDPOINT_LARGER_BASE_URL); for most servers it ends in /v1.',
  })
}

/** The error for a request that a server does not take in any form that we know. */
export function providerError({ baseUrl }: Provider, message: string): StandpointError {
  return new StandpointError('MODEL_FAILED', `The model server refuses the request: ${message}`, {
    where: baseUrl,
    fix: 'Look up the message in the documentation of the server.',
  })
}

/** The error for a server that could not be spoken to at all. */
export function unreachable(where: string, cause: unknown): StandpointError {
  return new StandpointError('MODEL_UNREACHABLE', `The model server does not answer (${codeOf(cause)})`, {
    where,
    fix: 'Start the server, or correct OPENAI_BASE_URL (for a larger model on its own server STANDPOINT_LARGER_BASE_URL).',
    cause,
  })
}

/** The error for a request that came to no answer. */
export function networkError(error: unknown, { baseUrl }: Provider): StandpointError {
  if (error instanceof StandpointError) return error
  if (!isTimeout(error)) return unreachable(baseUrl, error)
  return new StandpointError('MODEL_FAILED', 'The model server did not answer in time', {
    where: baseUrl,
    fix: 'Look whether the server is overloaded; fewer articles at a time may help.',
    cause: error,
  })
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && (error.name === 'TimeoutError' || codeOf(error) === 'ETIMEDOUT')
}

/** No request left this machine, or it never came to a server: nobody can have billed it. */
export function neverReached(error: unknown): boolean {
  return error instanceof StandpointError || error instanceof RetryLater || UNSENT.has(codeOf(error))
}

const UNSENT: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

function contextTooSmall(where: string, message: string): StandpointError {
  return new StandpointError('CONTEXT_TOO_SMALL', `The request does not fit into the model's context: ${message}`, {
    where,
    fix: 'Set STANDPOINT_CONTEXT_TOKENS to the context that the server gives a request, or raise it there.',
  })
}

function isTooLong(code: string, message: string): boolean {
  const said = `${code} ${message}`
  return /context_length_exceeded|exceed_context_size|maximum context length|exceeds? the (?:available )?context|context (?:window|size|length) (?:is )?exceeded|prompt is too long/i.test(
    said,
  )
}

function isUnknownModel(status: number, code: string, message: string): boolean {
  if (/model_not_found|invalid_model|unknown_model/i.test(code)) return true
  return (
    [400, 404].includes(status) &&
    /\bmodel\b[^.]{0,80}(?:not found|does not exist|not exist|unknown|invalid model)/i.test(message)
  )
}

/** The error that a body names; its own status where HTTP says 200. */
function errorIn({ status, body }: RecordedAnswer): { message: string; code: string; status: number } {
  const parsed = parseJson(body)
  const error = isRecord(parsed) ? (parsed.error ?? parsed.detail ?? parsed.message ?? parsed) : parsed
  const fields = isRecord(error) ? error : {}
  const text = typeof error === 'string' ? error : typeof fields.message === 'string' ? fields.message : ''
  const code = [fields.code, fields.type].filter((each) => typeof each === 'string').join(' ')
  const named = Number(fields.code ?? fields.status)
  const isError = status === 200 && isRecord(parsed) && parsed.error !== undefined && named >= 400 && named < 600
  return { message: clip(text || (isRecord(parsed) ? body : 'no message')), code, status: isError ? named : status }
}

function clip(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 300 ? `${line.slice(0, 300)}…` : line
}

const LONGEST_WAIT_MS = 3_600_000

/** `retry-after-ms`, else `Retry-After` in seconds or as a date; at most an hour. */
function retryAfterMs({ headers }: RecordedAnswer): number | undefined {
  const exact = Number(headers['retry-after-ms'] ?? Number.NaN)
  const given = headers['retry-after']
  const seconds = Number(given ?? Number.NaN)
  // The date of the answer itself, so that the two clocks need not agree.
  const until = Date.parse(given ?? '') - Date.parse(headers.date ?? '')
  const wait = [exact, seconds * 1000, until].find((ms) => Number.isFinite(ms) && ms >= 0)
  return wait === undefined ? undefined : Math.min(wait, LONGEST_WAIT_MS)
}
