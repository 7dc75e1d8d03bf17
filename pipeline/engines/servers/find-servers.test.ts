import { describe, expect, it } from 'vitest'
import { json, misbehaviours } from '../scripted-answers.fake.ts'
import { type ScriptedPages, type ScriptedServer, scriptedServer } from '../scripted-server.fake.ts'
import { findServers, type UsualPort } from './find-servers.ts'
import { llamaCpp, ollama } from './known-servers.fake.ts'

const serving = (pages: ScriptedPages) => scriptedServer(() => misbehaviours.empty, pages)
const portOf = ({ baseUrl }: ScriptedServer): UsualPort => ({ port: Number(new URL(baseUrl).port), usually: 'a fake' })
/** Nobody listens there. */
const NOBODY: UsualPort = { port: 1, usually: 'nobody' }

describe('looking for servers', () => {
  it('finds that of the settings and those at the usual ports, and says why there is none elsewhere', async () => {
    await using own = await serving(llamaCpp.pages)
    await using other = await serving(ollama.pages)
    const looked = await findServers({ baseUrl: own.baseUrl, apiKey: 'sk-secret' }, { ports: [portOf(other), NOBODY] })
    expect(looked).toMatchObject([
      { kind: 'found', place: { from: 'settings' }, listing: { kind: 'llama.cpp' } },
      { kind: 'found', place: { from: 'port' }, listing: { kind: 'Ollama' } },
      { kind: 'missing', reason: 'nobody listens' },
    ])
  })

  it('sends the key of the settings to the server of the settings alone', async () => {
    await using own = await serving(llamaCpp.pages)
    await using other = await serving(ollama.pages)
    await findServers({ baseUrl: own.baseUrl, apiKey: 'sk-secret' }, { ports: [portOf(other)] })
    expect(new Set(own.visits.map(({ authorization }) => authorization))).toEqual(new Set(['Bearer sk-secret']))
    expect(new Set(other.visits.map(({ authorization }) => authorization))).toEqual(new Set(['Bearer none']))
  })

  it('follows nobody who sends it elsewhere', async () => {
    await using elsewhere = await serving(ollama.pages)
    const models = json(307, {}, { location: `${elsewhere.baseUrl}/models` })
    await using own = await serving({ models })
    const looked = await findServers({ baseUrl: own.baseUrl, apiKey: 'sk-secret' }, { ports: [] })
    expect(looked).toMatchObject([{ kind: 'found', listing: { isList: false } }])
    expect(elsewhere.visits).toEqual([])
  })

  it('looks once at a server that has two names', async () => {
    await using own = await serving(llamaCpp.pages)
    const baseUrl = own.baseUrl.replace('127.0.0.1', 'localhost')
    const looked = await findServers({ baseUrl, apiKey: 'sk-secret' }, { ports: [portOf(own)] })
    expect(looked).toHaveLength(1)
  })

  it('asks no model anything', async () => {
    await using server = await serving(llamaCpp.pages)
    await findServers(undefined, { ports: [portOf(server)] })
    expect(server.requests).toEqual([])
  })

  it.each([
    ['a web server', misbehaviours.htmlUnder200, 'something answers, but lists no models'],
    ['a server that wants a key', json(401, {}), 'something answers, and wants a key'],
    ['a server that breaks off', misbehaviours.reset, 'no answer (ECONNRESET)'],
    ['a server that never answers', misbehaviours.hang, 'no answer (TimeoutError)'],
  ])('tells what it met: %s', async (_what, models, reason) => {
    await using server = await serving({ models })
    expect(await findServers(undefined, { ports: [portOf(server)] })).toMatchObject([{ kind: 'missing', reason }])
  })
})
