import { setTimeout as sleep } from 'node:timers/promises'
import { Webhook } from 'standardwebhooks'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Article } from '../pipeline/schema/article.ts'
import { StandpointError } from '../pipeline/schema/errors.ts'
import type { RequestStore } from '../pipeline/schema/request-contract.ts'
import type { ClaimedTask, Store } from '../pipeline/schema/store-contract.ts'
import type { WebhookEvent } from '../pipeline/schema/webhook-contract.ts'
import { toArticle } from '../pipeline/text/article.ts'
import { RETRY_POLICY, type RetryPolicy } from '../workers/attempt-delivery.ts'
import { type Deliverer, startDeliverer } from '../workers/deliver.ts'
import { openSafeFetch } from '../workers/fetch/safe-fetch.ts'
import { createLog } from '../workers/log.ts'
import { backendsOf, type OpenedStore } from './backends.ts'
import { reportOn } from './places.ts'
import { newReceiver, type Received } from './receiver.fake.ts'
import { emptyAnalysis, fakeRecipe } from './scripted-analyse.fake.ts'
import { startServers } from './servers.ts'

const servers = await startServers()
afterAll(() => servers?.[Symbol.asyncDispose]())

const log = createLog('silent')
/** Receivers of these tests stand on this machine. */
const web = openSafeFetch({ allow: ['127.0.0.0/8'] })
afterAll(() => web.close())
const SECRET = `whsec_${Buffer.from('a secret of thirty-two bytes ...').toString('base64')}`
const quick: RetryPolicy = { ...RETRY_POLICY, delaysMs: [20, 20, 20], totalMs: 400, random: () => 0 }

