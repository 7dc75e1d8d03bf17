import type { Attributes } from '@opentelemetry/api'
import type { ChatReply } from '../replies/chat-reply.ts'
import type { Provider } from './provider-fault.ts'

/**
 * What OpenTelemetry calls the facts of a model call. These names are still in development there and have moved to a repository of
 * their own, so they stand in this file only. Prompts and answers have names, too (`gen_ai.input.messages` and its like): none of
 * them is used.
 * @see https://github.com/open-telemetry/semantic-conventions-genai
 */
const GEN_AI = {
  operation: 'gen_ai.operation.name',
  provider: 'gen_ai.provider.name',
  model: 'gen_ai.request.model',
  maxTokens: 'gen_ai.request.max_tokens',
  answeredBy: 'gen_ai.response.model',
  finish: 'gen_ai.response.finish_reasons',
  tokensIn: 'gen_ai.usage.input_tokens',
  tokensCached: 'gen_ai.usage.cache_read.input_tokens',
  tokensOut: 'gen_ai.usage.output_tokens',
} as const

/** `chat` with the model's own name. */
export function chatName(provider: Provider): string {
  return `chat ${askedOf(provider).model}`
}

/** Whom a question goes to. */
export function chatAttributes(provider: Provider, { maxTokens }: { maxTokens?: number }): Attributes {
  const { name, model, address, port } = askedOf(provider)
  return {
    [GEN_AI.operation]: 'chat',
    [GEN_AI.provider]: name,
    [GEN_AI.model]: model,
    [GEN_AI.maxTokens]: maxTokens,
    'server.address': address,
    'server.port': port,
  }
}

/** Who answered, and what it cost. What a server writes freely is cut short. */
export function answerAttributes({ model, finish, usage }: ChatReply): Attributes {
  return {
    [GEN_AI.answeredBy]: model?.slice(0, LONGEST_NAME),
    [GEN_AI.finish]: finish === undefined ? undefined : [finish.slice(0, LONGEST_FINISH)],
    [GEN_AI.tokensIn]: usage?.tokensIn,
    [GEN_AI.tokensCached]: usage?.tokensCached,
    [GEN_AI.tokensOut]: usage?.tokensOut,
  }
}

const LONGEST_NAME = 200
const LONGEST_FINISH = 30

type AskedOf = { name: string; model: string; address?: string; port?: number }

/** The universal engine has no address: "anthropic:claude-sonnet-4-5" stands in its place. */
function askedOf({ baseUrl, model }: Provider): AskedOf {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') return namedIn(model)
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port)
  return { name: 'openai', model, address: url.hostname, port }
}

function namedIn(model: string): AskedOf {
  const colon = model.indexOf(':')
  if (colon < 1) return { name: 'langchain', model }
  const name = model.slice(0, colon)
  return { name: PROVIDERS.get(name) ?? name, model: model.slice(colon + 1) }
}

/** LangChain's names of providers that OpenTelemetry calls otherwise. */
const PROVIDERS: ReadonlyMap<string, string> = new Map([
  ['azure_openai', 'azure.ai.openai'],
  ['bedrock', 'aws.bedrock'],
  ['google-genai', 'gcp.gemini'],
  ['google-vertexai', 'gcp.vertex_ai'],
  ['mistralai', 'mistral_ai'],
  ['xai', 'x_ai'],
])
