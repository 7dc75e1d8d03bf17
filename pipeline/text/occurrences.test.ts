import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { occurrencesOf } from './occurrences.ts'

describe('occurrences of a pattern', () => {
  it('may overlap', () => {
    expect([...occurrencesOf('aba', 'ababa')]).toEqual([0, 2])
  })

  it('are none of an empty pattern', () => {
    expect([...occurrencesOf('', 'abc')]).toEqual([])
  })

  it('are those that a plain search finds', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b') })
    fc.assert(
      fc.property(letters, letters, (pattern, text) => {
        const plain = [...text].keys().filter((at) => pattern !== '' && text.startsWith(pattern, at))
        expect([...occurrencesOf(pattern, text)]).toEqual([...plain])
      }),
    )
  })
})
