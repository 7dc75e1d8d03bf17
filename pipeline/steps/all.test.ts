import { allSteps } from './all.ts'
import { stepSuite } from './step-suite.ts'

for (const step of allSteps) stepSuite(step)
