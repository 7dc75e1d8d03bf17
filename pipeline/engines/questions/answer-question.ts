import type { Odds, Question } from '../../schema/contracts.ts'
import type { StepName } from '../../schema/recipe.ts'
import { sharedMessages } from '../../steps/shared-messages.ts'
import type { Message } from '../chat-request.ts'
import { oddsIn } from '../replies/odds-in.ts'
import { type Fault, type ReadAnswer, readAnswer } from '../replies/read-answer.ts'
import type { Asker, Asking } from './asker.ts'

/** What became of a question: a part of the wire, or the fault that it failed by twice. */
export type Answered = { kind: 'answered'; part: unknown } | { kind: 'failed'; fault: Fault }

/**
 * Puts one question: asks, reads, and when the answer cannot be used asks once more and names the fault. What then is still
 * faulty gives what of it was complete, if anything. Every fault is noted as a defect.
 */
export async function answerQuestion(step: StepName, question: Question, run: Asker): Promise<Answered> {
  const { key, schema, narrowed, maxTokens, choice } = question
  const note = (fault: Fault) => run.journal.defects.push({ step, key, ...fault })
  const asking: Asking = { steps: [step], schema, narrowed, maxTokens, choice, messages: messagesOf(question, run) }
  const first = await ask(asking, note, run)
  if (first.kind === 'usable') return partOf(first, question, note)
  note(first.fault)
  const second = await askAgain(asking, first, note, run)
  if (second.kind === 'usable') return partOf(second, question, note)
  note(second.fault)
  const rest = second.rest ?? first.rest
  if (rest) return partOf(rest, question, note)
  note({ kind: 'part-failed' })
  return { kind: 'failed', fault: second.fault }
}

/** The messages of a question: those that all questions over its sentences share, then the task. */
export function messagesOf({ sentences, task }: Pick<Question, 'sentences' | 'task'>, run: Asker): Message[] {
  return [...sharedMessages(run.texts.shared, run.input.reading, sentences), { role: 'user', content: task }]
}

type Note = (fault: Fault) => void

type Read = ReadAnswer & { odds?: Odds }

async function ask(asking: Asking, note: Note, { chat, journal, calling }: Asker): Promise<Read> {
  const { body, call, hasUsage, sent } = await chat.ask(asking, calling)
  if (!hasUsage) note({ kind: 'no-usage' })
  const read = readAnswer(body, [...new Set([sent, asking.schema])])
  journal.calls.push({ ...call, usable: read.kind === 'usable' })
  return { ...read, odds: asking.choice && oddsIn(body, asking.choice) }
}

type Unusable = Extract<ReadAnswer, { kind: 'unusable' }>

function askAgain(asking: Asking, failed: Unusable, note: Note, run: Asker): Promise<Read> {
  note({ kind: 'asked-again' })
  const { fault, said } = failed
  const complaint: Message = { role: 'user', content: complaintOf(fault) }
  // A model that sees its loop, or an answer without an end, goes on with it; what is wrong in form it can mend.
  const shown: Message[] = said !== '' && MENDABLE.has(fault.kind) ? [{ role: 'assistant', content: said }] : []
  const isShort = fault.kind === 'truncated' || fault.kind === 'reasoning-only'
  const maxTokens = isShort ? asking.maxTokens * 2 : asking.maxTokens
  return ask({ ...asking, maxTokens, messages: [...asking.messages, ...shown, complaint] }, note, run)
}

const MENDABLE: ReadonlySet<Fault['kind']> = new Set(['invalid-json', 'invalid-shape'])

function complaintOf({ kind, detail }: Fault): string {
  const what = COMPLAINTS[kind] ?? 'it could not be used'
  const exactly = kind === 'invalid-shape' && detail ? ` (${detail})` : ''
  return `Your answer to this task could not be used: ${what}${exactly}. Answer the task above once more, in full, as one JSON object.`
}

const COMPLAINTS: Partial<Record<Fault['kind'], string>> = {
  'invalid-json': 'it was not valid JSON',
  'invalid-shape': 'it did not have the form that was asked for',
  truncated: 'it was cut off because it was too long. Keep every text short',
  loop: 'it repeated the same items again and again. Write every item once',
  empty: 'it was empty',
  'reasoning-only': 'it held thoughts but no answer. Think less',
  refusal: 'it was a refusal. The task is only to describe what a published news article says',
  'content-filter': 'it was held back. The task is only to describe what a published news article says',
}

function partOf(usable: { value: unknown; defects: Fault[]; odds?: Odds }, { read }: Question, note: Note): Answered {
  for (const defect of usable.defects) note(defect)
  try {
    const part = read(usable.value, usable.odds)
    if (part !== undefined) return { kind: 'answered', part }
  } catch {
    // A question reads whatever its schemas accept; one that does not must not cost the article its other parts.
  }
  const fault: Fault = { kind: 'invalid-shape', detail: 'the question cannot read it' }
  note(fault)
  note({ kind: 'part-failed' })
  return { kind: 'failed', fault }
}
