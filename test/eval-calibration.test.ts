import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { choosing } from '../pipeline/engines/choosing-model.fake.ts'
import { honestModel, sentenceReader } from '../pipeline/engines/honest-model.fake.ts'
import { afterProbe, asksAboutArticle } from '../pipeline/engines/lying-model.fake.ts'
import { says } from '../pipeline/engines/scripted-answers.fake.ts'
import { type ChatRequest, type Script, scriptedServer } from '../pipeline/engines/scripted-server.fake.ts'
import { CalibrationFile } from '../pipeline/schema/recipe.ts'
import { runStandpoint } from './run-standpoint.ts'

describe('standpoint eval --calibrate', { timeout: 120_000 }, () => {
  it('writes what is promised of labels that gold has too, for --calibration', async () => {
    await using house = await openHouse()
    const { stderr, calibration } = await house.calibrated('--recall 0.3 --probability 0.6')
    expect(calibration).toMatchObject({
      model: 'small',
      promise: { kind: 'recall', value: 0.3, probability: 0.6, articles: expect.any(Number), against: 'gold' },
    })
    expect(stderr).toContain('Right is a label that gold has too.')
    expect(house.large.requests).toEqual([])
  })

  it('asks a larger model for the stances alone, at its own server, and takes what it says as right', async () => {
    await using house = await openHouse()
    const { stderr, calibration } = await house.calibrated('--against large --recall 0.3 --probability 0.6')
    expect(calibration.promise).toMatchObject({ kind: 'recall', against: 'large' })
    expect(stderr).toContain('Right is a label that large gives too: no label of gold was looked at.')
    expect(stderr).toContain('large gave no usable answer on the stances of 1 of 4 articles: they are left out.')
    const asked = house.large.requests.filter(asksAboutArticle)
    expect(new Set(asked.map(firstSentence)).size).toBe(ARTICLES)
    for (const { messages } of asked) expect(JSON.stringify(messages.slice(1))).not.toMatch(/"brief|headline|keyPoints/)
    expect(house.large.headers.every(({ authorization }) => authorization === 'Bearer key-of-the-large')).toBe(true)
    expect(house.small.requests.every(({ model }) => model === 'small')).toBe(true)
  })
})

describe('standpoint eval --larger', { timeout: 120_000 }, () => {
  it('scores a small model with a larger one behind it, which is found at its own server', async () => {
    await using house = await openHouse()
    const all = 'eval --model small --mode guided --step reactions=extractive --larger large --below 0.99 --limit 2'
    const { status, stderr, stdout } = await house.run(all, { STANDPOINT_LARGER_MODEL: '' })
    expect([status, stderr]).toEqual([0, stderr])
    expect(stdout).toContain('small, guided')
    expect(house.large.requests.filter(asksAboutArticle).length).toBeGreaterThan(0)
    expect(house.small.requests.every(({ model }) => model === 'small')).toBe(true)
  })
})

const ARTICLES = 4

/** A folder, and two FAKE servers: a small model that gives odds, and a large one that does not answer on one of the articles. */
async function openHouse() {
  const cleaning = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'standpoint-calibration-'))
  cleaning.defer(() => rm(folder, { recursive: true, force: true }))
  const small = cleaning.use(await scriptedServer(sureOfSome, { models: ['small'] }))
  const large = cleaning.use(await scriptedServer(afterProbe(silentOnOne()), { models: ['large'] }))
  const env = {
    OPENAI_BASE_URL: small.baseUrl,
    STANDPOINT_LARGER_MODEL: 'large',
    STANDPOINT_LARGER_BASE_URL: large.baseUrl,
    STANDPOINT_LARGER_API_KEY: 'key-of-the-large',
  }
  const run = (args: string, changed: Record<string, string> = {}) =>
    runStandpoint(args.split(' '), folder, { env: { ...env, ...changed } })
  const calibrated = async (args: string) => {
    const all = `eval --model small --mode guided --limit ${ARTICLES} --calibrate c.json ${args}`
    const { status, stderr } = await run(all)
    expect([status, stderr]).toEqual([0, stderr])
    const calibration = CalibrationFile.parse(JSON.parse(await readFile(join(folder, 'c.json'), 'utf8')))
    return { stderr, calibration }
  }
  return { small, large, run, calibrated, [Symbol.asyncDispose]: () => cleaning.disposeAsync() }
}

/** A FAKE that says "oppose" of everybody whom a sentence names, but gives no usable answer on the first article. */
function silentOnOne(): Script {
  const opposing = sentenceReader(() => true)
  let silent: string | undefined
  return (request, index) => {
    silent ??= firstSentence(request)
    return firstSentence(request) === silent ? says('I would rather not.') : opposing(request, index)
  }
}

function firstSentence({ messages }: ChatRequest): string | undefined {
  return messages.map(({ content }) => /^\[1\] .*$/m.exec(content)?.[0]).find((line) => line !== undefined)
}

const guessing = choosing(honestModel, (labels, task) => {
  if (!labels.includes('oppose')) return undefined
  return task.length % 2 === 0
    ? { support: 0.04, oppose: 0.9, mixed: 0.02, neutral: 0.02, unstated: 0.02 }
    : { support: 0.4, oppose: 0.3, mixed: 0.05, neutral: 0.05, unstated: 0.2 }
})

/** A FAKE that is sure of some labels and guesses others, and gives probabilities to whatever is asked with them. */
const sureOfSome: Script = async (request, index) => {
  const scripted = await guessing(request, index)
  if (scripted.kind !== 'answer' || request.logprobs !== true) return scripted
  const body = JSON.parse(scripted.body)
  const [{ message }] = body.choices
  const token = message.content.slice(0, 10)
  const alternatives = Array.from({ length: 19 }, (_, other) => ({ token: `t${other}`, logprob: -3 }))
  body.choices[0].logprobs ??= {
    content: [{ token, logprob: -3, top_logprobs: [{ token, logprob: -3 }, ...alternatives] }],
  }
  return { ...scripted, body: JSON.stringify(body) }
}
