import { describe, expect, it } from 'vitest'
import type { Recipe } from '../pipeline/schema/recipe.ts'
import { readConfig } from './config.ts'
import { serversOf, unpricedOf } from './engines.ts'

const asked = (model: string, larger?: string) => ({
  engine: 'openai',
  model,
  ...(larger && { larger: { engine: 'openai', model: larger } }),
})
const recipe: Recipe = {
  steps: {
    actors: { engine: 'extractive' },
    summary: asked('small'),
    stances: asked('small', 'large'),
    reactions: asked('small'),
  },
  length: 'standard',
  targets: [],
  actors: [],
  rules: 1,
}

describe('where the models of a recipe are served', () => {
  it('is told by the address, where that is one', () => {
    expect(serversOf(recipe, readConfig({ OPENAI_BASE_URL: 'http://one.test/v1' }))).toBe('http://one.test/v1')
  })

  it('changes with the server of the larger model, and when the two change places', () => {
    const told = [
      ['http://one.test/v1', 'http://two.test/v1'],
      ['http://one.test/v1', 'http://three.test/v1'],
      ['http://two.test/v1', 'http://one.test/v1'],
    ].map(([first, larger]) => {
      const env = { STANDPOINT_LARGER_MODEL: 'large', STANDPOINT_LARGER_BASE_URL: larger, OPENAI_BASE_URL: first }
      return serversOf(recipe, readConfig(env))
    })
    expect(new Set(told).size).toBe(3)
  })
})

describe('the models of a recipe that have no price', () => {
  it.each([
    ['large=1/1/1', ['small']],
    ['small=1/1/1', ['large']],
    ['small=1/1/1,large=1/1/1', []],
    ['other=1/1/1', []],
  ])('are told where another has one: %s', (prices, told) => {
    expect(unpricedOf(recipe, readConfig({ STANDPOINT_PRICES: prices }))).toEqual(told)
  })
})
