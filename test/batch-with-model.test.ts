import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { honestModel, sentenceReader } from '../pipeline/engines/honest-model.fake.ts'
import { misbehaviours } from '../pipeline/engines/scripted-answers.fake.ts'
import { type Script, scriptedServer } from '../pipeline/engines/scripted-server.fake.ts'
import { Result } from '../pipeline/schema/analysis.ts'
import type { LedgerLine } from '../pipeline/schema/store-contract.ts'
import { type BatchJob, type BatchProgress, type BatchSummary, runBatch } from '../workers/batch.ts'
import { readConfig } from '../workers/config.ts'
import { openEngines } from '../workers/engines.ts'
import { recipeOf } from '../workers/recipe-of.ts'
import { openRuntime } from '../workers/runtime.ts'
import { articlesOf, newPlace, numberedReports, reportOn, type TestPlace } from './places.ts'

describe('a batch with a model', { timeout: 60_000 }, () => {
  it('asks the server, and every line of the results is a valid analysis under the recipe', async () => {
    const { results, requests } = await batchAgainst(honestModel)
    expect(results.map((result) => [result.id, result.analysis.recipe.steps.stances.model])).toEqual([
      ['a.txt', 'small'],
      ['b.txt', 'small'],
    ])
    expect(requests.filter((request) => request.includes(reportOn('ferries').slice(0, 30)))).not.toEqual([])
  })

  it('goes on when the server says "later" in between, without a failure', async () => {
    const busy: Script = (request, index) =>
      index === 5
        ? { kind: 'answer', status: 429, headers: { 'retry-after': '0.1' }, body: '{"error":{"message":"slow down"}}' }
        : honestModel(request, index)
    const { results, requests } = await batchAgainst(busy)
    expect(results).toHaveLength(2)
    expect(requests.filter((request) => request === requests[5])).toHaveLength(2)
  })

  it('pays for no answer twice when it is run again after the server broke down in the middle', async () => {
    await using place = await newPlace(undefined)
    const reader = sentenceReader(() => true)
    let isBroken = true
    const answered: string[] = []
    const breaking: Script = (request, index) => {
      const text = JSON.stringify(request)
      if (isBroken && text.includes('Task: list the reactions')) return misbehaviours.wrongKey
      answered.push(text)
      return reader(request, index)
    }
    await using server = await scriptedServer(breaking, { models: ['small'] })
    await expect(runIn(place, server.baseUrl)).rejects.toMatchObject({
      code: 'MODEL_KEY_REFUSED',
      fix: expect.stringContaining('Then the same command goes on from where it stopped.'),
    })
    const before = answered.length
    isBroken = false
    const second = await runIn(place, server.baseUrl)
    expect(second).toMatchObject({ done: 1, failed: 0 })
    const aboutArticle = answered.filter((request) => request.includes('ARTICLE'))
    expect(new Set(aboutArticle).size).toBe(aboutArticle.length)
    expect(answered.length).toBeGreaterThan(before)
    const [result] = await resultsIn(place.out)
    expect(result?.analysis.usage.replayed).toBeGreaterThan(0)
    const total = await ledgerIn(place)
    expect(total).toMatchObject({ answers: aboutArticle.length, waste: 0, lost: 0 })
    expect(total.replays).toBe(result?.analysis.usage.replayed)
  })

  it('waits for a server that is down, says so, and goes on by itself: no article is lost to it', async () => {
    await using place = await newPlace(undefined)
    let failures = 0
    const breaking: Script = (request, index) =>
      JSON.stringify(request).includes('ARTICLE') && failures++ < 12
        ? misbehaviours.serverError
        : honestModel(request, index)
    await using server = await scriptedServer(breaking, { models: ['small'] })
    const reasons = new Set<string | undefined>()
    const onProgress = ({ heldBack }: BatchProgress) => void reasons.add(heldBack?.because)
    const run = await runIn(place, server.baseUrl, { count: 5, onProgress })
    expect(run).toMatchObject({ done: 5, failed: 0 })
    expect([...reasons]).toContain('down')
  })

  it('stops when the money of the day is spent, and says so', async () => {
    await using place = await newPlace(undefined)
    await using server = await scriptedServer(honestModel, { models: ['small'] })
    const env = { STANDPOINT_PRICES: 'small=1/0.5/2', STANDPOINT_USD_PER_DAY: '0.02', STANDPOINT_EDITORS_SHARE: '0' }
    const interrupt = new AbortController()
    const onProgress = ({ heldBack }: BatchProgress) =>
      heldBack?.because === 'money' && interrupt.abort(new Error('enough'))
    const run = runIn(place, server.baseUrl, { count: 70, env, onProgress, signal: interrupt.signal })
    await expect(run).rejects.toMatchObject({ code: 'CANCELLED' })
    const { costUsd = 0 } = await ledgerIn(place)
    expect(costUsd).toBeGreaterThan(0)
    expect(costUsd).toBeLessThanOrEqual(0.02)
  })

  it('refuses to limit the money of a model that has no price', async () => {
    await using place = await newPlace(undefined)
    await using server = await scriptedServer(honestModel, { models: ['small'] })
    const env = { STANDPOINT_PRICES: 'large=1/0.5/2', STANDPOINT_USD_PER_DAY: '5' }
    await expect(runIn(place, server.baseUrl, { env })).rejects.toMatchObject({ code: 'CONFIG_INVALID' })
  })

  it('fails an article whose request is larger than the limit of a minute, with the reason', async () => {
    await using place = await newPlace(undefined)
    await using server = await scriptedServer(honestModel, { models: ['small'] })
    const run = await runIn(place, server.baseUrl, { env: { STANDPOINT_TOKENS_PER_MINUTE: '500' } })
    expect(run).toMatchObject({ done: 0, failed: 1 })
    expect(await readFile(run.failuresFile ?? '', 'utf8')).toContain('REQUEST_TOO_LARGE')
  })

  it('knows what it cost where the model has a price', async () => {
    await using place = await newPlace(undefined)
    await using server = await scriptedServer(honestModel, { models: ['small'] })
    await runIn(place, server.baseUrl, { env: { STANDPOINT_PRICES: 'small=1/0.5/2' } })
    const [result] = await resultsIn(place.out)
    const { tokensIn = 0, tokensOut = 0, costUsd } = result?.analysis.usage ?? {}
    expect(costUsd).toBeCloseTo((tokensIn + 2 * tokensOut) / 1e6)
    expect((await ledgerIn(place)).costUsd).toBeCloseTo(costUsd ?? 0)
  })
})

