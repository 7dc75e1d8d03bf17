import { describe, expect, it } from 'vitest'
import type { Ledger } from '../pipeline/schema/contracts.ts'
import { recentLedger } from './recent-ledger.ts'

describe('the ledger in memory of a long run', () => {
  it('replays what was answered a while ago', async () => {
    const ledger = recentLedger(10)
    await answer(ledger, 'first')
    for (let call = 0; call < 8; call++) await answer(ledger, `call ${call}`)
    expect(await kindOf(ledger, 'first')).toBe('replay')
  })

  it('forgets what was answered long ago', async () => {
    const ledger = recentLedger(10)
    await answer(ledger, 'first')
    for (let call = 0; call < 40; call++) await answer(ledger, `call ${call}`)
    expect(await kindOf(ledger, 'first')).toBe('mine')
  })

  it('sends a call once that two want at the same time', async () => {
    const ledger = recentLedger(10)
    expect([await kindOf(ledger, 'same'), await kindOf(ledger, 'same')]).toEqual(['mine', 'pending'])
  })
})

async function answer(ledger: Ledger, request: string): Promise<void> {
  const claimed = await ledger.claim({ request, ordinal: 0, sample: 0 })
  if (claimed.kind === 'mine') await claimed.answer({ status: 200, headers: {}, body: '{}', ms: 1 })
}

async function kindOf(ledger: Ledger, request: string): Promise<string> {
  return (await ledger.claim({ request, ordinal: 0, sample: 0 })).kind
}
