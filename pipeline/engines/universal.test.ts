import { describe, expect, it } from 'vitest'
import { loadPrompts } from '../../prompts/load-prompts.ts'
import { RetryLater } from '../schema/errors.ts'
import { inputOf, readingOf } from '../steps/reading.fake.ts'
import { newAccount } from './account.fake.ts'
import { letters, lettersStep } from './letters-step.fake.ts'
import { type UniversalModel, universalEngine } from './universal.ts'

const step = lettersStep()
const input = inputOf(readingOf('Ada Quill praised the plan. Bo Marsh did not.'))

/** The engine before a FAKE LangChain model. */
async function opened(invoke: UniversalModel['invoke']) {
  return universalEngine({
    model: 'fake:small',
    texts: (await loadPrompts()).textsFor(),
    slots: 1,
    load: async () => async () => ({ invoke }),
  })
}

const reply = {
  content: JSON.stringify(letters('a')),
  response_metadata: { stop_reason: 'end_turn' },
  usage_metadata: { input_tokens: 70, output_tokens: 9, input_token_details: { cache_read: 50 } },
}

describe('the engine for other providers', () => {
  it('asks for JSON in the text and counts from usage_metadata', async () => {
    const sent: string[] = []
    const engine = await opened(async (messages) => {
      sent.push(messages.map(({ content }) => String(content)).join('\n'))
      return reply
    })
    const answered = await engine.run([step], input, { account: newAccount() })
    expect(answered.wires.get('summary')).toEqual(['a'])
    expect(answered.calls[0]).toMatchObject({ tokensIn: 70, tokensCached: 50, tokensOut: 9 })
    expect(sent[0]).toContain('It must fit this JSON Schema:')
  })

  it("takes the provider's own word for an answer that was cut off", async () => {
    const cut = { ...reply, content: '{"items":[{"text":"one"},{"te', response_metadata: { stop_reason: 'max_tokens' } }
    const engine = await opened(async () => cut)
    const { defects } = await engine.run([step], input, { account: newAccount() })
    expect(defects.map(({ kind }) => kind)).toContain('truncated')
  })

  it('understands the errors of its client', async () => {
    const limited = Object.assign(new Error('slow down'), { status: 429, headers: { 'retry-after': '3' } })
    const engine = await opened(async () => Promise.reject(limited))
    const later = await engine.run([step], input, { account: newAccount() }).catch((error: unknown) => error)
    expect(later).toBeInstanceOf(RetryLater)
    expect(later).toMatchObject({ retryAfterMs: 3_000 })
  })

  it('names the package that a provider needs', async () => {
    const texts = (await loadPrompts()).textsFor()
    const model = 'anthropic:claude-sonnet-4-5'
    const engine = universalEngine({ model, texts, slots: 1 })
    await expect(engine).rejects.toMatchObject({
      code: 'PROVIDER_NOT_INSTALLED',
      fix: 'npm install @langchain/anthropic',
    })
  })

  it('says when a provider does not exist', async () => {
    const texts = (await loadPrompts()).textsFor()
    const engine = universalEngine({ model: 'nobody:model', texts, slots: 1 })
    await expect(engine).rejects.toMatchObject({ code: 'MODEL_UNUSABLE' })
  })
})
