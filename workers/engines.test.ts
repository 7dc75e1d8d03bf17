import { describe, expect, it } from 'vitest'
import { honestModel } from '../pipeline/engines/honest-model.fake.ts'
import { scriptedServer } from '../pipeline/engines/scripted-server.fake.ts'
import type { Recipe } from '../pipeline/schema/recipe.ts'
import { readConfig } from './config.ts'
import { openEngines, serversOf, unpricedOf } from './engines.ts'
import { recipeOf } from './recipe-of.ts'

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

describe('a process that lacks the settings of the larger model', () => {
  it.each([
    ['all of them', {}],
    ['the name', { STANDPOINT_LARGER_BASE_URL: 'http://large.test/v1' }],
    ['the address', { STANDPOINT_LARGER_MODEL: 'large' }],
  ])('says which, and asks no other model in its place: %s', async (_, env) => {
    await using small = await scriptedServer(honestModel, { models: ['small'] })
    await using large = await scriptedServer(honestModel, { models: ['large'] })
    const settings = { OPENAI_BASE_URL: small.baseUrl, STANDPOINT_MODEL: 'small' }
    const all = { ...settings, STANDPOINT_LARGER_MODEL: 'large', STANDPOINT_LARGER_BASE_URL: large.baseUrl }
    const rich = readConfig(all)
    const made = await recipeOf({ mode: 'chain' }, { config: rich, engines: openEngines(rich) })
    const before = small.requests.length
    const engineFor = openEngines(readConfig({ ...settings, ...env })).engineFor(made)
    const { larger } = made.steps.stances
    await expect(engineFor(larger ?? made.steps.stances)).rejects.toMatchObject({
      code: 'MODEL_UNKNOWN',
      where: small.baseUrl,
      fix: expect.stringContaining('Set STANDPOINT_LARGER_MODEL=large and STANDPOINT_LARGER_BASE_URL'),
    })
    expect(small.requests).toHaveLength(before)
    await expect(openEngines(rich).engineFor(made)(larger ?? made.steps.stances)).resolves.toBeDefined()
  })
})
