import { describe, expect, it } from 'vitest'
import type { Claimed, RecordedAnswer } from '../schema/contracts.ts'
import { memoryLedger } from './memory-ledger.ts'

const key = { request: 'r', ordinal: 0, sample: 0 }
const answer: RecordedAnswer = { status: 200, headers: {}, body: '{}', ms: 1 }

describe('the ledger in memory', () => {
  it('replays an answer, to the same ordinal and sample only', async () => {
    const ledger = memoryLedger()
    await mine(await ledger.claim(key)).answer(answer)
    expect(await ledger.claim(key)).toEqual({ kind: 'replay', answer })
    expect((await ledger.claim({ ...key, ordinal: 1 })).kind).toBe('mine')
    expect((await ledger.claim({ ...key, sample: 1 })).kind).toBe('mine')
  })

  it('lets a second one wait for the answer of the first', async () => {
    const ledger = memoryLedger()
    const first = mine(await ledger.claim(key))
    const second = await ledger.claim(key)
    await first.answer(answer)
    expect(second.kind === 'pending' && (await second.answer)).toBe(answer)
  })

  it('tells those who wait that a lease ended without an answer, and gives it to the next', async () => {
    const ledger = memoryLedger()
    const first = mine(await ledger.claim(key))
    const second = await ledger.claim(key)
    await first.release()
    expect(second.kind === 'pending' && (await second.answer)).toBeUndefined()
    expect((await ledger.claim(key)).kind).toBe('mine')
  })

  it('does not let a lease that has ended end its successor', async () => {
    const ledger = memoryLedger()
    const first = mine(await ledger.claim(key))
    await first.release()
    await ledger.claim(key)
    await first.release()
    expect((await ledger.claim(key)).kind).toBe('pending')
  })
})

function mine(claimed: Claimed): Extract<Claimed, { kind: 'mine' }> {
  if (claimed.kind !== 'mine') throw new Error(`The claim is ${claimed.kind}`)
  return claimed
}
