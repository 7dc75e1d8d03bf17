import { type Attributes, type Span, SpanKind, trace } from '@opentelemetry/api'
import type { Lane } from '../pipeline/schema/call-contract.ts'
import type { ClaimedTask } from '../pipeline/schema/store-contract.ts'
import { type InSpan, inSpan } from '../pipeline/traces/in-span.ts'
import { contextOf } from '../pipeline/traces/traceparent.ts'

/** Accepting work as a span; tasks that `act` makes remember it. */
export function inSendSpan<T>(lane: Lane, attributes: Attributes, act: (span: Span) => Promise<T>): Promise<T> {
  const options = { kind: SpanKind.PRODUCER, attributes: { ...queueAttributes(lane, 'send'), ...attributes } }
  return inSpan(`send ${lane}`, options, act)
}

/**
 * An attempt at a task as a span. An editor's belongs to the trace of the request that asked for it; each of an archive is a trace
 * of its own with a link to that, since a trace of a million articles could not be looked at.
 */
export function inTaskSpan<T>(claim: ClaimedTask, lane: Lane, act: (span: Span) => Promise<T>): Promise<T> {
  const attributes = {
    ...queueAttributes(lane, 'process'),
    'standpoint.task.id': claim.task,
    'standpoint.task.attempt': claim.attempt,
    'standpoint.article.content_hash': claim.article.contentHash,
  }
  return inSpan(`process ${lane}`, { kind: SpanKind.CONSUMER, attributes, ...askedBy(claim, lane) }, act)
}

function askedBy({ traceparent }: ClaimedTask, lane: Lane): InSpan {
  const asking = contextOf(traceparent)
  if (lane === 'editorial') return { parent: asking }
  const sender = trace.getSpanContext(asking)
  return { root: true, links: sender ? [{ context: sender }] : [] }
}

function queueAttributes(lane: Lane, operation: 'send' | 'process'): Attributes {
  return {
    'messaging.system': 'bullmq',
    'messaging.destination.name': lane,
    'messaging.operation.name': operation,
    'messaging.operation.type': operation,
    'standpoint.lane': lane,
  }
}
