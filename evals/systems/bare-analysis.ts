import { type Analysis, type Line, SCHEMA_VERSION } from '../../pipeline/schema/analysis.ts'
import type { Reading } from '../../pipeline/schema/reading.ts'
import { RULES_VERSION } from '../../pipeline/schema/rules-version.ts'
import { type Evidence, evidenceOf } from '../../pipeline/schema/span.ts'

/** An analysis that says nothing but its first sentence, for baselines to fill. `engine` names the baseline. */
export function bareAnalysis({ article, sentences }: Reading, engine: string): Analysis {
  const first = sentences[0] ?? { index: 0, start: 0, end: article.text.length }
  const evidence = evidenceOf(article.text, sentences, first)
  const step = { engine }
  return {
    schemaVersion: SCHEMA_VERSION,
    contentHash: article.contentHash,
    language: article.language,
    recipe: {
      steps: { actors: step, summary: step, stances: step, reactions: step },
      length: 'standard',
      targets: [],
      actors: [],
      rules: RULES_VERSION,
    },
    sample: 0,
    actors: [],
    issues: [{ id: 'i1', statement: evidence.text, evidence: [evidence] }],
    mainIssue: 'i1',
    summary: { brief: [], keyPoints: [] },
    stances: [],
    reactions: [],
    grounding: { checked: 0, repaired: 0, dropped: 0, warnings: [] },
    defects: [],
    usage: { calls: 0, replayed: 0, tokensIn: 0, tokensCached: 0, tokensOut: 0, msByStep: {} },
  }
}

/** Sentences of the article as lines of a summary. */
export function linesOf({ article, sentences }: Reading, indexes: readonly number[]): Line[] {
  return indexes.flatMap((index, place) => {
    const sentence = sentences[index]
    if (sentence === undefined) return []
    const evidence: Evidence = evidenceOf(article.text, sentences, sentence)
    return [{ id: `b${place + 1}`, text: evidence.text, evidence: [evidence] }]
  })
}
