import { describe, expect, it } from 'vitest'
import { goldMetrics } from '../evals/scores/all.ts'
import { comparisonTables, scoreTable } from './score-table.ts'

describe('a table of scores', () => {
  it('shows a dash for what one system does not try and another does', () => {
    const columns = [
      { system: 'LEAD-3', scores: [] },
      { system: 'extractive', scores: [{ name: 'actor-f1', value: 0.5, cases: 1 }] },
    ]
    const line = scoreTable('Scores', goldMetrics, columns)
      .split('\n')
      .find((each) => each.startsWith('Actor F1'))
    expect(line?.split(/ {2,}/)).toEqual(['Actor F1 ↑', '–', '50.0 %'])
  })

  it('shows differences of percentages in percentage points, and others as they are', () => {
    const comparison = {
      before: 0.5,
      after: 0.625,
      difference: 0.125,
      interval: { low: -0.01, high: 0.2 },
      detectable: 0.1,
      verdict: 'better' as const,
    }
    const compared = ['actor-f1', 'stance-kappa'].map((name) => ({ name, title: name, comparison }))
    const table = comparisonTables([
      {
        title: 'This run compared with a.json',
        before: 'a',
        after: 'b',
        articles: { both: 30, before: 0, after: 2 },
        compared,
      },
    ])
    expect(table).toMatch(/actor-f1 +\+12\.5 \[-1\.0, \+20\.0\] +10\.0 +better/)
    expect(table).toContain('30 of 32 articles compared: 2 are not in the run before')
    expect(table).toMatch(/stance-kappa +\+0\.13 \[-0\.01, \+0\.20\]/)
  })

  it('says once that articles are too few for a verdict, and shows no table of it', () => {
    const few = { before: 'a', after: 'b', compared: [], articles: { both: 3, before: 0, after: 0 } }
    const runs = ['with the rules', 'with the first time'].map((title) => ({ title, ...few }))
    expect(comparisonTables(runs).split('\n')).toEqual([
      '',
      'with the rules: 3 of 3 articles compared',
      'with the first time: 3 of 3 articles compared',
      'So few articles cannot tell a difference from chance: no verdict below 8.',
    ])
  })
})
