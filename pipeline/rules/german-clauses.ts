import { isPlain } from './phrases.ts'
import { auxiliaryOf } from './reporting-verbs.ts'
import type { Found } from './sources.ts'
import { subjectAfter, subjectOf } from './subjects.ts'
import type { Token } from './tokens.ts'
import type { Tokens, Unit } from './unit.ts'
import type { Units } from './units.ts'

/** "Nach der Sitzung sagte Schily": in German what a preposition or a dative opens is no subject; that stands after the verb. */
export function verbSecond(input: Tokens, units: Units, token: Token): Unit | undefined {
  const { tokens, lexicon } = input
  if (!lexicon.capitalisesNouns || !isPlain(tokens[token.index - 1]?.gap ?? '')) return undefined
  const after = subjectAfter(input, units, token)
  if (after === undefined || lexicon.is('obliques', tokens[after.phrase.first]?.lower ?? '')) return undefined
  const before = units.endingAt(token.index - 1)
  if (before === undefined) return after
  const opening = tokens[before.phrase.first]?.lower ?? ''
  const outside = tokens[before.phrase.first - 1]
  const isObject = outside?.sentence === token.sentence && lexicon.is('prepositions', outside.lower)
  return isObject || lexicon.is('obliques', opening) || lexicon.is('prepositions', opening) ? after : undefined
}

/** "Wie der Minister am Dienstag in Hannover erklärte": the first unit of the clause that is no object. */
export function clauseOpening({ tokens, lexicon }: Tokens, units: Units, token: Token): Unit | undefined {
  const clause = units
    .inSentence(token.sentence)
    .filter((unit) => unit.first < token.index && !hasCommaBetween(tokens, unit.phrase.last, token.index))
  return clause.find((unit) => {
    const before = tokens[unit.phrase.first - 1]
    const opening = tokens[unit.phrase.first]?.lower ?? ''
    const isObject =
      before?.sentence === unit.sentence &&
      before.gap === ' ' &&
      lexicon.is('prepositions', before.lower) &&
      before.lower !== 'wie'
    return !isObject && !lexicon.is('obliques', opening) && (tokens[unit.first]?.quotation ?? -1) < 0
  })
}

const MAX_CLAUSE = 30

function hasCommaBetween(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > MAX_CLAUSE) return true
  for (let at = from; at < to; at += 1) if (/[,;:]/.test(tokens[at]?.gap ?? '')) return true
  return false
}

export function subjectOfAuxiliary(input: Tokens, units: Units, token: Token): Found | undefined {
  const auxiliary = auxiliaryOf(input, token)
  if (auxiliary === undefined) return undefined
  const source = subjectOf(input, units, auxiliary, { mayBeGeneric: true }) ?? subjectAfter(input, units, auxiliary)
  return source === undefined ? undefined : { source, inverted: false }
}
