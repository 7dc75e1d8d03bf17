import { describe, expect, it } from 'vitest'
import { analyse } from '../pipeline/analyse.ts'
import { choosing, type OddsOf } from '../pipeline/engines/choosing-model.fake.ts'
import { honestModel, sentenceReader } from '../pipeline/engines/honest-model.fake.ts'
import { afterProbe, asksAboutArticle, lying } from '../pipeline/engines/lying-model.fake.ts'
import { answers, misbehaviours, refusing } from '../pipeline/engines/scripted-answers.fake.ts'
import { type Script, scriptedServer } from '../pipeline/engines/scripted-server.fake.ts'
import { read } from '../pipeline/rules/read.ts'
import type { Calibration } from '../pipeline/schema/recipe.ts'
import { toArticle } from '../pipeline/text/article.ts'
import { readConfig } from '../workers/config.ts'
import { openEngines } from '../workers/engines.ts'
import { recipeOf } from '../workers/recipe-of.ts'
import { expectGrounded, writtenTexts } from './expect-grounded.ts'

const ARTICLE = `Ada Brun, the mayor of Tarn Bay, praised the closure of the old fish market as “long overdue”. The harbour board voted on Monday to close it by October.

“I have sold cod here since I was nine,” said Olav Renn. He leads the stallholders’ guild, which has 40 members.

Mira Sand declined to comment.`

const LONG_SENTENCES = `The harbour board of Tarn Bay voted on Monday evening, after four hours of a debate that drew a large crowd, to close the old fish market at the northern quay by the end of October.

Olav Renn, who leads the guild of the stallholders and has sold cod at the northern quay since he was nine years old, said on Tuesday that the members of the guild would fight the closure of the market in court.

Mayor Ada Brun, who was elected in the spring on a promise to rebuild the northern quay, praised the closure of the market as a step that the town had put off for twenty years and could no longer afford to put off.`

/** Renn is against it, nearly surely, Brun rather for it; all others get what a model gives to everybody. */
const RENN: OddsOf = (labels, task) => {
  if (!labels.includes('oppose')) return undefined
  if (task.includes('Actor: Ada Brun.'))
    return { support: 0.8, oppose: 0.03, mixed: 0.02, neutral: 0.05, unstated: 0.1 }
  return task.includes('Actor: Olav Renn.')
    ? { support: 0.02, oppose: 0.965, mixed: 0.005, neutral: 0.005, unstated: 0.005 }
    : { support: 0.6, oppose: 0.1, mixed: 0.05, neutral: 0.05, unstated: 0.2 }
}

