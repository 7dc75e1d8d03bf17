import type { Analysis, Line, Summary } from '../schema/analysis.ts'
import type { LineCorrection } from '../schema/correction.ts'
import { type Edited, type Editing, tidied } from './edit.ts'
import { isFault } from './fault.ts'
import { locatePassages } from './locate-passages.ts'
import { noClaim } from './unknown.ts'

export function correctLine(analysis: Analysis, correction: LineCorrection, { reading }: Editing): Edited {
  const line = linesOf(analysis.summary).find(({ id }) => id === correction.claim)
  if (line === undefined) return noClaim('line of the summary', correction.claim, linesOf(analysis.summary))
  if (correction.field === 'text') return withLine(analysis, line, { ...line, text: tidied(correction.value) })
  const evidence = locatePassages(correction.value, reading, line.evidence[0]?.start)
  return isFault(evidence) ? evidence : withLine(analysis, line, { ...line, evidence })
}

export function linesOf({ headline, brief, keyPoints }: Summary): Line[] {
  return [...(headline ? [headline] : []), ...brief, ...keyPoints]
}

/** The analysis with another line in place of one, or none. */
export function withLine(analysis: Analysis, line: Line, other: Line | undefined): Analysis {
  const change = (each: Line) => (each === line ? (other ?? []) : each)
  const { headline, brief, keyPoints } = analysis.summary
  const [first] = headline ? [change(headline)].flat() : []
  const summary = {
    ...(first && { headline: first }),
    brief: brief.flatMap(change),
    keyPoints: keyPoints.flatMap(change),
  }
  return { ...analysis, summary }
}
