import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyInstance } from 'fastify'
import { validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { StandpointError } from '../pipeline/schema/errors.ts'
import { guard, newId } from './access.ts'
import type { House } from './house.ts'
import { type Metrics, openMetrics } from './metrics.ts'
import { describeApi } from './openapi.ts'
import { problemHandler } from './problems.ts'
import { readJson } from './read-json.ts'
import { routes } from './routes/all.ts'
import { traceRequests } from './trace-requests.ts'

export type App = FastifyInstance

/** What most requests of one key a minute are, where the key has no limit of its own. */
const DEFAULT_REQUESTS_PER_MINUTE = 600
/** More than an article can have, in JSON that escapes every character of it. */
const MOST_BODY_BYTES = 8_000_000

/**
 * The queue API over a runtime. It answers as soon as `listen` is called, and takes no more requests once `close` is.
 * Logs hold neither what was sent nor keys.
 */
export async function openApi(house: House): Promise<App> {
  const app = fastify({
    bodyLimit: MOST_BODY_BYTES,
    requestTimeout: 0, // an upload may take its time; `hurry` sees to the others
    keepAliveTimeout: 65_000,
    maxRequestsPerSocket: 0,
    genReqId: () => newId('req'),
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 100 },
    logger: false,
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  readJson(app)
  app.setSerializerCompiler(() => (data) => JSON.stringify(data))
  const refuse = problemHandler(house.log)
  app.setErrorHandler(refuse)
  app.setNotFoundHandler(() => {
    throw new StandpointError('NOT_FOUND', 'There is nothing at this address', {
      fix: 'GET /docs lists what there is.',
    })
  })
  traceRequests(app)
  const metrics = openMetrics(house.runtime)
  watchRequests(app, house, metrics)
  hurry(app)
  await secure(app)
  await app.register(cors, { origin: [...house.config.serve.corsOrigins], exposedHeaders: ['location', 'retry-after'] })
  await describeApi(app)
  const keys = guard(app, house.runtime.store.keys, refuse)
  await limitRates(app)
  for (const route of routes) await app.register(route({ ...house, metrics, keysChanged: keys.forget }))
  await app.ready()
  return app
}

/** Headers that keep a browser from doing what no page of ours asks for. Pages set their own content policy. */
async function secure(app: App): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    strictTransportSecurity: false, // whoever ends TLS in front of the server says so
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
  })
}

/** Each key for itself; what comes without one, by its address. */
async function limitRates(app: App): Promise<void> {
  await app.register(rateLimit, {
    hook: 'preParsing', // behind the guard, which knows whose request it is
    timeWindow: 60_000,
    keyGenerator: (request) => request.apiKey?.id ?? request.ip,
    max: (request) => request.apiKey?.requestsPerMinute ?? DEFAULT_REQUESTS_PER_MINUTE,
    allowList: (request) => request.routeOptions.config.access === 'public',
    errorResponseBuilder: (_request, { max, ttl }) =>
      Object.assign(
        new StandpointError('RATE_LIMITED', `More than ${max} requests in a minute`, {
          fix: `Come again in ${Math.ceil(ttl / 1000)} s, or ask for a key with a higher limit.`,
        }),
        { statusCode: 429 },
      ),
  })
}

function watchRequests(app: App, { log }: House, metrics: Metrics): void {
  app.addHook('onResponse', async (request, reply) => {
    metrics.answered(request, reply)
    log.info({
      event: 'api.answered',
      request: request.id,
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      key: request.apiKey?.id,
      ms: Math.round(reply.elapsedTime),
    })
  })
}

/** What is sent byte by byte ends; a stream may take long, but one that falls silent is cut off by Node itself. */
function hurry(app: App): void {
  const timers = new WeakMap<object, NodeJS.Timeout>()
  app.addHook('onRequest', async ({ raw, routeOptions }) => {
    const { socket } = raw
    const end = () => socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
    if (routeOptions.config.isStream === true) socket.setTimeout(SILENCE_MS)
    else timers.set(raw, setTimeout(end, BODY_MS))
  })
  const stop = async ({ raw }: { raw: object }) => {
    clearTimeout(timers.get(raw))
    timers.delete(raw)
  }
  app.addHook('preValidation', stop)
  app.addHook('onResponse', async ({ raw, routeOptions }) => {
    await stop({ raw })
    if (routeOptions.config.isStream === true) raw.socket.setTimeout(0)
  })
}

const BODY_MS = 30_000
const SILENCE_MS = 120_000
