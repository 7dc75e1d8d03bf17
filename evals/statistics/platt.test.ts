import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { describe, expect, it } from 'vitest'
import { calibrationError, type Decision } from '../metrics/calibration.ts'
import { calibratedBy, fitPlatt } from './platt.ts'

/** Decisions whose confidence is wrong by a known line, always the same. */
function drawn(count: number, truth: (confidence: number) => number): Decision[] {
  const random = xoroshiro128plus(7)
  const unit = () => uniformInt(random, 0, 999_999) / 1_000_000
  return Array.from({ length: count }, () => {
    const confidence = 0.02 + 0.96 * unit()
    return { confidence, isRight: unit() < truth(confidence) }
  })
}

describe('fitting a calibration', () => {
  it('finds the line that made the decisions', () => {
    const line = { slope: 0.5, intercept: -0.4 }
    const found = fitPlatt(drawn(20_000, (confidence) => calibratedBy(line, confidence)))
    expect(found?.slope).toBeCloseTo(0.5, 1)
    expect(found?.intercept).toBeCloseTo(-0.4, 1)
  })

  it('mends an overconfident model', () => {
    const overconfident = drawn(400, (confidence) => 0.3 + 0.4 * confidence)
    const line = fitPlatt(overconfident)
    const mended = overconfident.map((each) => ({
      ...each,
      confidence: line ? calibratedBy(line, each.confidence) : Number.NaN,
    }))
    expect(calibrationError(overconfident)).toBeGreaterThan(0.12)
    expect(calibrationError(mended)).toBeLessThan(0.08)
  })

  it('stays near what it was where there is little to learn from, and is never sure', () => {
    const few = [0.6, 0.7, 0.9].map((confidence) => ({ confidence, isRight: true }))
    const line = fitPlatt(few)
    expect(line?.slope).toBeGreaterThan(0.5)
    expect(line && calibratedBy(line, 0.9)).toBeLessThan(0.98)
    expect(fitPlatt([])).toBeUndefined()
  })

  it('never turns the order of confidences about', () => {
    const wrongWay = drawn(2_000, (confidence) => 1 - confidence)
    const line = fitPlatt(wrongWay)
    expect(line?.slope).toBeGreaterThan(0)
  })
})
