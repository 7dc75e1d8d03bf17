import { genderOfFirstName } from './lexicon/lexicon.ts'
import { type Capitals, isCountryOrPerson, isGermanPair } from './name-words.ts'
import { phraseAt } from './phrases.ts'
import type { Tokens } from './unit.ts'

/**
 * In German every noun has a capital. A name starts at a known name, at a title or a common noun for a person or a body
 * with a capital after it, or where two capitals stand together that no article opens.
 */
export function startsGermanName(input: Tokens, at: number, capitals: Capitals): boolean {
  const { tokens, lexicon } = input
  const token = tokens[at]
  const next = tokens[at + 1]
  if (token === undefined) return false
  if (isCountryOrPerson(input, at) && (genderOfFirstName(token.lower) === undefined || next?.capital)) return true
  if (capitals.surnames.has(token.lower) || /^\p{Lu}{2,6}$/u.test(token.text)) return true
  if (phraseAt(lexicon.countries.seats, tokens, at) ?? phraseAt(lexicon.metonyms, tokens, at)) return true
  if (!next?.capital || token.gap !== ' ' || lexicon.is('daysAndMonths', next.lower)) return false
  const isNoun = lexicon.nounOf(token.lower) !== undefined || phraseAt(lexicon.titles, tokens, at) !== undefined
  if ((isNoun && lexicon.nounOf(next.lower) === undefined) || genderOfFirstName(next.lower) !== undefined) return true
  return isGermanPair(input, token, next)
}
