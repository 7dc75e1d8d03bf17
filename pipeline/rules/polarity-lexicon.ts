import type { ReactionKind } from '../schema/analysis.ts'
import { foldCase } from '../text/fold-case.ts'
import { germanPolarity } from './lexicon/de/polarity.ts'
import { englishPolarity } from './lexicon/en/polarity.ts'
import { spanishPolarity } from './lexicon/es/polarity.ts'
import { frenchPolarity } from './lexicon/fr/polarity.ts'
import type { CueGroup, Manner, PolarityLists } from './lexicon/polarity-lists.ts'
import { portuguesePolarity } from './lexicon/pt/polarity.ts'

/** A word of attitude, ready to look up by its first form. */
export type CueEntry = {
  role: 'verb' | 'noun' | 'holder' | 'adjective'
  polarity: 'positive' | 'negative'
  strength: number
  manner: Manner
  kind: ReactionKind
  /** The words that must follow. */
  tail: readonly string[]
  /** The prepositions before the target; absent where the target follows at once. */
  prepositions?: ReadonlySet<string>
}

export type PolaritySet = (typeof SETS)[number]

/** The attitude words of one language, made ready to look up. */
export type PolarityLexicon = {
  /** Longest tail first. */
  entriesOf(word: string): readonly CueEntry[]
  is(set: PolaritySet, word: string): boolean
  isAdverb(word: string): boolean
  isParticiple(word: string): boolean
  /** Whether a word ends like a verb. */
  endsAsVerb(word: string): boolean
  abstentions: readonly string[]
  objectBefore: boolean
}

const SETS = [
  'praising',
  'damning',
  'punishments',
  'harms',
  'negations',
  'reversals',
  'controls',
  'be',
  'auxiliaries',
  'hedges',
  'agents',
  'receivers',
  'namings',
  'relatives',
  'firstPerson',
  'determiners',
  'possessives',
  'prepositions',
  'inner',
  'conjunctions',
  'clauseOpeners',
  'voices',
  'adverbs',
  'pointers',
  'matters',
  'appeals',
  'sources',
] as const

const LISTS: ReadonlyMap<string, PolarityLists> = new Map(
  [englishPolarity, spanishPolarity, frenchPolarity, germanPolarity, portuguesePolarity].map((lists) => [
    lists.language,
    lists,
  ]),
)
const compiled = new Map<string, PolarityLexicon>()

/** The attitude words of a language (a BCP 47 tag); undefined where there are none. */
export function polarityLexiconOf(language: string): PolarityLexicon | undefined {
  const lists = LISTS.get(language.toLowerCase().split('-')[0] ?? '')
  if (lists === undefined) return undefined
  const known = compiled.get(lists.language)
  if (known !== undefined) return known
  const lexicon = compile(lists)
  compiled.set(lists.language, lexicon)
  return lexicon
}

/** What the words of a cue tell by themselves ("imposed sanctions on": a measure, a deed); undefined for a mere judgement. */
export function cueFormOf(words: string, language: string): Pick<CueEntry, 'kind' | 'manner'> | undefined {
  const [first, ...rest] = foldCase(words).split(/\s+/)
  const lexicon = polarityLexiconOf(language)
  if (rest.length === 0 && (lexicon?.is('damning', first ?? '') || lexicon?.is('praising', first ?? '')))
    return undefined
  const entries = lexicon?.entriesOf(first ?? '') ?? []
  return entries.find(({ tail }) => tail.every((word, at) => rest[at] === word))
}

function compile(lists: PolarityLists): PolarityLexicon {
  const sets = new Map(SETS.map((name) => [name, new Set(wordsIn(lists[name]))]))
  const isIn = (set: PolaritySet, word: string) => sets.get(set)?.has(word) ?? false
  const entries = entriesOf(lists)
  const endings = (list: string) => {
    const all = wordsIn(list)
    return (word: string) => all.some((ending) => word.length > ending.length + 2 && word.endsWith(ending))
  }
  const endsAsAdverb = endings(lists.adverbEndings)
  return {
    entriesOf: (word) => entries.get(word) ?? NONE,
    is: isIn,
    isAdverb: (word) => isIn('adverbs', word) || endsAsAdverb(word),
    isParticiple: endings(lists.participleEndings),
    endsAsVerb: endings(lists.verbEndings),
    objectBefore: lists.objectBefore,
    abstentions: lists.abstentions.split('\n').map((line) => line.trim()),
  }
}

const NONE: readonly CueEntry[] = []

function entriesOf(lists: PolarityLists): Map<string, CueEntry[]> {
  const entries = new Map<string, CueEntry[]>()
  const add = (role: CueEntry['role'], groups: readonly CueGroup[]) => {
    for (const group of groups) for (const line of group.words.split('\n')) addLine(entries, role, group, line)
  }
  add('verb', lists.verbs)
  add('noun', lists.nouns)
  add('holder', lists.holders)
  add('adjective', lists.adjectives)
  for (const list of entries.values()) list.sort((a, b) => b.tail.length - a.tail.length)
  return entries
}

function addLine(entries: Map<string, CueEntry[]>, role: CueEntry['role'], group: CueGroup, line: string): void {
  const [forms, tail] = line.split('>')
  const follow = wordsIn(tail ?? '')
  const attached = group.target === 'object' || follow.length > 0
  const { polarity, strength, manner, kind } = group
  const entry: CueEntry = {
    role,
    polarity,
    strength,
    manner,
    kind,
    tail: follow,
    prepositions: attached ? undefined : new Set(wordsIn(group.target)),
  }
  for (const form of wordsIn(forms ?? '')) {
    const known = entries.get(form)
    if (known) known.push(entry)
    else entries.set(form, [entry])
  }
}

function wordsIn(list: string): string[] {
  return list.split(/\s+/).filter((word) => word !== '')
}
