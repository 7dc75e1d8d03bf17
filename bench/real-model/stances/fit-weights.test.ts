import { expect, it } from 'vitest'
import { StanceLabel } from '../../../pipeline/schema/analysis.ts'
import type { Odds } from '../../../pipeline/schema/contracts.ts'
import { joinOdds, type StanceWeights, type Witnesses } from '../../../pipeline/steps/stances/join-odds.ts'
import { randomFrom } from '../../../test/faults/random.ts'
import { fitWeights } from './fit-weights.ts'
import type { Heard } from './heard.ts'

const TRUE: StanceWeights = {
  favour: 0.5,
  sharpness: 0.8,
  leanings: { support: 0, oppose: 0, mixed: 0, neutral: -0.5, unstated: 1 },
  rules: { support: 1.5, oppose: 1.5, mixed: 1, neutral: 2, unstated: 0.5 },
}

it('finds the weights that made the labels', () => {
  const random = randomFrom(4)
  const heard = Array.from({ length: 3000 }, (_, index): Heard => {
    const said: Witnesses = {
      odds: oddsBy(random),
      blank: oddsBy(random),
      rule: random.pick(StanceLabel.options.map((label) => [label, 1] as const)),
    }
    return {
      article: `article ${index % 40}`,
      isSeen: index % 2 === 0,
      actor: `${index}`,
      gold: drawn(joinOdds(said, TRUE), random.next()),
      said,
    }
  })
  const fitted = fitWeights(heard)
  expect(Math.abs(fitted.favour - TRUE.favour)).toBeLessThan(0.1)
  expect(Math.abs(fitted.sharpness - TRUE.sharpness)).toBeLessThan(0.1)
  expect(fitted.rules.support).toBe(fitted.rules.oppose)
  for (const label of StanceLabel.options) {
    expect(Math.abs(fitted.leanings[label] - TRUE.leanings[label])).toBeLessThan(0.25)
    expect(Math.abs(fitted.rules[label] - TRUE.rules[label])).toBeLessThan(0.25)
  }
})

function oddsBy({ next }: ReturnType<typeof randomFrom>): Odds {
  const weights = StanceLabel.options.map((label) => [label, Math.exp(4 * next())] as const)
  const sum = weights.reduce((total, [, weight]) => total + weight, 0)
  return Object.fromEntries(weights.map(([label, weight]) => [label, weight / sum]))
}

function drawn(odds: Odds, chance: number): StanceLabel {
  let left = chance
  for (const label of StanceLabel.options) {
    left -= odds[label] ?? 0
    if (left <= 0) return label
  }
  return 'unstated'
}
