import { type Context, context, type Span, type SpanOptions, SpanStatusCode, trace } from '@opentelemetry/api'
import { codeOf, RetryLater } from '../schema/errors.ts'

/** The name under which all spans of ours go: what other libraries write may hold texts and is not exported. */
export const SCOPE = 'standpoint'

/** `parent` in place of the span that is under way here. */
export type InSpan = SpanOptions & { parent?: Context }

/**
 * Runs `act` as a span of a trace. Without an endpoint there is no tracer, and `act` just runs.
 * A span that fails tells the code of its error and never its message, which may quote an article or an answer.
 */
export async function inSpan<T>(
  name: string,
  { parent = context.active(), ...options }: InSpan,
  act: (span: Span) => Promise<T>,
): Promise<T> {
  const span = trace.getTracer(SCOPE).startSpan(name, options, parent)
  try {
    return await context.with(trace.setSpan(parent, span), act, undefined, span)
  } catch (error) {
    if (error instanceof RetryLater) span.setAttribute('standpoint.outcome', 'later')
    else failSpan(span, codeOf(error))
    throw error
  } finally {
    span.end()
  }
}

/** `type`: a stable code, a status of HTTP, the name of an error. */
export function failSpan(span: Span, type: string): void {
  span.setAttribute('error.type', type)
  span.setStatus({ code: SpanStatusCode.ERROR })
}
