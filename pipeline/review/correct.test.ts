import { describe, expect, it } from 'vitest'
import { expectGrounded } from '../../test/expect-grounded.ts'
import type { Analysis } from '../schema/analysis.ts'
import { Corrections } from '../schema/correction.ts'
import { BRIDGE, bridgeAnalysis, bridgeReading, cited } from './bridge.fake.ts'
import { type Corrected, correct } from './correct.ts'

const reading = bridgeReading()
const analysis = bridgeAnalysis(reading)

describe('corrections that the article bears', () => {
  it('relabel a stance, without the evidence and voice of a label that nobody holds', () => {
    const after = corrected([{ what: 'stance', claim: 's2', field: 'label', value: 'unstated' }])
    expect(after.stances[1]).toEqual({ id: 's2', actor: 'a2', target: 'i1', label: 'unstated', evidence: [] })
  })

  it('label what was unstated, in whatever order', () => {
    const evidence = { what: 'stance', claim: 's3', field: 'evidence', value: ['declined to comment', 5] }
    const voice = { what: 'stance', claim: 's3', field: 'voice', value: 'self' }
    const label = { what: 'stance', claim: 's3', field: 'label', value: 'neutral' }
    const after = corrected([evidence, voice, label])
    expect(after).toEqual(corrected([label, voice, evidence]))
    expect(after.stances[2]).toMatchObject({ label: 'neutral', voice: 'self' })
    expect(after.stances[2]?.evidence.map(({ text }) => text)).toEqual([
      'The ferry company Norvia declined to comment.',
      'declined to comment',
    ])
  })

  it('forget which model had given another label, and how sure it was', () => {
    const given = { confidence: { value: 0.9, calibrated: true }, model: 'large' }
    const before = { ...analysis, stances: analysis.stances.map((stance) => ({ ...stance, ...given })) }
    const after = corrected([{ what: 'stance', claim: 's2', field: 'label', value: 'mixed' }], before)
    expect(after.stances[1]).not.toHaveProperty('confidence')
    expect(after.stances[1]).not.toHaveProperty('model')
    expect(after.stances[0]).toMatchObject(given)
  })

  it('cite a passage by offsets', () => {
    const start = BRIDGE.indexOf('Sand warned')
    const value = [{ start, end: start + 'Sand warned'.length }]
    const after = corrected([{ what: 'stance', claim: 's2', field: 'evidence', value }])
    expect(after.stances[1]?.evidence).toEqual([{ sentence: 2, start, end: start + 11, text: 'Sand warned' }])
  })

  it('cite a passage over two sentences as one for each', () => {
    const value = ['lose their customers. Ines Tol called']
    const after = corrected([{ what: 'line', claim: 'k1', field: 'evidence', value: [2, ...value] }])
    expect(after.summary.keyPoints[0]?.evidence.slice(1).map(({ text }) => text)).toEqual([
      'lose their customers.',
      'Ines Tol called',
    ])
  })

  it('take a quotation whole, with its sentence, its verb and its words as the content', () => {
    const after = corrected([
      { what: 'reaction', claim: 'r1', field: 'actor', value: 'a1' },
      { what: 'reaction', claim: 'r1', field: 'quote', value: '“a gift to the”' },
      { what: 'reaction', claim: 'r1', field: 'kind', value: 'praise' },
    ])
    expect(after.reactions[0]).toMatchObject({
      actor: 'a1',
      kind: 'praise',
      polarity: 'positive',
      content: 'a gift to the river',
      cue: { text: 'called' },
      quote: { text: 'a gift to the river' },
      evidence: cited(reading, 4),
    })
  })

  it('add what was missed under ids that nothing has had', () => {
    const additions = [
      {
        what: 'addition',
        add: { part: 'stance', actor: 'a2', target: 'a1', label: 'oppose', voice: 'self', evidence: [2] },
      },
      { what: 'addition', add: { part: 'reaction', actor: 'a1', kind: 'praise', quote: 'a gift to the river' } },
      { what: 'addition', add: { part: 'brief', text: 'Ines Tol promised a ferry.', evidence: [4] } },
    ]
    const after = corrected(additions, analysis, ['s4', 'b7'])
    expect([after.stances.at(-1)?.id, after.reactions.at(-1)?.id, after.summary.brief.at(-1)?.id]).toEqual([
      's5',
      'r2',
      'b8',
    ])
    expect(after.reactions.at(-1)).toMatchObject({ content: 'a gift to the river', evidence: cited(reading, 4) })
  })

  it('remove an actor with all that speaks of it', () => {
    const after = corrected(['a3', 's3'].map((claim) => ({ what: 'removal', claim })))
    expect([after.actors.map(({ id }) => id), after.stances.map(({ id }) => id)]).toEqual([
      ['a1', 'a2'],
      ['s1', 's2'],
    ])
  })

  it('leave a stance unstated that is removed and that every analysis tells', () => {
    const after = corrected([{ what: 'removal', claim: 's2' }])
    expect(after.stances[1]).toEqual({ id: 's2', actor: 'a2', target: 'i1', label: 'unstated', evidence: [] })
  })

  it('correct the names of an actor, and with them its mentions', () => {
    const after = corrected([{ what: 'actor', claim: 'a3', field: 'aliases', value: ['ferry company'] }])
    expect(after.actors[2]?.mentions.map(({ text }) => text)).toContain('ferry company')
    const back = corrected([{ what: 'actor', claim: 'a3', field: 'aliases', value: [] }], after)
    expect(back.actors[2]?.mentions).toEqual(analysis.actors[2]?.mentions)
  })

  it('leave the account of the run as it was, but for the ids of what is gone', () => {
    const after = corrected([{ what: 'removal', claim: 'r1' }])
    expect(after.grounding).toEqual(analysis.grounding)
    const warnings = [{ code: 'TEXT_DROPPED' as const, message: 'A content was removed', claim: 'r1' }]
    const before = { ...analysis, grounding: { ...analysis.grounding, warnings } }
    expect(corrected([{ what: 'removal', claim: 'r1' }], before).grounding.warnings).toEqual([
      { code: 'TEXT_DROPPED', message: 'A content was removed' },
    ])
  })
})

