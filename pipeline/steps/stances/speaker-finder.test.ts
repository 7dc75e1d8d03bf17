import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Attribution } from '../../schema/reading.ts'
import { speakerFinder } from './speaker-finder.ts'

function toldFrom(spans: readonly (readonly [start: number, length: number])[]): Attribution[] {
  return [...spans]
    .sort(([a], [b]) => a - b)
    .map(([start, length], index) => ({
      index,
      sentence: 0,
      kind: 'indirect',
      speaker: index,
      content: { start, end: start + length },
      quotations: [],
    }))
}

const span = fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 20 }))

describe('who is told to speak at a place', () => {
  it('is the speaker of the last attribution that holds it', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), span, (spans, [start, length]) => {
        const attributions = toldFrom(spans)
        const end = start + length
        const last = attributions.findLast(({ content }) => content.start <= start && content.end >= end)
        expect(speakerFinder({ attributions })({ sentence: 0, start, end })).toBe(last?.speaker)
      }),
    )
  })

  it('is nobody in a sentence without attributions', () => {
    const find = speakerFinder({ attributions: toldFrom([[0, 9]]) })
    expect(find({ sentence: 1, start: 0, end: 1 })).toBeUndefined()
  })

  it('is found in bounded time where one sentence tells thousands of things', () => {
    const places = Array.from({ length: 40_000 }, (_, index) => [10 * index, 8] as const)
    const started = performance.now()
    const find = speakerFinder({ attributions: toldFrom(places) })
    for (const [start] of places) expect(find({ sentence: 0, start: start + 8, end: start + 10 })).toBeUndefined()
    expect(performance.now() - started).toBeLessThan(5000)
  }, 30_000)
})
