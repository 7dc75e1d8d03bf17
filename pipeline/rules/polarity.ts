import type { PolarityCue, Reading } from '../schema/reading.ts'
import { cueOf, type DraftCue } from './polarity-cue.ts'
import { judgementCues, namingCues } from './polarity-judgements.ts'
import { type CueEntry, type PolarityLexicon, polarityLexiconOf } from './polarity-lexicon.ts'
import { nounCue, relationCue, stateCue } from './polarity-nouns.ts'
import { type Scene, sceneOf } from './polarity-scene.ts'
import { verbCue } from './polarity-verbs.ts'
import type { Token } from './tokens.ts'
import type { Words } from './unit.ts'

/**
 * Words that show somebody for or against something, in text order: who holds it (the subject, the possessor, the speaker of the
 * quotation), towards whom or what, after negation. One cue for each holder and target. Empty for a language without word lists.
 * `tokens` spares cutting the text into words a second time. Linear in the length of the article: every look to the left or right of a cue is bounded.
 */
export function findPolarityCues(
  partial: Omit<Reading, 'cues' | 'salience'>,
  tokens?: readonly Token[],
): PolarityCue[] {
  const words = partial.hasWordLists ? polarityLexiconOf(partial.language) : undefined
  if (words === undefined) return []
  const scene = sceneOf(partial, words, tokens)
  const cues: PolarityCue[] = []
  for (const { index, lower } of scene.tokens) {
    if (scene.placeAt[index] !== undefined && scene.placeAt[index]?.mention.form === 'name') continue
    for (const draft of draftsAt(scene, index, lower, words)) cues.push(...cueOf(scene, draft))
  }
  return distinct(cues)
}

function draftsAt(scene: Scene, at: number, lower: string, words: PolarityLexicon): DraftCue[] {
  for (const entry of words.entriesOf(lower)) {
    const last = tailEnd(scene, at, entry)
    const draft = last === undefined ? undefined : draftOf(scene, { first: at, last }, entry)
    if (draft) return [draft, ...namingCues(scene, at)]
  }
  const named = namingCues(scene, at)
  return named.length > 0 ? named : judgementCues(scene, at)
}

/** The token that ends the words of a cue; an adverb may stand before what follows its first word ("lashed out angrily at"). */
function tailEnd({ tokens, words }: Scene, first: number, { tail }: CueEntry): number | undefined {
  let at = first
  let skipped = 0
  for (const word of tail) {
    const next = tokens[at + 1]?.lower ?? ''
    if (next !== word && skipped === 0 && words.isAdverb(next)) {
      skipped = 1
      at += 1
    }
    if (tokens[at + 1]?.lower !== word) return undefined
    at += 1
  }
  return at
}

function draftOf(scene: Scene, cue: Words, entry: CueEntry): DraftCue | undefined {
  switch (entry.role) {
    case 'verb':
      return verbCue(scene, cue, entry)
    case 'noun':
      return nounCue(scene, cue, entry)
    case 'holder':
      return relationCue(scene, cue, entry)
    case 'adjective':
      return stateCue(scene, cue, entry)
  }
}

/** The strongest of the cues that say the same of the same in one sentence. */
function distinct(cues: readonly PolarityCue[]): PolarityCue[] {
  const best = new Map<string, PolarityCue>()
  for (const cue of cues) {
    const { sentence, holder, target, about, polarity, start } = cue
    const towards = target ?? (about ? `${about.start} ${about.end}` : `at ${start}`)
    const key = `${sentence} ${holder} ${typeof towards === 'number' ? `n${towards}` : towards} ${polarity}`
    const known = best.get(key)
    if (known === undefined || known.strength < cue.strength) best.set(key, cue)
  }
  return [...best.values()].sort((a, b) => a.start - b.start || a.end - b.end)
}
