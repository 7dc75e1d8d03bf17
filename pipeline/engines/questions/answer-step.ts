import type { Question, Step } from '../../schema/contracts.ts'
import type { Fault } from '../replies/read-answer.ts'
import { type Answered, answerQuestion } from './answer-question.ts'
import type { Asker } from './asker.ts'
import { warnUnanswered } from './warn-unanswered.ts'

/**
 * The parts of a step's wire: what the rules knew, then the answers in the order of the questions. The step is asked twice for
 * its questions, the second time for the gaps; a question that stayed without an answer is not put again.
 * undefined when there were questions and none was answered.
 */
export async function answerStep(step: Step, run: Asker): Promise<readonly unknown[] | undefined> {
  const { known, questions } = step.ask(run.texts, run.input, new Map())
  const first = await answerAll(step, questions, run)
  const isAnswered = questions.length === 0 || known.length > 0 || first.parts.size > 0
  const second = first.parts.size > 0 ? await answerGaps(step, first, run) : NONE
  warnUnanswered(step.name, { isAnswered, failures: [...first.failures.values(), ...second.failures.values()] }, run)
  return isAnswered ? [...known, ...first.parts.values(), ...second.parts.values()] : undefined
}

type AllAnswers = { parts: ReadonlyMap<string, unknown>; failures: ReadonlyMap<string, Fault> }
const NONE: AllAnswers = { parts: new Map(), failures: new Map() }

async function answerGaps(step: Step, first: AllAnswers, run: Asker): Promise<AllAnswers> {
  const { questions } = step.ask(run.texts, run.input, first.parts)
  const open = questions.filter(({ key }) => !first.parts.has(key) && !first.failures.has(key))
  for (const { key } of open) {
    // The second round also holds what builds on the first, such as the summary of a long article; those are no defects.
    if (key.endsWith('-gaps')) run.journal.defects.push({ step: step.name, key, kind: 'gap' })
  }
  return answerAll(step, open, run)
}

async function answerAll(step: Step, questions: readonly Question[], run: Asker): Promise<AllAnswers> {
  const answers = await run.inTurn(
    questions.map(
      (question) => async (): Promise<[string, Answered]> => [
        question.key,
        await answerQuestion(step.name, question, run),
      ],
    ),
  )
  const parts = new Map<string, unknown>()
  const failures = new Map<string, Fault>()
  for (const [key, answer] of answers) {
    if (answer.kind === 'answered') parts.set(key, answer.part)
    else failures.set(key, answer.fault)
  }
  return { parts, failures }
}
