import type { Span } from '../schema/span.ts'
import { foldCase } from '../text/fold-case.ts'
import { type Word, wordsOf } from '../text/words.ts'

/** Where fewer of the words are shared, and more than one is not, it is another passage. */
const LEAST_SHARE = 0.7
const LONGEST_WORDS = 120
const FEWEST_WORDS = 3

/**
 * The stretch of the text that holds most of the wanted words, with one word more: where a quote was altered, what the article
 * has in its place. For a hint only; likeness never verifies a quote. Undefined where nothing is near. Linear in the text.
 */
export function nearestWords(wanted: string, text: string): Span | undefined {
  const folds = wordsOf(wanted.slice(0, LONGEST_WORDS * 20)).map(foldOf)
  if (folds.length < FEWEST_WORDS || folds.length > LONGEST_WORDS) return undefined
  const words = wordsOf(text)
  const { start, shared } = bestWindow(words.map(foldOf), folds)
  if (shared < Math.min(folds.length - 1, folds.length * LEAST_SHARE)) return undefined
  return withoutStrangers(words.slice(start, start + folds.length + 1), new Set(folds))
}

function foldOf({ text }: Word): string {
  return foldCase(text)
}

/** The window of one word more than wanted that shares most words with it; each wanted word counts as often as it is wanted. */
function bestWindow(words: readonly string[], wanted: readonly string[]): { start: number; shared: number } {
  const missing = new Map<string, number>()
  for (const word of wanted) missing.set(word, (missing.get(word) ?? 0) + 1)
  let shared = 0
  let best = { start: 0, shared: 0 }
  for (const [at, word] of words.entries()) {
    shared += take(missing, word)
    shared -= giveBack(missing, words[at - wanted.length - 1])
    if (shared > best.shared) best = { start: Math.max(0, at - wanted.length), shared }
  }
  return best
}

function take(missing: Map<string, number>, word: string): number {
  const count = missing.get(word)
  if (count === undefined) return 0
  missing.set(word, count - 1)
  return count > 0 ? 1 : 0
}

function giveBack(missing: Map<string, number>, word: string | undefined): number {
  const count = word === undefined ? undefined : missing.get(word)
  if (word === undefined || count === undefined) return 0
  missing.set(word, count + 1)
  return count >= 0 ? 1 : 0
}

/** From the first to the last of the wanted words. */
function withoutStrangers(window: readonly Word[], wanted: ReadonlySet<string>): Span | undefined {
  const first = window.find((word) => wanted.has(foldOf(word)))
  const last = window.findLast((word) => wanted.has(foldOf(word)))
  return first && last && { start: first.start, end: last.end }
}
