import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Analysis } from '../pipeline/schema/analysis.ts'
import type { Correction } from '../pipeline/schema/correction.ts'
import type { Review } from '../pipeline/schema/review-contract.ts'
import type { Store } from '../pipeline/schema/store-contract.ts'
import { toArticle } from '../pipeline/text/article.ts'
import { backendsOf, type OpenedStore } from './backends.ts'
import { reportOn } from './places.ts'
import { emptyAnalysis, fakeRecipe } from './scripted-analyse.fake.ts'
import { startServers } from './servers.ts'

const servers = await startServers()
afterAll(() => servers?.[Symbol.asyncDispose]())

for (const { name, isThere, open } of backendsOf(servers)) {
  describe.skipIf(!isThere)(`reviews in the store ${name}`, { timeout: 60_000 }, () => {
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

    it('begin with the analysis itself, as version 0 that nobody has looked at', async () => {
      const analysis = await analysed(store, 'tolls')
      expect(await store.reviewed(1)).toEqual({ version: 0, analysis, state: 'unreviewed' })
      expect([await store.history(1), await store.reviewed(99)]).toEqual([[], undefined])
    })

    it('keep every version with author and reason, and the analysis as it was', async () => {
      const analysis = await analysed(store, 'tolls')
      const corrected = stating(analysis, 'Tolls rise.')
      const first = await store.review(1, correctionOf(corrected, 0, { author: 'Ida Brook', reason: 'Too long' }))
      const second = await store.review(1, correctionOf(stating(analysis, 'Tolls fall.'), 1, { author: 'Omar Lind' }))
      expect([first, second]).toEqual([
        { kind: 'saved', version: 1 },
        { kind: 'saved', version: 2 },
      ])
      expect(await store.history(1)).toEqual([
        {
          version: 1,
          kind: 'correction',
          corrections: [correction],
          author: 'Ida Brook',
          reason: 'Too long',
          at: expect.any(Date),
        },
        { version: 2, kind: 'correction', corrections: [correction], author: 'Omar Lind', at: expect.any(Date) },
      ])
      expect(await store.reviewed(1)).toMatchObject({ version: 2, state: 'corrected', author: 'Omar Lind' })
      const [original] = await opened.run('select analysis from standpoint.analyses')
      expect(original?.analysis).toEqual(analysis)
    })

    it('take what no database column holds: half a letter, and NUL', async () => {
      const analysis = await analysed(store, 'tolls')
      const odd = { ...correction, value: 'Tolls \u0000 rise \ud83d.' }
      const review = { ...correctionOf(analysis, 0, { author: 'Ida\u0000', reason: '\udc00' }), corrections: [odd] }
      expect(await store.review(1, review)).toEqual({ kind: 'saved', version: 1 })
      expect(await store.history(1)).toMatchObject([{ author: 'Ida\uFFFD', reason: '\uFFFD', corrections: [odd] }])
    })

    it('save nothing over a version that somebody else has added', async () => {
      const analysis = await analysed(store, 'tolls')
      await store.review(1, correctionOf(stating(analysis, 'Tolls rise.'), 0))
      expect(await store.review(1, correctionOf(analysis, 0))).toEqual({ kind: 'stale', version: 1 })
      expect(await store.review(1, correctionOf(analysis, 7))).toEqual({ kind: 'stale', version: 1 })
      expect(await store.review(99, correctionOf(analysis, 0))).toEqual({ kind: 'missing' })
      expect((await store.reviewed(1))?.analysis.issues[0]?.statement).toBe('Tolls rise.')
    })

    it('let one of many through that correct the same version at once', async () => {
      const analysis = await analysed(store, 'tolls')
      const other = await opened.again()
      const editors = Array.from({ length: 12 }, (_, index) => `editor ${index}`)
      for (let ifVersion = 0; ifVersion < 4; ifVersion++) {
        const outcomes = await Promise.all(
          editors.map((author, index) =>
            (index % 2 === 0 ? store : other).review(1, correctionOf(stating(analysis, author), ifVersion, { author })),
          ),
        )
        const winners = editors.filter((_, index) => outcomes[index]?.kind === 'saved')
        expect(winners).toHaveLength(1)
        expect(
          outcomes.filter((outcome) => outcome.kind === 'stale' && outcome.version === ifVersion + 1),
        ).toHaveLength(11)
        const latest = await store.reviewed(1)
        expect([latest?.version, latest?.author, latest?.analysis.issues[0]?.statement]).toEqual([
          ifVersion + 1,
          ...winners,
          ...winners,
        ])
      }
      expect((await store.history(1)).map(({ version }) => version)).toEqual([1, 2, 3, 4])
    })

    it('no longer cover with an approval what was corrected after it', async () => {
      const analysis = await analysed(store, 'tolls')
      await store.review(1, approvalOf(analysis, 0))
      expect(await store.reviewed(1)).toMatchObject({ state: 'approved', version: 1, approvedVersion: 1 })
      expect(await approvedIn(store)).toEqual([1])
      await store.review(1, correctionOf(stating(analysis, 'Tolls rise.'), 1))
      expect(await store.reviewed(1)).toMatchObject({ state: 'corrected', version: 2, approvedVersion: 1 })
      expect(await approvedIn(store)).toEqual([])
      await store.review(1, approvalOf(stating(analysis, 'Tolls rise.'), 2))
      expect(await store.reviewed(1)).toMatchObject({ state: 'approved', version: 3, approvedVersion: 3 })
    })

    it('are given out page by page where they are approved, each with its article', async () => {
      const subjects = Array.from({ length: 60 }, (_, index) => `bridge ${index}`)
      for (const subject of subjects) await analysed(store, subject)
      for (const task of subjects.keys()) {
        const analysis = (await store.reviewed(task + 1))?.analysis
        if (task % 2 === 0 && analysis) await store.review(task + 1, approvalOf(analysis, 0))
      }
      const tasks = subjects.flatMap((_, index) => (index % 2 === 0 ? [index + 1] : []))
      expect(await approvedIn(store)).toEqual(tasks)
      const [first] = await Array.fromAsync(store.approved())
      expect(first).toMatchObject({
        task: 1,
        version: 1,
        author: 'Ida Brook',
        article: { id: 'bridge 0.txt', text: reportOn('bridge 0'), author: 'Omar Lind' },
      })
    })

    it('go with the article', async () => {
      const analysis = await analysed(store, 'tolls')
      await store.review(1, approvalOf(analysis, 0))
      await store.deleteArticles(['tolls.txt'])
      expect([await store.reviewed(1), await store.history(1), await approvedIn(store)]).toEqual([undefined, [], []])
      expect(await opened.run('select * from standpoint.reviews')).toEqual([])
      expect(await store.review(1, correctionOf(analysis, 1))).toEqual({ kind: 'missing' })
    })
  })
}

