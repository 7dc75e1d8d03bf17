import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { sentenceReader } from '../pipeline/engines/honest-model.fake.ts'
import { asksAboutArticle, lying } from '../pipeline/engines/lying-model.fake.ts'
import { misbehaviours } from '../pipeline/engines/scripted-answers.fake.ts'
import {
  type ChatRequest,
  type Scripted,
  type ScriptedServer,
  scriptedServer,
} from '../pipeline/engines/scripted-server.fake.ts'
import { Result } from '../pipeline/schema/analysis.ts'
import { type BatchSummary, runBatch } from '../workers/batch.ts'
import { readConfig } from '../workers/config.ts'
import { openEngines } from '../workers/engines.ts'
import { recipeOf } from '../workers/recipe-of.ts'
import { openRuntime } from '../workers/runtime.ts'
import { articlesOf, newPlace, numberedReports, reportOn } from './places.ts'
import { type Run, runStandpoint } from './run-standpoint.ts'
import { startServers } from './servers.ts'

// A small model whose reactions fail a check, and a larger one on a server of its own that is asked to mend them.

const servers = await startServers()
afterAll(() => servers?.[Symbol.asyncDispose]())

describe('analyze, with a larger model whose server goes down', { timeout: 120_000 }, () => {
  it('keeps what the small one answered, says so, and asks only what is missing when it is run again', async () => {
    await using pair = await cascade(misbehaviours.reset)
    const broken = await pair.analyze()
    expect(broken).toMatchObject({ status: 1, stdout: '' })
    const paid = pair.small.asked().length
    expect(broken.stderr).toContain('MODEL_UNREACHABLE')
    expect(broken.stderr).toContain(pair.large.baseUrl)
    expect(broken.stderr).toContain(`${paid} answers that models gave are kept in ${join(pair.data, 'unfinished')}`)
    expect(broken.stderr).toContain('the same command goes on from there')
    pair.large.mend()
    const { status, stdout, stderr } = await pair.analyze()
    expect(stderr).toContain(`Models answered ${paid} questions before: those are not asked again.\n`)
    expect(status).toBe(0)
    expect(Result.parse(JSON.parse(stdout)).analysis.usage.replayed).toBe(paid)
    expect(pair.small.asked()).toHaveLength(paid)
    await pair.analyze()
    expect(pair.small.asked()).toHaveLength(2 * paid)
  })

  it('gives those answers to another recipe that asks the same, and keeps them for the first one', async () => {
    await using pair = await cascade(misbehaviours.serverError)
    await pair.analyze()
    const asked = new Set(pair.small.asked())
    const alone = await pair.analyze([])
    expect(alone.status).toBe(0)
    expect(pair.small.asked()).toHaveLength(new Set(pair.small.asked()).size)
    expect(new Set(pair.small.asked()).isSupersetOf(asked)).toBe(true)
    const before = pair.small.asked().length
    pair.large.mend()
    expect((await pair.analyze()).status).toBe(0)
    expect(pair.small.asked()).toHaveLength(before)
  })

  it('keeps them where all were given and the page cannot be written', async () => {
    await using pair = await cascade(misbehaviours.reset)
    pair.large.mend()
    const flags = ['--larger', 'large', '--html', join(pair.data, 'no', 'such', 'folder.html')]
    const { status, stderr } = await pair.analyze(flags)
    expect({ status, stderr }).toMatchObject({ status: 1, stderr: expect.stringContaining('OUTPUT_UNWRITABLE') })
    const paid = pair.small.asked().length + pair.large.asked().length
    expect((await pair.analyze()).status).toBe(0)
    expect(pair.small.asked().length + pair.large.asked().length).toBe(paid)
    expect(await readdir(join(pair.data, 'unfinished'))).toEqual([])
  })

  it('says so where they cannot be kept', async () => {
    await using pair = await cascade(misbehaviours.reset)
    await mkdir(pair.data)
    await writeFile(join(pair.data, 'unfinished'), 'a file in the place of the folder')
    const { stderr } = await pair.analyze()
    expect(stderr).toContain('What models had answered could not be kept')
  })

  it('leaves nothing behind where it succeeds, and tells no cost where one of the two has no price', async () => {
    await using pair = await cascade(misbehaviours.reset)
    pair.large.mend()
    const { status, stdout, stderr } = await pair.analyze()
    expect(status).toBe(0)
    expect(stderr).toBe('STANDPOINT_PRICES has no price for large: what an article costs is not told.\n')
    expect(Result.parse(JSON.parse(stdout)).analysis.usage).not.toHaveProperty('costUsd')
    expect(await readdir(pair.data).catch(() => [])).toEqual([])
  })
})

