import type { Sentence, Span } from '../schema/span.ts'
import { abbreviationKind } from './abbreviations.ts'
import { characterAt, isDigit, isLetter, isLowerCase, isSpace, isUpperCase } from './characters.ts'
import { foldCase } from './fold-case.ts'
import { paragraphsOf } from './paragraphs.ts'
import { isCommonCue } from './quotation-cues.ts'
import { isSentenceStarter } from './sentence-starters.ts'
import { trimSpan } from './trim-span.ts'
import { firstWordsOf, type Word } from './words.ts'

// Every look forward or back is bounded by this, which keeps the time linear on any input.
const LOOK = 60

/**
 * The sentences of a text, in order, without overlap, trimmed; every character but white space is in one of them.
 * A line break always ends a sentence. Never throws; takes linear time on any input.
 *
 * `language` (BCP 47) chooses abbreviations and the meaning of "3." before a capital (German ordinals); the default is
 * English.
 */
export function segment(text: string, language = 'en'): Sentence[] {
  const manner = { language: primary(language), caseless: isCaseless(text) }
  return paragraphsOf(text)
    .flatMap((paragraph) => splitLine(text, paragraph, manner))
    .map((span, index) => ({ index, ...span }))
}

type Manner = { readonly language: string; readonly caseless: boolean }

/** A possible end of a sentence: its mark, and what stands after the mark's closing quotes and brackets. */
type Candidate = {
  readonly line: string
  readonly sentenceStart: number
  /** The full stop or other mark, as in "?!". */
  readonly mark: string
  readonly markStart: number
  /** End of the closing quotes and brackets after the mark. */
  readonly end: number
  readonly closers: string
  readonly next: Next
}

/** What follows: white space or not, marks that open something, and the first letter or digit. */
type Next = { readonly spaced: boolean; readonly openers: string; readonly start: number; readonly first: string }

function primary(language: string): string {
  return language.toLowerCase().split('-')[0] ?? 'en'
}

/** Texts without any capital (tokenised and lower-cased corpora, chat): a lower-case letter may begin a sentence. */
function isCaseless(text: string): boolean {
  const sample = text.slice(0, 10_000)
  return !/\p{Lu}/u.test(sample) && /\p{Ll}/u.test(sample)
}

// Full stops may be spaced ("word ." or ". . ."); a bullet within a line begins an item.
const MARK = /\.(?:[ \u00A0]?\.){1,20}|[.!?…‼⁇⁈⁉。！？．｡।॥؟۔]+|(?<=\s)[•▪●‣◦](?=\s)/g
const BULLET = /^[•▪●‣◦]/
const FULL_WIDTH = /^[。！？．｡।॥؟۔]/

function splitLine(text: string, paragraph: Span, manner: Manner): Span[] {
  const line = text.slice(paragraph.start, paragraph.end)
  const pieces: Span[] = []
  let start = 0
  for (const end of boundariesOf(line, manner)) {
    pieces.push(trimSpan(line, { start, end }))
    start = end
  }
  pieces.push(trimSpan(line, { start, end: line.length }))
  return pieces.map((piece) => ({ start: paragraph.start + piece.start, end: paragraph.start + piece.end }))
}

function* boundariesOf(line: string, manner: Manner): Generator<number> {
  const isInStraightQuote = straightQuoteCounter(line)
  let sentenceStart = 0
  for (const match of line.matchAll(MARK)) {
    const markStart = match.index
    if (markStart < sentenceStart) continue
    const mark = match[0]
    const end = BULLET.test(mark) ? markStart : endOfClosers(line, markStart + mark.length, isInStraightQuote)
    const closers = line.slice(markStart + mark.length, end)
    const candidate = { line, sentenceStart, mark, markStart, end, closers, next: nextOf(line, end) }
    if (!endsSentence(candidate, manner)) continue
    yield end
    sentenceStart = end
  }
}

/** Says whether the number of straight double quotes before an offset is odd. Offsets must rise, so the whole is linear. */
function straightQuoteCounter(line: string): (offset: number) => boolean {
  let counted = 0
  let isOpen = false
  return (offset) => {
    for (; counted < offset; counted += 1) if (line.charAt(counted) === '"') isOpen = !isOpen
    return isOpen
  }
}

