import { describe, expect, it } from 'vitest'
import { frontierOf } from './frontier.ts'
import type { Scoring } from './metrics/metric.ts'
import { goldMetrics } from './scores/all.ts'

const metric = (name: string) => goldMetrics.find((each) => each.name === name) as Scoring
const AXES = { quality: metric('actor-f1'), cost: metric('seconds') }

/** A FAKE run: so many of ten actors right in each article, for so many seconds. */
function run(system: string, right: number, seconds: number, articles = ['a', 'b', 'c']) {
  const measured = {
    'actor-f1': articles.map(() => [right, 10, 10]),
    seconds: articles.map(() => [seconds, 1]),
  }
  return { system, articles, measured }
}

describe('the frontier of quality and cost', () => {
  it('holds what no other run beats, cheapest first', () => {
    const { placed } = frontierOf(
      [run('slow', 9, 60), run('rules', 5, 1), run('middle', 8, 20), run('worse', 7, 30)],
      AXES,
    )
    expect(placed.map(({ system, isOnFrontier }) => [system, isOnFrontier])).toEqual([
      ['rules', true],
      ['middle', true],
      ['worse', false],
      ['slow', true],
    ])
    expect(placed[0]?.quality).toMatchObject({ value: 0.5, interval: { low: 0.5, high: 0.5 } })
  })

  it('keeps both of two that are alike', () => {
    const { placed } = frontierOf([run('one', 8, 20), run('other', 8, 20)], AXES)
    expect(placed.every(({ isOnFrontier }) => isOnFrontier)).toBe(true)
  })

  it('compares the articles that all runs have, and says how many it leaves out', () => {
    const frontier = frontierOf([run('one', 8, 20), run('other', 9, 30, ['b', 'c', 'd', 'e'])], AXES)
    expect(frontier).toMatchObject({ articles: 2, leftOut: 3 })
    expect(() => frontierOf([run('one', 8, 20), run('other', 9, 30, ['z'])], AXES)).toThrow('no article in common')
  })

  it('says where a cost was not measured', () => {
    const axes = { ...AXES, cost: metric('cost-usd') }
    expect(() => frontierOf([run('one', 8, 20)], axes)).toThrow('did not measure "cost-usd"')
  })
})
