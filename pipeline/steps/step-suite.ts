import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { loadPrompts } from '../../prompts/load-prompts.ts'
import { ground } from '../ground/ground.ts'
import { read } from '../rules/read.ts'
import type { Cast, Complaint, Parts, Question, StepInput } from '../schema/contracts.ts'
import type { Reading } from '../schema/reading.ts'
import type { Evidence } from '../schema/span.ts'
import { toArticle } from '../text/article.ts'
import { resolveActors } from './actors/resolve.ts'
import { anyJson } from './any-json.fake.ts'
import type { DefinedStep } from './define-step.ts'
import { inputOf } from './reading.fake.ts'
import { resolveExample } from './resolve-example.ts'

const texts = (await loadPrompts()).textsFor()

export const HARBOUR = `The port of Pell will close its fish market in June, Mayor Ada Brun said on Monday.

“The roof is not safe,” Brun told reporters. “We will build a new one.”

Rui Sand, who leads the traders’ union, called the plan “a slow funeral” and asked the council to wait. The council declined to comment.`
export const STRIKE =
  'Drivers of the Veras line went on strike. Their employer offered 4 percent. “Not enough,” said the drivers.'

/** What every step promises, whatever it is asked about. */
export function stepSuite(step: DefinedStep): void {
  describe(`the step ${step.name}`, () => {
    const prompt = texts.steps[step.name]

    it('has a prompt whose example resolves without a warning and is grounded in its own article', () => {
      const { faults, resolved } = resolveExample(prompt, step)
      expect(faults).toEqual([])
      const claims = step.claims(resolved?.parts ?? {}, resolved?.cast)
      expect(claims.length).toBeGreaterThan(0)
      expect(resolved && ground(claims, { reading: resolved.input.reading, cast: resolved.cast })).toEqual([])
    })

    it('asks in a form that strict modes take and that no article changes', () => {
      const forms = [HARBOUR, STRIKE].map((text) => questionsOf(step, inputFor(step, text)).map(formOf))
      for (const form of forms.flat()) expect(faultsOfForm(form)).toEqual([])
      expect(new Set(forms.flat().map((form) => JSON.stringify(form))).size).toBeLessThanOrEqual(2)
    })

    it('asks about numbers that exist, in a task without open placeholders', () => {
      for (const { sentences, task, maxTokens } of questionsOf(step, inputFor(step, HARBOUR))) {
        expect(sentences.every((index) => index >= 0 && index < readingFor(HARBOUR).sentences.length)).toBe(true)
        expect(task).not.toMatch(/\{\{|undefined|\[object/)
        expect(maxTokens).toBeGreaterThan(0)
      }
    })

    it('asks one question without a cast, as the mode "single" needs', () => {
      const input = inputOf(readingFor(HARBOUR))
      expect(step.ask(texts, input, new Map()).questions).toHaveLength(1)
    })

    it('asks nothing about an answer that is complete', () => {
      const input = inputFor(step, HARBOUR)
      const wire = step.extract(input)
      const answered = new Map<string, unknown>()
      for (const question of questionsOf(step, input)) answered.set(question.key, question.read(wire))
      const again = step.ask(texts, input, answered).questions.filter(({ key }) => !answered.has(key))
      for (const { task } of again) expect(task).toBe('nothing left to ask')
    })

    it('reads what its narrowed form allows', () => {
      for (const question of questionsOf(step, inputFor(step, HARBOUR))) {
        const narrowed = question.narrowed?.() ?? question.schema
        fc.assert(
          fc.property(anyJson(z.toJSONSchema(narrowed)), (answer) => {
            expect(narrowed.safeParse(answer).error).toBeUndefined()
            const input = inputFor(step, HARBOUR)
            const wire = step.merge([question.read(answer)], input)
            expect(step.wire.safeParse(wire).error).toBeUndefined()
          }),
          { numRuns: 30 },
        )
      }
    })

    it('resolves no answer at all, and says what is missing', () => {
      const input = inputFor(step, HARBOUR)
      const { parts, cast, warnings } = step.resolve(step.merge([], input), input)
      const said = [...warnings, ...step.review(parts, { ...input, cast: cast ?? input.cast })]
      expect(said.length).toBeGreaterThan(0)
    })

    it('resolves the wire of the rules to words of the article', () => {
      for (const text of [HARBOUR, STRIKE]) {
        const input = inputFor(step, text)
        const { parts, warnings } = step.resolve(step.extract(input), input)
        expect(warnings.filter(({ code }) => code === 'ITEM_INVALID')).toEqual([])
        expectVerbatim(parts, input.reading)
      }
    })

    it('resolves whatever a model may write, verbatim, and drops every claim that it is told to', () => {
      const input = inputFor(step, HARBOUR)
      const wires = anyJson(z.toJSONSchema(step.wire))
      fc.assert(
        fc.property(wires, (wire) => {
          const { parts, cast } = step.resolve(wire, input)
          expectVerbatim(parts, input.reading)
          expect(idsOf(step.claims(parts, cast ?? input.cast))).toHaveLength(
            step.claims(parts, cast ?? input.cast).length,
          )
          expectDrops(step, parts, { ...input, cast: cast ?? input.cast })
        }),
        { numRuns: 60 },
      )
    })

    it('asks for the faulty items only in a repair, and takes them in', () => {
      const input = inputFor(step, HARBOUR)
      const { parts, cast } = step.resolve(step.extract(input), input)
      const [claim] = step.claims(parts, cast ?? input.cast)
      if (claim === undefined) return
      const complaints = [complaintOf(claim.id, step, 'It says too much.')]
      const [question, ...others] = questionsOf(step, { ...input, complaints })
      expect(others).toEqual([])
      expect(question?.task).toContain('It says too much.')
      expect(step.mend(parts, complaints, {}, { fallen: new Set() }).mended).toEqual([])
    })
  })
}

function readingFor(text: string): Reading {
  return read(toArticle({ id: 'test', text, language: 'en' }))
}

export function inputFor(step: DefinedStep, text: string): StepInput {
  const input = inputOf(readingFor(text))
  return step.name === 'actors' ? input : { ...input, cast: castOf(input) }
}

function castOf(input: StepInput): Cast | undefined {
  const actors = input.reading.names.map(({ name, kind }) => ({ sentences: [1], name, kind, role: null, aliases: [] }))
  const issue = { sentences: [1], statement: 'The plan goes ahead.' }
  return resolveActors({ actors, issue, otherIssues: [] }, input).cast
}

function questionsOf(step: DefinedStep, input: StepInput): readonly Question[] {
  return step.ask(texts, input, new Map()).questions
}

function formOf({ schema }: Question): unknown {
  return z.toJSONSchema(schema)
}

const REFUSED = ['minimum', 'maximum', 'minItems', 'maxItems', 'minLength', 'maxLength', 'pattern', 'default', 'oneOf']

/** What a strict mode would refuse, by path. */
export function faultsOfForm(form: unknown, path = '$'): string[] {
  if (typeof form !== 'object' || form === null) return []
  const own = Object.keys(form)
    .filter((key) => REFUSED.includes(key))
    .map((key) => `${path}.${key}`)
  const isOpen = 'properties' in form && !('additionalProperties' in form && form.additionalProperties === false)
  const optional =
    'properties' in form && 'required' in form && Array.isArray(form.required)
      ? Object.keys(form.properties ?? {}).length !== form.required.length
      : 'properties' in form
  const inner = Object.entries(form).flatMap(([key, value]) => faultsOfForm(value, `${path}.${key}`))
  return [...own, ...(isOpen ? [`${path} is open`] : []), ...(optional ? [`${path} has optional keys`] : []), ...inner]
}

export function expectVerbatim(parts: unknown, { article }: Reading): void {
  for (const { start, end, text } of evidenceIn(parts)) expect(article.text.slice(start, end)).toBe(text)
}

/** Everything that has a place and words, however deep. */
function evidenceIn(value: unknown): Omit<Evidence, 'sentence'>[] {
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.values(value).flatMap(evidenceIn)
  return isPlaced(value) ? [value, ...inner] : inner
}

function isPlaced(value: object): value is Omit<Evidence, 'sentence'> {
  return 'start' in value && 'end' in value && 'text' in value
}

function idsOf(claims: readonly { id: string }[]): string[] {
  return [...new Set(claims.map(({ id }) => id))]
}

function complaintOf(claim: string, step: DefinedStep, message: string, field?: string): Complaint {
  return { claim, step: step.name, item: 'the item', message, sentences: [0], ...(field !== undefined && { field }) }
}

/** A claim that is dropped is gone, or rests on whole sentences of the article, which grounding always passes. */
function expectDrops(step: DefinedStep, parts: Partial<Parts>, input: StepInput): void {
  for (const { id, texts: written } of step.claims(parts, input.cast)) {
    const fields = [undefined, ...written.filter(({ essential }) => !essential).map(({ field }) => field)]
    for (const field of fields) {
      let now = parts
      for (let round = 0; round < 3; round++) {
        const dropped = step.drop(now, complaintOf(id, step, 'It is wrong.', field), input)
        expect(dropped.warnings.length).toBeGreaterThan(0)
        now = dropped.parts
      }
      const left = step.claims(now, input.cast).find((claim) => claim.id === id)
      const texts = left?.texts.filter((text) => field === undefined || text.field === field) ?? []
      for (const { text } of texts) expect(left?.evidence.map((each) => each.text)).toContain(text)
    }
  }
}
