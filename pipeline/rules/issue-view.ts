import type { PolarityCue, Reading } from '../schema/reading.ts'
import { type Span, sentenceAt } from '../schema/span.ts'
import { foldCase } from '../text/fold-case.ts'
import { wordsOf } from '../text/words.ts'
import { doersOf } from './issue-doers.ts'
import { mentionsBySentence, type Named } from './mentions-by-sentence.ts'
import { type CueEntry, type PolarityLexicon, polarityLexiconOf } from './polarity-lexicon.ts'
import { isContentWord, termOf } from './terms.ts'

/** What the rules know of an issue, to tell whether a position is about it. */
export type IssueView = {
  /** Terms of its statement that are no part of a name. */
  terms: ReadonlySet<string>
  /** Terms of the names in it. */
  nameTerms: ReadonlySet<string>
  /** Indexes of the names in its statement. */
  participants: ReadonlySet<number>
  /** Those who do what it tells. */
  doers: ReadonlySet<number>
  /** What the doers act against: who opposes that is for the issue. */
  against: ReadonlySet<string>
  /** The article is about it, so that "this" and "the move" mean it. */
  isMain: boolean
  /** The families of matters that its statement names, whose nouns can stand for it: "treaty" for "agreement". */
  families: ReadonlySet<number>
  /** Its sentence. */
  sentence: number | undefined
  namedIn(sentence: number): readonly Named[]
}

export type IssueSource = { statement: string; span?: Span; isMain: boolean }

/** Reads an issue: one of the article's own by its span, a given one by its statement alone. */
export function viewIssue(reading: Reading, { statement, span, isMain }: IssueSource): IssueView {
  const words = polarityLexiconOf(reading.language)
  const namedIn = mentionsBySentence(reading)
  const sentence = span && sentenceAt(reading.sentences, span.start)
  const named = sentence === undefined ? [] : namedIn(sentence)
  const participants = span ? namesIn(named, span) : namesCalled(reading, statement)
  for (const country of nationsIn(reading, statement)) participants.add(country)
  const nameTerms = new Set([...participants].flatMap((index) => termsOf(reading.names[index]?.name ?? '')))
  const places = placeTerms(reading, named, words)
  const terms = new Set(termsOf(statement).filter((term) => !nameTerms.has(term) && !places.has(term)))
  const doers = span ? doersOf(reading, named, span) : new Set<number>()
  for (const country of nationsOf(reading, named, doers)) doers.add(country)
  return {
    terms,
    nameTerms,
    namedIn,
    participants,
    doers,
    against: new Set([...againstIn(reading, sentence, doers), ...undoneIn(statement, words)]),
    isMain,
    families: new Set(wordsOf(statement).flatMap(({ text }) => words?.familiesOf(foldCase(text)) ?? [])),
    sentence,
  }
}

function termsOf(text: string): string[] {
  return wordsOf(text).flatMap(({ text: word }) => (isContentWord(word) ? [termOf(word)] : []))
}

function namesIn(named: readonly Named[], span: Span): Set<number> {
  const isInside = ({ mention }: Named) => mention.start >= span.start && mention.end <= span.end
  return new Set(named.filter((each) => each.name.canAct && isInside(each)).map(({ name }) => name.index))
}

/** Terms of names that never act, where they tell no matter: "Iowa", but not "the Terrace Plan". */
function placeTerms({ article }: Reading, named: readonly Named[], words: PolarityLexicon | undefined): Set<string> {
  const places = named.filter(({ name }) => !name.canAct)
  return new Set(
    places.flatMap(({ mention }) => {
      const called = wordsOf(article.text.slice(mention.start, mention.end)).map(({ text }) => text)
      const tellsMatter = called.some((word) => (words?.familiesOf(foldCase(word)).length ?? 0) > 0)
      return tellsMatter ? [] : called.map(termOf)
    }),
  )
}

/** Countries whose adjective a text holds: "Kenyan" for Kenya. */
function nationsIn({ names }: Reading, text: string): number[] {
  const folded = ` ${foldCase(text)}`
  return names
    .filter(
      ({ kind, name }) => kind === 'country' && name.length > 4 && folded.includes(` ${foldCase(name).slice(0, -1)}`),
    )
    .map(({ index }) => index)
}

/** The countries that names of a sentence act for: what stands right before them is its adjective. */
function nationsOf(reading: Reading, named: readonly Named[], doers: ReadonlySet<number>): number[] {
  const { text } = reading.article
  return named
    .filter(({ name }) => doers.has(name.index) && name.kind === 'person')
    .flatMap(({ mention }) => nationsIn(reading, text.slice(Math.max(0, mention.start - 32), mention.end)))
}

function namesCalled({ names }: Reading, statement: string): Set<number> {
  const hay = ` ${wordsOf(statement)
    .map(({ text }) => foldCase(text).replace(/'s$/, ''))
    .join(' ')} `
  const isCalled = (name: string) => hay.includes(` ${foldCase(name)} `)
  return new Set(
    names.filter(({ name, aliases }) => isCalled(name) || aliases.some(isCalled)).map(({ index }) => index),
  )
}

