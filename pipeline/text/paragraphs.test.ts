import { describe, expect, it } from 'vitest'
import { paragraphsOf } from './paragraphs.ts'

describe('the paragraphs of a text', () => {
  it('are its blocks between line breaks, trimmed', () => {
    const text = '  First line. \n\nSecond.\nThird.\n \n'
    expect(paragraphsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'First line.',
      'Second.',
      'Third.',
    ])
  })

  it('are none in white space', () => {
    expect(paragraphsOf(' \n\t\n')).toEqual([])
  })
})
