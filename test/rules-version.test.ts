import { readFile, writeFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { openArchive } from '../archive/open-archive.ts'
import { analyse } from '../pipeline/analyse.ts'
import { extractiveEngine } from '../pipeline/engines/extractive.ts'
import { read } from '../pipeline/rules/read.ts'
import { canonicalJson, sha256 } from '../pipeline/schema/hash.ts'
import { RULES_VERSION } from '../pipeline/schema/rules-version.ts'
import { toArticle } from '../pipeline/text/article.ts'
import { readConfig } from '../workers/config.ts'
import { openEngines } from '../workers/engines.ts'
import { recipeOf } from '../workers/recipe-of.ts'

const RECORD = new URL('rules-version.json', import.meta.url)
const Recorded = z.strictObject({ version: z.int(), samples: z.string() })

it('raises the version of the rules when they change what the samples give', async () => {
  const samples = await hashOfSamples()
  const recorded = Recorded.parse(JSON.parse(await readFile(RECORD, 'utf8')))
  if (recorded.version !== RULES_VERSION) {
    await writeFile(RECORD, `${JSON.stringify({ version: RULES_VERSION, samples }, undefined, 2)}\n`)
    return expect(RULES_VERSION, 'the version only rises').toBeGreaterThan(recorded.version)
  }
  expect(
    samples,
    'The samples give another result: raise RULES_VERSION in pipeline/schema/rules-version.ts and run this test once more.',
  ).toBe(recorded.samples)
})

async function hashOfSamples(): Promise<string> {
  const config = readConfig({})
  const recipe = await recipeOf({ engine: 'extractive' }, { config, engines: openEngines(config) })
  const engineFor = async () => extractiveEngine()
  const results: unknown[] = []
  for await (const record of (await openArchive('samples/archive', { stdin: process.stdin })).records()) {
    if (record.kind === 'fault') continue
    const {
      recipe: _recipe,
      usage: _usage,
      ...result
    } = await analyse(read(toArticle(record.article)), recipe, { engineFor })
    results.push(result)
  }
  expect(results.length).toBeGreaterThan(11)
  return sha256(canonicalJson(results))
}
