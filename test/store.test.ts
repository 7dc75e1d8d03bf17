import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Article } from '../pipeline/schema/article.ts'
import { StandpointError } from '../pipeline/schema/errors.ts'
import type { BatchEntry, BatchResult, Store, TaskRef } from '../pipeline/schema/store-contract.ts'
import { toArticle } from '../pipeline/text/article.ts'
import { openStore } from '../workers/store/store.ts'
import { backendsOf, type OpenedStore, testPool } from './backends.ts'
import { reportOn } from './places.ts'
import { emptyAnalysis, fakeRecipe } from './scripted-analyse.fake.ts'
import { startServers } from './servers.ts'

const servers = await startServers()
afterAll(() => servers?.[Symbol.asyncDispose]())

for (const { name, isThere, open } of backendsOf(servers)) {
  describe.skipIf(!isThere)(`the store ${name}`, { timeout: 60_000 }, () => {
    let opened: OpenedStore
    let store: Store
    beforeAll(async () => {
      opened = await open()
      store = opened.store
    })
    afterAll(() => opened.close())
    beforeEach(() =>
      opened.run('truncate standpoint.articles, standpoint.recipes, standpoint.batches restart identity cascade'),
    )

    it('hands out no more than the queue may hold, oldest first', async () => {
      await accept(store, ['tolls', 'ferries', 'parks'])
      const first = await store.handOut('archive', { most: 2 })
      const second = await store.handOut('archive', { most: 2 })
      expect([first.map((ref) => ref.task), second]).toEqual([[1, 2], []])
    })

    it('keeps the lanes apart', async () => {
      await accept(store, ['tolls'])
      expect(await store.handOut('editorial', { most: 9 })).toEqual([])
    })

    it('hands out the tasks of one batch only, where one is named', async () => {
      await accept(store, ['tolls'], 'first')
      const batch = await accept(store, ['ferries'], 'second')
      expect((await store.handOut('archive', { most: 9, batch })).map((ref) => ref.task)).toEqual([2])
    })

    it('saves the analysis and settles the task together', async () => {
      const batch = await accept(store, ['tolls'])
      await complete(store, await handOutOne(store))
      expect(await store.counts()).toMatchObject({ accepted: 0, running: 0, done: 1 })
      const [result] = await resultsOf(store, batch)
      expect(result).toMatchObject({ kind: 'analysis', analysis: { issues: [{ statement: reportOn('tolls') }] } })
    })

    it('gives an analysis back exactly as it was saved, keys in their order', async () => {
      const batch = await accept(store, ['tolls'])
      await complete(store, await handOutOne(store))
      const [result] = await resultsOf(store, batch)
      const saved = emptyAnalysis(articleOn('tolls'), fakeRecipe)
      expect(JSON.stringify(result?.kind === 'analysis' && result.analysis)).toBe(JSON.stringify(saved))
    })

    it('lets an attempt that another has overtaken settle nothing', async () => {
      await accept(store, ['tolls'])
      const ref = await handOutOne(store)
      const [slow, quick] = [await claim(store, ref), await claim(store, ref)]
      const analysis = emptyAnalysis(slow.article, fakeRecipe)
      expect(await store.complete(slow, analysis)).toBe(false)
      expect(await store.fail(slow, new StandpointError('INTERNAL', 'late'))).toBe(false)
      expect(await store.complete(quick, analysis)).toBe(true)
      expect(await store.counts()).toMatchObject({ done: 1, failed: 0 })
    })

    it('gives a task that was taken back to its new turn only', async () => {
      await accept(store, ['tolls'])
      const before = await handOutOne(store)
      await store.takeBack([before])
      const after = await handOutOne(store)
      expect(after).toEqual({ task: before.task, turn: before.turn + 1 })
      expect(await store.claim(before)).toBeUndefined()
      expect(await store.claim(after)).toMatchObject({ task: after.task })
    })

    it('counts only attempts that are to be counted', async () => {
      await accept(store, ['tolls'])
      const ref = await handOutOne(store)
      await store.putBack(await claim(store, ref), { counted: false })
      await store.putBack(await claim(store, ref), { counted: true })
      expect((await claim(store, ref)).attempt).toBe(2)
    })

    it('lists failed tasks with reason and names, and tries them anew when asked', async () => {
      await accept(store, ['tolls'])
      const failing = await claim(store, await handOutOne(store))
      const error = new StandpointError('MODEL_FAILED', 'It said no', { where: 'http://model', fix: 'Ask another.' })
      await store.fail(failing, error)
      expect(await store.failures({ limit: 9 })).toMatchObject([
        {
          articleIds: ['tolls.txt'],
          attempts: 1,
          error: { code: 'MODEL_FAILED', message: 'It said no', where: 'http://model', fix: 'Ask another.' },
        },
      ])
      expect([await store.retry([99]), await store.retry([failing.task])]).toEqual([0, 1])
      expect(await store.counts()).toMatchObject({ accepted: 1, failed: 0 })
    })

    it('keeps both revisions of a name, and each batch the one that it accepted', async () => {
      const old = await acceptEntries(store, 'old', [entry(articleOn('tolls', 'a.txt'))])
      const recent = await acceptEntries(store, 'new', [entry(articleOn('ferries', 'a.txt'))])
      for (const ref of await store.handOut('archive', { most: 9 })) await complete(store, ref)
      const texts = [await resultsOf(store, old), await resultsOf(store, recent)].map(([result]) => textOf(result))
      expect(texts).toEqual([reportOn('tolls'), reportOn('ferries')])
    })

    it('keeps a byline apart from the text: two names of one text keep their own', async () => {
      const byIda: Article = { ...articleOn('tolls', 'a.txt'), author: 'Ida Brook' }
      const byOmar: Article = { ...articleOn('tolls', 'b.txt'), author: 'Omar Lind', publishedAt: '2026-03-01' }
      const batch = await acceptEntries(store, 'x', [entry(byIda, 0), entry(byOmar, 1)])
      await complete(store, await handOutOne(store))
      const articles = (await resultsOf(store, batch)).map((result) => result.kind === 'analysis' && result.article)
      expect(articles).toEqual([byIda, byOmar])
    })

    it('reads a long batch page by page without losing the order', async () => {
      const faults = Array.from({ length: 60 }, (_, position): BatchEntry => {
        return {
          kind: 'fault',
          position,
          id: `line ${position}`,
          error: new StandpointError('RECORD_INVALID', 'broken'),
        }
      })
      const batch = await acceptEntries(store, 'long', faults.toReversed())
      const positions = (await resultsOf(store, batch)).map((result) => result.position)
      expect(positions).toEqual(faults.map((fault) => fault.position))
    })

    it('accepts all of a list or none of it', async () => {
      const twice = [entry(articleOn('tolls'), 0), entry(articleOn('ferries'), 0)]
      await expect(acceptEntries(store, 'x', twice)).rejects.toThrow()
      expect(await store.counts()).toMatchObject({ accepted: 0 })
    })

    it('counts a task that is taken up from a process that died', async () => {
      await accept(store, ['tolls', 'ferries'])
      const ref = await handOutOne(store)
      await claim(store, ref)
      await claim(store, ref)
      await store.takeBack([ref])
      expect(await store.counts()).toMatchObject({ recovered: 2, running: 0, accepted: 2 })
    })

    it('deletes an article with all that was derived from it, and keeps what another shares', async () => {
      const tolls = reportOn('tolls')
      const batch = await acceptEntries(store, 'batch', [
        entry(toArticle({ id: 'a.txt', text: tolls }), 0),
        entry(toArticle({ id: 'b.txt', text: tolls }), 1),
        entry(toArticle({ id: 'c.txt', text: reportOn('ferries') }), 2),
      ])
      await complete(store, await handOutOne(store))
      const { contentHash } = toArticle({ id: 'c.txt', text: reportOn('ferries') })
      const claimed = await store.ledger(contentHash).claim({ request: 'f'.repeat(64), ordinal: 0, sample: 0 })
      expect(claimed.kind).toBe('mine')
      expect(await store.deleteArticles(['a.txt', 'c.txt', 'z.txt'])).toEqual({
        articles: 2,
        texts: 1,
        unknown: ['z.txt'],
      })
      expect((await resultsOf(store, batch)).map((result) => result.position)).toEqual([1])
      const left = ['articles', 'article_names', 'tasks', 'analyses', 'calls'].map((table) =>
        opened.run(`select count(*)::int as count from standpoint.${table}`),
      )
      expect((await Promise.all(left)).map(([row]) => row?.count)).toEqual([1, 1, 1, 1, 0])
      expect(await store.deleteArticles(['b.txt'])).toMatchObject({ articles: 1, texts: 1 })
    })

    it('ends in nothing what is going on about a text that was deleted', async () => {
      await accept(store, ['tolls'])
      const claimed = await claim(store, await handOutOne(store))
      await store.deleteArticles(['tolls.txt'])
      expect(await store.complete(claimed, emptyAnalysis(claimed.article, fakeRecipe))).toBe(false)
      expect(await store.fail(claimed, new StandpointError('INTERNAL', 'gone'))).toBe(false)
    })

    it('gives the turn to do something for all to one at a time', async () => {
      const other = await opened.again()
      expect([await store.lease('sweep', 60_000), await other.lease('sweep', 60_000)]).toEqual([true, false])
      expect([await store.lease('soon', -1), await other.lease('soon', 60_000)]).toEqual([true, true])
    })

    it('serves many that accept and hand out at once', async () => {
      const subjects = Array.from({ length: 8 }, (_, index) => `bridge ${index}`)
      await Promise.all(subjects.map((subject) => accept(store, [subject], subject)))
      const handed = await Promise.all(subjects.map(() => store.handOut('archive', { most: 5 })))
      expect(handed.flat().length).toBe(5)
      expect(new Set(handed.flat().map((ref) => ref.task)).size).toBe(5)
    })

    it('has a column for each field of an article, empty only where the field may be absent', async () => {
      const found = await opened.run(
        `select column_name as name, is_nullable = 'YES' as is_optional from information_schema.columns
         where table_schema = 'standpoint' and table_name in ('articles', 'article_names')`,
      )
      const columns = new Map(found.map((row) => [row.name, row.is_optional]))
      const fields = Object.entries(Article.shape).map(([field, type]) => [columnOf(field), type.isOptional()])
      expect(fields.map(([column]) => [column, columns.get(String(column))])).toEqual(fields)
    })
  })
}

