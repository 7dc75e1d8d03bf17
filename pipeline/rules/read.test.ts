import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '../schema/article.ts'
import type { Reading } from '../schema/reading.ts'
import { read } from './read.ts'

function articleOf(text: string, language = 'en'): Article {
  return { id: 'test', text, language, contentHash: '0'.repeat(64) }
}

function spansOf({ names, attributions }: Reading): { start: number; end: number }[] {
  const mentions = names.flatMap((name) => name.mentions)
  const parts = attributions.flatMap(({ source, cue, content }) => [source, cue, content])
  return [...mentions, ...parts].filter((span) => span !== undefined)
}

describe('reading an article', () => {
  it('says that it has no word lists for a language and still finds quotations and names', () => {
    const reading = read(
      articleOf('Il ministro Carlo Bianchi ha detto: «Non ci sono soldi per la nuova strada».', 'it'),
    )
    expect(reading.hasWordLists).toBe(false)
    expect(reading.quotations.map(({ text }) => text)).toEqual(['Non ci sono soldi per la nuova strada'])
    expect(reading.names.map(({ name }) => name)).toContain('Carlo Bianchi')
  })

  it('lets the recipe overrule the language of the article', () => {
    const reading = read(articleOf('«No firmaré», dijo Ana Vidal.'), { language: 'es' })
    expect(reading.attributions.map(({ speaker }) => reading.names[speaker ?? -1]?.name)).toEqual(['Ana Vidal'])
  })

  it('passes on why the text is thought to be a fragment', () => {
    expect(read(articleOf('Ana Vidal resigned.'), { incomplete: ['the page ends at a paywall'] }).incomplete).toContain(
      'the page ends at a paywall',
    )
  })

  it('gives every index its place and every span words of the article, whatever the text', () => {
    const word = fc.constantFrom(
      'Kim',
      'said',
      '“',
      '”',
      'the',
      'president',
      'of',
      'Velmora',
      '\n',
      ',',
      '.',
      'é𝒳',
      'who',
      'US',
      "'s",
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ unit: 'grapheme' }))), (words) => {
        const text = `Kim. ${words.join(' ')}`
        const reading = read(articleOf(text))
        for (const { start, end } of spansOf(reading))
          expect(0 <= start && start < end && end <= text.length).toBe(true)
        expect(reading.names.map(({ index }) => index)).toEqual(reading.names.map((_, index) => index))
        expect(reading.attributions.every(({ speaker }) => speaker === undefined || speaker in reading.names)).toBe(
          true,
        )
      }),
    )
  })

  it.each([
    ['one word again and again', 'Kim said '.repeat(20_000)],
    ['names without end', 'Kim and '.repeat(25_000)],
    ['quotations without end', '“we go” said Kim, '.repeat(10_000)],
    ['letters without a space', 'Ab'.repeat(100_000)],
    ['commas', 'Kim, '.repeat(40_000)],
  ])('reads 200 KB of %s in a few seconds', (_, text) => {
    const begun = performance.now()
    read(articleOf(text))
    expect(performance.now() - begun).toBeLessThan(10_000)
  })
})
