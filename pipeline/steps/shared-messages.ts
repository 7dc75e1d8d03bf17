import { fill } from '../../prompts/fill.ts'
import type { PromptText } from '../schema/contracts.ts'
import type { Reading } from '../schema/reading.ts'
import { maySpeak, rootOf } from './quotation-chain.ts'

export type SharedMessage = { role: 'system' | 'user'; content: string }

/** Sections and placeholders of `prompts/article/`. */
export const sharedSections = { rules: [], article: ['mark', 'title', 'sentences'] } as const

/**
 * What every question begins with: the rules, then the sentences of one window, numbered, with the quotations marked in place.
 * The bytes depend on nothing else, so that all questions over a window share a prompt cache.
 * The article stands between two lines that carry a mark of its own; no line of the article can look like one.
 * @param sentences indexes, ascending
 */
export function sharedMessages(shared: PromptText, reading: Reading, sentences: readonly number[]): SharedMessage[] {
  const title = reading.article.title
  return [
    { role: 'system', content: fill(shared, 'rules') },
    {
      role: 'user',
      content: fill(shared, 'article', {
        mark: markOf(reading),
        title: title === undefined ? '' : `Title (not citable): ${oneLine(title)}\n`,
        sentences: numberedSentences(reading, sentences),
      }),
    },
  ]
}

/** Twelve digits that the article does not contain: an author cannot know the mark before the text is fixed. */
function markOf({ article }: Reading): string {
  const hash = article.contentHash
  for (let start = 0; start + 12 <= hash.length; start++) {
    const mark = hash.slice(start, start + 12)
    if (!article.text.includes(mark) && !article.title?.includes(mark)) return mark
  }
  return hash
}

/** Sentences with their numbers, one a line, paragraphs apart, with `[Q3]` where quotation 3 begins. */
export function numberedSentences(reading: Reading, shown: readonly number[]): string {
  const { sentences, paragraphs } = reading
  const lines: string[] = []
  const isSpoken = maySpeak(reading)
  let before: number | undefined
  let paragraph = -1
  for (const index of shown) {
    const sentence = sentences[index]
    if (sentence === undefined) continue
    const previous = paragraph
    while ((paragraphs[paragraph + 1]?.start ?? Number.POSITIVE_INFINITY) <= sentence.start) paragraph++
    if (before !== undefined && index !== before + 1) lines.push('', '(sentences left out)', '')
    else if (before !== undefined && paragraph !== previous) lines.push('')
    lines.push(`[${index + 1}] ${withQuotationMarks(reading, index, isSpoken)}`)
    before = index
  }
  return lines.join('\n')
}

/** The sentence on one line, with `[Q3]` where quotation 3 begins; one that goes on with it carries the same number. */
function withQuotationMarks(
  { article, sentences, quotations }: Reading,
  index: number,
  isSpoken: (quotation: number) => boolean,
): string {
  const { start = 0, end = 0 } = sentences[index] ?? {}
  const parts: string[] = []
  let from = start
  for (let at = firstFrom(quotations, start); at < quotations.length; at++) {
    const quotation = quotations[at]
    if (quotation === undefined || quotation.start >= end) break
    if (!isSpoken(rootOf(quotations, at))) continue
    // The mark stands before the opening quotation mark, which is the character before the quotation.
    const place = Math.max(from, quotation.start > start ? quotation.start - 1 : start)
    parts.push(article.text.slice(from, place), `[Q${rootOf(quotations, at) + 1}]`)
    from = place
  }
  parts.push(article.text.slice(from, end))
  return oneLine(parts.join(''))
}

/** Place of the first quotation that starts at `offset` or later. Quotations are in the order of their starts. */
function firstFrom(quotations: Reading['quotations'], offset: number): number {
  let low = 0
  let high = quotations.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((quotations[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}
