import type { PolarityCue, Reading } from '../schema/reading.ts'
import { polarityLexiconOf } from './polarity-lexicon.ts'

const REACH = 40
const LONG = 600
/** A word of attitude, or of saying. */
type Told = Pick<PolarityCue, 'sentence' | 'start'>

/** Whether a cue tells where its holder stood before: "She had opposed any shooting until two years ago." */
export function isFormer(reading: Reading, cue: Told): boolean {
  const { start, end } = reading.sentences[cue.sentence] ?? { start: cue.start, end: cue.start }
  const moods = polarityLexiconOf(reading.language)?.moods
  if (moods === undefined || !moods.isPluperfect.test(wordsBefore(reading, cue))) return false
  return moods.tellsEarlierTime.test(reading.article.text.slice(start, Math.min(end, start + LONG)))
}

/** Whether a cue tells what its holder may or must do, and not what he does: "The league must approve every change". */
export function isPossible(reading: Reading, cue: Told): boolean {
  return polarityLexiconOf(reading.language)?.moods.isPossible.test(wordsBefore(reading, cue)) ?? false
}

function wordsBefore({ article, sentences }: Reading, { sentence, start }: Told): string {
  return article.text.slice(Math.max(sentences[sentence]?.start ?? 0, start - REACH), start)
}
