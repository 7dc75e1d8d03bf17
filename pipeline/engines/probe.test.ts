import { describe, expect, it } from 'vitest'
import { honestModel } from './honest-model.fake.ts'
import { probeServer } from './probe.ts'
import {
  answers,
  inOrder,
  json,
  misbehaviours,
  refuses,
  refusing,
  refusingSystemRole,
  says,
} from './scripted-answers.fake.ts'
import { type ChatRequest, type Script, type ScriptedPages, scriptedServer } from './scripted-server.fake.ts'
import { llamaCpp, lmStudio, ollama, vllm, withChoice } from './servers/known-servers.fake.ts'

async function probed(script: Script, pages: ScriptedPages = {}, model = 'fake-model') {
  await using server = await scriptedServer(script, pages)
  return await probeServer({ baseUrl: server.baseUrl, apiKey: 'key', model })
}

async function faultOf(script: Script, pages: ScriptedPages = {}): Promise<unknown> {
  return probed(script, pages).then(
    () => undefined,
    (error: unknown) => error,
  )
}

/** Takes these fields and pays no heed to them. */
const ignoring =
  (fields: readonly (keyof ChatRequest & string)[]): Script =>
  (request, index) =>
    fields.some((field) => request[field] !== undefined) ? says({ word: 'Paris' }) : honestModel(request, index)

