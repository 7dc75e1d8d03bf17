import { z } from 'zod'
import type { Analysis } from '../../pipeline/schema/analysis.ts'
import { accuracy, confusionOf, macroF1 } from '../metrics/confusion.ts'
import { additive, type Metric, share } from '../metrics/metric.ts'
import { type Dataset, dataset, RowBase, readingOf } from './dataset.ts'

/** The words of all sources; who is unrelated is left out. */
const SOURCES_LABELS = ['positive', 'agree', 'negative', 'disagree', 'neutral', 'discuss', 'unrelated'] as const

const Row = RowBase.extend({
  story: z.string().optional(),
  event: z.string().optional(),
  article: z.union([z.string(), z.number()]).optional(),
  items: z.array(
    z.looseObject({
      source: z.string().nullish(),
      target: z.string().nullish(),
      label: z.enum(SOURCES_LABELS),
      start: z.int().optional(),
    }),
  ),
})
type Row = z.infer<typeof Row>

const LABELS = ['positive', 'negative', 'mixed', 'neutral'] as const
type Label = (typeof LABELS)[number]
type Case = { pairs: [gold: Label, predicted: Label][]; stated: number }

const LABEL_OF: Readonly<Record<(typeof SOURCES_LABELS)[number], Label | undefined>> = {
  positive: 'positive',
  agree: 'positive',
  negative: 'negative',
  disagree: 'negative',
  neutral: 'neutral',
  discuss: 'neutral',
  unrelated: undefined,
}

type Options = {
  name: string
  title: string
  anchors?: readonly string[]
  /** The trivial answer: a label that is the most frequent one in the data set, or nearly so. */
  majority: Label
  /** Who holds a stance that names no holder. Undefined: nobody is named, and everybody in the text is asked. */
  holder?: string
  /** Only the items that stand for the whole text. */
  isWholeText?: boolean
}

/**
 * Stances as given questions: each source is asked where it stands on each target of its row, and the pairs that gold labels are
 * compared. What the system leaves unstated counts as neutral, since the data sets know no abstention.
 */
function stanceDataset({ name, title, anchors, majority, holder, isWholeText }: Options): Dataset {
  return dataset<Row, Case>({
    name,
    title,
    anchors,
    baseline: `always ${majority}`,
    folder: name,
    row: Row,
    metrics,
    groupOf: ({ story, event, article }) => story ?? event ?? article?.toString(),
    async caseOf(row, { system }) {
      const pairs = pairsOf(row, { holder, isWholeText })
      const reading = readingOf(row)
      if (pairs.length === 0) return undefined
      const actors = [...new Set(pairs.flatMap(({ source }) => source ?? []))]
      const targets = [...new Set(pairs.map(({ target }) => target))]
      const analysis = reading && (await system.analyse(reading, { given: { actors, targets } }))
      const predicted = pairs.map(({ source, target }) =>
        analysis === undefined ? undefined : labelIn(analysis, source, target),
      )
      return {
        system: {
          pairs: pairs.map(({ label }, index) => [label, predicted[index] ?? 'neutral']),
          stated: predicted.filter((label) => label !== undefined).length,
        },
        baseline: { pairs: pairs.map(({ label }) => [label, majority]), stated: pairs.length },
      }
    },
  })
}

/** One label for a source and a target: both signs in one text make it mixed. */
function pairsOf({ items }: Row, { holder, isWholeText }: Pick<Options, 'holder' | 'isWholeText'>) {
  const found = new Map<string, { source: string | undefined; target: string; label: Label }>()
  for (const { source, target, label, start } of items) {
    const known = LABEL_OF[label]
    if (known === undefined || target == null || (isWholeText && start !== undefined)) continue
    const from = source ?? holder
    const key = `${from ?? ''}\u0000${target}`
    const before = found.get(key)
    found.set(key, { source: from, target, label: before === undefined || before.label === known ? known : 'mixed' })
  }
  return [...found.values()]
}

