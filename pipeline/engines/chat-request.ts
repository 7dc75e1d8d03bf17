import { canonicalJson, sha256 } from '../schema/hash.ts'
import type { Dialect } from '../schema/recipe.ts'
import { isStrict, type JsonSchema } from './json-schema.ts'

export type Message = { role: 'system' | 'user' | 'assistant'; content: string }

/** The form of an answer. `tools`: the fixed list, for servers that are given one; it holds a tool of this name. */
export type AnswerForm = { name: string; schema: JsonSchema; tools?: readonly Tool[] }
export type Tool = { name: string; description: string; schema: JsonSchema }

export type ChatRequest = {
  model: string
  messages: readonly Message[]
  form: AnswerForm
  maxTokens: number
  /** The answer holds a choice whose probabilities are wanted. */
  hasChoice?: boolean
}

/** The body of a chat completion in the dialect of a server, with a temperature of 0 where it takes one. */
export function chatBody(
  { model, messages, form, maxTokens, hasChoice = false }: ChatRequest,
  dialect: Dialect,
): Record<string, unknown> {
  const { maxTokensParameter, reasoningEffort, topLogprobs } = dialect
  const inText = dialect.structure === 'json-text'
  return {
    model,
    messages: inRoles(inText ? withSchemaText(messages, form.schema) : messages, dialect),
    ...(dialect.temperature && { temperature: 0 }),
    ...(maxTokensParameter !== 'none' && { [maxTokensParameter]: maxTokens }),
    ...(reasoningEffort !== undefined && reasoningEffort !== UNSENT_EFFORT && { reasoning_effort: reasoningEffort }),
    ...(hasChoice && topLogprobs !== undefined && { logprobs: true, top_logprobs: topLogprobs }),
    ...structureOf(form, dialect),
  }
}

/** Hash of a request: its whole body, and the server that it goes to. */
export function requestHash(baseUrl: string, body: Record<string, unknown>): string {
  return sha256(`${baseUrl}\n${canonicalJson(body)}`)
}

/** The room that an answer of so many tokens needs; more for a model that reasons before it answers: thoughts are output. */
export function roomFor(answerTokens: number, { reasoningEffort }: Dialect): number {
  return answerTokens + (reasoningEffort === undefined ? 0 : REASONING_TOKENS)
}

const REASONING_TOKENS = 8_000
/** `Dialect.reasoningEffort` of a model that reasons, on a server that does not take the parameter. */
export const UNSENT_EFFORT = 'unsent'

function structureOf({ name, schema, tools }: AnswerForm, { structure }: Dialect): Record<string, unknown> {
  if (structure === 'json-text') return {}
  if (structure === 'json-schema') {
    return { response_format: { type: 'json_schema', json_schema: { name, schema, ...strictness(schema) } } }
  }
  const offered = tools ?? [{ name, description: TOOL_TEXT, schema }]
  return {
    tools: offered.map((tool) => ({
      type: 'function',
      function: {
        name: tool.name,
        description: tool.description,
        parameters: tool.schema,
        ...strictness(tool.schema),
      },
    })),
    tool_choice: { type: 'function', function: { name } },
  }
}

const TOOL_TEXT = 'Takes the answer to the task.'

function strictness(schema: JsonSchema): { strict?: true } {
  return isStrict(schema) ? { strict: true } : {}
}

function withSchemaText(messages: readonly Message[], schema: JsonSchema): Message[] {
  const text = `Answer with one JSON object and nothing else: no introduction, no code fence. It must fit this JSON Schema:\n${JSON.stringify(schema)}`
  // After the task of the question, which is the last message of a user's that no answer preceded.
  const answer = messages.findIndex((message) => message.role === 'assistant')
  const task = (answer < 0 ? messages.length : answer) - 1
  return messages.map((message, index) =>
    index === task ? { ...message, content: `${message.content}\n\n${text}` } : message,
  )
}

/** Messages in roles that the server knows. Neighbours of one role become one message: some chat templates refuse them. */
function inRoles(messages: readonly Message[], { systemRole }: Dialect): Message[] {
  const joined: Message[] = []
  for (const { role: given, content } of messages) {
    const role = given === 'system' && !systemRole ? 'user' : given
    const last = joined.at(-1)
    if (last?.role === role) joined.splice(-1, 1, { role, content: `${last.content}\n\n${content}` })
    else joined.push({ role, content })
  }
  return joined
}
