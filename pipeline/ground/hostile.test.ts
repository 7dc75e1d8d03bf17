import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Reading } from '../schema/reading.ts'
import { complaintOf, lineOf, readingOf } from './claims.fake.ts'
import { ground } from './ground.ts'

/** An article that the rules have not read: one sentence, however long. */
function bareReading(text: string, language = 'en'): Reading {
  const article = { id: 'test', text, language, contentHash: '0'.repeat(64) }
  const nothing = {
    paragraphs: [],
    quotations: [],
    names: [],
    attributions: [],
    cues: [],
    salience: [],
    incomplete: [],
  }
  return { article, language, hasWordLists: true, sentences: [{ index: 0, start: 0, end: text.length }], ...nothing }
}

const hostile: readonly [string, string][] = [
  ['one letter', 'a'.repeat(1_000_000)],
  ['capital letters', 'A '.repeat(200_000)],
  ['digits', '1 '.repeat(150_000)],
  ['one number', '1'.repeat(1_000_000)],
  ['thousands in groups', '1,000,'.repeat(200_000)],
  ['number words', 'two hundred and '.repeat(60_000)],
  ['dates', '3 May 2024, '.repeat(40_000)],
  ['dots', 'a.'.repeat(200_000)],
  ['quotation marks', '"a '.repeat(300_000)],
  ['combining marks', `e${'\u0301'.repeat(300_000)}`],
  ['names', 'Anna Berg accused Omar Lund. '.repeat(40_000)],
]

describe('hostile input', () => {
  it.each(hostile)('an article of %s takes no more than seconds', (_what, text) => {
    const reading = bareReading(text)
    const started = performance.now()
    complaintOf(
      'Ms. Vale paid 1,200 crowns on 3 May and said "we did not agree" to Omar Lund, who accused Anna Berg.',
      reading,
      [1],
    )
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it.each(hostile)('a text of %s is refused at once', (_what, text) => {
    const reading = readingOf('Anna Berg paid 3 crowns. Omar Lund did not.')
    const started = performance.now()
    expect(complaintOf(text.slice(0, 100_000), reading)).toContain('characters long; write one sentence')
    expect(performance.now() - started).toBeLessThan(2_000)
  })

  it.each(hostile)('a text of %s, just short enough, takes no more than seconds', (_what, text) => {
    const reading = bareReading(text.slice(0, 200_000))
    const started = performance.now()
    complaintOf(`${text.slice(0, 1900)}!`, reading, [1])
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})

describe('on any input', () => {
  const language = fc.constantFrom('en', 'es', 'fr', 'de', 'pt', 'fi', 'ja')
  const anyText = fc.string({ unit: 'binary', maxLength: 300 })

  it('grounding ends and says the same again', () => {
    fc.assert(
      fc.property(
        anyText.filter((text) => text !== ''),
        anyText,
        language,
        (text, claim, tag) => {
          const reading = bareReading(text.toWellFormed(), tag)
          expect(complaintOf(claim, reading, [1])).toBe(complaintOf(claim, bareReading(text.toWellFormed(), tag), [1]))
        },
      ),
    )
  })

  it('passes whatever sentence of the article is written word for word', () => {
    const word = fc.constantFrom(
      'Anna',
      'Berg',
      'not',
      '12',
      'paid',
      '"we',
      'agree"',
      'May',
      '$5',
      'million',
      'the',
      '–',
      'l’été',
    )
    const sentence = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => `${words.join(' ')}.`)
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 5 }), language, (sentences, tag) => {
        const reading = readingOf(sentences.join(' '), { language: tag })
        for (const { index, start, end } of reading.sentences) {
          expect(complaintOf(reading.article.text.slice(start, end), reading, [index + 1])).toBe('')
        }
      }),
      { numRuns: 50 },
    )
  })

  it('complains of every number in digits that the article does not have', () => {
    const reading = readingOf('Anna Berg paid 12 crowns and 30 cents to the port on 3 May.')
    fc.assert(
      fc.property(fc.integer({ min: 31, max: 10_000_000 }), (number) => {
        expect(complaintOf(`Anna Berg paid ${number} crowns to the port.`, reading)).toContain(String(number))
      }),
    )
  })

  it('complains of every invented name within a sentence', () => {
    const reading = readingOf('Anna Berg paid 12 crowns to the port.')
    const syllable = fc.constantFrom('zor', 'vik', 'mal', 'tuk', 'quen', 'dro')
    fc.assert(
      fc.property(fc.array(syllable, { minLength: 2, maxLength: 4 }), (syllables) => {
        const name = `X${syllables.join('')}`
        expect(complaintOf(`The port was paid by ${name}.`, reading)).toContain(
          `The name ${name} is not in the article.`,
        )
      }),
    )
  })

  it('gives one complaint a claim when the claim itself falls', () => {
    const reading = readingOf('Anna Berg paid 12 crowns to the port.')
    const claim = lineOf('Zoltan Vik paid 99 crowns to "nobody".', reading)
    expect(ground([claim], { reading, cast: undefined })).toHaveLength(1)
  })
})
