import type { Reading } from '../schema/reading.ts'
import type { Span } from '../schema/span.ts'
import { foldCase } from '../text/fold-case.ts'
import { wordsOf } from '../text/words.ts'
import type { IssueView } from './issue-view.ts'
import type { Named } from './mentions-by-sentence.ts'
import { isFormer } from './moods.ts'
import { type PolarityLexicon, polarityLexiconOf } from './polarity-lexicon.ts'
import { spokespeopleIn } from './spokespeople.ts'
import { isContentWord, termOf } from './terms.ts'

/** A position on an issue that somebody's own words show. `at` is where they start. */
export type Talk = {
  name: number
  sentence: number
  at: number
  polarity: 'positive' | 'negative'
  strength: number
}

const MAX_SENTENCES = 12
/** Characters of a sentence that are read: contents can overlap in a sentence without end. */
const MAX_LENGTH = 600
const OF_ITSELF = 0.65

/**
 * What speakers say of an issue in their own words: a sentence of theirs that judges ("long overdue", "a mistake", "we will appeal") and
 * is about it: it names the matter, points to it ("this", "it") or, for a phrase that tells a position by itself, names
 * nobody else. Sentences that judge both ways tell nothing. Linear in the length of the attributions.
 */
export function talkOn(reading: Reading, view: IssueView): Talk[] {
  const lexicon = reading.hasWordLists ? polarityLexiconOf(reading.language) : undefined
  if (lexicon === undefined) return []
  const key = keyTerms(reading, view)
  const spokespeople = spokespeopleIn(reading)
  return reading.attributions.flatMap(({ speaker, content, sentence, kind, cue }) => {
    if (speaker === undefined || isOutlet(reading, speaker, lexicon)) return []
    if (cue !== undefined && isFormer(reading, { sentence, start: cue.start })) return []
    const isDoer = view.doers.has(spokespeople.get(speaker) ?? speaker)
    return piecesOf(reading, content, sentence).flatMap(({ index, span }): Talk[] => {
      const words = spokenWords(reading, span)
      const { score, isOwn } = verdictOf(words, lexicon)
      // Who does something, or speaks for him, blames others for it and not the deed.
      if (Math.abs(score) < 0.5 || (isDoer && score < 0) || isAbstention(words, lexicon) || isPreference(words))
        return []
      // Of a few quoted words the sentence around them tells what they are about.
      const isPart =
        kind === 'mixed' && /^[\p{Ll}'‘’"“«]*\p{Ll}/u.test(reading.article.text.slice(span.start, span.end))
      const around = isPart ? widened(span, reading.sentences[index] ?? span) : span
      const others = strangersIn(view.namedIn(index), { span: around, view, speaker })
      if (isPart && others) return []
      const context = isPart ? spokenWords(reading, around) : words
      const weight = topicWeight(context, { view, key, lexicon, others, isOwn: isOwn && !isPart })
      const strength = OF_ITSELF * Math.min(1, Math.abs(score)) * weight
      const isAgainst = words.some((word) => view.against.has(termOf(word)))
      const polarity = score > 0 !== isAgainst ? 'positive' : 'negative'
      return weight === 0 ? [] : [{ name: speaker, sentence: index, at: span.start, polarity, strength }]
    })
  })
}

function widened({ start, end }: Span, sentence: Span): Span {
  return { start: Math.max(sentence.start, start - MAX_LENGTH), end: Math.min(sentence.end, end + MAX_LENGTH) }
}

/** "according to the Times": who only passes on what others hold. */
function isOutlet({ names }: Reading, speaker: number, lexicon: PolarityLexicon): boolean {
  const last = foldCase(names[speaker]?.name ?? '')
    .split(' ')
    .at(-1)
  return lexicon.is('outlets', last ?? '')
}

function isAbstention(words: readonly string[], { abstentions }: PolarityLexicon): boolean {
  const spoken = words.join(' ')
  return abstentions.some((phrase) => phrase !== '' && spoken.includes(phrase))
}

/** "I would rather be called inconsistent than …": what one of the two is called tells nothing. */
function isPreference(words: readonly string[]): boolean {
  return words.includes('rather') && (words.includes('would') || words.includes("i'd") || words.includes("we'd"))
}

function piecesOf({ sentences }: Reading, content: Span, from: number): { index: number; span: Span }[] {
  const near = sentences.slice(from, from + MAX_SENTENCES)
  return near.flatMap(({ index, start, end }) => {
    const first = Math.max(start, content.start)
    const span = { start: first, end: Math.min(end, content.end, first + MAX_LENGTH) }
    return span.end > span.start ? [{ index, span }] : []
  })
}

function spokenWords({ article }: Reading, { start, end }: Span): string[] {
  return wordsOf(article.text.slice(start, end)).map(({ text }) => foldCase(text).replaceAll('’', "'"))
}

/** Terms of the issue that the article comes back to: the others are its circumstances ("Tuesday", "ten-year"). */
function keyTerms({ article, names, sentences }: Reading, { terms }: IssueView): ReadonlySet<string> {
  const counts = new Map<string, number>()
  const named = new Set(names.flatMap(({ name }) => wordsOf(name).map(({ text }) => termOf(text))))
  for (const { start, end } of sentences) {
    const here = new Set(wordsOf(article.text.slice(start, end)).map(({ text }) => termOf(text)))
    for (const term of here) if (terms.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1)
  }
  return new Set([...counts].flatMap(([term, count]) => (count > 1 && !named.has(term) ? [term] : [])))
}

const WORD = 0.6
const DENIED_BLAME = 0.3
const REACH = 3

/** −1..1 and beyond: how the words judge. `isOwn`: a phrase among them tells the position of whoever speaks. */
function verdictOf(words: readonly string[], lexicon: PolarityLexicon): { score: number; isOwn: boolean } {
  let praise = 0
  let blame = 0
  let isOwn = false
  const count = (value: number) => {
    if (value > 0) praise += value
    else blame -= value
  }
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const phrase = lexicon.verdictAt(words, at)
    const before = words.slice(Math.max(0, at - REACH), at)
    const isNegated = [...before, words[at + (phrase?.length ?? 1)] ?? ''].some((each) => lexicon.is('negations', each))
    if (phrase) {
      isOwn ||= isPosition(words.slice(at, at + phrase.length), words.length, lexicon)
      count(isNegated ? (phrase.value > 0 ? -0.6 : DENIED_BLAME) * Math.abs(phrase.value) : phrase.value)
      at += phrase.length - 1
    } else if (lexicon.familiesOf(word).length === 0 && !lexicon.is('circumstances', word)) {
      if (lexicon.is('praising', word)) count(isNegated ? -WORD : WORD)
      else if (lexicon.is('damning', word)) count(isNegated ? DENIED_BLAME : -WORD)
    }
  }
  const isTorn = Math.min(praise, blame) >= 0.5 * Math.max(praise, blame)
  return { score: isTorn ? 0 : praise - blame, isOwn }
}

