import { describe, expect, it } from 'vitest'
import { json } from '../pipeline/engines/scripted-answers.fake.ts'
import { scriptedServer } from '../pipeline/engines/scripted-server.fake.ts'
import { llamaCpp } from '../pipeline/engines/servers/known-servers.fake.ts'
import { surveyDocument, surveyText } from './print-models.ts'
import { shellWord } from './shell-word.ts'
import { surveyModels } from './survey-models.ts'

/** What is printed about a llama.cpp server whose model has this name; the port is another each time. */
async function printed(
  model: string,
  { isListOnly = false, from = 'port' as 'port' | 'settings', tellsSize = true } = {},
) {
  const data = [{ id: model, owned_by: 'llamacpp', meta: { ...(tellsSize && { n_params: 1.5e9 }), n_ctx: 16_384 } }]
  const { pages } = llamaCpp.pages
  await using server = await scriptedServer(llamaCpp.script, { models: json(200, { data }), pages })
  const port = Number(new URL(server.baseUrl).port)
  const survey = await surveyModels(
    from === 'port'
      ? { ports: [{ port, usually: 'a fake' }], isListOnly }
      : {
          configured: { baseUrl: server.baseUrl.replace('//', '//ida:hunter2@'), apiKey: 'sk-secret' },
          ports: [],
          isListOnly,
        },
  )
  const hidden = (text: string) => text.replaceAll(String(port), 'PORT')
  return {
    text: hidden(surveyText(survey, { width: 80, isListOnly })),
    document: hidden(JSON.stringify(surveyDocument(survey))),
  }
}

describe('what "standpoint models" prints', () => {
  it('is a table of what the model can do, and what to set and to run', async () => {
    const { text } = await printed('qwen-1.5b')
    const rows = Object.fromEntries(
      [...text.matchAll(/^ {4}(\w[\w ]+?) {2,}(\S.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
    )
    expect(rows).toMatchObject({
      parameters: '1.5 billion',
      context: '16,384 tokens',
      'at one time': '1 request',
      'JSON Schema': 'kept, also when it is narrowed to one article',
      tools: expect.stringContaining('not kept to'),
      probabilities: 'of 20 alternatives a token (20 were asked for)',
      'prompt cache': '99 of 100 tokens of a prompt that was sent twice',
      speed: 'reads about 56 and writes about 11 tokens a second',
      refused: 'nothing',
      'asked with': '5 calls, 500 tokens in and 45 out',
      mode: expect.stringMatching(/^guided\. With about 1\.5 billion/),
    })
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([])
    expect(text).toContain('  export OPENAI_BASE_URL=http://127.0.0.1:PORT/v1\n')
    expect(text).toContain('  export OPENAI_API_KEY=none\n')
    expect(text).toContain('  export STANDPOINT_MODEL=qwen-1.5b\n')
    expect(text).toMatch(/ {2}npx standpoint analyze \S+$/)
  })

  it('is a list with what the servers tell by themselves, where no model is asked', async () => {
    const { text } = await printed('qwen-1.5b', { isListOnly: true })
    expect(text).toContain('  qwen-1.5b (1.5 billion parameters; context 16,384)\n')
    expect(text).toContain('No model was asked.')
  })

  it('says of a size that only the name tells that it is so', async () => {
    const { text } = await printed('small-7b', { isListOnly: true, tellsSize: false })
    expect(text).toContain('  small-7b (7 billion parameters, going by its name; context 16,384)\n')
  })

  it('holds no key and no password, for people and for programs', async () => {
    const { text, document } = await printed('qwen-1.5b', { from: 'settings' })
    for (const shown of [text, document]) {
      expect(shown).not.toContain('hunter2')
      expect(shown).not.toContain('sk-secret')
      expect(shown).not.toContain('OPENAI_API_KEY')
    }
  })

  it('tells apart for programs what shapes a request and what was measured', async () => {
    const { probed, recommended } = JSON.parse((await printed('qwen-1.5b')).document)
    expect(probed).toMatchObject([
      {
        model: 'qwen-1.5b',
        mode: 'guided',
        recipe: { dialect: { structure: 'json-schema', narrowed: true }, contextTokens: 16_384 },
        measured: { keepsTo: { jsonSchema: true, tools: false }, topLogprobs: 20, tokensPerSecond: { output: 10.5 } },
        cost: { calls: 5 },
      },
    ])
    expect(recommended.environment).toEqual({
      OPENAI_BASE_URL: 'http://127.0.0.1:PORT/v1',
      OPENAI_API_KEY: 'none',
      STANDPOINT_MODEL: 'qwen-1.5b',
    })
  })

  it('lets no name of a model drive the terminal or the shell', async () => {
    const { text } = await printed("x\u001b[2J'; rm -rf ~\n$(reboot)")
    expect(text).not.toContain('\u001b')
    expect(text).toContain(`export STANDPOINT_MODEL='x[2J'\\''; rm -rf ~ $(reboot)'\n`)
  })
})

describe('a word for a shell', () => {
  it('stays as it is where it can', () => expect(shellWord('Qwen/Qwen2.5-7B:latest')).toBe('Qwen/Qwen2.5-7B:latest'))
  it('is quoted where it must', () =>
    expect(['', '$HOME', "it's"].map(shellWord)).toEqual(["''", "'$HOME'", `'it'\\''s'`]))
})
