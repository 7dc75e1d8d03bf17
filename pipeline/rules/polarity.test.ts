import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toldReading } from './told-reading.fake.ts'

const NAMES = ['Dana Ruiz', 'Omar Feld', 'Brazil', 'Kenya']

/** Every position as "holder + target" or "holder - target", the target a name where it is one, else the words. */
function positionsIn(
  text: string,
  { language = 'en', said = [] }: { language?: string; said?: { speaker: string; content: string }[] } = {},
): string[] {
  const { cues, names, article } = toldReading(text, { names: NAMES, language, said })
  return cues.map(({ holder, target, about, polarity }) => {
    const towards = target !== undefined ? names[target]?.name : about && article.text.slice(about.start, about.end)
    return `${holder === undefined ? '?' : names[holder]?.name} ${polarity === 'positive' ? '+' : '-'} ${towards}`
  })
}

describe('words of attitude', () => {
  it('give the subject as holder and the object as target', () => {
    expect(positionsIn('Dana Ruiz condemned Brazil on Monday.')).toEqual(['Dana Ruiz - Brazil'])
    expect(positionsIn('Dana Ruiz praised Omar Feld for his patience.')).toEqual(['Dana Ruiz + Omar Feld'])
  })

  it('turn round in the passive', () => {
    expect(positionsIn('Omar Feld was criticized by Dana Ruiz.')).toEqual(['Dana Ruiz - Omar Feld'])
  })

  it('turn round with a negation', () => {
    expect(positionsIn('Dana Ruiz did not support the bridge plan.')).toEqual(['Dana Ruiz - the bridge plan'])
    expect(positionsIn('Dana Ruiz refused to back Omar Feld.')).toEqual(['Dana Ruiz - Omar Feld'])
    expect(positionsIn('Dana Ruiz no longer opposes the bridge plan.')).toEqual(['Dana Ruiz + the bridge plan'])
  })

  it('are found over a parenthesis and in a second verb', () => {
    const text = 'Dana Ruiz, a senior aide to the minister, accused Brazil and praised Kenya.'
    expect(positionsIn(text)).toEqual(expect.arrayContaining(['Dana Ruiz - Brazil', 'Dana Ruiz + Kenya']))
  })

  it('are found in nouns and adjectives', () => {
    expect(positionsIn('Dana Ruiz voiced support for Kenya.')).toEqual(['Dana Ruiz + Kenya'])
    expect(positionsIn('Dana Ruiz was critical of Kenya.')).toEqual(['Dana Ruiz - Kenya'])
    expect(positionsIn('The plan drew criticism from Dana Ruiz.')).toEqual(['Dana Ruiz - The plan'])
  })

  it('are found in deeds', () => {
    expect(positionsIn('Kenya imposed sanctions on Brazil.')).toContain('Kenya - Brazil')
    expect(positionsIn('Dana Ruiz voted against the bridge plan.')).toContain('Dana Ruiz - the bridge plan')
  })

  it('give an embedded position to the one who is accused of it', () => {
    const positions = positionsIn('Dana Ruiz accused Kenya of supporting Brazil.')
    expect(positions).toEqual(expect.arrayContaining(['Dana Ruiz - Kenya', 'Kenya + Brazil']))
  })

  it('give a judgement within a quotation to the speaker', () => {
    expect(
      positionsIn('“This is a disgrace,” said Dana Ruiz.', {
        said: [{ speaker: 'Dana Ruiz', content: '“This is a disgrace,”' }],
      }),
    ).toEqual(['Dana Ruiz - This'])
  })

  it('take what a relative clause hangs on as the object', () => {
    expect(positionsIn('They signed a deal that Kenya denounced.')).toContain('Kenya - a deal')
  })

  it('do not take the victim of a deed for the one who is judged', () => {
    expect(positionsIn('Dana Ruiz condemned the killing of Omar Feld.')).not.toContain('Dana Ruiz - Omar Feld')
  })

  it('hold no position where somebody only asks', () => {
    const { cues } = toldReading('Asked whether Kenya supports the plan, he shrugged.', { names: NAMES })
    expect(cues.every(({ strength }) => strength < 0.3)).toBe(true)
  })

  it.each([
    ['es', 'Dana Ruiz criticó a Omar Feld.', 'Dana Ruiz - Omar Feld'],
    ['fr', 'Dana Ruiz a critiqué Omar Feld.', 'Dana Ruiz - Omar Feld'],
    ['de', 'Dana Ruiz kritisierte Omar Feld.', 'Dana Ruiz - Omar Feld'],
    ['pt', 'Dana Ruiz criticou Omar Feld.', 'Dana Ruiz - Omar Feld'],
  ])('are known in %s', (language, text, position) => {
    expect(positionsIn(text, { language })).toContain(position)
  })

  it('are not looked for in a language without word lists', () => {
    expect(positionsIn('Dana Ruiz kritiserade Omar Feld.', { language: 'sv' })).toEqual([])
  })
})

describe('positions in any text', () => {
  it('lie within the article and have a strength between 0 and 1', () => {
    const words = fc.constantFrom(
      'Dana',
      'Kenya',
      'supports',
      'not',
      'criticism',
      'of',
      ',',
      '“',
      '”',
      'said',
      'by',
      'was',
      'that',
      '.',
      '\n',
      '🙂',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (parts) => {
        const text = `Dana spoke. ${parts.join(' ')}`
        for (const cue of toldReading(text, { names: NAMES }).cues) {
          expect(cue.start).toBeLessThan(cue.end)
          expect(cue.end).toBeLessThanOrEqual(text.length)
          expect(cue.strength).toBeGreaterThan(0)
          expect(cue.strength).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('are found in bounded time', () => {
    const hostile = ['Kenya supports '.repeat(8000), 'Kenya, '.repeat(8000), '“He supports Kenya” '.repeat(3000)]
    const started = performance.now()
    for (const text of hostile) toldReading(text, { names: NAMES })
    expect(performance.now() - started).toBeLessThan(15_000)
  }, 30_000)
})
