import { glob, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
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
import { honestModel, sentenceReader } from '../pipeline/engines/honest-model.fake.ts'
import { afterProbe, lying } from '../pipeline/engines/lying-model.fake.ts'
import { openLimiter } from '../pipeline/engines/open-limiter.ts'
import { misbehaviours, says } from '../pipeline/engines/scripted-answers.fake.ts'
import { type Script, scriptedServer } from '../pipeline/engines/scripted-server.fake.ts'
import type { Analysis } from '../pipeline/schema/analysis.ts'
import type { Mode } from '../pipeline/schema/recipe.ts'
import { readConfig } from '../workers/config.ts'
import { openEngines } from '../workers/engines.ts'
import { recipeOf } from '../workers/recipe-of.ts'
import { expectGrounded, writtenTexts } from './expect-grounded.ts'
import { runStandpoint } from './run-standpoint.ts'

const root = join(import.meta.dirname, '..')
const scoreIn = (run: GoldRun, name: string) => run.scores.find((score) => score.name === name)?.value

describe('the engine without a model on the gold articles', async () => {
  const gold = await readGold()
  const config = readConfig({})
  const engines = openEngines(config)
  const recipe = await recipeOf({ engine: 'extractive' }, { config, engines })
  const rules = engineSystem('extractive', recipe, { engineFor: engines.engineFor, limiter: openLimiter() })
  const [floor, mine, bound] = [
    await runOnGold(lead, gold),
    await runOnGold(rules, gold),
    await runOnGold(oracle, gold),
  ]

  it('is worse than the saved run in no score beyond chance', async () => {
    const { compared } = compareRuns(await readRun('evals/gates/extractive.json'), mine)
    expect(compared.length).toBeGreaterThan(20)
    expect(compared.filter(({ comparison }) => comparison.verdict === 'worse')).toEqual([])
  })

  it('says nothing that does not stand in the article', () => {
    for (const { analysis, gold } of mine.cases) expectGrounded(analysis, gold.article)
    expect(scoreIn(mine, 'unsupported')).toBe(0)
  })

  it('lies between the floor and the upper bound, which scores all that it copies', () => {
    expect(scoreIn(mine, 'key-facts')).toBeGreaterThan(scoreIn(floor, 'key-facts') ?? 1)
    for (const { analysis, gold } of bound.cases) expectGrounded(analysis, gold.article)
    for (const name of ['actor-f1', 'stance-macro-f1', 'reaction-f1', 'quote-f1-strict']) {
      expect(scoreIn(bound, name)).toBe(1)
    }
  })
})

describe.each<Mode>(['chain', 'single'])('the chain in mode %s on the gold articles', { timeout: 120_000 }, (mode) => {
  it('lets no invented word through and keeps what is true, when a FAKE model lies, errs and breaks off', async () => {
    const gold = await readGold()
    await using server = await scriptedServer(afterProbe(unreliable(sentenceReader(() => true))))
    const config = readConfig({
      OPENAI_BASE_URL: server.baseUrl,
      OPENAI_API_KEY: 'none',
      STANDPOINT_MODEL: 'fake-model',
    })
    const engines = openEngines(config, { patience: { longestMs: 100, totalMs: 100 } })
    const recipe = await recipeOf({ mode }, { config, engines })
    const run = await runOnGold(engineSystem('fake', recipe, { ...engines, limiter: openLimiter() }), gold)
    for (const { analysis, gold } of run.cases) expectGrounded(analysis, gold.article)
    expect(scoreIn(run, 'unsupported')).toBe(0)
    const analyses = run.cases.map(({ analysis }) => analysis)
    expect(analyses.flatMap(writtenTexts).filter((text) => /4,711|Quark|utter shame/.test(text))).toEqual([])
    const sum = (count: (analysis: Analysis) => number) => analyses.reduce((all, each) => all + count(each), 0)
    expect(sum(({ grounding }) => grounding.dropped)).toBeGreaterThan(20)
    expect(sum(({ defects }) => defects.length)).toBeGreaterThan(20)
    expect(sum(({ summary }) => summary.brief.length)).toBeGreaterThan(20)
    expect(sum(({ reactions }) => reactions.length)).toBeGreaterThan(20)
    expect(sum(({ stances }) => stances.filter(({ label }) => label !== 'unstated').length)).toBeGreaterThan(20)
  })
})

/** Lies in two of three answers, and gives every seventh in one of the ways in which models fail to give one. */
function unreliable(script: Script): Script {
  const lies = lying(script)
  const broken = [misbehaviours.notJson, misbehaviours.truncated, misbehaviours.empty]
  return (request, index) => {
    if (index % 7 === 3) return broken[index % broken.length] ?? script(request, index)
    return index % 3 === 0 ? script(request, index) : lies(request, index)
  }
}

describe('standpoint eval with a model', { timeout: 60_000 }, () => {
  it('asks the server once, and takes from the cache what it answered, unless a file of that is damaged', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'standpoint-eval-'))
    await using cleaning = new AsyncDisposableStack()
    cleaning.defer(() => rm(folder, { recursive: true, force: true }))
    await using server = await scriptedServer(honestModel, { models: ['small'] })
    const text = 'The council met on Monday. It will close the quay in spring. Nobody else spoke at the long meeting.'
    const row = { id: 'one', text, references: ['The council will close the quay in spring.'] }
    await writeFile(join(folder, 'dev.jsonl'), JSON.stringify(row))
    const scores = async () => {
      const args = [
        'eval',
        '--model',
        'small',
        '--dataset',
        'writer-summaries',
        '--data',
        folder,
        '--cache',
        'kept',
        '--json',
      ]
      const { stdout, stderr, status } = await runStandpoint(args, folder, { env: { OPENAI_BASE_URL: server.baseUrl } })
      expect([status, stderr]).toEqual([0, ''])
      return JSON.parse(stdout)
    }
    const asked = () => server.requests.filter((request) => JSON.stringify(request).includes('close the quay')).length
    const first = await scores()
    const paid = asked()
    expect(first).toMatchObject({ rows: 1, system: { name: expect.stringContaining('small') } })
    expect(paid).toBeGreaterThan(0)
    expect(await scores()).toEqual(first)
    expect(asked()).toBe(paid)
    const [file] = await Array.fromAsync(glob(join(folder, 'kept', '*', '*.json')))
    await writeFile(file ?? '', '{"half":')
    expect(await scores()).toEqual(first)
    expect(asked(), 'an analysis is made anew from the answers that are kept').toBe(paid)
    const answers = await Array.fromAsync(glob(join(folder, 'kept', 'answers', '*', '*.json')))
    expect(answers.length).toBeGreaterThan(0)
    for (const damaged of [file ?? '', ...answers]) await writeFile(damaged, '{"half":')
    expect(await scores()).toEqual(first)
    expect(asked()).toBeGreaterThan(paid)
  })
})

