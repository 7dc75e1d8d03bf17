import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { describe, expect, it } from 'vitest'
import { read } from '../pipeline/rules/read.ts'
import type { Analysis, StanceLabel } from '../pipeline/schema/analysis.ts'
import { calibrate, type Labelled, labelledAgainst, labelledOf } from './calibrate.ts'
import { readGold } from './gold/read-gold.ts'
import { align, type Scored } from './scores/aligned.ts'
import { calibratedBy } from './statistics/platt.ts'
import { analysisOf } from './systems/oracle.ts'

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

const FOR_70 = {
  model: 'small',
  target: { kind: 'precision', value: 0.7, probability: 0.9 },
  against: 'gold',
} as const

describe('calibrating a model', () => {
  it('brings confidence and accuracy together, on articles that were left out', () => {
    const found = calibrate(stances(60, [0.3, 0.9]), FOR_70)
    expect(found?.errorBefore).toBeGreaterThan(0.1)
    expect(found?.errorAfter).toBeLessThan(0.08)
    expect(found?.calibration).toMatchObject({ model: 'small', decisions: 480 })
  })

  it('promises where there are articles enough, and says what it keeps', () => {
    const found = calibrate(stances(60, [0.3, 0.95]), FOR_70)
    expect(found?.calibration.promise).toEqual({ ...FOR_70.target, articles: 60, against: 'gold' })
    expect(found?.reached).toBeGreaterThan(0.7)
    expect(found?.coverage).toBeGreaterThan(0.2)
    expect(found?.coverage).toBeLessThan(1)
  })

  it('promises nothing of a few articles, and keeps nothing where labels are never right', () => {
    const few = calibrate(stances(3, [0.6, 0.9]), FOR_70)
    expect(few?.calibration.promise).toBeUndefined()
    const hopeless = calibrate(stances(40, [0, 0.1]), { ...FOR_70, target: { ...FOR_70.target, value: 0.9 } })
    expect(hopeless).toMatchObject({ coverage: 0, reached: undefined, calibration: { threshold: 1 } })
    expect(calibrate([], FOR_70)).toBeUndefined()
  })

  it('keeps with its threshold the very labels that the promise was made of, whatever line confidence is moved by', () => {
    const labels = stances(60, [0.3, 0.95])
    for (const kind of ['precision', 'accuracy', 'recall'] as const) {
      const found = calibrate(labels, { ...FOR_70, target: { ...FOR_70.target, kind } })
      const { slope, intercept, threshold, promise } = found?.calibration ?? {}
      expect(promise).toEqual({ kind, value: 0.7, probability: 0.9, articles: 60, against: 'gold' })
      const line = { slope: slope ?? 0, intercept: intercept ?? 0 }
      const kept = labels.filter(({ confidence }) => calibratedBy(line, confidence) >= (threshold ?? 1))
      expect(kept.length / labels.length).toBeCloseTo(found?.coverage ?? 0, 9)
      expect(found?.reached).toBeGreaterThan(0.7)
    }
  })

  it('counts an unsure "unstated" where a larger model is asked for it, and nowhere else', () => {
    const sides = stances(40, [0.9, 1])
    const abstained = stances(40, [0, 0.1]).map((each) => ({ ...each, isSide: false }))
    const all = [...sides, ...abstained]
    const found = (kind: 'precision' | 'accuracy' | 'recall') =>
      calibrate(all, { ...FOR_70, target: { ...FOR_70.target, kind } })
    expect(found('precision')).toMatchObject({ coverage: 1, reached: expect.toSatisfy((share) => share > 0.9) })
    expect(found('recall')?.reached).toBeLessThan(0.9)
    // Half of all labels are nearly always wrong: to be right in 70 % of the cases, many have to go to a larger model.
    expect(found('accuracy')?.coverage).toBeLessThan(0.75)
    expect(found('accuracy')?.reached).toBeGreaterThan(0.7)
  })

  it('says which threshold reaches the target in a few articles, without a promise', () => {
    const few = stances(3, [0.6, 0.9])
    for (const kind of ['precision', 'accuracy', 'recall'] as const) {
      const found = calibrate(few, { ...FOR_70, target: { kind, value: 0.7, probability: 0.99 } })
      expect(found?.calibration.promise).toBeUndefined()
      expect(found?.reached).toBeGreaterThanOrEqual(0.7)
    }
  })
})

describe('labels beside those of a larger model', async () => {
  const [gold] = await readGold({ halves: ['development'] })
  if (gold === undefined) throw new Error('There is no gold article')
  const reading = read(gold.article)
  /** What a model makes of the article that labels everybody alike; its actors come in another order, under other ids. */
  const made = (label: StanceLabel, change: Partial<Analysis> = {}): Scored => {
    const analysis = analysisOf(gold, reading)
    const idOf = (id: string) => (label === 'oppose' ? `x-${id}` : id)
    const actors = analysis.actors.map((actor) => ({ ...actor, id: idOf(actor.id) }))
    const stances = analysis.stances.map((stance, index) => ({
      ...stance,
      actor: idOf(stance.actor),
      label: index === 0 ? ('unstated' as const) : label,
      confidence: { value: 0.6, calibrated: false },
    }))
    return align(gold, reading, { ...analysis, actors: actors.toReversed(), stances, ...change })
  }
  const towardsMain = gold.stances.filter(({ target }) => target === 'main').length

  it('are right where it says the same of the same actor, "unstated" included, whatever gold says', () => {
    const { labelled, unanswered } = labelledAgainst([made('support')], [made('oppose')])
    expect([labelled.length, unanswered]).toEqual([towardsMain, 0])
    expect(labelled.filter(({ isRight }) => isRight)).toEqual([
      { article: gold.id, confidence: 0.6, isRight: true, isSide: false },
    ])
    const otherGold = made('support')
    const turned = otherGold.gold.stances.map((stance) => ({ ...stance, label: 'mixed' as const }))
    const changed = { ...otherGold, gold: { ...otherGold.gold, stances: turned } }
    expect(labelledOf([changed])).not.toEqual(labelledOf([made('support')]))
    expect(labelledAgainst([changed], [made('oppose')]).labelled).toEqual(labelled)
  })

  it('leave out an actor whom only one of the two has', () => {
    const theirs = made('oppose')
    const [, ...others] = theirs.analysis.actors
    const fewer = { ...theirs, analysis: { ...theirs.analysis, actors: others } }
    expect(labelledAgainst([made('support')], [fewer]).labelled).toHaveLength(towardsMain - 1)
  })

  it('leave out an article whose stances it did not answer, and say so', () => {
    const silent = made('oppose', { defects: [{ step: 'stances', kind: 'part-failed' }] })
    const other = made('oppose', { defects: [{ step: 'summary', kind: 'part-failed' }] })
    const mine = made('support')
    expect(labelledAgainst([mine, mine], [silent, other])).toMatchObject({
      labelled: { length: towardsMain },
      unanswered: 1,
    })
  })
})
