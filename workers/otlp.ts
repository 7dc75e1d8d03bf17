import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { context, propagation, trace } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources'
import {
  BatchSpanProcessor,
  NodeTracerProvider,
  type SpanExporter,
  type SpanProcessor,
} from '@opentelemetry/sdk-trace-node'
import { SCOPE } from '../pipeline/traces/in-span.ts'
import type { Log } from './log.ts'

/** How long a collector may take for what it is sent, one try more included. */
const SEND_MS = 1500
/** How long a process that ends waits for what is left. */
const END_MS = 2000

/**
 * Makes spans of this process and sends them, some at a time and beside the work: what a collector does not take in time is lost.
 * Loads OpenTelemetry's SDK; only `openTraces` imports this file.
 */
export function sendTraces(endpoint: string, log: Log): AsyncDisposable {
  const agents: (HttpAgent | HttpsAgent)[] = []
  const exporter = new OTLPTraceExporter({
    url: tracesAt(endpoint),
    timeoutMillis: SEND_MS,
    httpAgentOptions: (protocol: string) => {
      const agent = protocol === 'https:' ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true })
      agents.push(agent)
      return agent
    },
  })
  const provider = new NodeTracerProvider({
    resource: thisProcess(),
    spanProcessors: [ours(new BatchSpanProcessor(telling(exporter, awayLog(log))))],
  })
  provider.register()
  return {
    [Symbol.asyncDispose]: async () => {
      trace.disable()
      context.disable()
      propagation.disable()
      const late = new AbortController()
      const ending = provider.shutdown().catch(() => {}) // what was lost has been told
      await Promise.race([ending, sleep(END_MS, undefined, { signal: late.signal }).catch(() => {})])
      late.abort()
      for (const agent of agents) agent.destroy() // a collector that never ends its answer must not keep the process
    },
  }
}

/** The variable names the collector, as OpenTelemetry has it; traces go to a path under it. */
function tracesAt(endpoint: string): string {
  const url = new URL(endpoint)
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/v1/traces`
  return url.href
}

/** OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES say it otherwise. */
function thisProcess() {
  const ourselves = resourceFromAttributes({
    'service.name': 'standpoint',
    'service.instance.id': `${hostname()} ${process.pid}`,
  })
  return defaultResource()
    .merge(ourselves)
    .merge(detectResources({ detectors: [envDetector] }))
}

/** Only our own spans leave: a library that writes some, too, may put prompts into them. */
function ours(next: SpanProcessor): SpanProcessor {
  return {
    onStart: (span, parent) => next.onStart(span, parent),
    onEnd: (span) => {
      if (span.instrumentationScope.name === SCOPE) next.onEnd(span)
    },
    forceFlush: () => next.forceFlush(),
    shutdown: () => next.shutdown(),
  }
}

type Away = (reason: string, spans: number) => void

function telling(exporter: SpanExporter, away: Away): SpanExporter {
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        if (result.error) away(result.error.message, spans.length)
        done(result)
      }),
    shutdown: () => exporter.shutdown(),
  }
}

/** A collector may be away for long: that is told once in a while, with how many spans were lost since. */
function awayLog(log: Log): Away {
  let toldAt = Number.NEGATIVE_INFINITY
  let lost = 0
  return (reason, spans) => {
    lost += spans
    if (performance.now() - toldAt < TELL_AGAIN_MS) return
    log.warn({ event: 'telemetry.away', reason: reason.slice(0, 200), lostSpans: lost })
    toldAt = performance.now()
    lost = 0
  }
}

const TELL_AGAIN_MS = 60_000
