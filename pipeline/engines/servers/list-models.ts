import { z } from 'zod'
import type { RecordedAnswer } from '../../schema/call-contract.ts'
import { chatAddress } from '../calls/post-chat.ts'
import { keyRefused } from '../calls/provider-fault.ts'
import { parseJson } from '../replies/parse-json.ts'
import { getPage, type ModelServer, readPage } from './get-page.ts'
import { type ModelSize, parametersIn } from './model-size.ts'
import { isOwnHost } from './own-host.ts'

export type ServerKind =
  | 'OpenAI'
  | 'Azure OpenAI'
  | 'llama.cpp'
  | 'Ollama'
  | 'LM Studio'
  | 'vLLM'
  | 'SGLang'
  | 'a server of another kind'

/** What a server tells of one of its models before that is asked anything. */
export type ListedModel = {
  id: string
  aliases: readonly string[]
  size?: ModelSize
  /** Of a model that is loaded, or that has the same wherever it is. */
  contextTokens?: number
  /** undefined where the server does not say. */
  isLoaded?: boolean
  /** Embedding, speech and image models cannot read articles. */
  isChat: boolean
  /** The server passes on what it is asked to one that bills it. */
  isElsewhere: boolean
}

export type Listing = {
  kind: ServerKind
  /** false: the server has no such list, and its models are known by name only. */
  isList: boolean
  models: readonly ListedModel[]
}

/**
 * The models of a server, with what it tells of them. Nothing is asked of a model, so it costs nothing.
 * @throws StandpointError MODEL_UNREACHABLE, MODEL_KEY_REFUSED, CONFIG_INVALID
 */
export async function listModels(
  server: ModelServer,
  { timeLimitMs }: { timeLimitMs?: number } = {},
): Promise<Listing> {
  const answer = await getPage('/models', server, { ...(timeLimitMs !== undefined && { timeLimitMs }) })
  if (isKeyRefused(answer)) throw keyRefused(server, `HTTP ${answer.status}`)
  const page = answer.status === 200 ? Page.safeParse(parseJson(answer.body)).data : undefined
  const entries = (page?.data ?? []).flatMap((entry) => Entry.safeParse(entry).data ?? [])
  const kind = await kindOf(entries, { answer, server })
  const known = await DETAILS[kind]?.(server)
  return { kind, isList: page !== undefined, models: entries.map((entry) => modelOf(entry, known)) }
}

/** A key may be good for questions and not for the list: OpenAI then names the scope that it lacks. */
function isKeyRefused({ status, body }: RecordedAnswer): boolean {
  return (status === 401 || status === 403) && !/\bscopes?\b|permission/i.test(body)
}

/** Some servers list a model under more names than one: with a tag, in a folder, or (LiteLLM) as all that begin alike. */
export function isModel({ id, aliases }: Pick<ListedModel, 'id' | 'aliases'>, model: string): boolean {
  if (id.endsWith('*')) return model.startsWith(id.slice(0, -1))
  return id === model || aliases.includes(model) || id === `${model}:latest` || id.endsWith(`/${model}`)
}

const Size = z.int().positive().optional().catch(undefined)
const Text = z.string().optional().catch(undefined)
const Entry = z.looseObject({
  id: z.string().min(1).max(300),
  aliases: z.array(z.string()).optional().catch(undefined),
  owned_by: Text,
  root: Text, // vLLM, SGLang: the model behind a name of one's own
  meta: z
    .looseObject({ n_ctx: Size, n_params: z.number().positive().optional().catch(undefined) })
    .optional()
    .catch(undefined), // llama.cpp
  status: z.looseObject({ value: z.string() }).optional().catch(undefined), // llama.cpp as a router of several models
  max_model_len: Size, // vLLM, SGLang
  context_length: Size, // OpenRouter, Together
  context_window: Size, // Groq
  max_context_length: Size, // Mistral
})
type Entry = z.infer<typeof Entry>
const Entries = z.array(z.unknown())
/** Ollama without a model has null; Together has no more than the list. */
const Page = z.union([z.looseObject({ data: Entries.nullable() }), Entries.transform((data) => ({ data }))])

async function kindOf(
  entries: readonly Entry[],
  { answer, server }: { answer: RecordedAnswer; server: ModelServer },
): Promise<ServerKind> {
  const { hostname } = chatAddress(server.baseUrl, '')
  if (hostname === 'api.openai.com') return 'OpenAI'
  if (hostname.endsWith('.openai.azure.com')) return 'Azure OpenAI'
  if (answer.headers.server === 'llama.cpp') return 'llama.cpp'
  const kind = entries.map(({ owned_by: owner = '' }) => OWNERS.get(owner)).find((known) => known !== undefined)
  if (kind !== undefined) return kind
  return isOwnHost(hostname) && (await isOllama(server)) ? 'Ollama' : 'a server of another kind'
}

const OWNERS: ReadonlyMap<string, ServerKind> = new Map([
  ['llamacpp', 'llama.cpp'],
  ['library', 'Ollama'],
  ['organization_owner', 'LM Studio'],
  ['vllm', 'vLLM'],
  ['sglang', 'SGLang'],
])

