import { defineStep } from '../define-step.ts'
import { askSummary, SummaryPart, summarySections } from './ask.ts'
import { claimsOfSummary, dropOfSummary, mendSummary, reciteSummary, reviewSummary } from './claims.ts'
import { extractSummary } from './extract.ts'
import { guidedSummary } from './guided.ts'
import { mergeSummary } from './merge.ts'
import { resolveSummary } from './resolve.ts'
import { SummaryWire } from './wire.ts'

/** What the article says, in lines that each name the sentences they rest on. */
export const summaryStep = defineStep({
  name: 'summary',
  sections: summarySections,
  wire: SummaryWire,
  answer: SummaryWire,
  part: SummaryPart,
  ask: askSummary,
  merge: mergeSummary,
  resolve: resolveSummary,
  extract: extractSummary,
  guided: guidedSummary,
  claims: claimsOfSummary,
  drop: dropOfSummary,
  recite: reciteSummary,
  mend: mendSummary,
  review: reviewSummary,
})
