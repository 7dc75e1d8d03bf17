import type { Dialect } from '../schema/recipe.ts'
import { UNSENT_EFFORT } from './chat-request.ts'
import type { Fault } from './replies/read-answer.ts'

/** The dialect in force, and what was learned since the probe. It only ever goes down, for as long as its engine lives. */
export type Ladder = {
  current(): Dialect
  learned(): readonly Fault[]
  /**
   * The next thing to try after a server refused a request that was made in `from`; false when nothing is left.
   * Requests that were under way together learn once.
   */
  descend(from: Dialect, message: string): boolean
  /** A simpler form of answer, after a server has broken over a request that was made in `from`; false when there is none. */
  simplify(from: Dialect, message: string): boolean
  /** For one request that was refused without a reason, and may be at fault itself: it goes down alone. */
  alone(): Ladder
  /** What one request found alone has worked: everybody goes by it, unless others have learned something since it set out. */
  adopt(found: Ladder): void
  start: Dialect
}

export function newLadder(start: Dialect): Ladder {
  let dialect = start
  const learned: Fault[] = []
  const take = (rung: Rung | undefined, message: string): boolean => {
    if (rung === undefined) return false
    dialect = rung.dialect
    learned.push({ ...rung.fault, detail: `${rung.fault.detail}: ${message}`.slice(0, 300) })
    return true
  }
  return {
    current: () => dialect,
    learned: () => learned,
    alone: () => newLadder(dialect),
    start,
    adopt: (found) => {
      if (found.start !== dialect) return
      dialect = found.current()
      learned.push(...found.learned())
    },
    descend: (from, message) => from !== dialect || take(nextRung(dialect, message), message),
    simplify: (from, message) => from !== dialect || take(withLessStructure(dialect), message),
  }
}

/** True when a refusal says what is wrong with the request. */
export function namesItsReason(message: string): boolean {
  return RUNGS.some(({ names }) => names.test(message))
}

type Rung = { dialect: Dialect; fault: { kind: Fault['kind']; detail: string } }

/**
 * What to leave out after a refusal: what the message names, else the first thing that can be. Structure goes down from
 * JSON Schema to tools to JSON text; a schema that was narrowed to the article is first tried as it is for all articles.
 */
export function nextRung(dialect: Dialect, message: string): Rung | undefined {
  const rungs = RUNGS.flatMap(({ names, down }) => {
    const rung = down(dialect)
    return rung ? [{ names, rung }] : []
  })
  const named = rungs.find(({ names }) => names.test(message)) ?? rungs.at(-1)
  return named?.rung
}

/** In the order in which a message is looked through; the last that is possible is tried when it names nothing. */
const RUNGS: readonly { names: RegExp; down(dialect: Dialect): Rung | undefined }[] = [
  { names: /log_?probs/i, down: withoutLogprobs },
  { names: /reasoning_?effort/i, down: withoutEffort },
  { names: /max_?(?:completion_)?tokens/i, down: withOtherMaxTokens },
  { names: /temperature/i, down: withoutTemperature },
  {
    names:
      /\bsystem\b[^.]{0,40}(?:role|message|prompt|instruction)|(?:role|roles)\b[^.]{0,60}\bsystem\b|only user[^.]{0,40} roles|roles must alternate/i,
    down: withoutSystem,
  },
  { names: /response_?format|json_?schema|schema|grammar|structured|tool|function/i, down: withLessStructure },
]

function withoutLogprobs({ topLogprobs, ...dialect }: Dialect): Rung | undefined {
  return topLogprobs === undefined ? undefined : refused(dialect, 'logprobs')
}

function withoutEffort(dialect: Dialect): Rung | undefined {
  if (dialect.reasoningEffort === undefined || dialect.reasoningEffort === UNSENT_EFFORT) return undefined
  return refused({ ...dialect, reasoningEffort: UNSENT_EFFORT }, 'reasoning_effort')
}

function withOtherMaxTokens(dialect: Dialect): Rung | undefined {
  const { maxTokensParameter } = dialect
  if (maxTokensParameter === 'none') return undefined
  const next = maxTokensParameter === 'max_tokens' ? 'max_completion_tokens' : 'none'
  return refused({ ...dialect, maxTokensParameter: next }, maxTokensParameter)
}

function withoutTemperature(dialect: Dialect): Rung | undefined {
  return dialect.temperature ? refused({ ...dialect, temperature: false }, 'temperature') : undefined
}

function withoutSystem(dialect: Dialect): Rung | undefined {
  return dialect.systemRole ? refused({ ...dialect, systemRole: false }, 'the system role') : undefined
}

function withLessStructure(dialect: Dialect): Rung | undefined {
  const { structure, narrowed } = dialect
  if (structure === 'json-text') return undefined
  if (narrowed)
    return { dialect: { ...dialect, narrowed: false }, fault: { kind: 'schema-unsupported', detail: 'narrowed' } }
  return structure === 'json-schema'
    ? { dialect: { ...dialect, structure: 'tools' }, fault: { kind: 'schema-unsupported', detail: 'tools are used' } }
    : { dialect: { ...dialect, structure: 'json-text' }, fault: { kind: 'tools-unsupported', detail: 'text is used' } }
}

function refused(dialect: Dialect, detail: string): Rung {
  return { dialect, fault: { kind: 'parameter-refused', detail } }
}
