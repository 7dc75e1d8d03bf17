import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectGrounded } from '../../test/expect-grounded.ts'
import { ground } from '../ground/ground.ts'
import type { Analysis } from '../schema/analysis.ts'
import { Polarity, ReactionKind, StanceLabel, Voice } from '../schema/analysis.ts'
import { Correction } from '../schema/correction.ts'
import { allSteps } from '../steps/all.ts'
import { wordsOf } from '../text/words.ts'
import { BRIDGE, bridgeAnalysis, bridgeReading } from './bridge.fake.ts'
import { castOf } from './cast.ts'
import { correct } from './correct.ts'

const reading = bridgeReading()
const analysis = bridgeAnalysis(reading)

describe('any corrections', () => {
  it('give a valid analysis that the article bears, or reasons and nothing', { timeout: 60_000 }, () => {
    let made = 0
    fc.assert(
      fc.property(fc.array(anyCorrection(), { minLength: 1, maxLength: 4 }), (corrections) => {
        const outcome = correct(analysis, reading, corrections)
        if (outcome.kind === 'refused') {
          expect(outcome.refusals.every(({ index }) => corrections[index] !== undefined)).toBe(true)
          return
        }
        made += 1
        expectSound(outcome.analysis)
        expectUntouched(outcome.analysis, corrections)
      }),
      { numRuns: 1500 },
    )
    expect(made).toBeGreaterThan(50)
  })

  it('one after another, never lead to an analysis that is unsound', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(anyCorrection(), { minLength: 10, maxLength: 25 }), (corrections) => {
        let current = analysis
        for (const correction of corrections) {
          const outcome = correct(current, reading, [correction])
          if (outcome.kind === 'corrected') current = outcome.analysis
        }
        expectSound(current)
      }),
      { numRuns: 100 },
    )
  })
})

function expectSound(after: Analysis): void {
  expectGrounded(after, reading.article)
  const claims = allSteps.flatMap((step) => step.claims(after, castOf(after)))
  expect(ground(claims, { reading, cast: castOf(after) })).toEqual([])
  const pairs = after.stances.map(({ actor, target }) => `${actor} ${target}`)
  expect(new Set(pairs).size).toBe(pairs.length)
  for (const { id } of after.actors) expect(pairs).toContain(`${id} i1`)
  const known = new Set([...after.actors, ...after.issues].map(({ id }) => id))
  for (const { actor, target = 'i1' } of [...after.stances, ...after.reactions]) {
    expect([known.has(actor), known.has(target), actor === target]).toEqual([true, true, false])
  }
  for (const { label, evidence, voice, rationale } of after.stances) {
    if (label === 'unstated') expect([evidence, voice, rationale]).toEqual([[], undefined, undefined])
  }
  for (const { quote } of after.reactions) {
    expect(quote === undefined || reading.quotations.some(({ text }) => text === quote.text)).toBe(true)
  }
}

function expectUntouched(after: Analysis, corrections: readonly Correction[]): void {
  const touched = new Set(corrections.map((correction) => ('claim' in correction ? correction.claim : '')))
  const claims = ({ actors, stances, reactions, summary }: Analysis) => [
    ...[...actors, ...stances, ...reactions, ...summary.brief, ...summary.keyPoints].filter(
      ({ id }) => !touched.has(id),
    ),
  ]
  for (const claim of claims(analysis)) expect(claims(after)).toContainEqual(claim)
}

/** Words of the article, words that are nearly its own, sentences and places, right and wrong. */
function anyPassage() {
  const words = wordsOf(BRIDGE)
  const stretch = fc.tuple(fc.nat(words.length - 1), fc.integer({ min: 1, max: 9 })).map(([from, count]) => ({
    start: words[from]?.start ?? 0,
    end: words[Math.min(words.length - 1, from + count)]?.end ?? 1,
  }))
  const stretchWords = stretch.map(({ start, end }) => BRIDGE.slice(start, end))
  return fc.oneof(
    fc.integer({ min: 1, max: 6 }),
    stretch,
    fc.record({ start: fc.nat(500), end: fc.nat(500) }),
    stretchWords,
    stretchWords.map((text) => text.replace(/\bnot |\b9\b/, '')),
    fc.constantFrom('“a gift to the river”', 'We do not support', 'words of nobody'),
  )
}

