import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT, readFile, submissionOf } from './submission.ts'

describe('what the form sends', () => {
  it('leaves out what was left empty', () => {
    expect(submissionOf({ ...EMPTY_DRAFT, text: 'Kim praised Putin.' })).toEqual({
      text: 'Kim praised Putin.',
      options: { length: 'standard' },
    })
  })

  it('takes one target and one actor a line', () => {
    const draft = {
      ...EMPTY_DRAFT,
      url: 'https://news.example/1',
      targets: 'the pact\n\n the dredging ',
      actors: 'Cadmar',
    }
    expect(submissionOf(draft)).toEqual({
      url: 'https://news.example/1',
      options: { length: 'standard', targets: ['the pact', 'the dredging'], actors: ['Cadmar'] },
    })
  })

  it('is nothing where there is no article', () => {
    expect(submissionOf({ ...EMPTY_DRAFT, text: ' \n', title: 'A title' })).toBeUndefined()
  })
})

describe('reading a file', () => {
  it('keeps a web page apart, for the server to find the article in', async () => {
    expect(await readFile(new File(['<p>Kim</p>'], 'a.HTML'))).toMatchObject({
      page: { name: 'a.HTML', html: '<p>Kim</p>' },
    })
  })

  it('takes the first heading of Markdown for the title', async () => {
    expect(await readFile(new File(['# The pact\n\nKim praised Putin.'], 'a.md'))).toMatchObject({
      title: 'The pact',
      text: '\nKim praised Putin.',
    })
  })

  it('refuses what is no article', async () => {
    expect(await readFile(new File(['x'], 'a.docx'))).toEqual({ refused: 'a.docx is no .txt, .md or .html file.' })
  })
})
