import { memoryLedger } from '../pipeline/engines/memory-ledger.ts'
import type { Ledger } from '../pipeline/schema/contracts.ts'

/**
 * A ledger in memory for a process that works on an archive: it forgets the older half when `most` calls were claimed, so that
 * it does not grow. Attempts that follow each other closely still find what was answered.
 */
export function recentLedger(most = 1000): Ledger {
  let young = memoryLedger()
  let old: Ledger | undefined
  let claims = 0
  return {
    async claim(key) {
      if (++claims > most) {
        old = young
        young = memoryLedger()
        claims = 0
      }
      const before = await old?.claim(key)
      if (before && before.kind !== 'mine') return before
      await before?.release()
      return young.claim(key)
    },
  }
}