function againstIn({ cues, article }: Reading, sentence: number | undefined, doers: ReadonlySet<number>): Set<string> {
  const against = new Set<string>()
  for (const cue of cues) {
    if (cue.sentence !== sentence || cue.polarity !== 'negative' || cue.about === undefined) continue
    if (cue.holder === undefined || !doers.has(cue.holder)) continue
    for (const term of termsOf(article.text.slice(cue.about.start, cue.about.end))) against.add(term)
  }
  return against
}

const MAX_SUBJECT = 24
const MAX_GROUP = 3

/** "The market was ordered shut", "the plan was rejected": terms of what the issue is the end of. */
function undoneIn(statement: string, lexicon: PolarityLexicon | undefined): string[] {
  if (lexicon === undefined) return []
  const words = wordsOf(statement).slice(0, MAX_SUBJECT)
  const isUndoing = ({ role, polarity, tail, needsAgent }: CueEntry) =>
    role === 'verb' && polarity === 'negative' && tail.length === 0 && !needsAgent
  const be = words.findIndex(
    ({ text }, at) =>
      lexicon.is('be', foldCase(text)) &&
      words.slice(at + 1, at + 1 + MAX_GROUP).some((next) => lexicon.entriesOf(foldCase(next.text)).some(isUndoing)),
  )
  const end = Math.min(words[be]?.start ?? 0, (statement.indexOf(',') + 1 || statement.length + 1) - 1)
  return termsOf(statement.slice(0, Math.max(0, end)))
}

/** How a cue bears on an issue: `weight` 0..1, and whether its polarity turns round. */
export type Bearing = { weight: number; inverted: boolean }

const NO_BEARING: Bearing = { weight: 0, inverted: false }

/**
 * Whether a position is one on the issue: what it governs shares words with the issue, points back to it ("this", "the move"),
 * joins its participants, or is one of those who do it.
 */
export function bearingOn(reading: Reading, view: IssueView, cue: PolarityCue): Bearing {
  const words = polarityLexiconOf(reading.language)
  if (words === undefined) return NO_BEARING
  const about = cue.about ? reading.article.text.slice(cue.about.start, cue.about.end) : ''
  const terms = termsOf(about)
  const plain = terms.filter((term) => !view.nameTerms.has(term))
  const inverted = view.against.size > 0 && plain.some((term) => view.against.has(term))
  const isAnother = wordsOf(about)
    .slice(0, 3)
    .some(({ text }) => words.is('distinct', foldCase(text)))
  if (isAnother) return { weight: doerWeight(view, cue), inverted: false }
  const weight = Math.max(
    lexicalWeight(view, plain),
    view.isMain && cue.about ? participantWeight(view, cue.about, cue.sentence) : 0,
    view.isMain ? pointerWeight(view, about, words, cue) : 0,
    doerWeight(view, cue),
    view.isMain && cue.about === undefined && cue.target === undefined ? 0.8 : 0,
  )
  return { weight, inverted }
}

/** One word of this many is most often another matter. */
const LOOSE = 5

function lexicalWeight({ terms }: IssueView, plain: readonly string[]): number {
  if (plain.length === 0) return 0
  const shared = plain.filter((term) => terms.has(term)).length
  if (shared === 1 && plain.length >= LOOSE) return 0.3
  return shared === 0 ? 0 : Math.min(1, 0.45 + (0.6 * shared) / plain.length)
}

function participantWeight({ participants, namedIn }: IssueView, about: Span, sentence: number): number {
  if (participants.size < 2) return 0
  const inside = namesIn(namedIn(sentence), about)
  let shared = 0
  for (const index of inside) if (participants.has(index)) shared += 1
  return shared >= 2 ? 0.8 : 0
}

function pointerWeight(
  { families, sentence }: IssueView,
  about: string,
  words: PolarityLexicon,
  cue: PolarityCue,
): number {
  const folded = wordsOf(about).map(({ text }) => foldCase(text))
  const [first] = folded
  if (first === undefined || folded.length > 5 || cue.target !== undefined) return 0
  // "a resolution" is a new one, unless it calls what its own sentence tells: "signed a pact, a deal that Norway denounced".
  if (words.is('indefinites', first) && cue.sentence !== sentence) return 0
  const isPointed = words.is('pointers', first)
  if (folded.length === 1 && isPointed) return 0.8
  const matter = folded.map((word) => words.familiesOf(word)).findLast((found) => found.length > 0)
  if (matter === undefined) return 0
  if (matter.some((family) => family > 0 && families.has(family))) return 0.8
  if (!matter.includes(0)) return 0
  return isPointed ? 0.8 : words.is('determiners', first) ? 0.65 : 0
}

function doerWeight({ doers, isMain }: IssueView, { holder, target, voice }: PolarityCue): number {
  if (holder !== undefined && doers.has(holder)) return 0
  return isMain && voice !== 'reported' && target !== undefined && doers.has(target) ? 0.5 : 0
}
