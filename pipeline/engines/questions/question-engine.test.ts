import { describe, expect, it } from 'vitest'
import type { Lane, Limiter } from '../../schema/call-contract.ts'
import { inputOf, readingOf } from '../../steps/reading.fake.ts'
import { newAccount } from '../account.fake.ts'
import { letters, lettersStep } from '../letters-step.fake.ts'
import { openLimiter } from '../open-limiter.ts'
import { openedEngine } from '../opened-engine.fake.ts'
import { says } from '../scripted-answers.fake.ts'

describe('an engine that puts questions to a model', () => {
  it('lets editors go before an archive where the server takes one request at a time', async () => {
    await using opened = await openedEngine(() => says(letters('a')), { slots: 1 })
    const order: string[] = []
    const accountOf = (lane: Lane, article: string) => {
      const limiter = openLimiter()
      const reserve: Limiter['reserve'] = (need, call) => {
        order.push(call.article)
        return limiter.reserve(need, call)
      }
      return newAccount({ lane, article, limiter: { reserve } })
    }
    const input = inputOf(readingOf('Ada Quill praised the plan.'))
    const run = (lane: Lane, article: string) =>
      opened.engine.run([lettersStep()], input, { account: accountOf(lane, article) })
    await Promise.all([
      run('archive', 'first'),
      run('archive', 'second'),
      run('archive', 'third'),
      run('editorial', 'urgent'),
    ])
    expect(order).toEqual(['first', 'urgent', 'second', 'third'])
  })
})