const SHORT = 6

/** "we welcome", "stop it", or hardly more than the phrase: it needs no matter beside it. */
function isPosition(phrase: readonly string[], length: number, lexicon: PolarityLexicon): boolean {
  return length <= SHORT || phrase.some((word) => lexicon.is('firstPerson', word) || lexicon.is('pointers', word))
}

type Around = { span: Span; view: IssueView; speaker: number }

/** Whether somebody is named who neither speaks nor takes part in the issue. */
function strangersIn(named: readonly Named[], { span, view, speaker }: Around): boolean {
  return named.some(
    ({ name, mention }) =>
      name.canAct &&
      name.index !== speaker &&
      mention.form !== 'pronoun' &&
      !view.participants.has(name.index) &&
      mention.start >= span.start &&
      mention.end <= span.end,
  )
}

type Topic = {
  view: IssueView
  key: ReadonlySet<string>
  lexicon: PolarityLexicon
  others: boolean
  isOwn: boolean
}

function topicWeight(words: readonly string[], { view, key, lexicon, others, isOwn }: Topic): number {
  const isNamed = words.some(
    (word) =>
      (isContentWord(word) && key.has(termOf(word))) ||
      (view.isMain && lexicon.familiesOf(word).some((family) => family > 0 && view.families.has(family))),
  )
  if (isNamed) return others ? 0.7 : 1
  if (!view.isMain) return 0
  if (pointsBack(words, lexicon)) return others ? 0.5 : 0.85
  return isOwn && !others ? 0.7 : 0
}

/** "This is …", "I think it is …", "the move is …": not "this man". */
function pointsBack(words: readonly string[], lexicon: PolarityLexicon): boolean {
  return words.slice(0, 4).some((word, at) => {
    const bare = word.replace(/'(?:s|d|ll)$/, '')
    const next = words[at + 1] ?? ''
    if (lexicon.familiesOf(next).includes(0)) return lexicon.is('determiners', bare)
    if (!lexicon.is('pointers', bare)) return false
    return bare !== word || lexicon.is('auxiliaries', next) || lexicon.is('be', next) || at === words.length - 1
  })
}
