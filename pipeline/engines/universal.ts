import type { BaseMessage } from '@langchain/core/messages'
import { z } from 'zod'
import type { RecordedAnswer } from '../schema/call-contract.ts'
import type { Engine, Texts } from '../schema/contracts.ts'
import { StandpointError } from '../schema/errors.ts'
import type { Dialect } from '../schema/recipe.ts'
import { type CallDesk, callModel } from './calls/model-call.ts'
import { providerError } from './calls/provider-fault.ts'
import { chatBody, type Message, requestHash } from './chat-request.ts'
import { estimateTokens } from './estimate-tokens.ts'
import { jsonSchemaOf } from './json-schema.ts'
import { messageOf } from './message-of.ts'
import type { Chat } from './questions/asker.ts'
import { questionEngine } from './questions/question-engine.ts'

export type UniversalEngine = Omit<CallDesk, 'provider'> & {
  /** LangChain's name of the provider, a colon, the provider's name of the model ("anthropic:claude-sonnet-4-5"). */
  model: string
  texts: Texts
  slots: number
  /** Loads LangChain's initialiser; a test gives a fake. */
  load?: () => Promise<InitChatModel>
}

/** What we use of LangChain's `initChatModel` and of the model that it gives. */
export type InitChatModel = (model: string, fields: ModelFields) => Promise<UniversalModel>
export type UniversalModel = { invoke(messages: BaseMessage[], options: { signal: AbortSignal }): Promise<unknown> }
type ModelFields = { maxRetries: number; temperature: number; maxTokens: number }

/** A form of answer that every provider has. */
const DIALECT: Dialect = {
  structure: 'json-text',
  narrowed: false,
  maxTokensParameter: 'max_tokens',
  temperature: true,
  systemRole: true,
}

/**
 * The engine for all other providers, through LangChain's universal initialiser. There is no recorded HTTP answer here: a call
 * is settled from `usage_metadata`, and the body that is stored for it says so (`settled_from`). The provider's key is read
 * from its own variable by its package.
 * @throws StandpointError PROVIDER_NOT_INSTALLED naming the package to install
 */
export async function universalEngine(options: UniversalEngine): Promise<Engine> {
  const { model, texts, slots, load = loadInitialiser } = options
  const init = await load()
  const open = (maxTokens: number) =>
    init(model, { maxRetries: 0, temperature: 0, maxTokens }).catch((cause: unknown) => {
      throw notInstalled(model, cause)
    })
  await open(1) // so that a missing package is found before the first article
  return questionEngine({ name: 'universal', chat: universalChat(open, options), texts, slots })
}

async function loadInitialiser(): Promise<InitChatModel> {
  try {
    const { initChatModel } = await import('langchain/chat_models/universal')
    return (model, fields) => initChatModel(model, fields)
  } catch (cause) {
    throw new StandpointError('PROVIDER_NOT_INSTALLED', 'Models of other providers need the package "langchain"', {
      fix: 'npm install langchain',
      cause,
    })
  }
}

function notInstalled(model: string, cause: unknown): StandpointError {
  const said = cause instanceof Error ? cause.message : ''
  const missing = /(?:Unable to import|Cannot find package)\s+'?(@?[\w./-]*\w)/.exec(said)?.[1]
  if (missing !== undefined) {
    return new StandpointError('PROVIDER_NOT_INSTALLED', `The model "${model}" needs the package "${missing}"`, {
      fix: `npm install ${missing}`,
      cause,
    })
  }
  return new StandpointError('MODEL_UNUSABLE', `The model "${model}" cannot be opened: ${said.slice(0, 300)}`, {
    fix: 'Write it as provider:model, with a provider that LangChain knows, and set the key of that provider.',
    cause,
  })
}

type Open = (maxTokens: number) => Promise<UniversalModel>

function universalChat(open: Open, options: UniversalEngine): Chat {
  const { model } = options
  const provider = { baseUrl: model, model }
  return {
    learned: () => [],
    ask: async ({ messages, schema, steps, maxTokens }, calling) => {
      const form = { name: steps.join('_'), schema: jsonSchemaOf(schema) }
      const body = chatBody({ model, messages, form, maxTokens }, DIALECT)
      const outcome = await callModel(
        {
          request: requestHash(model, body),
          steps,
          need: { tokensIn: estimateTokens(JSON.stringify(body)), tokensOut: maxTokens },
          send: async (inTime) => invoke(await open(maxTokens), Sent.parse(body).messages, inTime),
        },
        { ...options, provider },
        calling,
      )
      if (outcome.kind === 'answered') return { ...outcome, sent: schema, hasUsage: outcome.usage !== undefined }
      throw providerError(provider, outcome.message)
    },
  }
}

/** The messages as the body has them, with the schema in their text. */
const Sent = z.object({
  messages: z.array(z.object({ role: z.enum(['system', 'user', 'assistant']), content: z.string() })),
})

async function invoke(
  model: UniversalModel,
  messages: readonly Message[],
  signal: AbortSignal,
): Promise<RecordedAnswer> {
  const started = performance.now()
  try {
    const reply = Reply.parse(await model.invoke(messages.map(messageOf), { signal }))
    return { status: 200, headers: {}, body: JSON.stringify(completionOf(reply)), ms: performance.now() - started }
  } catch (error) {
    signal.throwIfAborted()
    const failed = HttpError.safeParse(error)
    if (!failed.success) throw error
    const { status, message, headers } = failed.data
    return { status, headers, body: JSON.stringify({ error: { message } }), ms: performance.now() - started }
  }
}

const Tokens = z.number().optional()
const Reply = z.object({
  content: z.unknown(),
  response_metadata: z.record(z.string(), z.unknown()).catch({}),
  usage_metadata: z
    .object({
      input_tokens: Tokens,
      output_tokens: Tokens,
      input_token_details: z.object({ cache_read: Tokens }).optional(),
    })
    .optional()
    .catch(undefined),
})

/** Clients of providers put the status on their errors; headers are a `Headers` or a plain object. */
const HttpError = z.object({
  status: z.int().min(400).max(599),
  message: z.string(),
  headers: z
    .union([
      z.instanceof(Headers).transform((headers) => Object.fromEntries(headers)),
      z.record(z.string(), z.string()),
    ])
    .catch({}),
})

/** The reply in the form of a chat completion, which is what the ledger stores and all else reads. */
function completionOf({ content, response_metadata: meta, usage_metadata: usage }: z.infer<typeof Reply>) {
  const said = [meta.finish_reason, meta.finishReason, meta.stop_reason, meta.stopReason].find(
    (each) => typeof each === 'string',
  )
  return {
    settled_from: 'usage_metadata',
    choices: [
      { finish_reason: finishOf(String(said ?? 'stop').toLowerCase()), message: { role: 'assistant', content } },
    ],
    ...(usage && {
      usage: {
        prompt_tokens: usage.input_tokens,
        completion_tokens: usage.output_tokens,
        prompt_tokens_details: { cached_tokens: usage.input_token_details?.cache_read ?? 0 },
      },
    }),
  }
}

/** The providers' own words for how an answer ended. */
function finishOf(said: string): string {
  if (/length|max_?tokens/.test(said)) return 'length'
  return /safety|refusal|filter|guardrail|blocklist|prohibited/.test(said) ? 'content_filter' : 'stop'
}
