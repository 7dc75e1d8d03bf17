import { expect } from 'vitest'
import { faultsOf } from '../bench/faults-of.ts'
import { Analysis } from '../pipeline/schema/analysis.ts'
import type { Article } from '../pipeline/schema/article.ts'

/** The first promise: a valid analysis in which every span is verbatim and every line has evidence. */
export function expectGrounded(analysis: Analysis, article: Article): void {
  expect(Analysis.safeParse(analysis).error).toBeUndefined()
  expect(faultsOf({ ...article, analysis })).toEqual([])
}

/** Everything in an analysis that a model may have written. */
export function writtenTexts({ actors, issues, summary, stances, reactions }: Analysis): string[] {
  const lines = [summary.headline, ...summary.brief, ...summary.keyPoints]
  return [
    ...lines.map((line) => line?.text),
    ...issues.map((issue) => issue.statement),
    ...actors.flatMap((actor) => [actor.name, actor.role, ...actor.aliases]),
    ...stances.map((stance) => stance.rationale),
    ...reactions.map((reaction) => reaction.content),
  ].filter((text) => text !== undefined)
}
