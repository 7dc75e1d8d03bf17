import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { describe, expect, it } from 'vitest'
import { calibrate, type Labelled } from './calibrate.ts'

/** Stances of an overconfident model: right in `low` of the cases where it is least sure, in `high` where it is most. */
function stances(articles: number, [low, high]: [number, number]): Labelled[] {
  const random = xoroshiro128plus(3)
  const unit = () => uniformInt(random, 0, 999_999) / 1_000_000
  return Array.from({ length: articles * 8 }, (_, index) => {
    const sure = unit()
    return {
      article: `a${index % articles}`,
      confidence: 0.5 + 0.49 * sure,
      isRight: unit() < low + (high - low) * sure,
      isSide: true,
    }
  })
}

describe('calibrating a model', () => {
  it('brings confidence and accuracy together, on articles that were left out', () => {
    const found = calibrate(stances(60, [0.3, 0.9]), { model: 'small', accuracy: 0.7, probability: 0.9 })
    expect(found?.errorBefore).toBeGreaterThan(0.1)
    expect(found?.errorAfter).toBeLessThan(0.08)
    expect(found?.calibration).toMatchObject({ model: 'small', decisions: 480 })
  })

  it('promises where there are articles enough, and says what it keeps', () => {
    const found = calibrate(stances(60, [0.3, 0.95]), { model: 'small', accuracy: 0.7, probability: 0.9 })
    expect(found?.calibration.promise).toEqual({ accuracy: 0.7, probability: 0.9, articles: 60 })
    expect(found?.accuracy).toBeGreaterThan(0.7)
    expect(found?.coverage).toBeGreaterThan(0.2)
    expect(found?.coverage).toBeLessThan(1)
  })

  it('promises nothing of a few articles, and keeps nothing where labels are never right', () => {
    const few = calibrate(stances(3, [0.6, 0.9]), { model: 'small', accuracy: 0.7, probability: 0.9 })
    expect(few?.calibration.promise).toBeUndefined()
    const hopeless = calibrate(stances(40, [0, 0.1]), { model: 'small', accuracy: 0.9, probability: 0.9 })
    expect(hopeless).toMatchObject({ coverage: 0, accuracy: undefined, calibration: { threshold: 1 } })
    expect(calibrate([], { model: 'small', accuracy: 0.7, probability: 0.9 })).toBeUndefined()
  })
})
