import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Analysis } from '../pipeline/schema/analysis.ts'
import type { RawArticle } from '../pipeline/schema/article.ts'
import type { Recipe } from '../pipeline/schema/recipe.ts'
import type { SearchQuery } from '../pipeline/schema/search-contract.ts'
import type { Store } from '../pipeline/schema/store-contract.ts'
import { toArticle } from '../pipeline/text/article.ts'
import { backendsOf, type OpenedStore } from './backends.ts'
import { newPlace, reportOn } from './places.ts'
import { runStandpoint } from './run-standpoint.ts'
import { emptyAnalysis, fakeRecipe } from './scripted-analyse.fake.ts'
import { serveIn } from './served.ts'
import { startServers } from './servers.ts'

const servers = await startServers()
afterAll(() => servers?.[Symbol.asyncDispose]())
const MIGRATION = new URL('../workers/store/migrations/0005_search.sql', import.meta.url)

for (const { name, isThere, open } of backendsOf(servers)) {
  describe.skipIf(!isThere)(`searching the archive ${name}`, { timeout: 60_000 }, () => {
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
    const found = async (query: SearchQuery = {}) =>
      (await store.search(query)).items.map(({ actor, label, article }) => `${actor} ${label} ${article.id}`)

    it('finds who stands where by name, alias and part of a name, whatever the case', async () => {
      await analysed(store, 'tolls', [stance('Ida Brook', 'support', ['the mayor'])])
      await analysed(store, 'ferries', [stance('Tom Reyes', 'oppose')])
      for (const actor of ['Ida Brook', 'ida brook', 'BROOK', 'the  Mayor', 'Brook']) {
        expect([actor, await found({ actor })]).toEqual([actor, ['Ida Brook support tolls']])
      }
      expect(await found({ actor: 'Bro' })).toEqual([])
      expect(await found()).toEqual(['Tom Reyes oppose ferries', 'Ida Brook support tolls'])
    })

    it('finds by label, target, kind of reaction, outlet, language, day and words, each alone and all together', async () => {
      await analysed(store, 'tolls', [stance('Ida Brook', 'support'), reaction('Tom Reyes', 'criticism')], {
        outlet: 'Arlen Post',
        publishedAt: '2026-03-04T10:00:00Z',
      })
      await analysed(store, 'ferries', [stance('Ida Brook', 'oppose')], {
        outlet: 'Other',
        publishedAt: '2026-04-01',
        title: 'Harbour',
      })
      expect(await found({ label: 'oppose' })).toEqual(['Ida Brook oppose ferries'])
      expect(await found({ target: 'tolls' })).toEqual(['Ida Brook support tolls', 'Tom Reyes criticism tolls'])
      expect(await found({ reaction: 'criticism', polarity: 'negative' })).toEqual(['Tom Reyes criticism tolls'])
      expect(await found({ outlet: 'arlen post', label: 'support' })).toEqual(['Ida Brook support tolls'])
      expect(await found({ from: '2026-03-05' })).toEqual(['Ida Brook oppose ferries'])
      expect(await found({ to: '2026-03-04', label: 'support' })).toEqual(['Ida Brook support tolls'])
      expect(await found({ text: 'harbour' })).toEqual(['Ida Brook oppose ferries'])
      expect(await found({ text: '"voted on ferries" -tolls' })).toEqual(['Ida Brook oppose ferries'])
      expect(await found({ language: 'de' })).toEqual([])
      const all = {
        actor: 'brook',
        label: 'support',
        target: 'tolls',
        outlet: 'Arlen Post',
        language: 'en',
        from: '2026-03-04',
        to: '2026-03-04',
        text: 'council',
      } as const
      expect(await found(all)).toEqual(['Ida Brook support tolls'])
    })

    it('opens to the words of the article', async () => {
      await analysed(store, 'tolls', [stance('Ida Brook', 'support')], { title: 'Tolls' })
      const [row] = (await store.search({ text: 'opponents' })).items
      expect(row).toMatchObject({
        kind: 'stance',
        claim: 's1',
        voice: 'self',
        target: reportOn('tolls'),
        article: { title: 'Tolls', language: 'en' },
      })
      expect(row?.evidence).toEqual([{ sentence: 0, start: 0, end: reportOn('tolls').length, text: reportOn('tolls') }])
      expect(row?.snippet).toContain('Opponents of tolls')
    })

    it('leaves out what is unstated, unless it is asked for', async () => {
      await analysed(store, 'tolls', [stance('Ida Brook', 'unstated'), stance('Tom Reyes', 'neutral')])
      expect(await found()).toEqual(['Tom Reyes neutral tolls'])
      expect(await found({ label: 'unstated' })).toEqual(['Ida Brook unstated tolls'])
    })

    it('knows the latest of analyses that were asked the same, and each that was asked something else', async () => {
      await analysed(store, 'tolls', [stance('Ida Brook', 'support')])
      await analysed(store, 'tolls', [stance('Ida Brook', 'oppose')], {}, { ...fakeRecipe, length: 'long' })
      await analysed(store, 'tolls', [stance('Ida Brook', 'mixed')], {}, { ...fakeRecipe, targets: ['tolls are fair'] })
      expect(await found()).toEqual(['Ida Brook mixed tolls', 'Ida Brook oppose tolls'])
    })

    it('finds what editors corrected as they corrected it, and a new analysis does not take its place', async () => {
      const analysis = await analysed(store, 'tolls', [stance('Ida Brook', 'support')])
      const corrected = { ...analysis, stances: analysis.stances.map((each) => ({ ...each, label: 'mixed' as const })) }
      await store.review(1, { ifVersion: 0, kind: 'correction', analysis: corrected, corrections: [], author: 'Ana' })
      expect(await found()).toEqual(['Ida Brook mixed tolls'])
      await analysed(store, 'tolls', [stance('Ida Brook', 'oppose')], {}, { ...fakeRecipe, length: 'long' })
      expect(await found()).toEqual(['Ida Brook mixed tolls'])
    })

    it('forgets what is deleted', async () => {
      await analysed(store, 'tolls', [stance('Ida Brook', 'support')])
      await store.deleteArticles(['tolls'])
      expect(await found()).toEqual([])
      expect(await opened.run('select * from standpoint.claims')).toEqual([])
    })

    it('finds a text that two outlets ran by either', async () => {
      await analysed(store, 'tolls', [stance('Ida Brook', 'support')], { outlet: 'First' })
      const article = toArticle({ id: 'again', text: reportOn('tolls'), outlet: 'Second' })
      const batch = await store.openBatch('again')
      await store.accept([{ kind: 'article', position: 0, article, incomplete: [] }], {
        batch,
        recipe: fakeRecipe,
        lane: 'archive',
      })
      expect([await found({ outlet: 'First' }), await found({ outlet: 'Second' })]).toEqual([
        ['Ida Brook support tolls'],
        ['Ida Brook support again'],
      ])
    })

    it('gives every row once, page by page', async () => {
      const claims = ['support', 'oppose', 'mixed', 'neutral'].map((label, index) => stance(`Actor ${index}`, label))
      for (const subject of ['tolls', 'ferries', 'parks', 'walls', 'trams']) await analysed(store, subject, claims)
      const all = await found({ limit: 200 })
      expect(all).toHaveLength(20)
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 25 }), async (limit) => {
          const seen: string[] = []
          let after: string | undefined
          do {
            const page = await store.search({ limit, after })
            seen.push(...page.items.map(({ actor, label, article }) => `${actor} ${label} ${article.id}`))
            after = page.next
          } while (after !== undefined)
          expect(seen).toEqual(all)
        }),
        { numRuns: 20 },
      )
    })

    it('takes words as words, whatever they are', async () => {
      await analysed(store, 'tolls', [stance('Ida Brook', 'support')])
      const word = fc.oneof(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
        fc.constantFrom(
          "'",
          '"',
          '\\',
          '%',
          '_',
          '&',
          '!',
          ':*',
          '<->',
          '(',
          "'; drop table standpoint.claims; --",
          '$1',
          'ß',
        ),
      )
      const printable = word.map((text) => text.replaceAll('\u0000', '').toWellFormed()).filter((text) => text !== '')
      await fc.assert(
        fc.asyncProperty(printable, printable, printable, async (actor, target, text) => {
          expect((await store.search({ actor, target, text })).items.length).toBeLessThanOrEqual(1)
        }),
        { numRuns: 60 },
      )
      await expect(store.search({ after: 'nonsense' })).rejects.toMatchObject({ code: 'OPTION_INVALID' })
      expect(await found()).toHaveLength(1)
    })

    it('knows what was analysed before there was a search', async () => {
      await analysed(store, 'tolls', [
        stance('Ida Brook', 'support', ['the mayor']),
        reaction('Tom Reyes', 'criticism'),
        stance('Ann Lee', 'unstated'),
      ])
      await analysed(store, 'tolls', [stance('Ida Brook', 'oppose')], {}, { ...fakeRecipe, length: 'long' })
      await analysed(
        store,
        'ferries',
        [reaction('Ida Brook', 'praise')],
        {},
        { ...fakeRecipe, targets: ['a "target"', 'ü'] },
      )
      const rows = () =>
        opened.run(
          'select task_id, position, content_hash, asked, kind, claim, actor, actor_kind, (select array_agg(each order by each) from unnest(names) as each) as names, target, label, polarity, voice, quote, evidence from standpoint.claims order by task_id, position',
        )
      const written = await rows()
      const backfill = (await readFile(MIGRATION, 'utf8')).split('-- Analyses that were there before.')[1] ?? ''
      await opened.run('delete from standpoint.claims')
      await opened.run(backfill)
      expect(await rows()).toEqual(written)
    })
  })
}

