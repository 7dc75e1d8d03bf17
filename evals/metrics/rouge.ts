import { l, n } from 'js-rouge'
import { words } from './words.ts'

export const ROUGE_TYPES = ['rouge1', 'rouge2', 'rougeL', 'rougeLsum'] as const
export type RougeType = (typeof ROUGE_TYPES)[number]

/** Longest text that is compared, in words of both together: the time of ROUGE-L grows with the product of the two. */
const MOST_WORDS = 20_000

/**
 * ROUGE F-measure of a summary against one reference, 0..1. `rougeL` takes each text as one sequence; `rougeLsum` takes each line
 * (`\n`) as a sentence and joins the longest common subsequences of every reference sentence, as rouge_score does.
 * Without stemming. 0 when either has no words.
 * @see Lin 2004, ROUGE: A Package for Automatic Evaluation of Summaries
 */
export function rouge(type: RougeType, summary: string, reference: string): number {
  const [a, b] = [words(summary), words(reference)]
  if (a.length === 0 || b.length === 0 || a.length + b.length > MOST_WORDS) return 0
  const tokenizer = words
  switch (type) {
    case 'rouge1':
      return n(summary, reference, { n: 1, tokenizer })
    case 'rouge2':
      return a.length < 2 || b.length < 2 ? 0 : n(summary, reference, { n: 2, tokenizer })
    case 'rougeL':
      return l(summary, reference, { tokenizer, segmenter: (text) => [text] })
    case 'rougeLsum':
      return l(summary, reference, {
        tokenizer,
        segmenter: (text) => text.split('\n').filter((line) => words(line).length > 0),
      })
  }
}

/** Against several references: the best one counts. */
export function bestRouge(type: RougeType, summary: string, references: readonly string[]): number {
  return Math.max(0, ...references.map((reference) => rouge(type, summary, reference)))
}
