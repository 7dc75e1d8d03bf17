import { z } from 'zod'
import { isContentWord } from '../../pipeline/rules/terms.ts'
import type { Analysis } from '../../pipeline/schema/analysis.ts'
import { bestPairs } from '../metrics/assignment.ts'
import { accuracy, confusionOf, macroF1 } from '../metrics/confusion.ts'
import { additive, f1, type Metric } from '../metrics/metric.ts'
import { type Dataset, dataset, RowBase, readingOf } from './dataset.ts'
import { AUTHOR, labelIn } from './stances.ts'

const Row = RowBase.extend({
  story: z.string().optional(),
  class: z.int().min(0).max(4).optional(),
  items: z.array(
    z.looseObject({
      source: z.string().nullish(),
      target: z.string().nullish(),
      label: z.enum(['positive', 'negative', 'neutral']),
    }),
  ),
})

type Tuple = { holder: string; target: string; isPositive: boolean }
type Case = { gold: Tuple[]; found: Tuple[] }
type About = { title: string; folder: string; anchors?: readonly string[] }

/**
 * Who is for or against whom, found and not given: the stances between actors that the system sees by itself. A tuple counts when
 * holder and target share a content word with those of gold and the sign is the same.
 */
function tupleDataset(name: string, { title, folder, anchors = [] }: About): Dataset {
  return dataset<z.infer<typeof Row>, Case>({
    name,
    title,
    folder,
    anchors,
    baseline: 'nobody towards anybody',
    row: Row,
    metrics: tupleMetrics,
    groupOf: ({ story }) => story,
    async caseOf(row, { system }) {
      const reading = readingOf(row)
      if (reading === undefined) return undefined
      const gold = row.items.flatMap(({ source, target, label }): Tuple[] => {
        if (target == null || (label !== 'positive' && label !== 'negative')) return []
        return [{ holder: source ?? AUTHOR, target, isPositive: label === 'positive' }]
      })
      const unique = [...new Map(gold.map((tuple) => [JSON.stringify(tuple), tuple])).values()]
      return {
        system: { gold: unique, found: tuplesIn(await system.analyse(reading)) },
        baseline: { gold: unique, found: [] },
      }
    },
  })
}

/** The main issue is left out: it is a whole clause, and names those who do what it tells. */
function tuplesIn({ actors, issues, mainIssue, stances }: Analysis): Tuple[] {
  const called = new Map([
    ...actors.map(({ id, name }) => [id, name] as const),
    ...issues.filter(({ id }) => id !== mainIssue).map(({ id, statement }) => [id, statement] as const),
  ])
  return stances.flatMap(({ actor, target, label }) => {
    const [holder, towards] = [called.get(actor), called.get(target)]
    if (holder === undefined || towards === undefined || (label !== 'support' && label !== 'oppose')) return []
    return [{ holder, target: towards, isPositive: label === 'support' }]
  })
}

const tupleMetrics: readonly Metric<Case>[] = [
  f1({
    name: 'tuple-f1',
    title: 'Tuple F1',
    description: 'holder, target and sign',
    source: 'a content word in common in holder and target, the same sign; optimal assignment',
    count: ({ gold, found }) => [
      bestPairs(gold, found, (a, b) => (a.isPositive === b.isPositive ? likeness(a, b) : 0)).length,
      found.length,
      gold.length,
    ],
  }),
  f1({
    name: 'tuple-pair-f1',
    title: 'Tuple F1, without the sign',
    source: 'the same',
    count: ({ gold, found }) => [bestPairs(gold, found, likeness).length, found.length, gold.length],
  }),
]

function likeness(a: Tuple, b: Tuple): number {
  const [holders, targets] = [sharedWords(a.holder, b.holder), sharedWords(a.target, b.target)]
  return holders === 0 || targets === 0 ? 0 : holders + targets
}

/** Function words are left out: "the council" and "the mayor" are not alike. */
function sharedWords(a: string, b: string): number {
  const own = new Set(contentWords(a))
  return contentWords(b).filter((word) => own.has(word)).length
}

function contentWords(name: string): string[] {
  const all = name.match(/[\p{L}\p{N}]+/gu) ?? []
  return all.filter(isContentWord).map((word) => word.toLowerCase())
}

const CLASSES = ['0', '1', '2', '3', '4'] as const
type Directed = { gold: string; predicted: string }

/** The official task: of two names in a sentence, who is positive or negative towards whom, if anybody. Both directions are asked. */
const directedClasses: Dataset = dataset<z.infer<typeof Row>, Directed>({
  name: 'directed-sentiment-classes',
  folder: 'directed-sentiment',
  title: 'Directed sentiment, the five official classes',
  baseline: 'always neutral',
  row: Row,
  metrics: [
    ...(['macro-f1', 'accuracy'] as const).map((name) =>
      additive<Directed>({
        name,
        title: name === 'accuracy' ? 'Accuracy (micro-F1)' : 'Macro-F1',
        better: 'higher',
        unit: 'share',
        source: 'official classes: neutral, and each sign in each direction',
        measure: ({ gold, predicted }) => confusionOf(CLASSES, [[gold, predicted]]),
        ofSums: name === 'accuracy' ? accuracy : macroF1,
      }),
    ),
  ],
  async caseOf(row, { system }) {
    const [item] = row.items
    const reading = readingOf(row)
    if (item?.source == null || item.target == null || row.class === undefined) return undefined
    const gold = row.class.toString()
    const isTurned = row.class === 2 || row.class === 4
    const [p, q] = isTurned ? [item.target, item.source] : [item.source, item.target]
    const given = { actors: [p, q], targets: [p, q] }
    const analysis = reading && (await system.analyse(reading, { given }))
    const ways = analysis === undefined ? [] : [labelIn(analysis, p, q), labelIn(analysis, q, p)]
    return { system: { gold, predicted: classOf(ways) }, baseline: { gold, predicted: '0' } }
  },
})

/** 1 and 3: the first is positive or negative towards the second; 2 and 4: the other way about. */
function classOf([forward, backward]: readonly (string | undefined)[]): string {
  if (forward === 'positive' || forward === 'negative') return forward === 'positive' ? '1' : '3'
  if (backward === 'positive' || backward === 'negative') return backward === 'positive' ? '2' : '4'
  return '0'
}

export const tupleDatasets: readonly Dataset[] = [
  directedClasses,
  tupleDataset('seesaw-tuples', { title: 'SEESAW: who is for or against whom, found and not given', folder: 'seesaw' }),
  tupleDataset('ruopinionne-tuples', {
    title: 'RuOpinionNE: holder, target and sign, found and not given',
    folder: 'ruopinionne',
    anchors: ['shared task, other file, wording and part of a name counted too: best F1 0.41'],
  }),
]
