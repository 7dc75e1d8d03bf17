import { lineSpan } from './line-span.ts'
import { findNameRuns } from './name-runs.ts'
import { unitsOfRun } from './name-units.ts'
import { findNounUnits } from './noun-units.ts'
import type { NameUnit, NounUnit, PronounUnit, Tokens, Unit } from './unit.ts'

/** All units of an article in text order, to be found by the words where their phrases start and end. */
export type Units = {
  list: readonly Unit[]
  /** The unit with the longest phrase that starts, or ends, with a word. */
  startingAt(token: number): Unit | undefined
  endingAt(token: number): Unit | undefined
  nounEndingAt(token: number): NounUnit | undefined
  inSentence(sentence: number): readonly Unit[]
}

/** Names, common-noun actors and pronouns of an article. */
export function findUnits(input: Tokens): Units {
  const isInDateline = datelineOf(input)
  const runs = findNameRuns(input)
    .filter(({ last }) => !isInDateline(last))
    .flatMap((run) => unitsOfRun(input, run))
  const nouns = findNounUnits(input, runs)
  const units = [...runs, ...nouns]
  extendPhrases(input, units)
  return indexOf([...units, ...findPronouns(input)])
}

/**
 * Whether a word stands in the dateline that an article begins with: the place and the agency that are named there do nothing in the
 * article. Further on, who stands before a dash is one who speaks: "Aino Vale (Greens) — We reject the plan."
 */
function datelineOf({ text, tokens }: Tokens): (token: number) => boolean {
  const [first] = tokens
  const last = tokens.findLast(({ sentence }) => sentence === first?.sentence)
  const { start } = lineSpan(text, { start: first?.start ?? 0, end: last?.end ?? 0 })
  return (index) => (tokens[index]?.end ?? text.length) <= start
}

/** A name's phrase takes in what stands before it: "former", "campaign manager", "Ukraine's" before a title. */
function extendPhrases({ tokens, lexicon }: Tokens, units: readonly (NameUnit | NounUnit)[]): void {
  const endingAt = new Map(units.map((unit) => [unit.phrase.last, unit]))
  for (const unit of units) {
    if (unit.form !== 'name') continue
    for (let before = tokens[unit.phrase.first - 1]; before !== undefined; before = tokens[unit.phrase.first - 1]) {
      if (before.sentence !== unit.sentence || before.gap !== ' ') break
      const other = endingAt.get(before.index)
      const isOwner = other?.form === 'name' && before.possessive && unit.title !== undefined
      const isRole = other?.form === 'noun' && other.type === 'person' && other.number === 'one' && !before.possessive
      if (other !== undefined && (isOwner || isRole)) {
        if (isOwner) unit.code ??= other.code
        unit.phrase = { first: other.phrase.first, last: unit.phrase.last }
      } else if (lexicon.is('roleAdjectives', before.lower)) {
        unit.phrase = { first: before.index, last: unit.phrase.last }
      } else break
    }
  }
}

/** More than any sentence of an article holds: hostile text must not make every verb look at every unit. */
const MAX_IN_SENTENCE = 100

function indexOf(units: readonly Unit[]): Units {
  const list = [...units].sort((a, b) => a.first - b.first || b.last - a.last)
  const starts = new Map<number, Unit>()
  const ends = new Map<number, Unit>()
  for (const unit of list) {
    if (isName(unit) && unit.kind === 'thing') continue
    keepLonger(starts, unit.phrase.first, unit)
    keepLonger(ends, unit.phrase.last, unit)
  }
  const bySentence = Map.groupBy(list, (unit) => unit.sentence)
  const nouns = new Map(list.filter(isNoun).map((unit) => [unit.phrase.last, unit]))
  return {
    list,
    startingAt: (token) => starts.get(token),
    endingAt: (token) => ends.get(token),
    nounEndingAt: (token) => nouns.get(token),
    inSentence: (sentence) => (bySentence.get(sentence) ?? []).slice(0, MAX_IN_SENTENCE),
  }
}

function keepLonger(map: Map<number, Unit>, at: number, unit: Unit): void {
  const known = map.get(at)
  if (known === undefined || sizeOf(unit) > sizeOf(known)) map.set(at, unit)
}

function sizeOf(unit: Unit): number {
  return unit.phrase.last - unit.phrase.first
}

function findPronouns({ tokens, lexicon }: Tokens): PronounUnit[] {
  return tokens.flatMap((token): PronounUnit[] => {
    const pronoun = lexicon.pronouns.get(token.lower)
    if (pronoun === undefined || (token.capital && !token.first)) return []
    const words = { first: token.index, last: token.index }
    return [
      {
        form: 'pronoun',
        pronoun,
        ...words,
        phrase: words,
        sentence: token.sentence,
        gender: pronoun === 'he' ? 'man' : pronoun === 'she' ? 'woman' : 'unknown',
        number: pronoun === 'they' ? 'many' : 'one',
      },
    ]
  })
}

export function isName(unit: Unit): unit is NameUnit {
  return unit.form === 'name'
}

export function isNoun(unit: Unit): unit is NounUnit {
  return unit.form === 'noun'
}
