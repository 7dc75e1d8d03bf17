import type { Claimed, Ledger, LedgerKey, RecordedAnswer } from '../schema/call-contract.ts'
import { orAborted } from './calls/wait.ts'

/**
 * A ledger that lives as long as its process. Identical calls in flight are sent once, a call that was answered is replayed.
 * It keeps every answer: use one for a run, not for an archive.
 */
export function memoryLedger(): Ledger {
  const answered = new Map<string, RecordedAnswer>()
  const leased = new Map<string, PromiseWithResolvers<RecordedAnswer | undefined>>()
  return {
    claim: async (key): Promise<Claimed> => {
      const id = idOf(key)
      const answer = answered.get(id)
      if (answer) return { kind: 'replay', answer }
      const other = leased.get(id)
      if (other) return { kind: 'pending', wait: (signal) => orAborted(other.promise, signal) }
      const lease = Promise.withResolvers<RecordedAnswer | undefined>()
      leased.set(id, lease)
      const end = (given: RecordedAnswer | undefined) => {
        // A lease that has ended may have a successor, which it must not end.
        if (leased.get(id) === lease) leased.delete(id)
        if (given) answered.set(id, given)
        lease.resolve(given)
      }
      return {
        kind: 'mine',
        intent: async () => {},
        answer: async (given) => end(given),
        release: async () => end(undefined),
        lost: async () => end(undefined),
      }
    },
  }
}

function idOf({ request, ordinal, sample }: LedgerKey): string {
  return `${request}/${ordinal}/${sample}`
}