describe('standpoint eval --twice', { timeout: 60_000 }, () => {
  it('counts the labels that turn round when a FAKE model is asked anew, and asks nothing else again', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'standpoint-twice-'))
    await using cleaning = new AsyncDisposableStack()
    cleaning.defer(() => rm(folder, { recursive: true, force: true }))
    let isContrary = false
    const opposing = sentenceReader(() => true)
    await using server = await scriptedServer(async (request, index) => {
      const scripted = await opposing(request, index)
      if (!isContrary || scripted.kind !== 'answer') return scripted
      return { ...scripted, body: scripted.body.replaceAll('oppose', 'support') }
    })
    const evaluated = async (...args: string[]) => {
      const all = ['eval', '--model', 'fake-model', '--limit', '3', '--cache', 'kept', '--json', ...args]
      const { stdout, stderr, status } = await runStandpoint(all, folder, { env: { OPENAI_BASE_URL: server.baseUrl } })
      expect([status, stderr]).toEqual([0, ''])
      return JSON.parse(stdout)
    }
    const once = await evaluated()
    expect(once).toMatchObject({ articles: 3, compared: [{ before: 'extractive', after: 'fake-model, chain' }] })
    expect(once.systems.map(({ system }: { system: string }) => system)).toEqual([
      'LEAD-3',
      'extractive',
      'fake-model, chain',
      'upper bound',
    ])
    const scoreFrom = (system: number, name: string) =>
      once.systems[system].scores.find((score: { name: string }) => score.name === name)?.value
    expect([scoreFrom(0, 'stance-macro-f1'), scoreFrom(0, 'reaction-f1'), scoreFrom(3, 'key-facts')]).toEqual([
      null,
      null,
      null,
    ])
    expect([scoreFrom(0, 'rouge1'), scoreFrom(3, 'actor-f1')]).toEqual([expect.any(Number), 1])
    isContrary = true
    const { flips, systems } = await evaluated('--twice')
    expect(systems[2]).toEqual(once.systems[2])
    const rate = (name: string) => flips.find((flip: { name: string }) => flip.name === name)?.value
    expect(rate('flip-stance-reversed')).toBeGreaterThan(0)
    expect(rate('flip-stance')).toBeGreaterThanOrEqual(rate('flip-stance-reversed'))
    expect(rate('flip-summary')).toBe(0)
  })
})

