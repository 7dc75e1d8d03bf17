import { shortened } from '../ground/checked-text.ts'
import type { Passage, QuotedWords } from '../schema/correction.ts'
import type { Reading } from '../schema/reading.ts'
import { type Evidence, type Quotation, type Span, sentenceAt } from '../schema/span.ts'
import { evidencesOf } from '../steps/actors/resolve.ts'
import { rootOf } from '../steps/quotation-chain.ts'
import { locateQuote } from '../text/locate-quote.ts'
import { trimSpan } from '../text/trim-span.ts'
import { isWordBoundary } from '../text/words.ts'
import { type Fault, fault, isFault } from './fault.ts'
import { nearestWords } from './nearest-words.ts'

const MOST_EVIDENCE = 8
const MARKS = /^["'“”‘’„‚«»‹›「」『』]+|["'“”‘’„‚«»‹›「」『』]+$/g

/**
 * What an editor points to, as evidence in the order of the article; a passage over several sentences becomes one for each.
 * Words that stand in several places are those closest to `near`, an offset. Words that the article does not have are refused,
 * with its own where they are alike.
 */
export function locatePassages(passages: readonly Passage[], reading: Reading, near?: number): Evidence[] | Fault {
  const spans: Span[] = []
  for (const passage of passages) {
    const found = locatePassage(passage, reading, near)
    if (isFault(found)) return found
    spans.push(...found)
  }
  const evidence = evidencesOf(
    spans.flatMap((span) => bySentence(span, reading)),
    reading,
  )
  if (evidence.length <= MOST_EVIDENCE) return evidence
  return fault(`The evidence is ${evidence.length} sentences.`, `Name the ${MOST_EVIDENCE} that show it best, at most.`)
}

function locatePassage(passage: Passage, reading: Reading, near: number | undefined): Span[] | Fault {
  if (typeof passage === 'string') return locateWords(passage, reading, near)
  if (typeof passage === 'number') return sentenceOf(passage, reading)
  const span = checkPlace(passage, reading)
  return isFault(span) ? span : [span]
}

function sentenceOf(number: number, { sentences }: Reading): Span[] | Fault {
  const sentence = sentences[number - 1]
  if (sentence) return [{ start: sentence.start, end: sentence.end }]
  return fault(`There is no sentence ${number}; the article has ${sentences.length}, counted from 1.`)
}

function locateWords(words: string, reading: Reading, near: number | undefined): Span[] | Fault {
  const { article, language } = reading
  for (const form of [words, words.trim().replace(MARKS, '')]) {
    const match = locateQuote(form, article.text, { near, language })
    if (match) return [...match.spans]
  }
  return notInArticle(words, reading)
}

function notInArticle(words: string, { article }: Reading): Fault {
  const near = nearestWords(words, article.text)
  return fault(
    `The article does not have the words “${shortened(words.trim().replace(MARKS, ''))}”.`,
    near
      ? `The article has: “${shortened(article.text.slice(near.start, near.end), 400)}”.`
      : 'Copy them from the article, or name the number of the sentence.',
  )
}

function checkPlace({ start, end }: Span, { article: { text } }: Reading): Span | Fault {
  if (end > text.length || start >= end) {
    return fault(`The article has no place from ${start} to ${end}; its text is ${text.length} characters long.`)
  }
  const span = trimSpan(text, { start, end })
  const words = text.slice(span.start, span.end)
  if (!/[\p{L}\p{N}]/u.test(words)) return fault(`There is no word from ${start} to ${end}.`)
  if (isWordBoundary(text, span.start) && isWordBoundary(text, span.end)) return span
  return fault(
    `The place from ${start} to ${end} cuts a word: “${shortened(words.toWellFormed())}”.`,
    'Let both ends lie between two words.',
  )
}

function bySentence({ start, end }: Span, { article, sentences }: Reading): Span[] {
  const first = sentenceAt(sentences, start)
  const last = sentenceAt(sentences, end - 1)
  return sentences.slice(first, last + 1).flatMap((sentence, index) => {
    const from = index === 0 ? start : sentence.start
    const to = first + index === last ? end : sentence.end
    const span = trimSpan(article.text, { start: from, end: to })
    return span.end > span.start ? [span] : []
  })
}

/**
 * The quotation that holds the words, whole, and the first of those that go on with each other: who names half of one cannot
 * leave a "not" out.
 */
export function locateQuotation(wanted: QuotedWords, reading: Reading, near = 0): Quotation | Fault {
  const spans = typeof wanted === 'string' ? locateWords(wanted, reading, near) : checkPlace(wanted, reading)
  if (isFault(spans)) return spans
  const [span] = Array.isArray(spans) ? spans : [spans]
  const words = span ? reading.article.text.slice(span.start, span.end) : ''
  const holding = reading.quotations.filter((each) =>
    typeof wanted === 'string'
      ? locateQuote(words, each.text, { language: reading.language })
      : span && span.start >= each.start && span.end <= each.end,
  )
  const [quotation] = holding.sort((a, b) => Math.abs(a.start - near) - Math.abs(b.start - near))
  const root = quotation && reading.quotations[rootOf(reading.quotations, quotation.index)]
  return root ?? fault(`The words “${shortened(words)}” stand in the article, but not between quotation marks.`, CITE)
}

const CITE = 'Name a quotation, or cite the words as evidence.'
