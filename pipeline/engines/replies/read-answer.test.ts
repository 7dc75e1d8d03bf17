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
const withNote = (note: string) => ({ ...whole, items: [{ sentence: 1, label: 'for', note }] })

describe('finding the JSON of an answer', () => {
  const forms: readonly [name: string, content: unknown, extra?: Record<string, unknown>][] = [
    ['alone', text],
    ['in a fence', `\`\`\`json\n${text}\n\`\`\``],
    ['among prose', `Here is the answer: ${text} I hope it helps.`],
    ['after thoughts', `<think>Who is {for} it?</think>\n${text}`],
    ['among prose with braces of its own', `As asked {in JSON}:\n\n${text}\n\nTell me {if} more is needed.`],
    ['behind a smaller object', `The form is {"items": []}, so:\n${text}`],
    ['in a fence among prose', `Here it is:\n\`\`\`json\n${text}\n\`\`\`\nNote: {none}.`],
    ['after thoughts that began before the answer', `Who is {for} it?</think>${text}`],
    ['after thoughts in the brackets of another model', `[THINK]Who is {"for"} it?[/THINK]${text}`],
    [
      'after thoughts in a channel',
      `<|channel|>analysis<|message|>Who is {for} it?<|end|><|start|>assistant<|channel|>final <|constrain|>json<|message|>${text}`,
    ],
    ['where it quotes the mark of a thought', text.replace('null', '"They wrote </think>."')],
    ['as a text within a text', JSON.stringify(text)],
    ['in parts of content', [{ type: 'text', text }]],
    ['in content beside an empty tool call', text, { tool_calls: [{ function: { name: 'give', arguments: '' } }] }],
    ['in the thoughts, where it alone stands there', null, { reasoning_content: text }],
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
    const wanted = name.startsWith('where it quotes') ? withNote('They wrote </think>.') : whole
    it(`reads it ${name}`, () => expect(givenBy(content, extra)).toEqual(wanted))
  }

  it('reads it in a tool call whose message has no content at all', () => {
    const message = { tool_calls: [{ function: { name: 'give', arguments: text } }] }
    expect(readAnswer(JSON.stringify({ choices: [{ message }] }), [Shape])).toMatchObject({ value: whole })
  })

  it('reads it where a completion of a plain prompt would have it', () => {
    expect(readAnswer(JSON.stringify({ choices: [{ text }] }), [Shape])).toMatchObject({ value: whole })
  })

  it('does not take a draft among thoughts for the answer', () => {
    expect(givenBy(null, { reasoning_content: `Perhaps ${text}? No.` })).toBe('reasoning-only')
  })

  it('takes the last of several answers: the others were drafts', () => {
    const draft = JSON.stringify({ items: [...whole.items, ...whole.items], rest: [1, 2, 3] })
    expect(givenBy(`First ${draft}. No, only one is:\n${text}`)).toEqual(whole)
  })

  it('does not take a draft for the answer that was cut off behind it', () => {
    expect(givenBy(`First ${text}. No:\n${text.slice(0, 30)}`, { finish: 'length' })).not.toEqual(whole)
  })

  it('does not take a complete item of what was cut off for the whole', () => {
    expect(givenBy('{"items":[{"sentence":1,"label":"for","note":null},{"sent')).toBe('truncated')
  })
})

describe('mending slips of form', () => {
  it('mends those that have one meaning only', () => {
    const slips = { items: [{ sentence: '[1]', label: 'For', extra: true }], rest: 2 }
    expect(givenBy(JSON.stringify(slips))).toEqual(whole)
  })

  it('finds keys in other capitals, and takes null for an empty list', () => {
    const slips = { Items: [{ SENTENCE: 1, label: 'for', note: null }], rest: null }
    expect(givenBy(JSON.stringify(slips))).toEqual({ ...whole, rest: [] })
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

  it('reads counts that are written as text', () => {
    const usage = { prompt_tokens: '700', completion_tokens: '20' }
    expect(chatReplyOf(JSON.stringify({ choices: [], usage }))?.usage).toMatchObject({ tokensIn: 700, tokensOut: 20 })
  })

  it('has none where the server counts nothing, or nonsense', () => {
    expect(chatReplyOf('{"choices":[]}')?.usage).toBeUndefined()
    expect(chatReplyOf('{"choices":[],"usage":{"prompt_tokens":"many"}}')?.usage).toBeUndefined()
  })
})
