import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bootstrap } from '../statistics/bootstrap.ts'
import { bestPairs } from './assignment.ts'
import { accuracy, cohenKappa, confusionOf, macroF1 } from './confusion.ts'
import { spearman } from './correlation.ts'
import { krippendorffAlpha } from './krippendorff.ts'
import { ROUGE_TYPES, type RougeType, rouge } from './rouge.ts'

type Reference = {
  rouge: { summary: string; reference: string; scores: Record<RougeType, number> }[]
  rougeOfAllLetters: Reference['rouge']
  labels: { pairs: [string, string][]; accuracy: number; macroF1: number; kappa: number }[]
  alpha: { units: string[][]; alpha: number }[]
  spearman: { pairs: [number, number][]; spearman: number }[]
  assignment: { table: number[][]; sum: number }[]
  bootstrap: { values: number[]; low: number; high: number }[]
}
const reference: Reference = JSON.parse(readFileSync(new URL('fixtures/reference.json', import.meta.url), 'utf8'))
const LABELS = ['support', 'oppose', 'mixed', 'neutral', 'unstated']
const DIGITS = 6

describe('metrics beside their reference implementations (fixtures/make-fixtures.py)', () => {
  describe.each(ROUGE_TYPES)('%s is that of rouge_score', (type) => {
    it.each(reference.rouge)('on ASCII text: $summary', ({ summary, reference, scores }) => {
      expect(rouge(type, summary, reference)).toBeCloseTo(scores[type], DIGITS)
    })
    it.each(reference.rougeOfAllLetters)('with all letters as words: $summary', ({ summary, reference, scores }) => {
      expect(rouge(type, summary, reference)).toBeCloseTo(scores[type], DIGITS)
    })
  })

  it.each(reference.labels)('accuracy, macro-F1 and kappa are those of scikit-learn', ({ pairs, ...scores }) => {
    const confusion = confusionOf(LABELS, pairs)
    expect(accuracy(confusion)).toBeCloseTo(scores.accuracy, DIGITS)
    expect(macroF1(confusion)).toBeCloseTo(scores.macroF1, DIGITS)
    expect(cohenKappa(confusion)).toBeCloseTo(scores.kappa, DIGITS)
  })

  it.each(reference.alpha)('alpha is that of krippendorff', ({ units, alpha }) => {
    expect(krippendorffAlpha(units)).toBeCloseTo(alpha, DIGITS)
  })

  it.each(reference.spearman)('the rank correlation is that of scipy', (fixture) => {
    expect(spearman(fixture.pairs)).toBeCloseTo(fixture.spearman, DIGITS)
  })

  it.each(reference.assignment)('the best assignment is worth what it is in scipy', ({ table, sum }) => {
    const columns = Array.from(table[0] ?? [], (_, index) => index)
    const pairs = bestPairs(table, columns, (row, column) => row[column] ?? 0)
    expect(pairs.reduce((all, [row, column]) => all + (row[column] ?? 0), 0)).toBeCloseTo(sum, DIGITS)
  })

  it.each(reference.bootstrap)('an interval lies where that of scipy lies, as far as chance allows', (fixture) => {
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    const interval = bootstrap(fixture.values, mean)
    const width = fixture.high - fixture.low
    expect(Math.abs((interval?.low ?? 0) - fixture.low)).toBeLessThan(width / 10)
    expect(Math.abs((interval?.high ?? 0) - fixture.high)).toBeLessThan(width / 10)
  })
})