export function labelIn(
  { actors, issues, stances }: Analysis,
  source: string | undefined,
  target: string,
): Label | undefined {
  const issue = issues.find(({ given, statement }) => given && statement === target)
  const actor = source === undefined ? undefined : actors.find(({ given, name }) => given && name === source)
  const labels = stances
    .filter((stance) => stance.target === issue?.id && (source === undefined || stance.actor === actor?.id))
    .map(({ label }) => label)
  const has = (label: string) => labels.some((one) => one === label)
  if (has('mixed') || (has('support') && has('oppose'))) return 'mixed'
  if (has('support')) return 'positive'
  if (has('oppose')) return 'negative'
  return has('neutral') ? 'neutral' : undefined
}

const confusion = ({ pairs }: Case) => confusionOf(LABELS, pairs)
const sided = ({ pairs }: Case) =>
  pairs.filter(([gold, predicted]) => [gold, predicted].every((label) => label === 'positive' || label === 'negative'))
const common = {
  better: 'higher',
  unit: 'share',
  source: 'labels of the given pairs; unstated counts as neutral',
} as const

const metrics: readonly Metric<Case>[] = [
  additive({ ...common, name: 'macro-f1', title: 'Macro-F1', measure: confusion, ofSums: macroF1 }),
  additive({ ...common, name: 'accuracy', title: 'Accuracy', measure: confusion, ofSums: accuracy }),
  share({
    ...common,
    name: 'direction',
    title: 'Direction accuracy',
    description: 'positive or negative as in gold, where both say one of the two',
    count: (one) => [sided(one).filter(([gold, predicted]) => gold === predicted).length, sided(one).length],
  }),
  share({
    ...common,
    better: 'neither',
    name: 'coverage',
    title: 'Coverage',
    description: 'pairs that the system labels at all',
    count: ({ pairs, stated }) => [stated, pairs.length],
  }),
]

export const AUTHOR = 'author'

export const stanceDatasets: readonly Dataset[] = [
  stanceDataset({
    name: 'seesaw',
    title: 'SEESAW: who is for or against whom, whole articles',
    majority: 'negative',
    holder: AUTHOR,
  }),
  stanceDataset({
    name: 'directed-sentiment',
    title: 'Directed sentiment between two actors, one sentence',
    majority: 'neutral',
  }),
  stanceDataset({
    name: 'newsmtsc',
    title: 'NewsMTSC: sentiment towards a person, one sentence',
    majority: 'neutral',
    anchors: [
      'GRU-TSC: macro-F1 83.1 on the real-world part and 82.5 on the multi-target part, trained on it (Hamborg and Donnay 2021)',
    ],
  }),
  stanceDataset({
    name: 'persent',
    title: 'PerSenT: the author towards the main person, whole articles',
    majority: 'neutral',
    holder: AUTHOR,
    isWholeText: true,
  }),
  stanceDataset({
    name: 'basil',
    title: 'BASIL: slanted passages, by source and target',
    majority: 'negative',
    holder: AUTHOR,
  }),
  stanceDataset({ name: 'gwsd', title: 'GWSD: one opinion on climate change', majority: 'neutral', holder: AUTHOR }),
  stanceDataset({
    name: 'fnc1',
    title: 'FNC-1: an article towards a claim, unrelated ones left out',
    majority: 'neutral',
    holder: AUTHOR,
  }),
  stanceDataset({
    name: 'ruopinionne',
    title: 'RuOpinionNE: holder and target, one Russian sentence',
    majority: 'negative',
    holder: AUTHOR,
    anchors: ['shared task, other file and task (tuples are found, not given): best F1 0.41'],
  }),
  stanceDataset({
    name: 'rusentrel',
    title: 'RuSentRel: stances between actors, whole Russian articles',
    majority: 'negative',
    holder: AUTHOR,
    anchors: ['agreement of the annotators: F1 0.55 over positive and negative pairs (README of the repository)'],
  }),
]
