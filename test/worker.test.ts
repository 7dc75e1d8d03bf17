import { describe, expect, it } from 'vitest'
import { openLimiter } from '../pipeline/engines/open-limiter.ts'
import type { Analyse } from '../pipeline/schema/contracts.ts'
import { RetryLater, StandpointError } from '../pipeline/schema/errors.ts'
import type { ClaimedTask } from '../pipeline/schema/store-contract.ts'
import { toArticle } from '../pipeline/text/article.ts'
import { createLog } from '../workers/log.ts'
import { processOf, type WorkOptions } from '../workers/worker.ts'
import { reportOn } from './places.ts'
import { fakeAnalyse, fakeRead, fakeRecipe } from './scripted-analyse.fake.ts'

// The policy of failures, fault by fault. The store is a stub that writes down what it is told; `batch.test.ts` has real ones.

const reset = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })

describe('what a worker does with a job', () => {
  it('settles an article that was analysed', async () => {
    expect(await workedOn({})).toEqual({ kind: 'settled', delayMs: 0, told: ['complete'] })
  })

  it('fails an article that is at fault itself, at once', async () => {
    const analyse = failing(new StandpointError('ARTICLE_UNREADABLE_TEXT', 'No sentence in it'))
    expect(await workedOn({ analyse })).toMatchObject({ kind: 'settled', told: ['fail ARTICLE_UNREADABLE_TEXT'] })
  })

  const free: readonly [name: string, error: Error, leastMs: number][] = [
    ['a limit', new RetryLater('the rate is used up', 700), 700],
    ['a key that is refused', new StandpointError('MODEL_KEY_REFUSED', 'no'), 30_000],
    ['a server that is away', new StandpointError('MODEL_UNREACHABLE', 'no', { cause: reset }), 30_000],
    ['a prompt that only newer workers have', new StandpointError('PROMPT_UNKNOWN', 'v9'), 30_000],
    [
      'a database that ends its connections',
      Object.assign(new Error('terminating connection'), { code: '57P01' }),
      2000,
    ],
    ['a connection that breaks off', new Error('Connection terminated unexpectedly'), 2000],
  ]
  for (const [name, error, leastMs] of free) {
    it(`puts the job back and counts no attempt: ${name}`, async () => {
      const { kind, delayMs, told } = await workedOn({ analyse: failing(error), attempt: 3 })
      expect([kind, told]).toEqual(['later', ['put back']])
      expect(delayMs).toBeGreaterThanOrEqual(leastMs)
      expect(delayMs).toBeLessThanOrEqual(1.5 * leastMs)
    })
  }

  const counted: readonly [name: string, error: Error][] = [
    ['a model server that fails', new StandpointError('MODEL_FAILED', '500')],
    ['a model server that breaks off', new StandpointError('MODEL_FAILED', 'no answer', { cause: reset })],
    ['a fault of ours', new TypeError('undefined is not a function')],
  ]
  for (const [name, error] of counted) {
    it(`tries again, longer each time, and gives up after three attempts: ${name}`, async () => {
      const analyse = failing(error)
      const [first, second] = [await workedOn({ analyse, attempt: 1 }), await workedOn({ analyse, attempt: 2 })]
      expect([first.told, second.told]).toEqual([['put back, counted'], ['put back, counted']])
      expect(second.delayMs).toBeGreaterThan(first.delayMs / 1.5)
      expect((await workedOn({ analyse, attempt: 3 })).told).toEqual([expect.stringMatching(/^fail /)])
    })
  }

  it('gives up on an article during whose attempts the process ended again and again', async () => {
    expect((await workedOn({ attempt: 5 })).told).toEqual(['complete'])
    expect((await workedOn({ attempt: 6 })).told).toEqual(['fail INTERNAL'])
  })

  it('writes an analysis when the store is back, and does not give it up meanwhile', async () => {
    const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
    expect((await workedOn({ awayAtSettling: [away, away] })).told).toEqual(['complete'])
  })

  it('waits with a job while the store is away', async () => {
    const away = Object.assign(new Error('the database system is starting up'), { code: '57P03' })
    expect(await workedOn({ awayAtClaim: away })).toMatchObject({ kind: 'later', told: [] })
  })

  it('tells of a set-up in which no article can be analysed', async () => {
    const seen: string[] = []
    const analyse = failing(new StandpointError('MODEL_UNKNOWN', 'no such model'))
    await workedOn({ analyse, onUnable: ({ code }) => seen.push(code) })
    expect(seen).toEqual(['MODEL_UNKNOWN'])
  })
})

type Work = {
  analyse?: Analyse
  attempt?: number
  awayAtSettling?: Error[]
  awayAtClaim?: Error
  onUnable?(error: StandpointError): void
}

async function workedOn({ analyse = fakeAnalyse(), attempt = 1, awayAtSettling = [], awayAtClaim, onUnable }: Work) {
  const told: string[] = []
  const settling = async (what: string) => {
    const away = awayAtSettling.shift()
    if (away) throw away
    told.push(what)
    return true
  }
  const store: WorkOptions['store'] = {
    claim: async () => {
      if (awayAtClaim) throw awayAtClaim
      return claimOf(attempt)
    },
    complete: () => settling('complete'),
    fail: (_claim, { code }) => settling(`fail ${code}`),
    putBack: async (_claim, { counted }) => void (await settling(counted ? 'put back, counted' : 'put back')),
    note: async () => true,
    ledger: () => ({ claim: () => Promise.reject(new Error('no model is called here')) }),
  }
  const process = processOf({
    store,
    limiter: openLimiter(),
    lane: 'archive',
    read: fakeRead,
    analyse,
    engineFor: () => () => Promise.reject(new Error('no engine is called here')),
    log: createLog('silent'),
    onSettled: () => {},
    onUnable,
  })
  const outcome = await process({ task: 1, turn: 1 }, new AbortController().signal)
  return { delayMs: 0, ...outcome, told }
}

function claimOf(attempt: number): ClaimedTask {
  const article = toArticle({ id: 'a.txt', text: reportOn('tolls') })
  return { task: 1, claim: attempt, attempt, article, incomplete: [], recipe: fakeRecipe, sample: 0 }
}

function failing(error: Error): Analyse {
  return () => Promise.reject(error)
}
