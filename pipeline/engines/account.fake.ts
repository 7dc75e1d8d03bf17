import type { Account } from '../schema/call-contract.ts'
import { memoryLedger } from './memory-ledger.ts'
import { openLimiter } from './open-limiter.ts'

/** For tests: an account of its own, in memory. */
export function newAccount(changes: Partial<Account> = {}): Account {
  return {
    ledger: memoryLedger(),
    limiter: openLimiter(),
    sample: 0,
    lane: 'editorial',
    article: 'article',
    ...changes,
  }
}
