import { allSteps } from './all.ts'
import { guidedSuite } from './guided-suite.ts'
import { stepSuite } from './step-suite.ts'

for (const step of allSteps) {
  stepSuite(step)
  if (step.guidedSections) guidedSuite(step)
}
