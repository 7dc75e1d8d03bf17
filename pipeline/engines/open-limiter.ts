import type { Limiter } from '../schema/call-contract.ts'

/** A limiter without a limit: it always grants and keeps no account. */
export function openLimiter(): Limiter {
  return { reserve: async () => ({ kind: 'granted', waitMs: 0, settle: async () => ({ isDown: false }) }) }
}
