import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paragraphsOf, piecesOf } from './pieces.ts'

describe('pieces of an article', () => {
  const text = 'Kim praised Putin. Putin thanked Kim.'
  const whole = { start: 0, end: text.length }

  it('are cut where something begins or ends to rest on them', () => {
    const rests = [
      { claim: 'k1', start: 0, end: 18 },
      { claim: 's1', start: 4, end: 37 },
    ]
    expect(piecesOf(text, whole, rests).map(({ text: words, claims }) => [words, claims])).toEqual([
      ['Kim ', ['k1']],
      ['praised Putin.', ['k1', 's1']],
      [' Putin thanked Kim.', ['s1']],
    ])
  })

  it('together are the text, whatever rests where', () => {
    const rest = fc.record({ claim: fc.constantFrom('a', 'b', 'c'), start: fc.nat(50), end: fc.nat(60) })
    fc.assert(
      fc.property(fc.array(rest), (rests) => {
        const pieces = piecesOf(text, whole, rests)
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
        for (const { start, end, claims } of pieces) {
          const over = rests.filter((each) => each.start <= start && each.end >= end).map(({ claim }) => claim)
          expect(new Set(claims)).toEqual(new Set(over))
        }
      }),
    )
  })

  it('stand in paragraphs', () => {
    const words = (of: string) => paragraphsOf(of).map(({ start, end }) => of.slice(start, end))
    expect(words('One.\nStill one.\n\n\n  Two.\n')).toEqual(['One.\nStill one.', 'Two.'])
    expect(words('One.\nTwo.\n')).toEqual(['One.', 'Two.'])
    expect(words('')).toEqual([])
  })
})
