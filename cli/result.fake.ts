import { Analysis, type Line, Result, type Stance } from '../pipeline/schema/analysis.ts'
import type { Evidence } from '../pipeline/schema/span.ts'

/** A result made by hand: an article and claims whose evidence is found in its text by the words. */
export function resultOf(text: string, parts: (words: Words) => Partial<Analysis>, title?: string): Result {
  const words = wordsOf(text)
  const analysis = Analysis.parse({
    schemaVersion: 1,
    contentHash: HASH,
    language: 'en',
    recipe: { steps: { actors: RULES, summary: RULES, stances: RULES, reactions: RULES }, ...RECIPE },
    sample: 0,
    actors: [],
    issues: [{ id: 'i1', statement: text.slice(0, 40), evidence: [] }],
    mainIssue: 'i1',
    summary: { brief: [], keyPoints: [] },
    stances: [],
    reactions: [],
    grounding: { checked: 0, repaired: 0, dropped: 0, warnings: [] },
    defects: [],
    usage: { calls: 0, replayed: 0, tokensIn: 0, tokensCached: 0, tokensOut: 0, msByStep: {} },
    ...parts(words),
  })
  return Result.parse({ id: 'news.txt', text, title, language: 'en', contentHash: HASH, analysis })
}

const HASH = '0'.repeat(64)
const RULES = { engine: 'extractive' }
const RECIPE = { length: 'standard', targets: [], actors: [], rules: 1 }

export type Words = {
  evidence(words: string, sentence?: number): Evidence
  line(id: string, words: string, text?: string): Line
  actor(id: string, name: string, role?: string): Analysis['actors'][number]
  stance(id: string, claim: Pick<Stance, 'actor' | 'target' | 'label'>, words: string): Stance
}

function wordsOf(article: string): Words {
  const evidence = (words: string, sentence = 0): Evidence => {
    const start = article.indexOf(words)
    if (start === -1) throw new Error(`The article does not say: ${words}`)
    return { sentence, start, end: start + words.length, text: words }
  }
  return {
    evidence,
    line: (id, words, text = words) => ({ id, text, evidence: [evidence(words)] }),
    actor: (id, name, role) => ({ id, name, kind: 'person', role, aliases: [], mentions: [evidence(name)] }),
    stance: (id, claim, words) => ({ id, ...claim, voice: 'self', evidence: [evidence(words)] }),
  }
}