describe('mode guided, over a fake server', () => {
  it('asks every actor apart, with the same words before the question, and reads the odds of the label', async () => {
    const { analysis, article, requests } = await guided(choosing(honestModel, RENN))
    expectGrounded(analysis, article)
    const asked = requests.filter(({ messages }) => messages.at(-1)?.content.includes('say where one actor stands'))
    expect(asked.length).toBe(analysis.actors.length + 1)
    for (const request of asked) expect(request).toMatchObject({ logprobs: true, top_logprobs: 20 })
    const starts = asked.map(
      ({ messages }) =>
        messages
          .map(({ content }) => content)
          .join('\n')
          .split('What the article')[0],
    )
    expect(new Set(starts).size).toBe(1)
    expect(stanceOf(analysis, 'Olav Renn')).toMatchObject({
      label: 'oppose',
      voice: 'self',
      evidence: [{ text: expect.stringContaining('cod') }],
      confidence: { calibrated: false },
    })
    expect(stanceOf(analysis, 'Olav Renn')?.confidence?.value).toBeGreaterThan(0.75)
  })

  it('divides out what a model says of somebody whom the article does not name', async () => {
    const favouring: OddsOf = (labels, task) => {
      if (!labels.includes('oppose')) return undefined
      const renn = { support: 0.5, oppose: 0.48, mixed: 0.005, neutral: 0.01, unstated: 0.005 }
      return task.includes('Actor: Olav Renn.')
        ? renn
        : { support: 0.95, oppose: 0.02, mixed: 0.01, neutral: 0.01, unstated: 0.01 }
    }
    const { analysis } = await guided(choosing(honestModel, favouring))
    expect(stanceOf(analysis, 'Olav Renn')?.label).toBe('oppose')
  })

  it('leaves a label unstated that is not sure enough, and says how sure the others are', async () => {
    const calibration = { slope: 1, intercept: 0, threshold: 0.75, model: 'fake-model' }
    const { analysis, article } = await guided(choosing(honestModel, RENN), { calibration })
    expectGrounded(analysis, article)
    expect(stanceOf(analysis, 'Olav Renn')).toMatchObject({ label: 'oppose', confidence: { calibrated: true } })
    const sides = analysis.stances.filter(({ label, confidence }) => label !== 'unstated' && confidence !== undefined)
    for (const { confidence } of sides) expect(confidence?.value).toBeGreaterThanOrEqual(0.75)
    expect(analysis.stances.some(({ label, confidence }) => label === 'unstated' && !confidence)).toBe(true)
  })

  it('works where a server gives no probabilities', async () => {
    const { analysis, article, requests } = await guided(refusing(['logprobs', 'top_logprobs'], honestModel))
    expectGrounded(analysis, article)
    expect(requests.at(-1)).not.toHaveProperty('logprobs')
    expect(analysis.stances.every(({ confidence }) => confidence === undefined)).toBe(true)
    expect(analysis.reactions.length).toBeGreaterThan(0)
  })

  it('lets nothing through that a lying model invents', async () => {
    const { analysis, article } = await guided(lying(sentenceReader(() => true)))
    expectGrounded(analysis, article)
    expect(writtenTexts(analysis).join('\n')).not.toMatch(/4,711|Quark|utter shame/)
    expect(analysis.summary.brief.length).toBeGreaterThan(0)
  })

  it('puts the sentence of the article in the place of a line that says otherwise, and of no other line', async () => {
    const turned = 'Olav Renn said on Tuesday that the members of the guild would not fight the closure of the market.'
    const brief = [
      'The harbour board of Tarn Bay voted on Monday to close the old fish market by October.',
      turned,
      'Mayor Ada Brun praised the closure of the market as a step that the town had put off.',
    ]
    const shortening: Script = (request, index) =>
      request.messages.at(-1)?.content.includes('shorten these sentences')
        ? answers(request, { brief, headline: 'Harbour board votes to close fish market' })
        : honestModel(request, index)
    const { analysis, article } = await guided(shortening, { text: LONG_SENTENCES })
    expectGrounded(analysis, article)
    const [, renn] = LONG_SENTENCES.split('\n\n')
    expect(analysis.summary.brief.map(({ text }) => text)).toEqual([brief[0], renn, brief[2]])
    expect(analysis.grounding.warnings).toContainEqual(expect.objectContaining({ code: 'TEXT_DROPPED', claim: 'b2' }))
  })

  it('says that it sees little in a language without word lists', async () => {
    const text = 'Мэр Иван Петров поддержал закрытие рынка. «Это давно пора», — сказал Петров в понедельник.'
    const { analysis, article } = await guided(honestModel, { text, language: 'ru' })
    expectGrounded(analysis, article)
    expect(analysis.grounding.warnings).toContainEqual({
      code: 'LANGUAGE_UNSUPPORTED',
      message: expect.stringContaining('actors, summary, stances, reactions'),
    })
  })

  it.each(['notJson', 'empty', 'wrongShape', 'thinksOnly', 'declines', 'truncated', 'loops', 'filtered'] as const)(
    'gives what the rules know where every answer is %s, and says so',
    async (fault) => {
      const { analysis, article } = await guided(afterProbe(() => misbehaviours[fault]))
      expectGrounded(analysis, article)
      expect(analysis.defects.length).toBeGreaterThan(0)
      expect(analysis.grounding.warnings.map(({ code }) => code)).toContain('UNANSWERED')
      expect(stanceOf(analysis, 'Ada Brun')?.label).toBe('support')
      expect(analysis.summary.brief.length).toBeGreaterThan(0)
    },
  )
})

