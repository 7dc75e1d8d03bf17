import { read } from '../../pipeline/rules/read.ts'
import type { Article } from '../../pipeline/schema/article.ts'
import type { Span } from '../../pipeline/schema/span.ts'
import type { Annotation } from './annotation.ts'

type Placed = { evidence: readonly Span[]; quote?: Span; where: string }

/** A summary that a person wrote has more words than this. */
const FEWEST_WORDS = 10

/** What is well-formed and verbatim, and still cannot be meant so. */
export function implausible(annotation: Annotation, article: Article, placed: readonly Placed[]): string[] {
  const reading = read(article)
  const overEdges = placed.flatMap(({ where, evidence }) =>
    evidence
      .filter(({ start, end }) => reading.sentences.some((sentence) => start < sentence.end && end > sentence.end))
      .map(
        ({ start, end }) =>
          `${where}: "${short(article.text.slice(start, end))}" runs over the end of a sentence: take words of one`,
      ),
  )
  const cutOff = placed.flatMap(({ where, quote }) => {
    if (quote === undefined || !isCutOff(quote, reading.quotations, article.text)) return []
    return [
      `${where}: the quote "${short(article.text.slice(quote.start, quote.end))}" begins or ends inside of a quotation: take it whole`,
    ]
  })
  return [
    ...overEdges,
    ...cutOff,
    ...sharedNames(annotation),
    ...thinSummaries(annotation),
    ...emptyAlternatives(annotation),
  ]
}

/** Marks and blanks at its edges may be taken along or left out. */
function isCutOff(quote: Span, quotations: readonly Span[], text: string): boolean {
  const inside = quotations.filter(({ start, end }) => quote.start < end && quote.end > start)
  if (inside.length === 0) return false
  const start = Math.min(...inside.map((quotation) => quotation.start))
  const end = Math.max(...inside.map((quotation) => quotation.end))
  const before = text.slice(Math.min(start, quote.start), Math.max(start, quote.start))
  const after = text.slice(Math.min(end, quote.end), Math.max(end, quote.end))
  return /[\p{L}\p{N}]/u.test(before + after)
}

function sharedNames({ actors }: Annotation): string[] {
  const entries = Object.entries(actors)
  return entries.flatMap(([id, { aliases }]) =>
    aliases.flatMap((alias) =>
      entries
        .filter(
          ([other, { name, aliases: theirs }]) => other !== id && [name, ...theirs].some((each) => isSame(each, alias)),
        )
        .map(([other]) => `actor ${id}: the alias "${alias}" belongs to actor ${other} too: leave it to one`),
    ),
  )
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

function thinSummaries({ summaries }: Annotation): string[] {
  return summaries.flatMap((summary, index) => {
    const count = summary.trim().split(/\s+/).length
    return count < FEWEST_WORDS ? [`summary ${index + 1}: ${count} words are no summary: 40 to 70 are meant`] : []
  })
}

function emptyAlternatives({ facts }: Annotation): string[] {
  return facts.flatMap(({ holds }, index) =>
    holds
      .filter((alternatives) => alternatives.split('|').some((each) => each.trim() === ''))
      .map(
        (alternatives) =>
          `fact ${index + 1}: "${alternatives}" has an alternative of no words, which every summary would hold`,
      ),
  )
}

function short(words: string): string {
  const line = words.replaceAll(/\s+/g, ' ')
  return line.length > 80 ? `${[...line].slice(0, 78).join('')}…` : line
}
