import { describe, expect, it } from 'vitest'
import type { Attribution } from '../schema/reading.ts'
import { lineSpan } from './line-span.ts'
import { mainClause, openingClause } from './main-clause.ts'

function mainClauseOf(text: string): string {
  const { start, end } = mainClause(text, { start: 0, end: text.length }, [])
  return text.slice(start, end)
}

describe('the main clause of a sentence', () => {
  it('stands without its dateline', () => {
    const text = 'PELLHAVEN (Agency) — The council closed the old bridge.'
    const { start, end } = lineSpan(text, { start: 0, end: text.length })
    expect(text.slice(start, end)).toBe('The council closed the old bridge.')
  })

  it('keeps a dash that ends no dateline', () => {
    const text = 'Pellhaven was quiet — The council slept.'
    expect(lineSpan(text, { start: 0, end: text.length })).toEqual({ start: 0, end: text.length })
  })

  it('stands without what a comma adds', () => {
    expect(mainClauseOf('The council closed the old bridge on Monday, marking the end of an era.')).toBe(
      'The council closed the old bridge on Monday',
    )
  })

  it('stands without who is said to have told it', () => {
    const text = 'The council closed the old bridge on Monday, the mayor said.'
    const content = { start: 0, end: text.indexOf(',') }
    const cue = { start: text.indexOf('said'), end: text.indexOf('said') + 4 }
    const told: Attribution = { index: 0, sentence: 0, kind: 'indirect', content, cue, quotations: [] }
    const { start, end } = mainClause(text, { start: 0, end: text.length }, [told])
    expect(text.slice(start, end)).toBe('The council closed the old bridge on Monday')
  })
})

describe('a sentence that opens with when it was', () => {
  it('is not cut before what was agreed', () => {
    const text = 'Eleven years after the war ended, the two states agreed to clear its mines together.'
    const cue = { start: text.indexOf('agreed'), end: text.indexOf('agreed') + 6 }
    const content = { start: text.indexOf('to clear'), end: text.length - 1 }
    const told: Attribution = { index: 0, sentence: 0, kind: 'indirect', content, cue, quotations: [] }
    const { start, end } = mainClause(text, { start: 0, end: text.length }, [told])
    expect(text.slice(start, end)).toBe(text.slice(0, -1))
  })
})

describe('the opening of a clause', () => {
  it('ends before what only adds when', () => {
    const text = 'The harbour council closed the old bridge on Monday after the third inspection in two years'
    const span = openingClause(text, { start: 0, end: text.length }, { minWords: 4, maxWords: 12 })
    expect(span && text.slice(span.start, span.end)).toBe('The harbour council closed the old bridge on Monday')
  })

  it.each([
    'The harbour council of Velmora on Monday rejected a plan to close the old bridge for good',
    'The harbour council of Velmora late Monday night voted to close the old bridge for good',
    'The harbour council of Velmora on May 3 closed the old bridge for good',
  ])('does not end before its verb: %s', (text) => {
    expect(openingClause(text, { start: 0, end: text.length }, { minWords: 4, maxWords: 12 })).toBeUndefined()
  })

  it('is none where no cut leaves a whole clause', () => {
    const text = 'The harbour council of the old town and its seven neighbours of the northern shore closed it'
    expect(openingClause(text, { start: 0, end: text.length }, { minWords: 4, maxWords: 12 })).toBeUndefined()
  })
})
