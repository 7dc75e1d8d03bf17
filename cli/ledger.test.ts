import { describe, expect, it } from 'vitest'
import type { LedgerLine, LedgerReport } from '../pipeline/schema/store-contract.ts'
import { ledgerText } from './ledger.ts'

const line: LedgerLine = {
  key: 'actors',
  answers: 1200,
  replays: 3,
  inFlight: 0,
  lost: 0,
  refused: 0,
  unusable: 0,
  waste: 0,
  unpriced: 0,
  tokensIn: 2_400_000,
  tokensCached: 1_800_000,
  tokensOut: 90_000,
}
const reportOf = (changes: Partial<LedgerLine>): LedgerReport => {
  const only = { ...line, ...changes }
  return { by: 'step', lines: [only], total: { ...only, key: 'all' } }
}

describe('the ledger as a person reads it', () => {
  it('is a table with a sum, and leaves cost out where no price is known', () => {
    const text = ledgerText(reportOf({}))
    expect(text).toMatch(/^step +calls +replayed +tokens in +cached +tokens out +unusable +lost +waste$/m)
    expect(text).toMatch(/^actors +1,200 +3 +2,400,000 +75 % +90,000 +0 +0 +0$/m)
    expect(text).toMatch(/^all /m)
    expect(text).toContain('STANDPOINT_PRICES')
  })

  it('shows cost and savings where prices are set, and explains each kind of loss that there is', () => {
    const text = ledgerText(reportOf({ costUsd: 1.234, savedUsd: 0.0051, lost: 2, waste: 1 }))
    expect(text).toMatch(/^actors .* 1\.23 +0\.0051 +0 +2 +1$/m)
    expect(text).toContain('lost: ')
    expect(text).toContain('waste: ')
    expect(text).not.toContain('unusable: ')
    expect(text).not.toContain('STANDPOINT_PRICES')
  })

  it('says which calls are in no sum because their model has no price, and shows no cost of theirs', () => {
    const [small, large] = [
      { ...line, key: 'small', costUsd: 1.5, savedUsd: 0 },
      { ...line, key: 'large', answers: 34, unpriced: 34 },
    ]
    const total = { ...line, answers: 1234, unpriced: 34, costUsd: 1.5, savedUsd: 0, key: 'all' }
    const text = ledgerText({ by: 'model', lines: [small, large], total })
    expect(text).toMatch(/^small .* 1\.50 +0\.0000 +0 +0 +0$/m)
    expect(text).toMatch(/^large .* - +- +0 +0 +0$/m)
    expect(text).toContain('US$: 34 of 1,234 calls have no price in STANDPOINT_PRICES and are in no sum.')
  })

  it('says that there is nothing', () => {
    expect(ledgerText({ by: 'day', lines: [], total: line })).toBe('No call of a model has been written down.')
  })
})
