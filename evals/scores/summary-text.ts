import type { Analysis } from '../../pipeline/schema/analysis.ts'

/** The summary as one text, a sentence a line. Key points stand apart: they are no part of the story. */
export function briefText({ summary }: Analysis): string {
  return summary.brief.map(({ text }) => text).join('\n')
}

/** Brief and key points: a fact in either is told. */
export function allText({ summary }: Analysis): string {
  return [...summary.brief, ...summary.keyPoints].map(({ text }) => text).join('\n')
}
