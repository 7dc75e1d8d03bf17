import { isPlain } from './phrases.ts'
import type { Token } from './tokens.ts'
import type { NounUnit, Tokens, Unit, Words } from './unit.ts'
import type { Units } from './units.ts'

/**
 * The subject that stands before a verb: right before it ("Kim also said"), or before what commas set apart
 * ("Lisk, who leads the party, said", "Podolyak, an aide to Zelensky, accused").
 */
export function subjectOf(
  input: Tokens,
  units: Units,
  verb: Token,
  options: { mayBeGeneric: boolean },
): Unit | undefined {
  const at = beforeAuxiliaries(input, verb)
  const token = input.tokens[at]
  if (token === undefined || token.sentence !== verb.sentence || token.quotation >= 0) return undefined
  if (isPlain(token.gap))
    return firstOfSeveral(input, units, headOf(input, units, at, options) ?? genericOf(input, at, options))
  return acrossCommas(input, units, at, verb)
}

function genericOf(input: Tokens, at: number, { mayBeGeneric }: { mayBeGeneric: boolean }): NounUnit | undefined {
  return mayBeGeneric ? genericSubject(input, at) : undefined
}

/** "The United States and its allies": the first of those that share the verb, which speaks for all. */
function firstOfSeveral({ tokens, lexicon }: Tokens, units: Units, unit: Unit | undefined): Unit | undefined {
  if (unit === undefined) return undefined
  const joint = tokens[unit.phrase.first - 1]
  const before = tokens[unit.phrase.first - 2]
  if (joint === undefined || before?.gap !== ' ' || joint.gap !== ' ' || joint.sentence !== unit.sentence) return unit
  if (!lexicon.is('jointWords', joint.lower)) return unit
  const other = units.endingAt(joint.index - 1)
  if (other === undefined || other.form === 'pronoun') return unit
  const opening = tokens[other.phrase.first - 1]
  const isSubject = opening === undefined || opening.sentence !== other.sentence || opening.gap !== ' '
  return isSubject ? other : unit
}

function beforeAuxiliaries({ tokens, lexicon }: Tokens, verb: Token): number {
  let at = verb.index - 1
  for (; at >= 0; at -= 1) {
    const token = tokens[at]
    if (token === undefined || token.sentence !== verb.sentence || !isPlain(token.gap)) break
    const isBetween = lexicon.is('auxiliaries', token.lower) || lexicon.is('adverbs', token.lower)
    if (!isBetween || lexicon.pronouns.has(token.lower)) break
  }
  return at
}

/** The unit whose phrase ends at a word; where that is the object of a preposition ("the head of X in Y"), what it belongs to. */
function headOf(
  { tokens, lexicon }: Tokens,
  units: Units,
  at: number,
  { mayBeGeneric }: { mayBeGeneric: boolean } = { mayBeGeneric: true },
): Unit | undefined {
  let unit = units.endingAt(at) ?? (mayBeGeneric ? beforePreposition({ tokens, lexicon }, units, at) : undefined)
  for (let climbs = 0; unit !== undefined && climbs < 4; climbs += 1) {
    const before = tokens[unit.phrase.first - 1]
    if (before === undefined || before.sentence !== unit.sentence || before.gap !== ' ') return unit
    if (!lexicon.is('prepositions', before.lower)) return unit
    const outer: Unit | undefined = units.endingAt(before.index - 1)
    if (outer === undefined) return isQuantity(tokens[before.index - 1], { lexicon }) ? unit : undefined
    unit = outer
  }
  return unit
}

/** "the mother of three", "the head of research": the unit before a preposition whose object is none. */
function beforePreposition(
  { tokens, lexicon }: Pick<Tokens, 'tokens' | 'lexicon'>,
  units: Units,
  at: number,
): Unit | undefined {
  for (let k = at; k > at - 4; k -= 1) {
    const token = tokens[k]
    const before = tokens[k - 1]
    if (token === undefined || before?.gap !== ' ' || before.sentence !== token.sentence) return undefined
    if (lexicon.is('prepositions', token.lower)) return units.endingAt(k - 1)
    if (lexicon.isFunctionWord(token.lower)) return undefined
  }
  return undefined
}

