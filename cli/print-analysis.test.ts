import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { Result } from '../pipeline/schema/analysis.ts'
import { Article } from '../pipeline/schema/article.ts'
import { printAnalysis } from './print-analysis.ts'
import { resultOf } from './result.fake.ts'

const text =
  'The board of the Brannoch ferries voted on Monday to let all three ships sail again, after nine weeks in which nothing had left the harbour and the island had been fed by fishing boats that came across by night when the wind allowed it and sold flour by the pound. Ida Brandt praised the vote. “We sail again,” Brandt said. Tomas Eide kept silent.'

const result = resultOf(text, ({ evidence, line, actor, stance }) => ({
  actors: [actor('a1', 'Ida Brandt', 'chair'), actor('a2', 'Tomas Eide'), actor('a3', 'Brannoch')],
  issues: [
    { id: 'i1', statement: 'The ferries sail again', evidence: [evidence('sail again')] },
    { id: 'i2', statement: 'The vote of the board', evidence: [evidence('the vote', 1)] },
  ],
  summary: { brief: [line('s1', 'Ida Brandt praised the vote.')], keyPoints: [line('k1', 'Tomas Eide kept silent.')] },
  stances: [
    stance('t1', { actor: 'a1', target: 'i1', label: 'support' }, '“We sail again,” Brandt said.'),
    stance('t2', { actor: 'a1', target: 'i2', label: 'support' }, 'Ida Brandt praised the vote.'),
    stance('t3', { actor: 'a3', target: 'a1', label: 'oppose' }, text.slice(0, text.indexOf(' Ida'))),
    { id: 't4', actor: 'a2', target: 'i1', label: 'unstated', evidence: [] },
  ],
  reactions: [
    {
      id: 'r1',
      actor: 'a1',
      kind: 'praise',
      polarity: 'positive',
      content: 'praised the vote',
      cue: evidence('praised'),
      evidence: [evidence('praised the vote', 1)],
    },
    {
      id: 'r2',
      actor: 'a1',
      kind: 'other',
      polarity: 'neutral',
      content: 'We sail again,',
      cue: evidence('said'),
      quote: { index: 0, start: text.indexOf('We sail'), end: text.indexOf('” Brandt'), text: 'We sail again,' },
      evidence: [evidence('We sail again', 2)],
    },
  ],
}))

describe('an analysis at a terminal', () => {
  it('reads as sentences with the numbers of their evidence', () => {
    const printed = print(result)
    expect(printed).toContain('▲ Ida Brandt (chair) supports the main issue [1]')
    expect(printed).toContain('▲ Ida Brandt supports “The vote of the board” [1]')
    expect(printed).toContain('▼ Brannoch opposes Ida Brandt [1]')
    expect(printed).toContain('· No stance found: Tomas Eide')
  })

  it('says whose label it is where a larger model gave it, of a stance and of somebody of whom it found none', () => {
    const [first, ...others] = result.analysis.stances
    const stances = [
      { ...first, model: 'large', confidence: { value: 0.82, calibrated: true } },
      ...others.map((stance) => (stance.id === 't4' ? { ...stance, model: 'large' } : stance)),
    ]
    const printed = print(Result.parse({ ...result, analysis: { ...result.analysis, stances } }), {
      width: 140,
      color: false,
    })
    expect(printed).toContain('Ida Brandt (chair) supports the main issue (82 % sure; labelled by large) [1]')
    expect(printed).toContain('▼ Brannoch opposes Ida Brandt [1]')
    expect(printed).toContain('· No stance found: Tomas Eide (labelled by large)')
  })

  it('shows reactions without saying the reporting verb twice, and quotes without the comma at their end', () => {
    expect(print(result)).toContain('Ida Brandt (praise) [2]\n    praised the vote\n')
    expect(print(result)).toContain('Ida Brandt (statement, “said”) [3]\n    “We sail again”\n')
  })

  it('shortens evidence around the actor that it concerns', () => {
    const proof = print(result)
      .split('\n')
      .filter((line) => line.includes('│'))
      .join('\n')
    expect(proof).toContain('Brannoch')
    expect(proof).toContain('…')
  })

  it.each([40, 80, 140])('is never wider than %i columns, with or without colour', (width) => {
    for (const color of [true, false]) {
      const lines = stripVTControlCharacters(print(result, { width, color })).split('\n')
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width)
    }
  })

  it('says the same without colour', () => {
    expect(stripVTControlCharacters(print(result, { width: 80, color: true }))).toBe(print(result))
  })

  it('names a dozen of those who say nothing and counts the rest', () => {
    const names = Array.from({ length: 30 }, (_, at) => `Person${at}`)
    const crowd = resultOf(names.join(' '), ({ actor }) => ({ actors: names.map((name, at) => actor(`a${at}`, name)) }))
    expect(print(crowd)).toContain('Person11; and 18 more')
  })

  it('lets no text of the article drive the terminal', () => {
    const hostile = 'Ida \u001b[2J\u001b]0;owned\u0007 \u202EBrandt\r\nsaid no.'
    const parts = resultOf(hostile, ({ line }) => ({ summary: { brief: [line('s1', hostile)], keyPoints: [] } }))
    expect(print(parts).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u)
  })
})

function print({ analysis, ...article }: Result, options = { width: 80, color: false }): string {
  return printAnalysis(Article.parse(article), analysis, options)
}
