import { type Asked, DAY_MS, type Ended, type Granted, type Limits, RULES, type Verdict } from './limits.ts'

/** What is known of one model of one server. Times in milliseconds of one clock. */
export type ModelState = {
  /** Levels of the two buckets at `at`; below zero when calls are granted ahead of their time. */
  requests: number
  tokens: number
  at: number
  /** The largest request so far: a bucket must hold it. */
  largest: number
  pausedUntil: number
  /** "Later" without a time, in a row. */
  pauses: number
  failures: number
  failing: readonly string[]
  /** How often in a row the server was taken for down; 0: it is up. */
  opened: number
  openUntil: number
  probeUntil: number
}
/** US dollars of one day, over all models: spent, and reserved for calls that are under way. */
export type MoneyState = { day: number; usd: number; reserved: number }

export const newModelState = (): ModelState => ({
  requests: Number.POSITIVE_INFINITY,
  tokens: Number.POSITIVE_INFINITY,
  at: 0,
  largest: 0,
  pausedUntil: 0,
  pauses: 0,
  failures: 0,
  failing: [],
  opened: 0,
  openUntil: 0,
  probeUntil: 0,
})

/**
 * Token buckets for requests and tokens, the money of the day, pauses and a circuit breaker, decided at one time `now` and written
 * into the states. `limits.lua` does the same on Redis; one suite holds the two together.
 * `seed`: what was spent today, where that is known.
 * @see Nygard, Release It! (2018), Circuit Breaker
 */
export function reserveIn(
  state: ModelState,
  money: MoneyState,
  { now, asked, limits, seed }: { now: number; asked: Asked; limits: Limits; seed?: number },
): Verdict {
  const { tokens, usd, isEditor } = asked
  const part = isEditor ? 1 : 1 - limits.editorsShare
  if (limits.tokensPerMinute !== undefined && tokens > limits.tokensPerMinute)
    return { kind: 'too-large', limit: 'tokens' }
  if (limits.usdPerDay !== undefined && usd > limits.usdPerDay * part) return { kind: 'too-large', limit: 'usd' }
  if (state.pausedUntil > now) return { kind: 'later', retryAfterMs: state.pausedUntil - now, because: 'provider' }
  const downMs = downFor(state, now)
  if (downMs > 0) return { kind: 'later', retryAfterMs: downMs, because: 'down' }
  if (limits.usdPerDay !== undefined) {
    const day = Math.floor(now / DAY_MS)
    if (money.day !== day) {
      if (seed === undefined) return { kind: 'unseeded' }
      Object.assign(money, { day, usd: seed, reserved: 0 })
    }
    const left = limits.usdPerDay * part - money.usd - usd
    if (left < money.reserved) {
      // What is under way mostly costs less than was reserved for it.
      const retryAfterMs = left < 0 ? (day + 1) * DAY_MS - now : RULES.moneyAgainMs
      return { kind: 'later', retryAfterMs, because: 'money' }
    }
  }
  const isProbe = state.opened > 0
  const waitMs = waitOf(state, { now, asked, limits })
  const horizonMs = isEditor ? RULES.editorsHorizonMs : RULES.archiveHorizonMs
  if (waitMs > horizonMs) return { kind: 'later', retryAfterMs: waitMs - horizonMs / 2, because: 'rate' }
  state.requests -= 1
  state.tokens -= tokens
  if (isProbe) state.probeUntil = now + RULES.probeMs
  if (limits.usdPerDay !== undefined) money.reserved += usd
  return { kind: 'granted', waitMs, isProbe, day: money.day }
}

/** True when the server counts as down after this end. */
export function settleIn(
  state: ModelState,
  money: MoneyState,
  { now, granted, ended, limits }: { now: number; granted: Granted; ended: Ended; limits: Limits },
): boolean {
  refill(state, now, limits)
  state.tokens += granted.tokens - ended.tokens
  if (ended.end === 'unsent') state.requests += 1
  if (limits.usdPerDay !== undefined && money.day === granted.day) {
    money.usd += ended.usd
    money.reserved = Math.max(0, money.reserved - granted.usd)
  }
  if (granted.isProbe) state.probeUntil = 0
  if (ended.end === 'answered' || ended.end === 'refused' || ended.end === 'later')
    Object.assign(state, { failures: 0, failing: [], opened: 0, openUntil: 0, probeUntil: 0 })
  if (ended.end === 'answered') state.pauses = 0
  if (ended.end === 'later') pause(state, now, ended)
  if (ended.end === 'shut') Object.assign(state, { opened: state.opened + 1, openUntil: now + RULES.shutMs })
  if (ended.end === 'failed' || ended.end === 'lost') noteFailure(state, { now, granted, chance: ended.chance })
  return state.opened > 0
}

