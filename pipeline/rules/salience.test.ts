import { describe, expect, it } from 'vitest'
import { toldReading } from './told-reading.fake.ts'

function salienceOfSentences(text: string): readonly number[] {
  return toldReading(text, { names: [] }).salience
}

describe('salience', () => {
  it('is 1 for the most central sentence and between 0 and 1 for all', () => {
    const salience = salienceOfSentences(
      'The harbour council closed the old bridge on Monday. Gulls were heard. The bridge will be repaired by the council.',
    )
    expect(Math.max(...salience)).toBe(1)
    expect(Math.min(...salience)).toBeGreaterThanOrEqual(0)
  })

  it('is higher for what the article keeps coming back to', () => {
    const [, aside = 0, central = 0] = salienceOfSentences(
      'The harbour council closed the old bridge on Monday after cracks were found. A brass band played waltzes and polkas in another town. The council said that the bridge and its cracks worried the harbour. The cracks in the bridge are new, the council said.',
    )
    expect(central).toBeGreaterThan(aside)
  })

  it('is low for a question and for a stump', () => {
    const [, question = 0, , stump = 0] = salienceOfSentences(
      'The harbour council closed the old bridge on Monday. Will the council open the bridge in the harbour again? The council wants to open the bridge in the harbour again. Perhaps.',
    )
    expect(question).toBeLessThan(0.5)
    expect(stump).toBeLessThan(0.5)
  })

  it('exists for every sentence', () => {
    expect(salienceOfSentences('One.')).toHaveLength(1)
  })
})
