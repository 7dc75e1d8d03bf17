import type { RecordedAnswer } from '../../schema/call-contract.ts'
import { codeOf, type ErrorCode, RetryLater, StandpointError } from '../../schema/errors.ts'
import { isRecord } from '../json-schema.ts'
import { namesItsReason } from '../ladder.ts'
import { chatReplyOf } from '../replies/chat-reply.ts'
import { choiceIn, completionIn } from '../replies/completion-in.ts'

/** What an HTTP answer means for the call. `refused`: the server does not take the request as it stands; the ladder may know another. */
export type Verdict =
  | { kind: 'answered' }
  | { kind: 'refused'; message: string }
  /** `crashed`: the server broke over it, which a form of answer that it does not know can be the reason of. */
  | { kind: 'again'; message: string; stored: boolean; crashed: boolean }
  /** Without a time where the provider named none. */
  | { kind: 'later'; message: string; retryAfterMs?: number }
  | { kind: 'final'; error: StandpointError }

export type Provider = { baseUrl: string; model: string }

/** Judges the answer of a model server by status and body. Some put an error under status 200, so both are looked at. */
export function judgeAnswer(answer: RecordedAnswer, provider: Provider): Verdict {
  if (answer.status === 200 && chatReplyOf(answer.body)) return { kind: 'answered' }
  const { message, code, status, isError } = errorIn(answer)
  const where = provider.baseUrl
  const said = `${code} ${message}`
  const final = (error: StandpointError): Verdict => ({ kind: 'final', error })
  const refused: Verdict = { kind: 'refused', message: `HTTP ${status}: ${message}` }
  // OpenAI forbids log probabilities of models that reason with 403, OpenRouter has 404 where nobody offers tools.
  if ((status === 403 || status === 404) && namesItsReason(message) && !isUnknownModel(status, code, message))
    return refused
  if (status === 401 || status === 403) return final(keyRefused(provider, message))
  if (status === 402 || (status === 429 && /insufficient_quota|billing/i.test(said)))
    return final(quotaUsed(where, message))
  if (status === 413 || (status === 429 && /request too large/i.test(said))) return final(tooLarge(where, message))
  if (status === 429 || (status === 503 && answer.headers['retry-after'] !== undefined)) {
    return {
      kind: 'later',
      message: `${where} asks to come back later: ${message}`,
      retryAfterMs: retryAfterMs(answer),
    }
  }
  if (isTooLong(said)) return final(contextTooSmall(where, message))
  if (isUnknownModel(status, code, message)) return final(unknownModel(provider, message))
  if (status === 404 || status === 405) return final(notThere(where, status, message))
  if (status === 200 && isError) return { kind: 'again', message, stored: false, crashed: false }
  if (status === 200) return { kind: 'again', message: NO_COMPLETION + pageHint(answer), stored: true, crashed: false }
  if ((status >= 500 && status !== 501) || status === 408 || status === 409)
    return { kind: 'again', message: `HTTP ${status}: ${message}`, stored: false, crashed: status === 500 }
  if (status >= 400) return refused
  return final(notThere(where, status, answer.headers.location ?? message))
}

const NO_COMPLETION = 'the answer is no chat completion'

