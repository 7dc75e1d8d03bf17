import { z } from 'zod'
import type { Reading } from '../../pipeline/schema/reading.ts'
import type { Span } from '../../pipeline/schema/span.ts'
import { f1, type Metric, share } from '../metrics/metric.ts'
import { LENIENT, type MarkedQuote, matchQuotes, STRICT, sharedLength } from '../metrics/quote-spans.ts'
import { type Dataset, dataset, RowBase, readingOf } from './dataset.ts'
import { offsetsOf } from './offsets.ts'

const offset = z.int().nullish()
const Row = RowBase.extend({
  quotes: z.array(
    z.looseObject({
      start: z.int(),
      end: z.int(),
      kind: z.enum(['direct', 'mixed', 'indirect']),
      speaker_start: offset,
      speaker_end: offset,
      cue: z.string().nullish(),
    }),
  ),
})

type Case = { gold: MarkedQuote[]; others: MarkedQuote[]; predicted: MarkedQuote[] }

/** Quotations and their speakers come from the rules, whatever the engine: a model never finds a quotation. */
function quoteDataset(name: string, title: string, anchors: readonly string[] = []): Dataset {
  return dataset<z.infer<typeof Row>, Case>({
    name,
    title,
    baseline: 'no quotation',
    folder: name,
    byRules: 'quotations are found by rules',
    anchors,
    row: Row,
    metrics: [...metricsAt(LENIENT, 'lenient'), ...metricsAt(STRICT, 'strict')],
    async caseOf(row) {
      const at = offsetsOf(row.text)
      const marked = row.quotes.map(({ start, end, kind, speaker_start, speaker_end, cue }) => ({
        ...at(start, end),
        kind,
        speaker: speaker_start == null || speaker_end == null ? [] : [at(speaker_start, speaker_end)],
        cue: cue ?? undefined,
      }))
      const reading = readingOf(row)
      const gold = marked.filter(({ kind }) => kind !== 'indirect')
      const others = marked.filter(({ kind }) => kind === 'indirect')
      const predicted = reading === undefined ? [] : quotesOf(reading)
      return { system: { gold, others, predicted }, baseline: { gold, others, predicted: [] } }
    },
  })
}

/** Every quotation that is no term held at a distance, with the words that belong to it and all places of its speaker. */
function quotesOf({ article, quotations, attributions, names }: Reading): MarkedQuote[] {
  return quotations.flatMap((quotation) => {
    const attribution = attributions.find((one) => one.quotations.includes(quotation.index))
    if (quotation.kind === 'scare' && attribution === undefined) return []
    const { source, cue, speaker } = attribution ?? {}
    const places = speaker === undefined ? [] : (names[speaker]?.mentions ?? [])
    const isWhole = attribution?.kind === 'mixed' && attribution.quotations[0] === quotation.index
    return [
      {
        ...(isWhole ? spanning(attribution.content, quotation) : { start: quotation.start, end: quotation.end }),
        speaker: [...(source ? [source] : []), ...places],
        cue: cue && article.text.slice(cue.start, cue.end),
      },
    ]
  })
}

/** Of mixed speech the whole content counts, as the annotators mark it. */
function spanning(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) }
}

/** Quotations of direct and mixed speech. A prediction that lies on an indirect gold span is no fault. */
function metricsAt(overlap: number, word: string): Metric<Case>[] {
  const matched = ({ gold, others, predicted }: Case) => {
    const counted = predicted.filter(
      (quote) =>
        gold.some((one) => sharedLength(one, quote) > 0) || !others.some((one) => sharedLength(one, quote) > 0),
    )
    return matchQuotes(gold, counted, overlap)
  }
  const source = `Gender Gap Tracker, overlap above ${overlap}; direct and mixed quotations`
  const ofFound = (name: string, title: string, part: 'speakers' | 'cues') =>
    share<Case>({
      name: `quote-${name}-${word}`,
      title: `${title} accuracy, ${word}`,
      source,
      count: (one) => [matched(one)[part].right, matched(one)[part].of],
    })
  return [
    f1({
      name: `quote-f1-${word}`,
      title: `Quote F1, ${word}`,
      source,
      count: (one) => {
        const { found, predicted, gold } = matched(one)
        return [found, predicted, gold]
      },
    }),
    share({
      name: `quote-recall-${word}`,
      title: `Quote recall, ${word}`,
      source,
      count: (one) => [matched(one).found, matched(one).gold],
    }),
    ofFound('speaker', 'Speaker', 'speakers'),
    ofFound('cue', 'Cue', 'cues'),
  ]
}

export const quoteDatasets: readonly Dataset[] = [
  quoteDataset('polnear', 'PolNeAR: who said what, whole US political articles', [
    'Gender Gap Tracker on its own, other, news: quotes F1 83.7 lenient and 76.1 strict, speakers 86.5 and 87.4 %, verbs 92.1 and 93.3 % (README of its evaluation)',
  ]),
  quoteDataset('german-wikinews-quotes', 'German Wikinews: who said what'),
]
