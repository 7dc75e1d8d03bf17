import { afterAll, describe, expect, it } from 'vitest'
import { skip } from '../servers.ts'
import { runEmbedded } from './embedded-run.ts'
import { runOnFleet } from './fleet-run.ts'
import { reportText } from './invariants.ts'
import { startMortalServers } from './mortal-servers.ts'
import { openSmallDisk } from './small-disk.ts'

// Short runs of the harness, with every kind of fault. The long one: node test/faults/run-faults.ts --help

const servers = (await startMortalServers()) ?? skip(['redis-server or postgresql'])
afterAll(() => servers?.[Symbol.asyncDispose]())

describe.skipIf(servers === undefined)('a fleet under blows, with a provider that fails', { timeout: 240_000 }, () => {
  it('loses nothing, doubles nothing, and pays for nothing twice', async () => {
    if (servers === undefined) return
    const plan = { articles: 150, blows: 8, providerFaults: 0.2, hangs: 0, seed: 7, workers: 2, mostSeconds: 200 }
    const report = await runOnFleet(servers, plan)
    expect(report, reportText(report)).toMatchObject({
      violations: [],
      finished: 150,
      open: 0,
      lost: 0,
      doubled: 0,
      repeatedCalls: 0,
      waste: 0,
    })
    expect(Object.keys(report.faults)).toEqual(
      expect.arrayContaining([
        'worker killed',
        'batch killed',
        'Redis emptied',
        'PostgreSQL stopped at once',
        'error 500',
      ]),
    )
  })
})

describe('a batch in a data folder that is killed again and again', { timeout: 120_000 }, () => {
  it('goes on each time from where it was, and pays for nothing twice', async () => {
    const report = await runEmbedded({ articles: 60, blows: 3, providerFaults: 0.2, seed: 3, mostSeconds: 100 })
    expect(report).toMatchObject({ violations: [], finished: 60, faults: { 'process killed': 3 } })
  })

  it('says that the disk is full, ends, and goes on from there when it is not', async (context) => {
    await using smallDisk = await openSmallDisk(200)
    if (smallDisk === undefined) return context.skip('a disk of its own can only be made by root')
    const plan = { articles: 120, blows: 0, providerFaults: 0, seed: 5, mostSeconds: 100, smallDisk }
    const report = await runEmbedded(plan)
    expect(report).toMatchObject({ violations: [], finished: 120 })
    expect(report.firstError).toMatch(/"code":"DATABASE_FAILED","message":"The disk of the data folder is nearly full/)
  })
})
