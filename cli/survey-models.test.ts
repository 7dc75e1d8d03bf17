import { describe, expect, it } from 'vitest'
import { misbehaviours, refuses } from '../pipeline/engines/scripted-answers.fake.ts'
import { type ScriptedServer, scriptedServer } from '../pipeline/engines/scripted-server.fake.ts'
import type { UsualPort } from '../pipeline/engines/servers/find-servers.ts'
import { llamaCpp, lmStudio, ollama, vllm } from '../pipeline/engines/servers/known-servers.fake.ts'
import { type Found, modelsToAsk, type SurveyOptions, surveyModels } from './survey-models.ts'

const serving = ({ script, pages }: typeof llamaCpp) => scriptedServer(script, pages)
const portsOf = (...servers: ScriptedServer[]): UsualPort[] =>
  servers.map(({ baseUrl }) => ({ port: Number(new URL(baseUrl).port), usually: 'a fake' }))
const survey = (options: SurveyOptions) => surveyModels({ ports: [], ...options })

describe('a survey of models', () => {
  it('asks what is loaded, and recommends a model with its mode', async () => {
    await using server = await serving(ollama)
    const { probed, recommended } = await survey({ ports: portsOf(server) })
    expect(probed.map(({ model }) => model)).toEqual(['qwen2.5:7b'])
    expect(recommended).toMatchObject({
      model: 'qwen2.5:7b',
      mode: 'guided',
      reason: expect.stringContaining('7.6 billion'),
    })
  })

  it('prefers the model of the settings, else the larger one', async () => {
    await using small = await serving(llamaCpp)
    await using large = await serving(vllm())
    const [found, set] = [
      await survey({ ports: portsOf(small, large) }),
      await survey({ configured: { baseUrl: small.baseUrl, apiKey: 'none' }, ports: portsOf(large) }),
    ]
    expect([found.recommended?.model, found.recommended?.mode]).toEqual(['newsroom', 'chain'])
    expect([set.recommended?.model, set.recommended?.mode]).toEqual(['qwen-1.5b', 'guided'])
  })

  it('sends the key of the settings to no other server, in no call', async () => {
    await using own = await serving(llamaCpp)
    await using other = await serving(lmStudio)
    await survey({ configured: { baseUrl: own.baseUrl, apiKey: 'sk-secret' }, ports: portsOf(other) })
    const keys = [...other.visits, ...other.headers].map(({ authorization }) => authorization)
    expect(keys.length).toBeGreaterThan(3)
    expect(new Set(keys)).toEqual(new Set(['Bearer none']))
    expect(new Set(own.headers.map(({ authorization }) => authorization))).toEqual(new Set(['Bearer sk-secret']))
  })

  it('asks no model when it only lists', async () => {
    await using server = await serving(llamaCpp)
    const { looked, probed } = await survey({ ports: portsOf(server), isListOnly: true })
    expect([looked.length, probed, server.requests]).toEqual([1, [], []])
  })

  it('asks only the model that is named, by whichever server has it', async () => {
    await using one = await serving(llamaCpp)
    await using two = await serving(lmStudio)
    const { probed } = await survey({ ports: portsOf(one, two), model: 'openai/gpt-oss-20b' })
    expect(probed).toMatchObject([{ model: 'openai/gpt-oss-20b', mode: 'chain' }])
    expect(one.requests).toEqual([])
  })

  it('asks the model of the settings where it is', async () => {
    await using server = await serving(lmStudio)
    const { probed } = await survey({ ports: portsOf(server), usualModel: 'openai/gpt-oss-20b' })
    expect(probed.map(({ model }) => model)).toEqual(['openai/gpt-oss-20b'])
  })

  it('tells of a model that cannot be asked, and goes on with the others', async () => {
    await using broken = await scriptedServer(() => refuses('This model only embeds'), llamaCpp.pages)
    await using whole = await serving(lmStudio)
    const { probed, failed } = await survey({ ports: portsOf(broken, whole) })
    expect(failed).toMatchObject([{ model: 'qwen-1.5b', error: { code: 'MODEL_UNUSABLE' } }])
    expect(probed.map(({ model }) => model)).toEqual(['google/gemma-3-4b'])
  })

  it('says what was tried when there is nothing, and how to start something', async () => {
    const nothing = survey({ ports: [{ port: 1, usually: 'nobody' }] })
    await expect(nothing).rejects.toMatchObject({
      code: 'MODEL_UNREACHABLE',
      where: 'http://127.0.0.1:1/v1 (usually nobody): nobody listens',
      fix: expect.stringContaining('ollama serve'),
    })
  })

  it('says that the key of the settings is refused, without showing address or key whole', async () => {
    await using server = await scriptedServer(() => misbehaviours.wrongKey, { models: misbehaviours.wrongKey })
    const baseUrl = server.baseUrl.replace('http://', 'http://ida:hunter2@')
    const refused = survey({ configured: { baseUrl, apiKey: 'sk-secret' } })
    await expect(refused).rejects.toMatchObject({
      code: 'MODEL_KEY_REFUSED',
      where: expect.not.stringContaining('hunter2'),
    })
  })

  it('names the models that there are when none has the name', async () => {
    await using server = await serving(lmStudio)
    await expect(survey({ ports: portsOf(server), model: 'gpt-9' })).rejects.toMatchObject({
      code: 'MODEL_UNKNOWN',
      fix: expect.stringContaining('google/gemma-3-4b, openai/gpt-oss-20b'),
    })
  })

  it('asks a named model of a server that lists none', async () => {
    await using server = await scriptedServer(llamaCpp.script, { models: misbehaviours.htmlUnder200 })
    const configured = { baseUrl: server.baseUrl, apiKey: 'none' }
    expect((await survey({ configured, model: 'mine' })).probed).toMatchObject([{ model: 'mine' }])
    expect((await survey({ configured })).probed).toEqual([])
  })
})

