import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { inspect } from 'node:util'
import { z } from 'zod'
import type { Price } from '../pipeline/engines/calls/cost.ts'
import { StandpointError } from '../pipeline/schema/errors.ts'
import type { Limits } from './limits/limits.ts'
import { REDIS_FORMS, type RedisAddress, redisAddressOf, shownRedisAddress } from './redis-address.ts'

const LogLevel = z.enum(['silent', 'error', 'warn', 'info', 'debug'])
export type LogLevel = z.infer<typeof LogLevel>

/** What a command says in place of a variable. */
export type ConfigOverrides = {
  dataFolder?: string
  model?: string
  larger?: string
  concurrency?: number
  host?: string
  port?: number
}

export type Config = Readonly<{
  /** Absolute. Holds the database of the embedded default and nothing of it is written before it is needed. */
  dataFolder: string
  /** Nothing else makes Standpoint use a model. */
  model?: string
  /** File of the calibration that goes with the model in mode `guided`. */
  calibration?: string
  /** The model that is asked for what the first one is not sure of, and its server where that is another. */
  larger?: Readonly<{ model: string; baseUrl?: string; apiKey?: string }>
  contextTokens?: number
  openaiApiKey?: string
  openaiBaseUrl?: string
  /** Where the queue and the store are servers. Absent: both are embedded in this process. */
  fleet?: Readonly<{ redis: RedisAddress; databaseUrl: string }>
  /** US dollars for a million tokens, by model. A model without a price has no cost, which is not a cost of nothing. */
  prices: Readonly<Record<string, Price>>
  /** What is sent to models and spent on them in a minute or a day, over all processes. Not set: not limited. */
  limits: Limits
  /** Days that answers of models are kept after their analysis was saved; without it for ever. */
  keepAnswersDays?: number
  /** Articles in work at once, in each process. */
  concurrency: number
  /** How long a worker that is told to stop may go on with what it has in work. */
  graceMs: number
  logLevel: LogLevel
  /** Where traces are sent, as OTLP over HTTP. Absent: there are none. */
  otlpEndpoint?: string
  serve: ServeConfig
}>

/** What `standpoint serve` goes by. */
type ServeConfig = Readonly<{
  host: string
  port: number
  /** Accepted articles of a lane that may wait at once: more are told to come later. */
  mostWaiting: number
  /** Models that a request may name, beside the one of the settings. */
  models: readonly string[]
  /** Web addresses may be given in place of a text. */
  fetchesUrls: boolean
  /** Hosts with their port, or ranges of addresses, that may be fetched and told although they are not public. */
  fetchAllow: readonly string[]
  /** Origins whose pages may call the API from a browser. */
  corsOrigins: readonly string[]
}>

