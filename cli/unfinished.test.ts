import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { StandpointError } from '../pipeline/schema/errors.ts'
import { openUnfinished, type Unfinished } from './unfinished.ts'

const stopped = new StandpointError('CANCELLED', 'Stopped')
let data = ''
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'standpoint-unfinished-'))
})
afterEach(() => rm(data, { recursive: true, force: true }))

const openAs = (recipe: string) => openUnfinished(data, { contentHash: 'article', recipe })

describe('what models answered before an analysis broke off', () => {
  it('stands with the recipe that asked for it, and goes when that recipe succeeds', async () => {
    const one = await brokenOff('one', 'first question')
    const two = await brokenOff('two', 'second question')
    expect([one.found, two.found]).toEqual([0, 1])
    await one.forget()
    expect((await openAs('one')).found).toBe(1)
    await two.forget()
    expect(await readdir(join(data, 'unfinished'))).toEqual([])
  })

  it('is for nobody else to read', async () => {
    await brokenOff('one', 'first question')
    const { mode } = await stat(join(data, 'unfinished', 'article', 'one.json'))
    expect(mode & 0o077).toBe(0)
  })

  it('is not told by a run that asked for nothing', async () => {
    await brokenOff('one', 'first question')
    expect(await (await openAs('rules')).keepAfter(stopped)).toBe(stopped)
  })
})

async function brokenOff(recipe: string, request: string): Promise<Unfinished> {
  const unfinished = await openAs(recipe)
  const claimed = await unfinished.ledger.claim({ request, ordinal: 0, sample: 0 })
  if (claimed.kind === 'mine') await claimed.answer({ status: 200, headers: {}, body: '{}', ms: 1 })
  await unfinished.keepAfter(stopped)
  return unfinished
}