describe('corrections of an analysis that older rules made', () => {
  it('find its sentences and quotations by their places, not by their numbers', () => {
    const older = {
      ...analysis,
      stances: analysis.stances.map((stance) => ({
        ...stance,
        evidence: stance.evidence.map((each) => ({ ...each, sentence: each.sentence + 3 })),
      })),
      reactions: analysis.reactions.map((reaction) => ({
        ...reaction,
        quote: reaction.quote && { ...reaction.quote, index: 1 },
      })),
    }
    const content = { what: 'reaction', claim: 'r1', field: 'content', value: 'Rui Sand does not support the plan.' }
    const label = { what: 'stance', claim: 's1', field: 'label', value: 'mixed' }
    expect(corrected([content, label], older)).toEqual(corrected([content, label]))
  })

  it('are not held up by a claim that nobody touches and that newer checks would drop, until it is touched', () => {
    const brief = analysis.summary.brief.map((line) => ({ ...line, text: 'The council voted 10 to 6.' }))
    const older = { ...analysis, summary: { ...analysis.summary, brief } }
    const label = { what: 'stance', claim: 's1', field: 'label', value: 'mixed' }
    expect(corrected([label], older).summary.brief).toEqual(brief)
    const outcome = outcomeOf([label, { what: 'line', claim: 'b1', field: 'evidence', value: [1, 2] }], older)
    expect(outcome).toMatchObject({ kind: 'refused', refusals: [{ index: 1, claim: 'b1' }] })
  })

  it('are refused for the reading of another article', () => {
    const other = { ...analysis, contentHash: 'f'.repeat(64) }
    expect(() => outcomeOf([{ what: 'removal', claim: 'r1' }], other)).toThrow('another article')
  })
})

