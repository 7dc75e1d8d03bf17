import { z } from 'zod'
import { isRecord } from '../json-schema.ts'
import { parseJson } from './parse-json.ts'

/**
 * The JSON value in the body of an answer; also where it came as a stream of events that nobody asked for, whose pieces are joined,
 * and where probabilities are written as `-Infinity`, which JSON does not have. undefined when there is none. Never throws.
 */
export function completionIn(body: string): unknown {
  return parseJson(body) ?? joined(eventsIn(body)) ?? valueIn(body)
}

function valueIn(text: string): unknown {
  return parseJson(text) ?? (NO_NUMBERS.test(text) ? parseJson(withNulls(text)) : undefined)
}

const NO_NUMBERS = /\b(?:NaN|Infinity)\b/
// A text that never ends reaches to the end: it is not begun anew at each quote in it.
const TEXT_OR_NO_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?$)|\bNaN\b|-?\bInfinity\b/gs

function withNulls(body: string): string {
  return body.replace(TEXT_OR_NO_NUMBER, (found) => (found.startsWith('"') ? found : 'null'))
}

/** The data of server-sent events; none where a body is no stream of them, or one cannot be read: a piece of the answer would lack. */
function eventsIn(body: string): Record<string, unknown>[] {
  if (!/^\s*(?:data|event|id|retry)?:/.test(body)) return []
  const told = body
    .split(/\r\n|\n|\r/)
    .flatMap((line) => (line.startsWith('data:') ? line.slice('data:'.length).trim() : []))
  const events = told.filter((data) => data !== '' && data !== '[DONE]').map(valueIn)
  return events.every(isRecord) ? events : []
}

const Text = z.string().catch('')
const CallPiece = z.object({
  index: z.int().nonnegative().catch(0),
  function: z.object({ name: Text, arguments: Text }).catch({ name: '', arguments: '' }),
})
const Piece = z.object({
  finish_reason: z.string().nullish().catch(undefined),
  logprobs: z
    .object({ content: z.array(z.unknown()) })
    .nullish()
    .catch(undefined),
  delta: z.object({
    content: Text,
    reasoning_content: Text,
    reasoning: Text,
    refusal: Text,
    tool_calls: z.array(CallPiece).catch([]),
  }),
})
type Piece = z.infer<typeof Piece>

/** The completion whose pieces the events are. What is whole in one event, an error for instance, stands for itself. */
function joined(events: readonly Record<string, unknown>[]): unknown {
  if (events.length === 0) return undefined
  const whole = events.find((event) => Boolean(event.error) || isRecord(choiceIn(event)?.message))
  if (whole) return whole
  const pieces = events.flatMap((event) => Piece.safeParse(choiceIn(event)).data ?? [])
  const last = <T>(of: (event: Record<string, unknown>) => T | null | undefined) => events.map(of).findLast((it) => it)
  const tokens = pieces.flatMap(({ logprobs }) => logprobs?.content ?? [])
  return {
    model: last(({ model }) => model),
    choices: [
      {
        finish_reason: pieces.findLast(({ finish_reason: finish }) => finish)?.finish_reason,
        message: messageOf(pieces),
        ...(tokens.length > 0 && { logprobs: { content: tokens } }),
      },
    ],
    usage: last(({ usage }) => usage),
  }
}

/** The first choice of a completion, which is all that is asked for. */
export function choiceIn({ choices }: Record<string, unknown>): Record<string, unknown> | undefined {
  const first: unknown = Array.isArray(choices) ? choices[0] : undefined
  return isRecord(first) ? first : undefined
}

function messageOf(pieces: readonly Piece[]) {
  const all = (field: 'content' | 'reasoning_content' | 'reasoning' | 'refusal') =>
    pieces.map(({ delta }) => delta[field]).join('')
  const calls = Map.groupBy(
    pieces.flatMap(({ delta }) => delta.tool_calls),
    ({ index }) => index,
  )
  return {
    content: all('content'),
    reasoning_content: all('reasoning_content'),
    reasoning: all('reasoning'),
    refusal: all('refusal'),
    tool_calls: [...calls.values()].map((parts) => ({
      function: {
        name: parts.map((part) => part.function.name).join(''),
        arguments: parts.map((part) => part.function.arguments).join(''),
      },
    })),
  }
}
