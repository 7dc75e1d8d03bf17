import { type Context, context, propagation, ROOT_CONTEXT } from '@opentelemetry/api'

/** The span that is under way here, as W3C writes it for others to join; undefined where there is none. */
export function currentTraceparent(): string | undefined {
  const carrier: Record<string, string> = {}
  propagation.inject(context.active(), carrier)
  return carrier.traceparent
}

/** What a span joins that goes on elsewhere; one that cannot be read begins a trace of its own. */
export function contextOf(traceparent: string | undefined): Context {
  return traceparent === undefined ? ROOT_CONTEXT : propagation.extract(ROOT_CONTEXT, { traceparent })
}