/** "40 percent of voters", "one of the aides", and a preposition that opens the clause: the noun after it is the subject. */
function isQuantity(token: Token | undefined, { lexicon }: Pick<Tokens, 'lexicon'>): boolean {
  return (
    token !== undefined &&
    (/^\d/.test(token.text) || lexicon.is('quantities', token.lower) || lexicon.is('determiners', token.lower))
  )
}

type Segment = Words

const MAX_SEGMENTS = 8
const MAX_REACH = 100

function acrossCommas(input: Tokens, units: Units, at: number, verb: Token): Unit | undefined {
  const segments = segmentsBefore(input, at, verb)
  const relative = segments.findIndex((segment) => isRelative(input, segment))
  if (relative >= 0) {
    const antecedent = segments[relative + 1]
    return antecedent === undefined ? undefined : unitClosing(input, units, antecedent)
  }
  const [last, previous] = segments
  if (last === undefined) return undefined
  const alone = units.endingAt(last.last)
  if (previous !== undefined && isApposition(input, units, last)) {
    const named = unitClosing(input, units, previous) ?? unitClosing(input, units, segments[2] ?? previous)
    if (named !== undefined) return named
  }
  if (alone !== undefined) return headOf(input, units, last.last)
  for (const segment of segments.slice(1)) {
    const unit = unitClosing(input, units, segment)
    if (unit !== undefined) return unit
  }
  return undefined
}

/** The stretches between commas, dashes and brackets before a verb, nearest first, within its sentence and outside quotations. */
function segmentsBefore({ tokens }: Tokens, at: number, verb: Token): Segment[] {
  const segments: Segment[] = []
  let last = at
  for (let k = at; k > at - MAX_REACH && k >= 0 && segments.length < MAX_SEGMENTS; k -= 1) {
    const before = tokens[k - 1]
    const ends = before === undefined || before.sentence !== verb.sentence || before.quotation >= 0
    if (ends || /[,—–();:]| - /.test(before.gap)) {
      segments.push({ first: k, last })
      last = k - 1
    }
    if (ends) break
  }
  return segments
}

function isRelative({ tokens, lexicon }: Tokens, segment: Segment): boolean {
  const first = tokens[segment.first]?.lower ?? ''
  const second = tokens[segment.first + 1]?.lower ?? ''
  if (lexicon.pronouns.get(first) === 'who' || lexicon.is('relatives', first)) return true
  return lexicon.is('prepositions', first) && lexicon.pronouns.get(second) === 'who'
}

/** "a senior aide to X", "58", "the minister", "speaking on Monday": what explains the unit before the comma. */
function isApposition({ tokens, lexicon }: Tokens, units: Units, segment: Segment): boolean {
  const first = tokens[segment.first]
  if (first === undefined) return false
  const unit = units.startingAt(segment.first)
  if (unit?.form === 'name' && unit.phrase.last === segment.last) return false
  return (
    /^\d+$/.test(first.text) ||
    lexicon.is('determiners', first.lower) ||
    lexicon.is('possessives', first.lower) ||
    lexicon.is('prepositions', first.lower) ||
    first.lower.endsWith('ing') ||
    unit?.form === 'noun' ||
    !first.capital
  )
}

function unitClosing(input: Tokens, units: Units, segment: Segment): Unit | undefined {
  const unit = headOf(input, units, segment.last)
  return unit !== undefined && unit.phrase.first >= segment.first ? unit : units.endingAt(segment.last)
}

const MAX_WORDS = 6

