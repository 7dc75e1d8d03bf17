import { ReactionKind } from '../../schema/analysis.ts'
import { type Phrases, phrasesOf } from '../phrases.ts'
import { conjugate } from './conjugate.ts'
import { type Countries, countriesOf } from './countries.ts'
import { german } from './de/words.ts'
import { english } from './en/words.ts'
import { spanish } from './es/words.ts'
import { MEN, WOMEN } from './first-names.ts'
import { french } from './fr/words.ts'
import { portuguese } from './pt/words.ts'
import type { WordLists } from './word-lists.ts'

export type Gender = 'man' | 'woman' | 'unknown'
/** A form of a reporting verb. */
export type CueForm = {
  lemma: string
  reaction?: ReactionKind
  /** Reports only where a quotation or a clause proves it. */
  weak: boolean
  /** A participle, which reports only after an auxiliary: "ha dicho". */
  participle: boolean
  /** A word that must follow in the clause: "teilte … mit". */
  particle?: string
}
export type Noun = { number: 'one' | 'many'; type: 'person' | 'body' | 'group'; gender: Gender }
export type Pronoun = 'he' | 'she' | 'they' | 'it' | 'who'

/** The word lists of a language, made ready to look up. */
export type Lexicon = {
  language: string
  capitalisesNouns: boolean
  dropsSubjects: boolean
  adjectivesFollow: boolean
  /** Reporting verbs by form; several where a particle tells them apart. */
  cues: ReadonlyMap<string, readonly CueForm[]>
  /** What a reporting verb and the words after it tell together: "express concern". */
  cuePhrases: Phrases<ReactionKind | 'none'>
  sourcePhrases: Phrases<true>
  titles: Phrases<Gender>
  /** What a common noun says of whom it means; German compounds are known by their last part. */
  nounOf(word: string): Noun | undefined
  countries: Countries
  places: Phrases<true>
  notActors: Phrases<true>
  /** Seats of government by the code of their country. */
  metonyms: Phrases<string>
  pronouns: ReadonlyMap<string, Pronoun>
  /** Whether a word (lower case) is in one of the plain lists. */
  is(set: SetName, word: string): boolean
  /** Words that cannot stand inside a noun phrase. */
  isFunctionWord(word: string): boolean
}

const SETS = [
  'statementNouns',
  'clauseSources',
  'clauseOpeners',
  'countryVoices',
  'organizationWords',
  'placeWords',
  'parties',
  'peoples',
  'documentNouns',
  'timeNouns',
  'daysAndMonths',
  'determiners',
  'definite',
  'obliques',
  'possessives',
  'prepositions',
  'placePrepositions',
  'auxiliaries',
  'passives',
  'adverbs',
  'conjunctions',
  'roleAdjectives',
  'jointWords',
  'quantities',
  'particles',
  'links',
  'ownerLinks',
  'commonLinks',
  'commonWords',
  'openers',
  'pairWords',
  'spokesWords',
  'stateNouns',
  'stateWords',
  'nationWords',
  'addresseeVerbs',
  'askedAbout',
  'reportedMood',
  'namers',
  'negators',
  'adjectivalNouns',
  'personalNouns',
  'thingPrepositions',
  'sideWords',
  'formsOfAddress',
  'companyNouns',
  'publicWords',
  'infinitiveMarks',
  'gerundPrepositions',
  'relatives',
] as const
type SetName = (typeof SETS)[number]

const LISTS: ReadonlyMap<string, WordLists> = new Map(
  [english, spanish, french, german, portuguese].map((lists) => [lists.language, lists]),
)
const compiled = new Map<string, Lexicon>()

/** Whether the rules have word lists for a language (a BCP 47 tag). */
export function hasWordLists(language: string): boolean {
  return LISTS.has(primary(language))
}

/** The word lists of a language; those of English where there are none, for what is alike in all (capitals, countries). */
export function lexiconOf(language: string): Lexicon {
  const lists = LISTS.get(primary(language)) ?? english
  const known = compiled.get(lists.language)
  if (known !== undefined) return known
  const lexicon = compile(lists)
  compiled.set(lists.language, lexicon)
  return lexicon
}

function primary(language: string): string {
  return language.toLowerCase().split('-')[0] ?? language
}

function compile(lists: WordLists): Lexicon {
  const sets = new Map(SETS.map((name) => [name, new Set(wordsIn(lists[name]))]))
  const pronouns = pronounsOf(lists)
  const nouns = nounsOf(lists)
  const stops = ['prepositions', 'conjunctions', 'auxiliaries', 'clauseOpeners'] as const
  const isIn = (set: SetName, word: string): boolean => sets.get(set)?.has(word) ?? false
  return {
    language: lists.language,
    capitalisesNouns: lists.capitalisesNouns,
    dropsSubjects: lists.dropsSubjects,
    adjectivesFollow: lists.adjectivesFollow,
    cues: cueFormsOf(lists),
    cuePhrases: phrasesOf(linesIn(lists.cuePhrases).map(reactionOf)),
    sourcePhrases: flags(lists.sourcePhrases),
    titles: phrasesOf(linesIn(lists.titles).map(titleOf)),
    nounOf: lists.capitalisesNouns ? (word) => compoundOf(nouns, word) : (word) => nouns.get(word),
    countries: countriesOf(lists.language),
    places: flags(lists.places),
    notActors: flags(lists.notActors),
    metonyms: phrasesOf(linesIn(lists.metonyms).map((line) => pairOf(line))),
    pronouns,
    is: isIn,
    isFunctionWord: (word) =>
      stops.some((set) => isIn(set, word)) || (pronouns.has(word) && !isIn('possessives', word)),
  }
}

