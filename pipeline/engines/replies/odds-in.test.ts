import { describe, expect, it } from 'vitest'
import { oddsIn } from './odds-in.ts'

const LABEL = { field: 'label', labels: ['support', 'oppose', 'unstated'] }

type Told = Record<string, number>

/** A chat completion with log probabilities: each token with the probabilities of what could have stood in its place. */
function completion(tokens: readonly [token: string, others?: Told][]): string {
  const content = tokens.map(([token, others = { [token]: 1 }]) => ({
    token,
    logprob: Math.log(others[token] ?? 1),
    top_logprobs: Object.entries(others).map(([other, odd]) => ({ token: other, logprob: Math.log(odd) })),
  }))
  const text = tokens.map(([token]) => token).join('')
  return JSON.stringify({ choices: [{ message: { content: text }, logprobs: { content } }] })
}

describe('the odds of a choice', () => {
  it('are those of the tokens that could begin its labels, renormalised', () => {
    const body = completion([['{"'], ['label'], ['":"'], ['op', { op: 0.6, support: 0.2, The: 0.2 }], ['pose'], ['"}']])
    expect(oddsIn(body, LABEL)).toEqual({ support: expect.closeTo(0.25), oppose: expect.closeTo(0.75), unstated: 0 })
  })

  it('are read behind other fields, and where the quotation mark is part of the token', () => {
    const body = completion([
      ['{"sentence":3,'],
      [' "label"'],
      [':'],
      [' "un', { ' "un': 0.5, ' "op': 0.25, ' "': 0.25 }],
      ['stated"}'],
    ])
    expect(oddsIn(body, LABEL)).toEqual({ support: 0, oppose: expect.closeTo(1 / 3), unstated: expect.closeTo(2 / 3) })
  })

  it('are shared where a token begins two labels and the answer went on with another', () => {
    const kinds = { field: 'kind', labels: ['concern', 'criticism', 'denial'] }
    const body = completion([['{"kind":"'], ['denial', { denial: 0.4, c: 0.4, cr: 0.2 }], ['"}']])
    expect(oddsIn(body, kinds)).toEqual({
      concern: expect.closeTo(0.2),
      criticism: expect.closeTo(0.4),
      denial: expect.closeTo(0.4),
    })
  })

  it('are those of the next token where the answer went on with one that begins two labels', () => {
    const tone = { field: 'tone', labels: ['positive', 'negative', 'neutral'] }
    const body = completion([
      ['{"tone":"'],
      ['ne', { ne: 0.9, positive: 0.05, negative: 0.05 }],
      ['utral', { utral: 0.9, gative: 0.1 }],
      ['"}'],
    ])
    expect(oddsIn(body, tone)).toEqual({
      positive: expect.closeTo(0.05),
      negative: expect.closeTo(0.14),
      neutral: expect.closeTo(0.81),
    })
  })

  it('are told apart letter by letter, also where one label begins another', () => {
    const sides = { field: 'side', labels: ['for', 'former', 'none'] }
    const body = completion([['{"side":"'], ['f'], ['o'], ['r', { r: 1 }], ['mer"}', { 'mer"}': 0.75, '"}': 0.25 }]])
    expect(oddsIn(body, sides)).toEqual({ for: expect.closeTo(0.25), former: expect.closeTo(0.75), none: 0 })
  })

  it('are not known where the server names too few alternatives to tell of every label', () => {
    expect(oddsIn(completion([['{"label":"'], ['oppose', { oppose: 0.8 }], ['"}']]), LABEL)).toBeUndefined()
    const two = { oppose: 0.6, support: 0.2 }
    expect(oddsIn(completion([['{"label":"'], ['oppose', two], ['"}']]), LABEL)).toBeUndefined()
    const all = { oppose: 0.8, support: 0.195 }
    expect(oddsIn(completion([['{"label":"'], ['oppose', all], ['"}']]), LABEL)?.unstated).toBe(0)
  })

  it('are those of the other alternatives where one has no probability', () => {
    const others = { oppose: 0.6, support: 0.2, unstated: 0.2, The: 0 }
    const body = completion([['{"label":"'], ['oppose', others], ['"}']])
    expect(body).toContain('"logprob":null')
    expect(oddsIn(body, LABEL)).toEqual({
      support: expect.closeTo(0.2),
      oppose: expect.closeTo(0.6),
      unstated: expect.closeTo(0.2),
    })
  })

  it('are read where spaces are part of the tokens, and written as tokenizers do', () => {
    const first = { 'Ġ"oppose': 0.5, '"support': 0.25, 'Ġ"': 0.25 }
    const body = completion([['{"label":'], ['Ġ"oppose', first], ['"}']])
    expect(oddsIn(body, LABEL)).toEqual({ support: expect.closeTo(1 / 3), oppose: expect.closeTo(2 / 3), unstated: 0 })
  })

  it('are read in the form of completions of a plain prompt', () => {
    const logprobs = {
      tokens: ['{"label":"', 'oppose', '"}'],
      token_logprobs: [0, Math.log(0.5), null],
      top_logprobs: [null, { oppose: Math.log(0.5), support: Math.log(0.25), unstated: Math.log(0.25) }, null],
    }
    const body = JSON.stringify({ choices: [{ text: '{"label":"oppose"}', logprobs }] })
    expect(oddsIn(body, LABEL)).toMatchObject({ support: expect.closeTo(0.25), oppose: expect.closeTo(0.5) })
  })

  it('are not known where the server tells none, or none that begins a label', () => {
    expect(oddsIn(JSON.stringify({ choices: [{ message: { content: '{"label":"oppose"}' } }] }), LABEL)).toBeUndefined()
    expect(oddsIn(completion([['{"label":"'], ['x', { x: 1 }], ['"}']]), LABEL)).toBeUndefined()
    expect(oddsIn(completion([['{"other":"'], ['oppose"}']]), LABEL)).toBeUndefined()
  })

  it.each([
    'no JSON',
    '{}',
    '{"choices":[]}',
    '{"choices":[{"logprobs":{"content":[{"token":7}]}}]}',
    '{"choices":[{"logprobs":{"content":[{"token":"{\\"label\\":\\"","logprob":null}]}}]}',
  ])('are not known from %s', (body) => {
    expect(oddsIn(body, LABEL)).toBeUndefined()
  })
})
