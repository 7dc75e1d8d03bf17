import { actorsStep } from './actors/step.ts'
import type { DefinedStep } from './define-step.ts'
import { reactionsStep } from './reactions/step.ts'
import { stancesStep } from './stances/step.ts'
import { summaryStep } from './summary/step.ts'

/** Everything that is asked of an article. The first names the actors and issues that the others speak of. */
export const allSteps: readonly DefinedStep[] = [actorsStep, summaryStep, stancesStep, reactionsStep]
