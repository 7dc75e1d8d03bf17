import { z } from 'zod'
import type { Claimed, Ledger, LedgerKey, RecordedAnswer } from '../schema/call-contract.ts'
import { sha256 } from '../schema/hash.ts'
import { memoryLedger } from './memory-ledger.ts'

/** Where answers are kept beyond the process that was given them, by a hash of the call. */
export type KeptAnswers = {
  find(id: string): Promise<RecordedAnswer | undefined>
  keep(id: string, answer: RecordedAnswer): Promise<void>
}

export const KeptAnswer: z.ZodType<RecordedAnswer> = z.object({
  status: z.number(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  ms: z.number(),
})

/** A ledger in memory that replays answers which an earlier process was given. For one process at a time. */
export function keptLedger({ find, keep }: KeptAnswers): Ledger {
  const memory = memoryLedger()
  return {
    claim: async (key): Promise<Claimed> => {
      const claimed = await memory.claim(key)
      if (claimed.kind !== 'mine') return claimed
      const kept = await find(idOf(key))
      if (kept !== undefined) {
        await claimed.answer(kept)
        return { kind: 'replay', answer: kept }
      }
      return {
        ...claimed,
        answer: async (answer, spent, options) => {
          await keep(idOf(key), answer)
          await claimed.answer(answer, spent, options)
        },
      }
    },
  }
}

function idOf({ request, ordinal, sample }: LedgerKey): string {
  return sha256(`${request} ${ordinal} ${sample}`)
}