/**
 * Reads and checks every setting once. An empty variable counts as absent.
 * The result is frozen and prints without its secrets.
 * @throws StandpointError CONFIG_INVALID that names every fault with an example that works
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, overrides: ConfigOverrides = {}): Config {
  const read = Variables.safeParse(definedIn(env))
  const variables = read.data
  const faults = [...(read.error?.issues.map(faultOf) ?? []), ...loneServer(env), ...moneyWithoutPrices(env)]
  if (faults.length > 0 || variables === undefined) throw invalid(faults)
  return withoutSecrets({
    dataFolder: resolve(overrides.dataFolder ?? variables.STANDPOINT_DATA ?? defaultFolder(env)),
    model: overrides.model ?? variables.STANDPOINT_MODEL,
    calibration: variables.STANDPOINT_CALIBRATION,
    larger: largerOf(variables, overrides.larger),
    contextTokens: variables.STANDPOINT_CONTEXT_TOKENS,
    openaiApiKey: variables.OPENAI_API_KEY,
    openaiBaseUrl: variables.OPENAI_BASE_URL,
    fleet: fleetOf(variables.REDIS_URL, variables.DATABASE_URL),
    prices: variables.STANDPOINT_PRICES ?? {},
    limits: limitsOf(variables),
    keepAnswersDays: variables.STANDPOINT_KEEP_ANSWERS_DAYS,
    concurrency: overrides.concurrency ?? variables.STANDPOINT_CONCURRENCY ?? DEFAULT_CONCURRENCY,
    graceMs: (variables.STANDPOINT_GRACE_SECONDS ?? DEFAULT_GRACE_SECONDS) * 1000,
    logLevel: variables.STANDPOINT_LOG ?? 'warn',
    otlpEndpoint: variables.OTEL_EXPORTER_OTLP_ENDPOINT,
    serve: Object.freeze({
      host: overrides.host ?? variables.STANDPOINT_HOST ?? '127.0.0.1',
      port: overrides.port ?? variables.STANDPOINT_PORT ?? DEFAULT_PORT,
      mostWaiting: variables.STANDPOINT_MOST_WAITING ?? DEFAULT_MOST_WAITING,
      models: variables.STANDPOINT_MODELS ?? [],
      fetchesUrls: variables.STANDPOINT_FETCH !== 'off',
      fetchAllow: variables.STANDPOINT_FETCH_ALLOW ?? [],
      corsOrigins: variables.STANDPOINT_CORS_ORIGINS ?? [],
    }),
  })
}

const DEFAULT_PORT = 8787
const DEFAULT_MOST_WAITING = 100_000

const DEFAULT_CONCURRENCY = 8
const DEFAULT_EDITORS_PERCENT = 20
/** Supervisors commonly kill after 30 seconds. */
const DEFAULT_GRACE_SECONDS = 25

const EXAMPLES = {
  STANDPOINT_DATA: '/var/lib/standpoint',
  STANDPOINT_MODEL: 'gpt-5-mini',
  STANDPOINT_CALIBRATION: 'my-model.calibration.json',
  STANDPOINT_LARGER_MODEL: 'gpt-5',
  STANDPOINT_LARGER_BASE_URL: 'https://api.openai.com/v1',
  STANDPOINT_LARGER_API_KEY: 'sk-…',
  STANDPOINT_CONTEXT_TOKENS: '16384',
  OPENAI_API_KEY: 'sk-…',
  OPENAI_BASE_URL: 'http://127.0.0.1:8080/v1',
  REDIS_URL: 'redis://127.0.0.1:6379',
  DATABASE_URL: 'postgres://standpoint@127.0.0.1:5432/standpoint',
  STANDPOINT_PRICES: '"gpt-5-mini=0.25/0.025/2"',
  STANDPOINT_REQUESTS_PER_MINUTE: '500',
  STANDPOINT_TOKENS_PER_MINUTE: '200000',
  STANDPOINT_USD_PER_DAY: '20',
  STANDPOINT_EDITORS_SHARE: '20',
  STANDPOINT_KEEP_ANSWERS_DAYS: '90',
  STANDPOINT_CONCURRENCY: '8',
  STANDPOINT_GRACE_SECONDS: '25',
  STANDPOINT_LOG: 'info',
  STANDPOINT_HOST: '0.0.0.0',
  STANDPOINT_PORT: '8787',
  STANDPOINT_MOST_WAITING: '100000',
  STANDPOINT_MODELS: 'gpt-5-mini,gpt-5',
  STANDPOINT_FETCH: 'off',
  STANDPOINT_FETCH_ALLOW: 'cms.newsroom.internal:443',
  STANDPOINT_CORS_ORIGINS: 'https://cms.newsroom.example',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318',
} as const
type Variable = keyof typeof EXAMPLES

