import type { Lexicon } from './lexicon/lexicon.ts'
import type { Quantity } from './quantity.ts'
import { isGlued, type Token } from './tokens.ts'

/** A day, or a month, that a text names. Numbers of the day and year are indexes into the text's quantities. */
export type DateMention = {
  from: number
  to: number
  /** 1 to 12; two where day and month may be swapped. */
  readings: DateReading[]
  /** Quantities that belong to the date and are no numbers of their own. */
  parts: Quantity[]
}

export type DateReading = { month: number; day?: number; year?: number }

/**
 * Keys that an article's date has in common with a claim of it. The article may leave out the year that the claim gives, and
 * the claim the year or the day that the article gives.
 */
export function dateKeys({ month, day, year }: DateReading): string[] {
  return year === undefined ? [`${month} ${day} any`] : [`${month} ${day} ${year}`, `${month} ${day} none`]
}

/** The keys by which claims find a date of the article. */
export function keysOfFound({ month, day, year }: DateReading): string[] {
  const days = day === undefined ? [undefined] : [day, undefined]
  return days.flatMap((some) => [`${month} ${some} any`, `${month} ${some} ${year ?? 'none'}`])
}

const FILLERS = new Set(['.', 'of', 'de', 'del', 'do', 'd'])
const LINKS = new Set(['-', '–', '—', ',', 'and', 'to', 'or', 'und', 'bis', 'y', 'a', 'al', 'e', 'et', 'au', 'ou'])

/** The dates of a text with a month in them: "June 3", "3 June 2024", "3. Juni", "2024-06-03", "March". */
export function datesOf(tokens: readonly Token[], quantities: readonly Quantity[], lexicon: Lexicon): DateMention[] {
  const startingAt = new Map(quantities.map((quantity) => [quantity.first, quantity]))
  const endingAt = new Map(quantities.map((quantity) => [quantity.next, quantity]))
  const dates: DateMention[] = []
  for (const [at, token] of tokens.entries()) {
    const date =
      token.kind === 'word'
        ? namedDate(tokens, at, { startingAt, endingAt, lexicon })
        : numericDate(tokens, at, startingAt)
    if (date) dates.push(date)
  }
  return dates
}

type Around = {
  startingAt: ReadonlyMap<number, Quantity>
  endingAt: ReadonlyMap<number, Quantity>
  lexicon: Lexicon
}

function namedDate(tokens: readonly Token[], at: number, around: Around): DateMention | undefined {
  const { lexicon } = around
  const fold = tokens[at]?.fold ?? ''
  const long = lexicon.months.get(fold)
  const month = long ?? lexicon.shortMonths.get(fold)
  if (month === undefined) return undefined
  const before = daysBefore(tokens, at, around)
  const after = before.length > 0 ? [] : daysAfter(tokens, at, around)
  const days = [...before, ...after]
  const year = yearAfter(tokens, after.at(-1)?.to ?? at + 1, around)
  const isAlone = days.length === 0 && year === undefined
  if (isAlone && (long === undefined || isOtherWord(tokens, at))) return undefined
  const dated = days.map((day) => ({ month, day: day.values[0], year: year?.values[0] }))
  return {
    from: Math.min(at, ...days.map((day) => day.from)),
    to: Math.max(at + 1, ...after.map((day) => day.to)),
    readings: dated.length > 0 ? dated : [{ month, year: year?.values[0] }],
    parts: days,
  }
}

/** "May" and "March" at the start of a sentence, and in lower case, are verbs. */
function isOtherWord(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token?.fold !== 'may' && token?.fold !== 'march') return false
  return !token.capital || at === 0 || /^[.!?"“:]$/.test(tokens[at - 1]?.text ?? '')
}

function daysBefore(tokens: readonly Token[], at: number, { endingAt }: Around): Quantity[] {
  const days: Quantity[] = []
  let end = at
  while (!endingAt.has(end) && FILLERS.has(tokens[end - 1]?.fold ?? '')) end -= 1
  while (days.length < 6) {
    const day = endingAt.get(end)
    if (day === undefined || !isDay(day)) break
    days.unshift(day)
    end = day.from
    if (!LINKS.has(tokens[end - 1]?.fold ?? '')) break
    end -= 1
  }
  return days
}

function daysAfter(tokens: readonly Token[], at: number, { startingAt }: Around): Quantity[] {
  const days: Quantity[] = []
  let start = tokens[at + 1]?.text === '.' ? at + 2 : at + 1
  while (days.length < 6) {
    const day = startingAt.get(start)
    if (day === undefined || !isDay(day)) break
    days.push(day)
    start = day.to
    if (!LINKS.has(tokens[start]?.fold ?? '')) break
    start += 1
  }
  return days
}

function isDay({ values: [value = 0], unit, scale }: Quantity): boolean {
  return Number.isInteger(value) && value >= 1 && value <= 31 && unit === undefined && scale === 1
}

function yearAfter(tokens: readonly Token[], at: number, { startingAt }: Around): Quantity | undefined {
  let start = at
  while (/^(,|de|del)$/.test(tokens[start]?.fold ?? '')) start += 1
  const year = startingAt.get(start)
  return year?.isYear ? year : undefined
}

/** "2024-06-03", "3/6/2024" (day and month either way), "3.6.2024". */
function numericDate(
  tokens: readonly Token[],
  at: number,
  startingAt: ReadonlyMap<number, Quantity>,
): DateMention | undefined {
  const token = tokens[at]
  if (token?.kind !== 'number') return undefined
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(token.text)
  const own = startingAt.get(at)
  if (dotted && own) return { from: at, to: at + 1, readings: eitherWay(dotted.slice(1).map(Number)), parts: [own] }
  const [first, , second, , third] = tokens.slice(at, at + 5)
  if (first === undefined || second === undefined || third === undefined) return undefined
  if (!isJoined(tokens, at)) return undefined
  const numbers = [first, second, third].map(({ text }) => Number(text))
  const parts = [at, at + 2, at + 4].flatMap((place) => startingAt.get(place) ?? [])
  if (first.text.length === 4) numbers.reverse()
  const readings = first.text.length === 4 ? eitherWay(numbers).slice(0, 1) : eitherWay(numbers)
  return readings.length === 0 || !numbers.every(Number.isInteger)
    ? undefined
    : { from: at, to: at + 5, readings, parts }
}

function isJoined(tokens: readonly Token[], at: number): boolean {
  const mark = tokens[at + 1]?.text
  if ((mark !== '/' && mark !== '-') || tokens[at + 3]?.text !== mark) return false
  return [1, 2, 3, 4].every((step) => isGlued(tokens[at + step - 1], tokens[at + step]))
}

function eitherWay([a = 0, b = 0, year = 0]: readonly number[]): { month: number; day: number; year: number }[] {
  const full = year < 100 ? 2000 + year : year
  return [
    { day: a, month: b, year: full },
    { day: b, month: a, year: full },
  ].filter(({ day, month }) => day >= 1 && day <= 31 && month >= 1 && month <= 12)
}
