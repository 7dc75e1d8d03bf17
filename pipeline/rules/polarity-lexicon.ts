import { ReactionKind } from '../schema/analysis.ts'
import { foldCase } from '../text/fold-case.ts'
import { wordsOf } from '../text/words.ts'
import { germanPolarity } from './lexicon/de/polarity.ts'
import { englishPolarity } from './lexicon/en/polarity.ts'
import { spanishPolarity } from './lexicon/es/polarity.ts'
import { frenchPolarity } from './lexicon/fr/polarity.ts'
import type { CueGroup, Manner, PolarityLists } from './lexicon/polarity-lists.ts'
import { portuguesePolarity } from './lexicon/pt/polarity.ts'
import { type Moods, moodsOf } from './mood-patterns.ts'

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
  /** It is towards the matter of the article, which need not be named ("dissented"). */
  isMatter: boolean
  /** It counts only in the passive, with the one who does it: "called by the union". */
  needsAgent: boolean
  /** It counts only for what somebody wants done: "wants it stopped". */
  needsCause: boolean
  /** It counts only where what is asked for is against the target: "called on him to resign". */
  needsPunishment: boolean
}

type Verdict = { value: 1 | -1; length: number }

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
  /** The longest phrase of somebody's own position at a place of his words: 1 for, −1 against. */
  verdictAt(words: readonly string[], at: number): Verdict | undefined
  /** The families of matters that a word belongs to; 0 is the one that means any. */
  familiesOf(word: string): readonly number[]
  sayings: readonly { kind: ReactionKind; phrases: readonly string[] }[]
  objectBefore: boolean
  moods: Moods
}

const SETS = [
  'praising',
  'damning',
  'punishments',
  'harms',
  'negations',
  'permissions',
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
  'appeals',
  'sources',
  'doubts',
  'causes',
  'objectMarkers',
  'offices',
  'openPronouns',
  'distinct',
  'indefinites',
  'outlets',
  'circumstances',
  'performatives',
  'undertakings',
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
  // More words than the entry has: a verb that gives a name ("called it a disgrace"), which its own entry does not tell.
  return entries.find(
    ({ tail }) => (tail.length > 0 || rest.length === 0) && tail.every((word, at) => rest[at] === word),
  )
}

/** The kind of reaction that spoken words tell by themselves; undefined where they hold no such phrase. */
export function kindOfSaying(words: string, language: string): ReactionKind | undefined {
  const spoken = ` ${wordsOf(foldCase(words))
    .map(({ text }) => text)
    .join(' ')} `
  return polarityLexiconOf(language)?.sayings.find(({ phrases }) =>
    phrases.some((phrase) => spoken.includes(` ${phrase} `)),
  )?.kind
}

/** Whether the last few words before a verb deny it. */
export function isNegatedBefore(words: string, language: string): boolean {
  const lexicon = polarityLexiconOf(language)
  return wordsOf(foldCase(words))
    .slice(-3)
    .some(({ text }) => lexicon?.is('negations', text) ?? false)
}

function compile(lists: PolarityLists): PolarityLexicon {
  const sets = new Map(SETS.map((name) => [name, new Set(wordsIn(lists[name]))]))
  const isIn = (set: PolaritySet, word: string) => sets.get(set)?.has(word) ?? false
  const entries = entriesOf(lists)
  const endings = (list: string) => {
    const all = wordsIn(list)
    return (word: string) => all.some((ending) => word.length > ending.length + 1 && word.endsWith(ending))
  }
  const endsAsAdverb = endings(lists.adverbEndings)
  return {
    entriesOf: (word) => entries.get(word) ?? NONE,
    is: isIn,
    isAdverb: (word) => isIn('adverbs', word) || endsAsAdverb(word),
    isParticiple: endings(lists.participleEndings),
    endsAsVerb: endings(lists.verbEndings),
    familiesOf: familiesOf(lists),
    sayings: sayingsOf(lists),
    objectBefore: lists.objectBefore,
    moods: moodsOf(lists),
    abstentions: linesIn(lists.abstentions),
    verdictAt: verdictsOf(lists),
  }
}

function familiesOf({ matters }: PolarityLists): (word: string) => readonly number[] {
  const families = new Map<string, number[]>()
  for (const [family, line] of linesIn(matters).entries()) {
    for (const word of wordsIn(line)) families.set(word, [...(families.get(word) ?? []), family])
  }
  return (word) => families.get(word) ?? []
}

function verdictsOf({ approvals, disapprovals }: PolarityLists): PolarityLexicon['verdictAt'] {
  const byFirst = new Map<string, { value: 1 | -1; words: readonly string[] }[]>()
  const add = (list: string, value: 1 | -1) => {
    for (const words of linesIn(list).map(wordsIn)) {
      const [first] = words
      if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), { value, words }])
    }
  }
  add(approvals, 1)
  add(disapprovals, -1)
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length)
  return (words, at) => {
    const found = byFirst
      .get(words[at] ?? '')
      ?.find((each) => each.words.every((word, step) => words[at + step] === word))
    return found && { value: found.value, length: found.words.length }
  }
}

function sayingsOf({ sayings }: PolarityLists): PolarityLexicon['sayings'] {
  return ReactionKind.options.flatMap((kind) => {
    const phrases = sayings[kind]
    return phrases === undefined ? [] : { kind, phrases: linesIn(phrases) }
  })
}

function linesIn(list: string): string[] {
  return list.split('\n').map((line) => line.trim())
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
  const attached =
    group.target === 'object' ||
    group.target === 'matter' ||
    group.target === 'agent' ||
    group.target === 'punished' ||
    group.target === 'caused' ||
    follow.length > 0
  const { polarity, strength, manner, kind } = group
  const entry: CueEntry = {
    role,
    polarity,
    strength,
    manner,
    kind,
    tail: follow,
    isMatter: group.target === 'matter',
    needsAgent: group.target === 'agent',
    needsCause: group.target === 'caused',
    needsPunishment: group.target === 'punished',
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
