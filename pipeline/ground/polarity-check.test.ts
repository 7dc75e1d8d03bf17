import { describe, expect, it } from 'vitest'
import { complaintOf, readingOf } from './claims.fake.ts'

describe('negation', () => {
  it.each([
    ['en', 'The board did not approve the merger.', 'The board approved the merger.'],
    ['en', 'The board approved the merger.', 'The board never approved the merger.'],
    ['en', 'The board refused to approve the merger.', 'The board approved the merger.'],
    ['es', 'El consejo no aprobó la fusión.', 'El consejo aprobó la fusión.'],
    ['fr', "Le conseil n'a pas approuvé la fusion.", 'Le conseil a approuvé la fusion.'],
    ['de', 'Der Rat billigte die Fusion.', 'Der Rat billigte nicht die Fusion.'],
    ['pt', 'O conselho não aprovou a fusão.', 'O conselho aprovou a fusão.'],
  ])('%s: “%s” is the opposite of “%s”', (language, article, text) => {
    expect(complaintOf(text, readingOf(article, { language }), [1])).toContain('the text says the opposite')
  })

  it.each([
    ['The board did not approve the merger.', 'The merger was not approved by the board.'],
    ['The board did not approve the merger.', 'The board declined to approve the merger.'],
    ['The board failed to approve the merger.', 'The board did not approve the merger.'],
    ['The board not only approved the merger but praised it.', 'The board approved the merger and praised it.'],
    ['No member of the board approved the merger.', 'The board did not approve the merger.'],
    ['The board did not approve the loan. It approved the merger.', 'The board approved the merger.'],
  ])('“%s” agrees with “%s”', (article, text) => {
    expect(complaintOf(text, readingOf(article))).toBe('')
  })
})

describe('verbs for and against', () => {
  it('complains when the same subject is on the other side', () => {
    const reading = readingOf('Premier Lund rejected the treaty.')
    expect(complaintOf('Lund backed the treaty.', reading, [1])).toContain('says “rejected”, the text says “backed”')
    expect(complaintOf('Lund did not back the treaty.', reading, [1])).toBe('')
    expect(complaintOf('Lund opposed the treaty.', reading, [1])).toBe('')
  })
})

describe('who did it to whom', () => {
  const reading = readingOf('Lund accused Berg of fraud. Falk was praised by Moss.')

  it.each(['Berg accused Lund of fraud.', 'Lund was accused by Berg of fraud.', 'Falk praised Moss.'])('%s', (text) => {
    expect(complaintOf(text, reading)).toContain('the other way round')
  })

  it.each(['Berg was accused by Lund of fraud.', 'Moss praised Falk.', 'Lund accused Berg.'])('%s', (text) => {
    expect(complaintOf(text, reading)).toBe('')
  })
})
