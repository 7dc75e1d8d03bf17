import type { Result } from '../pipeline/schema/analysis.ts'
import type { Evidence } from '../pipeline/schema/span.ts'

/** Promises that a result breaks, in words: evidence or a quote that is not verbatim, a line without evidence. */
export function faultsOf({ text, analysis }: Result): string[] {
  if (text === undefined) return ['the text was left out, so nothing can be checked']
  const { summary, stances, reactions, issues, actors } = analysis
  const lines = [summary.headline, ...summary.brief, ...summary.keyPoints].filter((line) => line !== undefined)
  const claims = [
    ...lines,
    ...reactions,
    ...stances.filter((stance) => stance.label !== 'unstated'),
    ...issues.filter((issue) => !issue.given),
  ]
  const spans: Pick<Evidence, 'start' | 'end' | 'text'>[] = [
    ...[...claims, ...stances].flatMap((claim) => claim.evidence),
    ...actors.flatMap((actor) => actor.mentions),
    ...reactions.flatMap((reaction) => [reaction.quote, reaction.cue].filter((span) => span !== undefined)),
  ]
  return [
    ...spans
      .filter((span) => text.slice(span.start, span.end) !== span.text)
      .map((span) => `not verbatim: ${span.text}`),
    ...claims.filter((claim) => claim.evidence.length === 0).map((claim) => `no evidence: ${claim.id}`),
  ]
}
