import { describe, expect, it } from 'vitest'
import type { Answers } from '../schema/contracts.ts'
import { allSteps } from '../steps/all.ts'
import { inputOf, readingOf } from '../steps/reading.fake.ts'
import { newAccount } from './account.fake.ts'
import { engineSuite } from './engine-suite.ts'
import { fixedTools } from './fixed-tools.ts'
import { honestModel } from './honest-model.fake.ts'
import { letters, lettersStep } from './letters-step.fake.ts'
import { openedEngine, PLAIN } from './opened-engine.fake.ts'
import {
  answers,
  inOrder,
  json,
  misbehaviours,
  refusing,
  refusingSystemRole,
  says,
  withoutUsage,
} from './scripted-answers.fake.ts'
import type { Script, Scripted } from './scripted-server.fake.ts'

for (const structure of ['json-schema', 'tools', 'json-text'] as const) {
  engineSuite(`openai (${structure})`, () => openedEngine(honestModel, { dialect: { ...PLAIN, structure } }))
}

const good = says(letters('a'))
const wireOf = ({ wires }: Answers) => wires.get('summary')
const kindsOf = ({ defects }: Answers) => defects.map(({ kind }) => kind)

describe('asking a model', () => {
  it('does not let a request that is refused without a reason change how others are asked', async () => {
    const refused: Script = (request, index) =>
      JSON.stringify(request).includes('Ada Quill')
        ? json(400, { error: { message: 'Bad Request' } })
        : honestModel(request, index)
    await using opened = await openedEngine(refused)
    await expect(opened.ask(lettersStep())).rejects.toMatchObject({ code: 'MODEL_FAILED' })
    const input = inputOf(readingOf('Cy Dunn left the hall.'))
    const other = await opened.engine.run([lettersStep()], input, { account: newAccount() })
    expect(kindsOf(other)).toEqual([])
    expect(opened.server.requests.at(-1)?.response_format?.type).toBe('json_schema')
  })

  it('does without a form that a server breaks over, at once from the second time', async () => {
    const breaking: Script = (request, index) =>
      request.response_format ? misbehaviours.serverError : honestModel(request, index)
    await using opened = await openedEngine(breaking, { dialect: { ...PLAIN, narrowed: false } })
    const defects = []
    for (const key of ['one', 'two', 'three']) defects.push(kindsOf(await opened.ask(lettersStep([key]))))
    expect(defects.at(-1)).toEqual(['schema-unsupported'])
    expect(opened.server.requests).toHaveLength(4 + 4 + 1)
  })

  it('does without it in many requests at one time, and goes no further down than it must', async () => {
    const breaking: Script = (request, index) =>
      request.response_format ? misbehaviours.serverError : honestModel(request, index)
    await using opened = await openedEngine(breaking, { dialect: { ...PLAIN, narrowed: false }, slots: 4 })
    await Promise.all(['one', 'two', 'three', 'four', 'five', 'six'].map((key) => opened.ask(lettersStep([key]))))
    expect(opened.server.requests.filter(({ response_format, tools }) => !response_format && !tools)).toEqual([])
  })

  it('sends the shared messages first and the task last', async () => {
    await using opened = await openedEngine(() => good)
    await opened.ask(lettersStep())
    const messages = opened.server.requests[0]?.messages ?? []
    expect(messages.map(({ role }) => role)).toEqual(['system', 'user'])
    expect(messages[1]?.content).toMatch(/\[1\] Ada Quill praised the plan\.[\s\S]*Task one$/)
  })

  it('sends the key, and keeps it out of everything else', async () => {
    await using opened = await openedEngine(() => good)
    const answered = await opened.ask(lettersStep())
    expect(opened.server.headers[0]?.authorization).toBe('Bearer key-of-a-test')
    expect(JSON.stringify(answered)).not.toContain('key-of-a-test')
  })

  it('sends exactly the body that was hashed, whatever LangChain makes of the name of the model', async () => {
    const dialect = { ...PLAIN, maxTokensParameter: 'max_completion_tokens', temperature: false } as const
    await using opened = await openedEngine(() => good, { model: 'o3-mini', dialect })
    await opened.ask(lettersStep())
    expect(Object.keys(opened.server.requests[0] ?? {})).toEqual([
      'model',
      'messages',
      'max_completion_tokens',
      'response_format',
    ])
    expect(opened.server.requests[0]?.messages[0]?.role).toBe('system')
  })

  it('joins the answers in the order of the questions', async () => {
    const echo: Script = ({ messages }) => says(letters(messages.at(-1)?.content.slice(-3) ?? ''))
    await using opened = await openedEngine(echo)
    const answered = await opened.ask(lettersStep(['one', 'two', 'six']))
    expect(wireOf(answered)).toEqual(['one', 'two', 'six'])
  })

  it('asks as many questions at a time as the server has slots', async () => {
    await using opened = await openedEngine(() => ({ ...answerOf(good), delayMs: 40 }), { slots: 2 })
    await opened.ask(lettersStep(['a', 'b', 'c', 'd', 'e']))
    expect(opened.server.mostAtOnce()).toBe(2)
  })

  it('asks for the gaps once', async () => {
    await using opened = await openedEngine(inOrder(good, says(letters('b'))))
    const answered = await opened.ask(lettersStep(['one'], { gaps: ['one-gaps'] }))
    expect(wireOf(answered)).toEqual(['a', 'b'])
    expect(answered.defects).toMatchObject([{ kind: 'gap', key: 'one-gaps' }])
    expect(opened.server.requests).toHaveLength(2)
  })

  it('keeps what was answered when another question fails, and warns of that one', async () => {
    const script: Script = ({ messages }) =>
      messages.some(({ content }) => content.endsWith('Task two')) ? misbehaviours.notJson : good
    await using opened = await openedEngine(script)
    const answered = await opened.ask(lettersStep(['one', 'two']))
    expect(wireOf(answered)).toEqual(['a'])
    expect(answered.warnings.map(({ code }) => code)).toEqual(['UNANSWERED'])
    expect(answered.defects.find(({ kind }) => kind === 'part-failed')?.key).toBe('two')
  })

  it('counts the tokens that the server billed', async () => {
    await using opened = await openedEngine(() => good, { price: { inputPerMillion: 10, outputPerMillion: 30 } })
    const { calls } = await opened.ask(lettersStep())
    expect(calls[0]).toMatchObject({ tokensIn: 100, tokensCached: 0, replayed: false, steps: ['summary'] })
    expect(calls[0]?.costUsd).toBeCloseTo((100 * 10 + (calls[0]?.tokensOut ?? 0) * 30) / 1e6, 12)
  })
})

