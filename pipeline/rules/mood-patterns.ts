import type { PolarityLists } from './lexicon/polarity-lists.ts'

/** Patterns of one language, made of its word lists, for the words around a cue. */
export type Moods = {
  /** The words before a cue put it before something past. */
  isPluperfect: RegExp
  /** A sentence sets an earlier time. */
  tellsEarlierTime: RegExp
  /** The words before a cue tell what may or must be done. */
  isPossible: RegExp
}

type Lists = Pick<PolarityLists, 'pluperfects' | 'earlier' | 'possibilities' | 'possibilityBreaks'>

export function moodsOf({ pluperfects, earlier, possibilities, possibilityBreaks }: Lists): Moods {
  const breaks = anyOf(possibilityBreaks.split(' '))
  const adverb = String.raw`(?:(?!${breaks}\s)\p{L}+\s+)?`
  return {
    isPluperfect: new RegExp(`${whole(pluperfects.split(' '))}[^.;:]*$`, 'iu'),
    tellsEarlierTime: new RegExp(whole(earlier.split('\n')), 'iu'),
    isPossible: new RegExp(String.raw`(?<!\p{L})${anyOf(possibilities.split('\n'))}\s+${adverb}$`, 'iu'),
  }
}

function whole(words: readonly string[]): string {
  return String.raw`(?<!\p{L})${anyOf(words)}(?!\p{L})`
}

function anyOf(words: readonly string[]): string {
  return `(?:${words.join('|')})`
}
