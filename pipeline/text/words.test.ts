import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWordBoundary, wordsOf } from './words.ts'

const textsOf = (text: string) => wordsOf(text).map((word) => word.text)

describe('the words of a text', () => {
  it('keep inner apostrophes and hyphens, not outer ones', () => {
    expect(textsOf("Don't ‘quote’ the vice-president's workers’ plan -- now")).toEqual([
      "Don't",
      'quote',
      'the',
      "vice-president's",
      'workers',
      'plan',
      'now',
    ])
  })

  it('keep numbers whole', () => {
    expect(textsOf('1,200.50 at 10:30, 24/7, the 20th, 1\u00A0200 F-16s.')).toEqual([
      '1,200.50',
      'at',
      '10:30',
      '24/7',
      'the',
      '20th',
      '1\u00A0200',
      'F-16s',
    ])
  })

  it('keep dotted abbreviations whole', () => {
    expect(textsOf('The U.S. voted at 5 p.m. today.')).toEqual(['The', 'U.S.', 'voted', 'at', '5', 'p.m.', 'today'])
  })

  it('are found in other scripts, Chinese and Japanese by the character', () => {
    expect(textsOf('Он сказал: «Да». هل انتهى؟ 我们赢 यह है।')).toEqual([
      'Он',
      'сказал',
      'Да',
      'هل',
      'انتهى',
      '我',
      '们',
      '赢',
      'यह',
      'है',
    ])
  })

  it('stand where they say, in order, between word boundaries, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        let end = 0
        for (const word of wordsOf(text)) {
          expect(word.start).toBeGreaterThanOrEqual(end)
          expect(text.slice(word.start, word.end)).toBe(word.text)
          expect(isWordBoundary(text, word.start)).toBe(true)
          end = word.end
        }
      }),
    )
  })
})

describe('a word boundary', () => {
  it('is not inside a word, a contraction, a compound or a number', () => {
    expect(isWordBoundary('this is', 2)).toBe(false)
    expect(isWordBoundary("can't", 3)).toBe(false)
    expect(isWordBoundary('anti-war', 5)).toBe(false)
    expect(isWordBoundary('2.5', 1)).toBe(false)
    expect(isWordBoundary('2.5', 2)).toBe(false)
  })

  it('is beside spaces, dashes and quotation marks', () => {
    expect(isWordBoundary('this is', 4)).toBe(true)
    expect(isWordBoundary('no—never', 2)).toBe(true)
    expect(isWordBoundary("'peace'", 1)).toBe(true)
    expect(isWordBoundary('We won.', 6)).toBe(true)
  })

  it('is not between the halves of one character', () => {
    expect(isWordBoundary('😀', 1)).toBe(false)
  })
})
