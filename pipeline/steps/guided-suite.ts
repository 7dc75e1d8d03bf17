import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { loadPrompts } from '../../prompts/load-prompts.ts'
import { PromptStep } from '../../prompts/parse-prompt.ts'
import type { Odds, Question, StepInput } from '../schema/contracts.ts'
import { anyJson } from './any-json.fake.ts'
import type { DefinedStep } from './define-step.ts'
import { expectVerbatim, faultsOfForm, HARBOUR, inputFor, STRIKE } from './step-suite.ts'

const texts = (await loadPrompts()).textsFor({}, new Set(PromptStep.options))

/** What every step promises that is asked closed questions. */
export function guidedSuite(step: DefinedStep): void {
  describe(`the step ${step.name} in mode guided`, () => {
    it('asks about sentences that exist, in a form that strict modes take', () => {
      for (const text of [HARBOUR, STRIKE]) {
        const input = guidedInput(step, text)
        const questions = questionsOf(step, input)
        expect(new Set(questions.map(({ key }) => key)).size).toBe(questions.length)
        for (const { sentences, task, choice, schema } of questions) {
          const form = z.toJSONSchema(schema)
          expect(faultsOfForm(form)).toEqual([])
          expect(sentences.every((index) => index < input.reading.sentences.length)).toBe(true)
          expect(task).not.toMatch(/\{\{|undefined|\[object/)
          if (choice) expect(form).toHaveProperty(['properties', choice.field, 'enum'], choice.labels)
        }
      }
    })

    it('makes of whatever is answered a wire that resolves to words of the article', () => {
      const input = guidedInput(step, HARBOUR)
      const questions = questionsOf(step, input)
      expect(questions.length).toBeGreaterThan(0)
      const forms = questions.map(({ schema, narrowed }) => anyJson(z.toJSONSchema(narrowed?.() ?? schema)))
      const odds = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined })
      fc.assert(
        fc.property(fc.tuple(...forms), odds, (answers, odd) => {
          const parts = questions.map((question, index) => question.read(answers[index], oddsOf(question, odd)))
          const wire = step.wire.parse(step.merge(parts, input))
          expectVerbatim(step.resolve(wire, input).parts, input.reading)
        }),
        { numRuns: 60 },
      )
    })

    it('gives what the rules give where nothing is answered', () => {
      const input = guidedInput(step, HARBOUR)
      expect(step.merge([], input)).toEqual(step.extract(input))
    })

    it('asks nothing in a repair and gives no answer of the rules: what fails there has no better one', () => {
      const complaint = { claim: 's1', step: step.name, item: 'the item', message: 'It is wrong.', sentences: [0] }
      const input = { ...guidedInput(step, HARBOUR), complaints: [complaint] }
      expect(questionsOf(step, input)).toEqual([])
      expect(step.claims(step.resolve(step.merge([], input), input).parts, input.cast)).toEqual([])
    })
  })
}

function guidedInput(step: DefinedStep, text: string): StepInput {
  const input = inputFor(step, text)
  const guided = { engine: 'openai', model: 'scripted', mode: 'guided' } as const
  const steps = { actors: guided, summary: guided, stances: guided, reactions: guided }
  return { ...input, recipe: { ...input.recipe, steps } }
}

function questionsOf(step: DefinedStep, input: StepInput): readonly Question[] {
  return step.ask(texts, input, new Map()).questions
}

/** The first label gets one odd, the others share the rest. */
function oddsOf({ choice }: Question, odd: number | undefined): Odds | undefined {
  if (choice === undefined || odd === undefined) return undefined
  const rest = (1 - odd) / (choice.labels.length - 1)
  return Object.fromEntries(choice.labels.map((label, index) => [label, index === 0 ? odd : rest]))
}
