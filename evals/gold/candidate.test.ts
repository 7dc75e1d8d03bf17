import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLimiter } from '../../pipeline/engines/open-limiter.ts'
import { bridgeAnalysis, bridgeReading } from '../../pipeline/review/bridge.fake.ts'
import { read } from '../../pipeline/rules/read.ts'
import type { Analysis } from '../../pipeline/schema/analysis.ts'
import type { Article } from '../../pipeline/schema/article.ts'
import { evidenceOf } from '../../pipeline/schema/span.ts'
import { toArticle } from '../../pipeline/text/article.ts'
import { readConfig } from '../../workers/config.ts'
import { openEngines } from '../../workers/engines.ts'
import { recipeOf } from '../../workers/recipe-of.ts'
import { factCoverage } from '../metrics/facts.ts'
import { engineSystem } from '../systems/engine-system.ts'
import { analysisOf } from '../systems/oracle.ts'
import { candidateOf } from './candidate.ts'
import { type GoldArticle, readGold } from './read-gold.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'standpoint-candidates-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('a candidate for gold', () => {
  it('is the annotation again, of an analysis that is the annotation', async () => {
    const gold = await readGold()
    const again = await readBack(gold.map(({ article, ...rest }) => [article, oracleOf({ article, ...rest })]))
    for (const first of gold) {
      const second = again.find(({ article }) => article.contentHash === first.article.contentHash)
      const nameIn = (one: GoldArticle | undefined) => (id?: string) =>
        one?.actors.find((each) => each.id === id)?.name ?? id
      const comparable = (one: GoldArticle | undefined) => ({
        stances: one?.stances.map((stance) => ({
          ...stance,
          actor: nameIn(one)(stance.actor),
          target: nameIn(one)(stance.target),
        })),
        quotes: one?.reactions.map(({ quote, kind, actor }) => [quote, kind, nameIn(one)(actor)]),
        issues: one?.issues.map(({ statement, evidence }) => [statement, evidence]),
      })
      const keyed = JSON.stringify(comparable(first)).replaceAll(/"target":"(?!main)[a-z][\w-]*"/g, '"target":"other"')
      expect(JSON.stringify(comparable(second)).replaceAll(/"target":"i\d+"/g, '"target":"other"')).toBe(keyed)
    }
  })

  it('is well formed for what the rules make of articles in five languages', { timeout: 60_000 }, async () => {
    const config = readConfig({})
    const engines = openEngines(config)
    const recipe = await recipeOf(
      { engine: 'extractive', targets: ['The strike goes on'], actors: ['Nobody Known'] },
      { config, engines },
    )
    const rules = engineSystem('extractive', recipe, { engineFor: engines.engineFor, limiter: openLimiter() })
    const gold = (await readGold({ halves: ['development'] })).filter((_, index) => index % 2 === 0)
    const pairs = await Promise.all(
      gold.map(async ({ article }) => [article, await rules.analyse(read(article))] as const),
    )
    const again = await readBack(pairs)
    expect(again).toHaveLength(gold.length)
    for (const { facts } of again) {
      for (const fact of facts) expect(factCoverage(fact.fact, [fact])).toEqual({ held: 1, of: 1 })
    }
  })

  it('writes more of the words around evidence that stands there twice', async () => {
    const twice =
      'Ines Tol said no. Rui Sand laughed about the bridge. Ines Tol said no. The council of Arlo went home early.'
    const article = toArticle({ id: 'twice.txt', text: twice, language: 'en' })
    const reading = read(article)
    const second = reading.sentences[2] ?? { start: 0, end: 0 }
    const analysis = bridgeAnalysis(bridgeReading())
    const evidence = [evidenceOf(article.text, reading.sentences, second)]
    const { yaml } = candidate(article, {
      ...analysis,
      issues: [{ id: 'i1', statement: 'The bridge closes.', evidence }],
    })
    expect(yaml).toContain('evidence: bridge. Ines Tol said no. The')
  })

  it('names what the article does not have and gold cannot hold', () => {
    const reading = bridgeReading()
    const analysis = bridgeAnalysis(reading)
    const asked = { id: 'a4', name: 'Petra\nVance', kind: 'person' as const, aliases: [], mentions: [], given: true }
    const stance = { id: 's4', actor: 'a4', target: 'i1', label: 'unstated' as const, evidence: [] }
    const { yaml } = candidate(reading.article, {
      ...analysis,
      actors: [...analysis.actors, asked],
      stances: [...analysis.stances, stance],
    })
    expect(yaml).toMatch(/^# CANDIDATE, not gold yet/)
    expect(yaml).toContain(
      '# Left out, since the article does not have them: the actor Petra Vance; 1 stances and reactions',
    )
    expect(yaml).not.toContain('a4')
  })
})

function oracleOf(gold: GoldArticle): Analysis {
  return analysisOf(gold, read(gold.article))
}

function candidate(article: Article, analysis: Analysis) {
  return candidateOf({ task: 1, version: 2, article, analysis, author: 'Ida Brook', at: new Date(0) })
}

const SUMMARY = 'A summary that a person wrote has more than ten words in it.'

/** What "gold check" reads after a person has written summaries and facts in place of those that are there. */
async function readBack(pairs: readonly (readonly [Article, Analysis])[]): Promise<GoldArticle[]> {
  const place = await mkdtemp(join(folder, 'gold-'))
  for (const [article, analysis] of pairs) {
    const { name, text, yaml } = candidate(article, analysis)
    await writeFile(join(place, `${name}.txt`), text)
    const line = { id: 'x', text: SUMMARY, evidence: [] }
    const brief = candidate(article, { ...analysis, summary: { ...analysis.summary, brief: [line] } }).yaml
    const finished = brief.replace(`  - ${SUMMARY}\n`, `  - ${SUMMARY}\n  - ${SUMMARY}\n`)
    expect(finished).not.toBe(yaml)
    await writeFile(join(place, `${name}.yaml`), withFourFacts(finished))
  }
  return readGold({ folder: place })
}

function withFourFacts(yaml: string): string {
  const count = yaml.split('\n').filter((line) => line.startsWith('  - { fact:')).length
  return yaml + '  - { fact: One more., holds: [one, more] }\n'.repeat(Math.max(0, 4 - count))
}
