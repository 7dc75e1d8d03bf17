import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { scriptedServer } from '../pipeline/engines/scripted-server.fake.ts'
import { llamaCpp } from '../pipeline/engines/servers/known-servers.fake.ts'
import { runStandpoint } from './run-standpoint.ts'

// The real command line against a FAKE server. This machine's usual ports may be anybody's, so nothing is said about them.
describe('standpoint models', { timeout: 60_000 }, () => {
  const env = (baseUrl: string) => ({ OPENAI_BASE_URL: baseUrl, OPENAI_API_KEY: 'sk-secret' })

  it('tells a person what the model of the settings can do, and how to use it', async () => {
    await using server = await scriptedServer(llamaCpp.script, llamaCpp.pages)
    const { status, stdout, stderr } = await runStandpoint(['models', '--model', llamaCpp.model], tmpdir(), {
      env: env(server.baseUrl),
    })
    expect(status).toBe(0)
    for (const words of [
      'llama.cpp, from the settings',
      '1.8 billion',
      'guided. With about',
      'STANDPOINT_MODEL=qwen-1.5b',
    ]) {
      expect(stdout).toContain(words)
    }
    expect(stderr).toContain('about 5 short calls')
    expect(stdout + stderr).not.toContain('sk-secret')
  })

  it('answers programs with one document and nothing else', async () => {
    await using server = await scriptedServer(llamaCpp.script, llamaCpp.pages)
    const args = ['models', '--json', '--model', llamaCpp.model]
    const { status, stdout, stderr } = await runStandpoint(args, tmpdir(), { env: env(server.baseUrl) })
    expect([status, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toMatchObject({ recommended: { model: llamaCpp.model, mode: 'guided' } })
  })

  it('asks no model with --list', async () => {
    await using server = await scriptedServer(llamaCpp.script, llamaCpp.pages)
    const { status, stdout } = await runStandpoint(['models', '--list'], tmpdir(), { env: env(server.baseUrl) })
    expect([status, server.requests]).toEqual([0, []])
    expect(stdout).toContain('qwen-1.5b (1.8 billion parameters; context 16,384)')
  })

  it('fails with the names that there are when none is that', async () => {
    await using server = await scriptedServer(llamaCpp.script, llamaCpp.pages)
    const args = ['models', '--json', '--model', 'no-such-model']
    const { status, stdout, stderr } = await runStandpoint(args, tmpdir(), { env: env(server.baseUrl) })
    expect([status, stdout]).toEqual([1, ''])
    expect(JSON.parse(stderr)).toMatchObject({ code: 'MODEL_UNKNOWN', fix: expect.stringContaining('qwen-1.5b') })
  })
})
