import { read } from '../../pipeline/rules/read.ts'
import type { Article } from '../../pipeline/schema/article.ts'
import type { Span } from '../../pipeline/schema/span.ts'
import type { Draft } from './draft.ts'

type Placed = { evidence: readonly Span[]; quote?: Span; where: string }

/** A summary that a person wrote has more words than this. */
const FEWEST_WORDS = 10

/** What is well-formed and verbatim, and still cannot be meant so. */
export function implausible(draft: Draft, article: Article, placed: readonly Placed[]): string[] {
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
  return [...overEdges, ...cutOff, ...sharedNames(draft), ...thinSummaries(draft), ...emptyAlternatives(draft)]
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

/** Of two actors with one name between them, the first is the one that it is left to. */
function sharedNames({ actors }: Draft): string[] {
  return actors.flatMap(([id, { name, aliases }], index) =>
    [name, ...aliases].flatMap((each) => {
      const owner = actors.slice(0, index).find(([, other]) => isNamed(other, each))
      return owner === undefined ? [] : [`actor ${id}: "${each}" is a name of actor ${owner[0]} too: leave it to one`]
    }),
  )
}

function isNamed({ name, aliases }: { name: string; aliases: readonly string[] }, words: string): boolean {
  return [name, ...aliases].some((each) => each.toLowerCase() === words.toLowerCase())
}

function thinSummaries({ summaries }: Draft): string[] {
  return summaries.flatMap(({ number, item }) => {
    const count = [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(item)].filter(
      ({ isWordLike }) => isWordLike,
    ).length
    return count < FEWEST_WORDS
      ? [`summary ${number}: ${count === 1 ? '1 word is' : `${count} words are`} no summary: 40 to 70 are meant`]
      : []
  })
}

function emptyAlternatives({ facts }: Draft): string[] {
  return facts.flatMap(({ number, item: { holds } }) =>
    holds
      .filter((alternatives) => alternatives.split('|').some((each) => !/[\p{L}\p{N}]/u.test(each)))
      .map(
        (alternatives) => `fact ${number}: "${alternatives}" has an alternative of no words, which no summary can hold`,
      ),
  )
}

function short(words: string): string {
  const line = words.replaceAll(/\s+/g, ' ')
  return line.length > 80 ? `${[...line].slice(0, 78).join('')}…` : line
}
