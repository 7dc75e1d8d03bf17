import type { Problem } from '../api/shapes.ts'

/** What went wrong, in words for whoever sits in front of the page. */
export type Trouble = { title: string; detail?: string; faults?: readonly string[] }

/** `status` is that of the answer, and 0 where there was none. */
export class RequestFailed extends Error {
  readonly trouble: Trouble
  readonly status: number
  constructor(trouble: Trouble, status: number, options?: ErrorOptions) {
    super(trouble.title, options)
    this.name = 'RequestFailed'
    this.trouble = trouble
    this.status = status
  }
}

export type Call = {
  secret: string
  method?: 'GET' | 'POST'
  body?: unknown
  headers?: Record<string, string>
  signal?: AbortSignal
}

/**
 * Asks the API of the server that the page came from, of the same version, so its answers are taken as its schema says.
 * @throws RequestFailed for every answer that is an error, and for none
 */
export async function ask<T>(path: string, call: Call): Promise<T> {
  const response = await send(path, call)
  return response.json()
}

/** @throws RequestFailed as `ask` does */
export async function send(path: string, { secret, method, body, headers, signal }: Call): Promise<Response> {
  const response = await fetch(path, {
    method,
    signal,
    headers: {
      authorization: `Bearer ${secret}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch((cause: unknown) => {
    throw new RequestFailed(NO_ANSWER, 0, { cause })
  })
  if (!response.ok) throw new RequestFailed(await troubleIn(response), response.status)
  return response
}

/** What to show of anything that was thrown. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof RequestFailed) return error.trouble
  return { title: 'The page itself is at fault', detail: error instanceof Error ? error.message : String(error) }
}

const NO_ANSWER: Trouble = {
  title: 'The server does not answer',
  detail: 'See that it runs and that this machine reaches it, then try again.',
}

const NOT_TAKEN: Trouble = { title: 'The server cannot take it as it is' }

async function troubleIn(response: Response): Promise<Trouble> {
  const problem: Partial<Problem> | undefined = await response.json().catch(() => undefined)
  if (problem?.title === undefined) return { title: `The server answers with an error (HTTP ${response.status})` }
  const faults = problem.errors?.map(({ pointer, detail }) => `${fieldAt(pointer)}: ${detail}`)
  if (faults) return { ...NOT_TAKEN, faults }
  const report = problem.code === 'INTERNAL' ? `(${problem.instance})` : undefined
  return { title: problem.title, detail: [problem.detail, report].filter(Boolean).join(' ') }
}

/** `/options/language` as a reader knows it: language. */
function fieldAt(pointer: string): string {
  const names = pointer.split('/').filter((part) => part !== '' && part !== 'options' && !/^\d+$/.test(part))
  return names.at(-1) ?? 'article'
}
