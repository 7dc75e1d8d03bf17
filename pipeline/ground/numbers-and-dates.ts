import { contentWords, valueKey } from './article-index.ts'
import { type CheckedText, type Fault, listed, messageOf, sentencesNamed, wording } from './checked-text.ts'
import { type DateMention, type DateReading, dateKeys } from './dates.ts'
import { misattachedNumber } from './number-context.ts'
import type { ArticleIndex } from './parsed-text.ts'
import type { Quantity } from './quantity.ts'

const MOST_FAULTS = 3
/** No article says a number so often; the bound is for texts made to be slow. */
const MOST_PLACES = 500

/**
 * Every number, date, weekday and rough amount of the text must occur in the article with its unit, near the sentences that
 * the claim cites, and for the same thing where that can be told.
 */
export function checkNumbersAndDates(text: CheckedText, article: ArticleIndex): Fault[] {
  const inDates = new Set(text.dates.flatMap(({ parts }) => parts))
  const faults = [
    ...text.quantities
      .filter((quantity) => !inDates.has(quantity))
      .map((number) => faultOfNumber(number, text, article)),
    ...text.dates.map((date) => faultOfDate(date, text, article)),
    ...text.tokens.keys().map((at) => faultOfWord(at, text, article)),
  ]
  const told = new Map(faults.flatMap((fault) => (fault === undefined ? [] : [[messageOf(fault), fault] as const])))
  return [...told.values()].slice(0, MOST_FAULTS)
}

function faultOfNumber(number: Quantity, text: CheckedText, article: ArticleIndex): Fault | undefined {
  if (number.isOne) return undefined
  const written = wording(text, number.from, number.to)
  if (number.values.length === 0 && !number.isTime && article.spellings.has(written)) return undefined
  const same = occurrencesOf(number, article)
  if (same.length === 0) return `${named(number)} ${written} is not in the article.${instead(number, text, article)}`
  const alike = same.filter((other) => isCompatible(number, other))
  const [first] = same
  if (alike.length === 0 && first) {
    return `${named(number)} ${written} is not in the article: ${says(first, article)}.`
  }
  return faultOfPlace(number, written, alike, text, article) ?? misattachedNumber(number, alike, text, article)
}

function occurrencesOf({ values, times, isTime }: Quantity, { byValue, byTime }: ArticleIndex): Quantity[] {
  const asTime = times.flatMap((minutes) => byTime.get(minutes)?.slice(0, MOST_PLACES) ?? [])
  if (isTime) return asTime
  return [...values.flatMap((value) => byValue.get(valueKey(value))?.slice(0, MOST_PLACES) ?? []), ...asTime]
}

function isCompatible(claimed: Quantity, found: Quantity): boolean {
  if (claimed.isTime) return true
  if (claimed.isOrdinal !== found.isOrdinal && (claimed.values[0] ?? 0) <= 5 && !(claimed.isDigits && found.isDigits)) {
    return false
  }
  if (claimed.unit !== undefined) return claimed.unit === found.unit || found.shared.includes(claimed.unit)
  if (found.unit === 'percent') return claimed.shared.includes('percent')
  if (claimed.duration === undefined) return true
  return found.unit === undefined && (found.duration === undefined || found.duration === claimed.duration)
}

function named({ unit, isTime, isYear }: Quantity): string {
  if (isTime) return 'The time'
  if (unit === 'percent') return 'The percentage'
  if (unit !== undefined) return 'The amount'
  return isYear ? 'The year' : 'The number'
}

/** What the cited sentences say in its place. */
function instead(number: Quantity, { cited }: CheckedText, article: ArticleIndex): string {
  const there = cited.length > 20 ? [] : cited.flatMap((sentence) => quantitiesIn(sentence, article))
  const kind = (quantity: Quantity) =>
    `${quantity.unit ?? ''} ${quantity.isOrdinal} ${quantity.isTime} ${quantity.isYear}`
  const alike = there
    .filter((other) => !other.isOne && !article.inDates.has(other) && kind(other) === kind(number))
    .slice(0, 3)
  if (alike.length === 0) return ''
  const sentences = [...new Set(alike.map(({ first }) => article.sentenceOf[first] ?? 0))]
  const verb = sentences.length === 1 ? 'says' : 'say'
  const wordings = [...new Set(alike.map(({ from, to }) => wording(article, from, to)))]
  return ` ${sentencesNamed(sentences)} ${verb} ${listed(wordings, 'and')}.`
}

