import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cpuTimeOf } from './cpu-time-of.ts'
import { normaliseText } from './normalise.ts'

describe('normalising a text', () => {
  it('composes letters and unifies line ends', () => {
    expect(normaliseText('Cafe\u0301\r\nfirst\rsecond\n')).toBe('Café\nfirst\nsecond\n')
  })

  it('strips byte order marks in front only', () => {
    expect(normaliseText('\uFEFFOne\uFEFFtwo')).toBe('One\uFEFFtwo')
  })

  it('replaces half surrogate pairs and keeps whole ones', () => {
    expect(normaliseText('a\uD83Db😀')).toBe('a\uFFFDb😀')
  })

  it('changes nothing else', () => {
    const text = '  “Quotes”, \u00A0spaces\t, soft\u00ADhyphens…  '
    expect(normaliseText(text)).toBe(text)
  })

  it('changes nothing more the second time, and leaves a well-formed text', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.oneof(
            fc.constantFrom('\r', '\n', '\uFEFF', 'e', '\u0301', '\u0315', '\uD83D'),
            fc.string({ unit: 'binary', maxLength: 2 }),
          ),
        }),
        (text) => {
          const once = normaliseText(text)
          expect(normaliseText(once)).toBe(once)
          expect(once.isWellFormed()).toBe(true)
        },
      ),
    )
  })

  it('takes no quadratic time on a run of combining marks', () => {
    expect(cpuTimeOf(() => normaliseText(`a${'\u0315\u0300'.repeat(500_000)}`))).toBeLessThan(2000)
  })
})
