import { describe, expect, it } from 'vitest'
import { toArticle } from '../text/article.ts'
import { beginsWithHeadline } from './headline.ts'
import { read } from './read.ts'

const BODY = 'The council of Portwell voted on Tuesday to close the road.\n\nIda Brook, its chair, praised the vote.'
const readingOf = (first: string) => read(toArticle({ id: 'test', text: `${first}\n\n${BODY}`, language: 'en' }))

describe('a headline in the text', () => {
  it.each(['Portwell closes Harbour Road to private cars', 'Council splits over harbour road'])(
    'is seen: %s',
    (line) => {
      const reading = readingOf(line)
      expect(beginsWithHeadline(reading)).toBe(true)
      expect(reading.salience.indexOf(1)).toBe(1)
    },
  )

  it.each([
    'The council met on Monday.',
    'By Ana Ruiz, staff writer',
    'PORTWELL',
    '"We will not give way to anybody"',
    'A first paragraph without a full stop that goes on for so long that nobody would print it above anything at all',
  ])('is not taken for one: %s', (line) => {
    expect(beginsWithHeadline(readingOf(line))).toBe(false)
  })
})
