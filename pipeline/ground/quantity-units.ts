import type { Lexicon } from './lexicon/lexicon.ts'
import { bothHalves } from './number-values.ts'
import type { Quantity } from './quantity.ts'
import { isGlued, type Token } from './tokens.ts'

const CURRENCY_MARKS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    $: 'usd',
    '€': 'eur',
    '£': 'gbp',
    '¥': 'jpy',
    '₹': 'inr',
    '₽': 'rub',
    '₩': 'krw',
    '₺': 'try',
    '₴': 'uah',
    '₪': 'ils',
    '₦': 'ngn',
  }),
)
const RANGE_WORDS = new Set([
  'to',
  'and',
  'or',
  'a',
  'y',
  'e',
  'o',
  'ou',
  'et',
  'bis',
  'und',
  'oder',
  'ate',
  '-',
  '–',
  '—',
  ',',
  '/',
])
const NOON = ['am', 'pm']

/** The percent sign, currency or duration beside a number. */
export function addUnit(tokens: readonly Token[], quantity: Quantity, lexicon: Lexicon): void {
  const before = tokens[quantity.first - 1]
  const marked = before === undefined ? undefined : CURRENCY_MARKS.get(before.text)
  if (marked !== undefined) {
    quantity.unit = marked
    quantity.from -= 1
  }
  const at = tokens[quantity.next]?.text === '-' ? quantity.next + 1 : quantity.next
  const unit = unitAt(tokens, at, lexicon)
  if (unit && quantity.unit === undefined) {
    quantity.unit = unit.name
    quantity.to = unit.next
  }
  const duration = lexicon.durations.get(tokens[at]?.fold ?? '')
  if (duration !== undefined) quantity.duration = duration
}

function unitAt(tokens: readonly Token[], at: number, lexicon: Lexicon): { name: string; next: number } | undefined {
  const token = tokens[at]
  if (token === undefined) return undefined
  if (token.text === '%') return { name: 'percent', next: at + 1 }
  if (lexicon.percent.has(token.fold)) return { name: 'percent', next: at + 1 }
  if (lexicon.percent.has(`${token.fold} ${tokens[at + 1]?.fold}`)) return { name: 'percent', next: at + 2 }
  const marked = CURRENCY_MARKS.get(token.text)
  if (marked !== undefined && tokens[at + 1]?.kind !== 'number') return { name: marked, next: at + 1 }
  // "5 million US dollars", "5 millones de euros"
  for (const ahead of [at, at + 1]) {
    const name = lexicon.currencies.get(tokens[ahead]?.fold ?? '')
    if (name !== undefined && tokens[ahead]?.kind === 'word') return { name, next: ahead + 1 }
    if (token.kind !== 'word' || !(token.capital || /^(de|of|d)$/.test(token.fold))) break
  }
  return undefined
}

/** What makes a number a time of day: "3 pm", "15 h", "15.30 Uhr". */
export function addTime(tokens: readonly Token[], quantity: Quantity): void {
  const after = tokens[quantity.next]
  const half = NOON.indexOf(after?.fold ?? '')
  const [hour = Number.NaN] = quantity.values
  const minutes = quantity.times[0] ?? (Number.isInteger(hour) && hour <= 24 ? hour * 60 : Number.NaN)
  if (Number.isNaN(minutes) || quantity.scale > 1) return
  if (half >= 0) {
    quantity.times = [(minutes % 720) + half * 720]
    quantity.isTime = true
    quantity.to = quantity.next + 1
  } else if (after !== undefined && /^(h|uhr|heures?|horas?|o'clock)$/.test(after.fold)) {
    const past = isGlued(after, tokens[quantity.next + 1]) ? Number(tokens[quantity.next + 1]?.text) : Number.NaN
    quantity.times = bothHalves(minutes + (past < 60 ? past : 0))
    if (past < 60) quantity.to = quantity.next + 2
  }
}

/** "from 3 to 5 percent", "$5-10 million": neighbours share the unit and the scale that only one of them shows. */
export function shareUnits(tokens: readonly Token[], quantities: readonly Quantity[]): void {
  for (let index = quantities.length - 1; index > 0; index--) share(tokens, quantities[index], quantities[index - 1])
  for (let index = 1; index < quantities.length; index++) share(tokens, quantities[index - 1], quantities[index])
}

function share(tokens: readonly Token[], giver: Quantity | undefined, taker: Quantity | undefined): void {
  if (giver === undefined || taker === undefined || !isRange(tokens, giver, taker)) return
  const units = giver.unit === undefined ? giver.shared : [giver.unit]
  if (taker.unit === undefined) taker.shared.push(...units.filter((unit) => !taker.shared.includes(unit)))
  if (taker.scale === 1 && giver.scale > 1 && taker.values.length < 4) {
    taker.values.push(...taker.values.map((value) => value * giver.scale))
  }
}

function isRange(tokens: readonly Token[], a: Quantity, b: Quantity): boolean {
  const [left, right] = a.from < b.from ? [a, b] : [b, a]
  const between = right.from - left.to
  return between === 1 && RANGE_WORDS.has(tokens[left.to]?.fold ?? '')
}
