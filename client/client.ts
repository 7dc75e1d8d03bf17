import { EventSourceParserStream } from 'eventsource-parser/stream'
import createClient, { type Client } from 'openapi-fetch'
import type { components, paths } from './schema.ts'

type Schemas = components['schemas']
export type Submission = Schemas['Submission']
export type AnalysisRequest = Schemas['AnalysisRequest']
export type Result = Schemas['Result']
export type Problem = Schemas['Problem']
type Step = { step: string; phase: string; ms: number }

/** What happens to a submission: its steps, and the states that it goes through. */
export type Event = { kind: 'step'; step: Step } | { kind: 'state'; request: AnalysisRequest }

/** An answer of the server that is an error. `problem.code` never changes. */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super([problem.title, problem.detail].filter(Boolean).join('. '))
    this.name = 'ProblemError'
    this.problem = problem
  }
}

export type Standpoint = {
  /** Every route, typed: `api.GET('/v1/analyses', { params: { query: { state: 'done' } } })`. */
  api: Client<paths>
  /** Accepts an article. With an `idempotencyKey` it may be sent again without harm. */
  submit(submission: Submission, options?: { idempotencyKey?: string; waitSeconds?: number }): Promise<AnalysisRequest>
  /** Steps and states until the last one. A connection that breaks off is taken up where it was. */
  watch(id: string, options?: { signal?: AbortSignal }): AsyncGenerator<Event>
  /** Submits, waits however long it takes, and gives the result. */
  analyse(submission: Submission, options?: { signal?: AbortSignal }): Promise<Result>
}

/** A client for the server at `url`. Errors of the server are thrown as `ProblemError`. */
export function openStandpoint({ url, key }: { url: string; key: string }): Standpoint {
  const api = createClient<paths>({ baseUrl: url, headers: { authorization: `Bearer ${key}` } })
  const submit: Standpoint['submit'] = async (body, { idempotencyKey, waitSeconds } = {}) => {
    const header = {
      'idempotency-key': idempotencyKey,
      prefer: waitSeconds === undefined ? undefined : `wait=${waitSeconds}`,
    }
    const { data, error } = await api.POST('/v1/analyses', { body, params: { header } })
    return answered(data, error)
  }
  const watch = (id: string, { signal }: { signal?: AbortSignal } = {}) => eventsOf(api, id, signal)
  return {
    api,
    submit,
    watch,
    async analyse(submission, { signal } = {}) {
      const { id } = await submit(submission)
      for await (const event of watch(id, { signal })) {
        if (event.kind === 'state' && event.request.error) throw new Error(event.request.error.message)
      }
      const { data, error } = await api.GET('/v1/analyses/{id}/result', { params: { path: { id } } })
      return answered(data, error)
    },
  }
}

function answered<T>(data: T | undefined, problem: Problem | undefined): T {
  if (data !== undefined) return data
  throw problem === undefined ? new Error('The server gave no answer') : new ProblemError(problem)
}

const FINAL: ReadonlySet<string> = new Set(['done', 'failed', 'cancelled'])
const AGAIN_MS = 1000
const MOST_FAILURES = 10

async function* eventsOf(api: Client<paths>, id: string, signal: AbortSignal | undefined): AsyncGenerator<Event> {
  let last: string | undefined
  for (let failures = 0; ; ) {
    try {
      const { data, error } = await api.GET('/v1/analyses/{id}/events', {
        params: { path: { id }, header: { 'last-event-id': last } },
        parseAs: 'stream',
        signal,
      })
      for await (const { id: number, event, data: text } of messagesOf(answered(data ?? undefined, error))) {
        failures = 0
        last = number ?? last
        const told: Event =
          event === 'step' ? { kind: 'step', step: JSON.parse(text) } : { kind: 'state', request: JSON.parse(text) }
        yield told
        if (told.kind === 'state' && FINAL.has(told.request.state)) return
      }
    } catch (error) {
      if (signal?.aborted || error instanceof ProblemError || ++failures > MOST_FAILURES) throw error
    }
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
  }
}

function messagesOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>) {
  return stream.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream())
}
