import { describe, expect, it } from 'vitest'
import { analyse } from '../pipeline/analyse.ts'
import { extractiveEngine } from '../pipeline/engines/extractive.ts'
import { read } from '../pipeline/rules/read.ts'
import { toArticle } from '../pipeline/text/article.ts'
import { fakeRecipe } from '../test/scripted-analyse.fake.ts'
import { asMarkdown, asText } from './copy.ts'

const article = toArticle({
  id: 'tolls',
  title: 'Council *votes* on <b>tolls</b>',
  outlet: 'Arlen Post',
  text: 'ARLEN, March 4 - The council approved tolls on the old bridge on Tuesday.\n\n"We support the tolls, because the bridge must be paid for," said Mayor Ida Brook.\n\nThe hauliers association opposes the tolls. "This is a mistake," said its chair, Tom Reyes.',
})
const analysis = await analyse(read(article), fakeRecipe, { engineFor: async () => extractiveEngine() })
// Without a headline of its own the title stands for it.
const result = { ...article, analysis: { ...analysis, summary: { ...analysis.summary, headline: undefined } } }

describe('what is copied out', () => {
  it('is the summary as plain text', () => {
    const text = asText(result)
    expect(text.split('\n\n')[0]).toBe('Council *votes* on <b>tolls</b>')
    expect(text).toContain('The council approved tolls on the old bridge on Tuesday.')
  })

  it('is everything in Markdown, with the words that each line rests on, and no markup from the article', () => {
    const markdown = asMarkdown(result)
    expect(markdown).toContain(String.raw`# Council \*votes\* on \<b\>tolls\</b\>`)
    expect(markdown).toContain('  > ')
    expect(markdown).toContain('- hauliers association: oppose')
    expect(markdown).toContain('- Ida Brook: support')
    expect(markdown).toContain('## Reactions')
  })
})
