import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { sentenceReader } from '../pipeline/engines/honest-model.fake.ts'
import { asksAboutArticle, lying } from '../pipeline/engines/lying-model.fake.ts'
import { scriptedServer } from '../pipeline/engines/scripted-server.fake.ts'
import { evaluate } from './eval.ts'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

it('asks a larger model anew that is served elsewhere, and the small one only what it was not asked', {
  timeout: 90_000,
}, async () => {
  const reader = sentenceReader(() => true)
  await using small = await scriptedServer(lying(reader), { models: ['small'] })
  await using first = await scriptedServer(reader, { models: ['large'] })
  await using second = await scriptedServer(reader, { models: ['large'] })
  const folder = await mkdtemp(join(tmpdir(), 'standpoint-servers-'))
  vi.stubEnv('STANDPOINT_DATA', folder)
  vi.stubEnv('OPENAI_BASE_URL', small.baseUrl)
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const flags = { model: 'small', larger: 'large', mode: 'chain', length: 'standard', limit: '1' } as const
  const askedOf = ({ requests }: typeof small) => requests.filter(asksAboutArticle).length
  for (const { baseUrl } of [first, first, second]) {
    vi.stubEnv('STANDPOINT_LARGER_BASE_URL', baseUrl)
    await evaluate({ ...flags, json: true, quality: '', cost: '' })
  }
  expect(askedOf(first)).toBeGreaterThan(0)
  expect(askedOf(second)).toBe(askedOf(first))
  expect(new Set(small.requests.filter(asksAboutArticle).map((each) => JSON.stringify(each))).size).toBe(askedOf(small))
  await rm(folder, { recursive: true, force: true })
})
