import { z } from 'zod'
import { StandpointError } from '../schema/errors.ts'
import type { Dialect } from '../schema/recipe.ts'
import { type ChatServer, postChat, serverFails } from './calls/post-chat.ts'
import { chatBody, type Message, roomFor } from './chat-request.ts'
import { jsonSchemaOf } from './json-schema.ts'
import { namesItsReason, nextRung } from './ladder.ts'
import { type ChatReply, chatReplyOf } from './replies/chat-reply.ts'
import { completionIn } from './replies/completion-in.ts'
import { readAnswer } from './replies/read-answer.ts'
import { type Token, toldTokens } from './replies/told-tokens.ts'

/** A few small questions to one model, and what is known of it so far. */
export type Session = {
  server: ChatServer
  /** What was found out about how the server wants to be spoken to; it only goes down. */
  dialect: Dialect
  /** Alternatives of each token that are asked for with their probabilities; 0: no more. */
  alternatives: number
  calls: number
  mostCalls: number
  seen: Seen[]
  /** Structures that a question was asked in. */
  tried: Set<Dialect['structure']>
  /** What the server refused, by the names of the parameters. */
  refused: string[]
  /** Alternatives that are not asked for since a refusal that named no reason, until the next answer tells. */
  suspected?: number
  /** What it said when it first broke over a request, if it did. */
  crash?: string
}

/** What one answer showed. */
export type Seen = {
  hasLogprobs: boolean
  /** Alternatives that came with a token, at most. */
  alternatives: number
  tokensCached?: number
  tokensIn: number
  tokensOut: number
  ms: number
  /** As the server itself measured it. */
  timings?: Timings
}

/** As many as OpenAI, Ollama and vLLM give where nothing else is set; older versions of vLLM give five. */
const MOST_ALTERNATIVES = 20
const FEWER_ALTERNATIVES = 5
const MOST_CALLS = 12

export function openSession(server: ChatServer, dialect: Dialect): Session {
  return {
    server,
    dialect,
    alternatives: MOST_ALTERNATIVES,
    calls: 0,
    mostCalls: MOST_CALLS,
    seen: [],
    tried: new Set(),
    refused: [],
  }
}

const MESSAGES: readonly Message[] = [
  {
    role: 'system',
    content: 'You answer questions of geography, each with one word, as a JSON object with the key "word".',
  },
  { role: 'user', content: 'What is the capital of France? Give the answer in the form that was agreed on.' },
]

/**
 * True when the model keeps to a schema that allows one nonsense word, which no model would say by itself. What the server refuses
 * is left out of the dialect; where that is the structure itself, the answer is false.
 * @throws StandpointError MODEL_*, MODEL_UNUSABLE when nothing is left to leave out; RetryLater
 */
export async function obeys(word: string, session: Session, messages = MESSAGES): Promise<boolean> {
  const shape = z.strictObject({ word: z.enum([word]) })
  const form = { name: 'word', schema: jsonSchemaOf(shape) }
  const { server } = session
  const { structure } = session.dialect
  session.tried.add(structure)
  while (session.dialect.structure === structure) {
    const { dialect } = session
    if (session.calls++ === session.mostCalls) throw tooMuchRefused(server, 'no request was taken')
    const request = { model: server.model, messages, form, maxTokens: roomFor(ANSWER_TOKENS, dialect) }
    const body = { ...chatBody(request, dialect), ...logprobsOf(session) }
    const posted = await postChat(body, server, session.crash === undefined ? {} : { crashes: 1 })
    if (posted.kind === 'answered') {
      session.suspected = undefined
      noteAnswer(posted.answer, session)
      if (readAnswer(posted.answer.body, [shape]).kind === 'usable') return true
      // A model that turns out to think may have had no room left for its answer: it is asked once more, with that room.
      if (session.dialect === dialect) return false
    } else {
      if (posted.crashed) noteCrash(posted.message, session)
      learnFrom(posted.message, session)
    }
  }
  return false
}

/** Room for the word, and for a few thoughts before it. */
const ANSWER_TOKENS = 300

