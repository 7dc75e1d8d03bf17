import { limitsSuite } from './limits-suite.ts'
import { memoryLimits } from './memory-limits.ts'

limitsSuite('in memory', async (limits, clock) => memoryLimits(limits, clock))
