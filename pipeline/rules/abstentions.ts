import type { Reading } from '../schema/reading.ts'
import { foldCase } from '../text/fold-case.ts'
import { mentionsBySentence, type Named } from './mentions-by-sentence.ts'
import { polarityLexiconOf } from './polarity-lexicon.ts'

export type Abstention = { name: number; sentence: number; start: number }

/** Who takes no side or does not comment: the name before the phrase in its sentence. Linear for a fixed list of phrases. */
export function abstentionsIn(reading: Reading): Abstention[] {
  const { article, attributions, sentences, language } = reading
  const lexicon = reading.hasWordLists ? polarityLexiconOf(language) : undefined
  if (lexicon === undefined) return []
  const found: Abstention[] = []
  const namedIn = mentionsBySentence(reading)
  for (const { index, start, end } of sentences) {
    const folded = foldCase(article.text.slice(start, end))
    const phrase = lexicon.abstentions.find((each) => each !== '' && folded.includes(each))
    if (phrase === undefined) continue
    const at = start + folded.indexOf(phrase)
    const said = attributions.find(
      ({ content, speaker }) => speaker !== undefined && content.start <= at && at < content.end,
    )
    const name = said?.speaker ?? lastNamedBefore(namedIn(index), at)
    if (name !== undefined) found.push({ name, sentence: index, start: at })
  }
  return found
}

function lastNamedBefore(named: readonly Named[], offset: number): number | undefined {
  let best: Named | undefined
  for (const each of named) {
    if (!each.name.canAct || each.mention.end > offset) continue
    if (best === undefined || each.mention.start > best.mention.start) best = each
  }
  return best?.name.index
}
