import { z } from 'zod'
import { StandpointError } from '../schema/errors.ts'
import type { Dialect, Mode } from '../schema/recipe.ts'
import { type ChatServer, postChat } from './calls/post-chat.ts'
import type { Speed } from './calls/time-limit.ts'
import { chatBody, roomFor } from './chat-request.ts'
import { fixedTools } from './fixed-tools.ts'
import { jsonSchemaOf } from './json-schema.ts'
import { nextRung } from './ladder.ts'
import { chatReplyOf, parseJson } from './replies/chat-reply.ts'
import { readAnswer } from './replies/read-answer.ts'
import { type ServerFacts, serverFacts } from './server-facts.ts'

/** What a few small questions told of a server and its model. */
export type Probe = {
  dialect: Dialect
  /** What prompt and answer may take together. */
  contextTokens?: number
  /** Requests that the server works on side by side. */
  slots?: number
  tokensPerSecond: Speed
  /** Seen in the counts; undefined where the server does not say. */
  cachesPrompts?: boolean
  /** The server gives the probability of tokens, as a mode that chooses labels needs it. */
  logprobs: boolean
  /** Names that the server lists; empty where it lists none. */
  models: readonly string[]
}

/**
 * Finds out how a server wants to be spoken to, by asking: which form of structured answer it keeps to, which parameters it
 * refuses, how large and how fast it is. Two or three short calls of the model, at most eight where it refuses much.
 * @throws StandpointError MODEL_UNREACHABLE, MODEL_KEY_REFUSED, MODEL_UNKNOWN (naming those there are), MODEL_UNUSABLE,
 *   MODEL_FAILED; RetryLater when the server asks for a long wait
 */
export async function probeServer(server: ChatServer): Promise<Probe> {
  const facts = await serverFacts(server)
  const session: Session = { server, facts, dialect: firstGuess(facts), calls: 0, seen: [] }
  await findForm(session)
  const { seen, dialect } = session
  const hasLogprobs = seen.some((each) => each.hasLogprobs)
  const cached = seen.map(({ tokensCached }) => tokensCached).filter((tokens) => tokens !== undefined)
  return {
    dialect: {
      ...dialect,
      ...(dialect.structure === 'tools' && { toolsHash: fixedTools().hash }),
      ...(hasLogprobs && dialect.structure !== 'tools' && { topLogprobs: TOP_LOGPROBS }),
    },
    ...(facts.contextTokens !== undefined && { contextTokens: facts.contextTokens }),
    ...(facts.slots !== undefined && { slots: facts.slots }),
    tokensPerSecond: speedOf(seen),
    ...(cached.length > 0 && { cachesPrompts: cached.some((tokens) => tokens > 0) }),
    logprobs: hasLogprobs,
    models: facts.models,
  }
}

/** The mode that `auto` stands for. */
export function chooseMode(_probe: Probe): Mode {
  return 'chain' // `guided`, for small models, is to be chosen here
}

/** As many as OpenAI gives at most. */
const TOP_LOGPROBS = 20

type Seen = {
  hasLogprobs: boolean
  tokensCached?: number
  tokensIn: number
  tokensOut: number
  ms: number
  /** As the server itself measured it. */
  timings?: Timings
}
type Session = { server: ChatServer; facts: ServerFacts; dialect: Dialect; calls: number; seen: Seen[] }

/** Hosted models put the schema before the messages: for them one fixed list of tools keeps the prompt cache. */
function firstGuess({ isHosted }: ServerFacts): Dialect {
  return {
    structure: isHosted ? 'tools' : 'json-schema',
    narrowed: false,
    maxTokensParameter: isHosted ? 'max_completion_tokens' : 'max_tokens',
    temperature: true,
    systemRole: true,
  }
}

/**
 * The strongest form that the model really keeps to. A server that takes a schema may still not show it to the model, so each
 * form is tried twice, with words that no model would say by itself.
 */
async function findForm(session: Session): Promise<void> {
  for (;;) {
    const { structure } = session.dialect
    const obeyed = (await obeys('blorpt', session)) && (await obeys('quandle', session))
    if (session.dialect.structure !== structure) continue // refused: the ladder has gone down
    if (structure === 'json-schema' && obeyed) {
      const narrowed = session.facts.enforcesGrammar || sharesCacheOverSchemas(session)
      session.dialect = { ...session.dialect, narrowed }
    }
    if (obeyed || structure === 'json-text') return
    session.dialect = { ...session.dialect, structure: structure === 'json-schema' ? 'tools' : 'json-text' }
  }
}

