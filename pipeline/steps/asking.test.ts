import { describe, expect, it } from 'vitest'
import { loadPrompts } from '../../prompts/load-prompts.ts'
import type { Question, StepInput, Window } from '../schema/contracts.ts'
import { resolveActors } from './actors/resolve.ts'
import { actorsStep } from './actors/step.ts'
import type { DefinedStep } from './define-step.ts'
import { reactionsStep } from './reactions/step.ts'
import { inputOf, readingOf } from './reading.fake.ts'
import { stancesStep } from './stances/step.ts'
import { summaryStep } from './summary/step.ts'

const texts = (await loadPrompts()).textsFor()
const TEXT =
  '“The roof is not safe,” Ada Brun told reporters. The market closes in June. Rui Sand called the plan “a slow funeral for us all”. Traders protest at the town hall.'
const READING = readingOf(TEXT, { names: [{ name: 'Ada Brun' }, { name: 'Rui Sand' }] })

function inputWith({ windows, recipe }: { windows?: number[][]; recipe?: object } = {}): StepInput {
  const made: Window[] | undefined = windows?.map((sentences, index) => ({ index, sentences }))
  const input = inputOf(READING, { ...(made && { windows: made }), ...(recipe && { recipe }) })
  const actors = ['Ada Brun', 'Rui Sand'].map((name) => ({
    sentences: [1],
    name,
    kind: 'person' as const,
    role: null,
    aliases: [],
  }))
  const issue = { sentences: [2], statement: 'The market closes.' }
  return { ...input, cast: resolveActors({ actors, issue, otherIssues: [] }, input).cast }
}

function ask(step: DefinedStep, input: StepInput, answers: Record<string, unknown> = {}): readonly Question[] {
  const first = step.ask(texts, input, new Map()).questions
  const read = first
    .filter(({ key }) => key in answers)
    .map((question) => [question.key, question.read(answers[question.key])] as const)
  return step.ask(texts, input, new Map(read)).questions
}
const keysOf = (questions: readonly Question[]) => questions.map(({ key }) => key)

describe('asking for actors', () => {
  it('asks each window about its own sentences, and reminds of the names in them', () => {
    const questions = ask(
      actorsStep,
      inputWith({
        windows: [
          [0, 1],
          [2, 3],
        ],
      }),
    )
    expect(questions.map(({ sentences }) => sentences)).toEqual([
      [0, 1],
      [2, 3],
    ])
    expect(questions[1]?.task).toContain('Rui Sand')
    expect(questions[1]?.task).not.toContain('Ada Brun')
  })

  it('shows what the recipe gives', () => {
    const [question] = ask(
      actorsStep,
      inputWith({ recipe: { actors: ['the author'], targets: ['Markets should stay.'] } }),
    )
    expect(question?.task).toContain('A1: the author')
    expect(question?.task).toContain('I1: Markets should stay.')
  })
})

describe('asking again for stances', () => {
  const WINDOWS = [
    [0, 1],
    [2, 3],
  ]
  const stances = ['a1', 'a2'].map((actor, index) => ({
    id: `s${index + 1}`,
    actor,
    target: 'i1',
    label: 'unstated' as const,
    evidence: [],
    confidence: { value: 0.4, calibrated: false },
  }))

  it('shows each doubt the window that tells of its actor', () => {
    const input = inputWith({ windows: WINDOWS })
    const complaints = stancesStep.doubts?.({ stances }, input, 0.7) ?? []
    expect(complaints.map(({ sentences }) => sentences)).toEqual([[0], [2]])
    const questions = ask(stancesStep, { ...input, complaints })
    expect(questions.map(({ key, sentences }) => [key, sentences])).toEqual([
      ['repair', WINDOWS[0]],
      ['repair-2', WINDOWS[1]],
    ])
    expect(questions[0]?.task).toContain('Ada Brun towards')
    expect(questions[0]?.task).not.toContain('Rui Sand towards')
  })

  it('puts all doubts of a short article in one question', () => {
    const input = inputWith()
    const complaints = stancesStep.doubts?.({ stances }, input, 0.7) ?? []
    expect(keysOf(ask(stancesStep, { ...input, complaints }))).toEqual(['repair'])
  })
})

describe('asking for a summary', () => {
  it('lets each window of a long article pick its main sentences, then asks about those alone', () => {
    const input = inputWith({
      windows: [
        [0, 1],
        [2, 3],
      ],
    })
    expect(keysOf(ask(summaryStep, input))).toEqual(['pick-1', 'pick-2'])
    const [question, ...others] = ask(summaryStep, input, {
      'pick-1': { sentences: [2, 99] },
      'pick-2': { sentences: [4] },
    })
    expect(others).toEqual([])
    expect(question?.sentences).toEqual([1, 3])
  })

  it('takes the most salient sentences of a window that did not answer', () => {
    const input = inputWith({
      windows: [
        [0, 1],
        [2, 3],
      ],
    })
    const [question] = ask(summaryStep, input, { 'pick-2': { sentences: [4] } })
    expect(question?.sentences).toEqual([0, 1, 3])
  })

  it('names the language of the article', () => {
    const input = inputWith()
    const [question] = ask(summaryStep, { ...input, reading: { ...input.reading, language: 'es' } })
    expect(question?.task).toContain('in Spanish')
  })
})

