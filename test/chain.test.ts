import { describe, expect, it } from 'vitest'
import { analyse } from '../pipeline/analyse.ts'
import { honestModel, sentenceReader } from '../pipeline/engines/honest-model.fake.ts'
import { afterProbe, asksAboutArticle, lying } from '../pipeline/engines/lying-model.fake.ts'
import { inOrder, misbehaviours, refusing } from '../pipeline/engines/scripted-answers.fake.ts'
import { type Script, type Scripted, scriptedServer } from '../pipeline/engines/scripted-server.fake.ts'
import { read } from '../pipeline/rules/read.ts'
import type { Mode } from '../pipeline/schema/recipe.ts'
import { toArticle } from '../pipeline/text/article.ts'
import { readConfig } from '../workers/config.ts'
import { openEngines } from '../workers/engines.ts'
import { recipeOf } from '../workers/recipe-of.ts'
import { expectGrounded, writtenTexts } from './expect-grounded.ts'

const ARTICLE = `Ada Brun, the mayor of Tarn Bay, praised the closure of the old fish market as “long overdue”. The harbour board voted on Monday to close it by October.

Olav Renn opposes the closure. “We were told nothing and we will fight this,” Olav Renn told reporters. He said 40 stalls would be lost.

Mira Sand declined to comment.`

describe.each<Mode>(['chain', 'single'])('the chain in mode %s, over a fake server', (mode) => {
  it('turns the answers of an honest model into a grounded analysis', async () => {
    const { analysis, article } = await analyseWith(
      sentenceReader(() => true),
      ARTICLE,
      { mode },
    )
    expectGrounded(analysis, article)
    expect(analysis.actors.map((actor) => actor.name)).toContain('Olav Renn')
    expect(analysis.recipe.steps.stances).toMatchObject({ engine: 'openai', model: 'fake-model', mode })
  })

  it('lets nothing through that a lying model invents', async () => {
    const { analysis, article } = await analyseWith(lying(sentenceReader(() => true)), ARTICLE, { mode })
    expectGrounded(analysis, article)
    const written = writtenTexts(analysis).join('\n')
    expect(written).not.toMatch(/4,711|Quark|utter shame/)
    expect(analysis.grounding.dropped).toBeGreaterThan(0)
  })

  const faults: [name: string, answer: Scripted][] = Object.entries(misbehaviours).filter(
    ([name]) =>
      ![
        'hang',
        'wrongKey',
        'unknownModel',
        'quotaGone',
        'tooLong',
        'loading',
        'serverError',
        'reset',
        'half',
        'htmlPage',
        'htmlUnder200',
        'errorUnder200',
        'noChoices',
      ].includes(name),
  )
  it.each(faults)('gives a valid analysis that says what is missing when every answer is %s', async (_name, answer) => {
    const { analysis, article } = await analyseWith(
      afterProbe(() => answer),
      ARTICLE,
      { mode },
    )
    expectGrounded(analysis, article)
    expect(analysis.defects.length).toBeGreaterThan(0)
    const codes = new Set(analysis.grounding.warnings.map((warning) => warning.code))
    expect(codes).toContain('PART_EMPTY')
    expect(analysis.stances.every((stance) => stance.label === 'unstated')).toBe(true)
  })

  it('goes down the ladder when a server refuses schemas and tools, and says so', async () => {
    const script = refusing(
      ['response_format', 'tools', 'tool_choice'],
      sentenceReader(() => true),
    )
    const { analysis, article } = await analyseWith(script, ARTICLE, { mode })
    expectGrounded(analysis, article)
    expect(analysis.recipe.dialect?.structure).toBe('json-text')
    expect(analysis.actors.length).toBeGreaterThan(1)
  })

  it('asks once more, naming the fault, when one answer is broken', async () => {
    const script = afterProbe(
      inOrder(
        misbehaviours.notJson,
        sentenceReader(() => true),
      ),
    )
    const { analysis, article } = await analyseWith(script, ARTICLE, { mode })
    expectGrounded(analysis, article)
    expect(analysis.defects.map((defect) => defect.kind)).toEqual(
      expect.arrayContaining(['invalid-json', 'asked-again']),
    )
    expect(analysis.actors.length).toBeGreaterThan(1)
  })

  it('puts the evidence right by itself where the article says it in another sentence', async () => {
    const line = { sentences: [2], text: 'The harbour board voted on Monday to close it, and 40 stalls would be lost.' }
    const { analysis, article, requests } = await analyseWith(
      summarising({ headline: null, brief: [line], keyPoints: [] }),
      ARTICLE,
      { mode },
    )
    expectGrounded(analysis, article)
    const [told] = analysis.summary.brief
    expect(told).toMatchObject({ text: line.text, evidence: [{ sentence: 1 }, { sentence: 4 }] })
    expect(analysis.grounding.warnings).toContainEqual(
      expect.objectContaining({ code: 'EVIDENCE_MOVED', step: 'summary', claim: told?.id, note: true }),
    )
    expect(analysis.grounding.repaired).toBeGreaterThan(0)
    expect(requests.filter(asksForRepair)).toEqual([])
  })

  it('has a headline that is too long written again', async () => {
    const headline = (text: string) => ({ headline: { sentences: [2], text }, brief: [], keyPoints: [] })
    const long = 'The harbour board voted on Monday to close the old fish market of Tarn Bay by October'
    const short = 'Harbour board closes old fish market'
    const { analysis, requests } = await analyseWith(summarising(headline(long), headline(short)), ARTICLE, { mode })
    expect(analysis.summary.headline).toMatchObject({ id: 'h', text: short })
    const [repair, ...more] = requests.filter(asksForRepair)
    expect(repair?.messages.at(-1)?.content).toContain('It has 17 words; write 12 at most.')
    expect(more).toEqual([])
  })

  it('answers given questions about every article', async () => {
    const { analysis, article } = await analyseWith(honestModel, ARTICLE, {
      mode,
      targets: ['The state should subsidise fishing.'],
      actors: ['The Ministry of Food'],
    })
    expectGrounded(analysis, article)
    const given = analysis.issues.find((issue) => issue.given)
    const ministry = analysis.actors.find((actor) => actor.given)
    expect(given?.statement).toBe('The state should subsidise fishing.')
    expect(analysis.stances).toContainEqual(
      expect.objectContaining({ actor: ministry?.id, target: given?.id, label: 'unstated' }),
    )
  })
})

