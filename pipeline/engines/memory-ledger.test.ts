import { ledgerSuite } from './ledger-suite.ts'
import { memoryLedger } from './memory-ledger.ts'

ledgerSuite('in memory', async () => memoryLedger())
