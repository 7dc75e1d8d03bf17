import type { Lexicon } from './lexicon/lexicon.ts'

/** What a number in digits may mean: its values, and the minutes after midnight where it may be a time of day. */
export type NumberValues = { values: number[]; times: number[] }

/**
 * The meanings of digits with separators: "1,200" is 1200 where the comma groups thousands, "1.200" is where the point does;
 * "10:30" is a time, "10.30" may be one.
 */
export function numberValues(raw: string, lexicon: Lexicon): NumberValues {
  const digits = asciiDigits(raw)
  const parts = digits.split(/[.,:'’\u00A0\u2009\u202F]/)
  const marks = digits.replace(/\d/g, '').split('')
  const [mark] = marks
  if (mark === undefined) return { values: [Number(digits)], times: [] }
  if (mark === ':') return { values: [], times: timesOf(parts) }
  if (groupsThousands(marks, parts, lexicon)) return { values: [Number(parts.join(''))], times: [] }
  const last = parts.pop() ?? ''
  if (marks.length > 1 && new Set(marks).size === 1) return { values: [], times: [] } // a date or an address
  const values = [Number(`${parts.join('')}.${last}`)]
  return { values, times: mark === '.' && last.length === 2 ? timesOf([...parts, last]) : [] }
}

function groupsThousands(marks: readonly string[], parts: readonly string[], { decimal }: Lexicon): boolean {
  const [mark = ''] = marks
  if (marks.some((other) => other !== mark) || (parts[0] ?? '').length > 3) return false
  if (parts.slice(1).some((part) => part.length !== 3)) return false
  return mark !== decimal || marks.length > 1
}

function timesOf(parts: readonly string[]): number[] {
  const [hours = Number.NaN, minutes = Number.NaN] = parts.map(Number)
  if (!(hours < 24 && minutes < 60)) return []
  return bothHalves(hours * 60 + minutes)
}

/** A time of day, and twelve hours later where it may be told by the clock's face. */
export function bothHalves(minutes: number): number[] {
  return minutes < 720 ? [minutes, minutes + 720] : minutes < 780 ? [minutes, minutes - 720] : [minutes]
}

function asciiDigits(raw: string): string {
  return /^[\x20-\x7E\u00A0\u2009\u202F’]*$/.test(raw) ? raw : raw.replace(/\p{Nd}/gu, digitValue)
}

function digitValue(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  if (code <= 0x39) return digit
  if (code >= 0xff10 && code <= 0xff19) return String(code - 0xff10)
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660)
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0)
  // The Indic blocks are 0x80 wide and hold their digits at the same place.
  if (code >= 0x966 && code <= 0xd6f && (code & 0x7f) >= 0x66) return String((code & 0x7f) - 0x66)
  return digit.normalize('NFKC')
}
