import type { Reading } from '../schema/reading.ts'
import { wordsOf } from '../text/words.ts'

const MIN_WORDS = 4
const MAX_WORDS = 14
const BYLINE = /^(?:by|von|por|par|de|updated?|published|foto|photo)\b/i

/**
 * Whether an article begins with its headline: a short first paragraph that is no sentence, since no mark ends it. It stands in
 * the text where nobody gave the article a title of its own.
 */
export function beginsWithHeadline({
  article,
  sentences,
  paragraphs,
}: Pick<Reading, 'article' | 'sentences' | 'paragraphs'>): boolean {
  const [first, second] = paragraphs
  const [sentence] = sentences
  if (first === undefined || second === undefined || sentence === undefined) return false
  const line = article.text.slice(first.start, Math.min(first.end, first.start + 300)).trim()
  if (sentence.end < first.start + line.length || /[.!?…:;,。！？"”»)]$/u.test(line) || BYLINE.test(line)) return false
  const words = wordsOf(line).length
  return words >= MIN_WORDS && words <= MAX_WORDS
}
