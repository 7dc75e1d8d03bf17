import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { chatReplyOf } from './chat-reply.ts'
import { isLoop } from './is-loop.ts'
import { readAnswer } from './read-answer.ts'

const Shape = z.strictObject({
  items: z.array(
    z.strictObject({ sentence: z.number(), label: z.enum(['for', 'against']), note: z.string().nullable() }),
  ),
  rest: z.array(z.number()),
})

function body(content: unknown, { finish = 'stop', ...message }: Record<string, unknown> = {}): string {
  return JSON.stringify({ choices: [{ finish_reason: finish, message: { content, ...message } }] })
}
const read = (content: unknown, extra = {}) => readAnswer(body(content, extra), [Shape])
const givenBy = (content: unknown, extra = {}) => {
  const answer = read(content, extra)
  return answer.kind === 'usable' ? answer.value : answer.fault.kind
}
const whole = { items: [{ sentence: 1, label: 'for', note: null }], rest: [2] }
const text = JSON.stringify(whole)

describe('finding the JSON of an answer', () => {
  const forms: readonly [name: string, content: unknown, extra?: Record<string, unknown>][] = [
    ['alone', text],
    ['in a fence', `\`\`\`json\n${text}\n\`\`\``],
    ['among prose', `Here is the answer: ${text} I hope it helps.`],
    ['after thoughts', `<think>Who is {for} it?</think>\n${text}`],
    ['in parts of content', [{ type: 'text', text }]],
    ['in a tool call', null, { finish: 'tool_calls', tool_calls: [{ function: { name: 'give', arguments: text } }] }],
    ['in a tool call that is an object', null, { tool_calls: [{ function: { name: 'give', arguments: whole } }] }],
    ['in a tool call written as text', JSON.stringify({ name: 'give', arguments: whole })],
    ['in a list of one', JSON.stringify([whole])],
    ['under a key of its own', JSON.stringify({ answer: whole })],
    [
      'with single quotes and commas too many',
      "{'items': [{sentence: 1, 'label': 'for', 'note': null,},], 'rest': [2,]}",
    ],
    ['without its last bracket', text.slice(0, -1)],
    ['with white space until the limit', `${text}${'\n'.repeat(300)}`, { finish: 'length' }],
  ]
  for (const [name, content, extra] of forms) {
    it(`reads it ${name}`, () => expect(givenBy(content, extra)).toEqual(whole))
  }
})

describe('mending slips of form', () => {
  it('mends those that have one meaning only', () => {
    const slips = { items: [{ sentence: '[1]', label: 'For', extra: true }], rest: 2 }
    expect(givenBy(JSON.stringify(slips))).toEqual(whole)
  })

  it('never fills in a whole part of an answer', () => {
    expect(givenBy('{}')).toBe('invalid-shape')
    expect(givenBy(JSON.stringify({ rest: [2] }))).toBe('invalid-shape')
  })

  it('never turns a label into another', () => {
    const unknown = { items: [{ sentence: 1, label: 'mostly for', note: null }], rest: [] }
    expect(givenBy(JSON.stringify(unknown))).toBe('invalid-shape')
  })
})

describe('what is left of an answer that cannot be used', () => {
  const restOf = (content: string, extra = {}) => {
    const answer = read(content, extra)
    return answer.kind === 'unusable' ? answer.rest?.value : 'usable'
  }

  it('is its complete items where it was cut off', () => {
    const cut = '{"items":[{"sentence":1,"label":"for","note":null},{"sentence":2,"label":"against","note":"half a sen'
    expect(restOf(cut, { finish: 'length' })).toEqual({ items: whole.items, rest: [] })
  })

  it('is its right items where some are wrong', () => {
    const mixed = { items: [{ sentence: 1, label: 'maybe', note: null }, ...whole.items], rest: ['x', 2] }
    expect(restOf(JSON.stringify(mixed))).toEqual(whole)
  })

  it('is nothing where nothing was complete', () => {
    expect(restOf('{"items":[{"sentence":1,"lab', { finish: 'length' })).toBeUndefined()
    expect(restOf('{"weather":"rain"}')).toBeUndefined()
  })
})

describe('reading any answer', () => {
  it('never throws, and gives only what the schema allows', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.json(), mangled()),
        fc.constantFrom('stop', 'length'),
        (content, finish) => {
          const answer = read(content, { finish })
          if (answer.kind === 'usable') expect(Shape.safeParse(answer.value).success).toBe(true)
        },
      ),
    )
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (any) => void readAnswer(any, [Shape])))
  })

  it('stays quick on hostile text', () => {
    const hostile = [
      '{',
      '[',
      '"',
      '{"a":',
      'a{',
      '\\',
      "','",
      '{/*',
      '```json\n',
      '{"items":[{"sentence":1},',
      '<think>',
    ]
    const started = performance.now()
    for (const piece of hostile) read(`{${piece.repeat(200_000 / piece.length)}`, { finish: 'length' })
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})

/** A right answer with a piece cut out or put in. */
function mangled(): fc.Arbitrary<string> {
  return fc
    .tuple(fc.nat(text.length), fc.nat(20), fc.string())
    .map(([at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut))
}

describe('telling a loop', () => {
  it('is one when the same words come again and again, even when numbers count on', () => {
    const items = Array.from({ length: 30 }, (_, n) => `{"sentence":${n},"note":"They agreed to the plan."}`)
    expect(isLoop(`{"items":[${items.join(',')}`)).toBe(true)
  })

  it('is none when items differ', () => {
    const names = ['harbour', 'council', 'ministry', 'union', 'court', 'ferry', 'market', 'school', 'bridge', 'river']
    const items = names.map((name, n) => `{"sentence":${n},"note":"The ${name} agreed to the plan."}`)
    expect(isLoop(`{"items":[${items.join(',')}`)).toBe(false)
  })
})

describe('counting tokens', () => {
  it('reads the counts of a reply', () => {
    const usage = { prompt_tokens: 700, completion_tokens: 20, prompt_tokens_details: { cached_tokens: 650 } }
    const reply = chatReplyOf(JSON.stringify({ choices: [], usage }))
    expect(reply?.usage).toEqual({ tokensIn: 700, tokensCached: 650, tokensOut: 20 })
  })

  it('has none where the server counts nothing, or nonsense', () => {
    expect(chatReplyOf('{"choices":[]}')?.usage).toBeUndefined()
    expect(chatReplyOf('{"choices":[],"usage":{"prompt_tokens":"many"}}')?.usage).toBeUndefined()
  })
})