const MESSAGES = [
  {
    role: 'system',
    content: 'You answer questions of geography, each with one word, as a JSON object with the key "word".',
  },
  { role: 'user', content: 'What is the capital of France? Give the answer in the form that was agreed on.' },
] as const

/** Asks with a schema that allows one nonsense word, and leaves out of the dialect what the server refuses. */
async function obeys(word: string, session: Session): Promise<boolean> {
  const shape = z.strictObject({ word: z.enum([word]) })
  const form = { name: 'word', schema: jsonSchemaOf(shape) }
  const { server } = session
  const { structure } = session.dialect
  let withLogprobs = session.seen.length === 0
  while (session.dialect.structure === structure) {
    const { dialect } = session
    if (session.calls++ === MAX_CALLS) throw tooMuchRefused(server, 'no request was taken')
    const body = chatBody(
      { model: server.model, messages: MESSAGES, form, maxTokens: roomFor(ANSWER_TOKENS, dialect) },
      dialect,
    )
    const posted = await postChat({ ...body, ...(withLogprobs && { logprobs: true }) }, server)
    if (posted.kind === 'answered') {
      noteAnswer(posted.answer, session)
      return readAnswer(posted.answer.body, [shape]).kind === 'usable'
    }
    if (withLogprobs && /log_?probs/i.test(posted.message)) withLogprobs = false
    else session.dialect = below(dialect, posted.message, server)
  }
  return false
}

/** Room for the word, and for a few thoughts before it. */
const ANSWER_TOKENS = 300
const MAX_CALLS = 8

function below(dialect: Dialect, message: string, server: ChatServer): Dialect {
  const rung = nextRung(dialect, message)
  if (rung === undefined) throw tooMuchRefused(server, message)
  return rung.dialect
}

function tooMuchRefused({ baseUrl, model }: ChatServer, message: string): StandpointError {
  return new StandpointError('MODEL_UNUSABLE', `The server refuses every request for "${model}": ${message}`, {
    where: baseUrl,
    fix: 'Name a model for chat; embedding, speech and image models cannot read articles.',
  })
}

function noteAnswer({ body, ms }: { body: string; ms: number }, session: Session): void {
  const reply = chatReplyOf(body)
  const { logprobs, timings } = Extras.safeParse(parseJson(body)).data ?? {}
  const { tokensIn = 0, tokensOut = 0, tokensCached } = reply?.usage ?? {}
  session.seen.push({
    hasLogprobs: logprobs !== undefined,
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

const Positive = z.number().positive()
/** As llama.cpp measures: `prompt_n` tokens were read, those in the cache left out. */
const Timings = z.looseObject({ prompt_n: z.number(), prompt_per_second: Positive, predicted_per_second: Positive })
type Timings = z.infer<typeof Timings>
const Logprobs = z.looseObject({ content: z.array(z.unknown()).min(1) })
const Extras = z
  .looseObject({
    choices: z.array(z.looseObject({ logprobs: Logprobs.optional().catch(undefined) })),
    timings: Timings.optional().catch(undefined),
  })
  .transform(({ choices, timings }) => ({ logprobs: choices[0]?.logprobs, timings }))

/** true when the second question found the first in the cache although its schema was another. */
function sharesCacheOverSchemas({ seen }: Session): boolean {
  const last = seen.at(-1)
  return seen.length > 1 && last !== undefined && (last.tokensCached ?? 0) > last.tokensIn / 2
}

/** Of the server's own measure, else from the time of an answer; reading is taken to be five times as fast as writing. */
function speedOf(seen: readonly Seen[]): Speed {
  const timings = seen.flatMap((each) => each.timings ?? [])
  // A prompt that was mostly in the cache tells nothing about reading.
  const [fullest] = timings.toSorted((a, b) => b.prompt_n - a.prompt_n)
  if (fullest) return { prompt: fullest.prompt_per_second, output: fullest.predicted_per_second }
  const output = Math.max(...seen.map(({ tokensOut, ms }) => tokensOut / (ms / 1000)), SLOWEST)
  return { prompt: output * 5, output }
}

/** Tokens a second. */
const SLOWEST = 1