function quantitiesIn(sentence: number, { quantities, starts }: ArticleIndex): Quantity[] {
  const end = starts[sentence + 1] ?? 0
  const found: Quantity[] = []
  for (let at = firstFrom(quantities, starts[sentence] ?? 0); at < quantities.length; at++) {
    const quantity = quantities[at]
    if (quantity === undefined || quantity.first >= end || found.length >= 20) break
    found.push(quantity)
  }
  return found
}

/** Index of the first quantity at or after a token. */
function firstFrom(quantities: readonly Quantity[], token: number): number {
  let low = 0
  let high = quantities.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((quantities[middle]?.first ?? 0) < token) low = middle + 1
    else high = middle
  }
  return low
}

function says(found: Quantity, article: ArticleIndex): string {
  const sentence = article.sentenceOf[found.first] ?? 0
  const next = article.tokens[found.to]
  const to = found.unit === undefined && found.to === found.next && next?.kind === 'word' ? found.to + 1 : found.to
  return `sentence ${sentence + 1} says “${wording(article, found.from, to)}”`
}

/** A figure is to be found where the claim points: in a cited sentence or beside one. */
function faultOfPlace(
  number: Quantity,
  written: string,
  found: readonly Quantity[],
  text: CheckedText,
  article: ArticleIndex,
): Fault | undefined {
  const { cited } = text
  const [value = 0] = number.values
  const isFigure = number.unit !== undefined || value > 10 || !Number.isInteger(value)
  if (cited.length === 0 || !isFigure || number.isOrdinal || number.isYear) return undefined
  const places = found.map(({ first }) => article.sentenceOf[first] ?? 0)
  const near = new Set(cited.flatMap((sentence) => [sentence - 1, sentence, sentence + 1]))
  if (places.some((place) => near.has(place))) return undefined
  const where = sentencesNamed(places.slice(0, 3))
  const message = `${named(number)} ${written} is not in the cited ${sentencesNamed(cited).toLowerCase()}; it stands in ${where.toLowerCase()}. Cite where it stands.`
  return { message, cite: mostLike(text, places.slice(0, MOST_PLACES_COMPARED), article), inPlace: false }
}

const MOST_PLACES_COMPARED = 20

/** Of several sentences with the figure the one that shares most words with the text. */
function mostLike({ tokens }: CheckedText, places: readonly number[], article: ArticleIndex): number {
  const wanted = contentWords(tokens, article.lexicon).map(article.stem)
  const shared = (place: number) => wanted.filter((stem) => article.contentOf(place).has(stem)).length
  const [best = 0] = [...places].sort((a, b) => shared(b) - shared(a) || a - b)
  return best
}

function faultOfDate(date: DateMention, text: CheckedText, article: ArticleIndex): string | undefined {
  const isFound = (reading: DateReading) => dateKeys(reading).some((key) => article.dateKeys.has(key))
  // Three parts are one day that may be read in two ways; otherwise each reading is a day of its own ("3 and 4 June").
  if (date.parts.length === 3 && date.readings.some(isFound)) return undefined
  if (date.readings.every(isFound)) return undefined
  const [wanted] = date.readings
  const near = article.dates.find(({ readings }) => readings.some(({ month }) => month === wanted?.month))
  const found = near
    ? ` Sentence ${(article.sentenceOf[near.from] ?? 0) + 1} says ${wording(article, near.from, near.to)}.`
    : ''
  return `The date ${wording(text, date.from, date.to)} is not in the article.${found}`
}

/** A weekday, or a rough amount ("thousands"). */
function faultOfWord(at: number, text: CheckedText, article: ArticleIndex): string | undefined {
  const token = text.tokens[at]
  if (token?.kind !== 'word') return undefined
  const { lexicon } = article
  const weekday = token.fold.length > 4 ? lexicon.weekdays.get(token.fold) : undefined
  if (weekday !== undefined && isWeekday(at, text, article)) {
    return article.weekdays.has(weekday) ? undefined : `The day ${token.text} is not in the article.`
  }
  const amount = lexicon.vague.get(token.fold)
  if (amount === undefined || article.words.has(token.fold) || article.largest >= amount) return undefined
  return `“${token.text}” is not in the article, nor a number of that size.`
}

/** Portuguese weekdays are ordinals unless "-feira" follows. */
function isWeekday(at: number, { tokens }: CheckedText, { lexicon }: ArticleIndex): boolean {
  const fold = tokens[at]?.fold ?? ''
  return lexicon.ordinals.get(fold) === undefined || tokens[at + 2]?.fold === 'feira'
}
