import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { ArchiveRecord } from '../archive/formats/format.ts'
import { RetryLater, StandpointError } from '../pipeline/schema/errors.ts'
import { articlesOf, batchOf, newPlace, numberedReports, reportOn } from './places.ts'
import { fakeAnalyse } from './scripted-analyse.fake.ts'
import { startServers } from './servers.ts'

const servers = await startServers()
afterAll(() => servers?.[Symbol.asyncDispose]())

const backends = [
  { name: 'embedded', isThere: true, placeOf: () => newPlace(undefined) },
  { name: 'on Redis with PostgreSQL', isThere: servers !== undefined, placeOf: () => newPlace(servers) },
]

for (const { name, isThere, placeOf } of backends) {
  describe.skipIf(!isThere)(`a batch ${name}`, { timeout: 60_000 }, () => {
    it('writes one result an article, in input order, whatever order they were done in', async () => {
      await using place = await placeOf()
      const texts = numberedReports(30)
      const summary = await batchOf(place, articlesOf(texts), { analyse: fakeAnalyse(unevenly) })
      expect(summary).toMatchObject({ total: 30, done: 30, failed: 0, reused: 0 })
      expect((await linesOf(place.out)).map((line) => line.id)).toEqual(Object.keys(texts))
    })

    it('analyses equal texts once and writes them under each of their names', async () => {
      await using place = await placeOf()
      const seen: string[] = []
      const analyse = fakeAnalyse(async (text) => void seen.push(text))
      await batchOf(place, articlesOf({ 'a.txt': reportOn('tolls'), 'b.txt': reportOn('tolls') }), { analyse })
      expect(seen).toEqual([reportOn('tolls')])
      expect((await linesOf(place.out)).map((line) => line.id)).toEqual(['a.txt', 'b.txt'])
    })

    it('skips in a rerun what is done', async () => {
      await using place = await placeOf()
      const texts = { 'a.txt': reportOn('tolls'), 'b.txt': reportOn('ferries') }
      await batchOf(place, articlesOf(texts))
      const first = await readFile(place.out, 'utf8')
      const seen: string[] = []
      const again = await batchOf(place, articlesOf(texts), {
        analyse: fakeAnalyse(async (text) => void seen.push(text)),
      })
      expect(seen).toEqual([])
      expect(again).toMatchObject({ done: 2, reused: 2 })
      expect(await readFile(place.out, 'utf8')).toBe(first)
    })

    it('lists what failed beside the results and does the rest', async () => {
      await using place = await placeOf()
      const summary = await batchOf(place, withFaults(), { analyse: fakeAnalyse(refuse('ferries')) })
      expect(summary).toMatchObject({ total: 4, done: 1, failed: 3 })
      expect((await linesOf(place.out)).map((line) => line.id)).toEqual(['good.txt'])
      expect(await linesOf(summary.failuresFile ?? '')).toEqual([
        expect.objectContaining({ id: 'lines.jsonl:7', code: 'RECORD_INVALID' }),
        expect.objectContaining({ id: 'empty.txt', code: 'ARTICLE_EMPTY' }),
        expect.objectContaining({ id: 'bad.txt', code: 'CONTEXT_TOO_SMALL', fix: 'Name a larger model.' }),
      ])
    })

    it('tries in a rerun what failed, and removes the list when nothing fails any more', async () => {
      await using place = await placeOf()
      const texts = { 'a.txt': reportOn('ferries') }
      const first = await batchOf(place, articlesOf(texts), { analyse: fakeAnalyse(refuse('ferries')) })
      const second = await batchOf(place, articlesOf(texts))
      expect([first.failed, second.failed, second.done]).toEqual([1, 0, 1])
      await expect(readFile(first.failuresFile ?? '')).rejects.toThrow('ENOENT')
    })

    it('counts no attempt when it is told to come back later', async () => {
      await using place = await placeOf()
      let refusals = 6
      const analyse = fakeAnalyse(async () => {
        if (refusals-- > 0) throw new RetryLater('the provider is busy', 20)
      })
      expect(await batchOf(place, articlesOf({ 'a.txt': reportOn('tolls') }), { analyse })).toMatchObject({ done: 1 })
    })

    it('gives up on a fault that does not pass after three attempts, with its reason', async () => {
      await using place = await placeOf()
      let attempts = 0
      const analyse = fakeAnalyse(async () => {
        attempts++
        throw new StandpointError('MODEL_FAILED', 'The model server answered 500')
      })
      const summary = await batchOf(place, articlesOf({ 'a.txt': reportOn('tolls') }), { analyse })
      expect(attempts).toBe(3)
      expect(await linesOf(summary.failuresFile ?? '')).toEqual([
        { id: 'a.txt', code: 'MODEL_FAILED', message: 'The model server answered 500' },
      ])
    })

    it('takes a known name with a new text for a new revision', async () => {
      await using place = await placeOf()
      await batchOf(place, articlesOf({ 'a.txt': reportOn('tolls') }))
      await batchOf(place, articlesOf({ 'a.txt': reportOn('ferries') }))
      expect((await linesOf(place.out)).map((line) => line.text)).toEqual([reportOn('ferries')])
    })

    it('stops at once when interrupted, and the same command goes on from there', async () => {
      await using place = await placeOf()
      const texts = numberedReports(24)
      const stop = new AbortController()
      const done: string[] = []
      const first = batchOf(place, articlesOf(texts), {
        signal: stop.signal,
        analyse: fakeAnalyse(async (text, signal) => {
          if (done.length >= 5) stop.abort(new Error('interrupted'))
          await sleep(20, undefined, { signal })
          done.push(text)
        }),
      })
      await expect(first).rejects.toMatchObject({ code: 'CANCELLED' })
      await expect(readFile(place.out)).rejects.toThrow('ENOENT')
      const second = await batchOf(place, articlesOf(texts), {
        analyse: fakeAnalyse(async (text) => void done.push(text)),
      })
      expect(second).toMatchObject({ total: 24, done: 24, failed: 0 })
      expect(done.toSorted()).toEqual(Object.values(texts).toSorted())
    })
  })
}

/** Later articles are ready before earlier ones. */
async function unevenly(text: string): Promise<void> {
  await sleep((text.length * 7919) % 40)
}

function refuse(subject: string) {
  return async (text: string) => {
    if (!text.includes(subject)) return
    throw new StandpointError('CONTEXT_TOO_SMALL', 'The article does not fit', { fix: 'Name a larger model.' })
  }
}

async function* withFaults(): AsyncGenerator<ArchiveRecord> {
  const error = new StandpointError('RECORD_INVALID', 'The line is not JSON: "\u0000{"', { where: 'lines.jsonl:7' })
  yield { kind: 'fault', id: 'lines.jsonl:7', error }
  yield* articlesOf({ 'good.txt': reportOn('tolls'), 'empty.txt': ' \n', 'bad.txt': reportOn('ferries') })
}

const ResultLine = z.looseObject({ id: z.string() })

async function linesOf(file: string) {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '')
  return lines.map((line) => ResultLine.parse(JSON.parse(line)))
}