const CLOSER = /[”’»›"'“‘«‹)\]}」』）】〉》〕]/
const SPACED_CLOSER = /[ \u00A0\u202F](?:''|[”»)\]]|"|-RRB-)(?=[\s.,;:!?”»)]|$)/y
const FOOTNOTE = /\[\d{1,3}\]/y

function endOfClosers(line: string, from: number, isInStraightQuote: (offset: number) => boolean): number {
  let end = from
  for (;;) {
    const length = attachedCloser(line, end) || spacedCloser(line, end, isInStraightQuote)
    if (length === 0) return end
    end += length
  }
}

/** Length of a closing mark right at the offset; a quote before a letter opens instead ("said.“The"). */
function attachedCloser(line: string, at: number): number {
  const footnote = lengthAt(FOOTNOTE, line, at)
  if (footnote > 0) return footnote
  const character = line.charAt(at)
  if (!CLOSER.test(character)) return 0
  if (/[”)\]}」』）】〉》〕]/.test(character)) return 1
  return isLetter(characterAt(line, at + 1)) || isDigit(characterAt(line, at + 1)) ? 0 : 1
}

/** Length of a closing mark after a space, as in French (« A. ») and in tokenised text (A . ''). */
function spacedCloser(line: string, at: number, isInStraightQuote: (offset: number) => boolean): number {
  const length = lengthAt(SPACED_CLOSER, line, at)
  const isStraight = length > 0 && line.charAt(at + 1) === '"'
  return isStraight && !isInStraightQuote(at + 1) ? 0 : length
}

function lengthAt(sticky: RegExp, line: string, at: number): number {
  sticky.lastIndex = at
  return sticky.exec(line)?.[0].length ?? 0
}

const OPENER = /[“"'‘`«„‚‹»›([{¿¡—–\-―「『（【〈《*#•▪●‣◦]/

function nextOf(line: string, end: number): Next {
  let at = end
  let openers = ''
  while (at < line.length && at - end < LOOK) {
    const character = characterAt(line, at)
    if (OPENER.test(character)) openers += character
    else if (!isSpace(character)) return { spaced: isSpace(line.charAt(end)), openers, start: at, first: character }
    at += character.length
  }
  return { spaced: isSpace(line.charAt(end)), openers, start: at, first: '' }
}

function endsSentence(candidate: Candidate, manner: Manner): boolean {
  return (
    candidate.next.first !== '' &&
    !isPunctuation(candidate.next.first) &&
    decides(candidate, manner) &&
    hasWord(candidate.line, candidate.sentenceStart, candidate.end)
  )
}

/** Marks that go on with what stands before them: they begin no sentence. */
function isPunctuation(character: string): boolean {
  return /[.,;:!?…%)\]}”’。、，；：]/.test(character)
}

function decides(candidate: Candidate, manner: Manner): boolean {
  const { mark, next, closers, line } = candidate
  if (BULLET.test(mark)) return true
  if (isInsideBrackets(candidate, manner)) return false
  if (FULL_WIDTH.test(mark)) return !(closesQuote(closers) && leadsToCue(line, next.start))
  if (!next.spaced) return startsWithoutSpace(candidate)
  if (!looksLikeStart(candidate, manner)) return false
  if (closesQuote(closers) && (/^[—–―-]/.test(next.openers) || leadsToCue(line, next.start))) return false
  if (mark !== '.') return !endsName(candidate)
  return !isAbbreviated(candidate, manner) && !isOrdinal(candidate, manner) && !isDateline(candidate)
}