describe('a larger model', () => {
  it('is asked for the stances that the first is not sure of, once and together, and settles them', async () => {
    const { analysis, article, large, small } = await cascade(labelling('mixed'))
    expectGrounded(analysis, article)
    const asked = large.filter(asksAboutArticle)
    expect(asked).toHaveLength(1)
    expect(asked[0]?.messages.at(-1)?.content).not.toContain('the stance of Olav Renn')
    expect(stanceOf(analysis, 'Olav Renn')).toMatchObject({ label: 'oppose', confidence: {} })
    const settled = analysis.stances.filter(({ label }) => label === 'mixed')
    expect(settled.length).toBeGreaterThan(0)
    for (const stance of settled) expect(stance.model).toBe('large')
    expect(stanceOf(analysis, 'Olav Renn')).not.toHaveProperty('model')
    expect(analysis.grounding.warnings).toContainEqual(expect.objectContaining({ code: 'ESCALATED', note: true }))
    expect(small.filter(asksAboutArticle).every(({ model }) => model === 'small')).toBe(true)
  })

  it('is asked closed questions too where they suit it, of the doubted actors alone, and abstains where it is not sure either', async () => {
    const sure: OddsOf = (labels, task) =>
      labels.includes('oppose') && task.includes('Actor: Ada Brun.')
        ? { support: 0.9, oppose: 0.04, mixed: 0.02, neutral: 0.02, unstated: 0.02 }
        : { support: 0.3, oppose: 0.3, mixed: 0.1, neutral: 0.1, unstated: 0.2 }
    const { analysis, article, large } = await cascade(choosing(honestModel, sure), {
      below: 0.75,
      largeMode: 'guided',
    })
    expectGrounded(analysis, article)
    const tasks = large.filter(asksAboutArticle).map(({ messages }) => messages.at(-1)?.content ?? '')
    expect(tasks.length).toBeGreaterThan(1)
    for (const task of tasks) expect(task).toContain('say where one actor stands')
    expect(tasks.join()).not.toContain('Actor: Olav Renn.')
    expect(stanceOf(analysis, 'Olav Renn')).toMatchObject({ label: 'oppose', confidence: {} })
    expect(stanceOf(analysis, 'Ada Brun')).toMatchObject({ label: 'support', confidence: {}, model: 'large' })
    expect(stanceOf(analysis, 'Ada Brun')?.confidence?.value).toBeGreaterThan(0.75)
    expect(stanceOf(analysis, 'Mira Sand')?.label).not.toBe('support')
  })

  it('is believed where it says that the article does not tell', async () => {
    const { analysis: alone } = await guided(choosing(honestModel, RENN))
    expect(stanceOf(alone, 'Ada Brun')).toMatchObject({ label: 'support', confidence: {} })
    const { analysis } = await cascade(labelling('unstated'), { below: 0.99 })
    for (const stance of analysis.stances) expect(stance).not.toHaveProperty('confidence')
    expect(analysis.stances.every(({ label }) => label === 'unstated')).toBe(true)
  })

  it('changes nothing where what it says is not borne by the article', async () => {
    const { analysis: alone } = await guided(choosing(honestModel, RENN))
    const { analysis, article } = await cascade(
      labelling('oppose', () => 3),
      { below: 0.99 },
    )
    expectGrounded(analysis, article)
    expect(stanceOf(analysis, 'Ada Brun')).toEqual(stanceOf(alone, 'Ada Brun'))
  })
})

