import { lineSpan } from '../../rules/line-span.ts'
import type { Line, Summary, Warning } from '../../schema/analysis.ts'
import type { Claim, Complaint, Parts, Resolved, StepInput } from '../../schema/contracts.ts'
import type { Reading } from '../../schema/reading.ts'
import type { Evidence } from '../../schema/span.ts'
import { countsFor, MAX_HEADLINE_WORDS } from './counts.ts'

const NOTHING: Summary = { brief: [], keyPoints: [] }

export function claimsOfSummary({ summary = NOTHING }: Partial<Parts>): Claim[] {
  return linesOf(summary).map(({ id, text, evidence }) => ({
    id,
    step: 'summary',
    name: nameOf(id),
    texts: [{ field: 'text', text, essential: true, ...(id === 'h' && { mostWords: MAX_HEADLINE_WORDS }) }],
    evidence,
    concerns: [],
  }))
}

function linesOf({ headline, brief, keyPoints }: Summary): Line[] {
  return [...(headline ? [headline] : []), ...brief, ...keyPoints]
}

function nameOf(id: string): string {
  if (id === 'h') return 'the headline'
  return id.startsWith('b') ? `sentence ${id.slice(1)} of the brief` : `key point ${id.slice(1)}`
}

/** A line is left out; in mode `guided`, where it shortens one sentence, that sentence takes its place. */
export function dropOfSummary(parts: Partial<Parts>, complaint: Complaint, { reading, recipe }: StepInput): Resolved {
  const { claim, item, message } = complaint
  const isGuided = recipe.steps.summary.mode === 'guided'
  const line = isGuided ? linesOf(parts.summary ?? NOTHING).find(({ id }) => id === claim) : undefined
  const own = line && ownWords(line, reading)
  if (own !== undefined && own !== line?.text) {
    const replaced = mapLines(parts.summary ?? NOTHING, (each) => (each.id === claim ? { ...each, text: own } : each))
    const note = `${item}: ${message} The article's own sentence stands in its place.`
    return {
      parts: { ...parts, summary: replaced },
      warnings: [{ code: 'TEXT_DROPPED', message: note, step: 'summary', claim }],
    }
  }
  const summary = mapLines(parts.summary ?? NOTHING, (line) => (line.id === claim ? undefined : line))
  const warning: Warning = { code: 'CLAIM_DROPPED', message: `${item}: ${message}`, step: 'summary' }
  return { parts: { ...parts, summary }, warnings: [warning] }
}

/** The sentence that a line of the brief shortens; a headline has none. */
function ownWords({ id, evidence: [first] }: Line, { article }: Reading): string | undefined {
  if (id === 'h' || first === undefined) return undefined
  const { start, end } = lineSpan(article.text, first)
  return article.text.slice(start, end)
}

export function reciteSummary(
  { summary = NOTHING, ...parts }: Partial<Parts>,
  claim: string,
  evidence: readonly Evidence[],
): Partial<Parts> {
  const recited = mapLines(summary, (line) => (line.id === claim ? { ...line, evidence: [...evidence] } : line))
  return { ...parts, summary: recited }
}

/** Puts each repaired line in the place of the one with its id. */
export function mendSummary(parts: Partial<Parts>, failed: readonly Complaint[], repaired: Partial<Parts>) {
  const faulty = new Set(failed.map(({ claim }) => claim))
  const fresh = new Map(linesOf(repaired.summary ?? NOTHING).map((line) => [line.id, line]))
  const before = parts.summary ?? NOTHING
  const kept = new Set(linesOf(before).flatMap(({ id, text }) => (faulty.has(id) ? [] : [text])))
  const mended: string[] = []
  const summary = mapLines(before, (line) => {
    const again = faulty.has(line.id) ? fresh.get(line.id) : undefined
    if (again === undefined || kept.has(again.text)) return line
    mended.push(line.id)
    return again
  })
  return { parts: { ...parts, summary }, mended }
}

function mapLines({ headline, brief, keyPoints }: Summary, change: (line: Line) => Line | undefined): Summary {
  const first = headline && change(headline)
  return {
    ...(first && { headline: first }),
    brief: brief.flatMap((line) => change(line) ?? []),
    keyPoints: keyPoints.flatMap((line) => change(line) ?? []),
  }
}

/** Compares with what was asked for, or with the number of sentences where the article has fewer, and says why there is less. */
export function reviewSummary({ summary = NOTHING }: Partial<Parts>, { recipe, reading }: StepInput): Warning[] {
  const { headline, brief, keyPoints } = summary
  if (linesOf(summary).length === 0) return [warning('PART_EMPTY', 'No line of the summary could be kept')]
  const counts = countsFor(recipe.length)
  const { engine, mode } = recipe.steps.summary
  const why = engine === 'extractive' || mode === 'guided' ? fewChosen : fewWritten
  const few = (lines: readonly Line[], count: number, what: string) => {
    const wanted = Math.min(count, reading.sentences.length)
    return lines.length < wanted ? [why({ found: lines.length, wanted, what, ...coverageOf(summary, reading) })] : []
  }
  return [
    ...(headline ? [] : [withoutHeadline(engine === 'extractive')]),
    ...few(brief, counts.brief, 'sentences of the brief'),
    ...few(keyPoints, counts.keyPoints, 'key points'),
  ]
}

/** `left`: sentences of the article on which no line of the summary rests. */
type Few = { found: number; wanted: number; what: string; left: number; sentences: number }

function coverageOf(summary: Summary, { sentences }: Reading): Pick<Few, 'left' | 'sentences'> {
  const used = new Set(linesOf(summary).flatMap(({ evidence }) => evidence.map(({ sentence }) => sentence)))
  return { left: sentences.length - used.size, sentences: sentences.length }
}

/** Sentences are chosen by rules, which pass over what cannot stand alone or says the same again: nothing went wrong. */
function fewChosen({ found, wanted, what, left, sentences }: Few): Warning {
  const all = sentences === 1 ? 'the one sentence of the article' : `all ${sentences} sentences of the article`
  const reason =
    left === 0
      ? `the summary holds ${all} already`
      : 'the other sentences of the article are too short to stand alone, or say the same again'
  const code = found === 0 ? 'NONE_FOUND' : 'PART_SHORT'
  return { ...warning(code, `${found} of ${wanted} ${what}: ${reason}.`), note: true }
}

function fewWritten({ found, wanted, what, sentences }: Few): Warning {
  const length = sentences === 1 ? '1 sentence' : `${sentences} sentences`
  const reason = `of an article of ${length} the model wrote no more, or a check left the rest out and says so`
  const rest = found === 0 ? '' : ' The summary is shorter for it; what stands there passed every check.'
  return warning(found === 0 ? 'PART_EMPTY' : 'PART_SHORT', `${found} of ${wanted} ${what}: ${reason}.${rest}`)
}

/** Rules only take words of the article, and few articles hold a headline. */
function withoutHeadline(byRules: boolean): Warning {
  if (!byRules)
    return warning('PART_SHORT', 'No headline could be kept: the model wrote none, or none that the article supports')
  return { ...warning('NONE_FOUND', 'No sentence of the article is short enough to stand as a headline'), note: true }
}

function warning(code: Warning['code'], message: string): Warning {
  return { code, message, step: 'summary' }
}