type Run = Pick<BatchJob, 'onProgress' | 'signal'> & { env?: Record<string, string>; count?: number }

async function runIn(
  place: TestPlace,
  baseUrl: string,
  { env = {}, count = 1, ...watching }: Run = {},
): Promise<BatchSummary> {
  const config = readConfig({ ...place.env, STANDPOINT_MODEL: 'small', OPENAI_BASE_URL: baseUrl, ...env })
  const engines = openEngines(config)
  const recipe = await recipeOf({ mode: 'chain' }, { config, engines })
  await using runtime = await openRuntime(config, { engines })
  return await runBatch(runtime, { records: articlesOf(numberedReports(count)), recipe, out: place.out, ...watching })
}

async function ledgerIn({ config }: TestPlace): Promise<LedgerLine> {
  await using runtime = await openRuntime(config)
  return (await runtime.store.ledgerReport('step')).total
}

async function resultsIn(path: string): Promise<Result[]> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '')
  return lines.map((line) => Result.parse(JSON.parse(line)))
}

async function batchAgainst(script: Script): Promise<{ results: Result[]; requests: string[] }> {
  await using place = await newPlace(undefined)
  await using server = await scriptedServer(script, { models: ['small'] })
  const config = readConfig({ ...place.env, STANDPOINT_MODEL: 'small', OPENAI_BASE_URL: server.baseUrl })
  const engines = openEngines(config)
  const recipe = await recipeOf({}, { config, engines })
  await using runtime = await openRuntime(config, { engines })
  const records = articlesOf({ 'a.txt': reportOn('tolls'), 'b.txt': reportOn('ferries') })
  await runBatch(runtime, { records, recipe, out: place.out })
  return {
    results: await resultsIn(place.out),
    requests: server.requests.map((request) => JSON.stringify(request)),
  }
}
