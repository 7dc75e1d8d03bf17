import type { Limiter } from '../schema/contracts.ts'

/** A limiter without a limit: it always grants and keeps no account. */
export function openLimiter(): Limiter {
  return { reserve: async () => ({ kind: 'granted', settle: async () => {} }) }
}
