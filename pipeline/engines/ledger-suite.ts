import { describe, expect, it } from 'vitest'
import type { Claimed, Ledger, LedgerKey, RecordedAnswer } from '../schema/call-contract.ts'

export const ANSWER: RecordedAnswer = { status: 200, headers: { 'x-kind': 'test' }, body: '{"said":"é"}', ms: 1.5 }
export const CALL = { model: 'small', steps: ['summary'] } as const

/** What every ledger does. `open` gives one; other tests may have used it. */
export function ledgerSuite(name: string, open: () => Promise<Ledger>): void {
  describe(`the contract of a ledger: ${name}`, () => {
    it('replays an answer, to the same request, ordinal and sample only', async () => {
      const [ledger, key] = [await open(), newKey()]
      await answered(ledger, key)
      expect(await ledger.claim(key)).toEqual({ kind: 'replay', answer: ANSWER })
      expect((await ledger.claim({ ...key, ordinal: 1 })).kind).toBe('mine')
      expect((await ledger.claim({ ...key, sample: 1 })).kind).toBe('mine')
      expect((await ledger.claim(newKey())).kind).toBe('mine')
    })

    it('lets a second one wait for the answer of the first', async () => {
      const [ledger, key] = [await open(), newKey()]
      const first = mine(await ledger.claim(key))
      await first.intent(CALL)
      const second = await ledger.claim(key)
      await first.answer(ANSWER)
      expect(second.kind === 'pending' && (await second.wait())).toEqual(ANSWER)
    })

    it.each(['release', 'lost'] as const)(
      'tells those who wait that a lease ended (%s), and gives it to the next',
      async (end) => {
        const [ledger, key] = [await open(), newKey()]
        const first = mine(await ledger.claim(key))
        await first.intent(CALL)
        const second = await ledger.claim(key)
        await first[end]()
        expect(second.kind === 'pending' && (await second.wait())).toBeUndefined()
        expect((await ledger.claim(key)).kind).toBe('mine')
      },
    )

    it('does not let a lease that has ended end its successor', async () => {
      const [ledger, key] = [await open(), newKey()]
      const first = mine(await ledger.claim(key))
      await first.release()
      await ledger.claim(key)
      await first.release()
      expect((await ledger.claim(key)).kind).toBe('pending')
    })

    it('gives one of many that claim at once the right to send', async () => {
      const [ledger, key] = [await open(), newKey()]
      const claims = await Promise.all(Array.from({ length: 8 }, () => ledger.claim(key)))
      expect(claims.filter(({ kind }) => kind === 'mine')).toHaveLength(1)
    })
  })
}

let keys = 0

/** A key that no other test has. */
export function newKey(): LedgerKey {
  return { request: String(++keys).padStart(64, '0'), ordinal: 0, sample: 0 }
}

export function mine(claimed: Claimed): Extract<Claimed, { kind: 'mine' }> {
  if (claimed.kind !== 'mine') throw new Error(`The claim is ${claimed.kind}`)
  return claimed
}

/** Claims, sends and answers. */
export async function answered(ledger: Ledger, key: LedgerKey): Promise<void> {
  const claim = mine(await ledger.claim(key))
  await claim.intent(CALL)
  await claim.answer(ANSWER, { tokensIn: 100, tokensCached: 40, tokensOut: 10, costUsd: 0.5 })
}
