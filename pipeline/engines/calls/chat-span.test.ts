import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { RecordedAnswer } from '../../schema/call-contract.ts'
import { inChatSpan, tellReplay } from './chat-span.ts'

const exporter = new InMemorySpanExporter()
const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] })
provider.register()
afterAll(() => provider.shutdown())
beforeEach(() => exporter.reset())

const LOCAL = { baseUrl: 'http://127.0.0.1:8080/v1', model: 'llama3:8b' }

describe('the span of a model call', () => {
  it('names server and model, and tells tokens and the model that answered', async () => {
    await inChatSpan({ provider: LOCAL, maxTokens: 400 }, async () => answered(200, COMPLETION))
    expect(last()).toMatchObject({
      name: 'chat llama3:8b',
      attributes: {
        'gen_ai.provider.name': 'openai',
        'gen_ai.request.model': 'llama3:8b',
        'gen_ai.request.max_tokens': 400,
        'gen_ai.response.model': 'llama3:8b-q4',
        'gen_ai.response.finish_reasons': ['stop'],
        'gen_ai.usage.input_tokens': 90,
        'gen_ai.usage.cache_read.input_tokens': 64,
        'gen_ai.usage.output_tokens': 7,
        'server.address': '127.0.0.1',
        'server.port': 8080,
      },
    })
  })

  it.each([
    ['https://api.openai.com/v1', 'gpt-5', ['openai', 'gpt-5', 'api.openai.com', 443]],
    ['anthropic:claude', 'anthropic:claude', ['anthropic', 'claude', undefined, undefined]],
    ['google-genai:gemini', 'google-genai:gemini', ['gcp.gemini', 'gemini', undefined, undefined]],
    ['claude', 'claude', ['langchain', 'claude', undefined, undefined]],
  ])('knows whose model it is: %s', async (baseUrl, model, told) => {
    await inChatSpan({ provider: { baseUrl, model } }, async () => answered(200, COMPLETION))
    const keys = ['gen_ai.provider.name', 'gen_ai.request.model', 'server.address', 'server.port']
    expect(keys.map((key) => last()?.attributes[key])).toEqual(told)
  })

  it('of a replay has no tokens: they were told when they were paid', async () => {
    await tellReplay({ provider: LOCAL, request: 'hash' })
    expect(last()?.attributes).toMatchObject({ 'standpoint.call.replayed': true, 'standpoint.call.request': 'hash' })
    expect(Object.keys(last()?.attributes ?? {}).filter((key) => key.includes('usage'))).toEqual([])
  })

  it.each([
    ['the status', async () => answered(503, '{"error":{"message":"Kim praised Putin."}}'), '503'],
    ['what is no completion', async () => answered(200, 'Kim praised Putin.'), 'again'],
    ['the code of a broken connection', () => Promise.reject(broken('ECONNREFUSED')), 'ECONNREFUSED'],
    ['no code that is a text', () => Promise.reject(broken('Kim praised Putin.')), 'Error'],
  ])('that failed tells %s and no words', async (_, send, type) => {
    await inChatSpan({ provider: LOCAL }, send).catch(() => {})
    expect(last()).toMatchObject({ attributes: { 'error.type': type }, status: { code: 2 }, events: [] })
    expect(JSON.stringify([last()?.attributes, last()?.status])).not.toContain('Kim')
  })
})

const COMPLETION = JSON.stringify({
  model: 'llama3:8b-q4',
  choices: [{ finish_reason: 'stop', message: { content: 'Kim praised Putin.' } }],
  usage: { prompt_tokens: 90, completion_tokens: 7, prompt_tokens_details: { cached_tokens: 64 } },
})

function answered(status: number, body: string): RecordedAnswer {
  return { status, headers: {}, body, ms: 1 }
}

function broken(code: string): Error {
  return Object.assign(new Error('Kim praised Putin.'), { code })
}

function last() {
  return exporter.getFinishedSpans().at(-1)
}
