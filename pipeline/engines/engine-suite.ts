import { describe, expect, it } from 'vitest'
import type { Cast, Engine, Step, StepInput } from '../schema/contracts.ts'
import { allSteps } from '../steps/all.ts'
import { inputOf, readingOf } from '../steps/reading.fake.ts'
import { newAccount } from './account.fake.ts'

/** The promises that every engine keeps. `open` gives a fresh engine for each test and what is to be closed after it. */
export function engineSuite(name: string, open: () => Promise<{ engine: Engine } & AsyncDisposable>): void {
  describe(`the engine ${name} keeps the promises of every engine`, () => {
    it('answers every step with a wire that the step accepts', async () => {
      await using opened = await open()
      for (const step of allSteps) {
        const { wires } = await opened.engine.run([step], inputFor(step), { account: newAccount() })
        expect(step.wire.safeParse(wires.get(step.name)).error).toBeUndefined()
      }
    })

    it('answers all steps at once', async () => {
      await using opened = await open()
      const { wires } = await opened.engine.run(allSteps, inputOf(READING), { account: newAccount() })
      expect([...wires.keys()]).toEqual(allSteps.map((step) => step.name))
      for (const step of allSteps) expect(step.wire.safeParse(wires.get(step.name)).error).toBeUndefined()
    })

    it('answers an article in windows', async () => {
      await using opened = await open()
      const windows = [
        { index: 0, sentences: [0, 1, 2] },
        { index: 1, sentences: [3, 4, 5] },
      ]
      for (const step of allSteps) {
        const { wires } = await opened.engine.run([step], { ...inputFor(step), windows }, { account: newAccount() })
        expect(step.wire.safeParse(wires.get(step.name)).error).toBeUndefined()
      }
    })

    it('gives the same wires for the same article', async () => {
      await using opened = await open()
      for (const step of allSteps) {
        const first = await opened.engine.run([step], inputFor(step), { account: newAccount() })
        const second = await opened.engine.run([step], inputFor(step), { account: newAccount() })
        expect(second.wires).toEqual(first.wires)
      }
    })

    it('stops with the reason of the signal', async () => {
      await using opened = await open()
      const reason = new Error('the person pressed Ctrl-C')
      const run = opened.engine.run(allSteps, inputOf(READING), {
        account: newAccount(),
        signal: AbortSignal.abort(reason),
      })
      await expect(run).rejects.toBe(reason)
    })

    it('says of every call which steps it served', async () => {
      await using opened = await open()
      const { calls } = await opened.engine.run(allSteps, inputOf(READING), { account: newAccount() })
      for (const call of calls) expect(call.steps.length).toBeGreaterThan(0)
    })
  })
}

const READING = readingOf(
  [
    'Mayor Ada Quill praised the tram plan on Monday.',
    '"We will build it," she said.',
    'The council is to vote in May.',
    '',
    'Union leader Bo Marsh rejected the plan.',
    'He called it "a gift to the builders".',
    'The line would cost 40 million crowns.',
  ].join('\n'),
  { names: [{ name: 'Ada Quill', role: 'Mayor' }, { name: 'Bo Marsh' }] },
)

const CAST: Cast = {
  actors: READING.names.map(({ name, kind, mentions }, index) => ({
    id: `a${index + 1}`,
    name,
    kind,
    aliases: [],
    mentions: mentions.map(({ start, end, sentence }) => ({ start, end, sentence, text: name })),
  })),
  issues: [{ id: 'i1', statement: 'The city is to build a tram line.', evidence: [] }],
  mainIssue: 'i1',
  numbers: { actors: ['a1', 'a2'], issues: ['i1'] },
}

/** The first step makes the cast, the others are asked with it. */
function inputFor(step: Step): StepInput {
  return inputOf(READING, step.name === 'actors' ? {} : { cast: CAST })
}
