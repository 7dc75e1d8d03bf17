import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { Claimed } from './bargain.ts'

/** A number from 0 to 1, another at each call. */
type Unit = () => number

/** Makes the claims of one article of a FAKE archive. */
export type Population = (article: string, unit: Unit) => Claimed[]

export const claimsOf = (count: number, make: () => Omit<Claimed, 'article'>, article: string): Claimed[] =>
  Array.from({ length: count }, () => ({ article, ...make() }))

/** FAKE archives in which a promise is easily broken. */
export const POPULATIONS: Readonly<Record<string, Population>> = {
  'well calibrated': (article, unit) =>
    claimsOf(6, () => ({ confidence: unit(), isRight: false }), article).map((claim) => ({
      ...claim,
      isRight: unit() < claim.confidence,
    })),
  overconfident: (article, unit) =>
    claimsOf(6, () => ({ confidence: 0.5 + unit() / 2, isRight: unit() < 0.75 }), article),
  'all right or all wrong in an article': (article, unit) => {
    const isRight = unit() < 0.78
    return claimsOf(8, () => ({ confidence: 0.4 + 0.6 * unit(), isRight }), article)
  },
  'long articles worse than short ones': (article, unit) => {
    const isLong = unit() < 0.3
    return claimsOf(isLong ? 14 : 2, () => ({ confidence: unit(), isRight: unit() < (isLong ? 0.5 : 0.93) }), article)
  },
  'confidence that says nothing': (article, unit) =>
    claimsOf(5, () => ({ confidence: unit(), isRight: unit() < 0.79 }), article),
}

/** Claims of so many articles of a population, always the same for a seed. */
export function drawn(population: Population, articles: number, seed: number): Claimed[] {
  const random = xoroshiro128plus(seed)
  const unit: Unit = () => uniformInt(random, 0, 999_999) / 1_000_000
  return Array.from({ length: articles }, (_, index) => population(`a${index}`, unit)).flat()
}
