import { StandpointError } from '../schema/errors.ts'
import type { Dialect } from '../schema/recipe.ts'
import type { ChatServer } from './calls/post-chat.ts'
import type { Speed } from './calls/time-limit.ts'
import { fixedTools } from './fixed-tools.ts'
import { obeys, openSession, type Seen, type Session } from './probe-session.ts'
import { contextWhenLoaded, type ServerFacts, serverFacts, unknownModel } from './server-facts.ts'
import type { ServerKind } from './servers/list-models.ts'
import type { ModelSize } from './servers/model-size.ts'

/** What a few small questions told of a server and its model. */
export type Probe = {
  kind: ServerKind
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
  /** Alternatives of each token that come with their probabilities, at most; 20 were asked for. */
  topLogprobs: number
  /** Undefined where neither the server nor the model's name tells. */
  size?: ModelSize
  /** On this machine or one's own network: nobody bills what is asked there. */
  isOwn: boolean
  /** Parameters that the server does not take. */
  refused: readonly string[]
  /** Requests that this took, without those that were sent again because the server was busy or broken. */
  calls: number
  /** Names that the server lists; empty where it lists none. */
  models: readonly string[]
}

/**
 * Finds out how a server wants to be spoken to, by asking: which form of structured answer it keeps to, which parameters it
 * refuses, how large and how fast it is. Two or three short calls of the model, at most twelve where it refuses much.
 * @throws StandpointError MODEL_UNREACHABLE, MODEL_KEY_REFUSED, MODEL_UNKNOWN (naming those there are), MODEL_UNUSABLE,
 *   MODEL_FAILED; RetryLater when the server asks for a long wait
 */
export async function probeServer(server: ChatServer): Promise<Probe> {
  const facts = await serverFacts(server)
  const session = openSession(server, firstGuess(facts))
  await findForm(session, facts)
  return probeOf(session, { ...facts, contextTokens: await contextWhenLoaded(server, facts) })
}

/** What a session has shown by now. */
export function probeOf({ seen, dialect, refused, calls }: Session, facts: ServerFacts): Probe {
  const cached = seen.map(({ tokensCached }) => tokensCached).filter((tokens) => tokens !== undefined)
  return {
    kind: facts.kind,
    dialect: dialect.structure === 'tools' ? { ...dialect, toolsHash: fixedTools().hash } : dialect,
    ...(facts.contextTokens !== undefined && { contextTokens: facts.contextTokens }),
    ...(facts.slots !== undefined && { slots: facts.slots }),
    tokensPerSecond: speedOf(seen),
    ...(cached.length > 0 && { cachesPrompts: cached.some((tokens) => tokens > 0) }),
    logprobs: seen.some(({ hasLogprobs }) => hasLogprobs),
    topLogprobs: Math.max(0, ...seen.map(({ alternatives }) => alternatives)),
    ...(facts.size !== undefined && { size: facts.size }),
    isOwn: facts.isOwn,
    refused: [...new Set(refused)],
    calls,
    models: facts.models,
  }
}

/** Hosted models put the schema before the messages: for them one fixed list of tools keeps the prompt cache. */
export function firstGuess({ isHosted }: ServerFacts): Dialect {
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
export async function findForm(session: Session, facts: ServerFacts): Promise<void> {
  try {
    await findStrongest(session, facts)
  } catch (error) {
    const isUnknown = error instanceof StandpointError && error.code === 'MODEL_UNKNOWN'
    throw isUnknown && facts.models.length > 0 ? unknownModel(session.server, facts.models) : error
  }
}

async function findStrongest(session: Session, { enforcesGrammar }: ServerFacts): Promise<void> {
  for (;;) {
    const { structure } = session.dialect
    const obeyed = (await obeys('blorpt', session)) && (await obeys('quandle', session))
    if (session.dialect.structure !== structure) continue // refused: the ladder has gone down
    if (structure === 'json-schema' && obeyed) {
      session.dialect = { ...session.dialect, narrowed: enforcesGrammar || sharesCacheOverSchemas(session) }
    }
    if (obeyed || structure === 'json-text') return
    session.dialect = { ...session.dialect, structure: structure === 'json-schema' ? 'tools' : 'json-text' }
  }
}

/** true when the second question found the first in the cache although its schema was another. */
function sharesCacheOverSchemas({ seen }: Session): boolean {
  const last = seen.at(-1)
  return seen.length > 1 && last !== undefined && (last.tokensCached ?? 0) > last.tokensIn / 2
}

/** Of the server's own measure, else from the time of an answer; reading is taken to be five times as fast as writing. */
function speedOf(seen: readonly Seen[]): Speed {
  const timings = seen.flatMap((each) => each.timings ?? [])
  const [fullest] = timings.toSorted((a, b) => b.prompt_n - a.prompt_n)
  const [longest] = timings.toSorted((a, b) => b.predicted_n - a.predicted_n)
  const output =
    longest?.predicted_per_second ?? Math.max(...seen.map(({ tokensOut, ms }) => tokensOut / (ms / 1000)), SLOWEST)
  // A prompt that was in the cache tells nothing about reading.
  if (fullest && fullest.prompt_n >= LEAST_READ) return { prompt: fullest.prompt_per_second, output }
  const read = seen.map(({ tokensIn, tokensCached = 0, ms }) => (tokensIn - tokensCached) / (ms / 1000))
  return { prompt: Math.max(output * 5, ...read), output }
}

/** Tokens of a prompt by which a server can be timed. */
const LEAST_READ = 20
/** Tokens a second. */
const SLOWEST = 1
