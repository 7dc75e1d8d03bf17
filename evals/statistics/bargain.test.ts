import { describe, expect, it } from 'vitest'
import { bargain, type Claimed, type Target } from './bargain.ts'
import { claimsOf, drawn, POPULATIONS, type Population } from './populations.fake.ts'

/** What a threshold is really worth: the mean over many articles. */
function worth(claims: readonly Claimed[], threshold: number, kind: Target['kind']): number {
  const values = [...Map.groupBy(claims, ({ article }) => article).values()].flatMap((own) => {
    const accepted = own.filter(({ confidence }) => confidence >= threshold)
    const right = own.filter(({ isRight }) => isRight)
    const good = accepted.filter(({ isRight }) => isRight).length
    if (kind === 'accuracy') return [(good + own.length - accepted.length) / own.length]
    if (kind === 'precision') return accepted.length === 0 ? [] : [good / accepted.length]
    return right.length === 0 ? [] : [good / right.length]
  })
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

const ROUNDS = 200

/** How often the promise is broken, and what share of claims is accepted. */
function simulated(population: Population, target: Target, articles: number) {
  const truth = drawn(population, 4_000, 1)
  let [broken, coverage] = [0, 0]
  for (let round = 0; round < ROUNDS; round++) {
    const found = bargain(drawn(population, articles, 100 + round), target)
    if (found.kind === 'none') continue
    coverage += found.coverage / ROUNDS
    if (worth(truth, found.threshold, target.kind) < target.value) broken++
  }
  return { broken: broken / ROUNDS, coverage }
}

/** Three standard deviations of a share of 10 % over the rounds. */
const CHANCE = 3 * Math.sqrt(0.09 / ROUNDS)

describe('a threshold that keeps a promise', { timeout: 120_000 }, () => {
  for (const kind of ['precision', 'accuracy', 'recall'] as const) {
    it.each(Object.entries(POPULATIONS))(`breaks it in one of ten samples at most (${kind}): %s`, (_, population) => {
      const { broken } = simulated(population, { kind, value: 0.8, probability: 0.9 }, 60)
      expect(broken).toBeLessThanOrEqual(0.1 + CHANCE)
    })
  }

  it('accepts much where much can be accepted, and more of a larger sample', () => {
    const target: Target = { kind: 'precision', value: 0.7, probability: 0.9 }
    const easy = POPULATIONS['well calibrated'] as Population
    const [few, many] = [simulated(easy, target, 30), simulated(easy, target, 300)]
    expect(few.coverage).toBeGreaterThan(0.2)
    expect(many.coverage).toBeGreaterThan(few.coverage)
    // Claims above 0.4 are right in 7 of 10 cases: no threshold could accept more than 60 %.
    expect(many.coverage).toBeGreaterThan(0.5)
  })

  it('finds none where nothing can be promised', () => {
    const hopeless: Population = (article, unit) =>
      claimsOf(4, () => ({ confidence: unit(), isRight: unit() < 0.4 }), article)
    expect(bargain(drawn(hopeless, 60, 5), { kind: 'precision', value: 0.8, probability: 0.9 }).kind).toBe('none')
    expect(bargain([], { kind: 'precision', value: 0.8, probability: 0.9 })).toEqual({ kind: 'none', articles: 0 })
  })

  it('says less of three articles than of thirty that are as good', () => {
    const sure: Population = (article) => claimsOf(5, () => ({ confidence: 0.9, isRight: true }), article)
    const target: Target = { kind: 'precision', value: 0.8, probability: 0.9 }
    expect(bargain(drawn(sure, 3, 1), target).kind).toBe('none')
    expect(bargain(drawn(sure, 30, 1), target)).toMatchObject({ kind: 'threshold', coverage: 1, estimate: 1 })
  })
})
