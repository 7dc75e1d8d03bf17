import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { honestModel } from '../pipeline/engines/honest-model.fake.ts'
import { type Script, scriptedServer } from '../pipeline/engines/scripted-server.fake.ts'
import { Result } from '../pipeline/schema/analysis.ts'
import { runBatch } from '../workers/batch.ts'
import { readConfig } from '../workers/config.ts'
import { openEngines } from '../workers/engines.ts'
import { recipeOf } from '../workers/recipe-of.ts'
import { openRuntime } from '../workers/runtime.ts'
import { articlesOf, newPlace, reportOn } from './places.ts'

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
})

async function batchAgainst(script: Script): Promise<{ results: Result[]; requests: string[] }> {
  await using place = await newPlace(undefined)
  await using server = await scriptedServer(script, { models: ['small'] })
  const config = readConfig({ ...place.env, STANDPOINT_MODEL: 'small', OPENAI_BASE_URL: server.baseUrl })
  const engines = openEngines(config, { lane: 'archive' })
  const recipe = await recipeOf({}, { config, engines })
  await using runtime = await openRuntime(config, { engines })
  const records = articlesOf({ 'a.txt': reportOn('tolls'), 'b.txt': reportOn('ferries') })
  await runBatch(runtime, { records, recipe, out: place.out })
  const lines = (await readFile(place.out, 'utf8')).split('\n').filter((line) => line !== '')
  return {
    results: lines.map((line) => Result.parse(JSON.parse(line))),
    requests: server.requests.map((request) => JSON.stringify(request)),
  }
}