function anyText() {
  return fc.oneof(
    fc.constantFrom(
      'Rui Sand warned that 40 shops would lose their customers.',
      'Rui Sand warned that 50 shops would lose their customers.',
      'Petra Vance promised a ferry.',
      'Ines Tol promised a ferry.',
      'The council voted for it “with joy”.',
      'a gift to the river',
    ),
    anyPassage().filter((passage) => typeof passage === 'string'),
    fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }).filter((text) => /\S/.test(text)),
  )
}

function anyCorrection(): fc.Arbitrary<Correction> {
  const actor = fc.constantFrom('a1', 'a2', 'a3', 'a9')
  const target = fc.constantFrom('i1', 'a1', 'a2', 'i4')
  const passages = fc.array(anyPassage(), { minLength: 1, maxLength: 3 })
  const quote = anyPassage().filter((passage) => typeof passage !== 'number')
  const label = fc.constantFrom(...StanceLabel.options)
  const voice = fc.constantFrom(...Voice.options)
  const kind = fc.constantFrom(...ReactionKind.options)
  const field = <W, F, V>(what: W, claim: fc.Arbitrary<string>, name: F, value: fc.Arbitrary<V>) =>
    fc.record({ what: fc.constant(what), claim, field: fc.constant(name), value })
  const stance = fc.constantFrom('s1', 's2', 's3', 's4')
  const reaction = fc.constantFrom('r1', 'r2')
  const line = fc.constantFrom('h', 'b1', 'k1', 'k2')
  const orNull = <V>(value: fc.Arbitrary<V>) => fc.option(value)
  const corrections = fc.oneof(
    field('stance', stance, 'label', label),
    field('stance', stance, 'voice', voice),
    field('stance', stance, 'rationale', orNull(anyText())),
    field('stance', stance, 'target', target),
    field('stance', stance, 'evidence', passages),
    field('reaction', reaction, 'kind', kind),
    field('reaction', reaction, 'polarity', fc.constantFrom(...Polarity.options)),
    field('reaction', reaction, 'content', anyText()),
    field('reaction', reaction, 'actor', actor),
    field('reaction', reaction, 'target', orNull(target)),
    field('reaction', reaction, 'quote', orNull(quote)),
    field('reaction', reaction, 'evidence', passages),
    field('line', line, 'text', anyText()),
    field('line', line, 'evidence', passages),
    field('actor', actor, 'name', fc.constantFrom('Tol', 'Sand', 'Norvia', 'Arlo', 'Petra Vance')),
    field('actor', actor, 'kind', fc.constantFrom('person', 'group')),
    field('actor', actor, 'role', orNull(anyText())),
    field('actor', actor, 'aliases', fc.array(fc.constantFrom('Tol', 'ferry company', 'council', 'he', 'Vance'))),
    field('issue', fc.constant('i1'), 'statement', anyText()),
    field('issue', fc.constant('i1'), 'evidence', passages),
    fc.record({ what: fc.constant('removal'), claim: fc.oneof(actor, stance, reaction, line, fc.constant('i1')) }),
    additionOf(
      fc.record({ part: fc.constant('stance'), actor, target, label: fc.constant('mixed'), voice, evidence: passages }),
    ),
    additionOf(fc.record({ part: fc.constant('reaction'), actor, kind, quote, evidence: passages })),
    additionOf(fc.record({ part: fc.constantFrom('brief', 'headline'), text: anyText(), evidence: passages })),
  )
  return corrections.map((correction) => Correction.parse(correction))
}

function additionOf<A>(add: fc.Arbitrary<A>) {
  return fc.record({ what: fc.constant('addition'), add })
}