describe('an article of 60,000 words', () => {
  const facts = ['Elin Vasko', 'Tomas Oduya', 'Greta Lindqvist']
  const story = (name: string) => `${name} opposes the tunnel. ${name} said: “It will ruin the valley.”`
  const filler = 'The committee read further pages of the survey into the record without any debate on them. '
  const pages = (words: number) => Array.from({ length: words / 150 }, () => filler.repeat(10).trim()).join('\n\n')
  const text = [story('Elin Vasko'), pages(30_000), story('Tomas Oduya'), pages(30_000), story('Greta Lindqvist')].join(
    '\n\n',
  )

  it.each<Mode>(['chain', 'single'])(
    'keeps the facts of its start, middle and end, in mode %s',
    async (mode) => {
      const script = sentenceReader((sentence) => facts.some((name) => sentence.includes(name)))
      const { analysis, article, requests } = await analyseWith(script, text, { mode, contextTokens: 16_384 })
      expectGrounded(analysis, article)
      expect(analysis.actors.map((actor) => actor.name)).toEqual(expect.arrayContaining(facts))
      const against = analysis.stances.filter((stance) => stance.label === 'oppose').map((stance) => stance.actor)
      expect(new Set(against).size).toBe(3)
      const speakers = analysis.reactions.filter((reaction) => reaction.quote).map((reaction) => reaction.actor)
      expect(new Set(speakers).size).toBe(3)
      const digest = requests.filter(({ messages }) =>
        facts.every((name) => messages.some(({ content }) => content.includes(`] ${name} opposes`))),
      )
      expect(digest.length, 'the summary is asked over the main sentences of all windows').toBe(1)
      expect(analysis.summary.brief.length).toBeGreaterThan(0)
      if (mode === 'single') expect(analysis.defects.map((defect) => defect.kind)).toContain('single-as-chain')
    },
    60_000,
  )
})

type Options = { mode: Mode; contextTokens?: number; targets?: string[]; actors?: string[] }

async function analyseWith(script: Script, text: string, { mode, contextTokens, ...given }: Options) {
  await using server = await scriptedServer(script, { models: ['fake-model'] })
  const config = readConfig({
    OPENAI_BASE_URL: server.baseUrl,
    OPENAI_API_KEY: 'none',
    STANDPOINT_MODEL: 'fake-model',
    STANDPOINT_CONTEXT_TOKENS: String(contextTokens ?? 32_768),
  })
  const engines = openEngines(config, { patience: { longestMs: 100, totalMs: 100 } })
  const recipe = await recipeOf({ mode, ...given }, { config, engines })
  const article = toArticle({ id: 'article', text, language: 'en' })
  const analysis = await analyse(read(article), recipe, { engineFor: engines.engineFor(recipe) })
  return { analysis, article, requests: server.requests }
}

/** Honest, but that the summary is this, and in a repair that. */
function summarising(first: unknown, repaired: unknown = first): Script {
  return async (request, index) => {
    const scripted = await honestModel(request, index)
    if (!asksAboutArticle(request) || scripted.kind !== 'answer') return scripted
    const body = JSON.parse(scripted.body)
    const answer = JSON.parse(body.choices[0].message.content)
    if ('summary' in answer) answer.summary = first
    else if ('brief' in answer) Object.assign(answer, asksForRepair(request) ? repaired : first)
    body.choices[0].message.content = JSON.stringify(answer)
    return { ...scripted, body: JSON.stringify(body) }
  }
}

function asksForRepair({ messages }: Parameters<Script>[0]): boolean {
  return messages.some(({ content }) => content.includes('have faults'))
}

describe('the chain without a model', () => {
  it('reads a sentence without end in bounded time', async () => {
    const config = readConfig({})
    const engines = openEngines(config)
    const recipe = await recipeOf({ engine: 'extractive' }, { config, engines })
    const told = 'had opposed Omar Feld '.repeat(16_000)
    const text = `The mayor said the council will close the quay. Dana Ruiz said she ${told}until two years ago.`
    const started = process.cpuUsage()
    await analyse(read(toArticle({ id: 'article', text })), recipe, { engineFor: engines.engineFor(recipe) })
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(9)
  }, 60_000)
})
