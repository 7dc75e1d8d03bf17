import type { Token } from './tokens.ts'

/** Phrases of one or more words, to be found in a run of tokens; each with a value. */
export type Phrases<Value> = ReadonlyMap<string, readonly Phrase<Value>[]>
type Phrase<Value> = { words: readonly string[]; value: Value }

/** A table of phrases by their first word, the longest first. Words are in lower case with straight apostrophes. */
export function phrasesOf<Value>(entries: Iterable<readonly [string, Value]>): Phrases<Value> {
  const table = new Map<string, Phrase<Value>[]>()
  for (const [phrase, value] of entries) {
    const words = phrase.split(/[\s]+/).filter((word) => word !== '')
    const first = words[0]
    if (first === undefined) continue
    const list = table.get(first) ?? []
    list.push({ words, value })
    table.set(first, list)
  }
  for (const list of table.values()) list.sort((a, b) => b.words.length - a.words.length)
  return table
}

/** The longest phrase that starts at a token and goes no further than `last`; undefined when there is none. */
export function phraseAt<Value>(
  phrases: Phrases<Value>,
  tokens: readonly Token[],
  at: number,
  last = tokens.length - 1,
): { length: number; value: Value } | undefined {
  const first = tokens[at]
  const list = first === undefined ? undefined : phrases.get(first.lower)
  if (list === undefined) return undefined
  for (const { words, value } of list) {
    if (at + words.length - 1 > last) continue
    if (words.every((word, offset) => followsPlainly(tokens, at, offset, word))) return { length: words.length, value }
  }
  return undefined
}

function followsPlainly(tokens: readonly Token[], at: number, offset: number, word: string): boolean {
  const token = tokens[at + offset]
  const before = tokens[at + offset - 1]
  if (token?.lower !== word) return false
  return offset === 0 || (before !== undefined && !before.possessive && isPlain(before.gap))
}

/** Nothing but a blank, or a full stop and a blank after an abbreviation, between two words. */
export function isPlain(gap: string): boolean {
  return gap === ' ' || gap === '. ' || gap === '-' || gap === '' || gap === '\u00A0'
}
