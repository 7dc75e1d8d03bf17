import { describe, expect, it } from 'vitest'
import { honestModel } from './honest-model.fake.ts'
import { probeWidely, WIDE_CALLS } from './probe-widely.ts'
import { misbehaviours, refusing, says } from './scripted-answers.fake.ts'
import { type Script, type ScriptedPages, scriptedServer } from './scripted-server.fake.ts'
import { llamaCpp, lmStudio, ollama, vllm } from './servers/known-servers.fake.ts'

async function widely(script: Script, pages: ScriptedPages = {}, model = 'fake-model') {
  await using server = await scriptedServer(script, pages)
  const probe = await probeWidely({ baseUrl: server.baseUrl, apiKey: 'key', model })
  expect(probe.calls).toBe(server.requests.length)
  return probe
}

describe('what somebody who chooses a model is told', () => {
  it('costs five calls', async () => {
    const { calls, tokensIn, tokensOut } = await widely(llamaCpp.script, llamaCpp.pages, llamaCpp.model)
    expect([calls, tokensIn, tokensOut]).toEqual([WIDE_CALLS, 500, 45])
  })

  it('is that llama.cpp and Ollama keep to a schema, not to a tool that they are told to call', async () => {
    for (const { script, pages, model } of [llamaCpp, ollama]) {
      expect((await widely(script, pages, model)).keepsTo).toEqual({ jsonSchema: true, tools: false })
    }
  })

  it('is that a server keeps to both', async () => {
    for (const { script, pages, model } of [vllm(), lmStudio]) {
      expect((await widely(script, pages, model)).keepsTo).toEqual({ jsonSchema: true, tools: true })
    }
  })

  it('is that tools work where a schema is refused, without asking for one again', async () => {
    const probe = await widely(refusing(['response_format'], honestModel))
    expect(probe).toMatchObject({ keepsTo: { jsonSchema: false, tools: true }, refused: ['response_format'] })
  })

  it('is that tools are refused, or break the server', async () => {
    const breaking: Script = (request, index) =>
      request.tools ? misbehaviours.serverError : honestModel(request, index)
    await using server = await scriptedServer(breaking)
    const asked = { baseUrl: server.baseUrl, apiKey: 'key', model: 'fake-model' }
    expect((await probeWidely(asked)).keepsTo).toEqual({ jsonSchema: true, tools: false })
    expect(await widely(refusing(['tools'], honestModel))).toMatchObject({
      keepsTo: { jsonSchema: true, tools: false },
      refused: ['tools'],
      dialect: { structure: 'json-schema' },
    })
  })

  it('is what of a prompt that was sent twice came from the cache, where the server counts it', async () => {
    const [counted, uncounted] = [
      await widely(llamaCpp.script, llamaCpp.pages, llamaCpp.model),
      await widely(ollama.script, ollama.pages, ollama.model),
    ]
    expect(counted.repeated).toEqual({ tokens: 99, ofTokens: 100 })
    expect(uncounted.repeated).toEqual({ tokens: 0, ofTokens: 100 })
  })

  it('asks with a long prompt that no cache knows yet', async () => {
    await using server = await scriptedServer(llamaCpp.script, llamaCpp.pages)
    const asked = { baseUrl: server.baseUrl, apiKey: 'key', model: llamaCpp.model }
    for (let run = 0; run < 2; run++) await probeWidely(asked)
    const long = server.requests.map(({ messages }) => messages[0]?.content ?? '').filter((text) => text.length > 2_000)
    expect([long.length, new Set(long).size]).toEqual([4, 2])
  })

  it('is little, of a model that never keeps to any form', async () => {
    const { keepsTo, dialect } = await widely(() => says('Paris, of course.'))
    expect([keepsTo, dialect.structure]).toEqual([{ jsonSchema: false, tools: false }, 'json-text'])
  })
})