describe('corrections that are refused', () => {
  const quote = { what: 'reaction', claim: 'r1', field: 'quote' }
  const evidence = { what: 'stance', claim: 's2', field: 'evidence' }
  const line = { what: 'line', claim: 'b1', field: 'text' }
  it.each([
    [
      'a quote without its "not"',
      { ...quote, value: 'We do support the plan of the mayor' },
      'The article does not have the words “We do support the plan of the mayor”.',
      'The article has: “We do not support the plan of the mayor”.',
    ],
    [
      'a quote that was altered by one word',
      { ...quote, value: 'We do not support the idea of the mayor' },
      'The article does not have the words “We do not support the idea of the mayor”.',
      'The article has: “We do not support the plan of the mayor”.',
    ],
    [
      'a quote that was made of two',
      { ...quote, value: 'We do not support … a gift to the river' },
      'The article does not have the words “We do not support … a gift to the river”.',
      'Copy them from the article',
    ],
    [
      'a quote that nobody uttered',
      { ...quote, value: 'promised a ferry' },
      'The words “promised a ferry” stand in the article, but not between quotation marks.',
      'Name a quotation, or cite the words as evidence.',
    ],
    [
      'a quotation of somebody else',
      { ...quote, value: 'a gift to the river' },
      'Sentence 4 gives “a gift to the river” to Ines Tol, not to Rui Sand.',
    ],
    [
      'evidence that is about another actor',
      { ...evidence, value: [5] },
      'Sentence 5 does not speak of Rui Sand. It is named in sentences 2 and 3.',
    ],
    ['a sentence that is not there', { ...evidence, value: [9] }, 'There is no sentence 9; the article has 5'],
    [
      'offsets that cut a word',
      { ...evidence, value: [{ start: BRIDGE.indexOf('bakery') + 1, end: BRIDGE.indexOf('bakery') + 6 }] },
      'cuts a word: “akery”.',
      'Let both ends lie between two words.',
    ],
    [
      'offsets beyond the end',
      { ...evidence, value: [{ start: 5, end: 100_000 }] },
      'The article has no place from 5 to 100000',
    ],
    [
      'a number that is not in the article',
      { ...line, value: 'The council of Arlo voted 10 to 6 for the closure.' },
      '10',
    ],
    [
      'a name that is not in the article',
      { ...line, value: 'The council of Arlo and Petra Vance voted 9 to 6 for the closure.' },
      'The name Petra Vance is not in the article.',
    ],
    [
      'quotation marks around words that nobody said',
      { ...line, value: 'The council of Arlo voted for the “closure of shame”.' },
      'The article does not have the words “closure of shame”.',
    ],
    [
      'who did it to whom, turned round',
      { what: 'line', claim: 'k1', field: 'text', value: 'Rui Sand does support the plan of the mayor.' },
      'Sentence 2 has “support” under a negation; the text says the opposite.',
    ],
    [
      'a headline that is a sentence',
      {
        what: 'line',
        claim: 'h',
        field: 'text',
        value: 'Mayor Ines Tol closed the Mill Bridge to cars on Monday and the council voted for it',
      },
      '12',
    ],
    [
      'a claim that is not there',
      { ...line, claim: 'b9', value: 'x' },
      'There is no line of the summary b9.',
      'There are h, b1, k1.',
    ],
    [
      'a label without what shows it',
      { what: 'stance', claim: 's3', field: 'label', value: 'oppose' },
      'The label “oppose” needs evidence and voice.',
      'Correct the evidence and the voice of s3 in the same set.',
    ],
    [
      'evidence of what is unstated',
      { what: 'stance', claim: 's3', field: 'evidence', value: [5] },
      'The stance of Norvia towards the main issue is unstated, so it has neither evidence nor voice nor rationale.',
    ],
    [
      'a second label for an actor and a target',
      {
        what: 'addition',
        add: { part: 'stance', actor: 'a1', target: 'i1', label: 'oppose', voice: 'self', evidence: [1] },
      },
      's1 is the stance of Ines Tol towards the main issue already',
    ],
    [
      'a stance towards another target than every analysis tells',
      { what: 'stance', claim: 's2', field: 'target', value: 'a1' },
      'Every analysis tells the stance of Rui Sand towards the main issue.',
    ],
    [
      'an actor who has stances and reactions',
      { what: 'removal', claim: 'a2' },
      'Rui Sand cannot be removed: s2, r1 speak of it.',
    ],
    ['the main issue', { what: 'removal', claim: 'i1' }, 'An analysis has a main issue.'],
    [
      'a name that the article does not have',
      { what: 'actor', claim: 'a2', field: 'name', value: 'Rui Sandberg' },
      'The name Rui Sandberg is not in the article.',
    ],
    [
      'the name of another actor',
      { what: 'actor', claim: 'a2', field: 'aliases', value: ['Ines Tol'] },
      'Ines Tol is Ines Tol (a1), who is another actor here.',
    ],
    [
      'an actor made of two people',
      { what: 'actor', claim: 'a3', field: 'aliases', value: ['Rui Sand'] },
      'Rui Sand is Rui Sand (a2), who is another actor here.',
    ],
    ['a pronoun as a name', { what: 'actor', claim: 'a2', field: 'aliases', value: ['We'] }, '“We” names nobody'],
    [
      'a role with a number that is not in the article',
      { what: 'actor', claim: 'a3', field: 'role', value: 'minister of 70 states' },
      '70',
    ],
    [
      'a polarity against the kind',
      { what: 'reaction', claim: 'r1', field: 'polarity', value: 'positive' },
      'The kind “rejection” is negative by definition.',
    ],
    [
      'a reaction that is there',
      { what: 'addition', add: { part: 'reaction', actor: 'a2', kind: 'criticism', quote: 'We do not support' } },
      'r1 has this quotation already.',
    ],
  ])('%s', (_, correction, message, fix = '') => {
    const { refusals } = refusedBy([correction])
    expect(refusals).toMatchObject([{ index: 0, message: expect.stringContaining(message) }])
    expect(refusals[0]?.fix ?? '').toContain(fix)
  })

  it('are refused with all that are wrong, by their place, and the good ones are not made', () => {
    const { refusals } = refusedBy([
      { what: 'line', claim: 'b1', field: 'text', value: 'The council voted 10 to 6.' },
      { what: 'stance', claim: 's1', field: 'label', value: 'mixed' },
      { what: 'stance', claim: 's2', field: 'evidence', value: ['words of nobody at all'] },
    ])
    expect(refusals.map(({ index, claim, field }) => [index, claim, field])).toEqual([
      [0, 'b1', 'text'],
      [2, 's2', 'evidence'],
    ])
  })

  it('are refused when they contradict each other', () => {
    const label = { what: 'stance', claim: 's1', field: 'label' }
    const { refusals } = refusedBy([
      { ...label, value: 'mixed' },
      { ...label, value: 'oppose' },
      { what: 'line', claim: 'b1', field: 'evidence', value: [1] },
      { what: 'removal', claim: 'b1' },
    ])
    expect(refusals.map(({ index }) => index)).toEqual([1, 3])
  })

  it('are refused when a claim falls that nobody touched', () => {
    const { refusals } = refusedBy([
      { what: 'actor', claim: 'a2', field: 'aliases', value: [] },
      { what: 'actor', claim: 'a2', field: 'name', value: 'Arlo' },
    ])
    expect(refusals[0]).toMatchObject({
      claim: 'a2',
      message: expect.stringMatching(/^the reaction of Arlo .r.*\(r1\) would not stand: .*to Rui Sand, not to Arlo/),
    })
  })
})

function outcomeOf(corrections: unknown, before: Analysis, taken: readonly string[] = []): Corrected {
  return correct(before, reading, Corrections.parse(corrections), { taken })
}

function corrected(corrections: unknown, before = analysis, taken: readonly string[] = []): Analysis {
  const outcome = outcomeOf(corrections, before, taken)
  if (outcome.kind === 'refused') throw new Error(outcome.refusals.map(({ message }) => message).join(' '))
  expectGrounded(outcome.analysis, reading.article)
  return outcome.analysis
}

function refusedBy(corrections: unknown) {
  const outcome = outcomeOf(corrections, analysis)
  if (outcome.kind === 'corrected') throw new Error('It was not refused')
  return outcome
}
