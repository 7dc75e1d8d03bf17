import type { Lexicon } from './lexicon/lexicon.ts'

const SHORTEST_STEM = 4

/**
 * A rough stem of a folded word: its longest known ending is cut. Without word lists a long word keeps its first letters.
 * Words that mean the same mostly share it; that some others do too is harmless where it is used.
 */
export function stemOf(fold: string, { suffixes }: Lexicon): string {
  if (suffixes.length === 0) return fold.length > 7 ? fold.slice(0, 6) : fold
  for (const suffix of suffixes) {
    const length = fold.length - suffix.length
    if (length >= (suffix.length > 1 ? SHORTEST_STEM : 3) && fold.endsWith(suffix))
      return undoubled(fold.slice(0, length))
  }
  return fold
}

/** "stopp" (of "stopped") → "stop", and "hope" and "hoping" meet in "hop". */
function undoubled(stem: string): string {
  const last = stem.at(-1)
  if (stem.length > 3 && last === stem.at(-2) && last !== 's' && last !== 'l') return stem.slice(0, -1)
  return stem.length > 3 && /[eiy]$/.test(stem) ? stem.slice(0, -1) : stem
}