for (const { name, isThere, open } of backendsOf(servers)) {
  describe.skipIf(!isThere)(`webhooks ${name}`, { timeout: 60_000 }, () => {
    let opened: OpenedStore
    let store: Store & RequestStore
    let deliverers: Deliverer[] = []
    beforeAll(async () => {
      opened = await open()
      store = opened.store
    })
    afterAll(() => opened.close())
    beforeEach(() =>
      opened.run(
        'truncate standpoint.articles, standpoint.recipes, standpoint.batches, standpoint.api_keys, standpoint.leases restart identity cascade',
      ),
    )
    afterEach(async () => {
      await Promise.all(deliverers.map((deliverer) => deliverer.close({ graceMs: 0 })))
      deliverers = []
    })

    function deliver(options: Partial<Parameters<typeof startDeliverer>[0]> = {}): Deliverer {
      const each = startDeliverer({ store, post: web.post, log, policy: quick, idleMs: 20, batchesMs: 20, ...options })
      deliverers.push(each)
      return each
    }

    describe('what is told', () => {
      it('an analysis that is done, signed, with its name and title and no word of its text', async () => {
        await using receiver = await newReceiver()
        await hookOf(store, { url: receiver.url })
        await ask(store, {
          request: 'an_1',
          article: { ...reportNamed('tolls'), title: 'Tolls', outlet: 'The Arlen Post' },
        })
        await completeAll(store)
        deliver()
        const [message] = await receiver.until(1)
        expect(verified(message)).toMatchObject({
          type: 'analysis.done',
          data: { id: 'an_1', state: 'done', article: { id: 'tolls', title: 'Tolls', outlet: 'The Arlen Post' } },
        })
        expect(message?.body).not.toContain('council')
      })

      it('an analysis that was there before it was asked for', async () => {
        await using receiver = await newReceiver()
        await ask(store, { request: 'an_1' })
        await completeAll(store)
        await hookOf(store, { url: receiver.url })
        await ask(store, { request: 'an_2' })
        deliver()
        expect(toldIn(await receiver.until(1))).toEqual([['analysis.done', 'an_2']])
      })

      it('a failure with its code, and not with its message, which may show a piece of the article', async () => {
        await using receiver = await newReceiver()
        await hookOf(store, { url: receiver.url })
        await ask(store, { request: 'an_1' })
        for (const claim of await claimAll(store)) {
          await store.fail(claim, new StandpointError('MODEL_FAILED', 'It answered: "The council of Arlen voted"'))
        }
        deliver()
        const [message] = await receiver.until(1)
        expect(verified(message)).toMatchObject({ type: 'analysis.failed', data: { error: { code: 'MODEL_FAILED' } } })
        expect(message?.body).not.toContain('council')
      })

      it('a cancellation to who cancelled, and the result to who waits for the same', async () => {
        await using receiver = await newReceiver()
        await hookOf(store, { url: receiver.url })
        await ask(store, { request: 'an_1' })
        await ask(store, { request: 'an_2' })
        await store.cancel('an_1')
        await completeAll(store)
        deliver()
        expect(toldIn(await receiver.until(2)).toSorted()).toEqual([
          ['analysis.cancelled', 'an_1'],
          ['analysis.done', 'an_2'],
        ])
      })

      it('a request that was cancelled and is tried anew when its analysis is there', async () => {
        await using receiver = await newReceiver()
        await hookOf(store, { url: receiver.url, events: ['analysis.done'] })
        await ask(store, { request: 'an_1' })
        await ask(store, { request: 'an_2' })
        await store.cancel('an_1')
        await completeAll(store)
        await store.retryRequest('an_1')
        deliver()
        expect(toldIn(await receiver.until(2)).toSorted()).toEqual([
          ['analysis.done', 'an_1'],
          ['analysis.done', 'an_2'],
        ])
      })

      it('nothing to webhooks of other keys, of revoked keys, that are disabled, or that want other events', async () => {
        await keyIn(store, 'key_other')
        await hookOf(store, { id: 'wh_other', key: 'key_other', url: 'http://127.0.0.1:1/' })
        await hookOf(store, { id: 'wh_batch', url: 'http://127.0.0.1:1/', events: ['batch.done'] })
        await hookOf(store, { id: 'wh_off', url: 'http://127.0.0.1:1/' })
        await store.webhooks.change('wh_off', { isEnabled: false })
        await keyIn(store, 'key_revoked')
        await hookOf(store, { id: 'wh_revoked', key: 'key_revoked', url: 'http://127.0.0.1:1/' })
        await store.keys.revoke('key_revoked')
        await ask(store, { request: 'an_1' })
        await ask(store, { request: 'an_2', key: 'key_revoked' })
        await completeAll(store)
        expect(await opened.run('select id from standpoint.deliveries')).toEqual([])
      })

      it('nothing any more to a key that was revoked while messages waited', async () => {
        await using receiver = await newReceiver()
        await hookOf(store, { url: receiver.url })
        await ask(store, { request: 'an_1' })
        await completeAll(store)
        await store.keys.revoke('key_1')
        deliver()
        await sleep(200)
        expect(receiver.received).toEqual([])
      })

      it('nothing of what was deleted: its title goes with it', async () => {
        await hookOf(store, { url: 'http://127.0.0.1:1/' })
        await ask(store, { request: 'an_1' })
        await ask(store, { request: 'an_2', article: reportNamed('ferries') })
        await completeAll(store)
        await store.deleteRequest('an_1')
        await store.deleteArticles(['ferries'])
        expect(await opened.run('select id from standpoint.deliveries')).toEqual([])
      })

      it('the end of a batch, once, however many look for it', async () => {
        await using receiver = await newReceiver()
        await hookOf(store, { url: receiver.url })
        const second = name === 'on PGlite' ? store : await opened.again()
        const { batch } = await store.openBatchRequest({ id: 'ba_1', keyId: 'key_1' })
        const entries = ['tolls', 'ferries'].map((subject, position) => {
          return { kind: 'article' as const, position, article: reportNamed(subject), incomplete: [] }
        })
        await store.accept(entries, { batch, recipe: fakeRecipe, lane: 'archive' })
        await store.receivedBatch('ba_1')
        expect(await store.webhooks.announceBatches()).toBe(0)
        await completeAll(store, 'archive')
        const found = await Promise.all([store, second, store, second].map((each) => each.webhooks.announceBatches()))
        expect(found.toSorted()).toEqual([0, 0, 0, 1])
        deliver()
        deliver({ store: second })
        await receiver.until(1)
        await sleep(200)
        expect(receiver.received.map((message) => verified(message))).toMatchObject([
          { type: 'batch.done', data: { id: 'ba_1', state: 'done', done: 2, failed: 0 } },
        ])
      })

      it('that a batch was cancelled', async () => {
        await using receiver = await newReceiver()
        await hookOf(store, { url: receiver.url })
        const { batch } = await store.openBatchRequest({ id: 'ba_1', keyId: 'key_1' })
        const entry = { kind: 'article' as const, position: 0, article: reportNamed('tolls'), incomplete: [] }
        await store.accept([entry], { batch, recipe: fakeRecipe, lane: 'archive' })
        await store.receivedBatch('ba_1')
        await store.cancelBatch('ba_1')
        deliver()
        expect((await receiver.until(1)).map((message) => verified(message))).toMatchObject([
          { data: { id: 'ba_1', state: 'cancelled' } },
        ])
      })
    })

    describe('a receiver that', () => {
      it('fails twice and then takes it gets it thrice under one id, and the log has each attempt', async () => {
        let failures = 2
        await using receiver = await newReceiver(
          (response) => void response.writeHead(failures-- > 0 ? 503 : 200).end(),
        )
        await pinged(store, receiver.url)
        deliver()
        const messages = await receiver.until(3)
        expect(new Set(messages.map((message) => message.id)).size).toBe(1)
        const [delivery] = await settled(store)
        expect(delivery?.state).toBe('delivered')
        expect(delivery?.log.map((attempt) => attempt.status)).toEqual([503, 503, 200])
        expect((await store.webhooks.one('wh_1'))?.failingSince).toBeUndefined()
      })

      it('always fails is given up after the last attempt, and stays enabled for five days', async () => {
        await using receiver = await newReceiver((response) => void response.writeHead(500).end())
        await pinged(store, receiver.url)
        deliver()
        const [delivery] = await settled(store)
        expect(delivery).toMatchObject({ state: 'failed', log: { length: 4 } })
        const webhook = await store.webhooks.one('wh_1')
        expect(webhook?.failingSince).toBeInstanceOf(Date)
        expect(webhook?.disabledAt).toBeUndefined()
      })

      it('has failed for five days is disabled, and what it had yet to get is given up', async () => {
        await using receiver = await newReceiver((response) => void response.writeHead(500).end())
        await pinged(store, receiver.url)
        await opened.run(`update standpoint.webhooks set failing_since = now() - interval '121 hours'`)
        deliver()
        await settled(store)
        expect(await store.webhooks.one('wh_1')).toMatchObject({ disabledReason: 'failing' })
      })

      it('is gone (410) is disabled at once', async () => {
        await using receiver = await newReceiver((response) => void response.writeHead(410).end())
        await pinged(store, receiver.url)
        await store.webhooks.ping('wh_1')
        deliver()
        expect((await settled(store)).map((delivery) => delivery.state)).toEqual(['failed', 'failed'])
        expect(await store.webhooks.one('wh_1')).toMatchObject({ disabledReason: 'gone' })
      })

      it('hangs is left after the time limit, and others need not wait for it', async () => {
        await using hanging = await newReceiver(() => {})
        await using receiver = await newReceiver()
        for (let index = 0; index < 40; index++) await hookOf(store, { id: `wh_hang${index}`, url: hanging.url })
        await hookOf(store, { id: 'wh_ok', url: receiver.url })
        for (let index = 0; index < 40; index++) {
          for (let count = 0; count < 5; count++) await store.webhooks.ping(`wh_hang${index}`)
        }
        for (let count = 0; count < 10; count++) await store.webhooks.ping('wh_ok')
        const started = performance.now()
        deliver({ policy: { ...quick, totalMs: 10_000 } })
        await receiver.until(10)
        expect(performance.now() - started).toBeLessThan(8000)
      })

      it.skipIf(name !== 'on PGlite')('takes eleven of its fifteen seconds has taken it', async () => {
        await using receiver = await newReceiver((response) => {
          setTimeout(() => response.writeHead(204).end(), 11_000)
        })
        await pinged(store, receiver.url)
        deliver({ policy: { ...RETRY_POLICY, delaysMs: [] } })
        const [delivery] = await settled(store)
        expect(delivery).toMatchObject({ state: 'delivered', log: [{ status: 204 }] })
      })

      it('answers 200 with a body that never ends has taken it, and nothing of the body is kept', async () => {
        await using receiver = await newReceiver((response) => {
          response.writeHead(200, { 'content-type': 'text/plain' })
          const pour = () => {
            while (!response.destroyed && response.write('lies '.repeat(10_000)));
          }
          response.on('drain', pour)
          pour()
        })
        await pinged(store, receiver.url)
        deliver()
        const [delivery] = await settled(store)
        expect(delivery).toMatchObject({ state: 'delivered', log: [{ status: 200 }] })
        expect(JSON.stringify(await opened.run('select * from standpoint.deliveries'))).not.toContain('lies')
      })

      it('closes after the head of a 200 has taken it; one that closes before has not', async () => {
        let isFirst = true
        await using receiver = await newReceiver((response) => {
          if (isFirst) response.destroy()
          else response.writeHead(200, { 'content-length': '1000' }).write('x', () => response.destroy())
          isFirst = false
        })
        await pinged(store, receiver.url)
        deliver()
        const [delivery] = await settled(store)
        expect(delivery?.log).toMatchObject([{ error: expect.any(String) }, { status: 200 }])
      })

      it('sends it elsewhere has not taken it, and nobody goes there', async () => {
        await using inside = await newReceiver()
        await using receiver = await newReceiver(
          (response) => void response.writeHead(307, { location: inside.url }).end(),
        )
        await pinged(store, receiver.url)
        deliver()
        const [delivery] = await settled(store)
        expect(delivery).toMatchObject({ state: 'failed', log: [{ status: 307 }, {}, {}, {}] })
        expect(inside.received).toEqual([])
      })

      it('asks to be spared for thirty years is spared for a day', async () => {
        await using receiver = await newReceiver(
          (response) => void response.writeHead(429, { 'retry-after': '999999999' }).end(),
        )
        await pinged(store, receiver.url)
        deliver()
        await receiver.until(1)
        const [delivery] = await until(store, (rows) => rows.every((row) => row.log.length === 1))
        const hours = ((delivery?.nextAt?.getTime() ?? 0) - Date.now()) / 3_600_000
        expect(Math.round(hours)).toBe(24)
      })

      it('sends headers without measure has not taken it, and fills no log', async () => {
        await using receiver = await newReceiver(
          (response) => void response.writeHead(200, { 'x-lies': 'lies '.repeat(100_000) }).end(),
        )
        await pinged(store, receiver.url)
        deliver()
        const [delivery] = await settled(store)
        expect(delivery?.state).toBe('failed')
        expect(JSON.stringify(delivery?.log).length).toBeLessThan(2000)
      })

      it('stands on an internal machine is not told, whatever its address was when it was made', async () => {
        await using receiver = await newReceiver()
        await pinged(store, receiver.url)
        const strict = openSafeFetch()
        deliver({ post: strict.post })
        const [delivery] = await settled(store)
        await strict.close()
        expect(delivery?.log[0]?.error).toMatch(/^URL_REFUSED: /)
        expect(receiver.received).toEqual([])
      })

      it('tells what no database holds in an error has that error written down', async () => {
        await pinged(store, 'http://127.0.0.1:1/')
        const post = async () => {
          throw new Error('NUL \u0000 and half a pair \uD83D')
        }
        deliver({ post })
        const [delivery] = await settled(store)
        expect(delivery?.log[0]?.error).toBe('NUL \uFFFD and half a pair \uFFFD')
      })
    })

    describe('a process that', () => {
      it('ends between sending and writing that down has it sent again, under the same id', async () => {
        await using receiver = await newReceiver()
        await pinged(store, receiver.url)
        let deaths = 1
        const webhooks: RequestStore['webhooks'] = {
          ...store.webhooks,
          settle: async (...args) => {
            if (deaths-- > 0) throw new Error('the process has ended')
            await store.webhooks.settle(...args)
          },
        }
        deliver({ store: { lease: store.lease, webhooks }, leaseMs: 100 })
        const [first, second] = await receiver.until(2)
        expect(second?.id).toBe(first?.id)
        expect(await settled(store)).toMatchObject([{ state: 'delivered' }])
      })

      it('is one of several sends none that another sends', async () => {
        await using receiver = await newReceiver()
        await hookOf(store, { url: receiver.url })
        const second = name === 'on PGlite' ? store : await opened.again()
        for (let count = 0; count < 30; count++) await store.webhooks.ping('wh_1')
        deliver()
        deliver({ store: second })
        await receiver.until(30)
        await settled(store)
        expect(new Set(receiver.received.map((message) => message.id)).size).toBe(30)
        expect(receiver.received).toHaveLength(30)
      })

      it('is told to stop gives back what it has not sent to the end, and no attempt is lost', async () => {
        await using receiver = await newReceiver(() => {})
        await pinged(store, receiver.url)
        const stopping = deliver({ policy: { ...quick, totalMs: 30_000 } })
        await receiver.until(1)
        await stopping.close({ graceMs: 0 })
        expect(await store.webhooks.take({ most: 9, isFailing: false, except: [], leaseMs: 1000 })).toMatchObject([
          { round: 1 },
        ])
      })

      it('comes back late does not undo what another has done since', async () => {
        await pinged(store, 'http://127.0.0.1:1/')
        const [late] = await store.webhooks.take({ most: 9, isFailing: false, except: [], leaseMs: 0 })
        const [quickOne] = await store.webhooks.take({ most: 9, isFailing: false, except: [], leaseMs: 60_000 })
        if (late === undefined || quickOne === undefined) throw new Error('both take it')
        const at = new Date().toISOString()
        await store.webhooks.settle(quickOne, { at, ms: 1, status: 200 }, { kind: 'delivered' })
        await store.webhooks.settle(late, { at, ms: 1, status: 500 }, { kind: 'failed', disableAfterMs: 0 })
        expect(await settled(store)).toMatchObject([{ state: 'delivered', log: [{ status: 200 }] }])
      })
    })

    it('is signed with both secrets for a while after a rotation', async () => {
      await using receiver = await newReceiver()
      await pinged(store, receiver.url)
      const recent = `whsec_${Buffer.from('another one of thirty-two bytes.').toString('base64')}`
      await store.webhooks.rotate('wh_1', recent, { graceSeconds: 60 })
      deliver()
      const [message] = await receiver.until(1)
      expect(verified(message, SECRET)).toEqual(verified(message, recent))
      await store.webhooks.rotate('wh_1', SECRET, { graceSeconds: 0 })
      await store.webhooks.ping('wh_1')
      const [, later] = await receiver.until(2)
      expect(() => verified(later, recent)).toThrow('No matching signature')
    })

    it('is sent again when asked, under the same id and with all attempts', async () => {
      await using receiver = await newReceiver()
      const { id } = await pinged(store, receiver.url)
      const deliverer = deliver()
      await settled(store)
      expect(await store.webhooks.redeliver('wh_2', id)).toBeUndefined()
      expect(await store.webhooks.redeliver('wh_1', id)).toMatchObject({ state: 'pending' })
      deliverer.wake()
      const messages = await receiver.until(2)
      expect(messages.map((message) => message.id)).toEqual([id, id])
      expect((await settled(store))[0]?.log).toHaveLength(2)
    })

    it('is forgotten after its time', async () => {
      await pinged(store, 'http://127.0.0.1:1/')
      expect(await store.webhooks.forget({ olderThanDays: 30 })).toBe(0)
      await opened.run(`update standpoint.deliveries set created_at = now() - interval '31 days'`)
      expect(await store.webhooks.forget({ olderThanDays: 30 })).toBe(1)
    })

    it.skipIf(name === 'on PGlite')('a task is settled while its request or its webhook is being deleted', async () => {
      await hookOf(store, { url: 'http://127.0.0.1:1/' })
      for (const victim of ['webhooks', 'requests']) {
        await ask(store, { request: `an_${victim}`, article: reportNamed(victim) })
        const [claim] = await claimAll(store)
        if (claim === undefined) throw new Error('there is a task')
        // One transaction, which wants the task as well, as a deletion does.
        const deleting = opened.run(
          `delete from standpoint.${victim}; select pg_sleep(0.5); select id from standpoint.tasks for update`,
        )
        await sleep(150)
        expect(await store.complete(claim, emptyAnalysis(claim.article, fakeRecipe))).toBe(true)
        await deleting
      }
      expect(await opened.run('select id from standpoint.deliveries')).toEqual([])
    })
  })
}