/** One answer with probabilities is enough. */
function logprobsOf({ seen, alternatives }: Session): { logprobs?: true; top_logprobs?: number } {
  return seen.length > 0 || alternatives === 0 ? {} : { logprobs: true, top_logprobs: alternatives }
}

/** A server that breaks over the plainest request as well is broken. */
function noteCrash(message: string, session: Session): void {
  session.crash ??= message
  const { dialect, server } = session
  const isPlain = dialect.structure === 'json-text' && logprobsOf(session).logprobs === undefined
  if (isPlain && !namesItsReason(message)) throw serverFails(server, session.crash)
}

function learnFrom(message: string, session: Session): void {
  const { dialect, server } = session
  const asked = logprobsOf(session).top_logprobs
  const { suspected } = session
  if (suspected !== undefined && !LOGPROBS.test(message)) {
    // It was something else: what was left out on suspicion is asked for again.
    session.alternatives = suspected
    session.refused.splice(session.refused.lastIndexOf('logprobs'), 1)
  }
  session.suspected = undefined
  if (asked !== undefined && (LOGPROBS.test(message) || !namesItsReason(message))) {
    const isTooMany = asked > FEWER_ALTERNATIVES && TOO_MANY.test(message)
    session.alternatives = isTooMany ? FEWER_ALTERNATIVES : 0
    session.refused.push(isTooMany ? `top_logprobs above ${FEWER_ALTERNATIVES}` : 'logprobs')
    if (!LOGPROBS.test(message)) session.suspected = asked
    return
  }
  const rung = nextRung(dialect, message)
  if (rung === undefined) throw tooMuchRefused(server, message)
  session.dialect = rung.dialect
  session.refused.push(rung.fault.kind === 'parameter-refused' ? rung.fault.detail : STRUCTURES[dialect.structure])
}

const LOGPROBS = /log_?probs/i
const TOO_MANY = /\b(?:most|max\w*|between|less|greater|exceed\w*|range|limit\w*)\b/i
const STRUCTURES = { 'json-schema': 'response_format', tools: 'tools', 'json-text': 'the request' } as const

function tooMuchRefused({ baseUrl, model }: ChatServer, message: string): StandpointError {
  return new StandpointError('MODEL_UNUSABLE', `The server refuses every request for "${model}": ${message}`, {
    where: baseUrl,
    fix: 'Name a model for chat; embedding, speech and image models cannot read articles.',
  })
}

function noteAnswer({ body, ms }: { body: string; ms: number }, session: Session): void {
  const reply = chatReplyOf(body)
  const tokens = tokensOf(reply, body)
  const { timings } = Extras.safeParse(completionIn(body)).data ?? {}
  const { tokensIn = 0, tokensOut = 0, tokensCached } = reply?.usage ?? {}
  session.seen.push({
    hasLogprobs: tokens.length > 0,
    alternatives: Math.max(0, ...tokens.map((token) => token.alternatives.length)),
    tokensIn,
    tokensOut,
    ms,
    ...(tokensCached !== undefined && { tokensCached }),
    ...(timings && { timings }),
  })
  // A model that thinks first is asked to think little, and given the room for it; a server may refuse to be told.
  if (reply?.hasReasoning && session.dialect.reasoningEffort === undefined) {
    session.dialect = { ...session.dialect, reasoningEffort: 'low' }
  }
}

/** None where the server names tokens by number or otherwise than the answer has them: nobody could find a label among them. */
function tokensOf(reply: ChatReply | undefined, body: string): readonly Token[] {
  const told = toldTokens(body) ?? []
  const isInAnswer = ({ token }: Token) => token.trim().length > 1 && reply?.text.includes(token.trim())
  return told.some(isInAnswer) ? told : []
}

const Positive = z.number().positive()
/** As llama.cpp measures: `prompt_n` tokens were read, those in the cache left out. */
const Timings = z.looseObject({
  prompt_n: z.number(),
  prompt_per_second: Positive,
  predicted_n: z.number().catch(0),
  predicted_per_second: Positive,
})
type Timings = z.infer<typeof Timings>
const Extras = z.looseObject({ timings: Timings.optional().catch(undefined) })