describe('searching from outside', { timeout: 60_000 }, () => {
  it('gives the same over HTTP and at the command line, while the server has the folder', async () => {
    await using place = await newPlace(undefined)
    await using served = await serveIn(place)
    const text =
      'ARLEN, March 4 - The council approved tolls on the old bridge on Tuesday.\n\n"We support the tolls, because the bridge must be paid for," said Mayor Ida Brook.'
    const { json: submitted } = await served.call('POST', '/v1/analyses', {
      body: { id: 'tolls', text },
      headers: { prefer: 'wait=20' },
    })
    const { json } = await served.call('GET', '/v1/search?actor=brook&label=support')
    expect(json.items).toMatchObject([
      { actor: 'Ida Brook', label: 'support', analysis: submitted.id, article: { id: 'tolls' } },
    ])
    const told = await runStandpoint(['search', '--actor', 'brook', '--label', 'support', '--json'], place.folder, {
      env: place.env,
    })
    expect(JSON.parse(told.stdout)).toEqual(json.items[0])
    const shown = await runStandpoint(['search', '--actor', 'brook'], place.folder, { env: place.env })
    expect(shown.stdout).toContain('Ida Brook: support')
    const nothing = await runStandpoint(['search', '--actor', 'nobody'], place.folder, { env: place.env })
    expect([nothing.status, nothing.stdout]).toEqual([0, expect.stringContaining('Nothing was found.')])
    const wrong = await served.call('GET', '/v1/search?after=x&from=tomorrow')
    expect([wrong.status, wrong.json.errors[0].pointer]).toEqual([400, '/from'])
  })
})

