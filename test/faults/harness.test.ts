import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runEmbedded } from './embedded-run.ts'
import { runOnFleet } from './fleet-run.ts'
import { startMortalServers } from './mortal-servers.ts'
import { serversOrSkip } from './servers-or-skip.ts'

// The harness must find what is wrong: here faults are put into our code on purpose.

const MUTANTS = fileURLToPath(new URL('./mutants.ts', import.meta.url))
const servers = await serversOrSkip(startMortalServers)
afterAll(() => servers?.[Symbol.asyncDispose]())

describe('the fault harness', { timeout: 120_000 }, () => {
  let before: string | undefined
  beforeAll(() => {
    before = process.env.STANDPOINT_MUTANT
  })
  afterAll(() => {
    process.env.STANDPOINT_MUTANT = before
  })

  it('reports calls that are repeated when the ledger is bypassed', async () => {
    process.env.STANDPOINT_MUTANT = 'ledger bypassed'
    const plan = { articles: 40, blows: 3, providerFaults: 0, seed: 1, preload: [MUTANTS], mostSeconds: 90 }
    const report = await runEmbedded(plan)
    expect(report.repeatedCalls).toBeGreaterThan(0)
    expect(report.violations).toContainEqual(expect.stringContaining('were repeated although their answer was stored'))
  })

  it('reports articles that are lost when a task counts as done before its analysis is saved', async () => {
    process.env.STANDPOINT_MUTANT = 'acknowledged early'
    const plan = { articles: 40, blows: 3, providerFaults: 0, seed: 1, preload: [MUTANTS], mostSeconds: 90 }
    const report = await runEmbedded(plan)
    expect(report.lost).toBeGreaterThan(0)
    expect(report.violations).toContainEqual(expect.stringContaining('are in no file'))
  })

  it.skipIf(servers === undefined)('reports articles that stay open when an emptied queue is not rebuilt', async () => {
    if (servers === undefined) return
    process.env.STANDPOINT_MUTANT = 'queue not rebuilt'
    const plan = {
      articles: 150,
      blows: 7,
      providerFaults: 0,
      seed: 1,
      workers: 1,
      preload: [MUTANTS],
      mostSeconds: 60,
    }
    const report = await runOnFleet(servers, plan)
    expect(report.open).toBeGreaterThan(0)
    expect(report.violations).toContainEqual(expect.stringContaining('are still open'))
  })
})
