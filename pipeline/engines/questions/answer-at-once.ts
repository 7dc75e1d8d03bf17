import { z } from 'zod'
import type { Question, Step } from '../../schema/contracts.ts'
import type { StepName } from '../../schema/recipe.ts'
import { isRecord } from '../json-schema.ts'
import { fitShape } from '../replies/fit-shape.ts'
import { type Fault, readAnswer } from '../replies/read-answer.ts'
import { answerQuestion, messagesOf } from './answer-question.ts'
import type { Asker } from './asker.ts'
import { envelopeOf } from './envelope.ts'
import { warnUnanswered } from './warn-unanswered.ts'

/**
 * Mode `single`: one question for all steps, each part of its answer held against its own schema. A part that cannot be used
 * is asked alone, as in `chain`. A step that stayed without an answer is absent.
 */
export async function answerAtOnce(steps: readonly Step[], run: Asker): Promise<Map<StepName, readonly unknown[]>> {
  const asked = steps.map((step) => ({ step, ...step.ask(run.texts, run.input, new Map()) }))
  const questions = new Map(asked.flatMap(({ step, questions: [only] }) => (only ? [[step.name, only] as const] : [])))
  const [answers = new Map<StepName, unknown>()] = await run.inTurn([() => answerEnvelope(questions, run)])
  const alone = await run.inTurn(
    [...questions].filter(([name]) => !answers.has(name)).map((missing) => () => answerAlone(missing, run)),
  )
  const given = new Map([...answers, ...alone.flat()])
  const parts = new Map<StepName, readonly unknown[]>()
  for (const { step, known } of asked) {
    const isAnswered = given.has(step.name)
    if (isAnswered || known.length > 0 || !questions.has(step.name)) {
      parts.set(step.name, isAnswered ? [...known, given.get(step.name)] : known)
    }
  }
  return parts
}

/** The usable parts of the one answer. */
async function answerEnvelope(questions: ReadonlyMap<StepName, Question>, run: Asker): Promise<Map<StepName, unknown>> {
  const parts = new Map<StepName, unknown>()
  if (questions.size === 0) return parts
  const envelope = envelopeOf(questions)
  const steps = [...questions.keys()]
  const messages = messagesOf(envelope, run)
  const { body, call, hasUsage, sent } = await run.chat.ask({ ...envelope, steps, messages }, run.calling)
  const noteAll = (fault: Fault) =>
    run.journal.defects.push({ step: steps[0] ?? 'actors', key: envelope.key, ...fault })
  if (!hasUsage) noteAll({ kind: 'no-usage' })
  const read = readAnswer(body, [AnyParts])
  run.journal.calls.push({ ...call, usable: read.kind === 'usable' })
  if (read.kind === 'unusable') noteAll(read.fault)
  const usable = read.kind === 'usable' ? { ...read, isLastCut: false } : read.rest
  const { value, defects = [], isLastCut = false } = usable ?? {}
  for (const defect of defects) noteAll(defect)
  const written = completeParts(value, isLastCut)
  for (const [name, question] of questions) {
    const part = readPart(name, question, { value: written.get(name), schema: partSchema(sent, name) }, run)
    if (part !== undefined) parts.set(name, part)
  }
  return parts
}

const AnyParts = z.record(z.string(), z.unknown())

function completeParts(value: unknown, isLastCut: boolean): ReadonlyMap<string, unknown> {
  const entries = isRecord(value) ? Object.entries(value) : []
  return new Map(isLastCut ? entries.slice(0, -1) : entries)
}

function partSchema(envelope: z.ZodType, step: StepName): z.ZodType | undefined {
  const schema: unknown = envelope instanceof z.ZodObject ? envelope.shape[step] : undefined
  return schema instanceof z.ZodType ? schema : undefined
}

type WrittenPart = { value: unknown; schema: z.ZodType | undefined }

function readPart(step: StepName, question: Question, written: WrittenPart, { journal }: Asker): unknown {
  const { key, schema, read } = question
  const { value, schema: sent = schema } = written
  const note = (fault: Fault) => journal.defects.push({ step, key, ...fault })
  if (value === undefined) {
    note({ kind: 'gap', detail: 'the part is missing' })
    return undefined
  }
  const fit = fitShape(value, [...new Set([sent, schema])])
  if (fit.kind === 'misfits') {
    note({ kind: 'invalid-shape', detail: fit.complaint })
    return undefined
  }
  if (fit.how) note({ kind: 'json-repaired', detail: fit.how })
  try {
    return read(fit.value)
  } catch {
    note({ kind: 'invalid-shape', detail: 'the question cannot read it' })
    return undefined
  }
}

async function answerAlone(
  [name, question]: readonly [StepName, Question],
  run: Asker,
): Promise<[StepName, unknown][]> {
  run.journal.defects.push({ step: name, key: question.key, kind: 'asked-again', detail: 'alone' })
  const answered = await answerQuestion(name, question, run)
  if (answered.kind === 'answered') return [[name, answered.part]]
  warnUnanswered(name, { isAnswered: false, failures: [answered.fault] }, run)
  return []
}
