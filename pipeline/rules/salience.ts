import type { Reading } from '../schema/reading.ts'
import type { Sentence } from '../schema/span.ts'
import { wordsOf } from '../text/words.ts'
import { beginsWithHeadline } from './headline.ts'
import { isContentWord, termOf } from './terms.ts'

/** What the rank of a sentence is made of; measured against summaries by people. */
const WEIGHTS = { place: 2, centrality: 0.6, title: 0.25 }
const NONE: ReadonlySet<string> = new Set()
/** A headline in the text is no sentence of it. */
const HEADLINE_SHARE = 0.1
const SHORT = 7
const LONG = 22

/**
 * How central each sentence is, 0..1, the best one 1: how much of what the article keeps coming back to it holds, where it
 * stands. Questions, pure quotation and stumps count less. The title guides the rank a little and proves
 * nothing. Linear in the length of the article.
 */
export function salienceOf(partial: Omit<Reading, 'cues' | 'salience'>): number[] {
  const { article, sentences, quotations } = partial
  const terms = sentences.map((sentence) => termsOf(article.text, sentence))
  const central = centralityOfTerms(terms.map(({ distinct }) => distinct))
  const headline = beginsWithHeadline(partial) ? 1 : 0
  const title = headline === 1 ? (terms[0]?.distinct ?? NONE) : new Set(contentTerms(article.title ?? ''))
  const quoted = quotedShare(sentences, quotations)
  const raw = sentences.map((sentence, index) => {
    const { distinct = new Set<string>(), length = 0 } = terms[index] ?? {}
    const merit =
      WEIGHTS.place * placeValue(Math.max(0, index - headline)) +
      WEIGHTS.centrality * (central[index] ?? 0) +
      WEIGHTS.title * overlap(distinct, title)
    if (index < headline) return merit * HEADLINE_SHARE
    return (
      merit * lengthValue(length) * (1 - 0.5 * (quoted[index] ?? 0)) * (isQuestion(article.text, sentence) ? 0.4 : 1)
    )
  })
  const top = raw.reduce((best, value) => Math.max(best, value), Number.MIN_VALUE)
  return raw.map((value) => Math.max(0, value / top))
}

/** How much of what the article keeps coming back to each sentence holds, 0..1. */
export function centralityOf({ article, sentences }: Pick<Reading, 'article' | 'sentences'>): number[] {
  return centralityOfTerms(sentences.map((sentence) => termsOf(article.text, sentence).distinct))
}

type Terms = { distinct: ReadonlySet<string>; length: number }

function termsOf(text: string, { start, end }: Sentence): Terms {
  const words = wordsOf(text.slice(start, end))
  const distinct = new Set<string>()
  for (const { text: word } of words) if (isContentWord(word)) distinct.add(termOf(word))
  return { distinct, length: words.length }
}

function contentTerms(text: string): string[] {
  return wordsOf(text).flatMap(({ text: word }) => (isContentWord(word) ? [termOf(word)] : []))
}

/** How much of the terms that recur through the article a sentence holds: the weight of its terms, a little less in a long one. */
function centralityOfTerms(sentences: readonly ReadonlySet<string>[]): number[] {
  const frequency = new Map<string, number>()
  for (const terms of sentences) for (const term of terms) frequency.set(term, (frequency.get(term) ?? 0) + 1)
  const common = Math.max(3, sentences.length * 0.5)
  const weightOf = (term: string) => {
    const count = frequency.get(term) ?? 0
    return count < 2 ? 0 : Math.log(1 + Math.min(count, common))
  }
  const raw = sentences.map((terms) => {
    let sum = 0
    for (const term of terms) sum += weightOf(term)
    return sum / (terms.size + 4) ** 0.2
  })
  const top = raw.reduce((best, value) => Math.max(best, value), Number.MIN_VALUE)
  return raw.map((value) => value / top)
}

function quotedShare(sentences: readonly Sentence[], quotations: Reading['quotations']): number[] {
  const share: number[] = new Array(sentences.length).fill(0)
  let at = 0
  for (const { start, end, kind } of quotations) {
    if (kind !== 'direct') continue
    while (at + 1 < sentences.length && (sentences[at]?.end ?? 0) <= start) at += 1
    for (let index = at; index < sentences.length && (sentences[index]?.start ?? end) < end; index++) {
      const sentence = sentences[index]
      if (sentence === undefined) break
      const inside = Math.min(end, sentence.end) - Math.max(start, sentence.start)
      share[index] = Math.min(1, (share[index] ?? 0) + Math.max(0, inside) / (sentence.end - sentence.start + 1))
    }
  }
  return share
}

function placeValue(index: number): number {
  return 1 / (1 + index) ** 1.3
}

function lengthValue(words: number): number {
  if (words < SHORT) return 0.35
  return words > LONG ? LONG / words : 1
}

function overlap(terms: ReadonlySet<string>, title: ReadonlySet<string>): number {
  if (title.size === 0) return 0
  let shared = 0
  for (const term of title) if (terms.has(term)) shared += 1
  return shared / title.size
}

function isQuestion(text: string, { end }: Sentence): boolean {
  return /[?？]/.test(text.slice(end - 3, end))
}
