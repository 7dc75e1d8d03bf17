import { polarityLexiconOf } from '../../rules/polarity-lexicon.ts'
import type { PolarityCue, Reading } from '../../schema/reading.ts'
import { foldCase } from '../../text/fold-case.ts'

/**
 * Whether a cue is towards somebody that a reader can make sense of: one who can act, is called by more than a number or a
 * word that points ("his lawyers"), and is no part of what the holder is ("aide to Ruiz").
 */
export function isTargetOf(reading: Reading, { holder, target }: PolarityCue): boolean {
  const name = target === undefined ? undefined : reading.names[target]
  if (!name?.canAct) return false
  const lexicon = polarityLexiconOf(reading.language)
  const [first = '', ...rest] = foldCase(name.name).split(/\s+/)
  if (lexicon?.is('possessives', first) || (rest.length === 0 && lexicon?.is('determiners', first))) return false
  const role = holder === undefined ? undefined : reading.names[holder]?.role
  return role === undefined || ![name.name, ...name.aliases].some((each) => foldCase(role).includes(foldCase(each)))
}