type Asked = { request: string; key?: string; article?: Article }

async function ask(store: RequestStore, { request, key = 'key_1', article = reportNamed('tolls') }: Asked) {
  await keyIn(store, key)
  return store.ask({ id: request, keyId: key, article, incomplete: [], recipe: fakeRecipe, lane: 'editorial' })
}

async function keyIn(store: RequestStore, id: string): Promise<void> {
  if ((await store.keys.list()).some((key) => key.id === id)) return
  const hash = Buffer.from(id).toString('hex').padEnd(64, '0')
  await store.keys.create({ id, name: id, hash, scopes: ['submit'] })
}

type Hook = { id?: string; key?: string; url: string; events?: WebhookEvent[] }
const ALL: WebhookEvent[] = ['analysis.done', 'analysis.failed', 'analysis.cancelled', 'batch.done']

async function hookOf(store: RequestStore, { id = 'wh_1', key = 'key_1', url, events = ALL }: Hook): Promise<void> {
  await keyIn(store, key)
  await store.webhooks.create({ id, keyId: key, url, secret: SECRET, events }, { most: 99 })
}

async function pinged(store: RequestStore, url: string) {
  await hookOf(store, { url })
  return store.webhooks.ping('wh_1')
}

function reportNamed(id: string): Article {
  return toArticle({ id, text: reportOn(id), language: 'en' })
}

