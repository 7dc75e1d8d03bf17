import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Probe } from '../pipeline/engines/probe.ts'
import { recipeHash } from '../pipeline/schema/hash.ts'
import { Recipe } from '../pipeline/schema/recipe.ts'
import { readConfig } from './config.ts'
import { type Engines, openEngines } from './engines.ts'
import { type RecipeOptions, recipeOf } from './recipe-of.ts'

const probe: Probe = {
  kind: 'llama.cpp',
  dialect: {
    structure: 'json-schema',
    narrowed: true,
    maxTokensParameter: 'max_tokens',
    temperature: true,
    systemRole: true,
  },
  contextTokens: 16_384,
  tokensPerSecond: { prompt: 60, output: 10 },
  logprobs: false,
  topLogprobs: 0,
  isOwn: true,
  refused: [],
  calls: 2,
  models: [],
}
const smallModel: Probe = {
  ...probe,
  logprobs: true,
  topLogprobs: 20,
  size: { parameters: 1.5e9, toldBy: 'name' },
}

describe('the recipe', () => {
  it('uses no model when none is named, whatever keys there are', async () => {
    const recipe = await recipeFor({}, { OPENAI_API_KEY: 'sk-1' })
    expect(recipe.steps.stances).toEqual({ engine: 'extractive' })
    expect(recipe.dialect).toBeUndefined()
  })

  it('takes the model of the settings, and another one when the command names it', async () => {
    const env = { STANDPOINT_MODEL: 'small' }
    const models = [await recipeFor({}, env), await recipeFor({ model: 'large' }, env)].map(
      (one) => one.steps.actors.model,
    )
    expect(models).toEqual(['small', 'large'])
  })

  it('uses no model when the command asks for the rules', async () => {
    const recipe = await recipeFor({ engine: 'extractive' }, { STANDPOINT_MODEL: 'small' })
    expect(recipe.steps.actors).toEqual({ engine: 'extractive' })
  })

  it('names the prompt of each step by version and hash, and holds what the probe found', async () => {
    const recipe = Recipe.parse(await recipeFor({ model: 'small', targets: ['the toll'] }))
    const prompts = Object.values(recipe.steps).map((step) => step.prompt?.hash)
    expect(new Set([...prompts, recipe.sharedPrompt?.hash]).size).toBe(5)
    expect(recipe).toMatchObject({ dialect: probe.dialect, contextTokens: 16_384, targets: ['the toll'] })
  })

  it('leaves actors to the rules in mode guided, and asks the rest with the short messages of that mode', async () => {
    const [guided, chain] = [await recipeFor({ model: 'small', mode: 'guided' }), await recipeFor({ model: 'small' })]
    expect(guided.steps.actors).toEqual({ engine: 'extractive' })
    expect(guided.steps.stances).toMatchObject({ model: 'small', mode: 'guided' })
    expect(guided.sharedPrompt?.hash).not.toBe(chain.sharedPrompt?.hash)
  })

  it('sets single steps apart, by mode, model or the rules', async () => {
    const steps = { summary: { mode: 'chain', model: 'large' }, reactions: { engine: 'extractive' } } as const
    const recipe = Recipe.parse(await recipeFor({ model: 'small', mode: 'guided', steps }))
    expect(recipe.steps.stances).toMatchObject({ model: 'small', mode: 'guided' })
    expect(recipe.steps.summary).toMatchObject({ model: 'large', mode: 'chain', sharedPrompt: { version: 1 } })
    expect(recipe.steps.stances.sharedPrompt).toBeUndefined()
    expect(recipe.steps.reactions).toEqual({ engine: 'extractive' })
  })

  it('names the larger model for what the first is not sure of, and how sure that is', async () => {
    const recipe = Recipe.parse(await recipeFor({ model: 'small', mode: 'guided', larger: 'large', below: 0.6 }))
    expect(recipe.steps.stances).toMatchObject({ below: 0.6, larger: { model: 'large', mode: 'chain' } })
    const byDefault = await recipeFor({ model: 'small' }, { STANDPOINT_LARGER_MODEL: 'large' })
    const named = await recipeFor({ model: 'small', below: 0.5 }, { STANDPOINT_LARGER_MODEL: 'large' })
    expect(named.steps.stances).toMatchObject({ below: 0.5, larger: { model: 'large' } })
    expect(byDefault.steps.stances).toMatchObject({ below: 0.7, larger: { model: 'large' } })
  })

  it('refuses two servers with a model of one name: it could not tell which is meant', async () => {
    const env = { STANDPOINT_LARGER_MODEL: 'model' }
    const ownServer = { ...env, STANDPOINT_LARGER_BASE_URL: 'http://large.test/v1' }
    await expect(recipeFor({ model: 'model', mode: 'guided' }, ownServer)).rejects.toMatchObject({
      code: 'OPTION_INVALID',
    })
    await expect(recipeFor({ model: 'small', mode: 'guided' }, ownServer)).resolves.toBeDefined()
    await expect(recipeFor({ model: 'model', mode: 'guided' }, env)).rejects.toThrow('itself not sure')
    const stances = { mode: 'guided', model: 'model' } as const
    await expect(recipeFor({ model: 'small', steps: { stances } }, env)).rejects.toThrow('itself not sure')
    const summary = { mode: 'chain', model: 'model' } as const
    await expect(recipeFor({ model: 'small', steps: { summary } }, env)).resolves.toBeDefined()
  })

  it('takes the calibration of the model that is asked for stances, in mode guided alone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'calibration-'))
    const file = join(folder, 'small.json')
    const calibration = { slope: 2, intercept: 0, threshold: 0.5, model: 'small' }
    await writeFile(file, JSON.stringify({ ...calibration, decisions: 9 }))
    const env = { STANDPOINT_MODEL: 'small', STANDPOINT_CALIBRATION: file }
    const [guided, chain] = [{ mode: 'guided' }, { mode: 'chain' }] as const
    const of = async (options: RecipeOptions) => (await recipeFor(options, env)).calibration
    expect(await of(guided)).toEqual(calibration)
    expect(await of({ ...chain, steps: { stances: guided } })).toEqual(calibration)
    expect(await of({ ...guided, steps: { stances: chain } })).toBeUndefined()
    expect(await of({ ...guided, steps: { stances: { ...guided, model: 'other' } } })).toBeUndefined()
    expect(await of({ ...guided, model: 'other' })).toBeUndefined()
    await expect(of({ ...guided, model: 'other', calibration: file })).rejects.toMatchObject({
      code: 'CALIBRATION_INVALID',
    })
    await rm(folder, { recursive: true })
  })

  it('may be an older one, whose calibration says what was measured, and keeps its hash', async () => {
    const recipe = await recipeFor({ model: 'small', mode: 'guided' })
    const calibration = { slope: 2, intercept: 0, threshold: 0.5, model: 'small' }
    const promise = { kind: 'recall' as const, value: 0.8, probability: 0.9, articles: 30, against: 'gold' }
    const older = { ...recipe, calibration: { ...calibration, decisions: 9, promise } }
    expect(recipeHash(Recipe.parse(older))).toBe(recipeHash(older))
    expect(recipeHash(older)).not.toBe(recipeHash({ ...recipe, calibration }))
  })

  it('refuses what cannot be set apart', async () => {
    const refused = { code: 'OPTION_INVALID' }
    const steps = { summary: { mode: 'chain' } } as const
    await expect(recipeFor({ model: 'small', mode: 'single', steps })).rejects.toMatchObject(refused)
    await expect(recipeFor({ larger: 'large' })).rejects.toMatchObject(refused)
    await expect(recipeFor({ model: 'small', below: 0.5 })).rejects.toMatchObject(refused)
    await expect(recipeFor({ below: 0.5 })).rejects.toMatchObject(refused)
    await expect(recipeFor({ engine: 'extractive', steps })).rejects.toMatchObject(refused)
  })

  it('stores the mode that auto stands for', async () => {
    const modes = [await recipeFor({ model: 'm', mode: 'auto' }), await recipeFor({ model: 'm', mode: 'single' })]
    expect(modes.map((recipe) => recipe.steps.summary.mode)).toEqual(['chain', 'single'])
  })

  it('is guided for a small model, and says how many alternatives are asked for, which no other mode does', async () => {
    const [auto, chosen] = [
      await recipeFor({ model: 'm', mode: 'auto' }, {}, smallModel),
      await recipeFor({ model: 'm', mode: 'chain' }, {}, smallModel),
    ].map((recipe) => Recipe.parse(recipe))
    expect(auto).toMatchObject({ steps: { stances: { mode: 'guided' } }, dialect: { topLogprobs: 20 } })
    expect(chosen?.dialect).toEqual(probe.dialect)
  })

  it('believes the settings before the probe about the context', async () => {
    expect((await recipeFor({ model: 'm' }, { STANDPOINT_CONTEXT_TOKENS: '8000' })).contextTokens).toBe(8000)
  })

  it('asks for a model where the engine needs one, and names the engines where there is no such one', async () => {
    await expect(recipeFor({ engine: 'openai' })).rejects.toMatchObject({ code: 'OPTION_INVALID' })
    await expect(recipeFor({ engine: 'toString' })).rejects.toMatchObject({
      code: 'ENGINE_UNKNOWN',
      fix: expect.stringContaining('extractive, openai'),
    })
  })

  it('is refused by the engines when a prompt file was edited since', async () => {
    const config = readConfig({})
    const engines = openEngines(config)
    const recipe = await recipeFor({ model: 'm' })
    const edited = { ...recipe, sharedPrompt: { version: 1, hash: 'of another text' } }
    await expect(engines.engineFor(edited)(recipe.steps.actors)).rejects.toMatchObject({ code: 'PROMPT_UNKNOWN' })
  })
})

async function recipeFor(options: RecipeOptions, env: Record<string, string> = {}, found = probe): Promise<Recipe> {
  const engines: Engines = {
    probe: async () => found,
    engineFor: () => () => Promise.reject(new Error('A recipe needs no engine')),
  }
  return recipeOf(options, { config: readConfig(env), engines })
}