describe.skipIf(servers === undefined)('a new database', { timeout: 60_000 }, () => {
  it('is the same from the image of a new data folder as from the migrations', async () => {
    const stores = await Promise.all(backendsOf(servers).map(({ open }) => open()))
    const [fromImage, fromMigrations] = await Promise.all(stores.map((each) => each.run(STRUCTURE)))
    expect(fromImage).toEqual(fromMigrations)
    await Promise.all(stores.map((each) => each.close()))
  })

  it('may be opened by many at once', async () => {
    const fleet = await servers?.freshFleet()
    const pools = [1, 2, 3].map(() => testPool(fleet?.databaseUrl))
    const stores = await Promise.all(pools.map((pool) => openStore(pool)))
    expect(await Promise.all(stores.map((store, index) => store.openBatch(`batch ${index}`)))).toHaveLength(3)
    await Promise.all(stores.map((store) => store.close()))
  })
})

const STRUCTURE = `
  select * from (
    select table_name::text as name, column_name || ' ' || data_type || ' ' || is_nullable as is
      from information_schema.columns where table_schema = 'standpoint'
    union all
    select conrelid::regclass::text, pg_get_constraintdef(oid)
      from pg_constraint where connamespace = 'standpoint'::regnamespace and contype <> 'n'
    union all
    select tablename::text, indexdef from pg_indexes where schemaname = 'standpoint'
  ) as facts order by name collate "C", "is" collate "C"`

