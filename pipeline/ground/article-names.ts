import type { Name } from '../schema/reading.ts'
import { areOfOneRoot } from './name-variants.ts'
import type { ArticleIndex } from './parsed-text.ts'
import { foldWord, isGlued, type Token } from './tokens.ts'

/** What the name check looks up. */
export type ArticleNames = {
  /** Folded words that the article writes with a capital. */
  capitals: ReadonlySet<string>
  /** All folded words by their first letters, for words of one root. */
  byStart: ReadonlyMap<string, readonly string[]>
  /** Initials of capitalised words in a row ("World Health Organization": WHO). */
  initials: ReadonlySet<string>
  /** Stems of words that the article writes without a capital. */
  lowerStems: ReadonlySet<string>
  /** Persons with more than one name, by their first and by their last. */
  byFirst: ReadonlyMap<string, readonly Name[]>
  byLast: ReadonlyMap<string, readonly Name[]>
  title: ReadonlySet<string>
  /** The article writes (nearly) everything without capitals. */
  isLowerCase: boolean
}

const START = 3
const CONNECTORS = new Set([
  'of',
  'the',
  'for',
  'and',
  'de',
  'del',
  'du',
  'des',
  'la',
  'fur',
  'und',
  'der',
  'die',
  'y',
  'e',
  'et',
  'do',
  'da',
])
const LONGEST_INITIALS = 6

export function articleNames({ tokens, words, stem, reading }: ArticleIndex): ArticleNames {
  const capitals = new Set<string>()
  const lowerStems = new Set<string>()
  for (const { kind, capital, fold } of tokens) {
    if (kind === 'word' && capital) capitals.add(fold)
    else if (kind === 'word') lowerStems.add(stem(fold))
  }
  const persons = reading.names.filter(({ kind, name }) => kind === 'person' && /\s/.test(name))
  return {
    capitals,
    byStart: grouped(words.keys(), (fold) => fold.slice(0, START)),
    initials: new Set(initialsOf(tokens)),
    lowerStems,
    byFirst: grouped(persons, ({ name }) => partsOf(name).at(0) ?? ''),
    byLast: grouped(persons, ({ name }) => partsOf(name).at(-1) ?? ''),
    isLowerCase: capitals.size < words.size / 50,
    title: new Set((reading.article.title ?? '').split(/[^\p{L}\p{M}\p{N}]+/u).map(foldWord)),
  }
}

/** The folded words of a name. */
export function partsOf(name: string): string[] {
  return name
    .split(/[\s-]+/)
    .map(foldWord)
    .filter((part) => part !== '')
}

/** A name as names are compared: folded, without a leading article. */
export function keyOfName(name: string): string {
  const parts = partsOf(name)
  return (parts[0] === 'the' ? parts.slice(1) : parts).join(' ')
}

/** A word of the article from which the word may be made: a plural, a people of a country. */
export function kinOf(fold: string, { byStart }: ArticleNames): string | undefined {
  return byStart
    .get(fold.slice(0, START))
    ?.slice(0, 50)
    .find((other) => areOfOneRoot(fold, other))
}

function grouped<Item>(items: Iterable<Item>, key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}

function* initialsOf(tokens: readonly Token[]): Generator<string> {
  let run: string[] = []
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'word' && token.capital) {
      run.push(token.fold.charAt(0))
      for (let length = 2; length <= Math.min(run.length, LONGEST_INITIALS); length++) yield run.slice(-length).join('')
      run = run.slice(-LONGEST_INITIALS)
    } else if (!(CONNECTORS.has(token.fold) || (token.text === '-' && isGlued(tokens[at - 1], token)))) {
      run = []
    }
  }
}
