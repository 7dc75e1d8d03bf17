import { randomUUID } from 'node:crypto'
import { StandpointError } from '../schema/errors.ts'
import type { Dialect } from '../schema/recipe.ts'
import type { ChatServer } from './calls/post-chat.ts'
import type { Message } from './chat-request.ts'
import { findForm, firstGuess, type Probe, probeOf } from './probe.ts'
import { obeys, openSession, type Session } from './probe-session.ts'
import { contextWhenLoaded, serverFacts } from './server-facts.ts'

/** What somebody who chooses a model wants to know beside what every run asks. */
export type WideProbe = Probe & {
  /** The model keeps to an answer's form where it is given so. */
  keepsTo: { jsonSchema: boolean; tools: boolean }
  /** A long prompt that was sent twice; `ofTokens` is its length and `tokens` what the server found in its cache. */
  repeated?: { tokens: number; ofTokens: number }
  /** Over all calls. */
  tokensIn: number
  tokensOut: number
}

/** Calls where nothing is refused: two for the form, one for the other form, two for the cache and the speed. */
export const WIDE_CALLS = 5

/**
 * All that `probeServer` asks, and whether the other form of answers works, what a prompt costs that was sent before, and how fast
 * a long one is read.
 * @throws as `probeServer`
 */
export async function probeWidely(server: ChatServer): Promise<WideProbe> {
  const facts = await serverFacts(server)
  const session = openSession(server, firstGuess(facts))
  await findForm(session, facts)
  const keepsTo = {
    jsonSchema: await keepsToForm('json-schema', session),
    tools: await keepsToForm('tools', session),
  }
  const repeated = await repeatedPrompt(session)
  const probe = probeOf(session, { ...facts, contextTokens: await contextWhenLoaded(server, facts) })
  const sum = (of: 'tokensIn' | 'tokensOut') => session.seen.reduce((total, each) => total + each[of], 0)
  return {
    ...probe,
    keepsTo,
    ...(repeated !== undefined && { repeated }),
    tokensIn: sum('tokensIn'),
    tokensOut: sum('tokensOut'),
  }
}

/** Asks once in a form that nobody has asked in yet; of the others the search for the form has told. */
async function keepsToForm(structure: Dialect['structure'], session: Session): Promise<boolean> {
  if (session.tried.has(structure)) return session.dialect.structure === structure
  const aside: Session = {
    ...session,
    tried: new Set(),
    dialect: { ...session.dialect, structure, narrowed: false },
    calls: 0,
    mostCalls: MOST_CALLS_ASIDE,
  }
  try {
    return await obeys('tramble', aside)
  } catch (error) {
    // Servers that do not know a form may answer as if they were broken; the form that was chosen works.
    if (error instanceof StandpointError && FORM_FAILS.has(error.code)) return false
    throw error
  } finally {
    session.calls += Math.min(aside.calls, MOST_CALLS_ASIDE)
  }
}

const MOST_CALLS_ASIDE = 3
const FORM_FAILS: ReadonlySet<string> = new Set(['MODEL_UNUSABLE', 'MODEL_FAILED'])

async function repeatedPrompt(session: Session): Promise<WideProbe['repeated']> {
  session.mostCalls = session.calls + MOST_CALLS_ASIDE
  const messages = longMessages(randomUUID())
  for (const _time of ['new', 'again']) await obeys('zindle', session, messages)
  const { tokensCached, tokensIn } = session.seen.at(-1) ?? {}
  return tokensCached === undefined || tokensIn === undefined ? undefined : { tokens: tokensCached, ofTokens: tokensIn }
}

/**
 * Some 1,300 tokens: hosted providers keep nothing that is shorter than 1,024.
 * @param name makes them new to the server, which would otherwise have them in its cache from the last time and read nothing
 */
function longMessages(name: string): Message[] {
  const ferries = Array.from({ length: 60 }, (_, index) => {
    const leaves = `${5 + Math.floor(index / 4)}:${String((index % 4) * 15).padStart(2, '0')}`
    return `Ferry ${index + 1} leaves the northern harbour at ${leaves} and calls at two islands.`
  })
  const rule = 'You answer questions about it, each with one word, as a JSON object with the key "word".'
  return [
    { role: 'system', content: [`Timetable ${name}`, rule, ...ferries].join('\n') },
    { role: 'user', content: 'Which harbour do the ferries leave? Give the answer in the form that was agreed on.' },
  ]
}
