import { castOf } from '../ground/claims.fake.ts'
import { read } from '../rules/read.ts'
import type { Analysis } from '../schema/analysis.ts'
import type { Reading } from '../schema/reading.ts'
import { type Evidence, evidenceOf } from '../schema/span.ts'
import { toArticle } from '../text/article.ts'

/** For tests: a short article with an opponent, a friend and one who says nothing, and its analysis. */
export const BRIDGE = [
  'Mayor Ines Tol closed the Mill Bridge to cars on Monday, and the council of Arlo voted 9 to 6 for the closure.',
  '“We do not support the plan of the mayor,” said Rui Sand, who owns a bakery beside the bridge.',
  'Sand warned that 40 shops would lose their customers.',
  'Ines Tol called the bridge “a gift to the river” and promised a ferry.',
  'The ferry company Norvia declined to comment.',
].join(' ')

export function bridgeReading(): Reading {
  return read(toArticle({ id: 'bridge.txt', text: BRIDGE, title: 'Bridge closes', language: 'en' }))
}

/** Evidence by the numbers of sentences, from 1. */
export function cited(reading: Reading, ...numbers: number[]): Evidence[] {
  return numbers.flatMap((number) => {
    const sentence = reading.sentences[number - 1]
    return sentence ? [evidenceOf(reading.article.text, reading.sentences, sentence)] : []
  })
}

export function bridgeAnalysis(reading: Reading): Analysis {
  const step = { engine: 'extractive' }
  const quoteAt = (index: number) => {
    const {
      kind: _,
      continues: __,
      ...quote
    } = reading.quotations[index] ?? { index, start: 0, end: 0, text: '', kind: 0 }
    return quote
  }
  return {
    schemaVersion: 1,
    contentHash: reading.article.contentHash,
    language: 'en',
    recipe: {
      steps: { actors: step, summary: step, stances: step, reactions: step },
      length: 'short',
      targets: [],
      actors: [],
      rules: 8,
    },
    sample: 0,
    actors: castOf(reading, ['Ines Tol', 'Rui Sand', 'Norvia']).actors.slice(),
    issues: [{ id: 'i1', statement: 'The Mill Bridge closes to cars.', evidence: cited(reading, 1) }],
    mainIssue: 'i1',
    summary: {
      headline: { id: 'h', text: 'Mill Bridge closes to cars', evidence: cited(reading, 1) },
      brief: [{ id: 'b1', text: 'The council of Arlo voted 9 to 6 for the closure.', evidence: cited(reading, 1) }],
      keyPoints: [{ id: 'k1', text: 'Rui Sand owns a bakery beside the bridge.', evidence: cited(reading, 2) }],
    },
    stances: [
      { id: 's1', actor: 'a1', target: 'i1', label: 'support', voice: 'self', evidence: cited(reading, 1) },
      { id: 's2', actor: 'a2', target: 'i1', label: 'oppose', voice: 'self', evidence: cited(reading, 2) },
      { id: 's3', actor: 'a3', target: 'i1', label: 'unstated', evidence: [] },
    ],
    reactions: [
      {
        id: 'r1',
        actor: 'a2',
        kind: 'rejection',
        polarity: 'negative',
        target: 'i1',
        content: 'We do not support the plan of the mayor',
        quote: quoteAt(0),
        evidence: cited(reading, 2),
      },
    ],
    grounding: {
      checked: 7,
      repaired: 0,
      dropped: 1,
      warnings: [{ code: 'TEXT_DROPPED', message: 'A rationale was removed', step: 'stances', claim: 's2' }],
    },
    defects: [],
    usage: { calls: 0, replayed: 0, tokensIn: 0, tokensCached: 0, tokensOut: 0, msByStep: {} },
  }
}
