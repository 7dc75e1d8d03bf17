import { describe, expect, it } from 'vitest'
import { signsOfIncompleteness } from './completeness.ts'

const ARTICLE =
  'The harbour of Port Ellis will close on Monday, because its cranes are no longer safe.\n\n' +
  '“We have no choice,” the mayor, Ada Lund, told reporters on the quay late on Friday night.'

describe('signs of incompleteness', () => {
  it('are none in a whole article, with headings, credits and a quotation about subscribing', () => {
    expect(signsOfIncompleteness(ARTICLE, 'en')).toEqual([])
    expect(
      signsOfIncompleteness(`Harbour to close\n\n${ARTICLE}\n\nReporting by Bo Ek; editing by Cy Dahl`, 'en'),
    ).toEqual([])
    expect(
      signsOfIncompleteness(`${ARTICLE}\n\n“Subscribe to continue reading, the sign said,” she joked.`, 'en'),
    ).toEqual([])
    expect(
      signsOfIncompleteness(
        `${ARTICLE}\n\nSEE ALSO: The harbour of North Quay will close on Monday and never open again`,
        'en',
      ),
    ).toEqual([])
    expect(signsOfIncompleteness(`${ARTICLE} But who will pay for it all…?`, 'en')).toEqual([])
  })

  it.each([
    ['Subscribe to continue reading', 'en'],
    ['Continue reading', 'en'],
    ['Already a subscriber? Log in', 'en'],
    ['Weiterlesen mit Abo', 'de'],
    ['Pour lire la suite, abonnez-vous', 'fr'],
    ['Suscríbete para seguir leyendo', 'es'],
  ])('name a paywall: %s', (notice, language) => {
    expect(signsOfIncompleteness(`${ARTICLE}\n\n${notice}`, language)).toEqual([expect.stringContaining(notice)])
  })

  it('name the first page of several, not the last', () => {
    expect(signsOfIncompleteness(`${ARTICLE}\n\nPage 1 of 3`, 'en')).toEqual([
      expect.stringContaining('one page of several'),
    ])
    expect(signsOfIncompleteness(`${ARTICLE}\n\nPage 3 of 3`, 'en')).toEqual([])
  })

  it('name a last sentence without an end', () => {
    expect(signsOfIncompleteness(ARTICLE.slice(0, -25), 'en')).toEqual(['the last sentence has no end'])
    expect(signsOfIncompleteness(`${ARTICLE} The council will now decide whether to…`, 'en')).toEqual([
      'the last sentence breaks off in an ellipsis',
    ])
    expect(signsOfIncompleteness(`${ARTICLE} The council will now [+1200 chars]`, 'en')).toEqual([
      'the last sentence breaks off in an ellipsis',
    ])
  })

  it('name repeated paragraphs', () => {
    expect(signsOfIncompleteness(`${ARTICLE}\n\n${ARTICLE}`, 'en')).toEqual([
      '2 paragraphs stand in the text more than once',
    ])
  })
})
