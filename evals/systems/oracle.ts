import type { Actor, Analysis, Reaction, Stance } from '../../pipeline/schema/analysis.ts'
import { StandpointError } from '../../pipeline/schema/errors.ts'
import type { Reading } from '../../pipeline/schema/reading.ts'
import { evidenceOf, type Span } from '../../pipeline/schema/span.ts'
import type { GoldArticle } from '../gold/read-gold.ts'
import { bestRouge } from '../metrics/rouge.ts'
import { bareAnalysis, linesOf } from './bare-analysis.ts'
import type { System } from './system.ts'

const MOST_SENTENCES = 3

/**
 * The upper bound: the annotation itself as actors, stances and reactions, and as summary the sentences of the article that
 * together are most like a reference, taken one by one.
 * @see Nallapati, Zhai, Zhou 2017, SummaRuNNer, AAAI (greedy oracle)
 */
export const oracle: System = {
  name: 'upper bound',
  // It has no key points, so that other systems can hold more facts.
  tries: (metric) => metric !== 'key-facts',
  async analyse(reading, { gold } = {}) {
    if (gold === undefined) throw new StandpointError('INTERNAL', 'The upper bound needs the gold annotation')
    return analysisOf(gold, reading)
  },
}

/** A gold annotation as the analysis that a system would have made; the summary is empty where the annotation holds none. */
export function analysisOf(gold: GoldArticle, reading: Reading): Analysis {
  const evidence = (spans: readonly Span[]) =>
    spans.map((span) => evidenceOf(reading.article.text, reading.sentences, span))
  const ids = new Map([
    ...gold.actors.map(({ id }, index) => [id, `a${index + 1}`] as const),
    ...gold.issues.map(({ id }, index) => [id, `i${index + 1}`] as const),
  ])
  const idOf = (key: string) => ids.get(key) ?? key
  const actors = gold.actors.map(({ id, name, kind, aliases }): Actor => {
    const at = reading.article.text.indexOf(name)
    return {
      id: idOf(id),
      name,
      kind,
      aliases: [...aliases],
      mentions: evidence([{ start: at, end: at + name.length }]),
    }
  })
  const stances = gold.stances.map(({ actor, target, label, voice, evidence: spans }, index): Stance => {
    return { id: `s${index + 1}`, actor: idOf(actor), target: idOf(target), label, voice, evidence: evidence(spans) }
  })
  const reactions = gold.reactions.map((reaction, index): Reaction => {
    const { actor, kind, polarity, target, cue, quote, evidence: spans } = reaction
    return {
      id: `r${index + 1}`,
      actor: idOf(actor),
      kind,
      polarity,
      target: target === undefined ? undefined : idOf(target),
      content: evidence(spans)[0]?.text ?? '',
      cue: cue && evidence([cue])[0],
      quote: quote && { index: 0, ...quote, text: reading.article.text.slice(quote.start, quote.end) },
      evidence: evidence(spans),
    }
  })
  const issues = gold.issues.map(({ id, statement, evidence: span }) => ({
    id: idOf(id),
    statement,
    evidence: evidence([span]),
  }))
  const brief = linesOf(reading, bestSentences(gold.summaries, reading))
  return {
    ...bareAnalysis(reading, 'upper bound'),
    actors,
    issues,
    mainIssue: idOf('main'),
    stances,
    reactions,
    summary: { brief, keyPoints: [] },
  }
}

/** Greedily, the next sentence that lifts ROUGE-1 and ROUGE-2 most; in the order of the article. */
function bestSentences(references: readonly string[], { article, sentences }: Reading): number[] {
  const chosen: number[] = []
  let best = 0
  while (chosen.length < MOST_SENTENCES) {
    let next: number | undefined
    for (const { index } of sentences) {
      if (chosen.includes(index)) continue
      const tried = [...chosen, index].sort((a, b) => a - b)
      const text = tried.map((each) => article.text.slice(sentences[each]?.start, sentences[each]?.end)).join('\n')
      const value = bestRouge('rouge1', text, references) + bestRouge('rouge2', text, references)
      if (value > best) [best, next] = [value, index]
    }
    if (next === undefined) break
    chosen.push(next)
  }
  return chosen.sort((a, b) => a - b)
}
