import { loadPrompts } from '../../prompts/load-prompts.ts'
import type { Account } from '../schema/call-contract.ts'
import type { Answers, Step } from '../schema/contracts.ts'
import type { Dialect } from '../schema/recipe.ts'
import { inputOf, readingOf } from '../steps/reading.fake.ts'
import { newAccount } from './account.fake.ts'
import { type OpenAiEngine, openaiEngine } from './openai.ts'
import { type Script, scriptedServer } from './scripted-server.fake.ts'

export const PLAIN: Dialect = {
  structure: 'json-schema',
  narrowed: true,
  maxTokensParameter: 'max_tokens',
  temperature: true,
  systemRole: true,
}

type Options = Partial<OpenAiEngine & Account>

/** The OpenAI engine before a FAKE server that follows a script. `ask` runs one step over a small article. */
export async function openedEngine(script: Script, { ledger, limiter, sample, ...options }: Options = {}) {
  const server = await scriptedServer(script)
  const engine = openaiEngine({
    model: 'fake-model',
    apiKey: 'key-of-a-test',
    baseUrl: server.baseUrl,
    dialect: PLAIN,
    texts: (await loadPrompts()).textsFor(),
    slots: 2,
    ...options,
  })
  const account = newAccount({
    ...(ledger && { ledger }),
    ...(limiter && { limiter }),
    ...(sample !== undefined && { sample }),
  })
  const input = inputOf(readingOf('Ada Quill praised the plan. Bo Marsh did not.'))
  return {
    engine,
    server,
    ask: (step: Step, signal?: AbortSignal): Promise<Answers> => engine.run([step], input, { account, signal }),
    [Symbol.asyncDispose]: server.close,
  }
}
