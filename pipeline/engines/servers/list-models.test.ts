import { describe, expect, it } from 'vitest'
import { json, misbehaviours } from '../scripted-answers.fake.ts'
import { type Scripted, type ScriptedPages, scriptedServer } from '../scripted-server.fake.ts'
import { llamaCpp, lmStudio, ollama, vllm } from './known-servers.fake.ts'
import { isModel, listModels } from './list-models.ts'

async function listed(pages: ScriptedPages) {
  await using server = await scriptedServer(() => misbehaviours.empty, pages)
  const listing = await listModels({ baseUrl: server.baseUrl, apiKey: 'none' })
  expect(server.requests).toEqual([])
  return listing
}

describe('what a server tells of its models', () => {
  it('is size and context of the one of llama.cpp', async () => {
    expect(await listed(llamaCpp.pages)).toMatchObject({
      kind: 'llama.cpp',
      isList: true,
      models: [
        { id: 'qwen-1.5b', size: { parameters: 1_777_088_000, toldBy: 'server' }, contextTokens: 16_384, isChat: true },
      ],
    })
  })

  it('is which of several are loaded where llama.cpp is their router', async () => {
    const data = [
      { id: 'a-4b', owned_by: 'llamacpp', status: { value: 'unloaded', args: [] } },
      { id: 'b-8b', owned_by: 'llamacpp', status: { value: 'loaded', args: [] } },
    ]
    const { models } = await listed({ models: json(200, { data }) })
    expect(models).toMatchObject([{ isLoaded: false, size: { parameters: 4e9, toldBy: 'name' } }, { isLoaded: true }])
  })

  it('is size, context and what else there is to know in pages of Ollama', async () => {
    expect(await listed(ollama.pages)).toMatchObject({
      kind: 'Ollama',
      models: [
        {
          id: 'qwen2.5:7b',
          size: { parameters: 7.6e9, toldBy: 'server' },
          contextTokens: 16_384,
          isLoaded: true,
          isChat: true,
        },
        { id: 'nomic-embed-text:latest', isLoaded: false, isChat: false },
        { id: 'gpt-oss:120b-cloud', isElsewhere: true },
      ],
    })
  })

  it('is nothing yet where Ollama has no model', async () => {
    const raw: Record<string, Scripted> = { '/': { kind: 'answer', status: 200, body: 'Ollama is running' } }
    expect(await listed({ models: json(200, { object: 'list', data: null }), raw })).toEqual({
      kind: 'Ollama',
      isList: true,
      models: [],
    })
  })

  it('is what LM Studio tells in a page of its own', async () => {
    expect(await listed(lmStudio.pages)).toMatchObject({
      kind: 'LM Studio',
      models: [
        { id: 'google/gemma-3-4b', size: { parameters: 4e9, toldBy: 'server' }, contextTokens: 8192, isLoaded: true },
        { id: 'openai/gpt-oss-20b', size: { parameters: 20e9 }, isLoaded: false },
        { id: 'text-embedding-nomic-embed-text-v1.5', isChat: false },
      ],
    })
  })

  it('is what older versions of LM Studio tell', async () => {
    const data = [
      {
        id: 'google/gemma-3-4b',
        type: 'llm',
        state: 'loaded',
        max_context_length: 131_072,
        loaded_context_length: 4096,
      },
      { id: 'openai/gpt-oss-20b', type: 'llm', state: 'not-loaded', max_context_length: 131_072 },
    ]
    const pages = { '/api/v1/models': { error: 'Unexpected endpoint or method.' }, '/api/v0/models': { data } }
    const { models } = await listed({ ...lmStudio.pages, pages })
    expect(models[0]).toMatchObject({ contextTokens: 4096, isLoaded: true, size: { parameters: 4e9, toldBy: 'name' } })
    expect(models[1]).not.toHaveProperty('contextTokens')
  })

  it('is the context of vLLM, and the size that the name behind its name tells', async () => {
    expect(await listed(vllm().pages)).toMatchObject({
      kind: 'vLLM',
      models: [{ id: 'newsroom', contextTokens: 32_768, size: { parameters: 14e9, toldBy: 'name' } }],
    })
  })
})

describe('a list in another form', () => {
  it('is read where it is nothing but the list', async () => {
    const models = json(200, [{ id: 'm', type: 'chat', context_length: 8_192 }])
    expect(await listed({ models })).toMatchObject({ isList: true, models: [{ id: 'm', contextTokens: 8_192 }] })
  })

  it('is none where the key may ask models and not list them', async () => {
    const message = 'You have insufficient permissions for this operation. Missing scopes: api.model.read.'
    expect(await listed({ models: json(403, { error: { message } }) })).toMatchObject({ isList: false, models: [] })
  })

  it('stands for all models that begin alike', async () => {
    const { models } = await listed({ models: json(200, { data: [{ id: 'openai/*' }] }) })
    expect(models).toMatchObject([{ isChat: false }])
    expect(models.map((each) => [isModel(each, 'openai/gpt-x'), isModel(each, 'gpt-x')])).toEqual([[true, false]])
  })
})

describe('a list that is none', () => {
  it.each<[string, Scripted]>([
    ['a page that is missing', json(404, {})],
    ['a web page', misbehaviours.htmlUnder200],
    ['another document', json(200, { hello: 'world' })],
    ['LM Studio without such a page', json(200, { error: 'Unexpected endpoint or method. (GET /v1/models)' })],
    ['an error', misbehaviours.serverError],
  ])('is %s', async (_what, models) => expect(await listed({ models })).toMatchObject({ isList: false, models: [] }))

  it('leaves out what is no model, and believes no nonsense of the others', async () => {
    const data = [
      null,
      'model',
      { id: 7 },
      { id: '' },
      { id: 'x'.repeat(10_000) },
      {
        id: 'odd',
        aliases: 'odd',
        owned_by: 7,
        max_model_len: -1,
        meta: { n_ctx: 'large', n_params: -5 },
        status: 'loaded',
      },
    ]
    const { models } = await listed({ models: json(200, { data }) })
    expect(models).toEqual([{ id: 'odd', aliases: [], isChat: true, isElsewhere: false }])
  })

  it('stays one when the pages beside it break off', async () => {
    const raw = { '/api/tags': misbehaviours.reset, '/api/ps': misbehaviours.half }
    expect((await listed({ ...ollama.pages, raw })).models).toHaveLength(3)
  })

  it('is a key that is refused', async () => {
    await expect(listed({ models: json(401, {}) })).rejects.toMatchObject({ code: 'MODEL_KEY_REFUSED' })
  })
})