function pageHint({ body }: RecordedAnswer): string {
  return isPage(body) ? ' but a web page (for most servers the address ends in /v1)' : ''
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
 * A content filter that answers with an HTTP error (Azure and OpenRouter do, to news of war) has held back this one answer: it becomes what
 * other providers send, a completion that says so. It is no sign that the server would take the request in another form.
 */
export function withoutFilterError(answer: RecordedAnswer): RecordedAnswer {
  if (![400, 403, 422].includes(answer.status)) return answer
  const { code, message } = errorIn(answer)
  if (!FILTERED.test(`${code} ${message}`)) return answer
  const body = {
    settled_from: `HTTP ${answer.status}`,
    choices: [{ finish_reason: 'content_filter', message: { role: 'assistant', content: '' } }],
    usage: { prompt_tokens: 0, completion_tokens: 0 },
  }
  return { ...answer, status: 200, body: JSON.stringify(body) }
}

const FILTERED =
  /content_?filter|content_policy|ResponsibleAIPolicy|content management policy|requires moderation|input was flagged/i

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

function quotaUsed(where: string, message: string): StandpointError {
  return new StandpointError('MODEL_QUOTA_USED', `The account has no quota left: ${message}`, {
    where,
    fix: 'Add credit or a quota at the provider, or use another key.',
  })
}

function tooLarge(where: string, message: string): StandpointError {
  return new StandpointError('REQUEST_TOO_LARGE', `The model server takes no request of this size: ${message}`, {
    where,
    fix: 'Set STANDPOINT_CONTEXT_TOKENS to what the server takes in one request, so that long articles are read in parts.',
  })
}

function notThere(where: string, status: number, message: string): StandpointError {
  const what = `No chat completions are served at this address (HTTP ${status}: ${message})`
  return new StandpointError('MODEL_UNREACHABLE', what, {
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

function isTooLong(said: string): boolean {
  return TOO_LONG.some((words) => words.test(said))
}

/** As servers word it: OpenAI and most, llama.cpp and its Python server, SGLang, LM Studio, LiteLLM, Gemini, xAI, TGI. */
const TOO_LONG: readonly RegExp[] = [
  /context_length_exceeded|exceed_context_size|ContextWindowExceeded/i,
  /maximum (?:context|prompt) length|context (?:window|size|length) (?:is )?exceeded/i,
  /exceeds? (?:the )?(?:model's )?(?:available )?context|longer than the model's context/i,
  /context (?:the )?overflows/i,
  /(?:prompt|input) is too long|input token count[^.]{0,40}exceeds/i,
  /tokens `? ?\+ `?max_new_tokens`? must be/i,
]

function isUnknownModel(status: number, code: string, message: string): boolean {
  if (/model_not_found|model_not_available|invalid_model|unknown_model|DeploymentNotFound/i.test(code)) return true
  return [200, 400, 404].includes(status) && UNKNOWN_MODEL.test(message)
}

/** The name of the model may have dots. */
const UNKNOWN_MODEL =
  /\bmodel\b(?:[^.]|\.\S){0,80}?(?:not found|does not exist|not exist|is unknown)|(?:invalid|unknown|no such) model|not a valid model/i

/** The error that a body names; its own status where HTTP says 200. */
function errorIn(answer: RecordedAnswer): { message: string; code: string; status: number; isError: boolean } {
  const { status, body } = answer
  const parsed = completionIn(body)
  const error = isRecord(parsed) ? (errorOf(parsed) ?? parsed.detail ?? parsed.message ?? parsed) : parsed
  const fields = isRecord(error) ? error : {}
  const text = typeof error === 'string' ? error : typeof fields.message === 'string' ? fields.message : ''
  const code = [fields.code, fields.type].filter((each) => typeof each === 'string').join(' ')
  const isError = isRecord(parsed) && errorOf(parsed) !== undefined
  // Under status 200 what is no error is an answer in an unknown form: its words are a model's, and tell nothing of the server.
  const words = status === 200 && !isError ? '' : wordsOf(body)
  const message = clip([text || words, rawOf(fields)].join(' '))
  return { message, code, status: status === 200 && isError ? statusOf(fields, `${code} ${message}`) : status, isError }
}

/** Beside the choices, or of the first of them: a model that broke off. */
function errorOf(completion: Record<string, unknown>): unknown {
  const choice = choiceIn(completion)
  return completion.error ?? choice?.error ?? (choice?.finish_reason === 'error' ? BROKE_OFF : undefined)
}

const BROKE_OFF = 'the model broke off'

function statusOf({ code, status }: Record<string, unknown>, said: string): number {
  const named = Number(code ?? status)
  if (named >= 400 && named < 600) return named
  if (/rate.?limit|too many requests/i.test(said)) return 429
  return namesItsReason(said) ? 400 : 200
}

/** What the provider behind a router said. */
function rawOf({ metadata }: Record<string, unknown>): string {
  return isRecord(metadata) && typeof metadata.raw === 'string' ? `(${metadata.raw})` : ''
}

function wordsOf(body: string): string {
  return isPage(body) ? 'a web page' : body.trim() || 'no message'
}

function isPage(body: string): boolean {
  return /^\s*<(?:!doctype|html|head|body)\b/i.test(body.slice(0, 1_000))
}

function clip(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 300 ? `${line.slice(0, 300)}…` : line
}

const LONGEST_WAIT_MS = 3_600_000

/** `retry-after-ms`, else `Retry-After` in seconds or as a date, else what the body says; at most an hour. */
function retryAfterMs({ headers, body }: RecordedAnswer): number | undefined {
  const exact = Number(headers['retry-after-ms'] ?? Number.NaN)
  const given = headers['retry-after']
  const seconds = Number(given ?? Number.NaN)
  // The date of the answer itself, so that the two clocks need not agree.
  const until = Date.parse(given ?? '') - Date.parse(headers.date ?? '')
  const wait = [exact, seconds * 1000, until, saidMs(body)].find((ms) => Number.isFinite(ms) && ms >= 0)
  return wait === undefined ? undefined : Math.min(wait, LONGEST_WAIT_MS)
}

/** "Please try again in 1m7.5s" (OpenAI, Groq), or `"retryDelay": "34s"` (Gemini), a second at least; NaN where none is said. */
function saidMs(body: string): number {
  const { hours, minutes, seconds, ms } = SAID_WAIT.exec(body.slice(0, 10_000))?.groups ?? {}
  if (hours === undefined && minutes === undefined && seconds === undefined && ms === undefined) return Number.NaN
  const told = Number(hours ?? 0) * 3_600_000 + Number(minutes ?? 0) * 60_000 + Number(seconds ?? 0) * 1000
  return Math.max(told + Number(ms ?? 0), LEAST_SAID_MS)
}

/** They tell when one token is free again, and not when all that are needed are. */
const LEAST_SAID_MS = 1_000

const SAID_WAIT =
  /(?:try again in|retry in|"retryDelay"\s*:\s*")\s*(?:(?<hours>\d{1,4})h)?\s*(?:(?<minutes>\d{1,5})m(?!s))?\s*(?:(?<seconds>\d{1,7}(?:\.\d{1,12})?)s)?(?:(?<ms>\d{1,9}(?:\.\d{1,12})?)ms)?/i
