import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import type { RequestStore } from '../pipeline/schema/request-contract.ts'
import type { Store, TaskRef } from '../pipeline/schema/store-contract.ts'
import { toArticle } from '../pipeline/text/article.ts'
import { startFeeder } from '../workers/feeder.ts'
import { createLog } from '../workers/log.ts'
import { openPlace } from '../workers/place.ts'
import type { JobQueue } from '../workers/queue/queue.ts'
import { newPlace, numberedReports, type TestPlace } from './places.ts'
import { fakeRecipe } from './scripted-analyse.fake.ts'
import { startServers } from './servers.ts'

const servers = await startServers()
afterAll(() => servers?.[Symbol.asyncDispose]())

const backends = [
  { name: 'embedded', isThere: true, placeOf: () => newPlace(undefined) },
  { name: 'on Redis with PostgreSQL', isThere: servers !== undefined, placeOf: () => newPlace(servers) },
]
const log = createLog('silent')

for (const { name, isThere, placeOf } of backends) {
  describe.skipIf(!isThere)(`the feeder ${name}`, { timeout: 60_000 }, () => {
    it('hands tasks out anew that went with an emptied queue', async () => {
      await using house = await openWith(await placeOf(), 3)
      const { store, queue } = house
      const lost = await store.handOut('archive', { most: 3 })
      await queue.add('archive', lost)
      await queue.clear()
      const feeder = startFeeder({ store, queue, lanes: ['archive'], most: 10, log, idleMs: 20, reconcileMs: 20 })
      const worked = await workUntil(queue, 3)
      await feeder.close()
      expect(worked).toEqual(lost.map(({ task, turn }) => ({ task, turn: turn + 1 })))
    })

    it('leaves in peace what the queue still holds', async () => {
      await using house = await openWith(await placeOf(), 2)
      const { store, queue } = house
      const feeder = startFeeder({ store, queue, lanes: ['archive'], most: 10, log, idleMs: 20, reconcileMs: 20 })
      await sleep(300)
      await feeder.close()
      expect((await store.handedOut('archive', { olderThanMs: 0 })).map((ref) => ref.turn)).toEqual([1, 1])
    })

    it('keeps a bounded number in the queue, however many are accepted', async () => {
      await using house = await openWith(await placeOf(), 30)
      const { store, queue } = house
      const feeder = startFeeder({ store, queue, lanes: ['archive'], most: 4, log, idleMs: 10 })
      await sleep(300)
      await feeder.close()
      expect(await store.counts()).toMatchObject({ queued: 4, accepted: 26 })
    })

    it('goes on after a round that failed', async () => {
      await using house = await openWith(await placeOf(), 1)
      const { store, queue } = house
      let refusals = 2
      const flaky: JobQueue = {
        ...queue,
        add: async (lane, tasks) => {
          if (refusals-- > 0) throw new Error('the queue is away')
          await queue.add(lane, tasks)
        },
      }
      const feeder = startFeeder({ store, queue: flaky, lanes: ['archive'], most: 4, log, idleMs: 10, reconcileMs: 20 })
      expect(await workUntil(queue, 1)).toMatchObject([{ task: 1 }])
      await feeder.close()
    })
  })
}

type House = { store: Store & RequestStore; queue: JobQueue } & AsyncDisposable

/** A store that has accepted so many articles, and an empty queue. */
async function openWith(place: TestPlace, articles: number): Promise<House> {
  const opened = await openPlace(place.config, log)
  const queue = await opened.queue()
  const batch = await opened.store.openBatch('batch')
  const entries = Object.entries(numberedReports(articles)).map(([id, text], position) => {
    return { kind: 'article' as const, position, article: toArticle({ id, text, language: 'en' }), incomplete: [] }
  })
  await opened.store.accept(entries, { batch, recipe: fakeRecipe, lane: 'archive' })
  return {
    store: opened.store,
    queue,
    [Symbol.asyncDispose]: async () => {
      await opened.close()
      await place[Symbol.asyncDispose]()
    },
  }
}

async function workUntil(queue: JobQueue, count: number): Promise<TaskRef[]> {
  const worked: TaskRef[] = []
  const worker = queue.work('archive', 1, async (ref) => {
    worked.push(ref)
    return { kind: 'settled' }
  })
  while (worked.length < count) await sleep(10)
  await worker.close()
  return worked.toSorted((a, b) => a.task - b.task)
}