describe('what standpoint eval says of its options', { timeout: 60_000 }, () => {
  const refused: readonly [args: string, says: string][] = [
    ['--cache package.json', 'This is a file, not a folder'],
    ['--gate nothing.json', 'There is no such file'],
    ['--gate docs', 'This is a folder'],
    ['--save x.json --gate evals/gates/../gates/extractive.json --html x.json', '--save --html'],
    ['--gate evals/gates/extractive.json --save ./evals/gates/extractive.json', 'would overwrite the other'],
    ['--mode single', 'Name a model with --model'],
    ['--target tolls', 'has its own questions'],
    ['--language es', 'its own language'],
    ['--gold evals/gold/test --half test', 'This folder has no halves'],
    ['--gold docs', 'There is no annotated article in this folder'],
    ['--html --json', "option '--html' needs a value"],
    ['--cache package.json/kept', 'The folder cannot be made'],
  ]
  for (const [args, says] of refused) {
    it(`refuses ${args}`, async () => {
      const { status, stderr } = await runStandpoint(['eval', ...args.split(' ')], root)
      expect([status, stderr]).toEqual([expect.toSatisfy((code) => code > 0), expect.stringContaining(says)])
    })
  }

  it('takes no option for the value of a repeatable one', async () => {
    const { status, stderr } = await runStandpoint(['analyze', '-', '--target', '--json'], root, { input: 'News.' })
    expect([status, stderr]).toEqual([2, expect.stringContaining("option '--target' needs a value")])
  })

  it('tells where it saved, how many articles there are, and what was compared', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'standpoint-eval-'))
    const saved = await runStandpoint(['eval', '--limit', '9', '--save', 'run.json'], folder)
    expect(saved.stderr).toContain('What was measured is saved in run.json.')
    const gated = await runStandpoint(['eval', '--limit', '1000', '--gate', 'run.json'], folder)
    expect([gated.status, gated.stderr]).toEqual([
      0,
      expect.stringContaining('There are 30 articles, fewer than --limit 1000.'),
    ])
    expect(gated.stdout).toContain('9 of 30 articles compared: 21 are not in the run before')
    const few = await runStandpoint(['eval', '--limit', '3', '--gate', 'run.json'], folder)
    expect(few.stdout).toMatch(/of the run before are not in this one/)
    expect(few.stdout).toContain('So few articles cannot tell a difference from chance: no verdict below 8.')
    expect(few.stdout).not.toContain('not enough cases')
    const one = await runStandpoint(['eval', '--limit', '1', '--gate', 'run.json'], folder)
    expect(one.stdout).toContain('1 gold article (development): no intervals')
    expect(one.stdout).not.toMatch(/\[|95 %/)
    const other = await runStandpoint(['eval', '--half', 'test', '--gate', 'run.json'], folder)
    expect([other.status, other.stderr]).toEqual([2, expect.stringContaining('have no article in common')])
    await rm(folder, { recursive: true })
  })

  it('says when a model gave no usable answer, to gold articles and to a data set', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'standpoint-eval-'))
    await using server = await scriptedServer(
      afterProbe(() => says('I would rather not.')),
      { models: ['mute'] },
    )
    const text = 'The council met on Monday. It will close the quay in spring. Nobody else spoke at the long meeting.'
    const row = { id: 'one', text, references: ['The council will close the quay in spring.'] }
    await writeFile(join(folder, 'dev.jsonl'), JSON.stringify(row))
    for (const which of ['--limit 1', `--dataset writer-summaries --data ${folder}`]) {
      const run = await runStandpoint(['eval', ...which.split(' '), '--model', 'mute'], folder, {
        env: { OPENAI_BASE_URL: server.baseUrl },
      })
      expect([run.status, run.stderr]).toEqual([
        1,
        expect.stringContaining('1 of 1 articles had no usable answer from mute'),
      ])
    }
    await rm(folder, { recursive: true })
  })

  it('warns when a model gave no usable answer to a part', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'standpoint-eval-'))
    await using server = await scriptedServer(
      afterProbe((request, index) =>
        /brief/.test(JSON.stringify(request.response_format ?? request.tools ?? request.messages.at(-1)))
          ? says('I would rather not.')
          : sentenceReader(() => true)(request, index),
      ),
      { models: ['shy'] },
    )
    const run = await runStandpoint(['eval', '--limit', '2', '--model', 'shy'], folder, {
      env: { OPENAI_BASE_URL: server.baseUrl },
    })
    expect([run.status, run.stderr]).toEqual([
      0,
      expect.stringContaining('In 2 of 2 articles shy, chain gave no usable answer to some question'),
    ])
    await rm(folder, { recursive: true })
  })

  it('says when a judge gave no marks, and shows no table of none', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'standpoint-eval-'))
    await using server = await scriptedServer(() => says('Very good!'))
    const run = await runStandpoint(['eval', '--limit', '1', '--judge', 'vague'], folder, {
      env: { OPENAI_BASE_URL: server.baseUrl },
    })
    expect([run.status, run.stderr]).toEqual([
      1,
      expect.stringContaining('The judge vague gave no marks that can be read to any of 2 summaries'),
    ])
    expect(run.stdout).not.toContain('which are its opinion')
    await rm(folder, { recursive: true })
  })

  it('scores an engine on articles of one’s own, and two annotations of them', async () => {
    const own = await runStandpoint(
      ['eval', '--gold', join(root, 'evals/gold/development'), '--limit', '2', '--json'],
      root,
    )
    expect(JSON.parse(own.stdout)).toMatchObject({ articles: 2, gold: expect.stringContaining('development') })
    const half = await runStandpoint(['eval', '--gold', 'evals/gold', '--half', 'test', '--limit', '2', '--json'], root)
    expect(JSON.parse(half.stdout)).toMatchObject({ articles: 2, gold: 'evals/gold', half: 'test' })
    const twice = await runStandpoint(
      ['gold', 'agreement', 'evals/gold/development', 'evals/gold/second', '--json'],
      root,
    )
    expect(JSON.parse(twice.stdout).articles).toBe(10)
    const lone = await runStandpoint(['gold', 'agreement', 'evals/gold/development'], root)
    expect([lone.status, lone.stderr]).toEqual([2, expect.stringContaining('Two folders can agree, one cannot')])
  })
})

