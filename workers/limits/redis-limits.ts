import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { type LimitKeeper, type Limits, RULES, type Verdict } from './limits.ts'

/** As much of a connection as the limits need: a server or a cluster. */
export type ScriptRunner = {
  eval(script: string, keys: number, ...given: string[]): Promise<unknown>
  evalsha(hash: string, keys: number, ...given: string[]): Promise<unknown>
}

type Options = {
  limits: Limits
  /** In braces, so that on a cluster all keys share a slot. */
  prefix: string
  onError(error: Error): void
  /** For tests: the time in place of the server's own. */
  clock?(): number
}

/**
 * Limits of a whole fleet, decided on Redis by its clock. While Redis is away nothing is granted, and calls wait: a fleet that
 * forgets its limits would exceed them. After Redis was emptied the limits begin anew; the money of the day comes from the ledger.
 */
export function redisLimits(redis: ScriptRunner, { limits, prefix, onError, clock }: Options): LimitKeeper {
  const shared = [JSON.stringify(limits), JSON.stringify(RULES)] as const
  const money = `${prefix}:limits:usd`
  const run = (server: string, act: 'reserve' | 'settle', ask: unknown) =>
    runScript(
      redis,
      [keyOf(prefix, server), money],
      [clock === undefined ? '' : String(clock()), act, ...shared, JSON.stringify(ask)],
    )
  return {
    async reserve(server, asked, seed) {
      try {
        return Answer.parse(JSON.parse(await run(server, 'reserve', { ...asked, seed })))
      } catch (error) {
        onError(asError(error))
        return { kind: 'later', retryAfterMs: AWAY_MS, because: 'rate' }
      }
    },
    async settle(server, granted, ended) {
      try {
        return z.boolean().parse(JSON.parse(await run(server, 'settle', { granted, ended })))
      } catch (error) {
        onError(asError(error)) // what it had reserved flows back by itself
        return false
      }
    },
  }
}

const AWAY_MS = 1000
const SCRIPT = readFileSync(new URL('./limits.lua', import.meta.url), 'utf8')
const SCRIPT_HASH = createHash('sha1').update(SCRIPT).digest('hex')

const Answer: z.ZodType<Verdict> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('granted'), waitMs: z.number(), isProbe: z.boolean(), day: z.number() }),
  z.object({
    kind: z.literal('later'),
    retryAfterMs: z.number(),
    because: z.enum(['rate', 'money', 'provider', 'down']),
  }),
  z.object({ kind: z.literal('too-large'), limit: z.enum(['tokens', 'usd']) }),
  z.object({ kind: z.literal('unseeded') }),
])

async function runScript(redis: ScriptRunner, keys: readonly string[], given: readonly string[]): Promise<string> {
  try {
    return String(await redis.evalsha(SCRIPT_HASH, keys.length, ...keys, ...given))
  } catch (error) {
    if (!asError(error).message.startsWith('NOSCRIPT')) throw error
    return String(await redis.eval(SCRIPT, keys.length, ...keys, ...given))
  }
}

/** Addresses and names of models may hold anything; a key of Redis holds their hash. */
function keyOf(prefix: string, server: string): string {
  return `${prefix}:limits:${createHash('sha256').update(server).digest('hex').slice(0, 32)}`
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
