import { describe, expect, it } from 'vitest'
import { calibrationError, coverageCurve } from './calibration.ts'
import { factCoverage } from './facts.ts'
import { fragments } from './fragments.ts'
import { f1, ratio } from './metric.ts'
import { LENIENT, matchQuotes, STRICT } from './quote-spans.ts'

describe('metrics without a reference implementation, worked by hand', () => {
  it('finds the fragments of Grusky et al.: coverage, density and compression', () => {
    // "the council closed" (3) and "quay" (1) are copied, "small" is not
    expect(fragments('The council closed small quay.', 'On Tuesday the council closed the East Quay.')).toEqual({
      coverage: 4 / 5,
      density: (9 + 1) / 5,
      compression: 8 / 5,
    })
    expect(fragments('', 'Some text.')).toBeUndefined()
  })

  it('takes the gap between confidence and accuracy bin by bin', () => {
    // bin of 0.9: two decisions, one right: |1.8 - 1| ; bin of 0.3: one, wrong: |0.3 - 0|
    const decisions = [
      { confidence: 0.9, isRight: true },
      { confidence: 0.9, isRight: false },
      { confidence: 0.3, isRight: false },
    ]
    expect(calibrationError(decisions)).toBeCloseTo((0.8 + 0.3) / 3, 10)
    expect(calibrationError([])).toBeUndefined()
    expect(coverageCurve(decisions)).toEqual([
      { coverage: 2 / 3, accuracy: 1 / 2, threshold: 0.9 },
      { coverage: 1, accuracy: 1 / 3, threshold: 0.3 },
    ])
  })

  it('holds a fact when every group of words is met', () => {
    const facts = [
      { fact: 'The quay closes.', holds: ['East Quay', 'clos|shut'] },
      { fact: 'The vote was 9 to 6.', holds: ['9', '6'] },
      { fact: '204 people came.', holds: ['204'] },
    ]
    expect(factCoverage('The closure of the East Quay passed by 9 votes to 6; 1,204 came.', facts)).toEqual({
      held: 2,
      of: 3,
    })
  })

  it('matches quotations by the rules of the Gender Gap Tracker', () => {
    const gold = [
      { start: 0, end: 100, speaker: [{ start: 110, end: 115 }], cue: 'said' },
      { start: 200, end: 300, speaker: [], cue: undefined },
    ]
    const predicted = [
      { start: 0, end: 50, speaker: [{ start: 112, end: 120 }], cue: 'Said' },
      { start: 400, end: 500, speaker: [] },
    ]
    expect(matchQuotes(gold, predicted, LENIENT)).toEqual({
      found: 1,
      gold: 2,
      predicted: 2,
      speakers: { right: 1, of: 1 },
      cues: { right: 1, of: 1 },
    })
    expect(matchQuotes(gold, predicted, STRICT).found).toBe(0)
  })

  it('knows a score of nothing from a score of 0', () => {
    const { score } = f1({ name: 'f1', title: 'F1', source: 'test', count: () => [0, 0, 0] })
    expect([score([[0, 0, 0]]), score([[0, 1, 1]]), ratio(0, 0)]).toEqual([undefined, 0, undefined])
  })
})
