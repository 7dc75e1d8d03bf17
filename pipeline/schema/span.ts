import { z } from 'zod'

const Offset = z.int().nonnegative().describe('UTF-16 offset into the normalised article text')

/** A stretch of the article: `text.slice(start, end)`, end exclusive, both in UTF-16 code units. */
export const Span = z.strictObject({ start: Offset, end: Offset })
export type Span = z.infer<typeof Span>

/** The unit that a model cites: index 0 is shown to a model as `[1]`. */
export const Sentence = z.strictObject({ index: z.int().nonnegative(), start: Offset, end: Offset })
export type Sentence = z.infer<typeof Sentence>

export const QuotationKind = z
  .enum(['direct', 'mixed', 'scare'])
  .describe(
    'direct: whole sentences; mixed: words within a sentence of the journalist; scare: a term held at a distance',
  )
export type QuotationKind = z.infer<typeof QuotationKind>

/** A stretch between quotation marks, marks left out; index 0 is shown to a model as `[Q1]`. */
export const Quotation = z.strictObject({
  index: z.int().nonnegative(),
  start: Offset,
  end: Offset,
  text: z.string(),
  kind: QuotationKind,
  continues: z.int().nonnegative().optional().describe('index of the quotation that this one goes on with'),
})
export type Quotation = z.infer<typeof Quotation>

/** Words of the article that support a line, always verbatim. `sentence` is the index of the one that `start` lies in. */
export const Evidence = z.strictObject({
  sentence: z.int().nonnegative(),
  start: Offset,
  end: Offset,
  text: z.string().min(1),
})
export type Evidence = z.infer<typeof Evidence>

/** The evidence that a span of the article is. */
export function evidenceOf(text: string, sentences: readonly Sentence[], span: Span): Evidence {
  return {
    sentence: sentenceAt(sentences, span.start),
    start: span.start,
    end: span.end,
    text: text.slice(span.start, span.end),
  }
}

/** Index of the sentence that holds `offset`; between two sentences it is the earlier one, before the first it is 0. */
export function sentenceAt(sentences: readonly Sentence[], offset: number): number {
  let low = 0
  let high = sentences.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sentences[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
