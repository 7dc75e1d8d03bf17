import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { z } from 'zod'
import { readGold } from '../evals/gold/read-gold.ts'
import { bridgeAnalysis, bridgeReading } from '../pipeline/review/bridge.fake.ts'
import type { Analysis } from '../pipeline/schema/analysis.ts'
import type { Article } from '../pipeline/schema/article.ts'
import { openRuntime } from '../workers/runtime.ts'
import { newPlace, type TestPlace } from './places.ts'
import { type Run, runStandpoint } from './run-standpoint.ts'

const reading = bridgeReading()
const { article } = reading
const analysis = bridgeAnalysis(reading)

describe('standpoint gold export', { timeout: 60_000 }, () => {
  it('writes what was approved, and "gold check" names what a person must still add', async () => {
    await using place = await newPlace(undefined)
    await approve(place, [{ article, analysis }])
    const { status, stdout } = await exported(place)
    expect([status, stdout]).toEqual([
      0,
      expect.stringMatching(/^Wrote 1 candidate to gold\.\nEach still needs a person/),
    ])
    const [yaml = '', text = ''] = (await readdir(join(place.folder, 'gold'))).sort().reverse()
    expect(await readFile(join(place.folder, 'gold', text), 'utf8')).toBe(article.text)
    const unchecked = await standpoint(place, 'gold', 'check', 'gold')
    expect([unchecked.status, unchecked.stderr]).toEqual([1, expect.stringContaining(`${yaml}: summaries`)])
    expect(unchecked.stderr).not.toMatch(/stance|reaction|actor|issue/)
    await finish(join(place.folder, 'gold', yaml))
    expect(await standpoint(place, 'gold', 'check', 'gold')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('1 articles, 3 actors, 3 stances, 1 reactions'),
    })
    const [gold] = await readGold({ folder: join(place.folder, 'gold') })
    expect(gold?.article.contentHash).toBe(article.contentHash)
    expect(gold?.stances[1]).toMatchObject({ actor: 'a2', target: 'main', label: 'oppose', voice: 'self' })
    expect(gold?.reactions[0]?.quote).toEqual({
      start: analysis.reactions[0]?.quote?.start,
      end: analysis.reactions[0]?.quote?.end,
    })
  })

  it('leaves files alone that are there, and goes on where it was cut off', async () => {
    await using place = await newPlace(undefined)
    await approve(place, [{ article, analysis }])
    await exported(place)
    const [yaml = '', text = ''] = (await readdir(join(place.folder, 'gold'))).sort().reverse()
    await writeFile(join(place.folder, 'gold', yaml), 'worked on')
    const again = await exported(place, '--json')
    expect(JSON.parse(again.stdout)).toEqual({ written: 0, existing: 1, repeated: 0 })
    expect(await readFile(join(place.folder, 'gold', yaml), 'utf8')).toBe('worked on')
    await mkdir(join(place.folder, 'other'))
    await writeFile(join(place.folder, 'other', text), article.text)
    const other = await standpoint(place, 'gold', 'export', '--out', 'other', '--json')
    expect(JSON.parse(other.stdout)).toEqual({ written: 1, existing: 0, repeated: 0 })
    expect((await readdir(join(place.folder, 'other'))).filter((file) => file.endsWith('.part'))).toEqual([])
  })

  it('makes no path of an id, and follows no link that lies in the way', async () => {
    await using place = await newPlace(undefined)
    const id = '../../etc/\u0000pass\nwd: "x"\u202E/ÉTÉ & co.html'
    const hostile = { ...article, id: id.replace('\u0000', '') }
    await approve(place, [{ article: hostile, analysis }])
    await exported(place)
    const name = `ete-co-${article.contentHash.slice(0, 8)}`
    expect((await readdir(join(place.folder, 'gold'))).sort()).toEqual([`${name}.txt`, `${name}.yaml`])
    await mkdir(join(place.folder, 'trap'))
    await symlink(join(place.folder, 'victim'), join(place.folder, 'trap', `${name}.yaml`))
    const trapped = await standpoint(place, 'gold', 'export', '--out', 'trap', '--json')
    expect(JSON.parse(trapped.stdout)).toMatchObject({ written: 0, existing: 1 })
    await expect(readFile(join(place.folder, 'victim'))).rejects.toThrow()
  })

  it('writes each text once, and no more than asked for', async () => {
    await using place = await newPlace(undefined)
    const other = { ...analysis, sample: 1 }
    await approve(place, [
      { article, analysis },
      { article, analysis: other },
    ])
    const both = await exported(place, '--json')
    expect(JSON.parse(both.stdout)).toEqual({ written: 1, existing: 0, repeated: 1 })
    expect(both.stderr).toContain('Task 2 was left out')
    const none = await exported(place, '--limit', '0')
    expect([none.status, none.stderr]).toEqual([2, expect.stringContaining('OPTION_INVALID')])
  })

  it('says that nothing was approved, and creates nothing for it', async () => {
    await using place = await newPlace(undefined)
    const { status, stdout } = await exported(place)
    expect([status, stdout]).toEqual([0, 'No analysis has been approved.\n'])
    expect(await readdir(place.folder)).toEqual([])
  })

  it('says where it cannot write', async () => {
    await using place = await newPlace(undefined)
    await approve(place, [{ article, analysis }])
    await writeFile(join(place.folder, 'gold'), 'a file')
    const { status, stderr } = await exported(place)
    expect([status, stderr]).toEqual([1, expect.stringContaining('OUTPUT_UNWRITABLE')])
  })
})

function standpoint(place: TestPlace, ...args: string[]): Promise<Run> {
  return runStandpoint(args, place.folder, { env: place.env })
}

function exported(place: TestPlace, ...args: string[]): Promise<Run> {
  return standpoint(place, 'gold', 'export', '--out', 'gold', ...args)
}

/** Puts analyses into the store of a place and approves each. */
async function approve(place: TestPlace, pairs: readonly { article: Article; analysis: Analysis }[]): Promise<void> {
  await using runtime = await openRuntime(place.config)
  const { store } = runtime
  for (const { article: accepted, analysis: reviewed } of pairs) {
    const batch = await store.openBatch('batch')
    const to = { batch, recipe: reviewed.recipe, sample: reviewed.sample, lane: 'archive' as const }
    await store.accept([{ kind: 'article', position: 0, article: accepted, incomplete: [] }], to)
    const [ref] = await store.handOut('archive', { most: 1 })
    const claimed = ref && (await store.claim(ref))
    if (claimed === undefined) throw new Error('Nothing was handed out')
    await store.complete(claimed, reviewed)
    const review = { ifVersion: 0, kind: 'approval' as const, analysis: reviewed, corrections: [], author: 'Ida Brook' }
    await store.review(claimed.task, review)
  }
}

const Unfinished = z.looseObject({ summaries: z.array(z.string()), facts: z.array(z.unknown()) })

/** What a person does: a second summary, and facts enough. */
async function finish(path: string): Promise<void> {
  const candidate = Unfinished.parse(parse(await readFile(path, 'utf8')))
  const facts = ['Sand', 'Norvia', 'Tol'].map((name) => ({ fact: `${name} has a say.`, holds: [name] }))
  const summaries = [
    ...candidate.summaries,
    'Cars may no longer cross the Mill Bridge, which divides the town of Arlo.',
  ]
  await writeFile(path, stringify({ ...candidate, summaries, facts: [...candidate.facts, ...facts] }))
}