/** "[…]", "(!)": the mark is a remark on the sentence. So is an exclamation in brackets that began within the sentence. */
function isInsideBrackets(candidate: Candidate, manner: Manner): boolean {
  const { line, mark, markStart, closers, sentenceStart } = candidate
  if (!/^[”’"']*[)\]]/.test(closers)) return false
  if (/[([]/.test(line.charAt(markStart - 1))) return !isStarter(candidate, manner)
  if (mark === '.' || FULL_WIDTH.test(mark)) return false
  const from = Math.max(sentenceStart, markStart - 5 * LOOK)
  const opening = Math.max(line.slice(from, markStart).lastIndexOf('('), line.slice(from, markStart).lastIndexOf('['))
  return opening >= 0 && hasWord(line, sentenceStart, from + opening)
}

function closesQuote(closers: string): boolean {
  return /[”’»›"'“‘«‹」』]/.test(closers)
}

// After a cue come the end of its clause, an object or a time, hardly ever a clause of its own.
const CUE_CLAUSE_END =
  /^(?:[.,:;?!…—–]|$|"|“|„|«|(?:on|in|at|during|after|before|when|as|of|him|her|me|them|us|to|am|vom|le|en|el|em)(?![\p{L}\p{M}]))/iu

const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/**
 * “Is it over?” Anna Meyer asked. — the words after the quotation are its cue: a verb of saying among the first four,
 * and then the end of the clause.
 */
function leadsToCue(line: string, from: number): boolean {
  const ahead = line.slice(from, from + LOOK)
  if (/^(?:と|って|[\p{Script=Han}]{0,4}(?:说|說|道|表示|问|問|称|稱))/u.test(ahead)) return true
  if (UNSPACED.test(ahead)) return false
  const words = firstWordsOf(ahead, 5)
  const place = words.findIndex((word) => isCommonCue(foldCase(word.text)))
  const cue = words[place]
  if (cue === undefined || /[.,:;!?]/.test(ahead.slice(0, cue.start))) return false
  return CUE_CLAUSE_END.test(ahead.slice(cue.end).trim()) || isInverted(words, place)
}

/** The verb first, then a name or a pronoun, as in «…», dit M. Macron or "…?" sagte er. */
function isInverted(words: readonly Word[], place: number): boolean {
  const first = words[0]
  return place === 0 && first !== undefined && isLowerCase(first.text)
}

/** Pages that lost a space: "he said.The next day", "he said.“The…". */
function startsWithoutSpace({ line, mark, markStart, end, closers, next }: Candidate): boolean {
  if (/[“«¿¡„]/.test(next.openers)) return next.start > end
  if (next.start !== end || mark !== '.') return false
  const before = /\S{0,30}$/.exec(line.slice(Math.max(0, markStart - 30), markStart))?.[0] ?? ''
  const after = /^\S{0,30}/.exec(line.slice(end, end + 30))?.[0] ?? ''
  if (closers !== '') return isUpperCase(after) && /^.\p{Ll}/u.test(after) && closesQuote(closers)
  return /^\p{L}?[\p{Ll}’'-]*\p{Ll}{2}$/u.test(before) && /^\p{Lu}\p{Ll}+[,’']?\p{L}*$/u.test(after)
}

/** A capital, a digit, or a letter of a script without cases; quotation marks and brackets before it stand for a start too. */
function looksLikeStart({ line, mark, closers, next }: Candidate, { caseless }: Manner): boolean {
  if (isLowerCase(next.first) && !caseless) {
    if (/^\p{Ll}\p{Lu}/u.test(line.slice(next.start, next.start + 4))) return true
    return mark === '.' && closers === '' && /[“«„"¿¡]/.test(next.openers) && !/^[—–-]/.test(next.openers)
  }
  return true
}

/** Names that end in a mark: "Yahoo! Sports". */
function endsName({ line, mark, markStart, closers }: Candidate): boolean {
  return (
    mark === '!' && closers === '' && /(?:Yahoo|Jeopardy)$/.test(line.slice(Math.max(0, markStart - 10), markStart))
  )
}

const SPACED_ABBREVIATION =
  /(?:^|[^\p{L}])(?:[zdusiomv]\. ?[abhdäoBEUAT]|z\. ?Zt|o\. ?ä|u\. ?a|p\. ?ej|c\.-à-d|i\. ?e|e\. ?g)$/u
const DOTTED = /^(?:\p{L}\.)+\p{L}$/u
const CLOCK = /^[ap]\.m$/i
const ZONE_OR_DAY =
  /^(?:[A-Z]{1,2}[SD]?T|UTC|GMT|Eastern|Pacific|Central|Mountain|Local|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September|October|November|December))\b/

function isAbbreviated(candidate: Candidate, manner: Manner): boolean {
  const { line, markStart, closers, next } = candidate
  const word = wordBefore(line, markStart)
  if (word === '' || closesQuote(closers)) return false
  const beforeMark = line.slice(Math.max(0, markStart - 12), markStart)
  if (SPACED_ABBREVIATION.test(beforeMark)) return manner.language !== 'en' || !isStarter(candidate, manner)
  const kind = abbreviationKind(word, manner.language)
  if (kind === 'title') return closers === ''
  if (kind === 'number')
    return (
      isDigit(next.first) || /^(?:§|(?:[IVX]{2,}|[VX])(?![\p{L}\p{N}]))/u.test(line.slice(next.start, next.start + 8))
    )
  if (CLOCK.test(word)) return ZONE_OR_DAY.test(line.slice(next.start, next.start + 12))
  if (/^(?:etc|usw|usf|ecc|al)$/.test(word)) return false
  if (kind === 'open' || looksAbbreviated(word)) return !isStarter(candidate, manner)
  return false
}

/** Dotted letters (U.S., z.B.), one letter (J.), doubled capitals (EE. UU.) and short words without a vowel (Pvt). */
function looksAbbreviated(word: string): boolean {
  return (
    DOTTED.test(word) ||
    /^\p{L}$/u.test(word) ||
    /^(\p{Lu})\1$/u.test(word) ||
    /^[BCDFGHJKLMNPQRSTVWXZ][bcdfghjklmnpqrstvwxz]{1,3}$/.test(word)
  )
}

function wordBefore(line: string, offset: number): string {
  return (
    /[\p{L}\p{M}\p{N}§º°ª](?:[\p{L}\p{M}\p{N}º°ª.’'-])*$/u.exec(line.slice(Math.max(0, offset - 24), offset))?.[0] ?? ''
  )
}

/** The next word begins sentences, and is no initial itself ("J. A. Smith"). */
function isStarter({ line, next }: Candidate, { language }: Manner): boolean {
  if (/[“"«„¿¡‘]/.test(next.openers)) return true
  if (/[(—–-]/.test(next.openers)) return false
  const ahead = line.slice(next.start, next.start + LOOK)
  const word = /^[\p{L}\p{M}]+/u.exec(ahead)?.[0] ?? ''
  return isSentenceStarter(word, language) && !(word.length === 1 && ahead.charAt(1) === '.')
}

const ORDINAL_LANGUAGES = new Set([
  'de',
  'da',
  'no',
  'nb',
  'nn',
  'fi',
  'et',
  'cs',
  'sk',
  'hu',
  'sl',
  'hr',
  'sr',
  'bs',
  'lv',
  'tr',
  'is',
])
const BEFORE_ORDINAL =
  /(?:^|\s)(?:der|die|das|dem|den|des|am|im|vom|zum|zur|beim|ein|eine|einen|einem|einer|seinen|seinem|seine|ihren|ihrem|ihre|unseren|jeder|jedes|und|oder|bis|ab|seit|dieses|diesem|dieser|jährlich|heute|morgen|gestern|nach dem|vor dem|\w+tag,?) $/i
const GERMAN_MONTH = /^(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)/

/** "3. Oktober", "der 12. Bundestag"; in every language the number of a list item ("1. Peace talks"). */
function isOrdinal(candidate: Candidate, { language }: Manner): boolean {
  const { line, markStart, sentenceStart, next, closers } = candidate
  const number = /(?:^|[^\p{L}\p{N}.,:])(\d{1,3}|[IVX]{1,6})$/u.exec(
    line.slice(Math.max(sentenceStart, markStart - 8), markStart),
  )?.[1]
  if (number === undefined || closers !== '') return false
  if (line.slice(sentenceStart, markStart).trim().length === number.length) return true
  if (!ORDINAL_LANGUAGES.has(language)) return false
  if (GERMAN_MONTH.test(line.slice(next.start, next.start + 4))) return true
  const before = line.slice(Math.max(0, markStart - number.length - 24), markStart - number.length)
  return BEFORE_ORDINAL.test(before) || (number.length < 3 && !isStarter(candidate, { language, caseless: false }))
}

/** "ST. LOUIS. — The", "FAIRVIEW, W.Va. - The": capitals at the start of the line up to a dash are a place. */
function isDateline({ line, sentenceStart, end, next }: Candidate): boolean {
  if (!/^[—–-]/.test(next.openers) || end - sentenceStart > LOOK) return false
  return /^\p{Lu}[\p{Lu}’'.-]+[\s,]/u.test(line.slice(sentenceStart, end + 1).trimStart())
}

/** The first word is found at once in writing, so the time stays linear: a boundary follows, and the next look starts there. */
function hasWord(line: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const character = characterAt(line, at)
    if (isLetter(character) || isDigit(character)) return true
  }
  return false
}