const places = [['embedded', undefined] as const, ...(servers ? [['on a fleet', servers] as const] : [])]

describe.each(places)('a batch %s', { timeout: 240_000 }, (_, fleet) => {
  it('waits with what needs the larger model, whose settings a worker may lack, and pays for nothing twice', async () => {
    await using place = await newPlace(fleet)
    await using pair = await cascade(misbehaviours.reset)
    const config = readConfig({ ...place.env, ...pair.env })
    const engines = openEngines(config)
    const recipe = await recipeOf({ mode: 'chain' }, { config, engines })
    await using runtime = await openRuntime(config, { engines })
    await using workers = new AsyncDisposableStack()
    const { STANDPOINT_LARGER_MODEL: _model, STANDPOINT_LARGER_BASE_URL: _url, ...fewer } = pair.env
    const lacking = readConfig({ ...place.env, ...fewer, STANDPOINT_LOG: 'silent' })
    const poor = runtime.isFleet ? workers.use(await openRuntime(lacking)) : undefined
    await poor?.work()
    const records = articlesOf(numberedReports(4))
    const running: Promise<BatchSummary> = runBatch(runtime, { records, recipe, out: place.out })
    while (poor?.unable() === undefined && runtime.isFleet) await sleep(50)
    if (runtime.isFleet) await workers.use(await openRuntime(config, { engines })).work()
    while (pair.large.asked().length < 3) await sleep(50)
    pair.large.mend()
    const { costUsd, ...summary } = await running
    expect(summary).toMatchObject({ total: 4, done: 4, failed: 0 })
    expect(costUsd).toBeUndefined()
    expect(pair.small.asked()).toHaveLength(new Set(pair.small.asked()).size)
    expect(pair.small.requests.every(({ model }) => model === 'small')).toBe(true)
    if (poor) expect(poor.unable()?.fix).toContain('Set STANDPOINT_LARGER_MODEL=large')
    const { lines, total } = await runtime.store.ledgerReport('model')
    expect(total).toMatchObject({ waste: 0, unpriced: pair.large.answered() })
    expect(lines).toMatchObject([
      { key: 'large', unpriced: total.unpriced },
      { key: 'small', unpriced: 0 },
    ])
    expect(lines.map((line) => line.costUsd)).toEqual([undefined, expect.closeTo(total.costUsd ?? 0)])
  })
})

type Asked = ScriptedServer & { asked(): string[] }
type Pair = AsyncDisposable & {
  small: Asked
  /** Answers every question about an article with a fault, until it is mended. */
  large: Asked & { mend(): void; answered(): number }
  data: string
  env: Record<string, string>
  analyze(flags?: readonly string[]): Promise<Run>
}

async function cascade(fault: Scripted): Promise<Pair> {
  await using opened = new AsyncDisposableStack()
  const place = opened.use(await newPlace(undefined))
  const reader = sentenceReader(() => true)
  const liar = lying(reader)
  let isDown = true
  let answered = 0
  const small = opened.use(
    await scriptedServer((request, index) => (isAboutReactions(request) ? liar : reader)(request, index), {
      models: ['small'],
    }),
  )
  const large = opened.use(
    await scriptedServer(
      (request, index) => {
        if (!asksAboutArticle(request)) return reader(request, index)
        if (isDown) return fault
        answered++
        return reader(request, index)
      },
      { models: ['large'] },
    ),
  )
  const env = {
    OPENAI_BASE_URL: small.baseUrl,
    STANDPOINT_MODEL: 'small',
    STANDPOINT_LARGER_MODEL: 'large',
    STANDPOINT_LARGER_BASE_URL: large.baseUrl,
    STANDPOINT_PRICES: 'small=1/0.5/2',
  }
  const data = join(place.folder, 'data')
  const closing = opened.move()
  return {
    small: { ...small, asked: () => askedOf(small) },
    large: {
      ...large,
      asked: () => askedOf(large),
      mend: () => {
        isDown = false
      },
      answered: () => answered,
    },
    data,
    env,
    analyze: (flags = ['--larger', 'large']) => {
      const args = ['analyze', '-', '--json', '--mode', 'chain', '--data', data, ...flags]
      const { STANDPOINT_LARGER_MODEL: _, ...settings } = env
      return runStandpoint(args, place.folder, { input: reportOn('tolls'), env: settings })
    },
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  }
}

const isAboutReactions = ({ messages }: ChatRequest) =>
  messages.at(-1)?.content.includes('Task: list the reactions') ?? false

function askedOf({ requests }: ScriptedServer): string[] {
  return requests.filter(asksAboutArticle).map((request) => JSON.stringify(request))
}