describe('finding the form of structured answers', () => {
  it('is JSON Schema where the model keeps to it', async () => {
    const { dialect, calls } = await probed(honestModel)
    expect(dialect).toEqual({
      structure: 'json-schema',
      narrowed: false,
      maxTokensParameter: 'max_tokens',
      temperature: true,
      systemRole: true,
    })
    expect(calls).toBe(2)
  })

  it('is tools where JSON Schema is refused', async () => {
    const { dialect } = await probed(refusing(['response_format'], honestModel))
    expect(dialect.structure).toBe('tools')
    expect(dialect.toolsHash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('is tools where JSON Schema is taken but ignored', async () => {
    expect((await probed(ignoring(['response_format']))).dialect.structure).toBe('tools')
  })

  it('is JSON in the text where both are ignored', async () => {
    const { dialect, calls } = await probed(ignoring(['response_format', 'tools']))
    expect(dialect.structure).toBe('json-text')
    expect(dialect.toolsHash).toBeUndefined()
    expect(calls).toBeLessThanOrEqual(8)
  })

  it('does not believe one answer that may be chance', async () => {
    const chance: Script = (request) =>
      request.response_format ? answers(request, { word: 'blorpt' }) : honestModel(request, 0)
    expect((await probed(chance)).dialect.structure).toBe('tools')
  })

  it('narrows the schema where another schema found the prompt in the cache', async () => {
    const caching: Script = (request, index) => {
      const answer = honestModel(request, index)
      return 'kind' in answer && answer.kind === 'answer'
        ? { ...answer, body: cached(answer.body, index * 90) }
        : answer
    }
    const { dialect, cachesPrompts } = await probed(caching)
    expect([dialect.narrowed, cachesPrompts]).toEqual([true, true])
  })
})

describe('learning what a server refuses', () => {
  it('drops the parameters that it names', async () => {
    const picky = refusing(['temperature', 'max_tokens', 'logprobs'], refusingSystemRole(honestModel))
    const { dialect, logprobs, refused, calls } = await probed(picky)
    expect(dialect).toMatchObject({
      structure: 'json-schema',
      temperature: false,
      maxTokensParameter: 'max_completion_tokens',
      systemRole: false,
    })
    expect(logprobs).toBe(false)
    expect(refused).toEqual(['temperature', 'max_tokens', 'logprobs', 'the system role'])
    expect(calls).toBeLessThanOrEqual(8)
  })

  it('asks a model that reasons to think little', async () => {
    const { dialect } = await probed(thinking(honestModel))
    expect(dialect.reasoningEffort).toBe('low')
  })

  it('does not take a model that thinks too long for one that does not keep to the form', async () => {
    const lost: Script = (request, index) =>
      request.reasoning_effort === undefined ? misbehaviours.thinksOnly : honestModel(request, index)
    const { dialect, calls } = await probed(lost)
    expect([dialect.structure, dialect.reasoningEffort, calls]).toEqual(['json-schema', 'low', 3])
  })

  it('gives it the room all the same where the server cannot be told', async () => {
    const { dialect } = await probed(refusing(['reasoning_effort'], thinking(honestModel)))
    expect(dialect.reasoningEffort).toBe('unsent')
  })

  it('finds the form that works where a server breaks over the others', async () => {
    const breaking: Script = (request, index) =>
      request.response_format || request.tools ? misbehaviours.serverError : honestModel(request, index)
    expect((await probed(breaking)).dialect.structure).toBe('json-text')
  })

  it('gives up soon on a server that breaks over everything, and says what it said', async () => {
    await using server = await scriptedServer(() => misbehaviours.serverError)
    const fault = await probeServer({ baseUrl: server.baseUrl, apiKey: 'key', model: 'fake-model' }).catch(
      (error) => error,
    )
    expect(fault).toMatchObject({ code: 'MODEL_FAILED', message: expect.stringContaining('out of memory') })
    expect(server.requests).toHaveLength(8)
  })

  it.each([
    [403, 'You are not allowed to request logprobs from this model', { structure: 'json-schema' }, 'logprobs' as const],
    [404, 'No endpoints found that support tool use.', { structure: 'json-text' }, 'tools' as const],
    [200, 'response_format is not supported', { structure: 'tools' }, 'response_format' as const],
  ])('takes a refusal under status %i for what it is: %s', async (status, message, dialect, field) => {
    const first = field === 'tools' ? refusing(['response_format'], honestModel) : honestModel
    const picky: Script = (request, index) =>
      request[field] === undefined ? first(request, index) : refuses(message, { status, code: '' })
    expect((await probed(picky)).dialect).toMatchObject(dialect)
  })

  it('gets through to a model that refuses everything that can be left out', async () => {
    const fields = ['temperature', 'max_tokens', 'logprobs', 'response_format', 'tools'] as const
    const { dialect } = await probed(refusing(fields, refusingSystemRole(honestModel)))
    expect(dialect).toMatchObject({ structure: 'json-text', systemRole: false, temperature: false })
  })

  it('gives up on a model that takes no request', async () => {
    expect(await faultOf(() => refuses('This is not a chat model'))).toMatchObject({ code: 'MODEL_UNUSABLE' })
  })
})

describe('the probabilities of tokens', () => {
  it('are asked for with twenty alternatives, in one call', async () => {
    await using server = await scriptedServer(llamaCpp.script, llamaCpp.pages)
    const probe = await probeServer({ baseUrl: server.baseUrl, apiKey: 'key', model: llamaCpp.model })
    expect(probe).toMatchObject({ logprobs: true, topLogprobs: 20, refused: [], calls: 2 })
    expect(server.requests.map((request) => request.top_logprobs)).toEqual([20, undefined])
  })

  it('come with five where the server gives no more', async () => {
    const { script, pages, model } = vllm({ mostLogprobs: 5 })
    const probe = await probed(script, pages, model)
    expect(probe).toMatchObject({ topLogprobs: 5, refused: ['top_logprobs above 5'], calls: 3 })
  })

  it('are not there where they are taken and not given', async () => {
    const probe = await probed(lmStudio.script, lmStudio.pages, lmStudio.model)
    expect(probe).toMatchObject({ logprobs: false, topLogprobs: 0, refused: [], calls: 2 })
  })

  it('are left out before anything else where a refusal names nothing', async () => {
    const silent: Script = (request, index) => (request.logprobs ? refuses('Bad request') : honestModel(request, index))
    const { dialect, refused } = await probed(silent)
    expect([dialect.structure, dialect.temperature, refused]).toEqual(['json-schema', true, ['logprobs']])
  })

  it('are asked for again when it was something else that was refused', async () => {
    const { script, pages, model } = vllm()
    const silent: Script = (request, index) =>
      request.response_format ? refuses('Bad request') : script(request, index)
    const { dialect, topLogprobs, refused } = await probed(silent, pages, model)
    expect([dialect.structure, topLogprobs, refused]).toEqual(['tools', 20, ['response_format']])
  })

  it.each([
    ['a text', 'yes'],
    ['no tokens', { content: [] }],
    [
      'numbers of tokens',
      { content: [{ token: 'token_id:7', logprob: 0, top_logprobs: [{ token: 'token_id:8', logprob: -1 }] }] },
    ],
    ['tokens without alternatives', { content: [{ token: 'a', top_logprobs: null }] }],
    ['alternatives without a number', { content: [{ top_logprobs: [{ token: 'a', logprob: 'high' }] }] }],
    ['more tokens than there can be', { content: Array.from({ length: 20_000 }, () => ({ top_logprobs: [] })) }],
  ])('count for nothing when they are %s', async (_what, logprobs) => {
    const odd: Script = (request, index) => withChoice(honestModel(request, index), { logprobs })
    expect((await probed(odd)).topLogprobs).toBe(0)
  })
})

describe('reading what a server tells of itself', () => {
  it('takes context and slots from llama.cpp', async () => {
    const models = json(200, { data: [{ id: 'fake-model', owned_by: 'llamacpp', meta: { n_ctx: 16_384 } }] })
    const pages = { '/props': { total_slots: 4, default_generation_settings: { n_ctx: 8_192 } } }
    const probe = await probed(honestModel, { models, pages })
    expect(probe).toMatchObject({ contextTokens: 8_192, slots: 4, dialect: { narrowed: true } })
  })

  it('takes the context from the list of models, as vLLM has it', async () => {
    const models = json(200, { data: [{ id: 'fake-model', owned_by: 'vllm', max_model_len: 32_768 }] })
    expect(await probed(honestModel, { models })).toMatchObject({ contextTokens: 32_768, dialect: { narrowed: true } })
  })

  it('takes the context that a model has in Ollama, not what it was trained for', async () => {
    const models = json(200, { data: [{ id: 'fake-model:latest', owned_by: 'library' }] })
    expect((await probed(honestModel, { models })).contextTokens).toBe(4_096)
    const pages = { '/api/ps': { models: [{ name: 'fake-model:latest', context_length: 8_192 }] } }
    expect((await probed(honestModel, { models, pages })).contextTokens).toBe(8_192)
  })

  it('reads the context of Ollama once more when the question has loaded the model', async () => {
    const pages: Record<string, unknown> = { ...ollama.pages.pages, '/api/ps': { models: [] } }
    const loading: Script = (request, index) => {
      pages['/api/ps'] = { models: [{ name: ollama.model, context_length: 16_384 }] }
      return ollama.script(request, index)
    }
    expect((await probed(loading, { ...ollama.pages, pages }, ollama.model)).contextTokens).toBe(16_384)
  })

  it('takes the size of the model from the server, else from its name', async () => {
    const sizes = [
      await probed(llamaCpp.script, llamaCpp.pages, llamaCpp.model),
      await probed(vllm().script, vllm().pages, vllm().model),
      await probed(honestModel),
    ].map(({ size }) => size)
    expect(sizes).toEqual([
      { parameters: 1_777_088_000, toldBy: 'server' },
      { parameters: 14e9, toldBy: 'name' },
      undefined,
    ])
  })

  it('knows a model that Ollama only passes on for one that is not there', async () => {
    const probe = await probed(ollama.script, ollama.pages, 'gpt-oss:120b-cloud')
    expect(probe).toMatchObject({ isOwn: false, dialect: { narrowed: false } })
  })

  it('does without a list of models', async () => {
    const { models } = await probed(honestModel, { models: json(404, {}) })
    expect(models).toEqual([])
  })

  it('believes the server about its speed', async () => {
    const { tokensPerSecond } = await probed(llamaCpp.script, llamaCpp.pages, llamaCpp.model)
    expect(tokensPerSecond).toEqual({ prompt: 55.5, output: 10.5 })
  })

  it('does not believe it about a prompt that was in its cache', async () => {
    const cachedAll: Script = async (request, index) => {
      const answer = await llamaCpp.script(request, index)
      if (answer.kind !== 'answer') return answer
      const body = answer.body.replace(
        '"prompt_n":100,"prompt_per_second":55.5',
        '"prompt_n":1,"prompt_per_second":8.9',
      )
      return { ...answer, body: body.replaceAll('"cached_tokens":0', '"cached_tokens":99') }
    }
    const { tokensPerSecond } = await probed(cachedAll, llamaCpp.pages, llamaCpp.model)
    expect(tokensPerSecond.output).toBe(10.5)
    expect(tokensPerSecond.prompt).toBeGreaterThanOrEqual(52.5)
  })

  it('measures the speed', async () => {
    const { tokensPerSecond } = await probed(honestModel)
    expect(tokensPerSecond.output).toBeGreaterThanOrEqual(1)
    expect(tokensPerSecond.prompt).toBeGreaterThan(tokensPerSecond.output)
  })
})

describe('a model that cannot be used', () => {
  it('is unknown, and those there are are named', async () => {
    const fault = await faultOf(honestModel, { models: ['small', 'large'] })
    expect(fault).toMatchObject({ code: 'MODEL_UNKNOWN', fix: expect.stringContaining('small, large') })
  })

  it('has a key that is refused', async () => {
    expect(await faultOf(honestModel, { models: json(401, {}) })).toMatchObject({ code: 'MODEL_KEY_REFUSED' })
    expect(await faultOf(() => misbehaviours.wrongKey)).toMatchObject({ code: 'MODEL_KEY_REFUSED' })
  })

  it('is on a server that does not answer', async () => {
    const unheard = probeServer({ baseUrl: 'http://127.0.0.1:1/v1', apiKey: 'key', model: 'fake-model' })
    await expect(unheard).rejects.toMatchObject({ code: 'MODEL_UNREACHABLE' })
  })

  it('is at an address that is none', async () => {
    const nowhere = probeServer({ baseUrl: 'localhost:8080', apiKey: 'key', model: 'fake-model' })
    await expect(nowhere).rejects.toMatchObject({ code: 'CONFIG_INVALID' })
  })

  it('is waited for while it loads', async () => {
    const { dialect } = await probed(inOrder(misbehaviours.loading, honestModel))
    expect(dialect.structure).toBe('json-schema')
  })
})

function cached(body: string, tokens: number): string {
  return body.replace('"prompt_tokens":100', `"prompt_tokens":100,"prompt_tokens_details":{"cached_tokens":${tokens}}`)
}

function thinking(script: Script): Script {
  return async (request, index) => {
    const answer = await script(request, index)
    if (answer.kind !== 'answer') return answer
    return {
      ...answer,
      body: answer.body.replace('"role":"assistant"', '"role":"assistant","reasoning_content":"Hm."'),
    }
  }
}
