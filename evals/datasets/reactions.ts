import { z } from 'zod'
import type { Analysis, Reaction } from '../../pipeline/schema/analysis.ts'
import { accuracy, confusionOf, macroF1 } from '../metrics/confusion.ts'
import { additive, type Metric, share } from '../metrics/metric.ts'
import { type Dataset, dataset, RowBase, readingOf } from './dataset.ts'

const Row = RowBase.extend({
  items: z
    .array(z.looseObject({ label: z.string(), quad: z.int().min(1).max(4), source: z.string().nullish() }))
    .min(1),
})

/** Verbal and material cooperation, verbal and material conflict; none where the system sees no reaction. */
const QUADS = ['1', '2', '3', '4', 'none'] as const
type Case = { gold: string; predicted: string }

/** The quad class of a kind of reaction, as PLOVER and CAMEO sort events. What only speaks is verbal cooperation ("consult"). */
function quadOf({ kind, polarity }: Pick<Reaction, 'kind' | 'polarity'>): string {
  switch (kind) {
    case 'praise':
    case 'support':
    case 'other':
      return '1'
    case 'measure':
      return polarity === 'negative' ? '4' : '2'
    case 'concern':
    case 'criticism':
    case 'rejection':
    case 'threat':
    case 'appeal':
    case 'denial':
      return '3'
  }
}

/** The reaction of the source, else the only hint that there is: the first. */
function reactionOf({ actors, reactions }: Analysis, source: string | null | undefined): Reaction | undefined {
  const own = reactions.find(({ actor }) => {
    const named = actors.find(({ id }) => id === actor)
    return named !== undefined && source != null && [named.name, ...named.aliases].some((name) => source.includes(name))
  })
  return own ?? reactions[0]
}

const common = {
  better: 'higher',
  unit: 'share',
  source: 'quad classes of PLOVER; no reaction is a wrong answer',
} as const
const confusion = ({ gold, predicted }: Case) => confusionOf(QUADS, [[gold, predicted]])
const isConflict = (quad: string) => quad === '3' || quad === '4'

const metrics: readonly Metric<Case>[] = [
  additive({ ...common, name: 'quad-macro-f1', title: 'Quad class, macro-F1', measure: confusion, ofSums: macroF1 }),
  additive({ ...common, name: 'quad-accuracy', title: 'Quad class, accuracy', measure: confusion, ofSums: accuracy }),
  share({
    ...common,
    name: 'conflict-accuracy',
    title: 'Cooperation or conflict right, where a reaction is seen',
    count: ({ gold, predicted }) =>
      predicted === 'none' ? [0, 0] : [Number(isConflict(gold) === isConflict(predicted)), 1],
  }),
  share({
    ...common,
    better: 'neither',
    name: 'coverage',
    title: 'Sentences in which a reaction is seen',
    count: ({ predicted }) => [Number(predicted !== 'none'), 1],
  }),
]

export const reactionDatasets: readonly Dataset[] = [
  dataset<z.infer<typeof Row>, Case>({
    name: 'plover-relations',
    title: 'PLOVER: the kind of a reaction, one sentence',
    anchors: [
      'on its test file: quad accuracy 0.901 and macro-F1 0.896, cooperation or conflict 0.965 (NLI tree with roberta-large-mnli)',
    ],
    baseline: 'always verbal conflict',
    row: Row,
    metrics,
    async caseOf(row, { system }) {
      const [item] = row.items
      const reading = readingOf(row)
      if (item === undefined) return undefined
      const analysis = reading && (await system.analyse(reading))
      const reaction = analysis && reactionOf(analysis, item.source)
      const gold = item.quad.toString()
      return { system: { gold, predicted: reaction ? quadOf(reaction) : 'none' }, baseline: { gold, predicted: '3' } }
    },
  }),
]
