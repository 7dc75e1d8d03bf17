import { join } from 'node:path'
import { KeptAnswer, keptLedger } from '../pipeline/engines/kept-ledger.ts'
import type { Ledger, RecordedAnswer } from '../pipeline/schema/call-contract.ts'
import { fileCache } from './file-cache.ts'

/**
 * A ledger that keeps every answer of a model in a folder, a file each: an evaluation that is broken off goes on at the question
 * where it stopped, and one of changed rules asks only what it has not asked before. For one process at a time.
 */
export function fileLedger(folder: string): Ledger {
  const cache = fileCache(join(folder, 'answers'), KeptAnswer)
  const nothing = async (): Promise<RecordedAnswer | undefined> => undefined
  return keptLedger({
    find: (id) => cache(id, nothing),
    keep: async (id, answer) => {
      await cache(id, async () => answer)
    },
  })
}
