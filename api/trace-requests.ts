import { type Context, context, SpanKind, trace } from '@opentelemetry/api'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { failSpan, SCOPE } from '../pipeline/traces/in-span.ts'
import { contextOf } from '../pipeline/traces/traceparent.ts'

const TRACED = '/v1/'

/**
 * A span for each request to the API, which joins the trace of a caller that sends `traceparent`. It tells method, route, status
 * and the id of the request, and nothing of what was sent: neither the address with its query nor headers, keys or bodies.
 */
export function traceRequests(app: FastifyInstance): void {
  const under = new WeakMap<FastifyRequest, Context>()
  app.addHook('onRequest', (request, reply, done) => {
    if (request.routeOptions.url?.startsWith(TRACED) !== true) return done()
    const within = begin(request, reply)
    under.set(request, within)
    context.with(within, done)
  })
  // A body comes from the socket, which knows of no trace: what reads it loses the context that the first hook set.
  app.addHook('preValidation', (request, _reply, done) => {
    const within = under.get(request)
    if (within === undefined) done()
    else context.with(within, done)
  })
}

function begin(request: FastifyRequest, reply: FastifyReply): Context {
  const { method, id, headers, protocol, routeOptions } = request
  const { traceparent } = headers
  const caller = contextOf(typeof traceparent === 'string' ? traceparent : undefined)
  const attributes = {
    'http.request.method': method,
    'http.route': routeOptions.url,
    'url.scheme': protocol,
    'standpoint.request.id': id,
  }
  const options = { kind: SpanKind.SERVER, attributes }
  const span = trace.getTracer(SCOPE).startSpan(`${method} ${routeOptions.url}`, options, caller)
  // Not Fastify's `onResponse`, which does not come for a caller who has gone.
  reply.raw.once('close', () => {
    span.setAttribute('http.response.status_code', reply.raw.statusCode)
    if (reply.raw.statusCode >= 500) failSpan(span, String(reply.raw.statusCode))
    span.end()
  })
  return trace.setSpan(caller, span)
}
