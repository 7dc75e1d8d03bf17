import type { Lexicon } from './lexicon/lexicon.ts'
import { numberValues } from './number-values.ts'
import { wordNumber } from './number-words.ts'
import type { Quantity } from './quantity.ts'
import { addTime, addUnit, shareUnits } from './quantity-units.ts'
import { isGlued, type Token } from './tokens.ts'

/** The numbers of a text in order; dates are told apart later (`datesOf`). */
export function quantitiesOf(tokens: readonly Token[], lexicon: Lexicon): Quantity[] {
  const quantities: Quantity[] = []
  for (let at = 0; at < tokens.length; ) {
    const quantity = quantityAt(tokens, at, lexicon)
    if (quantity) quantities.push(quantity)
    at = quantity ? Math.max(at + 1, quantity.to) : at + 1
  }
  shareUnits(tokens, quantities)
  return quantities
}

function quantityAt(tokens: readonly Token[], at: number, lexicon: Lexicon): Quantity | undefined {
  const token = tokens[at]
  if (token?.kind === 'mark') return fractionMark(token, at)
  if (token?.kind === 'number') return isGluedToLetter(tokens, at) ? undefined : inDigits(tokens, at, lexicon)
  return token === undefined ? undefined : inWords(tokens, at, lexicon)
}

/** "A320", "Q3": a name, not a number. */
function isGluedToLetter(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  return before?.kind === 'word' && isGlued(before, tokens[at])
}

function fractionMark(token: Token, at: number): Quantity | undefined {
  const value = { '½': 0.5, '¼': 0.25, '¾': 0.75, '⅓': 1 / 3, '⅔': 2 / 3 }[token.text]
  return value === undefined ? undefined : plain(at, at + 1, [value])
}

function plain(first: number, next: number, values: number[]): Quantity {
  return {
    from: first,
    to: next,
    first,
    next,
    values,
    times: [],
    isTime: false,
    isOrdinal: false,
    isDigits: false,
    isYear: false,
    isOne: false,
    scale: 1,
    shared: [],
  }
}

function inDigits(tokens: readonly Token[], at: number, lexicon: Lexicon): Quantity {
  const token = tokens[at]
  const { values, times } = numberValues(token?.text ?? '', lexicon)
  const quantity: Quantity = {
    ...plain(at, at + 1, values),
    times,
    isDigits: true,
    isYear: /^(?:1[5-9]|20)\d\d$/.test(token?.text ?? ''),
    isTime: token?.text.includes(':') ?? false,
  }
  joinSpacedThousands(tokens, quantity, lexicon)
  scaleUp(tokens, quantity, lexicon)
  addOrdinal(tokens, quantity, lexicon)
  addUnit(tokens, quantity, lexicon)
  addTime(tokens, quantity)
  addCentury(tokens, quantity)
  return quantity
}

/** "the 90s" and "2023-24" leave a century out. */
function addCentury(tokens: readonly Token[], { first, next, values }: Quantity): void {
  const [value = 0] = values
  if (!Number.isInteger(value) || value >= 100) return
  if (tokens[next]?.fold === 's' && isGlued(tokens[first], tokens[next])) values.push(1900 + value, 2000 + value)
  const before = tokens[first - 2]
  const isSpan = /^[-–/]$/.test(tokens[first - 1]?.text ?? '') && before?.kind === 'number' && before.text.length === 4
  if (isSpan) values.push(Math.floor(Number(before.text) / 100) * 100 + value)
}

/** "1 200" where the language groups thousands by blanks; the parts stay possible. */
function joinSpacedThousands(tokens: readonly Token[], quantity: Quantity, { decimal }: Lexicon): void {
  if (decimal !== ',' || !/^\d{1,3}$/.test(tokens[quantity.first]?.text ?? '')) return
  let digits = tokens[quantity.first]?.text ?? ''
  let next = quantity.next
  while (
    digits.length < 15 &&
    /^\d{3}$/.test(tokens[next]?.text ?? '') &&
    tokens[next]?.start === (tokens[next - 1]?.end ?? 0) + 1
  ) {
    digits += tokens[next]?.text
    next += 1
  }
  if (next === quantity.next) return
  quantity.values.unshift(Number(digits))
  quantity.next = quantity.to = next
}

