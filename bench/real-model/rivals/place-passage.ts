import type { Reading } from '../../../pipeline/schema/reading.ts'
import type { Span } from '../../../pipeline/schema/span.ts'
import { locateQuote } from '../../../pipeline/text/locate-quote.ts'
import { trimSpan } from '../../../pipeline/text/trim-span.ts'
import type { Passage } from './claims.ts'

/** How a passage was found: as the article has it (marks and white space folded), or only where the rival itself puts it. */
export type Placed = { how: 'verbatim' | 'by rival'; spans: readonly Span[] }

const MARKS = /^["'“”‘’„‚«»‹›「」『』]+|["'“”‘’„‚«»‹›「」『』]+$/g
// Longer "passages" are whole articles or loops.
const LONGEST = 5000

export function placePassage({ text, at }: Passage, { article, language }: Reading): Placed | undefined {
  const words = text.slice(0, LONGEST)
  for (const form of [words, words.replace(MARKS, ''), words.replace(MARKS, '').replace(/[.,;:!?…]+$/, '')]) {
    const match = locateQuote(form, article.text, { near: at?.start, language })
    if (match) return { how: 'verbatim', spans: match.spans }
  }
  const span = at && trimSpan(article.text, { start: at.start, end: Math.min(at.end, article.text.length) })
  return span && span.end > span.start ? { how: 'by rival', spans: [span] } : undefined
}
