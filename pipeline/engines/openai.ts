import { ChatOpenAICompletions } from '@langchain/openai'
import type { RecordedAnswer } from '../schema/call-contract.ts'
import type { Engine, Texts } from '../schema/contracts.ts'
import { StandpointError } from '../schema/errors.ts'
import type { Dialect } from '../schema/recipe.ts'
import { type CallDesk, callModel } from './calls/model-call.ts'
import { providerError } from './calls/provider-fault.ts'
import { recordingFetch, type Tape, tapes } from './calls/recording-fetch.ts'
import { type AnswerForm, chatBody, type Message, requestHash, roomFor } from './chat-request.ts'
import { estimateTokens } from './estimate-tokens.ts'
import { fixedTools } from './fixed-tools.ts'
import { jsonSchemaOf } from './json-schema.ts'
import { namesItsReason, newLadder } from './ladder.ts'
import { messageOf } from './message-of.ts'
import type { Asking, Chat } from './questions/asker.ts'
import { questionEngine } from './questions/question-engine.ts'

export type OpenAiEngine = Omit<CallDesk, 'provider'> & {
  model: string
  apiKey: string
  /** Where `/chat/completions` is, usually ending in `/v1`. */
  baseUrl: string
  /** How the server is spoken to, from the probe. */
  dialect: Dialect
  texts: Texts
  /** What prompt and answer may take together, where it is known. */
  contextTokens?: number
  /** Requests that the server works on side by side. */
  slots: number
}

/**
 * The engine for every OpenAI-compatible server, through LangChain's chat model. One engine serves many articles; what it learns
 * of the server (a refused parameter, no JSON Schema) it keeps, and every result says so.
 */
export function openaiEngine(options: OpenAiEngine): Engine {
  const { texts, slots } = options
  return questionEngine({ name: 'openai', chat: openaiChat(options), texts, slots })
}

function openaiChat(options: OpenAiEngine): Chat {
  const { baseUrl, model } = options
  const ladder = newLadder(options.dialect)
  const desk: CallDesk = { ...options, provider: { baseUrl, model } }
  const send = sender(options)
  let crashes = 0
  return {
    learned: ladder.learned,
    ask: async (asking, calling) => {
      let way = ladder
      let crash: StandpointError | undefined
      for (;;) {
        const dialect = way.current()
        const { body, sent, tokensIn, tokensOut } = requestOf(asking, dialect, options)
        const call = {
          request: requestHash(baseUrl, body),
          steps: asking.steps,
          need: { tokensIn, tokensOut },
          send: (inTime: AbortSignal) => send(asking.messages, body, inTime),
          ...(crash && { crashes: 1 }),
        }
        const outcome = await callModel(call, desk, calling)
        if (outcome.kind === 'answered') {
          // What a server broke over once may have been chance; a form that it breaks over again is not sent any more.
          if (way !== ladder && (crash === undefined || ++crashes > 1)) ladder.adopt(way)
          return { ...outcome, sent, hasUsage: outcome.usage !== undefined }
        }
        crash ??= outcome.crash
        if (way === ladder && (crash !== undefined || !namesItsReason(outcome.message))) way = ladder.alone()
        const isLower = (outcome.crash ? way.simplify : way.descend)(dialect, outcome.message)
        if (!isLower) throw crash ?? providerError(desk.provider, outcome.message)
      }
    },
  }
}

function requestOf(
  { messages, schema, narrowed, steps, maxTokens, choice }: Asking,
  dialect: Dialect,
  options: OpenAiEngine,
) {
  const { model, contextTokens = Number.POSITIVE_INFINITY } = options
  const sent = (dialect.narrowed && narrowed?.()) || schema
  const form = formOf(jsonSchemaOf(sent), steps.join('_'), dialect)
  // Where the schema may be narrowed, it is no part of the prompt.
  const formTokens = dialect.narrowed ? 0 : estimateTokens(JSON.stringify(form.tools ?? form.schema))
  const tokensIn = messages.reduce((sum, { content }) => sum + estimateTokens(content) + ROLE_TOKENS, formTokens)
  const tokensOut = Math.min(roomFor(maxTokens, dialect), Math.max(MIN_ANSWER_TOKENS, contextTokens - tokensIn))
  const hasChoice = choice !== undefined
  return {
    body: chatBody({ model, messages, form, maxTokens: tokensOut, hasChoice }, dialect),
    sent,
    tokensIn,
    tokensOut,
  }
}

/** What a chat template puts around a message. */
const ROLE_TOKENS = 8
/** Where the estimate leaves less than this, the server is asked all the same: the estimate is cautious. */
const MIN_ANSWER_TOKENS = 256

function formOf(schema: AnswerForm['schema'], name: string, dialect: Dialect): AnswerForm {
  if (dialect.structure !== 'tools' || dialect.toolsHash === undefined) return { name, schema }
  const { tools, nameOf } = fixedTools()
  const fixed = nameOf(schema)
  return fixed === undefined ? { name, schema } : { name: fixed, schema, tools }
}

type Send = (
  messages: readonly Message[],
  body: Record<string, unknown>,
  signal: AbortSignal,
) => Promise<RecordedAnswer>

function sender({ model, apiKey, baseUrl }: OpenAiEngine): Send {
  // ChatOpenAI would take some models to the Responses API by their name; streaming would count tokens over the internet.
  const chat = new ChatOpenAICompletions({
    model,
    apiKey,
    maxRetries: 0,
    timeout: NO_LIMIT_MS,
    configuration: { baseURL: baseUrl, fetch: recordingFetch },
  })
  return async (messages, body, signal) => {
    const tape: Tape = { body: JSON.stringify(body) }
    return tapes.run(tape, () => invoke(chat, messages, tape, signal))
  }
}

/** Time limits are ours, by the size of each request. */
const NO_LIMIT_MS = 2 ** 31 - 1

async function invoke(
  chat: ChatOpenAICompletions,
  messages: readonly Message[],
  tape: Tape,
  signal: AbortSignal,
): Promise<RecordedAnswer> {
  try {
    await chat.invoke(messages.map(messageOf), { signal })
  } catch (error) {
    // The libraries throw on statuses and on answers that they cannot read; we judge the recorded answer ourselves.
    if (tape.answer === undefined) throw error
  }
  if (tape.answer) return tape.answer
  throw new StandpointError('INTERNAL', 'The client of the model returned without a request')
}
