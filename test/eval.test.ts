import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readGold } from '../evals/gold/read-gold.ts'
import { type GoldRun, runOnGold } from '../evals/run-gold.ts'
import { compareRuns, readRun } from '../evals/saved-run.ts'
import { engineSystem } from '../evals/systems/engine-system.ts'
import { lead } from '../evals/systems/lead.ts'
import { oracle } from '../evals/systems/oracle.ts'
import { openLimiter } from '../pipeline/engines/open-limiter.ts'
import { readConfig } from '../workers/config.ts'
import { openEngines } from '../workers/engines.ts'
import { recipeOf } from '../workers/recipe-of.ts'

const scoreIn = (run: GoldRun, name: string) => run.scores.find((score) => score.name === name)?.value

describe('the engine without a model on the gold articles', () => {
  let [floor, mine, bound]: GoldRun[] = []
  beforeAll(async () => {
    const config = readConfig({})
    const engines = openEngines(config)
    const recipe = await recipeOf({ engine: 'extractive' }, { config, engines })
    const gold = await readGold()
    floor = await runOnGold(lead, gold)
    mine = await runOnGold(
      engineSystem('extractive', recipe, { engineFor: engines.engineFor, limiter: openLimiter() }),
      gold,
    )
    bound = await runOnGold(oracle, gold)
  })

  it('is worse than the saved run in no score beyond chance', async () => {
    const compared = compareRuns(await readRun('evals/gates/extractive.json'), mine as GoldRun)
    expect(compared.length).toBeGreaterThan(20)
    expect(compared.filter(({ comparison }) => comparison.verdict === 'worse')).toEqual([])
  })

  it('quotes only what stands in the article, gives evidence for every stance, and no number or name of its own', () => {
    for (const { analysis, gold } of mine?.cases ?? []) {
      const { text } = gold.article
      for (const { quote } of analysis.reactions) if (quote) expect(text.slice(quote.start, quote.end)).toBe(quote.text)
      expect(analysis.stances.filter(({ label, evidence }) => label !== 'unstated' && evidence.length === 0)).toEqual(
        [],
      )
    }
    expect(scoreIn(mine as GoldRun, 'unsupported')).toBe(0)
  })

  it('lies between the floor and the upper bound, which scores all that it copies', () => {
    const facts = [floor, mine].map((run) => scoreIn(run as GoldRun, 'key-facts') ?? 0)
    expect(facts[1]).toBeGreaterThan(facts[0] ?? 1)
    for (const name of ['actor-f1', 'stance-macro-f1', 'reaction-f1', 'quote-f1-strict']) {
      expect(scoreIn(bound as GoldRun, name)).toBe(1)
    }
  })
})

describe('standpoint eval', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'standpoint-eval-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const text =
    'The council met on Monday. "We will close the quay," said Ann Finch, the mayor. Nobody else spoke at the long meeting.'

  it('scores quotations of a public data set given as a folder', async () => {
    const quote = '"We will close the quay,"'
    const [start, speaker] = [text.indexOf(quote), text.indexOf('Ann Finch')]
    const row = {
      id: 'one',
      text,
      quotes: [
        {
          quote,
          start,
          end: start + quote.length,
          kind: 'direct',
          speaker: 'Ann Finch',
          speaker_start: speaker,
          speaker_end: speaker + 9,
          cue: 'said',
        },
      ],
    }
    await writeFile(join(folder, 'dev.jsonl'), `${JSON.stringify(row)}\n${JSON.stringify({ ...row, id: 'two' })}\n`)
    const { stdout, code } = await standpoint('eval', '--dataset', 'polnear', '--data', folder, '--json')
    const scores = new Map(
      JSON.parse(stdout).system.scores.map(({ name, value }: { name: string; value: number }) => [name, value]),
    )
    expect(code).toBe(0)
    expect(scores.get('quote-f1-strict')).toBe(1)
    expect(scores.get('quote-speaker-strict')).toBe(1)
    expect(scores.get('quote-cue-strict')).toBe(1)
  })

  it('counts what grounding flags', async () => {
    const rows = [
      { id: '1', text, summary: 'Ann Finch said the quay will close.', label: 'consistent' },
      { id: '2', text, summary: 'Bob Marley closed 14 quays.', label: 'inconsistent' },
    ]
    await writeFile(join(folder, 'test.jsonl'), rows.map((row) => JSON.stringify(row)).join('\n'))
    const { stdout } = await standpoint('eval', '--dataset', 'qags', '--data', folder, '--json')
    expect(JSON.parse(stdout).system.scores[0]).toMatchObject({ name: 'balanced-accuracy', value: 1 })
  })

  it('scores the body of a page, and refuses a page outside of the folder', async () => {
    const body = `${text} ${text.replace('Monday', 'Friday')} ${text.replace('council', 'board')}`
    const page = `<html><body><nav>Home Sport Video</nav><article><h1>Quay</h1><p>${body}</p></article></body></html>`
    await mkdir(join(folder, 'html'), { recursive: true })
    await writeFile(join(folder, 'html', 'a.html.gz'), gzipSync(page))
    await writeFile(join(folder, 'test.jsonl'), JSON.stringify({ id: 'a', text: body, html: 'html/a.html.gz' }))
    const { stdout } = await standpoint('eval', '--dataset', 'article-extraction', '--data', folder, '--json')
    expect(JSON.parse(stdout).system.scores[0]).toMatchObject({ name: 'extraction-f1', value: 1 })
    await writeFile(join(folder, 'test.jsonl'), JSON.stringify({ id: 'a', text: body, html: '../../etc/a.html.gz' }))
    const refused = await standpoint('eval', '--dataset', 'article-extraction', '--data', folder)
    expect(refused.stderr).toContain('DATASET_INVALID')
  })

  it('sorts a reaction into the quad class that its kind belongs to', async () => {
    const rows = [
      {
        id: '1',
        text: 'Dana Ruiz condemned the fishing pact of Kenya on Monday.',
        items: [{ label: 'ACCUSE', quad: 3, source: 'Dana Ruiz' }],
      },
      {
        id: '2',
        text: 'Omar Feld praised the fishing pact of Kenya on Monday.',
        items: [{ label: 'SUPPORT', quad: 1, source: 'Omar Feld' }],
      },
    ]
    await writeFile(join(folder, 'test.jsonl'), rows.map((row) => JSON.stringify(row)).join('\n'))
    const { stdout } = await standpoint('eval', '--dataset', 'plover-relations', '--data', folder, '--json')
    expect(JSON.parse(stdout).system.scores[0]).toMatchObject({ name: 'quad-macro-f1', value: 1 })
  })

  it('tells which line of a data set lacks what', async () => {
    await writeFile(join(folder, 'test.jsonl'), '{"id":"1","text":"Some text."}\n')
    const { stderr, code } = await standpoint('eval', '--dataset', 'qags', '--data', folder)
    expect(code).toBe(1)
    expect(stderr).toContain('test.jsonl, line 1')
    expect(stderr).toContain('summary')
    expect(stderr).toContain('DATASET_INVALID')
  })

  it('names the data sets that there are', async () => {
    const { stderr, code } = await standpoint('eval', '--dataset', 'nope', '--data', folder)
    expect(code).toBe(2)
    expect(stderr).toContain('polnear')
  })
})

function standpoint(...words: string[]): Promise<{ stdout: string; stderr: string; code: number }> {
  const launcher = join(import.meta.dirname, '..', 'standpoint')
  return new Promise((resolve) => {
    const child = execFile(launcher, words, (_error, stdout, stderr) =>
      resolve({ stdout, stderr, code: child.exitCode ?? -1 }),
    )
  })
}
