import type { Line, Summary, Warning } from '../../schema/analysis.ts'
import type { Complaint, Resolved, StepInput } from '../../schema/contracts.ts'
import type { Reading } from '../../schema/reading.ts'
import { sentenceAt } from '../../schema/span.ts'
import { foldCase } from '../../text/fold-case.ts'
import { cite } from '../cite.ts'
import { writtenText } from '../written-text.ts'
import { countsFor } from './counts.ts'
import type { SummaryWire, WireLine } from './wire.ts'

/** A line this long is a copied paragraph or a loop. */
const MAX_LINE_LENGTH = 600

/**
 * Numbers → lines with evidence. A line without a sentence of the article, or without words, is dropped; a second one with the
 * same words too, and what is beyond the counts asked for. In a repair the lines take the ids of those that they replace, in order.
 */
export function resolveSummary(wire: SummaryWire, { reading, recipe, complaints }: StepInput): Resolved {
  const warnings: Warning[] = []
  const counts = countsFor(recipe.length)
  const seen = new Set<string>()
  const lineOf = (written: WireLine, id: string): Line | undefined => {
    const text = unbroken(writtenText(written.text), reading)
    const what = `The line "${shorten(text)}"`
    const evidence = cite(written.sentences, reading, { step: 'summary', what, warnings })
    const fault = faultOf(text, evidence.length)
    if (fault === undefined && !seen.has(foldCase(text))) {
      seen.add(foldCase(text))
      return { id, text, evidence }
    }
    if (text !== '') warnings.push(invalid(text, fault ?? 'it stands there twice'))
    return undefined
  }
  const linesOf = (written: readonly WireLine[], letter: string, count: number) => {
    const ids = complaints ? faultyIds(complaints, letter) : undefined
    return written.slice(0, ids?.length ?? count).flatMap((line, index) => {
      return lineOf(line, ids?.[index] ?? `${letter}${index + 1}`) ?? []
    })
  }
  const headline = wire.headline ? lineOf(wire.headline, 'h') : undefined
  seen.clear() // the lists stand apart: a short article has few facts to tell in each
  const brief = linesOf(wire.brief, 'b', counts.brief)
  seen.clear()
  const keyPoints = linesOf(wire.keyPoints, 'k', counts.keyPoints)
  const summary: Summary = { ...(headline && { headline }), brief, keyPoints }
  return { parts: { summary }, warnings }
}

/**
 * A line that copies a sentence up to a quotation and ends there has lost its object ("The gallery called the plan"): the
 * quotation is added, as it stands in the article.
 */
function unbroken(text: string, { article, quotations, sentences }: Reading): string {
  const lost = quotations.find(({ start }) => {
    const sentence = sentences[sentenceAt(sentences, start)]
    return sentence !== undefined && writtenText(article.text.slice(sentence.start, start - 1)) === text
  })
  return text === '' || lost === undefined
    ? text
    : `${text} ${writtenText(article.text.slice(lost.start - 1, lost.end + 1))}`
}

function faultyIds(complaints: readonly Complaint[], letter: string): string[] {
  return [...new Set(complaints.map(({ claim }) => claim))].filter((id) => id.startsWith(letter))
}

function faultOf(text: string, evidence: number): string | undefined {
  if (text === '') return 'it is empty'
  if (evidence === 0) return 'it cites no sentence of the article'
  if (text.length > MAX_LINE_LENGTH) return 'it is too long'
  return undefined
}

function invalid(text: string, reason: string): Warning {
  return { code: 'ITEM_INVALID', message: `The line "${shorten(text)}" was left out: ${reason}`, step: 'summary' }
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
