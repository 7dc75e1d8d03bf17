import { z } from 'zod'
import { StandpointError } from '../schema/errors.ts'
import { type ChatServer, chatAddress } from './calls/post-chat.ts'
import { readPage } from './servers/get-page.ts'
import { isModel, listModels, type ServerKind } from './servers/list-models.ts'
import type { ModelSize } from './servers/model-size.ts'
import { isOwnHost } from './servers/own-host.ts'

/** What a server tells of itself, and of the model that it is to be asked for, without being asked a question. */
export type ServerFacts = {
  kind: ServerKind
  models: readonly string[]
  size?: ModelSize
  contextTokens?: number
  slots?: number
  /** On this machine or one's own network: nobody bills what is asked there. */
  isOwn: boolean
  /** Of OpenAI or Azure, which put the form of an answer before the messages. */
  isHosted: boolean
  /** Enforces a schema as a grammar, outside the prompt. */
  enforcesGrammar: boolean
}

/**
 * Reads the list of models, and what some servers tell beside it: llama.cpp its slots, Ollama and LM Studio what is loaded.
 * @throws StandpointError MODEL_UNREACHABLE, MODEL_KEY_REFUSED, MODEL_UNKNOWN (naming those there are)
 */
export async function serverFacts(server: ChatServer): Promise<ServerFacts> {
  const { kind, models } = await listModels(server)
  const own = models.find((each) => isModel(each, server.model))
  const names = models.map(({ id }) => id)
  const isOwn = isOwnHost(chatAddress(server.baseUrl, '').hostname)
  if (own === undefined && isAllThereIs(names, server)) throw unknownModel(server, names)
  const isElsewhere = own?.isElsewhere === true
  return {
    kind,
    models: names,
    ...(own?.size !== undefined && { size: own.size }),
    ...(own?.contextTokens !== undefined && { contextTokens: own.contextTokens }),
    ...(kind === 'llama.cpp' && (await llamaFacts(server))),
    isOwn: isOwn && !isElsewhere,
    isHosted: kind === 'OpenAI' || kind === 'Azure OpenAI',
    enforcesGrammar: GRAMMAR_KINDS.has(kind) && !isElsewhere,
  }
}

/**
 * Servers of one's own may answer to any name with the model that they have, so that their list must hold it. What others list is
 * not all that they have: variants, endpoints of one's own and Azure's deployments are missing. They refuse a name that they do not
 * know.
 */
export function isAllThereIs(listed: readonly string[], { baseUrl }: Pick<ChatServer, 'baseUrl'>): boolean {
  return listed.length > 0 && isOwnHost(chatAddress(baseUrl, '').hostname)
}

/**
 * The context that a model has once it has answered: some servers load a model when it is first asked, and tell only then.
 * @throws as `serverFacts`
 */
export async function contextWhenLoaded(server: ChatServer, facts: ServerFacts): Promise<number | undefined> {
  if (facts.contextTokens !== undefined || !LOADS_WHEN_ASKED.has(facts.kind)) return facts.contextTokens
  const { models } = await listModels(server)
  const tokens = models.find((each) => isModel(each, server.model))?.contextTokens
  // Ollama cuts a prompt to the context that it gave the model and says nothing, so what that was trained for is no help.
  return tokens ?? (facts.kind === 'Ollama' ? OLLAMA_CONTEXT : undefined)
}

const LOADS_WHEN_ASKED: ReadonlySet<ServerKind> = new Set(['Ollama', 'LM Studio'])
/** What Ollama gives a model unless it is told otherwise, on machines with less than 24 GiB of graphics memory. */
const OLLAMA_CONTEXT = 4_096

/** Servers that build a grammar from the schema and leave the prompt as it is. */
const GRAMMAR_KINDS: ReadonlySet<ServerKind> = new Set(['llama.cpp', 'Ollama', 'LM Studio', 'vLLM', 'SGLang'])

const Size = z.int().positive().optional().catch(undefined)
const LlamaProps = z.looseObject({
  total_slots: Size,
  default_generation_settings: z.looseObject({ n_ctx: Size }).optional().catch(undefined),
})

/** llama.cpp: `n_ctx` is what one slot has. */
async function llamaFacts(server: ChatServer): Promise<{ contextTokens?: number; slots?: number }> {
  const props = await readPage('/props', server, LlamaProps)
  const contextTokens = props?.default_generation_settings?.n_ctx
  return {
    ...(contextTokens !== undefined && { contextTokens }),
    ...(props?.total_slots !== undefined && { slots: props.total_slots }),
  }
}

/** The error for a model that a server does not have, with the names of those that it lists. */
export function unknownModel({ baseUrl, model }: ChatServer, listed: readonly string[]): StandpointError {
  const names = listed.slice(0, 12)
  const more = listed.length > names.length ? ` and ${listed.length - names.length} more` : ''
  return new StandpointError('MODEL_UNKNOWN', `The server does not list the model "${model}"`, {
    where: baseUrl,
    fix: `It has ${names.join(', ')}${more}. Name one with --model or STANDPOINT_MODEL (a larger one with --larger, that of a step with --step).`,
  })
}
