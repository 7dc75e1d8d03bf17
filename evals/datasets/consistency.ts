import { z } from 'zod'
import type { Reading } from '../../pipeline/schema/reading.ts'
import { segment } from '../../pipeline/text/segment.ts'
import { additive, type Metric, ratio, share } from '../metrics/metric.ts'
import { unsupportedIn } from '../metrics/unsupported.ts'
import { type Dataset, dataset, RowBase, readingOf } from './dataset.ts'

const Row = RowBase.extend({
  summary: z.string(),
  label: z.enum(['consistent', 'inconsistent']),
  article: z.union([z.string(), z.number()]).optional(),
})

type Case = { isConsistent: boolean; isFlagged: boolean }

/** Does grounding complain about the summaries that people called inconsistent, and leave the others alone? Any engine: the same. */
function consistencyDataset(name: string, title: string, anchors: readonly string[]): Dataset {
  return dataset<z.infer<typeof Row>, Case>({
    name,
    title,
    anchors,
    baseline: 'always inconsistent',
    folder: name,
    byRules: 'grounding compares with rules',
    row: Row,
    metrics: [...metrics, pairwise],
    groupOf: ({ article, text }) => article?.toString() ?? text.slice(0, 200),
    async caseOf(row) {
      const reading = readingOf(row)
      if (reading === undefined) return undefined
      const isConsistent = row.label === 'consistent'
      return {
        system: { isConsistent, isFlagged: isFlagged(row.summary, reading) },
        baseline: { isConsistent, isFlagged: true },
      }
    },
  })
}

function isFlagged(summary: string, reading: Reading): boolean {
  const sentences = segment(summary, reading.language).map(({ start, end }) => summary.slice(start, end))
  return unsupportedIn(sentences, reading, { maySayArticle: true }) > 0
}

const source = 'grounding complains: inconsistent'
const counts = ({ isConsistent, isFlagged }: Case) => [
  Number(!isConsistent && isFlagged),
  Number(!isConsistent),
  Number(isConsistent && !isFlagged),
  Number(isConsistent),
]
const metrics: readonly Metric<Case>[] = [
  additive({
    name: 'balanced-accuracy',
    title: 'Balanced accuracy',
    better: 'higher',
    unit: 'share',
    source,
    measure: counts,
    ofSums: ([flagged = 0, bad = 0, passed = 0, good = 0]) => {
      const [found, left] = [ratio(flagged, bad), ratio(passed, good)]
      return found === undefined || left === undefined ? undefined : (found + left) / 2
    },
  }),
  share({
    name: 'flagged',
    title: 'Recall of inconsistent summaries',
    source,
    count: ({ isConsistent, isFlagged }) => [Number(!isConsistent && isFlagged), Number(!isConsistent)],
  }),
  share({
    name: 'false-complaints',
    title: 'False positive rate',
    description: 'consistent summaries that grounding complains about',
    better: 'lower',
    source,
    count: ({ isConsistent, isFlagged }) => [Number(isConsistent && isFlagged), Number(isConsistent)],
  }),
]

/** Every true summary against every false one of its article: a complaint about the false one alone wins, the same verdict is half a win. */
const pairwise: Metric<Case> = {
  name: 'pairwise',
  title: 'True summary above false one of the same article',
  better: 'higher',
  unit: 'share',
  source: 'ours: pairs within an article; the same verdict counts half',
  measure: counts,
  score: (articles) => {
    let [won, of] = [0, 0]
    for (const [flagged = 0, bad = 0, passed = 0, good = 0] of articles) {
      won += flagged * passed + (flagged * (good - passed) + (bad - flagged) * passed) / 2
      of += bad * good
    }
    return ratio(won, of)
  },
}

export const consistencyDatasets: readonly Dataset[] = [
  consistencyDataset('qags', 'QAGS: summaries by older models', []),
  consistencyDataset('bump', 'BUMP: one small planted error', [
    'reference scored above the edited summary: BARTScore 0.922, QAFactEval 0.844, SummaC 0.694, FactCC 0.569 (all 889 pairs of the release)',
  ]),
  consistencyDataset('summedits-news', 'SummEdits, news: edits that do or do not break a summary', [
    'balanced accuracy on the whole news part: people 90.0, GPT-4 83.3, QAFactEval 74.4, SummaC-Conv 61.9 (salesforce/factualNLG)',
  ]),
  consistencyDataset('faithbench', 'FaithBench: hallucinations of recent models, hard cases', [
    'balanced accuracy of detectors in the release, chosen because they disagree: 0.48 to 0.54',
  ]),
  consistencyDataset('fib-xsum', 'FIB, XSum: a true one-sentence summary against false ones', []),
  consistencyDataset('aggrefact-error-types', 'AggreFact: kinds of factual error', [
    'balanced accuracy on CLIFF: QAFactEval 0.716 CNN/DailyMail and 0.626 XSum, DAE 0.730 and 0.754 (thresholds tuned)',
  ]),
]
