import { describe, expect, it } from 'vitest'
import { misbehaviours, says } from '../scripted-answers.fake.ts'
import { scriptedServer } from '../scripted-server.fake.ts'
import { recordingFetch, type Tape, tapes } from './recording-fetch.ts'

const body = JSON.stringify({ model: 'fake-model', messages: [] })

describe('recording what goes over the wire', () => {
  it('records status, headers and body', async () => {
    await using server = await scriptedServer(() => says('yes'))
    const tape: Tape = { body }
    await tapes.run(tape, () => recordingFetch(`${server.baseUrl}/chat/completions`, { method: 'POST' }))
    expect(tape.answer).toMatchObject({ status: 200, headers: { 'content-type': 'application/json' } })
    expect(tape.answer?.body).toContain('"content":"yes"')
  })

  it('records errors, too', async () => {
    await using server = await scriptedServer(() => misbehaviours.htmlPage)
    const tape: Tape = { body }
    await tapes.run(tape, () => recordingFetch(`${server.baseUrl}/chat/completions`, { method: 'POST' }))
    expect(tape.answer).toMatchObject({ status: 502, body: expect.stringContaining('Bad gateway') })
  })

  it('keeps calls that run side by side apart', async () => {
    await using server = await scriptedServer(({ model }) => says(model))
    const ask = async (model: string) => {
      const tape: Tape = { body: JSON.stringify({ model, messages: [] }) }
      await tapes.run(tape, () => recordingFetch(`${server.baseUrl}/chat/completions`, { method: 'POST' }))
      return tape.answer?.body
    }
    const [first, second] = await Promise.all([ask('one'), ask('two')])
    expect(first).toContain('"content":"one"')
    expect(second).toContain('"content":"two"')
  })

  it('does not take half a body for an answer', async () => {
    await using server = await scriptedServer(() => misbehaviours.half)
    const tape: Tape = { body }
    const asked = tapes.run(tape, () => recordingFetch(`${server.baseUrl}/chat/completions`, { method: 'POST' }))
    await expect(asked).rejects.toMatchObject({ code: 'ECONNRESET' })
    expect(tape.answer).toBeUndefined()
  })
})