/** A noun phrase whose noun is in no list: "the florist said". It must open with a determiner, or be a bare plural. */
function genericSubject({ tokens, lexicon }: Tokens, at: number): NounUnit | undefined {
  const head = tokens[at]
  if (head === undefined || lexicon.isFunctionWord(head.lower) || lexicon.is('adverbs', head.lower)) return undefined
  for (let first = at; first > at - MAX_WORDS && first >= 0; first -= 1) {
    const token = tokens[first]
    if (token === undefined || token.sentence !== head.sentence || (first < at && token.gap !== ' ')) return undefined
    const isOpening =
      lexicon.is('determiners', token.lower) || lexicon.is('possessives', token.lower) || token.possessive
    if (isOpening && first < at && !lexicon.is('timeNouns', head.lower)) {
      const before = tokens[first - 1]
      const isOpened = token.possessive && before?.gap === ' ' && lexicon.is('determiners', before.lower)
      return genericNoun(head, { first: isOpened ? first - 1 : first, last: at }, lexicon.is('definite', token.lower))
    }
    if (lexicon.isFunctionWord(token.lower)) return undefined
  }
  return undefined
}

/** The same after "according to": "according to court documents". */
export function genericObject({ tokens, lexicon }: Tokens, at: number): NounUnit | undefined {
  let last = at - 1
  for (let k = at; k < at + MAX_WORDS; k += 1) {
    const token = tokens[k]
    if (token === undefined || (k > at && (tokens[k - 1]?.gap !== ' ' || token.sentence !== tokens[at]?.sentence)))
      break
    if (lexicon.isFunctionWord(token.lower) || lexicon.cues.has(token.lower)) break
    last = k
  }
  while (lexicon.capitalisesNouns && last >= at && !tokens[last]?.capital) last -= 1
  const head = tokens[last]
  if (
    head === undefined ||
    last < at ||
    /^\d/.test(head.text) ||
    lexicon.is('timeNouns', head.lower) ||
    lexicon.is('determiners', head.lower)
  )
    return undefined
  return genericNoun(head, { first: at, last }, lexicon.is('definite', tokens[at]?.lower ?? ''))
}

const PERSON_ENDING = /(?:er|or|ist|ian|man|woman|ant|eer|ess|ee)$/

function genericNoun(head: Token, words: Words, definite: boolean): NounUnit {
  const isPlural = head.lower.endsWith('s') && !head.lower.endsWith('ss')
  return {
    form: 'noun',
    type: isPlural ? 'group' : PERSON_ENDING.test(head.lower) ? 'person' : 'thing',
    head: head.lower,
    ...words,
    phrase: words,
    sentence: head.sentence,
    gender: 'unknown',
    number: isPlural ? 'many' : 'one',
    definite,
  }
}

export function hasVerbAfter({ tokens, lexicon }: Pick<Tokens, 'tokens' | 'lexicon'>, unit: Unit): boolean {
  const opening = tokens[unit.phrase.first - 1]
  if (opening?.sentence === unit.sentence && opening.gap === ' ' && lexicon.is('prepositions', opening.lower))
    return false
  const end = tokens[unit.phrase.last]
  const next = tokens[unit.phrase.last + 1]
  if (end === undefined || next === undefined || end.gap !== ' ' || end.possessive || next.capital) return false
  return !lexicon.is('prepositions', next.lower) && !lexicon.is('conjunctions', next.lower)
}

const MAX_ADVERBS = 4

export function subjectAfter({ tokens, lexicon }: Tokens, units: Units, token: Token): Unit | undefined {
  for (let at = token.index + 1; at <= token.index + MAX_ADVERBS; at += 1) {
    const next = tokens[at]
    const before = tokens[at - 1]
    if (
      next === undefined ||
      next.sentence !== token.sentence ||
      next.quotation !== token.quotation ||
      !isPlain(before?.gap ?? '')
    )
      return undefined
    if (lexicon.is('obliques', next.lower)) return undefined
    const unit = units.startingAt(at)
    if (unit !== undefined) return unit
    if (!lexicon.is('adverbs', next.lower) && !lexicon.is('daysAndMonths', next.lower)) return undefined
  }
  return undefined
}