type Claim = { actor: string; aliases: string[]; label?: string; kind?: string }

function stance(actor: string, label: string, aliases: string[] = []): Claim {
  return { actor, label, aliases }
}

function reaction(actor: string, kind: string): Claim {
  return { actor, kind, aliases: [] }
}

/** Accepts a report on a subject, and saves an analysis of it that makes these claims. */
async function analysed(
  store: Store,
  subject: string,
  claims: readonly Claim[],
  fields: Partial<RawArticle> = {},
  recipe: Recipe = fakeRecipe,
): Promise<Analysis> {
  const article = toArticle({ id: subject, text: reportOn(subject), language: 'en', ...fields })
  const batch = await store.openBatch(subject)
  await store.accept([{ kind: 'article', position: 0, article, incomplete: [] }], { batch, recipe, lane: 'archive' })
  const [ref] = await store.handOut('archive', { most: 9, batch })
  const claim = ref && (await store.claim(ref))
  if (claim === undefined) throw new Error('nothing was handed out')
  const analysis = claiming(emptyAnalysis(article, recipe), claims)
  await store.complete(claim, analysis)
  return analysis
}

function claiming(analysis: Analysis, claims: readonly Claim[]): Analysis {
  const evidence = analysis.issues[0]?.evidence ?? []
  const actors = claims.map(({ actor: name, aliases }, index) => ({
    id: `a${index + 1}`,
    name,
    aliases,
    kind: 'person' as const,
    mentions: evidence,
  }))
  const of = (index: number) => ({ actor: `a${index + 1}`, target: 'i1' })
  const stances = claims.flatMap(({ label }, index) =>
    label === undefined
      ? []
      : [
          {
            id: `s${index + 1}`,
            ...of(index),
            label,
            ...(label === 'unstated' ? { evidence: [] } : { voice: 'self', evidence }),
          },
        ],
  )
  const reactions = claims.flatMap(({ kind }, index) =>
    kind === undefined
      ? []
      : [
          {
            id: `r${index + 1}`,
            ...of(index),
            kind,
            polarity: kind === 'praise' ? 'positive' : 'negative',
            content: 'x',
            evidence,
          },
        ],
  )
  return { ...analysis, actors, stances, reactions } as Analysis
}
