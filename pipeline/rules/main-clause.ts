import type { Attribution } from '../schema/reading.ts'
import type { Span } from '../schema/span.ts'
import { wordsOf } from '../text/words.ts'
import { lineSpan } from './line-span.ts'

const MIN_WORDS = 6
// ", marking his first visit", ", according to the ministry", ", which opened in May", ", said the mayor"
const TAIL =
  /^(?:\p{Ll}+ing|according|which|who|while|as|after|before|despite|amid|said|says|officials|ahead|following|in what|a (?:move|deal|decision|step|plan|ruling|vote|result|change|figure|sign|measure)|lo que|selon|según|segundo|was|wobei|sagte)(?![\p{L}\p{M}])/u

/**
 * The clause of a sentence that tells the event: without dateline, without what somebody is said to have said it, and without
 * the clauses that commas add at the end. A verbatim span that starts and ends at words.
 */
export function mainClause(text: string, sentence: Span, attributions: readonly Attribution[]): Span {
  const line = lineSpan(text, sentence)
  const said = attributions.find(
    ({ kind, content }) =>
      kind === 'indirect' && content.start <= line.start + 1 && content.end < line.end && content.end > line.start,
  )
  const told = said !== undefined && wordCount(text, { start: line.start, end: said.content.end }) >= MIN_WORDS
  const whole = tellingTail(text, line, attributions) ?? (told ? said.content.end : line.end)
  return { start: line.start, end: trimEnd(text, line.start, cutTails(text, { start: line.start, end: whole })) }
}

// What only adds when, where or why: a clause can end before it.
const ADJUNCT =
  /\s(?:(?:(?:on|last|late|early|this) ){0,3}(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|during|after|before|amid|while|following|when|despite|because|ahead of|in \p{Lu}|in \d|on \d|on \p{Lu}\p{Ll}+ \d)(?![\p{Ll}])/gu

// "The council | on Monday rejected the plan": after a date before the verb nothing has been told yet.
const DATE = /(?:day|\d)$/u
const VERB_AFTER =
  /^\d?(?:,? \d{4},?|\s(?:morning|afternoon|evening|night))?\s(?!(?:to|that|and|or|but|as|at|by|for|from|in|into|on|of|with|without|after|before|over|against|because|despite|during|following|when|where|which|while|who|whose|if|unless|until|amid|about|under|near)\b)\p{Ll}/u

/**
 * The opening of a clause that has no more words than asked, cut before what only adds when, where or why; the whole clause
 * where it is short enough. Undefined where no cut leaves a clause of that size.
 */
export function openingClause(
  text: string,
  { start, end }: Span,
  { minWords, maxWords }: { minWords: number; maxWords: number },
): Span | undefined {
  if (wordCount(text, { start, end }) <= maxWords)
    return wordCount(text, { start, end }) >= minWords ? { start, end } : undefined
  let best: Span | undefined
  for (const match of text.slice(start, Math.min(end, start + 160)).matchAll(ADJUNCT)) {
    const span = { start, end: trimEnd(text, start, start + match.index) }
    const words = wordCount(text, span)
    if (words < minWords + 1 || words > maxWords) continue
    if (DATE.test(match[0]) && VERB_AFTER.test(text.slice(start + match.index + match[0].length, end))) continue
    if (isWhole(text.slice(span.start, span.end))) best = span
  }
  return best
}

/** No quotation or bracket is left open, and no word that asks for more ends it. */
function isWhole(clause: string): boolean {
  const opened = clause.match(/[“«(]/g)?.length ?? 0
  const closed = clause.match(/[”»)]/g)?.length ?? 0
  const straight = (clause.match(/"/g)?.length ?? 0) % 2 === 0
  return (
    opened === closed &&
    straight &&
    !/(?:\b(?:said|says|\w+ed|\w+ing|the|a|an|of|to|and|or|for|with|by|that|was|were|is|are|be|has|have|had|will|would|not|who|which|[a-z]+ly)|,)$/.test(
      clause,
    )
  )
}

/** Where ", the ministry said on Monday" begins at the end of a sentence. */
function tellingTail(text: string, { start, end }: Span, attributions: readonly Attribution[]): number | undefined {
  for (const { cue, kind, content } of attributions) {
    if (cue === undefined || kind !== 'indirect' || cue.start < start || cue.end > end) continue
    const comma = text.lastIndexOf(',', cue.start)
    // "A year after the war, the two states agreed to …": what is told stands behind.
    if (content.start >= comma) continue
    if (comma <= start || text.slice(cue.end, end).includes(',')) continue
    const words = wordCount(text, { start, end: comma })
    if (words >= MIN_WORDS && wordCount(text, { start: comma, end: cue.start }) <= 8) return comma
  }
  return undefined
}

function cutTails(text: string, { start, end }: Span): number {
  for (let comma = text.indexOf(',', start); comma >= 0 && comma < end; comma = text.indexOf(',', comma + 1)) {
    const after = text.slice(comma + 1, Math.min(end, comma + 40)).trimStart()
    // "the market, which has stood for years, was closed": the verb of the clause, not German "was".
    if (/^was\b/.test(after) && text.slice(start, comma).includes(',')) continue
    if (TAIL.test(after) && wordCount(text, { start, end: comma }) >= MIN_WORDS && !closesLater(text, comma, end))
      return comma
  }
  return end
}

/** A clause between commas that the main clause goes on after: "the dam, which opened in May, burst". */
function closesLater(text: string, comma: number, end: number): boolean {
  const next = text.indexOf(',', comma + 1)
  if (next < 0 || next >= end) return false
  const opening = text.slice(comma + 1, comma + 12).trimStart()
  return /^(?:which|who|said|says|according)\b/.test(opening)
}

function wordCount(text: string, { start, end }: Span): number {
  return wordsOf(text.slice(start, end)).length
}

/** Leaves out the full stop, so that a statement is a clause. */
function trimEnd(text: string, start: number, end: number): number {
  let at = end
  while (at > start && /[\s.,;:]/.test(text.charAt(at - 1))) at -= 1
  return at
}
