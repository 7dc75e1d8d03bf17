import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chatReplyOf } from './chat-reply.ts'
import { completionIn } from './completion-in.ts'

const event = (value: unknown) => `data: ${JSON.stringify(value)}\n\n`
const piece = (delta: unknown, finish: string | null = null) => event({ choices: [{ delta, finish_reason: finish }] })

describe('the completion in a body', () => {
  it('is joined from the events of a stream that nobody asked for', () => {
    const body = [
      ': PROCESSING\n\n',
      piece({ role: 'assistant', content: '' }),
      piece({ content: '{"a"' }),
      piece({ content: ':1}' }),
      piece({}, 'stop'),
      event({ choices: [], usage: { prompt_tokens: 7, completion_tokens: 3 } }),
      'data: [DONE]\n\n',
    ].join('')
    const usage = { tokensIn: 7, tokensCached: 0, tokensOut: 3 }
    expect(chatReplyOf(body)).toMatchObject({ text: '{"a":1}', finish: 'stop', usage })
  })

  it('has the tool call whose arguments came in pieces', () => {
    const call = (fields: object) => piece({ tool_calls: [{ index: 0, function: fields }] })
    const body = `${call({ name: 'give', arguments: '' })}${call({ arguments: '{"a"' })}${call({ arguments: ':1}' })}`
    expect(chatReplyOf(body)?.text).toBe('{"a":1}')
  })

  it('is joined where each event says that there is no error', () => {
    const body = ['{"a"', ':1}'].map((content) => event({ error: null, choices: [{ delta: { content } }] })).join('')
    expect(chatReplyOf(body)?.text).toBe('{"a":1}')
  })

  it('is joined where an event has a probability of nothing, and none where an event cannot be read', () => {
    const odd = (told: string) => `data: {"choices":[{"delta":{"content":"\\"a\\""},"told":${told}}]}\n\n`
    const around = (middle: string) => `${piece({ content: '{' })}${middle}${piece({ content: ':1}' })}`
    expect(chatReplyOf(around(odd('-Infinity')))?.text).toBe('{"a":1}')
    expect(completionIn(around(odd('?')))).toBeUndefined()
  })

  it('is looked for in a time that grows with the body', () => {
    expect(completionIn(`{"logprob":NaN,"text":"${'\\"'.repeat(100_000)}`)).toBeUndefined()
  })

  it('is the error that a stream ends in', () => {
    const error = { code: 502, message: 'upstream is gone' }
    expect(completionIn(`${piece({ content: '{"a"' })}${event({ error })}`)).toEqual({ error })
  })

  it('has null for what is no number, and leaves texts alone', () => {
    const body = '{"choices":[],"model":"NaN, -Infinity","logprob":-Infinity,"other":NaN}'
    expect(completionIn(body)).toEqual({ choices: [], model: 'NaN, -Infinity', logprob: null, other: null })
  })

  it('is none in anything else', () => {
    expect(completionIn('<html>data: {}</html>')).toBeUndefined()
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (body) => void completionIn(`data: ${body}`)))
  })
})

describe('an answer that broke off', () => {
  it.each([
    { choices: [], error: { message: 'rate limited', code: 429 } },
    { choices: [{ finish_reason: 'error', message: { content: '{"a"' } }] },
    { choices: [{ error: { message: 'timed out', code: 502 }, message: { content: '{"a"' } }] },
  ])('is no reply: %j', (body) => {
    expect(chatReplyOf(JSON.stringify(body))).toBeUndefined()
  })
})