describe('the models that are asked', () => {
  const model = (id: string, more = {}) => ({ id, aliases: [], isChat: true, isElsewhere: false, ...more })
  const at = (baseUrl: string, ...models: ReturnType<typeof model>[]): Found => ({
    kind: 'found',
    place: { baseUrl, apiKey: 'sk-secret', from: 'settings' },
    listing: { kind: 'a server of another kind', isList: true, models },
  })
  const hosted = (...names: string[]) => at('https://api.openai.com/v1', ...names.map((name) => model(name)))
  const own = (...models: ReturnType<typeof model>[]) => at('http://127.0.0.1:11434/v1', ...models)

  it('are none of a hosted provider but the one that is named', () => {
    expect(modelsToAsk(hosted('gpt-5', 'gpt-5-mini'), {})).toEqual([])
    expect(modelsToAsk(hosted('gpt-5', 'gpt-5-mini'), { usualModel: 'gpt-5-mini' })).toEqual(['gpt-5-mini'])
    expect(modelsToAsk(hosted('gpt-5', 'gpt-5-mini'), { model: 'gpt-5', usualModel: 'gpt-5-mini' })).toEqual(['gpt-5'])
    expect(modelsToAsk(hosted('gpt-5'), { model: 'qwen' })).toEqual([])
  })

  it("are one or two of a server of one's own", () => {
    const three = ['a', 'b', 'c'].map((id) => model(id))
    expect([modelsToAsk(own(...three), {}), modelsToAsk(own(...three.slice(1)), {})]).toEqual([['a'], ['b', 'c']])
  })

  it('are those that are loaded, and can read', () => {
    const models = [
      model('embed', { isChat: false, isLoaded: true }),
      model('cloud', { isElsewhere: true, isLoaded: true }),
      model('unloaded', { isLoaded: false }),
      model('loaded', { isLoaded: true }),
    ]
    expect(modelsToAsk(own(...models), {})).toEqual(['loaded'])
    expect(modelsToAsk(own(...models.slice(0, 2)), {})).toEqual([])
  })
})
