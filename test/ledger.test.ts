import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANSWER, answered, CALL, ledgerSuite, mine, newKey } from '../pipeline/engines/ledger-suite.ts'
import type { Call, LedgerKey } from '../pipeline/schema/call-contract.ts'
import type { Store } from '../pipeline/schema/store-contract.ts'
import { toArticle } from '../pipeline/text/article.ts'
import { backendsOf, type OpenedStore } from './backends.ts'
import { reportOn } from './places.ts'
import { emptyAnalysis, fakeRecipe } from './scripted-analyse.fake.ts'
import { startServers } from './servers.ts'

const servers = await startServers()
afterAll(() => servers?.[Symbol.asyncDispose]())

const article = toArticle({ id: 'tolls.txt', text: reportOn('tolls') })

for (const { name, isThere, open } of backendsOf(servers)) {
  describe.skipIf(!isThere)(`the ledger ${name}`, { timeout: 60_000 }, () => {
    let opened: OpenedStore
    let store: Store
    beforeAll(async () => {
      opened = await open()
      store = opened.store
      const batch = await store.openBatch('test')
      const entry = { kind: 'article', position: 0, article, incomplete: [] } as const
      await store.accept([entry], { batch, recipe: fakeRecipe, lane: 'archive' })
    })
    afterAll(() => opened.close())
    const ledger = () => store.ledger(article.contentHash)
    const endLease = ({ request }: LedgerKey) =>
      opened.run(`update standpoint.calls set lease_until = now() - interval '1 second' where request = '${request}'`)
    const totals = async () => (await store.ledgerReport('model')).total

    ledgerSuite(name, async () => ledger())

    it('replays to another process what this one was answered', async () => {
      const key = newKey()
      await answered(ledger(), key)
      const other = await opened.again()
      expect(await other.ledger(article.contentHash).claim(key)).toEqual({ kind: 'replay', answer: ANSWER })
    })

    it('gives a call whose holder has died to the next, and counts its answer as lost once it was sent', async () => {
      const [unsent, sent] = [newKey(), newKey()]
      const before = await totals()
      mine(await ledger().claim(unsent))
      await mine(await ledger().claim(sent)).intent(CALL)
      expect((await totals()).inFlight).toBe(before.inFlight + 1)
      for (const key of [unsent, sent]) await endLease(key)
      expect((await totals()).lost).toBe(before.lost + 1)
      for (const key of [unsent, sent]) await answered(ledger(), key)
      const after = await totals()
      expect(after).toMatchObject({ lost: before.lost + 1, answers: before.answers + 2, waste: before.waste })
    })

    it('lets a holder whose lease has run out send nothing', async () => {
      const key = newKey()
      const slow = mine(await ledger().claim(key))
      await endLease(key)
      const next = mine(await ledger().claim(key))
      await expect(slow.intent(CALL)).rejects.toMatchObject({ name: 'RetryLater' })
      await next.intent(CALL)
    })

    it('takes an answer that comes after its call was taken over, and lets nobody send it again', async () => {
      const key = newKey()
      const before = await totals()
      const slow = mine(await ledger().claim(key))
      await slow.intent(CALL)
      await endLease(key)
      const next = mine(await ledger().claim(key))
      await slow.answer(ANSWER)
      await expect(next.intent(CALL)).rejects.toMatchObject({ name: 'RetryLater' })
      expect(await ledger().claim(key)).toEqual({ kind: 'replay', answer: ANSWER })
      const { lost, waste, answers } = await totals()
      expect([lost, waste, answers]).toEqual([before.lost, before.waste, before.answers + 1])
    })

    it('counts what came in place of an answer as unusable, although it is kept', async () => {
      const key = newKey()
      const before = await totals()
      const claimed = mine(await ledger().claim(key))
      await claimed.intent(CALL)
      await claimed.answer(ANSWER, undefined, { isUnusable: true })
      expect(await totals()).toMatchObject({ unusable: before.unusable + 1, answers: before.answers + 1 })
    })

    it('counts an answer that was paid twice as waste, and both in tokens and cost', async () => {
      const key = newKey()
      const before = await totals()
      const slow = mine(await ledger().claim(key))
      await slow.intent(CALL)
      await endLease(key)
      const next = mine(await ledger().claim(key))
      await next.intent(CALL)
      for (const each of [slow, next]) await each.answer(ANSWER, { tokensIn: 7, tokensCached: 0, tokensOut: 1 })
      const { waste, lost, tokensIn } = await totals()
      expect([waste, lost, tokensIn]).toEqual([before.waste + 1, before.lost, before.tokensIn + 14])
    })

    it('stores an answer that no database takes as it came', async () => {
      const key = newKey()
      const claim = mine(await ledger().claim(key))
      await claim.intent(CALL)
      await claim.answer({ ...ANSWER, body: 'a\u0000b' })
      expect(await ledger().claim(key)).toMatchObject({ kind: 'replay', answer: { body: 'a\uFFFDb' } })
    })

    it('counts what was refused apart: nobody pays for it', async () => {
      const before = await totals()
      const claim = mine(await ledger().claim(newKey()))
      await claim.intent(CALL)
      await claim.release()
      expect(await totals()).toMatchObject({ refused: before.refused + 1, lost: before.lost, waste: before.waste })
    })

    it('settles the calls of an analysis together with it, and counts replays as savings', async () => {
      const [paid, replayed, useless] = [newKey(), newKey(), newKey()]
      for (const key of [paid, replayed, useless]) await answered(ledger(), key)
      const before = await totals()
      const [task] = await store.handOut('archive', { most: 1 })
      const claim = task && (await store.claim(task))
      if (claim === undefined) throw new Error('there is no task')
      const calls = [callOf(paid), callOf(replayed, { replayed: true }), callOf(useless, { usable: false })]
      expect(await store.complete(claim, emptyAnalysis(article, fakeRecipe), calls)).toBe(true)
      const after = await totals()
      expect(after).toMatchObject({ replays: before.replays + 1, unusable: before.unusable + 1 })
      expect((after.savedUsd ?? 0) - (before.savedUsd ?? 0)).toBe(0.5)
    })

    it('reports tokens and cost by step, model and day', async () => {
      const before = await totals()
      await answered(ledger(), newKey())
      for (const by of ['step', 'model', 'day'] as const) {
        const { lines, total } = await store.ledgerReport(by)
        const line = lines.find(({ key }) => ['summary', CALL.model, today()].includes(key))
        expect(line?.answers).toBe(total.answers)
        expect(total.tokensIn - before.tokensIn).toBe(100)
        expect(total.tokensCached - before.tokensCached).toBe(40)
        expect(total.tokensOut - before.tokensOut).toBe(10)
        expect((total.costUsd ?? 0) - (before.costUsd ?? 0)).toBeCloseTo(0.5)
      }
    })

    it('forgets the words of old answers and shows the second payment as waste', async () => {
      const before = await totals()
      await opened.run(
        "update standpoint.calls set settled_at = now() - interval '40 days' where settled_at is not null",
      )
      expect(await store.forgetAnswers({ olderThanDays: 30 })).toBe(3)
      expect((await totals()).tokensIn).toBe(before.tokensIn)
      const [call] = await opened.run(
        'select request from standpoint.calls where body is null and answered_at is not null',
      )
      await answered(ledger(), { request: String(call?.request), ordinal: 0, sample: 0 })
      expect(await totals()).toMatchObject({ waste: before.waste + 1, answers: before.answers })
    })

    it('goes with its article', async () => {
      await opened.run(`delete from standpoint.articles where content_hash = '${article.contentHash}'`)
      expect((await totals()).answers).toBe(0)
    })
  })
}

function callOf(key: LedgerKey, changes: Partial<Call> = {}): Call {
  const tokens = { tokensIn: 100, tokensCached: 40, tokensOut: 10, costUsd: 0.5 }
  return { ...key, ...tokens, steps: ['summary'], ms: 1, replayed: false, usable: true, ...changes }
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}