const urlOf = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `must be an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  })
const redisUrl = z.string().transform((text, context): RedisAddress => {
  const address = redisAddressOf(text)
  if (address) return address
  context.addIssue(`must have one of the forms ${REDIS_FORMS.join(' or ')}, with rediss in place of redis for TLS`)
  return z.NEVER
})
const count = (least: number, most: number) => {
  const error = `must be a whole number from ${least} to ${most}`
  return z
    .string()
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .refine((value) => value >= least && value <= most, { error })
}

const dollars = z
  .string()
  .regex(/^\d{1,7}(?:\.\d{1,4})?$/, { error: 'must be an amount of US dollars above 0' })
  .transform(Number)
  .refine((usd) => usd > 0, { error: 'must be an amount of US dollars above 0' })

/** "model=input/cached/output", several of them with commas between. A model's name may itself have colons and slashes. */
const prices = z.string().transform((text, context): Record<string, Price> => {
  const entries = text.split(',').map((each) => PRICE.exec(each.trim())?.groups)
  if (entries.some((entry) => entry === undefined)) {
    context.addIssue('must name models with their price in US dollars for a million input, cached and output tokens')
    return z.NEVER
  }
  return Object.fromEntries(
    entries.map((entry) => [
      entry?.model ?? '',
      {
        inputPerMillion: Number(entry?.input),
        cachedPerMillion: Number(entry?.cached),
        outputPerMillion: Number(entry?.output),
      },
    ]),
  )
})
const PRICE =
  /^(?<model>[^=,\s]{1,200})=(?<input>\d{1,6}(?:\.\d{1,9})?)\/(?<cached>\d{1,6}(?:\.\d{1,9})?)\/(?<output>\d{1,6}(?:\.\d{1,9})?)$/

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== ''),
)

const Variables = z.object({
  STANDPOINT_DATA: z.string().optional(),
  STANDPOINT_MODEL: z.string().optional(),
  STANDPOINT_CALIBRATION: z.string().optional(),
  STANDPOINT_LARGER_MODEL: z.string().optional(),
  STANDPOINT_LARGER_BASE_URL: urlOf('http:', 'https:').optional(),
  STANDPOINT_LARGER_API_KEY: z.string().optional(),
  STANDPOINT_CONTEXT_TOKENS: count(1000, 100_000_000).optional(),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: urlOf('http:', 'https:').optional(),
  REDIS_URL: redisUrl.optional(),
  DATABASE_URL: urlOf('postgres:', 'postgresql:').optional(),
  STANDPOINT_PRICES: prices.optional(),
  STANDPOINT_REQUESTS_PER_MINUTE: count(1, 100_000_000).optional(),
  STANDPOINT_TOKENS_PER_MINUTE: count(1, 999_999_999).optional(),
  STANDPOINT_USD_PER_DAY: dollars.optional(),
  STANDPOINT_EDITORS_SHARE: count(0, 90).optional(),
  STANDPOINT_KEEP_ANSWERS_DAYS: count(1, 100_000).optional(),
  STANDPOINT_CONCURRENCY: count(1, 1000).optional(),
  STANDPOINT_GRACE_SECONDS: count(0, 86_400).optional(),
  STANDPOINT_LOG: LogLevel.optional(),
  STANDPOINT_HOST: z.string().optional(),
  STANDPOINT_PORT: count(0, 65_535).optional(),
  STANDPOINT_MOST_WAITING: count(1, 100_000_000).optional(),
  STANDPOINT_MODELS: list.optional(),
  STANDPOINT_FETCH: z.enum(['on', 'off']).optional(),
  STANDPOINT_FETCH_ALLOW: list.optional(),
  STANDPOINT_CORS_ORIGINS: list
    .refine((origins) => origins.every(isOrigin), { error: 'must name origins, with commas between and no path' })
    .optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: urlOf('http:', 'https:').optional(),
})

/** The server is that of the larger model, whoever named it. */
function largerOf(variables: z.infer<typeof Variables>, named: string | undefined): Config['larger'] {
  const { STANDPOINT_LARGER_MODEL: usual, STANDPOINT_LARGER_BASE_URL: baseUrl } = variables
  const model = named ?? usual
  return model === undefined
    ? undefined
    : Object.freeze({ model, baseUrl, apiKey: variables.STANDPOINT_LARGER_API_KEY })
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text
}

function definedIn(env: Readonly<Record<string, string | undefined>>) {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  )
}

/** Never shows the value: a mistyped secret must not land in a log. */
function faultOf(issue: z.core.$ZodIssue): string {
  const name = String(issue.path[0])
  const reason = issue.code === 'invalid_value' ? `must be one of: ${issue.values.join(', ')}` : issue.message
  return `${name} ${reason}${exampleOf(name)}`
}

function exampleOf(name: string): string {
  const known = Object.entries(EXAMPLES).find(([variable]) => variable === name)
  return known ? `, for example ${known[0]}=${known[1]}` : ''
}

function loneServer(env: Readonly<Record<string, string | undefined>>): string[] {
  const pair: [Variable, Variable][] = [
    ['REDIS_URL', 'DATABASE_URL'],
    ['DATABASE_URL', 'REDIS_URL'],
  ]
  return pair
    .filter(([here, missing]) => env[here]?.trim() && !env[missing]?.trim())
    .map(
      ([here, missing]) =>
        `${missing} is missing although ${here} is set: processes that share a queue must share a store, and the other way round${exampleOf(missing)}`,
    )
}

function moneyWithoutPrices(env: Readonly<Record<string, string | undefined>>): string[] {
  if (!env.STANDPOINT_USD_PER_DAY?.trim() || env.STANDPOINT_PRICES?.trim()) return []
  return [
    `STANDPOINT_PRICES is missing although STANDPOINT_USD_PER_DAY is set: without the price of a model nobody knows what it costs${exampleOf('STANDPOINT_PRICES')}`,
  ]
}

function limitsOf(variables: z.infer<typeof Variables>): Limits {
  const { STANDPOINT_REQUESTS_PER_MINUTE: requestsPerMinute, STANDPOINT_TOKENS_PER_MINUTE: tokensPerMinute } = variables
  return Object.freeze({
    requestsPerMinute,
    tokensPerMinute,
    usdPerDay: variables.STANDPOINT_USD_PER_DAY,
    editorsShare: (variables.STANDPOINT_EDITORS_SHARE ?? DEFAULT_EDITORS_PERCENT) / 100,
  })
}

function fleetOf(redis: RedisAddress | undefined, databaseUrl: string | undefined): Config['fleet'] {
  return redis && databaseUrl ? Object.freeze({ redis, databaseUrl }) : undefined
}

function invalid(faults: readonly string[]): StandpointError {
  const what = faults.length === 1 ? 'A setting is not valid' : `${faults.length} settings are not valid`
  return new StandpointError('CONFIG_INVALID', `${what}: ${faults.join('; ')}`, {
    where: 'environment variables',
    fix: 'Correct or unset what is named, then start again.',
  })
}

/** A folder of the user's own, where the platform keeps such data. */
function defaultFolder(env: Readonly<Record<string, string | undefined>>): string {
  if (env.XDG_DATA_HOME) return join(env.XDG_DATA_HOME, 'standpoint')
  if (process.platform === 'win32') return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'Standpoint')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Standpoint')
  return join(homedir(), '.local', 'share', 'standpoint')
}

function withoutSecrets(config: Config): Config {
  const shown = () => ({
    ...config,
    openaiApiKey: config.openaiApiKey && '[secret]',
    larger: config.larger && {
      ...config.larger,
      baseUrl: config.larger.baseUrl && withoutPassword(config.larger.baseUrl),
      apiKey: config.larger.apiKey && '[secret]',
    },
    openaiBaseUrl: config.openaiBaseUrl && withoutPassword(config.openaiBaseUrl),
    otlpEndpoint: config.otlpEndpoint && withoutPassword(config.otlpEndpoint),
    fleet: config.fleet && {
      redis: shownRedisAddress(config.fleet.redis),
      databaseUrl: withoutPassword(config.fleet.databaseUrl),
    },
  })
  const hidden = { enumerable: false, value: shown }
  return Object.freeze(Object.defineProperties({ ...config }, { toJSON: hidden, [inspect.custom]: hidden }))
}

/** An address as it may be shown: host, port and path, without user name, password or parameters. */
export function withoutPassword(address: string): string {
  const { protocol, host, pathname } = new URL(address)
  return `${protocol}//${host}${pathname}`
}
