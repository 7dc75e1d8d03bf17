import type { SummaryPart } from './ask.ts'
import type { SummaryWire } from './wire.ts'

/** The lines; the sentences that the windows picked have done their work when these were asked for. */
export function mergeSummary(parts: readonly SummaryPart[]): SummaryWire {
  const lines = parts.filter((part) => 'brief' in part)
  return {
    headline: lines.find(({ headline }) => headline !== null)?.headline ?? null,
    brief: lines.flatMap(({ brief }) => brief),
    keyPoints: lines.flatMap(({ keyPoints }) => keyPoints),
  }
}
