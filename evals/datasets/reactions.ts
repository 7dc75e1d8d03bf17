import { z } from 'zod'
import type { Analysis, Reaction } from '../../pipeline/schema/analysis.ts'
import { ploverOf } from '../../pipeline/schema/plover.ts'
import { accuracy, confusionOf, macroF1 } from '../metrics/confusion.ts'
import { additive, type Metric, share } from '../metrics/metric.ts'
import { type Dataset, dataset, RowBase, readingOf } from './dataset.ts'

/** Root codes of PLOVER. */
const ROOTS = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'COOPERATE',
  'AID',
  'YIELD',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const
const CODES = [...ROOTS, 'none']

const Row = RowBase.extend({
  items: z
    .array(z.looseObject({ label: z.enum(ROOTS), quad: z.int().min(1).max(4), source: z.string().nullish() }))
    .min(1),
})

/** None where the system sees no reaction. */
const QUADS = ['1', '2', '3', '4', 'none'] as const
type Event = { quad: string; code: string }
type Case = { gold: Event; predicted: Event }
const NOTHING: Event = { quad: 'none', code: 'none' }

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
const quads = ({ gold, predicted }: Case) => confusionOf(QUADS, [[gold.quad, predicted.quad]])
const codes = ({ gold, predicted }: Case) => confusionOf(CODES, [[gold.code, predicted.code]])
const isConflict = (quad: string) => quad === '3' || quad === '4'

const metrics: readonly Metric<Case>[] = [
  additive({ ...common, name: 'quad-macro-f1', title: 'Quad class, macro-F1', measure: quads, ofSums: macroF1 }),
  additive({ ...common, name: 'quad-accuracy', title: 'Quad class, accuracy', measure: quads, ofSums: accuracy }),
  additive({ ...common, name: 'code-macro-f1', title: 'Root code, macro-F1', measure: codes, ofSums: macroF1 }),
  additive({ ...common, name: 'code-accuracy', title: 'Root code, accuracy', measure: codes, ofSums: accuracy }),
  share({
    ...common,
    name: 'conflict-accuracy',
    title: 'Conflict accuracy',
    description: 'cooperation or conflict, where a reaction is seen',
    count: ({ gold, predicted }) =>
      predicted.quad === 'none' ? [0, 0] : [Number(isConflict(gold.quad) === isConflict(predicted.quad)), 1],
  }),
  share({
    ...common,
    better: 'neither',
    name: 'coverage',
    title: 'Coverage',
    description: 'sentences in which a reaction is seen',
    count: ({ predicted }) => [Number(predicted.quad !== 'none'), 1],
  }),
]

export const reactionDatasets: readonly Dataset[] = [
  dataset<z.infer<typeof Row>, Case>({
    name: 'plover-relations',
    title: 'PLOVER: the kind of a reaction, one sentence',
    anchors: [
      'on its test file: root code accuracy 0.838 and macro-F1 0.824, quad accuracy 0.901 and macro-F1 0.896, cooperation or conflict 0.965 (NLI tree with roberta-large-mnli)',
    ],
    baseline: 'always an accusation',
    folder: 'plover-relations',
    row: Row,
    metrics,
    async caseOf(row, { system }) {
      const [item] = row.items
      const reading = readingOf(row)
      if (item === undefined) return undefined
      const analysis = reading && (await system.analyse(reading))
      const reaction = analysis && reactionOf(analysis, item.source)
      const gold = { quad: item.quad.toString(), code: item.label }
      const baseline = { gold, predicted: { quad: '3', code: 'ACCUSE' } }
      if (reaction === undefined) return { system: { gold, predicted: NOTHING }, baseline }
      const { quad, code } = ploverOf(reaction)
      return { system: { gold, predicted: { quad: quad.toString(), code } }, baseline }
    },
  }),
]
