import { defineStep } from '../define-step.ts'
import { askStances, stancesSections } from './ask.ts'
import { claimsOfStances, doubtsOfStances, dropOfStances, mendStances, reciteStances, reviewStances } from './claims.ts'
import { extractStances } from './extract.ts'
import { guidedStances } from './guided.ts'
import { mergeStances } from './merge.ts'
import { resolveStances } from './resolve.ts'
import { StancesWire, WrittenStances } from './wire.ts'

/** Who stands where towards what. */
export const stancesStep = defineStep({
  name: 'stances',
  sections: stancesSections,
  wire: StancesWire,
  answer: WrittenStances,
  part: StancesWire,
  ask: askStances,
  merge: mergeStances,
  resolve: resolveStances,
  extract: extractStances,
  guided: guidedStances,
  claims: claimsOfStances,
  drop: dropOfStances,
  recite: reciteStances,
  mend: mendStances,
  review: reviewStances,
  doubts: doubtsOfStances,
})
