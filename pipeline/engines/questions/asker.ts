import type { z } from 'zod'
import type { Defect, Warning } from '../../schema/analysis.ts'
import type { Call } from '../../schema/call-contract.ts'
import type { Question, StepInput, Texts } from '../../schema/contracts.ts'
import type { StepName } from '../../schema/recipe.ts'
import type { MadeCall } from '../calls/judged-answer.ts'
import type { Calling } from '../calls/model-call.ts'
import type { Message } from '../chat-request.ts'
import type { Fault } from '../replies/read-answer.ts'

/** One request to a model, in terms that every provider knows. */
export type Asking = Pick<Question, 'schema' | 'narrowed' | 'maxTokens' | 'choice'> & {
  steps: readonly StepName[]
  messages: readonly Message[]
}

/** `body`: the recorded chat completion, to be read by `readAnswer`; `sent`: the schema that was asked for, narrowed or not. */
type Asked = { body: string; call: MadeCall; hasUsage: boolean; sent: z.ZodType }

/** How a model is asked. */
export type Chat = {
  ask(asking: Asking, calling: Calling): Promise<Asked>
  /** What was learned of the server on the way, and shapes every answer since. */
  learned(): readonly Fault[]
}

/** What happened while one run was answered. */
export type Journal = { calls: Call[]; defects: Defect[]; warnings: Warning[] }

/** One run of an engine. */
export type Asker = {
  chat: Chat
  texts: Texts
  input: StepInput
  journal: Journal
  calling: Calling
  inTurn: Turns
}

/** Does them all, so many at a time; the results in their order. Rejects when one does. */
export type Turns = <T>(acts: readonly (() => Promise<T>)[]) => Promise<T[]>
