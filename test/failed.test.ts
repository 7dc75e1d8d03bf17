import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { articlesOf, batchOf, newPlace, numberedReports, type TestPlace } from './places.ts'
import { fakeAnalyse } from './scripted-analyse.fake.ts'

const main = fileURLToPath(new URL('../cli/main.ts', import.meta.url))

describe('standpoint failed', { timeout: 60_000 }, () => {
  it('lists what failed for good with its reason, and has it tried anew', async () => {
    await using place = await newPlace(undefined)
    const failing = fakeAnalyse(async (text) => {
      if (text.includes('number 1')) throw new Error('the worst')
    })
    expect(await batchOf(place, articlesOf(numberedReports(3)), { analyse: failing })).toMatchObject({ failed: 1 })
    const listed = await failed(place)
    expect(listed).toMatch(
      /^\d+ {2}report-1\.txt\n {4}The analysis broke off: Error: the worst \(INTERNAL\), 3 attempts, /,
    )
    const [row] = (await failed(place, '--json')).split('\n')
    const { task } = JSON.parse(row ?? '')
    expect(await failed(place, '--retry', String(task + 1000))).toBe('There was nothing to try anew.\n')
    expect(await failed(place, '--retry', String(task))).toMatch(/^1 to be tried anew\./)
    expect(await failed(place)).toBe('Nothing has failed.\n')
    expect(await batchOf(place, articlesOf(numberedReports(3)))).toMatchObject({ done: 3, failed: 0 })
  })
})

async function failed(place: TestPlace, ...args: string[]): Promise<string> {
  const env = { ...process.env, ...place.env }
  return (await promisify(execFile)(process.execPath, [main, 'failed', ...args], { env })).stdout
}
