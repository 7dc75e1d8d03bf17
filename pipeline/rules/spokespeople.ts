import type { Name, Reading } from '../schema/reading.ts'
import { foldCase } from '../text/fold-case.ts'
import { wordsOf } from '../text/words.ts'
import { mentionsBySentence, type Named } from './mentions-by-sentence.ts'
import { polarityLexiconOf } from './polarity-lexicon.ts'

const MAX_WORDS = 7
/** Words after the one spoken for that may still be the office: "Northfell's chief executive". */
const OFFICE_WORDS = 4

/**
 * Who speaks for whom: a person by whose name an office stands that speaks for the organisation or country named with it ("its general counsel, Fairbrook",
 * "Cato, a spokeswoman for the firm"). From the index of the person to that of the other. Empty without word lists.
 */
export function spokespeopleIn(reading: Reading): ReadonlyMap<number, number> {
  const known = read.get(reading) ?? findSpokespeople(reading)
  read.set(reading, known)
  return known
}

// Asked for once an issue; the answer is the same.
const read = new WeakMap<Reading, ReadonlyMap<number, number>>()

function findSpokespeople(reading: Reading): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  const lexicon = reading.hasWordLists ? polarityLexiconOf(reading.language) : undefined
  if (lexicon === undefined) return found
  for (const { index, kind, role } of reading.names) {
    const nation = kind === 'person' && role !== undefined ? nationIn(reading, role) : undefined
    if (nation !== undefined && wordsIn(role ?? '').some((word) => lexicon.is('offices', word)))
      found.set(index, nation)
  }
  const namedIn = mentionsBySentence(reading)
  for (const { index } of reading.sentences) {
    const named = namedIn(index)
    for (const person of named) {
      if (person.name.kind !== 'person' || person.mention.form !== 'name' || found.has(person.name.index)) continue
      const body = named.find((each) => speaksFor(reading, person, each))
      if (body) found.set(person.name.index, body.name.index)
    }
  }
  return found
}

/** The country whose adjective opens a role: "Kenyan foreign minister". */
function nationIn({ names }: Reading, role: string): number | undefined {
  const [first = ''] = wordsIn(role)
  const isOf = (name: string) => name.length > 4 && first.startsWith(foldCase(name).slice(0, -1))
  return names.find(({ kind, name, canAct }) => kind === 'country' && canAct && isOf(name))?.index
}

function speaksFor(reading: Reading, person: Named, body: Named): boolean {
  if (!isBody(body.name)) return false
  const { text } = reading.article
  const isBefore = body.mention.end <= person.mention.start
  const [left, right] = isBefore ? [body.mention, person.mention] : [person.mention, body.mention]
  if (left.end > right.start || right.start - left.end > 90) return false
  const between = text.slice(left.end, right.start)
  const words = wordsIn(between)
  if (words.length > MAX_WORDS || /[.;:!?“”"«»„]/u.test(between)) return false
  const lexicon = polarityLexiconOf(reading.language)
  const hasOffice = (list: readonly string[]) => list.some((word) => lexicon?.is('offices', word))
  const isPlain = !words.some((word) => lexicon?.is('auxiliaries', word) || lexicon?.entriesOf(word).some(isVerb))
  if (!isPlain) return false
  if (hasOffice(words)) return isBefore || between.trimStart().startsWith(',')
  if (isBefore || !between.trimStart().startsWith(',') || words.length > 1) return false
  return hasOffice(wordsIn(text.slice(right.end, right.end + 48)).slice(0, OFFICE_WORDS))
}

function isVerb({ role, tail }: { role: string; tail: readonly string[] }): boolean {
  return role === 'verb' && tail.length === 0
}

function isBody({ kind, canAct }: Name): boolean {
  return canAct && kind !== 'person'
}

function wordsIn(text: string): string[] {
  return wordsOf(text).map(({ text: word }) => foldCase(word).replace(/['’]s?$/, ''))
}
