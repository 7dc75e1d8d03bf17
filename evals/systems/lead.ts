import { bareAnalysis, linesOf } from './bare-analysis.ts'
import type { System } from './system.ts'

/** LEAD-3: the first three sentences are the summary. The floor that every news summary must beat. */
export const lead: System = {
  name: 'lead-3',
  async analyse(reading) {
    return { ...bareAnalysis(reading, 'lead-3'), summary: { brief: linesOf(reading, [0, 1, 2]), keyPoints: [] } }
  },
}