function scaleUp(tokens: readonly Token[], quantity: Quantity, lexicon: Lexicon): void {
  while (true) {
    const at =
      tokens[quantity.next]?.text === '-' && isGlued(tokens[quantity.next - 1], tokens[quantity.next])
        ? quantity.next + 1
        : quantity.next
    const token = tokens[at]
    if (token?.kind !== 'word') return
    const long = lexicon.scales.get(token.fold)
    const glued = isGlued(tokens[at - 1], token)
    const short = glued || token.fold.length > 1 ? lexicon.shortScales.get(token.fold) : undefined
    const scale = long ?? short
    if (scale === undefined || isPercentPhrase(tokens, at, lexicon)) return
    const scaled = quantity.values.map((value) => value * scale)
    quantity.values = long === undefined && token.fold.length === 1 ? [...scaled, ...quantity.values] : scaled
    quantity.scale *= scale
    quantity.next = quantity.to = at + 1
    if (long === undefined) return
  }
}

function isPercentPhrase(tokens: readonly Token[], at: number, { percent, percentEnds }: Lexicon): boolean {
  return percentEnds.has(tokens[at]?.fold ?? '') && percent.has(`${tokens[at - 1]?.fold} ${tokens[at]?.fold}`)
}

function addOrdinal(tokens: readonly Token[], quantity: Quantity, lexicon: Lexicon): void {
  const suffix = tokens[quantity.next]
  if (suffix === undefined || !isGlued(tokens[quantity.next - 1], suffix) || quantity.scale > 1) return
  if (
    !lexicon.ordinalSuffixes.has(suffix.fold) ||
    (suffix.fold === '.' && !/^\d{1,3}$/.test(tokens[quantity.first]?.text ?? ''))
  )
    return
  quantity.isOrdinal = suffix.fold !== '.' || isWord(tokens[quantity.next + 1])
  if (quantity.isOrdinal) quantity.next = quantity.to = quantity.next + 1
}

function isWord(token: Token | undefined): boolean {
  return token?.kind === 'word'
}

function inWords(tokens: readonly Token[], at: number, lexicon: Lexicon): Quantity | undefined {
  const fold = tokens[at]?.fold ?? ''
  if (!lexicon.counting.has(fold) || isPercentPhrase(tokens, at, lexicon)) return undefined
  const number = wordNumber(tokens, at, lexicon)
  if (number) return numberInWords(tokens, at, number, lexicon)
  const ordinal = lexicon.ordinals.get(fold)
  const fraction = lexicon.fractions.get(fold)
  if (fraction !== undefined && (ordinal === undefined || /^(a|un)$/.test(tokens[at - 1]?.fold ?? ''))) {
    // "a quarter of" is a part, "the quarter" three months.
    return fraction === 0.25 && tokens[at + 1]?.fold !== 'of' ? undefined : plain(at, at + 1, [fraction])
  }
  return ordinal === undefined ? undefined : { ...plain(at, at + 1, [ordinal]), isOrdinal: true }
}

function numberInWords(
  tokens: readonly Token[],
  at: number,
  { value, next, isOne }: { value: number; next: number; isOne: boolean },
  lexicon: Lexicon,
): Quantity {
  const part = tokens[next]?.text === '-' ? next + 1 : next
  const fraction = lexicon.fractions.get(tokens[part]?.fold ?? '')
  if (fraction !== undefined && value < 10) return plain(at, part + 1, [value * fraction])
  const ordinal = value >= 20 && tokens[next]?.text === '-' ? lexicon.ordinals.get(tokens[part]?.fold ?? '') : undefined
  if (ordinal !== undefined) return { ...plain(at, part + 1, [value + ordinal]), isOrdinal: true }
  const quantity: Quantity = {
    ...plain(at, next, [value]),
    isOne: isOne && value === 1,
    scale: value % 1e6 === 0 ? 1e6 : 1,
  }
  addUnit(tokens, quantity, lexicon)
  addTime(tokens, quantity)
  return quantity
}
