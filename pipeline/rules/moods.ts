import type { PolarityCue, Reading } from '../schema/reading.ts'

const REACH = 40
/** A word of attitude, or of saying. */
type Told = Pick<PolarityCue, 'sentence' | 'start'>
const HAD = /(?<![\p{L}])(?:had|hatten?|había|habían|avait|avaient|tinha|tinham)(?![\p{L}])[^.;:]*$/iu
const ONCE =
  /(?<![\p{L}])(?:ago|until|once|earlier|previously|formerly|originally|initially|at first|last (?:year|month|week|spring|summer|autumn|winter)|bis|früher|zunächst|ursprünglich|hasta|hace|antes|anteriormente|jusqu|auparavant|naguère|até|há)(?![\p{L}])/iu

const LONG = 600

/** Whether a cue tells where its holder stood before: "She had opposed any shooting until two years ago." */
export function isFormer(reading: Reading, cue: Told): boolean {
  const { start, end } = reading.sentences[cue.sentence] ?? { start: cue.start, end: cue.start }
  return isPast(reading, cue) && ONCE.test(reading.article.text.slice(start, Math.min(end, start + LONG)))
}

/** "had worried": past when something else was already past. */
function isPast({ article, sentences }: Reading, { sentence, start }: Told): boolean {
  const from = Math.max(sentences[sentence]?.start ?? 0, start - REACH)
  return HAD.test(article.text.slice(from, start))
}

const POSSIBLE =
  /(?<![\p{L}])(?:must|may|might|can|could|has to|have to|darf|dürfen|kann|können|muss|müssen|puede|pueden|debe|deben|peut|peuvent|doit|doivent|pode|podem|deve|devem)\s+(?:(?!(?:not|never|only|but|nicht|nie|nur|no|nunca|ne|pas|não)\s)\p{L}+\s+)?$/iu

/** Whether a cue tells what its holder may or must do, and not what he does: "The league must approve every change". */
export function isPossible({ article, sentences }: Reading, { sentence, start }: Told): boolean {
  const from = Math.max(sentences[sentence]?.start ?? 0, start - REACH)
  return POSSIBLE.test(article.text.slice(from, start))
}