describe('standpoint eval --judge', { timeout: 60_000 }, () => {
  it('shows the marks of a FAKE model as its opinion, asks for none twice, and leaves out what is no mark', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'standpoint-judge-'))
    await using cleaning = new AsyncDisposableStack()
    cleaning.defer(() => rm(folder, { recursive: true, force: true }))
    await using server = await scriptedServer(({ messages }) => {
      const asked = messages[0]?.content ?? ''
      expect(asked).not.toMatch(/\{\{/)
      // LEAD-3 of the first article gets no marks that can be read.
      return says(server.requests.length <= 2 ? 'Very good!' : 'Here: {"coherence":4,"coverage":2,"neutrality":5}')
    })
    const evaluated = async (told = '') => {
      const args = ['eval', '--limit', '2', '--judge', 'wise', '--cache', 'kept', '--json']
      const { stdout, stderr, status } = await runStandpoint(args, folder, { env: { OPENAI_BASE_URL: server.baseUrl } })
      expect([status, stderr]).toEqual([0, told])
      return JSON.parse(stdout).judged
    }
    const judged = await evaluated(
      'The judge wise gave no marks that can be read to 1 of 4 summaries: they are left out.\n',
    )
    expect(judged).toMatchObject({
      model: 'wise',
      systems: [
        { system: 'LEAD-3', scores: [{ name: 'judge-coherence', value: 4 }, { value: 2 }, { value: 5 }] },
        { system: 'extractive' },
      ],
    })
    expect(server.requests.length).toBe(5)
    await evaluated()
    expect(server.requests.length).toBe(6)
    const { stderr } = await runStandpoint(['eval', '--limit', '1', '--judge', 'wise'], folder)
    expect(stderr).toContain('MODEL_UNREACHABLE')
  })
})

