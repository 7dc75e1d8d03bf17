import { appendFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { createLog } from '../workers/log.ts'
import { openPlace } from '../workers/place.ts'
import { startBatchProcess } from './child.ts'
import { newPlace, numberedReports, type TestPlace } from './places.ts'
import { startServers } from './servers.ts'

const COUNT = 60
const texts = Object.values(numberedReports(COUNT))
const servers = await startServers()
afterAll(() => servers?.[Symbol.asyncDispose]())

describe('a batch that is killed', { timeout: 120_000 }, () => {
  it('goes on from where it was: nothing is lost and nothing that was done is done again', async () => {
    await using place = await newPlace(undefined)
    const journal = await newJournal(place)
    const args = ['batch', place.out, journal, String(COUNT)]
    const first = startBatchProcess(args, place.env)
    await untilEnded(journal, 20)
    first.kill('SIGKILL')
    await first.ended
    const saved = await savedIn(place)
    const before = (await readJournal(journal)).length
    expect(await startBatchProcess(args, place.env).ended).toMatchObject({ code: 0 })
    expect((await linesOf(place.out)).length).toBe(COUNT)
    const begunAgain = beginningsIn((await readJournal(journal)).slice(before))
    expect(begunAgain.length).toBe(COUNT - saved)
  })

  it('stops cleanly at an interrupt, says what is done, and goes on from there', async () => {
    await using place = await newPlace(undefined)
    const journal = await newJournal(place)
    const args = ['batch', place.out, journal, String(COUNT)]
    const first = startBatchProcess(args, place.env)
    await untilEnded(journal, 10)
    first.kill('SIGINT')
    const { code, stderr } = await first.ended
    expect(code).toBe(130)
    expect(stderr).toMatch(/Stopped: \d+ analysed, 0 failed, \d+ accepted and not done/)
    expect(await startBatchProcess(args, place.env).ended).toMatchObject({ code: 0 })
    expect(endingsIn(await readJournal(journal)).toSorted()).toEqual(texts.toSorted())
  })
})

describe.skipIf(servers === undefined)('a worker of a fleet that is killed', { timeout: 120_000 }, () => {
  it('leaves nothing behind that others do not finish, and the batch is written once', {
    timeout: 120_000,
  }, async () => {
    await using place = await newPlace(servers)
    const journal = await newJournal(place)
    const worker = startBatchProcess(['worker', '', journal], place.env)
    await worker.says('ready')
    const batch = startBatchProcess(['batch', place.out, journal, String(COUNT)], place.env)
    await untilEnded(journal, 15)
    worker.kill('SIGKILL')
    await worker.ended
    const other = startBatchProcess(['worker', '', journal], place.env)
    expect(await batch.ended).toMatchObject({ code: 0 })
    other.kill('SIGINT')
    await other.ended
    expect((await linesOf(place.out)).length).toBe(COUNT)
    const endings = endingsIn(await readJournal(journal))
    expect(endings.length - new Set(endings).size).toBeLessThanOrEqual(4) // those that were in work at the kill
  })
})

describe.skipIf(servers === undefined)('a worker that is told to stop', { timeout: 60_000 }, () => {
  it('finishes what it has in work, begins nothing more, and leaves the rest to others', async () => {
    await using place = await newPlace(servers)
    const journal = await newJournal(place)
    const worker = startBatchProcess(['worker', '', journal], place.env)
    await worker.says('ready')
    const batch = startBatchProcess(['batch', place.out, journal, String(COUNT)], place.env)
    await untilEnded(journal, 10)
    worker.kill('SIGTERM')
    expect(await worker.ended).toMatchObject({ code: 0 })
    const stopped = await readJournal(journal)
    expect(endingsIn(stopped).toSorted()).toEqual(beginningsIn(stopped).toSorted())
    expect(endingsIn(stopped).length).toBeLessThan(COUNT)
    const other = startBatchProcess(['worker', '', journal], place.env)
    expect(await batch.ended).toMatchObject({ code: 0 })
    other.kill('SIGTERM')
    await other.ended
    expect(endingsIn(await readJournal(journal)).toSorted()).toEqual(texts.toSorted())
  })
})

describe.skipIf(servers === undefined)('a worker whose time to stop is up', { timeout: 60_000 }, () => {
  it('puts back what it has in work, which costs no attempt', async () => {
    await using place = await newPlace(servers)
    const journal = await newJournal(place)
    const slow = startBatchProcess(['worker', '', journal, '', '60000', '200'], place.env)
    await slow.says('ready')
    const batch = startBatchProcess(['batch', place.out, journal, '6'], place.env)
    while (beginningsIn(await readJournal(journal)).length < 2) await sleep(10)
    slow.kill('SIGTERM')
    expect(await slow.ended).toMatchObject({ code: 0 })
    expect(endingsIn(await readJournal(journal))).toEqual([])
    const other = startBatchProcess(['worker', '', journal], place.env)
    expect(await batch.ended).toMatchObject({ code: 0 })
    other.kill('SIGTERM')
    await other.ended
    expect((await linesOf(place.out)).length).toBe(6)
  })
})

async function newJournal(place: TestPlace): Promise<string> {
  const journal = join(place.folder, 'journal')
  await appendFile(journal, '')
  return journal
}

async function savedIn(place: TestPlace): Promise<number> {
  const opened = await openPlace(place.config, createLog('silent'))
  const { done } = await opened.store.counts()
  await opened.close()
  return done
}

async function untilEnded(journal: string, count: number): Promise<void> {
  while (endingsIn(await readJournal(journal)).length < count) await sleep(10)
}

const readJournal = (journal: string) => linesOf(journal)
const beginningsIn = (lines: readonly string[]) => textsAfter('begin ', lines)
const endingsIn = (lines: readonly string[]) => textsAfter('end ', lines)

function textsAfter(word: string, lines: readonly string[]): string[] {
  return lines.filter((line) => line.startsWith(word)).map((line) => String(JSON.parse(line.slice(word.length))))
}

async function linesOf(file: string): Promise<string[]> {
  return (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '')
}
