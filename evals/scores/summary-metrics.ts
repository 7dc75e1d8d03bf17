import { factCoverage } from '../metrics/facts.ts'
import { fragments } from '../metrics/fragments.ts'
import { additive, type Metric, mean, ratio, share } from '../metrics/metric.ts'
import { bestRouge, ROUGE_TYPES } from '../metrics/rouge.ts'
import { unsupportedIn } from '../metrics/unsupported.ts'
import { words } from '../metrics/words.ts'
import type { Scored } from './aligned.ts'
import { allText, briefText } from './summary-text.ts'

const ROUGE_TITLES = { rouge1: 'ROUGE-1', rouge2: 'ROUGE-2', rougeL: 'ROUGE-L', rougeLsum: 'ROUGE-Lsum' }

export const summaryMetrics: readonly Metric<Scored>[] = [
  ...ROUGE_TYPES.map((type) =>
    mean<Scored>({
      name: type,
      title: ROUGE_TITLES[type],
      better: 'higher',
      unit: 'share',
      source: 'Lin 2004; as rouge_score without stemming, all letters as words; the better of two references',
      value: (scored) => bestRouge(type, briefText(scored.analysis), scored.gold.summaries),
    }),
  ),
  share({
    name: 'key-facts',
    title: 'Key facts held, key points included',
    source: 'after Nenkova and Passonneau 2004, recognised by words',
    count: (scored) => {
      const { held, of } = factCoverage(allText(scored.analysis), scored.gold.facts)
      return [held, of]
    },
  }),
  additive({
    name: 'unsupported',
    title: 'Summary lines with an unsupported number, name or quote, of 100',
    better: 'lower',
    unit: 'number',
    source: 'ours: what grounding complains about',
    measure: unsupported,
    ofSums: ([bad = 0, of = 0]) => {
      const share = ratio(bad, of)
      return share === undefined ? undefined : share * 100
    },
  }),
  mean({
    name: 'summary-words',
    title: 'Words of the summary',
    better: 'neither',
    unit: 'number',
    source: 'counted',
    value: (scored) => words(briefText(scored.analysis)).length,
  }),
  ...(['coverage', 'density', 'compression'] as const).map((part) =>
    mean<Scored>({
      name: `extractive-${part}`,
      title: { coverage: 'Extractive coverage', density: 'Extractive density', compression: 'Compression' }[part],
      better: 'neither',
      unit: part === 'coverage' ? 'share' : 'number',
      source: 'Grusky et al. 2018',
      value: (scored) => fragments(briefText(scored.analysis), scored.gold.article.text)?.[part],
    }),
  ),
]

/** Grounding is asked anew, so that what an engine dropped or kept makes no difference. */
function unsupported({ analysis: { summary }, reading }: Scored): [number, number] {
  const lines = [...(summary.headline ? [summary.headline] : []), ...summary.brief, ...summary.keyPoints]
  const texts = lines.map(({ text }) => text)
  return [unsupportedIn(texts, reading), texts.length]
}