async function claimAll(store: Store, lane: 'editorial' | 'archive' = 'editorial'): Promise<ClaimedTask[]> {
  const claims = await Promise.all((await store.handOut(lane, { most: 99 })).map((ref) => store.claim(ref)))
  return claims.filter((claim) => claim !== undefined)
}

async function completeAll(store: Store, lane: 'editorial' | 'archive' = 'editorial'): Promise<void> {
  for (const claim of await claimAll(store, lane)) {
    await store.complete(claim, emptyAnalysis(claim.article, fakeRecipe))
  }
}

type Delivery = Awaited<ReturnType<RequestStore['webhooks']['deliveries']>>[number]

/** The deliveries of the webhook when all of them are as they should be. */
async function until(store: RequestStore, isSo: (rows: Delivery[]) => boolean): Promise<Delivery[]> {
  for (let waited = 0; ; waited += 20) {
    const rows = await store.webhooks.deliveries('wh_1', { limit: 99 })
    if (rows.length > 0 && isSo(rows)) return rows
    if (waited > 30_000) throw new Error(`the deliveries stay as they are: ${JSON.stringify(rows)}`)
    await sleep(20)
  }
}

function settled(store: RequestStore): Promise<Delivery[]> {
  return until(store, (rows) => rows.every((row) => row.state !== 'pending'))
}

/** What a receiver reads, once the library of the scheme has verified it. */
function verified(message: Received | undefined, secret = SECRET): unknown {
  if (message === undefined) throw new Error('no message came')
  const headers = Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, String(value)]))
  return new Webhook(secret).verify(message.body, headers)
}

function toldIn(messages: readonly Received[]): [string, string][] {
  return messages.map((message) => {
    const { type, data } = JSON.parse(message.body)
    return [type, data.id]
  })
}