describe('an answer that cannot be used', () => {
  const faults: readonly [name: string, answer: Scripted, kind: string][] = [
    ['is not JSON', misbehaviours.notJson, 'invalid-json'],
    ['is empty', misbehaviours.empty, 'empty'],
    ['has another shape', misbehaviours.wrongShape, 'invalid-shape'],
    ['holds thoughts only', misbehaviours.thinksOnly, 'reasoning-only'],
    ['holds thoughts only, in its content', misbehaviours.thinksInContent, 'reasoning-only'],
    ['is a refusal', misbehaviours.declines, 'refusal'],
    ['is a refusal in plain words', misbehaviours.declinesInWords, 'refusal'],
    ['was held back by a content filter', misbehaviours.filtered, 'content-filter'],
    ['was cut off', misbehaviours.truncated, 'truncated'],
    ['loops', misbehaviours.loops, 'loop'],
    ['has no choices', misbehaviours.noChoices, 'empty'],
  ]
  for (const [name, answer, kind] of faults) {
    it(`is asked for once more when it ${name}`, async () => {
      await using opened = await openedEngine(inOrder(answer, good))
      const answered = await opened.ask(lettersStep())
      expect(wireOf(answered)).toEqual(['a'])
      expect(kindsOf(answered).filter((each) => each !== 'no-usage')).toEqual([kind, 'asked-again'])
      expect(opened.server.requests[1]?.messages.at(-1)?.content).toContain('could not be used')
    })

    it(`never passes for an answer when it ${name} twice`, async () => {
      await using opened = await openedEngine(() => answer)
      const answered = await opened.ask(lettersStep())
      expect(kindsOf(answered)).toContain(kind)
      expect(answered.wires.has('summary') || answered.warnings[0]?.code === 'PART_EMPTY').toBe(true)
      expect(opened.server.requests).toHaveLength(2)
    })
  }

  it('leaves the step out and says so in a warning, when nothing of it can be used', async () => {
    await using opened = await openedEngine(() => misbehaviours.declines)
    const answered = await opened.ask(lettersStep())
    expect(answered.wires.size).toBe(0)
    expect(answered.warnings).toMatchObject([{ code: 'PART_EMPTY', step: 'summary' }])
    expect(answered.warnings[0]?.message).toContain('the model refused')
  })

  it('gives its complete items when it is cut off twice', async () => {
    await using opened = await openedEngine(() => misbehaviours.truncated)
    const answered = await opened.ask(lettersStep())
    expect(wireOf(answered)).toEqual(['one'])
    expect(kindsOf(answered)).toEqual(['truncated', 'asked-again', 'truncated', 'json-repaired'])
  })

  it('gets twice the room when it was cut off', async () => {
    await using opened = await openedEngine(inOrder(misbehaviours.truncated, good))
    await opened.ask(lettersStep())
    expect(opened.server.requests.map((request) => request.max_tokens)).toEqual([100, 200])
  })

  it('is shown to the model when only its form was wrong', async () => {
    await using opened = await openedEngine(inOrder(misbehaviours.wrongShape, good))
    await opened.ask(lettersStep())
    const [, second] = opened.server.requests
    expect(second?.messages.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user'])
    expect(second?.messages[3]?.content).toContain('items: Invalid input: expected array')
  })

  it('is mended without asking again when that is safe', async () => {
    await using opened = await openedEngine(() => says("```json\n{'items': [{'text': 'a',},],}\n```"))
    const answered = await opened.ask(lettersStep())
    expect(wireOf(answered)).toEqual(['a'])
    expect(kindsOf(answered)).toEqual(['json-repaired'])
  })
})

describe('a server that is only partly compatible', () => {
  it('that refuses JSON Schema is given tools, and every later result says so', async () => {
    await using opened = await openedEngine(refusing(['response_format'], (request) => answers(request, letters('a'))))
    const dialect = { ...PLAIN, narrowed: false }
    await using wide = await openedEngine(
      refusing(['response_format'], (request) => answers(request, letters('a'))),
      { dialect },
    )
    const first = await wide.ask(lettersStep())
    const second = await wide.ask(lettersStep(['two']))
    expect(wireOf(first)).toEqual(['a'])
    expect([kindsOf(first), kindsOf(second)]).toEqual([['schema-unsupported'], ['schema-unsupported']])
    expect(wide.server.requests).toHaveLength(3)
    await opened.ask(lettersStep())
    expect(opened.server.requests).toHaveLength(3) // the narrowed schema was tried without its narrowing first
  })

  it('that refuses tools, too, is asked for JSON in the text', async () => {
    await using opened = await openedEngine(
      refusing(['response_format', 'tools'], () => good),
      { dialect: { ...PLAIN, narrowed: false } },
    )
    const answered = await opened.ask(lettersStep())
    expect(wireOf(answered)).toEqual(['a'])
    expect(kindsOf(answered)).toEqual(['schema-unsupported', 'tools-unsupported'])
    expect(opened.server.requests.at(-1)?.messages.at(-1)?.content).toContain('It must fit this JSON Schema:')
  })

  it('that refuses parameters is asked without them', async () => {
    await using opened = await openedEngine(refusing(['temperature', 'max_tokens'], () => good))
    const answered = await opened.ask(lettersStep())
    expect(wireOf(answered)).toEqual(['a'])
    expect(kindsOf(answered)).toEqual(['parameter-refused', 'parameter-refused'])
    expect(opened.server.requests.at(-1)?.max_completion_tokens).toBe(100)
  })

  it('that has no system role gets the rules from the user', async () => {
    await using opened = await openedEngine(refusingSystemRole(() => good))
    const answered = await opened.ask(lettersStep())
    expect(wireOf(answered)).toEqual(['a'])
    expect(opened.server.requests.at(-1)?.messages.map(({ role }) => role)).toEqual(['user'])
  })

  it('that reports no token counts is noted', async () => {
    await using opened = await openedEngine(() => withoutUsage(good))
    const answered = await opened.ask(lettersStep())
    expect(kindsOf(answered)).toEqual(['no-usage'])
  })
})

describe('what the prompt cache of a server sees', () => {
  const input = inputOf(readingOf('Ada Quill praised the plan. "No," said Bo Marsh.'))

  it('is the same beginning in the questions of all steps', async () => {
    await using opened = await openedEngine(honestModel)
    for (const step of allSteps) await opened.engine.run([step], input, { account: newAccount() })
    const [first = '', ...others] = opened.server.requests.map(({ messages }) => JSON.stringify(messages))
    const shared = first.slice(0, first.indexOf('END OF ARTICLE'))
    expect(shared).toContain('Bo Marsh')
    for (const other of others) expect(other.startsWith(shared)).toBe(true)
  })

  it('is one list of tools for all steps, where the server puts it before the messages', async () => {
    const dialect = { ...PLAIN, structure: 'tools', narrowed: false, toolsHash: fixedTools().hash } as const
    await using opened = await openedEngine(honestModel, { dialect })
    for (const step of allSteps) await opened.engine.run([step], input, { account: newAccount() })
    await opened.engine.run(allSteps, input, { account: newAccount() })
    const lists = opened.server.requests.map(({ tools }) => JSON.stringify(tools))
    expect(new Set(lists).size).toBe(1)
    const chosen = new Set(opened.server.requests.map((request) => request.tool_choice?.function.name))
    expect([...chosen]).toEqual(['give_actors', 'give_summary', 'give_stances', 'give_reactions', 'give_all'])
  })
})

describe('all steps at once', () => {
  const reading = readingOf('Ada Quill praised the plan. Bo Marsh did not.')

  it('asks one question', async () => {
    await using opened = await openedEngine(honestModel)
    const answered = await opened.engine.run(allSteps, inputOf(reading), { account: newAccount() })
    expect(opened.server.requests).toHaveLength(1)
    expect(answered.calls[0]?.steps).toEqual(['actors', 'summary', 'stances', 'reactions'])
  })

  it('asks a part that is missing or faulty alone', async () => {
    const parts = { actors: { actors: 'nobody' }, summary: { headline: null, brief: [], keyPoints: [] } }
    await using opened = await openedEngine(inOrder(says(parts), honestModel))
    const answered = await opened.engine.run(allSteps, inputOf(reading), { account: newAccount() })
    expect([...answered.wires.keys()]).toEqual(['actors', 'summary', 'stances', 'reactions'])
    expect(answered.calls.map(({ steps }) => steps.length)).toEqual([4, 1, 1, 1])
    expect(kindsOf(answered)).toEqual(['invalid-shape', 'gap', 'gap', 'asked-again', 'asked-again', 'asked-again'])
  })

  it('keeps the parts that were complete before an answer was cut off', async () => {
    const whole = JSON.stringify({ actors: { actors: [], issue: { sentences: [1], statement: 'x' }, otherIssues: [] } })
    const cut = `${whole.slice(0, -1)},"summary":{"headline":null,"brief":[{"sentences":[1],"text":"On`
    await using opened = await openedEngine(inOrder(says(cut, { finish: 'length' }), honestModel))
    const answered = await opened.engine.run(allSteps, inputOf(reading), { account: newAccount() })
    expect(answered.calls.map(({ steps }) => steps)).toEqual([
      ['actors', 'summary', 'stances', 'reactions'],
      ['summary'],
      ['stances'],
      ['reactions'],
    ])
  })
})

function answerOf(scripted: Scripted): Extract<Scripted, { kind: 'answer' }> {
  if (scripted.kind !== 'answer') throw new Error('not an answer')
  return scripted
}