function noteFailure(state: ModelState, { now, granted, chance }: { now: number; granted: Granted; chance: number }) {
  state.failures += 1
  if (state.failing.length < RULES.articlesToOpen && !state.failing.includes(granted.article))
    state.failing = [...state.failing, granted.article]
  const opens = state.failures >= RULES.failuresToOpen && state.failing.length >= RULES.articlesToOpen
  if (state.opened > 0 ? !granted.isProbe : !opens) return
  state.opened += 1
  const longestMs = Math.min(RULES.longestOpenMs, RULES.firstOpenMs * 2 ** Math.min(state.opened - 1, 20))
  state.openUntil = now + longestMs * (0.75 + chance / 2)
}

function pause(state: ModelState, now: number, { waitMs, chance }: { waitMs: number; chance: number }): void {
  if (waitMs >= 0) {
    state.pausedUntil = Math.max(state.pausedUntil, now + waitMs)
  } else if (state.pausedUntil <= now) {
    // Calls that were under way together are told "later" together: that is once.
    const longestMs = Math.min(RULES.longestPauseMs, RULES.firstPauseMs * 2 ** Math.min(state.pauses, 20))
    state.pauses += 1
    state.pausedUntil = now + longestMs * (0.5 + chance / 2)
  }
}

function downFor({ opened, openUntil, probeUntil }: ModelState, now: number): number {
  if (opened === 0) return 0
  if (openUntil > now) return openUntil - now
  return probeUntil > now ? Math.min(1000, probeUntil - now) : 0
}

/** Brings the buckets to `now`, and tells how long a call must wait until both hold what it needs. Takes nothing yet. */
function waitOf(state: ModelState, { now, asked, limits }: { now: number; asked: Asked; limits: Limits }): number {
  state.largest = Math.max(state.largest, asked.tokens)
  refill(state, now, limits)
  const kept = asked.isEditor ? 0 : limits.editorsShare
  const { requests, tokens } = bucketsOf(state, limits)
  return Math.max(waitFor(requests, state.requests, 1, kept), waitFor(tokens, state.tokens, asked.tokens, kept))
}

type Bucket = { holds: number; perMs: number } | undefined

/** An archive leaves the editors' part of a bucket in it. */
function waitFor(bucket: Bucket, level: number, need: number, kept: number): number {
  if (bucket === undefined) return 0
  const wanted = Math.min(need + kept * bucket.holds, bucket.holds)
  return Math.max(0, (wanted - level) / bucket.perMs)
}

function refill(state: ModelState, now: number, limits: Limits): void {
  const elapsed = Math.max(0, now - state.at)
  const { requests, tokens } = bucketsOf(state, limits)
  if (requests) state.requests = Math.min(requests.holds, state.requests + elapsed * requests.perMs)
  if (tokens) state.tokens = Math.min(tokens.holds, state.tokens + elapsed * tokens.perMs)
  state.at = Math.max(state.at, now)
}

function bucketsOf({ largest }: ModelState, limits: Limits): { requests: Bucket; tokens: Bucket } {
  const { requestsPerMinute, tokensPerMinute } = limits
  return {
    requests: requestsPerMinute === undefined ? undefined : bucketOf(requestsPerMinute, 1, 1),
    tokens: tokensPerMinute === undefined ? undefined : bucketOf(tokensPerMinute, largest, 0),
  }
}

/** `unit`: what one call takes at least, which a minute may hold beside what flows in. */
function bucketOf(limit: number, largest: number, unit: number): { holds: number; perMs: number } {
  const holds = Math.min(limit, Math.max(limit * RULES.bucketShare, largest))
  const perMinute = Math.max(limit - holds + unit, limit / 2) * RULES.safety
  return { holds, perMs: perMinute / 60_000 }
}
