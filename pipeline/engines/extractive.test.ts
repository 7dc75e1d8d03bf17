import { describe, expect, it } from 'vitest'
import { allSteps } from '../steps/all.ts'
import { inputOf, readingOf } from '../steps/reading.fake.ts'
import { newAccount } from './account.fake.ts'
import { engineSuite } from './engine-suite.ts'
import { extractiveEngine } from './extractive.ts'

engineSuite('extractive', async () => ({ engine: extractiveEngine(), [Symbol.asyncDispose]: async () => {} }))

describe('the extractive engine', () => {
  it('calls no model', async () => {
    const answers = await extractiveEngine().run(allSteps, inputOf(readingOf('Ada Quill praised the plan.')), {
      account: newAccount(),
    })
    expect(answers.calls).toEqual([])
  })
})
