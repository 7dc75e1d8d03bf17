import type { Claim } from '../schema/contracts.ts'
import type { ArticleIndex, ParsedText } from './parsed-text.ts'

/** One text of a claim, taken apart, with the sentences that the claim cites (indexes, ascending). */
export type CheckedText = ParsedText & { claim: Claim; field: string; cited: readonly number[] }

/** What a check found, in whole sentences that a model and a reader understand. */
export type Fault = string | CitedWrongly
/** The article does say it, but in another sentence: that one is to be cited with the others, or in their place. */
type CitedWrongly = { message: string; cite: number; inPlace: boolean }

export function messageOf(fault: Fault): string {
  return typeof fault === 'string' ? fault : fault.message
}

export type TextCheck = (text: CheckedText, article: ArticleIndex) => readonly Fault[]

/** A number of sentences as a model sees them: "Sentence 3", "Sentences 3, 4 and 9". */
export function sentencesNamed(indexes: readonly number[]): string {
  const numbers = [...new Set(indexes)].sort((a, b) => a - b).map((index) => index + 1)
  return numbers.length === 1 ? `Sentence ${numbers[0]}` : `Sentences ${listed(numbers.slice(0, 5), 'and')}`
}

export function listed(items: readonly (string | number)[], word: 'and' | 'or'): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`
}

/** An item short enough for a message. */
export function shortened(text: string, length = 120): string {
  const line = text
    .slice(0, length * 4)
    .replace(/\s+/g, ' ')
    .trim()
  return line.length <= length ? line : `${line.slice(0, length - 1).toWellFormed()}…`
}

/** The words of the text from one token to another. */
export function wording({ text, tokens }: ParsedText, from: number, to: number): string {
  return shortened(text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0), 60)
}
