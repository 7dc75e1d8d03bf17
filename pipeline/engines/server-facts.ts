import { z } from 'zod'
import type { RecordedAnswer } from '../schema/contracts.ts'
import { StandpointError } from '../schema/errors.ts'
import { type ChatServer, chatAddress } from './calls/post-chat.ts'
import { keyRefused, unreachable } from './calls/provider-fault.ts'
import { sendHttp } from './calls/send-http.ts'
import { parseJson } from './replies/chat-reply.ts'

/** What a server tells of itself without being asked a question. */
export type ServerFacts = {
  models: readonly string[]
  contextTokens?: number
  slots?: number
  /** Of OpenAI or Azure, which put the form of an answer before the messages. */
  isHosted: boolean
  /** Enforces a schema as a grammar, outside the prompt. */
  enforcesGrammar: boolean
}

/**
 * Reads the list of models, and what some servers tell beside it: llama.cpp its slots, Ollama the context of a loaded model.
 * @throws StandpointError MODEL_UNREACHABLE, MODEL_KEY_REFUSED, MODEL_UNKNOWN (naming those there are)
 */
export async function serverFacts(server: ChatServer): Promise<ServerFacts> {
  const { hostname } = chatAddress(server.baseUrl, '')
  const isAzure = hostname.endsWith('.openai.azure.com')
  const answer = await get('/models', server)
  if (answer.status === 401 || answer.status === 403) throw keyRefused(server, `HTTP ${answer.status}`)
  const listed = Models.safeParse(parseJson(answer.body)).data?.data ?? []
  const own = listed.find((each) => isModel(each, server.model))
  // Azure lists models and is asked for deployments, which have names of their own.
  if (listed.length > 0 && own === undefined && !isAzure) throw unknownModel(server, listed)
  const owner = own?.owned_by ?? ''
  const isLlama = owner === 'llamacpp' || answer.headers.server === 'llama.cpp'
  const extra = isLlama ? await llamaFacts(server) : owner === 'library' ? await ollamaFacts(server) : {}
  return {
    models: listed.map(({ id }) => id),
    ...contextOf(own),
    ...extra,
    isHosted: isAzure || hostname === 'api.openai.com',
    enforcesGrammar: isLlama || GRAMMAR_OWNERS.has(owner),
  }
}

/** `owned_by` of servers that build a grammar from the schema and leave the prompt as it is. */
const GRAMMAR_OWNERS: ReadonlySet<string> = new Set(['llamacpp', 'vllm', 'sglang', 'library', 'organization_owner'])

const Size = z.int().positive().optional().catch(undefined)
const Listed = z.looseObject({
  id: z.string(),
  aliases: z.array(z.string()).optional().catch(undefined),
  owned_by: z.string().optional().catch(undefined),
  meta: z.looseObject({ n_ctx: Size }).optional().catch(undefined), // llama.cpp
  max_model_len: Size, // vLLM, SGLang
  context_length: Size, // OpenRouter, Together
  context_window: Size, // Groq
  max_context_length: Size, // Mistral, LM Studio
  loaded_context_length: Size, // LM Studio: what is really there
})
type Listed = z.infer<typeof Listed>
const Models = z.looseObject({ data: z.array(Listed) })

/** Some servers list a model under more names than one: with a tag, or in a folder. */
function isModel({ id, aliases = [] }: Listed, model: string): boolean {
  return id === model || aliases.includes(model) || id === `${model}:latest` || id.endsWith(`/${model}`)
}

function contextOf(own: Listed | undefined): { contextTokens?: number } {
  const tokens =
    own?.loaded_context_length ??
    own?.meta?.n_ctx ??
    own?.max_model_len ??
    own?.context_length ??
    own?.context_window ??
    own?.max_context_length
  return tokens === undefined ? {} : { contextTokens: tokens }
}

const LlamaProps = z.looseObject({
  total_slots: Size,
  default_generation_settings: z.looseObject({ n_ctx: Size }).optional().catch(undefined),
})

/** llama.cpp: `n_ctx` is what one slot has. */
async function llamaFacts(server: ChatServer): Promise<{ contextTokens?: number; slots?: number }> {
  const answer = await get('/props', server, { beside: true })
  const props = LlamaProps.safeParse(parseJson(answer.body)).data
  const contextTokens = props?.default_generation_settings?.n_ctx
  return {
    ...(contextTokens !== undefined && { contextTokens }),
    ...(props?.total_slots !== undefined && { slots: props.total_slots }),
  }
}

const OllamaRunning = z.looseObject({ models: z.array(z.looseObject({ name: z.string(), context_length: Size })) })

/** Ollama cuts a prompt to the context that the model was loaded with and says nothing, so what it was trained for is no help. */
async function ollamaFacts(server: ChatServer): Promise<{ contextTokens?: number }> {
  const answer = await get('/api/ps', server, { beside: true })
  const running = OllamaRunning.safeParse(parseJson(answer.body)).data?.models ?? []
  const own = running.find(({ name }) => name === server.model || name === `${server.model}:latest`)
  return { contextTokens: own?.context_length ?? OLLAMA_CONTEXT }
}

/** What Ollama gives a model unless it is told otherwise. */
const OLLAMA_CONTEXT = 4_096
const TIME_LIMIT_MS = 15_000

/** `beside`: next to the `/v1` of the base URL instead of under it. */
async function get(path: string, server: ChatServer, { beside = false } = {}): Promise<RecordedAnswer> {
  const { baseUrl, apiKey, signal } = server
  const url = chatAddress(beside ? baseUrl.replace(/\/v1\/*$/, '') : baseUrl, path)
  const limit = AbortSignal.timeout(TIME_LIMIT_MS)
  try {
    const headers = { authorization: `Bearer ${apiKey}` }
    return await sendHttp(url, { method: 'GET', headers, signal: signal ? AbortSignal.any([signal, limit]) : limit })
  } catch (error) {
    signal?.throwIfAborted()
    throw unreachable(baseUrl, error)
  }
}

function unknownModel({ baseUrl, model }: ChatServer, listed: readonly Listed[]): StandpointError {
  const names = listed.slice(0, 12).map(({ id }) => id)
  const more = listed.length > names.length ? ` and ${listed.length - names.length} more` : ''
  return new StandpointError('MODEL_UNKNOWN', `The server does not list the model "${model}"`, {
    where: baseUrl,
    fix: `It has ${names.join(', ')}${more}. Name one with --model or STANDPOINT_MODEL.`,
  })
}