describe('standpoint eval', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'standpoint-eval-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  const standpoint = (...args: string[]) => runStandpoint(args, folder)

  const scoresOn = async (dataset: string, rows: readonly object[]): Promise<Record<string, number>> => {
    await writeFile(join(folder, 'test.jsonl'), rows.map((row) => JSON.stringify(row)).join('\n'))
    const { stdout, stderr } = await standpoint('eval', '--dataset', dataset, '--data', folder, '--json')
    expect(stderr).toBe('')
    const { scores } = JSON.parse(stdout).system
    return Object.fromEntries(scores.map(({ name, value }: { name: string; value: number }) => [name, value]))
  }

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
    const { stdout, status } = await standpoint('eval', '--dataset', 'polnear', '--data', folder, '--json')
    const scores = new Map(
      JSON.parse(stdout).system.scores.map(({ name, value }: { name: string; value: number }) => [name, value]),
    )
    expect(status).toBe(0)
    expect(scores.get('quote-f1-strict')).toBe(1)
    expect(scores.get('quote-speaker-strict')).toBe(1)
    expect(scores.get('quote-cue-strict')).toBe(1)
  })

  it('says with what a run is compared, where two runs bear one name', async () => {
    await standpoint('eval', '--limit', '8', '--save', 'before.json')
    const { stdout } = await standpoint('eval', '--limit', '8', '--gate', 'before.json', '--twice')
    expect(stdout).toContain('This run compared with before.json, article by article')
    expect(stdout).toContain('This run asked anew, compared with the first time, article by article')
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
    expect(JSON.parse(stdout).system.scores[3]).toMatchObject({ name: 'code-accuracy', value: 1 })
  })

  it('sets the true summary of an article against its false ones', async () => {
    const rows = [
      { id: '1', article: 'a', text, summary: 'Ann Finch said the quay will close.', label: 'consistent' },
      { id: '2', article: 'a', text, summary: 'Bob Marley closed 14 quays.', label: 'inconsistent' },
      { id: '3', article: 'a', text, summary: 'The council met on Monday.', label: 'inconsistent' },
    ]
    expect(await scoresOn('bump', rows)).toMatchObject({ pairwise: 0.75 })
  })

  it('finds the annotated actors by the places where they are named', async () => {
    const at = (words: string): [number, number] => [text.indexOf(words), text.indexOf(words) + words.length]
    const entities = [
      { type: 'person', salience: 5, mentions: [at('Ann Finch, the mayor')] },
      { type: 'organization', salience: 4, mentions: [at('The council')] },
      { type: 'time', salience: 0, mentions: [at('Monday')] },
    ]
    expect(await scoresOn('gum-actors', [{ id: '1', text, entities }])).toMatchObject({
      'salient-recall': 1,
      'actor-precision': 1,
    })
  })

  it('asks in both directions who is for or against whom, and finds it unasked', async () => {
    const sentence = 'Dana Ruiz condemned Omar Feld in a long speech at the town hall on Monday.'
    const item = { source: 'Dana Ruiz', target: 'Omar Feld', label: 'negative' }
    const rows = [
      { id: '1', text: sentence, class: 3, items: [item] },
      { id: '2', text: sentence, class: 4, items: [item] },
    ]
    expect(await scoresOn('directed-sentiment-classes', rows)).toMatchObject({ accuracy: 1 })
    expect(await scoresOn('seesaw-tuples', [{ id: '1', text: sentence, items: [item] }])).toMatchObject({
      'tuple-f1': 1,
    })
    const turned = { ...item, label: 'positive' }
    expect(await scoresOn('seesaw-tuples', [{ id: '1', text: sentence, items: [turned] }])).toMatchObject({
      'tuple-f1': 0,
      'tuple-pair-f1': 1,
    })
  })

  it('does not take two names for one because both have an "of"', async () => {
    const sentence = 'The Bank of Kenya condemned the Union of Norway in a long speech at the town hall on Monday.'
    const rows = (source: string, target: string) => [
      { id: '1', text: sentence, items: [{ source, target, label: 'negative' }] },
    ]
    const pairs = async (source: string, target: string) =>
      (await scoresOn('seesaw-tuples', rows(source, target)))['tuple-pair-f1']
    expect(await pairs('Bank of Kenya', 'Union of Norway')).toBe(1)
    expect(await pairs('League of Brazil', 'House of Peru')).toBe(0)
  })

  it('names the rules where they are measured, though a model is named, and the file that was read', async () => {
    await using server = await scriptedServer(honestModel, { models: ['small'] })
    const row = { id: '1', text, summary: 'The council met.', label: 'consistent' }
    await writeFile(join(folder, 'test.jsonl'), JSON.stringify(row))
    const args = ['eval', '--model', 'small', '--dataset', 'qags', '--data', folder, '--json']
    const { stdout } = await runStandpoint(args, folder, { env: { OPENAI_BASE_URL: server.baseUrl } })
    expect(JSON.parse(stdout)).toMatchObject({
      system: { name: 'extractive' },
      byRules: expect.stringContaining('rules'),
      file: join(folder, 'test.jsonl'),
    })
  })

  it('refuses a file without rows, and a label that nobody knows', async () => {
    await writeFile(join(folder, 'test.jsonl'), '\n')
    const empty = await standpoint('eval', '--dataset', 'seesaw', '--data', folder)
    expect([empty.status, empty.stderr]).toEqual([1, expect.stringContaining('the file holds no row')])
    const rows = ['negative', 'angry'].map((label, index) =>
      JSON.stringify({ id: `${index}`, text, items: [{ source: 'Ann Finch', target: 'the quay', label }] }),
    )
    await writeFile(join(folder, 'test.jsonl'), rows.join('\n'))
    const { stderr } = await standpoint('eval', '--dataset', 'seesaw', '--data', folder)
    expect(stderr).toContain('test.jsonl, line 2')
    expect(stderr).toContain('"disagree"')
  })

  it('refuses at once what it cannot do', async () => {
    const refused = await standpoint('eval', '--save', join(folder, 'nowhere', 'run.json'))
    expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('OUTPUT_UNWRITABLE')])
    const limited = await standpoint('eval', '--dataset', 'qags', '--data', folder, '--limit', 'ten')
    expect([limited.status, limited.stderr]).toEqual([2, expect.stringContaining('--limit must be a whole number')])
    const idle = await standpoint('eval', '--dataset', 'qags', '--data', folder, '--twice', '--half', 'test')
    expect([idle.status, idle.stderr]).toEqual([2, expect.stringContaining('--half --twice --dataset')])
  })

  it('reads a row with a line separator of Unicode in it', async () => {
    const row = { id: '1', text: `${text}\u2028`, summary: 'The council met.', label: 'consistent' }
    await writeFile(join(folder, 'test.jsonl'), JSON.stringify(row))
    const { stdout } = await standpoint('eval', '--dataset', 'qags', '--data', folder, '--json')
    expect(JSON.parse(stdout)).toMatchObject({ rows: 1 })
  })

  it('tells which line of a data set lacks what', async () => {
    await writeFile(join(folder, 'test.jsonl'), '{"id":"1","text":"Some text."}\n')
    const { stderr, status } = await standpoint('eval', '--dataset', 'qags', '--data', folder)
    expect(status).toBe(1)
    expect(stderr).toContain('test.jsonl, line 1')
    expect(stderr).toContain('summary')
    expect(stderr).toContain('DATASET_INVALID')
  })

  it('names the data sets that there are', async () => {
    const { stderr, status } = await standpoint('eval', '--dataset', 'nope', '--data', folder)
    expect(status).toBe(2)
    expect(stderr).toContain('polnear (folder polnear): PolNeAR: who said what')
    expect(stderr).toContain('gum-actors (folder gum-news)')
  })
})
