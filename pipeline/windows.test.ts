import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { read } from './rules/read.ts'
import type { Reading } from './schema/reading.ts'
import { toArticle } from './text/article.ts'
import { cutSentences, windowsOf } from './windows.ts'

const words = (text: string) => text.split(/\s+/).length

function readingOf(text: string): Reading {
  return read(toArticle({ id: 'test', text, language: 'en' }))
}

function longArticle(paragraphs: number): string {
  const paragraph = 'The harbour board met on Monday to weigh the plan. Three of its members spoke against it.'
  return Array.from(
    { length: paragraphs },
    (_, index) => `${paragraph} Item ${index} was adopted without a vote.`,
  ).join('\n\n')
}

describe('the windows of an article', () => {
  it('are one when the context is unknown or large enough', () => {
    const reading = readingOf(longArticle(20))
    expect(windowsOf(reading, undefined, words)).toHaveLength(1)
    expect(windowsOf(reading, 128_000, words)).toHaveLength(1)
  })

  it('hold every sentence of a long article once, in order', () => {
    const reading = readingOf(longArticle(900))
    const windows = windowsOf(reading, 12_000, words)
    expect(windows.length).toBeGreaterThan(1)
    expect(windows.flatMap((window) => window.sentences)).toEqual(reading.sentences.map((sentence) => sentence.index))
    expect(cutSentences(reading, windows)).toEqual([])
  })

  it('begin at paragraphs', () => {
    const reading = readingOf(longArticle(900))
    const starts = new Set(reading.paragraphs.map((paragraph) => paragraph.start))
    for (const window of windowsOf(reading, 12_000, words)) {
      expect(starts).toContain(reading.sentences[window.sentences[0] ?? -1]?.start)
    }
  })

  it('keep a quotation whole when a paragraph has to be cut', () => {
    const filler = 'The clerk read the list of names aloud to the members. '.repeat(350)
    const quotation = '“We were told nothing. We asked twice. Nobody wrote back.”'
    const reading = readingOf(`${filler}${quotation} said Ada Brun. ${filler}`)
    const windows = windowsOf(reading, 8_192, words)
    const holding = windows.filter((window) =>
      window.sentences.some((index) => {
        const sentence = reading.sentences[index]
        return (
          sentence &&
          /We were told|We asked|Nobody wrote/.test(reading.article.text.slice(sentence.start, sentence.end))
        )
      }),
    )
    expect(windows.length).toBeGreaterThan(1)
    expect(holding).toHaveLength(1)
  })

  it('leave out a sentence that no window can hold, and say which', () => {
    const endless = `${'word '.repeat(9_000)}ends.`
    const reading = readingOf(
      `The board met on Monday to weigh the plan.\n\n${endless}\n\nIt adopted the plan on Tuesday.`,
    )
    const windows = windowsOf(reading, 8_192, words)
    expect(cutSentences(reading, windows)).toEqual([1])
  })

  it('never exceed the room that the context leaves, whatever the article', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 8, max: 400 }), { minLength: 1, maxLength: 60 }), (lengths) => {
        const reading = readingOf(lengths.map((length) => `A${' word'.repeat(length)} ends.`).join('\n\n'))
        for (const window of windowsOf(reading, 4_096, words)) {
          const size = window.sentences.reduce((sum, index) => {
            const sentence = reading.sentences[index]
            return sum + (sentence ? words(reading.article.text.slice(sentence.start, sentence.end)) : 0)
          }, 0)
          expect(size).toBeLessThanOrEqual(4_096 * 0.3 + 1)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('refuse a context that cannot hold the rules and a paragraph', () => {
    expect(() => windowsOf(readingOf(longArticle(3)), 1_000, words)).toThrow(/too small/)
  })
})
