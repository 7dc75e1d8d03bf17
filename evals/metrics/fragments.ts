import { words } from './words.ts'

export type Fragments = { coverage: number; density: number; compression: number }

/**
 * How a summary draws on its article: `coverage`, the share of its words that stand in a fragment copied from the article (0..1);
 * `density`, the mean length of the fragment that a word belongs to; `compression`, words of the article for one of the summary.
 * Undefined when the summary has no words. Fragments are found greedily, longest first from the left.
 * @see Grusky, Naaman, Artzi 2018, Newsroom, NAACL
 */
export function fragments(summary: string, article: string): Fragments | undefined {
  const [short, long] = [words(summary), words(article)]
  if (short.length === 0) return undefined
  const lengths = copiedLengths(short, long)
  return {
    coverage: lengths.reduce((sum, length) => sum + length, 0) / short.length,
    density: lengths.reduce((sum, length) => sum + length ** 2, 0) / short.length,
    compression: long.length / short.length,
  }
}

function copiedLengths(short: readonly string[], long: readonly string[]): number[] {
  const places = new Map<string, number[]>()
  for (const [index, word] of long.entries()) {
    const there = places.get(word)
    if (there) there.push(index)
    else places.set(word, [index])
  }
  const lengths: number[] = []
  for (let at = 0; at < short.length; ) {
    let longest = 0
    for (const place of places.get(short[at] ?? '') ?? []) {
      let length = 1
      while (short[at + length] !== undefined && short[at + length] === long[place + length]) length++
      longest = Math.max(longest, length)
    }
    if (longest > 0) lengths.push(longest)
    at += Math.max(longest, 1)
  }
  return lengths
}
