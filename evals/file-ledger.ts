import { join } from 'node:path'
import { z } from 'zod'
import { memoryLedger } from '../pipeline/engines/memory-ledger.ts'
import type { Claimed, Ledger, LedgerKey, RecordedAnswer } from '../pipeline/schema/contracts.ts'
import { sha256 } from '../pipeline/schema/hash.ts'
import { fileCache } from './file-cache.ts'

const Kept: z.ZodType<RecordedAnswer> = z.object({
  status: z.number(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  ms: z.number(),
})

/**
 * A ledger that keeps every answer of a model in a folder, a file each: an evaluation that is broken off goes on at the question
 * where it stopped, and one of changed rules asks only what it has not asked before. For one process at a time.
 */
export function fileLedger(folder: string): Ledger {
  const memory = memoryLedger()
  const cache = fileCache(join(folder, 'answers'), Kept)
  const nothing = async (): Promise<RecordedAnswer | undefined> => undefined
  return {
    claim: async (key): Promise<Claimed> => {
      const claimed = await memory.claim(key)
      if (claimed.kind !== 'mine') return claimed
      const kept = await cache(idOf(key), nothing)
      if (kept !== undefined) {
        await claimed.answer(kept)
        return { kind: 'replay', answer: kept }
      }
      return {
        ...claimed,
        answer: async (answer, spent, options) => {
          await cache(idOf(key), async () => answer)
          await claimed.answer(answer, spent, options)
        },
      }
    },
  }
}

function idOf({ request, ordinal, sample }: LedgerKey): string {
  return sha256(`${request} ${ordinal} ${sample}`)
}