/** A small model that is asked closed questions, and a larger one on another server for what it is not sure of. */
type Cascade = { below?: number; largeMode?: 'chain' | 'guided' }

async function cascade(script: Script, { below = 0.75, largeMode = 'chain' }: Cascade = {}) {
  await using small = await scriptedServer(choosing(honestModel, RENN), { models: ['small'] })
  await using large = await scriptedServer(script, { models: ['large'] })
  const config = readConfig({
    OPENAI_BASE_URL: small.baseUrl,
    OPENAI_API_KEY: 'key-of-the-small',
    STANDPOINT_MODEL: 'small',
    STANDPOINT_LARGER_MODEL: 'large',
    STANDPOINT_LARGER_BASE_URL: large.baseUrl,
    STANDPOINT_LARGER_API_KEY: 'key-of-the-large',
  })
  const engines = openEngines(config)
  const plain = await recipeOf({ mode: 'guided', below }, { config, engines })
  const recipe = { ...plain, dialect: plain.dialect && { ...plain.dialect, topLogprobs: 20 } }
  expect(recipe.steps.stances).toMatchObject({ mode: 'guided', below, larger: { model: 'large', mode: 'chain' } })
  const { prompt, mode, larger } = recipe.steps.stances
  if (largeMode === 'guided' && larger) {
    const { sharedPrompt: _shared, dialect: _dialect, ...asked } = larger
    recipe.steps.stances.larger = { ...asked, mode, prompt }
  }
  const article = toArticle({ id: 'article', text: ARTICLE, language: 'en' })
  const analysis = await analyse(read(article), recipe, { engineFor: engines.engineFor(recipe) })
  return { analysis, article, small: small.requests, large: large.requests }
}

/** A FAKE that gives one label to every stance that it is asked about, each with a sentence that names its actor. */
function labelling(label: string, sentenceFor = (cited: number) => cited): Script {
  return (request, index) => {
    if (!asksAboutArticle(request)) return honestModel(request, index)
    const task = request.messages.at(-1)?.content ?? ''
    const cited = [...task.matchAll(/^\d+\. the stance of (.+?) towards .*\(cites (\d+)/gm)]
    const numbers = new Map(
      [...task.matchAll(/^A(\d+): ([^(\n]+)/gm)].map(([, number, name]) => [name?.trim(), Number(number)]),
    )
    const stances = cited.map(([, name, sentence]) => ({
      actor: numbers.get(name) ?? 0,
      target: 'I1',
      sentences: [sentenceFor(Number(sentence))],
      voice: 'self',
      label,
      rationale: null,
    }))
    return answers(request, { stances })
  }
}

type Made = Awaited<ReturnType<typeof guided>>['analysis']

function stanceOf(analysis: Made, name: string) {
  const actor = analysis.actors.find((each) => each.name === name)
  return analysis.stances.find((stance) => stance.actor === actor?.id && stance.target === analysis.mainIssue)
}

async function guided(
  script: Script,
  {
    calibration,
    text = ARTICLE,
    language = 'en',
  }: { calibration?: Calibration; text?: string; language?: string } = {},
) {
  await using server = await scriptedServer(script, { models: ['fake-model'] })
  const config = readConfig({ OPENAI_BASE_URL: server.baseUrl, OPENAI_API_KEY: 'none', STANDPOINT_MODEL: 'fake-model' })
  const engines = openEngines(config, { patience: { longestMs: 100, totalMs: 100 } })
  const plain = await recipeOf({ mode: 'guided' }, { config, engines })
  // The fake server gives no probabilities to the probe's questions.
  const recipe = {
    ...plain,
    dialect: plain.dialect && { ...plain.dialect, topLogprobs: 20 },
    ...(calibration && { calibration }),
  }
  const article = toArticle({ id: 'article', text, language })
  const analysis = await analyse(read(article), recipe, { engineFor: engines.engineFor(recipe) })
  return { analysis, article, requests: server.requests }
}