/** Its list names the publishers of models, who may be anybody, and none where there is no model. */
async function isOllama(server: ModelServer): Promise<boolean> {
  const page = await getPage('/', server, { beside: true }).catch(() => undefined)
  server.signal?.throwIfAborted()
  return page?.body.startsWith('Ollama is running') === true
}

/** What some servers tell of a model in lists of their own. */
type Detail = {
  parameters?: number
  contextTokens?: number
  isLoaded?: boolean
  isChat?: boolean
  isElsewhere?: boolean
}
type Details = (id: string) => Detail | undefined

const DETAILS: Partial<Record<ServerKind, (server: ModelServer) => Promise<Details>>> = {
  Ollama: ollamaDetails,
  'LM Studio': lmStudioDetails,
}

const OllamaModels = z.looseObject({
  models: z.array(
    z.looseObject({
      name: z.string(),
      remote_host: Text,
      context_length: Size,
      details: z.looseObject({ parameter_size: Text, family: Text }).optional().catch(undefined),
    }),
  ),
})

async function ollamaDetails(server: ModelServer): Promise<Details> {
  const [all, running] = await Promise.all([
    readPage('/api/tags', server, OllamaModels),
    readPage('/api/ps', server, OllamaModels),
  ])
  return (id) => {
    const stored = all?.models.find(({ name }) => name === id)
    const loaded = running?.models.find(({ name }) => name === id)
    return {
      parameters: parametersIn(stored?.details?.parameter_size ?? ''),
      contextTokens: loaded?.context_length,
      isLoaded: running === undefined ? undefined : loaded !== undefined,
      isChat: !/bert/i.test(stored?.details?.family ?? ''),
      isElsewhere: stored?.remote_host !== undefined,
    }
  }
}

const LmStudioModels = z.looseObject({
  models: z.array(
    z.looseObject({
      type: Text,
      key: z.string(),
      params_string: Text,
      loaded_instances: z
        .array(z.looseObject({ id: z.string(), config: z.looseObject({ context_length: Size }).optional() }))
        .optional()
        .catch(undefined),
    }),
  ),
})
/** As versions before 0.4 list them. */
const OldLmStudioModels = z.looseObject({
  data: z.array(z.looseObject({ id: z.string(), type: Text, state: Text, loaded_context_length: Size })),
})

async function lmStudioDetails(server: ModelServer): Promise<Details> {
  const now = await readPage('/api/v1/models', server, LmStudioModels)
  if (now === undefined) return oldLmStudioDetails(server)
  return (id) => {
    const own = now.models.find(
      ({ key, loaded_instances: loaded = [] }) => key === id || loaded.some((one) => one.id === id),
    )
    if (own === undefined) return undefined
    const { type, params_string: size = '', loaded_instances: loaded = [] } = own
    const instance = loaded.find((one) => one.id === id) ?? loaded[0]
    return {
      parameters: parametersIn(size),
      contextTokens: instance?.config?.context_length,
      isLoaded: instance !== undefined,
      isChat: type !== 'embedding',
    }
  }
}

async function oldLmStudioDetails(server: ModelServer): Promise<Details> {
  const old = await readPage('/api/v0/models', server, OldLmStudioModels)
  return (id) => {
    const own = old?.data.find((one) => one.id === id)
    if (own === undefined) return undefined
    const { type, state, loaded_context_length: contextTokens } = own
    return { contextTokens, isLoaded: state === 'loaded', isChat: type !== 'embeddings' }
  }
}

function modelOf(entry: Entry, details: Details | undefined): ListedModel {
  const { id, aliases = [], status } = entry
  const detail = details?.(id)
  const size = sizeOf(entry, detail)
  const contextTokens = details === undefined ? contextOf(entry) : detail?.contextTokens
  const isLoaded = detail?.isLoaded ?? (status === undefined ? undefined : status.value === 'loaded')
  return {
    id,
    aliases,
    ...(size !== undefined && { size }),
    ...(contextTokens !== undefined && { contextTokens }),
    ...(isLoaded !== undefined && { isLoaded }),
    isChat: detail?.isChat !== false && !NO_CHAT.test(id) && !id.endsWith('*'),
    isElsewhere: detail?.isElsewhere === true || /[:-]cloud$/.test(id),
  }
}

function sizeOf({ id, root = '', meta }: Entry, detail: Detail | undefined): ModelSize | undefined {
  const told = meta?.n_params ?? detail?.parameters
  if (told !== undefined) return { parameters: told, toldBy: 'server' }
  const guessed = parametersIn(id) ?? parametersIn(root)
  return guessed === undefined ? undefined : { parameters: guessed, toldBy: 'name' }
}

function contextOf(entry: Entry): number | undefined {
  return (
    entry.meta?.n_ctx ?? entry.max_model_len ?? entry.context_length ?? entry.context_window ?? entry.max_context_length
  )
}

const NO_CHAT = /embed|\bbge\b|rerank|whisper|transcri|\btts\b|dall-e|image|moderation|audio|realtime|\bsora\b|minilm/i
