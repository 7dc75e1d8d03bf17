import { AsyncLocalStorage } from 'node:async_hooks'
import type { RecordedAnswer } from '../../schema/call-contract.ts'
import { sendHttp } from './send-http.ts'

/** One model call: the exact text that is to be sent, and the answer as it came over the wire. */
export type Tape = { body: string; answer?: RecordedAnswer }

/** Binds a tape to everything that happens within `tapes.run(tape, …)`. */
export const tapes = new AsyncLocalStorage<Tape>()

/**
 * A `fetch` below the client library that sends the text of the tape and records the answer on it.
 * - Recorded here, an answer is never lost: the libraries above throw on refusals, cut-off and invalid JSON, and drop usage. They
 *   are shown an empty one in its place, since they print warnings of their own about tool calls in other forms than OpenAI's.
 * - Sent from here, a request is exactly the one that was hashed: LangChain renames parameters and roles by the model's name.
 */
export const recordingFetch: typeof fetch = async (input, init) => {
  const tape = tapes.getStore()
  const answer = await sendHttp(new URL(input instanceof Request ? input.url : input), {
    method: init?.method ?? 'POST',
    headers: Object.fromEntries(new Headers(init?.headers)),
    body: tape?.body ?? (typeof init?.body === 'string' ? init.body : undefined),
    signal: init?.signal ?? undefined,
  })
  if (tape) tape.answer = answer
  return Response.json({ choices: [{ message: { role: 'assistant', content: '' } }] })
}
