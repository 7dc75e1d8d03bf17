import { createParser, type EventSourceMessage } from 'eventsource-parser'
import type { AnalysisRequest } from '../api/shapes.ts'
import type { StepEvent } from '../pipeline/schema/contracts.ts'
import { RequestFailed, send } from './client.ts'

export type Watching = {
  secret: string
  signal: AbortSignal
  onStep(progress: StepEvent): void
  onState(request: AnalysisRequest): void
  /** True when the server was lost, false when it is back. */
  onAway(isAway: boolean): void
}

/** The server says something every 15 s, if only that it lives. */
const SILENT_MS = 45_000
const LONGEST_WAIT_MS = 10_000

/**
 * Tells what happens to a submission until it is settled, and goes on where it stopped when the connection breaks.
 * EventSource cannot send a key, so the stream is read by fetch.
 * @throws RequestFailed where asking again cannot help: the key is refused, the submission is gone
 */
export async function watch(id: string, watching: Watching): Promise<AnalysisRequest> {
  let lastEventId: string | undefined
  for (let failures = 0; ; failures++) {
    try {
      for await (const event of eventsOf(id, lastEventId, watching)) {
        failures = 0
        watching.onAway(false)
        lastEventId = event.id ?? lastEventId
        const settled = tell(event, watching)
        if (settled !== undefined) return settled
      }
    } catch (error) {
      if (watching.signal.aborted || !mayHelpToAskAgain(error)) throw error
    }
    watching.signal.throwIfAborted()
    watching.onAway(true)
    await sleep(Math.min(LONGEST_WAIT_MS, 500 * 2 ** failures), watching.signal)
  }
}

function tell({ event, data }: EventSourceMessage, { onStep, onState }: Watching): AnalysisRequest | undefined {
  if (event === 'step') onStep(JSON.parse(data))
  if (event !== 'state') return undefined
  const request: AnalysisRequest = JSON.parse(data)
  onState(request)
  return isSettled(request) ? request : undefined
}

export function isSettled({ state }: AnalysisRequest): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled'
}

function mayHelpToAskAgain(error: unknown): boolean {
  return !(error instanceof RequestFailed) || error.status === 0 || error.status === 429 || error.status >= 500
}

async function* eventsOf(
  id: string,
  lastEventId: string | undefined,
  { secret, signal }: Watching,
): AsyncGenerator<EventSourceMessage> {
  const headers = lastEventId === undefined ? undefined : { 'last-event-id': lastEventId }
  const { body } = await send(`/v1/analyses/${id}/events`, { secret, signal, headers })
  if (body === null) return
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  const events: EventSourceMessage[] = []
  const parser = createParser({ onEvent: (event) => events.push(event) })
  for (;;) {
    const silent = setTimeout(() => reader.cancel(), SILENT_MS)
    const { done, value } = await reader.read().finally(() => clearTimeout(silent))
    if (done) return
    parser.feed(value)
    yield* events.splice(0)
  }
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })
}
