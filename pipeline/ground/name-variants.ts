import { countriesOf } from '../rules/lexicon/countries.ts'
import { words as listed } from './lexicon/words.ts'
import { foldWord } from './tokens.ts'

/** Unions of countries, as they are called in several languages; countries and their peoples come from the rules. */
const UNIONS: readonly (readonly string[])[] = [
  [
    'eu',
    'ue',
    'european union',
    'union europea',
    'union europeenne',
    'europaische union',
    'europaischen union',
    'uniao europeia',
  ],
  [
    'un',
    'onu',
    'united nations',
    'naciones unidas',
    'nations unies',
    'vereinte nationen',
    'vereinten nationen',
    'nacoes unidas',
  ],
]
const LONGEST = 5

type Groups = {
  byName: ReadonlyMap<string, readonly string[]>
  firstWords: ReadonlySet<string>
  seats: ReadonlySet<string>
}
const byLanguage = new Map<string, Groups>()

/**
 * The country, people or union whose name starts at word `at`, with the other names of the same one ("american": "us",
 * "united states"). `words` are folded; a name of several words is preferred.
 */
export function knownNameAt(
  words: readonly string[],
  at: number,
  language: string,
): { length: number; others: readonly string[] } | undefined {
  const { byName, firstWords } = groupsOf(language)
  if (!firstWords.has(words[at] ?? '')) return undefined
  for (let length = Math.min(LONGEST, words.length - at); length > 0; length--) {
    const others = byName.get(words.slice(at, at + length).join(' '))
    if (others) return { length, others }
  }
  return undefined
}

/** A country or a seat of government of one word. */
export function isKnownPlace(fold: string, language: string): boolean {
  const { byName, seats } = groupsOf(language)
  return byName.has(fold) || seats.has(fold)
}

function groupsOf(tag: string): Groups {
  const language = tag.toLowerCase().split('-')[0] ?? ''
  const known = byLanguage.get(language)
  if (known) return known
  const { names, adjectives, seats } = countriesOf(language)
  const byCode = new Map<string, string[]>(UNIONS.map((union, place) => [`union ${place}`, [...union]]))
  for (const list of [...names.values(), ...adjectives.values()]) {
    for (const { words, value } of list) {
      const group = byCode.get(value) ?? []
      group.push(words.map(foldWord).join(' '))
      byCode.set(value, group)
    }
  }
  const byName = new Map([...byCode.values()].flatMap((group) => group.map((name) => [name, group] as const)))
  const groups = {
    byName,
    firstWords: new Set([...byName.keys()].map((name) => name.split(' ')[0] ?? '')),
    seats: new Set([...seats.keys()].map(foldWord)),
  }
  byLanguage.set(language, groups)
  return groups
}

/** What follows the root in names of places and of their peoples, in five languages; nothing may follow as well. */
const ENDINGS = listed(`
  a as n an ans ian ians ean eans ish ese i is y ia e en ain ine vian vians o os ano ana anos anas es esa eses
  esas ense enses ien ienne iens ais aise ois oise er ern isch ische ischen ischer isches ischem land lands s
  ens in innen ar ari stan iano iana ianos ianas`).union(new Set(['']))
const SHORTEST_ROOT = 4

/** Whether two folded words differ only in what makes a people of a place, or a plural ("russia", "russian"). */
export function areOfOneRoot(a: string, b: string): boolean {
  let root = 0
  while (root < a.length && a[root] === b[root]) root += 1
  // The root may end earlier than where they part: "ukrain-e", "ukrain-ian"; "ital-y", "ital-ian".
  for (let length = root; length >= SHORTEST_ROOT && length >= root - 1; length--) {
    if (ENDINGS.has(a.slice(length)) && ENDINGS.has(b.slice(length))) return true
  }
  return false
}