const correction: Extract<Correction, { what: 'issue'; field: 'statement' }> = {
  what: 'issue',
  claim: 'i1',
  field: 'statement',
  value: 'Tolls rise.',
}

function correctionOf(analysis: Analysis, ifVersion: number, { author = 'Ida Brook', reason }: Partial<Review> = {}) {
  return { ifVersion, kind: 'correction' as const, analysis, corrections: [correction], author, reason }
}

function approvalOf(analysis: Analysis, ifVersion: number): Review {
  return { ifVersion, kind: 'approval', analysis, corrections: [], author: 'Ida Brook' }
}

function stating(analysis: Analysis, statement: string): Analysis {
  return { ...analysis, issues: analysis.issues.map((issue) => ({ ...issue, statement })) }
}

async function approvedIn(store: Store): Promise<number[]> {
  return (await Array.fromAsync(store.approved())).map(({ task }) => task)
}

/** One more article whose task is done. */
async function analysed(store: Store, subject: string): Promise<Analysis> {
  const article = toArticle({ id: `${subject}.txt`, text: reportOn(subject), language: 'en', author: 'Omar Lind' })
  const batch = await store.openBatch(subject)
  await store.accept([{ kind: 'article', position: 0, article, incomplete: [] }], {
    batch,
    recipe: fakeRecipe,
    lane: 'archive',
  })
  const [ref] = await store.handOut('archive', { most: 1 })
  const claimed = ref && (await store.claim(ref))
  if (claimed === undefined) throw new Error('Nothing was handed out')
  const analysis = emptyAnalysis(article, fakeRecipe)
  await store.complete(claimed, analysis)
  return analysis
}
