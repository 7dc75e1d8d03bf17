import { z } from 'zod'
import { fill } from '../../../prompts/fill.ts'
import { isContentWord, termOf } from '../../rules/terms.ts'
import type { Asked, StepInput, Texts } from '../../schema/contracts.ts'
import type { Reading } from '../../schema/reading.ts'
import { wordsOf } from '../../text/words.ts'
import type { Guided } from '../define-step.ts'
import { sentencesShown } from '../guided-texts.ts'
import { languageName } from '../language-name.ts'
import { MAX_HEADLINE_WORDS } from './counts.ts'
import { extractSummary } from './extract.ts'
import type { SummaryWire, WireLine } from './wire.ts'

/** A headline and one text for each sentence that the rules chose, in their order. */
const GuidedLines = z.strictObject({ brief: z.array(z.string()), headline: z.string() })
type GuidedLines = z.infer<typeof GuidedLines>

const TOKENS_PER_LINE = 60

/**
 * The rules choose the sentences, a model shortens those of the brief and writes a headline over them. A text that is no shorter
 * than its sentence, or has a word that this has not, is left, and the sentence stands as it is; so do the key points.
 */
export const guidedSummary: Guided<SummaryWire, GuidedLines> = {
  sections: { brief: ['language', 'sentences', 'slots'] },
  part: GuidedLines,
  ask: askGuided,
  merge: mergeGuided,
}

function askGuided({ steps }: Texts, input: StepInput, answered: ReadonlyMap<string, GuidedLines>): Asked {
  const { reading, windows } = input
  const chosen = extractSummary(input).brief.flatMap(({ sentences: [number] }) => number ?? [])
  if (answered.size > 0 || chosen.length === 0) return { known: [], questions: [] }
  const shown = sentencesShown(
    chosen.map((number) => number - 1),
    reading,
  )
  const question = {
    key: 'brief',
    sentences: windows[0]?.sentences ?? [],
    task: fill(steps.summary, 'brief', {
      language: languageName(reading.language),
      sentences: shown,
      slots: chosen.map(() => '".."').join(','),
    }),
    schema: GuidedLines,
    narrowed: () => z.strictObject({ brief: z.array(z.string()).length(chosen.length), headline: z.string() }),
    maxTokens: (chosen.length + 1) * TOKENS_PER_LINE,
    read: (answer: unknown) => GuidedLines.parse(answer),
  }
  return { known: [], questions: [question] }
}

function mergeGuided([written]: readonly GuidedLines[], input: StepInput): SummaryWire {
  const wire = extractSummary(input)
  if (written === undefined) return wire
  const isOwn = wordTest(input.reading)
  const kept = (line: WireLine | undefined, text: string | undefined) =>
    line !== undefined && text !== undefined && isOwn(text, line.sentences) ? text : ''
  const brief = wire.brief.map((line, index) => shortened(line, kept(line, written.brief[index])))
  const headline = headlineOf(kept(wire.brief[0], written.headline), wire)
  return { ...wire, headline, brief }
}

/** A short sentence is left as it is, and a text of a few words has left out what counts. */
function shortened(line: WireLine, text: string): WireLine {
  const [words, before] = [wordsOf(text).length, wordsOf(line.text).length]
  return before > LONG && words >= FEW && words < before ? { ...line, text: withStop(text) } : line
}

/**
 * Whether every word of a text that means something stands in its sentences, in some form, or in a name of the article: to shorten
 * needs no other, and what other sentences tell is not theirs.
 */
function wordTest({ article, sentences, names }: Reading): (text: string, numbers: readonly number[]) => boolean {
  const termsOf = (text: string) => wordsOf(text).map((word) => termOf(word.text))
  const ofNames = new Set(names.flatMap(({ name, aliases }) => [name, ...aliases]).flatMap(termsOf))
  return (text, numbers) => {
    const own = numbers.flatMap((number) => sentences[number - 1] ?? [])
    const known = new Set(own.flatMap(({ start, end }) => termsOf(article.text.slice(start, end))))
    return wordsOf(text).every((word) => {
      const term = termOf(word.text)
      return !isContentWord(word.text) || known.has(term) || ofNames.has(term)
    })
  }
}

function withStop(text: string): string {
  return /[.!?…。！？]['’”»"]?$/u.test(text) ? text : `${text}.`
}

const LONG = 25
const FEW = 10

/** Over the first sentence of the brief, which it was asked to tell. */
function headlineOf(text: string, { brief: [first], headline }: SummaryWire): WireLine | null {
  const line = text.trim().replace(/\.$/, '')
  const isHeadline = line !== '' && wordsOf(line).length <= MAX_HEADLINE_WORDS
  return !isHeadline || first === undefined ? headline : { sentences: first.sentences, text: line }
}
