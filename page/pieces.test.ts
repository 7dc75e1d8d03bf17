import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Claim } from './claims.ts'
import { paragraphsOf } from './pieces.ts'

const claim = (id: string, ...spans: [start: number, end: number][]): Claim => ({
  id,
  name: id,
  spans: spans.map(([start, end]) => ({ start, end })),
})
const shown = (text: string, claims: Claim[]) =>
  paragraphsOf(text, claims).map(({ pieces }) =>
    pieces.map((piece) => [piece.text, ...piece.claims.map(({ id }) => id)]),
  )

describe('cutting the article into pieces', () => {
  it('cuts where overlapping lines begin and end', () => {
    expect(shown('Kim praised Putin.', [claim('a', [0, 11]), claim('b', [4, 17])])).toEqual([
      [['Kim ', 'a'], ['praised', 'a', 'b'], [' Putin', 'b'], ['.']],
    ])
  })

  it('lights a span that runs over a paragraph in both', () => {
    expect(shown('One.\n\nTwo.', [claim('a', [2, 8])])).toEqual([
      [['On'], ['e.', 'a']],
      [['Tw', 'a'], ['o.']],
    ])
  })

  it('names a line once where two of its spans overlap', () => {
    expect(shown('Kim', [claim('a', [0, 3], [0, 3])])).toEqual([[['Kim', 'a']]])
  })

  it('leaves out lines without a word', () => {
    expect(shown('One.\n  \n\nTwo.', [])).toEqual([[['One.']], [['Two.']]])
  })

  it('loses no character of a paragraph and puts every piece under the lines that cover it, whatever the spans', () => {
    const span = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 30 })).map(([start, length]) => [start, start + length])
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.array(span, { maxLength: 8 }), (text, spans) => {
        const claims = spans.map(([start = 0, end = 0], at) => claim(`c${at}`, [start, end]))
        for (const { start, end, pieces } of paragraphsOf(text, claims)) {
          expect(pieces.map((piece) => piece.text).join('')).toBe(text.slice(start, end))
          for (const piece of pieces) {
            const covering = claims.filter(({ spans: [s] }) => s && s.start <= piece.start && s.end >= piece.end)
            expect(piece.claims).toEqual(covering)
          }
        }
      }),
    )
  })
})
