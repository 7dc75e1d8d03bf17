import { z } from 'zod'
import { spearman } from '../metrics/correlation.ts'
import { type Metric, mean } from '../metrics/metric.ts'
import { bestRouge, ROUGE_TYPES } from '../metrics/rouge.ts'
import { lead } from '../systems/lead.ts'
import { type Dataset, dataset, RowBase, readingOf } from './dataset.ts'

const Row = RowBase.extend({
  references: z.array(z.string()).min(1),
  systems: z.array(z.looseObject({ summary: z.string() })).optional(),
})

type Case = { summary: string; references: readonly string[]; rank?: number }

type Options = { name: string; title: string; anchors?: readonly string[]; rating?: string }

/** The brief against the best of the references; and, where people rated summaries, whether ROUGE ranks them as people do. */
function summaryDataset({ name, title, anchors, rating }: Options): Dataset {
  return dataset<z.infer<typeof Row>, Case>({
    name,
    title,
    anchors,
    baseline: lead.name,
    folder: name,
    row: Row,
    metrics,
    async caseOf(row, { system }) {
      const reading = readingOf(row)
      if (reading === undefined) return undefined
      const { references } = row
      const rank = rating === undefined ? undefined : rankOf(row, rating)
      const brief = async (by: typeof system) =>
        (await by.analyse(reading)).summary.brief.map(({ text }) => text).join('\n')
      return {
        system: { summary: await brief(system), references, rank },
        baseline: { summary: await brief(lead), references },
      }
    },
  })
}

function rankOf({ systems = [], references }: z.infer<typeof Row>, rating: string): number | undefined {
  const pairs = systems.flatMap((one): [number, number][] => {
    const value = one[rating]
    return typeof value === 'number' ? [[bestRouge('rouge1', one.summary, references), value]] : []
  })
  return pairs.length < 3 ? undefined : spearman(pairs)
}

const metrics: readonly Metric<Case>[] = [
  ...ROUGE_TYPES.map((type) =>
    mean<Case>({
      name: type,
      title: `ROUGE-${type.slice(5)}`,
      better: 'higher',
      unit: 'share',
      source: 'as rouge_score without stemming; the best reference',
      value: ({ summary, references }) => bestRouge(type, summary, references),
    }),
  ),
  mean({
    name: 'rank-agreement',
    title: 'Rank correlation of ROUGE-1 with people',
    description: 'Spearman, within an article; says how far ROUGE can be trusted, nothing of the system',
    better: 'neither',
    unit: 'number',
    source: 'says how far ROUGE can be trusted, nothing of the system',
    value: ({ rank }) => rank,
  }),
]

export const summaryDatasets: readonly Dataset[] = [
  summaryDataset({ name: 'writer-summaries', title: 'Summaries by paid writers' }),
  summaryDataset({ name: 'summeval', title: 'SummEval: eleven references an article', rating: 'relevance' }),
  summaryDataset({
    name: 'realsumm',
    title: 'REALSumm: one reference an article, tokenised',
    rating: 'litepyramid_recall',
    anchors: ['Spearman of ROUGE-1 recall with LitePyramid over all systems: 0.498 (neulab/BARTScore)'],
  }),
  summaryDataset({
    name: 'newsroom-humaneval',
    title: 'Newsroom: the publisher’s own teaser',
    rating: 'informativeness',
  }),
  summaryDataset({ name: 'gum-news', title: 'GUM news: one-sentence summaries' }),
]
