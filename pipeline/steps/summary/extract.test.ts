import { describe, expect, it } from 'vitest'
import { toldReading } from '../../rules/told-reading.fake.ts'
import { inputOf } from '../reading.fake.ts'
import { countsFor } from './counts.ts'
import { extractSummary } from './extract.ts'

const STORY = [
  'PELLHAVEN (Agency) — The harbour council closed the old bridge on Monday after divers found cracks in two pillars.',
  'The council said that the bridge would stay closed to lorries and buses until the pillars were repaired next spring.',
  'He had warned of it.',
  'The harbour council closed the old bridge on Monday after divers had found cracks in both pillars.',
  'Dana Ruiz, who runs the ferry, welcomed the closure and promised additional sailings for commuters in the morning.',
  'Omar Feld, a baker, condemned the closure because his customers came from the northern shore on foot every day.',
  'Repairs will cost four million crowns, according to an estimate that the engineers of the province gave in March.',
].join(' ')
const summaryOf = (text = STORY) => extractSummary(inputOf(toldReading(text, { names: ['Dana Ruiz', 'Omar Feld'] })))

describe('a summary without a model', () => {
  it('consists of sentences of the article, word for word, without the dateline', () => {
    const { brief, keyPoints } = summaryOf()
    for (const { text } of [...brief, ...keyPoints]) expect(STORY).toContain(text)
    expect(brief[0]?.text).toMatch(/^The harbour council closed the old bridge/)
  })

  it('cites the sentence of every line', () => {
    expect(summaryOf().brief[0]?.sentences).toEqual([1])
  })

  it('does not tell the same twice', () => {
    const { brief, keyPoints } = summaryOf()
    const closings = [...brief, ...keyPoints].filter(({ text }) => text.includes('closed the old bridge on Monday'))
    expect(closings).toHaveLength(1)
  })

  it('has key points that tell the reactions', () => {
    const { brief, keyPoints } = summaryOf()
    const all = [...brief, ...keyPoints].map(({ text }) => text).join(' ')
    expect(all).toContain('Dana Ruiz')
    expect(all).toContain('Omar Feld')
  })

  it('has no headline of more than twelve words', () => {
    expect(summaryOf().headline?.text.split(' ').length).toBeLessThanOrEqual(12)
  })

  it('is empty, not wrong, where no sentence says enough', () => {
    expect(summaryOf('Well. So it goes. Ah yes.')).toEqual({ headline: null, brief: [], keyPoints: [] })
  })
})

describe('the counts of a summary', () => {
  it('grow with its length', () => {
    expect([countsFor('short'), countsFor('standard'), countsFor('long')]).toEqual([
      { brief: 2, keyPoints: 3 },
      { brief: 3, keyPoints: 4 },
      { brief: 3, keyPoints: 5 },
    ])
  })
})
