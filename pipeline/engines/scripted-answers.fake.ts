import type { ChatRequest, Script, Scripted } from './scripted-server.fake.ts'

// Answers of the FAKE model server, good ones and every way of going wrong that was seen or is documented.

/** A chat completion with this content, as JSON where it is none of a string. */
export function says(content: unknown, { finish = 'stop', ...message }: Reply = {}): Scripted {
  const text = typeof content === 'string' || content === null ? content : JSON.stringify(content)
  return completion({ role: 'assistant', content: text, ...message }, finish)
}
type Reply = { finish?: string; refusal?: string; reasoning_content?: string }

/** The answer in the form that the request asks for: the forced tool, else content. */
export function answers(request: ChatRequest, value: unknown): Scripted {
  const name = request.tool_choice?.function.name
  if (name === undefined) return says(value)
  const call = { id: 'call-1', type: 'function', function: { name, arguments: JSON.stringify(value) } }
  return completion({ role: 'assistant', content: null, tool_calls: [call] }, 'tool_calls')
}

function completion(message: Record<string, unknown>, finish: string): Scripted {
  const tokens = Math.ceil(JSON.stringify(message).length / 4)
  return json(200, {
    id: 'fake',
    object: 'chat.completion',
    created: 0,
    model: 'fake-model',
    choices: [{ index: 0, message, finish_reason: finish }],
    usage: { prompt_tokens: 100, completion_tokens: tokens, total_tokens: 100 + tokens },
  })
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Scripted {
  return { kind: 'answer', status, body: JSON.stringify(body), headers }
}

/** An error as OpenAI words it. */
export function refuses(message: string, { status = 400, code = 'invalid_request_error' } = {}): Scripted {
  return json(status, { error: { message, type: 'invalid_request_error', code } })
}

export const misbehaviours = {
  notJson: says('The ministers spoke at length and everybody went home.'),
  empty: says(''),
  wrongShape: says({ weather: 'rain' }),
  thinksOnly: says('', { reasoning_content: 'First I should look at the actors…' }),
  thinksInContent: says('<think>First I should look at the actors', { finish: 'length' }),
  declines: says(null, { refusal: 'I cannot help with that.' }),
  declinesInWords: says("I'm sorry, but I can't help with that."),
  filtered: says('', { finish: 'content_filter' }),
  truncated: says('{"items":[{"text":"one"},{"text":"tw', { finish: 'length' }),
  loops: says(`{"items":[${'{"text":"the same words again and again"},'.repeat(40)}`, { finish: 'length' }),
  noChoices: json(200, { id: 'fake', object: 'chat.completion', choices: [] }),
  errorUnder200: json(200, { error: { message: 'upstream is overloaded', code: 502 } }),
  htmlPage: { kind: 'answer', status: 502, headers: { 'content-type': 'text/html' }, body: '<html><h1>Bad gateway' },
  htmlUnder200: { kind: 'answer', status: 200, headers: { 'content-type': 'text/html' }, body: '<html><h1>Welcome' },
  serverError: json(500, { error: { message: 'out of memory' } }),
  loading: json(503, { error: { message: 'Loading model', type: 'unavailable_error', code: 503 } }),
  wrongKey: json(401, { error: { message: 'Incorrect API key provided', code: 'invalid_api_key' } }),
  quotaGone: json(429, { error: { message: 'You exceeded your current quota', code: 'insufficient_quota' } }),
  unknownModel: json(404, { error: { message: 'The model `x` does not exist', code: 'model_not_found' } }),
  tooLong: json(400, {
    error: { message: 'the request exceeds the available context size', type: 'exceed_context_size_error' },
  }),
  hang: { kind: 'hang' },
  reset: { kind: 'reset' },
  half: { kind: 'half', body: JSON.stringify({ choices: [{ message: { content: '{"items":[]}' } }] }) },
} as const satisfies Record<string, Scripted>

export function rateLimited(seconds: number): Scripted {
  return json(
    429,
    { error: { message: 'Rate limit reached', code: 'rate_limit_exceeded' } },
    { 'retry-after': String(seconds) },
  )
}

/** The same answer without its token counts. */
export function withoutUsage(scripted: Scripted): Scripted {
  if (scripted.kind !== 'answer') return scripted
  const { usage: _left, ...rest } = JSON.parse(scripted.body)
  return { ...scripted, body: JSON.stringify(rest) }
}

/** The scripts in order, one a request; the last for all that follow. */
export function inOrder(...scripts: readonly (Script | Scripted)[]): Script {
  return (request, index) => {
    const next = scripts[Math.min(index, scripts.length - 1)]
    if (next === undefined) return misbehaviours.empty
    return typeof next === 'function' ? next(request, index) : next
  }
}

/** Refuses every request that has one of these fields, naming it, as servers do that do not know it. */
export function refusing(fields: readonly (keyof ChatRequest & string)[], then: Script): Script {
  return (request, index) => {
    const field = fields.find((name) => request[name] !== undefined)
    return field ? refuses(`Unsupported parameter: '${field}' is not supported with this model.`) : then(request, index)
  }
}

/** Refuses system messages, as the chat templates of some models do. */
export function refusingSystemRole(then: Script): Script {
  return (request, index) =>
    request.messages.some(({ role }) => role === 'system') ? refuses('System role not supported') : then(request, index)
}
