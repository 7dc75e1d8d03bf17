import { afterAll, describe, expect, it } from 'vitest'
import { skip } from '../servers.ts'
import { runEmbedded } from './embedded-run.ts'
import { runOnFleet } from './fleet-run.ts'
import { startMortalServers } from './mortal-servers.ts'

// The harness must find what is wrong: here faults are put into our code on purpose.

const EMBEDDED = { articles: 40, blows: 3, providerFaults: 0, seed: 1, mostSeconds: 90 }
const servers = (await startMortalServers()) ?? skip(['redis-server or postgresql'])
afterAll(() => servers?.[Symbol.asyncDispose]())

describe('the fault harness', { timeout: 120_000 }, () => {
  it('reports calls that are repeated when the ledger is bypassed', async () => {
    const report = await runEmbedded({ ...EMBEDDED, mutant: 'ledger bypassed' })
    expect(report.repeatedCalls).toBeGreaterThan(0)
    expect(report.violations).toContainEqual(expect.stringContaining('were repeated although their answer was stored'))
  })

  it('reports articles that are lost when a task counts as done before its analysis is saved', async () => {
    const report = await runEmbedded({ ...EMBEDDED, mutant: 'acknowledged early' })
    expect(report.lost).toBeGreaterThan(0)
    expect(report.violations).toContainEqual(expect.stringContaining('are in no file'))
  })

  it.skipIf(servers === undefined)('reports articles that stay open when an emptied queue is not rebuilt', async () => {
    if (servers === undefined) return
    const plan = {
      articles: 150,
      blows: 7,
      providerFaults: 0,
      seed: 1,
      workers: 1,
      mutant: 'queue not rebuilt',
      mostSeconds: 60,
    }
    const report = await runOnFleet(servers, plan)
    expect(report.open).toBeGreaterThan(0)
    expect(report.violations).toContainEqual(expect.stringContaining('are still open'))
  })
})
