import type { Reading } from '../schema/reading.ts'
import { foldCase } from '../text/fold-case.ts'
import { polarityLexiconOf } from './polarity-lexicon.ts'

export type Abstention = { name: number; sentence: number; start: number }

/** Who takes no side or does not comment: the name before the phrase in its sentence. Linear for a fixed list of phrases. */
export function abstentionsIn({ article, attributions, names, sentences, language }: Reading): Abstention[] {
  const lexicon = polarityLexiconOf(language)
  if (lexicon === undefined) return []
  const found: Abstention[] = []
  const openers = lexicon.abstentions
  for (const { index, start, end } of sentences) {
    const folded = foldCase(article.text.slice(start, end))
    const phrase = openers.find((each) => each !== '' && folded.includes(each))
    if (phrase === undefined) continue
    const at = start + folded.indexOf(phrase)
    const said = attributions.find(
      ({ content, speaker }) => speaker !== undefined && content.start <= at && at < content.end,
    )
    const name = said?.speaker ?? lastNamedBefore(names, index, at)
    if (name !== undefined) found.push({ name, sentence: index, start: at })
  }
  return found
}

function lastNamedBefore(names: Reading['names'], sentence: number, offset: number): number | undefined {
  let best: { name: number; start: number } | undefined
  for (const { index, canAct, mentions } of names) {
    if (!canAct) continue
    for (const { sentence: at, start, end } of mentions) {
      if (at === sentence && end <= offset && (best === undefined || start > best.start)) best = { name: index, start }
    }
  }
  return best?.name
}