describe('asking for stances', () => {
  const stance = { sentences: [1], voice: 'self', label: 'support', rationale: null }

  it('has a key for every actor where the form may be narrowed, with the sentences that name it', () => {
    const sand = { ...stance, sentences: [3], label: 'oppose' }
    const [question] = ask(stancesStep, inputWith())
    const answer = {
      'A1 Ada Brun to I1': stance,
      'A2 Rui Sand to I1': sand,
      more: [{ ...stance, actor: 'A1 Ada Brun', target: 'A2 Rui Sand' }],
    }
    expect(question?.narrowed?.().safeParse(answer).success).toBe(true)
    expect(
      question?.narrowed?.().safeParse({ ...answer, 'A1 Ada Brun to I1': { ...stance, sentences: [3] } }).success,
    ).toBe(false)
    expect(question?.read(answer)).toEqual({
      stances: [
        { actor: 1, target: 'I1', ...stance },
        { actor: 2, target: 'I1', ...sand },
        { actor: 1, target: 'A2 Rui Sand', ...stance },
      ],
    })
  })

  it('asks once more for the actors that a list left out', () => {
    const questions = ask(stancesStep, inputWith(), {
      'window-1': { stances: [{ actor: 1, target: 'I1', ...stance }] },
    })
    expect(keysOf(questions)).toEqual(['window-1-gaps'])
    expect(questions[0]?.task).toContain('A2 Rui Sand to I1')
    expect(questions[0]?.task).not.toContain('A1 Ada Brun to I1')
  })

  it('asks a window only about the actors that it names', () => {
    const questions = ask(stancesStep, inputWith({ windows: [[0], [1], [2, 3]] }))
    expect(keysOf(questions)).toEqual(['window-1', 'window-3'])
    expect(questions[1]?.task).not.toContain('A1 Ada Brun to I1')
  })

  it('asks of every actor about the given targets, in the mode "single" by the model’s own numbers', () => {
    const input = inputWith({ recipe: { targets: ['Markets should stay.'] } })
    expect(ask(stancesStep, input)[0]?.task).toContain('A2 Rui Sand to I1')
    const [single] = ask(stancesStep, { ...input, cast: undefined })
    expect(single?.task).toContain('your own lists')
  })

  it('splits what would be too long for one answer', () => {
    const names = Array.from({ length: 40 }, (_, index) => `Member ${String.fromCharCode(65 + (index % 26))}${index}`)
    const reading = readingOf(`${names.join(', ')} met at the town hall of Pell.`, {
      names: names.map((name) => ({ name })),
    })
    const actors = names.map((name) => ({ sentences: [1], name, kind: 'person' as const, role: null, aliases: [] }))
    const issue = { sentences: [1], statement: 'The members meet.' }
    const { cast } = resolveActors({ actors, issue, otherIssues: [] }, inputOf(reading))
    expect(keysOf(ask(stancesStep, inputOf(reading, { cast })))).toEqual(['window-1', 'window-1-2'])
    const small = inputOf(reading, { cast, recipe: { contextTokens: 4_096 } })
    for (const { maxTokens } of ask(stancesStep, small)) expect(maxTokens).toBeLessThan(1_500)
  })
})

describe('asking for reactions', () => {
  const reaction = { sentences: [1], actor: 1, kind: 'concern', polarity: 'negative', target: 'I1', content: null }

  it('has a key for every quotation where the form may be narrowed; nobody may have spoken it', () => {
    const [question] = ask(reactionsStep, inputWith())
    const chosen = { ...reaction, actor: 'A1 Ada Brun' }
    const answer = {
      Q1: chosen,
      Q2: { ...chosen, sentences: [3], actor: 'nobody' },
      others: [{ ...chosen, sentences: [4] }],
    }
    expect(question?.narrowed?.().safeParse(answer).success).toBe(true)
    expect(question?.read(answer)).toEqual({
      reactions: [
        { ...reaction, quotation: 1 },
        { ...reaction, sentences: [4], quotation: null },
      ],
      noReaction: [2],
    })
  })

  it('has a key for a statement without quotation marks that the rules found, and reads it as no quotation', () => {
    const names = [{ name: 'Ada Brun' }, { name: 'Rui Sand' }]
    const attributions = [{ speaker: 1, cue: 'protest', content: 'at the town hall' }]
    const input = { ...inputWith(), reading: readingOf(TEXT, { names, attributions }) }
    const [question] = ask(reactionsStep, input)
    const stated = { ...reaction, sentences: [4], actor: 'A2 Rui Sand' }
    const nobody = { ...reaction, sentences: [3], actor: 'nobody' }
    const answer = { Q1: { ...nobody, sentences: [1] }, Q2: nobody, S4: stated, others: [] }
    expect(question?.narrowed?.().safeParse(answer).error).toBeUndefined()
    expect(question?.read(answer)).toEqual({
      reactions: [{ ...stated, actor: 2, quotation: null }],
      noReaction: [1, 2],
    })
  })

  it('asks once more for the quotations that a list left out', () => {
    const answer = { reactions: [], noReaction: [1] }
    const questions = ask(reactionsStep, inputWith(), { 'window-1': answer })
    expect(keysOf(questions)).toEqual(['window-1-gaps'])
    expect(questions[0]?.task).toContain('Q2, sentence 3: Rui Sand called the plan “a slow funeral for us all”.')
    expect(questions[0]?.task).not.toContain('Q1, sentence')
    expect(ask(reactionsStep, inputWith(), { 'window-1': { reactions: [], noReaction: [1, 2] } })).toEqual([])
  })

  it('asks nothing where there is nobody who could react', () => {
    const input = inputOf(READING)
    const { cast } = resolveActors({ actors: [], issue: { sentences: [1], statement: 'X.' }, otherIssues: [] }, input)
    expect(ask(reactionsStep, { ...input, cast })).toEqual([])
  })
})
