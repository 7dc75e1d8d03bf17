import { describe, expect, it } from 'vitest'
import { complaintOf, readingOf } from './claims.fake.ts'

const reading = readingOf(
  'Reuss said: “The bridge, all of it, is safe, and we — yes, we — didn’t skip a bolt on the drivers’ lanes.”',
)

describe('quotation marks in a text', () => {
  it.each([
    'Reuss said the bridge "is safe".',
    'Reuss said: "The bridge, all of it, is safe, and we - yes, we - didn\'t skip a bolt."',
    "Reuss called the bridge 'safe', and didn't skip the drivers' lanes.",
    'Reuss said: «The bridge … is safe».',
    'Reuss said “is safe,” of the bridge.',
  ])('are words of the article: %s', (text) => {
    expect(complaintOf(text, reading)).toBe('')
  })

  it.each([
    'Reuss said the bridge "is very safe".',
    "Reuss called the bridge 'rock solid'.",
    'Reuss said: «The bridge is safe».',
    'Reuss said: "we skip a bolt on the drivers\' lanes".',
  ])('are not: %s', (text) => {
    expect(complaintOf(text, reading)).toContain('The article does not have the words')
  })
})
