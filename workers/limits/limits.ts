import type { HeldBack } from '../../pipeline/schema/call-contract.ts'

/** What a provider allows a model, and what may be spent. Nothing is limited that is not set. */
export type Limits = Readonly<{
  requestsPerMinute?: number
  /** In and out together. */
  tokensPerMinute?: number
  /** US dollars of one day (UTC), over all models. */
  usdPerDay?: number
  /** 0..0.9: the part that an archive leaves to editors, of what may be sent at one time and of the money of a day. */
  editorsShare: number
}>

/** A question to the limits: tokens in and out together, US dollars. */
export type Asked = { tokens: number; usd: number; isEditor: boolean; article: string }
/** What was granted, to be handed back with how the call ended. `isProbe`: the one call that finds out whether a server is back. */
export type Granted = { tokens: number; usd: number; article: string; isProbe: boolean; day: number }
export type Verdict =
  | { kind: 'granted'; waitMs: number; isProbe: boolean; day: number }
  | { kind: 'later'; retryAfterMs: number; because: HeldBack }
  | { kind: 'too-large'; limit: 'tokens' | 'usd' }
  /** The money of this day is not known yet: ask again with what has been spent. */
  | { kind: 'unseeded' }

/**
 * An end as the limits see it: what was used in the end, and how long a provider said to wait (-1 where it did not). `chance`
 * (0..1) spreads the waits of many processes.
 */
export type Ended = {
  end: 'unsent' | 'answered' | 'refused' | 'later' | 'failed' | 'lost' | 'aborted' | 'shut'
  tokens: number
  usd: number
  waitMs: number
  chance: number
}

/** Where the limits are kept: in this process, or on Redis for a whole fleet. */
export type LimitKeeper = {
  /** `seed`: US dollars that were spent today, where the keeper said "unseeded". */
  reserve(server: string, asked: Asked, seed?: number): Promise<Verdict>
  /** True when the server counts as down after this end. */
  settle(server: string, granted: Granted, ended: Ended): Promise<boolean>
}

/**
 * The numbers of the rules below, the same for one process and for a fleet (`limits.lua` gets them as arguments).
 * A bucket holds 1 % of a minute, or the largest request, and fills so fast that a full bucket and a minute's filling together
 * are the limit: so no minute exceeds it, wherever a provider lets its minutes begin.
 */
export const RULES = {
  bucketShare: 0.01,
  /** Calls do not reach a provider as evenly as they were granted. */
  safety: 0.995,
  /** A call is granted so long before its time, and waits; editors stand in line, the archive comes back. */
  editorsHorizonMs: 30_000,
  archiveHorizonMs: 1_000,
  /** A server counts as down after so many failures in a row about so many articles: one article alone may be what breaks it. */
  failuresToOpen: 10,
  articlesToOpen: 3,
  firstOpenMs: 5_000,
  longestOpenMs: 60_000,
  shutMs: 60_000,
  /** When only reservations stand in the way of money. */
  moneyAgainMs: 1_000,
  /** The one call that finds out whether a server is back may take so long before another may try. */
  probeMs: 120_000,
  /** After "later" without a time, doubling. */
  firstPauseMs: 1_000,
  longestPauseMs: 60_000,
} as const

export const DAY_MS = 86_400_000
