import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cpuTimeOf } from './cpu-time-of.ts'
import { locateQuote } from './locate-quote.ts'
import { normaliseText } from './normalise.ts'
import { wordsOf } from './words.ts'

const ARTICLE =
  '“We don’t think this plan is right,” Ek said. Lund, who can’t stay, leads the anti-war group: “I do not support the ' +
  'law — not now. The quay is ours… and ours alone, whatever it costs.” The council backs peace with all its neighbours ' +
  'and trade on fair terms. It grew 2.5 percent. The mayor will sign the treaty. The mayor will never sign the pact.'

function found(quote: string, text = ARTICLE): string | undefined {
  const match = locateQuote(quote, text)
  return match && `${match.kind}: ${match.spans.map(({ start, end }) => text.slice(start, end)).join(' | ')}`
}

describe('an exact quote', () => {
  it('stands letter for letter in the text', () => {
    expect(found('this plan is right')).toBe('exact: this plan is right')
    expect(found('  2.5 percent  ')).toBe('exact: 2.5 percent')
  })

  it('cuts no word, so that no "not" and no prefix is lost', () => {
    expect(found('can')).toBeUndefined()
    expect(found('We do')).toBeUndefined()
    expect(found('war group')).toBeUndefined()
    expect(found('5 percent')).toBeUndefined()
    expect(locateQuote('is', 'this is')?.spans).toEqual([{ start: 5, end: 7 }])
  })

  it('is the first of several, or the one nearest to where it is expected', () => {
    const text = 'It rained. The sun came. It rained.'
    expect(locateQuote('It rained', text)?.spans).toEqual([{ start: 0, end: 9 }])
    expect(locateQuote('It rained', text, { near: 30 })?.spans).toEqual([{ start: 25, end: 34 }])
  })
})

describe('a typographic quote', () => {
  it('differs in marks, dashes, ellipses and white space only', () => {
    expect(found("We don't think\nthis plan")).toBe('typographic: We don’t think this plan')
    expect(found('the law - not now')).toBe('typographic: the law — not now')
    expect(found('the law—not now')).toBe('typographic: the law — not now')
    expect(found('The quay is ours... and ours alone')).toBe('typographic: The quay is ours… and ours alone')
    expect(found('"We don’t think this plan is right," Ek said')).toBe(
      'typographic: “We don’t think this plan is right,” Ek said',
    )
    expect(found('cafe\u0301 owners', 'The café owners left.')).toBe('typographic: café owners')
  })

  it('keeps letters, their case and every word', () => {
    expect(found('we don’t think')).toBeUndefined()
    expect(found('We think this plan is right')).toBeUndefined()
    expect(found('I do support the law')).toBeUndefined()
    expect(found('The mayor will sign the pact')).toBeUndefined()
  })
})

describe('an elided quote', () => {
  it('stands in pieces, in order, near each other', () => {
    expect(found('The council backs peace … on fair terms')).toBe('elided: The council backs peace | on fair terms')
    expect(found('The council [...] with all its neighbours ... fair terms')).toBe(
      'elided: The council | with all its neighbours | fair terms',
    )
    expect(found('… on fair terms.')).toBe('elided: on fair terms.')
  })

  it('swallows no negation, contrast or condition', () => {
    expect(found('I do … support the law')).toBeUndefined()
    expect(found('We will … the bill', 'We will never sign the bill.')).toBeUndefined()
    expect(found('We will … the bill', 'We will sign but then repeal the bill.')).toBeUndefined()
    expect(found('Wir werden … das Gesetz', 'Wir werden auf keinen Fall das Gesetz ändern.')).toBeUndefined()
    expect(found('We would … the bill', "We would, if we didn't hate it, pass the bill.")).toBeUndefined()
  })

  it('has its pieces in the order of the text', () => {
    expect(found('on fair terms … The council backs')).toBeUndefined()
  })

  it('has at least two words a piece, and pieces within two sentences and 300 characters', () => {
    expect(found('The council backs … terms')).toBeUndefined()
    expect(found('fair terms … will sign the treaty')).toBeUndefined()
    expect(found('We agree … on peace', `We agree ${'very '.repeat(70)} much on peace.`)).toBeUndefined()
  })

  it('does not join two speakers', () => {
    expect(found('We like … the plan', '“We like fish,” said Ek. “You hate the plan,” said Lund.')).toBeUndefined()
  })

  it('finds the passage that has all pieces when an earlier one begins alike', () => {
    const text = `We back peace everywhere. ${'It rained a lot. '.repeat(30)}We back peace and fair trade.`
    expect(locateQuote('We back … fair trade', text)?.spans[0]?.start).toBe(text.lastIndexOf('We back'))
  })
})

describe('what is no quote', () => {
  it.each(['', '  ', '“”', '…', '...', '—', "''"])('%j', (quote) => {
    expect(locateQuote(quote, ARTICLE)).toBeUndefined()
  })
})

const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom('a', 'b', "'", '’', '-', '—', '…', '.', ' ', '\n', '\u00A0', '1', ',', '"'),
    fc.constantFrom('\uD83D', '\uDE00', '\u0301', '\u202E', 'א', '\u00AD', '漢', 'U.S.'),
  ),
  maxLength: 60,
})

describe('locating in anything', () => {
  it('finds every stretch from word to word, letter for letter', () => {
    fc.assert(
      fc.property(hostile, fc.nat(), fc.nat(), (raw, from, length) => {
        const text = normaliseText(raw)
        const words = wordsOf(text)
        const first = words[from % Math.max(1, words.length)]
        const last = words[Math.min(words.length - 1, (from % Math.max(1, words.length)) + (length % 5))]
        if (first === undefined || last === undefined) return
        const quote = text.slice(first.start, last.end)
        if (!/[\p{L}\p{N}]/u.test(quote)) return
        const match = locateQuote(quote, text)
        expect(match?.kind).toBe('exact')
        expect(match?.spans.map(({ start, end }) => text.slice(start, end))).toEqual([quote])
      }),
    )
  })

  it('never throws, and gives spans of the text in order', () => {
    fc.assert(
      fc.property(hostile, hostile, (quote, text) => {
        let end = 0
        for (const span of locateQuote(quote, text)?.spans ?? []) {
          expect(span.start).toBeGreaterThanOrEqual(end)
          expect(span.end).toBeGreaterThan(span.start)
          expect(span.end).toBeLessThanOrEqual(text.length)
          end = span.end
        }
      }),
    )
  })

  it.each<[string, string, string]>([
    ['a quote of 100 KB', 'word '.repeat(20_000), `${'word '.repeat(19_000)}end ${'word '.repeat(19_000)}`],
    ['one letter', `${'a'.repeat(50_000)}b`, 'a'.repeat(1_000_000)],
    ['its end', `b${'a'.repeat(50_000)}`, 'a'.repeat(1_000_000)],
    ['many places of each piece', 'a b … a b … c d', 'a b '.repeat(250_000)],
    ['ellipses', `${'…'.repeat(100_000)}a`, '…'.repeat(1_000_000)],
    ['blanks', 'x  y', ' '.repeat(1_000_000)],
    ['dots', 'x y . . .', '. '.repeat(500_000)],
  ])('takes linear time on %s', (_name, quote, text) => {
    expect(cpuTimeOf(() => locateQuote(quote, text))).toBeLessThan(3000)
  })
})
