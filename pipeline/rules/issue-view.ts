import type { PolarityCue, Reading } from '../schema/reading.ts'
import type { Span } from '../schema/span.ts'
import { foldCase } from '../text/fold-case.ts'
import { wordsOf } from '../text/words.ts'
import { type PolarityLexicon, polarityLexiconOf } from './polarity-lexicon.ts'
import { isContentWord, termOf } from './terms.ts'

/** What the rules know of an issue, to tell whether a position is about it. */
export type IssueView = {
  /** Terms of its statement that are no part of a name. */
  terms: ReadonlySet<string>
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
}

export type IssueSource = { statement: string; span?: Span; isMain: boolean }

/** Reads an issue: one of the article's own by its span, a given one by its statement alone. */
export function viewIssue(reading: Reading, { statement, span, isMain }: IssueSource): IssueView {
  const words = polarityLexiconOf(reading.language)
  const participants = span ? namesIn(reading, span) : namesCalled(reading, statement)
  const nameTerms = new Set([...participants].flatMap((index) => termsOf(reading.names[index]?.name ?? '')))
  const terms = new Set(termsOf(statement).filter((term) => !nameTerms.has(term)))
  const sentence = span && reading.sentences.find(({ start, end }) => start <= span.start && span.start < end)?.index
  const doers = span ? doersIn(reading, span, sentence) : NONE
  return {
    terms,
    participants,
    doers,
    against: againstIn(reading, sentence, doers),
    isMain,
    families: new Set(wordsOf(statement).flatMap(({ text }) => words?.familiesOf(foldCase(text)) ?? [])),
    sentence,
  }
}

const NONE: ReadonlySet<number> = new Set()

function termsOf(text: string): string[] {
  return wordsOf(text).flatMap(({ text: word }) => (isContentWord(word) ? [termOf(word)] : []))
}

function namesIn({ names }: Reading, span: Span): Set<number> {
  const inside = (mention: Span) => mention.start >= span.start && mention.end <= span.end
  return new Set(names.filter(({ canAct, mentions }) => canAct && mentions.some(inside)).map(({ index }) => index))
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

/** The first name that acts in a sentence, and those that it acts with. */
function doersIn({ names, article }: Reading, span: Span, sentence: number | undefined): Set<number> {
  const mentions = names
    .filter(({ canAct }) => canAct)
    .flatMap(({ index, mentions: all }) =>
      all.filter((mention) => mention.sentence === sentence).map((mention) => ({ index, mention })),
    )
    .filter(({ mention }) => mention.start >= span.start && mention.end <= span.end)
    .sort((a, b) => a.mention.start - b.mention.start || b.mention.end - a.mention.end)
  const [first] = mentions
  if (
    first === undefined ||
    /\b(?:was|were|been|is|are|fue|fueron|wurde|wurden|foi)\s+\p{L}+(?:ed|en|ado|ido)\b/u.test(
      article.text.slice(first.mention.end, first.mention.end + 30),
    )
  ) {
    return new Set()
  }
  const opening = article.text.slice(span.start, first.mention.start)
  if (wordsOf(opening).length > 6) return new Set()
  const doers = new Set([first.index])
  for (const { index, mention } of mentions) {
    const before = article.text.slice(Math.max(span.start, mention.start - 40), mention.start)
    if (/\b(?:with|con|avec|mit|com)\s+(?:\S+\s+){0,3}$/u.test(before)) doers.add(index)
    if (
      mention.start < first.mention.end + 8 &&
      /^\s*(?:and|&|y|et|und|e)\s/u.test(article.text.slice(first.mention.end, mention.start + 1))
    )
      doers.add(index)
  }
  return doers
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
  const plain = terms.filter((term) => !isTermOfNames(reading, view, term))
  const inverted = view.against.size > 0 && plain.some((term) => view.against.has(term))
  const weight = Math.max(
    lexicalWeight(view, plain),
    view.isMain && cue.about ? participantWeight(reading, view, cue.about) : 0,
    view.isMain ? pointerWeight(view, about, words, cue) : 0,
    doerWeight(view, cue),
    view.isMain && cue.about === undefined && cue.target === undefined ? 0.7 : 0,
  )
  return { weight, inverted }
}

function isTermOfNames({ names }: Reading, { participants }: IssueView, term: string): boolean {
  for (const index of participants) if (termsOf(names[index]?.name ?? '').includes(term)) return true
  return false
}

function lexicalWeight({ terms }: IssueView, plain: readonly string[]): number {
  if (plain.length === 0) return 0
  const shared = plain.filter((term) => terms.has(term)).length
  return shared === 0 ? 0 : Math.min(1, 0.45 + (0.6 * shared) / plain.length)
}

function participantWeight(reading: Reading, { participants }: IssueView, about: Span): number {
  if (participants.size < 2) return 0
  const inside = namesIn(reading, about)
  let shared = 0
  for (const index of inside) if (participants.has(index)) shared += 1
  return shared >= 2 ? 0.8 : 0
}

function pointerWeight({ families }: IssueView, about: string, words: PolarityLexicon, cue: PolarityCue): number {
  const folded = wordsOf(about).map(({ text }) => foldCase(text))
  const [first] = folded
  if (first === undefined || folded.length > 5 || cue.target !== undefined) return 0
  const isPointed = words.is('pointers', first)
  if (folded.length === 1 && isPointed) return 0.8
  const matter = folded.map((word) => words.familiesOf(word)).findLast((found) => found.length > 0)
  if (matter === undefined) return 0
  if (matter.some((family) => family > 0 && families.has(family))) return 0.8
  if (!matter.includes(0)) return 0
  return isPointed ? 0.8 : words.is('determiners', first) ? 0.65 : 0
}

function doerWeight({ doers, isMain }: IssueView, { target, voice }: PolarityCue): number {
  return isMain && voice !== 'reported' && target !== undefined && doers.has(target) ? 0.5 : 0
}
