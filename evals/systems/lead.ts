import { bareAnalysis, linesOf } from './bare-analysis.ts'
import type { System } from './system.ts'

/** LEAD-3: the first three sentences are the summary. The floor that every news summary must beat. */
export const lead: System = {
  name: 'LEAD-3',
  tries: (metric) => !/^(?:actor|stance|reaction|quote)-/.test(metric),
  async analyse(reading) {
    return { ...bareAnalysis(reading, 'LEAD-3'), summary: { brief: linesOf(reading, [0, 1, 2]), keyPoints: [] } }
  },
}
