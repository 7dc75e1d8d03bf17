import type { Analysis } from '../pipeline/schema/analysis.ts'
import type { Article } from '../pipeline/schema/article.ts'
import type { Analyse } from '../pipeline/schema/contracts.ts'
import type { Reading } from '../pipeline/schema/reading.ts'
import { Recipe } from '../pipeline/schema/recipe.ts'

/** A recipe that only fakes follow. */
export const fakeRecipe: Recipe = Recipe.parse({
  steps: Object.fromEntries(['actors', 'summary', 'stances', 'reactions'].map((step) => [step, { engine: 'fake' }])),
  length: 'standard',
  targets: [],
  actors: [],
  rules: 1,
})

/** Reads nothing: one sentence, which is the whole text. */
export function fakeRead(article: Article): Reading {
  return {
    article,
    language: article.language,
    hasWordLists: false,
    sentences: [{ index: 0, start: 0, end: article.text.length }],
    paragraphs: [{ start: 0, end: article.text.length }],
    quotations: [],
    names: [],
    attributions: [],
    cues: [],
    salience: [1],
    incomplete: [],
  }
}

/** Does what `act` does with the text, and answers with an analysis that says only that its main issue is the whole text. */
export function fakeAnalyse(act: (text: string, signal?: AbortSignal) => Promise<void> = async () => {}): Analyse {
  return async ({ article }, recipe, { account, signal }) => {
    await act(article.text, signal)
    return { ...emptyAnalysis(article, recipe), sample: account?.sample ?? 0 }
  }
}

/** An analysis that says only that the main issue is the whole text. */
export function emptyAnalysis(article: Article, recipe: Recipe): Analysis {
  const evidence = [{ sentence: 0, start: 0, end: article.text.length, text: article.text }]
  return {
    schemaVersion: 1,
    contentHash: article.contentHash,
    language: article.language,
    recipe,
    sample: 0,
    actors: [],
    issues: [{ id: 'i1', statement: article.text, evidence }],
    mainIssue: 'i1',
    summary: { brief: [], keyPoints: [] },
    stances: [],
    reactions: [],
    grounding: { checked: 0, repaired: 0, dropped: 0, warnings: [] },
    defects: [],
    usage: { calls: 0, replayed: 0, tokensIn: 0, tokensCached: 0, tokensOut: 0, msByStep: {} },
  }
}