function cueFormsOf(lists: WordLists): Map<string, CueForm[]> {
  const forms = new Map<string, CueForm[]>()
  for (const [kinds, weak] of [
    [lists.weakCueVerbs, true],
    [lists.cueVerbs, false],
  ] as const) {
    for (const [kind, verbs] of Object.entries(kinds)) {
      const reaction = ReactionKind.safeParse(kind).data
      for (const line of linesIn(verbs)) {
        const listed = wordsIn(line)
        const words = listed.length === 1 ? conjugate(line, lists.language) : listed
        const lemma = words[0] ?? ''
        for (const form of words) addForm(forms, form, { lemma, reaction, weak })
      }
    }
  }
  return forms
}

function addForm(forms: Map<string, CueForm[]>, form: string, cue: Omit<CueForm, 'participle' | 'particle'>): void {
  const [written = '', particle] = form.split('+')
  const participle = written.endsWith('*')
  const word = participle ? written.slice(0, -1) : written
  // "sagte" alone and "sagte … aus" share a form: the one with a particle is tried first.
  const others = (forms.get(word) ?? []).filter(
    (known) => known.particle !== particle || known.participle !== participle,
  )
  forms.set(
    word,
    [...others, { ...cue, participle, particle }].sort((a, b) => precedence(b) - precedence(a)),
  )
}

/** What asks for more of its surroundings is tried first. */
function precedence(form: CueForm): number {
  return Number(form.particle !== undefined) + Number(form.participle)
}

function nounsOf(lists: WordLists): Map<string, Noun> {
  const nouns = new Map<string, Noun>()
  for (const word of wordsIn(lists.groupNouns)) nouns.set(word, { number: 'many', type: 'group', gender: 'unknown' })
  for (const word of wordsIn(lists.bodyNouns)) nouns.set(word, { number: 'one', type: 'body', gender: 'unknown' })
  for (const [key, words] of Object.entries(lists.personNouns)) {
    const gender = key === 'man' || key === 'woman' ? key : 'unknown'
    for (const word of wordsIn(words)) nouns.set(word, { number: 'one', type: 'person', gender })
  }
  return nouns
}

const LEAST_PART = 4
const LEAST_BEFORE = 3
const MOST_LETTERS = 40

/** "Außenministeriums": the noun at the end, with or without an ending of its case. */
function compoundOf(nouns: ReadonlyMap<string, Noun>, word: string): Noun | undefined {
  const known = nouns.get(word)
  if (known !== undefined || word.length > MOST_LETTERS) return known
  for (const base of [word, word.replace(/e?s$/, ''), word.replace(/e?n$/, '')]) {
    const exact = nouns.get(base)
    if (exact !== undefined) return exact
    for (let at = LEAST_BEFORE; at <= base.length - LEAST_PART; at += 1) {
      const part = nouns.get(base.slice(at))
      if (part !== undefined) return part
    }
  }
  return undefined
}

function pronounsOf(lists: WordLists): Map<string, Pronoun> {
  const pronouns = new Map<string, Pronoun>()
  for (const kind of ['who', 'it', 'they', 'she', 'he'] as const) {
    for (const word of wordsIn(lists.pronouns[kind])) pronouns.set(word, kind)
  }
  return pronouns
}

const men = new Set(wordsIn(MEN))
const women = new Set(wordsIn(WOMEN))

/** The gender that a first name mostly tells; undefined for a word that is in no list of first names. */
export function genderOfFirstName(name: string): Gender | undefined {
  const isMan = men.has(name)
  const isWoman = women.has(name)
  if (isMan && isWoman) return 'unknown'
  if (isMan) return 'man'
  return isWoman ? 'woman' : undefined
}

function titleOf(line: string): [string, Gender] {
  if (line.startsWith('m:')) return [line.slice(2), 'man']
  return line.startsWith('f:') ? [line.slice(2), 'woman'] : [line, 'unknown']
}

function pairOf(line: string): [string, string] {
  const [phrase, value] = line.split(' = ')
  return [phrase ?? '', value ?? '']
}

function reactionOf(line: string): [string, ReactionKind | 'none'] {
  const [phrase, value] = pairOf(line)
  return [phrase, ReactionKind.safeParse(value).data ?? 'none']
}

function flags(lines: string): Phrases<true> {
  return phrasesOf(linesIn(lines).map((line) => [line, true] as const))
}

function linesIn(list: string): string[] {
  return list
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function wordsIn(list: string): string[] {
  return list.split(/\s+/).filter((word) => word !== '')
}