/** publishedAt → published_at */
function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

async function accept(store: Store, subjects: readonly string[], key = 'batch'): Promise<number> {
  return acceptEntries(
    store,
    key,
    subjects.map((subject, position) => entry(articleOn(subject), position)),
  )
}

async function acceptEntries(store: Store, key: string, entries: readonly BatchEntry[]): Promise<number> {
  const batch = await store.openBatch(key)
  await store.accept(entries, { batch, recipe: fakeRecipe, lane: 'archive' })
  return batch
}

function entry(article: Article, position = 0): BatchEntry {
  return { kind: 'article', position, article, incomplete: [] }
}

function articleOn(subject: string, id = `${subject}.txt`): Article {
  return toArticle({ id, text: reportOn(subject), language: 'en' })
}

async function handOutOne(store: Store): Promise<TaskRef> {
  const [ref] = await store.handOut('archive', { most: 1 })
  if (ref === undefined) throw new Error('Nothing was handed out')
  return ref
}

async function claim(store: Store, ref: TaskRef) {
  const claimed = await store.claim(ref)
  if (claimed === undefined) throw new Error('There was nothing to claim')
  return claimed
}

async function complete(store: Store, ref: TaskRef): Promise<void> {
  const claimed = await claim(store, ref)
  await store.complete(claimed, emptyAnalysis(claimed.article, fakeRecipe))
}

async function resultsOf(store: Store, batch: number): Promise<BatchResult[]> {
  return Array.fromAsync(store.readBatch(batch))
}

function textOf(result: BatchResult | undefined): string | undefined {
  return result?.kind === 'analysis' ? result.article.text : undefined
}
