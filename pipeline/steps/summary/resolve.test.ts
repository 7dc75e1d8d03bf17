import { describe, expect, it } from 'vitest'
import type { Complaint } from '../../schema/contracts.ts'
import { inputOf, readingOf } from '../reading.fake.ts'
import { claimsOfSummary, dropOfSummary, mendSummary, reviewSummary } from './claims.ts'
import { extractSummary } from './extract.ts'
import { resolveSummary } from './resolve.ts'
import type { SummaryWire, WireLine } from './wire.ts'

const INPUT = inputOf(
  readingOf(
    'Pell closes its market. Traders protest. The roof is unsafe. A new hall costs 4 million. It opens in May.',
  ),
)
const line = (text: string, ...sentences: number[]): WireLine => ({ sentences, text })
const resolve = (wire: Partial<SummaryWire>, complaints?: Complaint[]) =>
  resolveSummary({ headline: null, brief: [], keyPoints: [], ...wire }, { ...INPUT, ...(complaints && { complaints }) })
const byRules = (text: string) => {
  const step = { engine: 'extractive' }
  return inputOf(readingOf(text), {
    recipe: { steps: { actors: step, summary: step, stances: step, reactions: step } },
  })
}
const complaint = (claim: string): Complaint => ({
  claim,
  step: 'summary',
  item: 'the line',
  message: 'wrong',
  sentences: [0],
})

describe('resolving a summary', () => {
  it('pins every line to the sentences that it cites, in their order and each once', () => {
    const { parts } = resolve({
      headline: line('Pell closes market', 1),
      brief: [line('Pell closes; traders protest.', 2, 1, 2)],
    })
    expect(parts.summary?.headline).toMatchObject({ id: 'h', evidence: [{ sentence: 0 }] })
    expect(parts.summary?.brief[0]).toMatchObject({ id: 'b1', evidence: [{ sentence: 0 }, { sentence: 1 }] })
  })

  it('drops a line without support, without words, and one that stands there twice', () => {
    const brief = [line('Pell burns.', 9), line(' ', 1), line('Traders protest.', 2), line('traders protest.', 2)]
    const { parts, warnings } = resolve({ brief })
    expect(parts.summary?.brief.map(({ text }) => text)).toEqual(['Traders protest.'])
    expect(warnings.every(({ code }) => code === 'ITEM_INVALID')).toBe(true)
    expect(warnings.map(({ message }) => message).join()).toContain('cites no sentence')
  })

  it('claims that a headline has twelve words at most, which grounding holds it to', () => {
    const { parts } = resolve({ headline: line('Pell closes market', 1), brief: [line('Pell closes its market.', 1)] })
    expect(claimsOfSummary(parts).map(({ texts }) => texts[0]?.mostWords)).toEqual([12, undefined])
  })

  it('adds the quotation before which a copied line breaks off', () => {
    const reading = readingOf('The gallery, in Pell, called the plan “deeply regrettable”. Nobody else “cared” much.')
    const written = [line('The gallery, in Pell, called the plan', 1), line('Nobody else cared', 2)]
    const { parts } = resolveSummary({ headline: null, brief: written, keyPoints: [] }, inputOf(reading))
    expect(parts.summary?.brief.map(({ text }) => text)).toEqual([
      'The gallery, in Pell, called the plan “deeply regrettable”',
      'Nobody else cared',
    ])
  })

  it('cites at most five sentences', () => {
    const { parts } = resolve({ brief: [line('All of it.', 5, 4, 3, 2, 1, 5)] })
    expect(parts.summary?.brief[0]?.evidence).toHaveLength(5)
  })
})

describe('a line that fails grounding', () => {
  const { parts } = resolve({
    keyPoints: [line('The roof fell.', 3), line('Traders protest.', 2), line('It costs 5 million.', 4)],
  })

  it('is removed', () => {
    const dropped = dropOfSummary(parts, complaint('k1'), INPUT)
    expect(dropped.parts.summary?.keyPoints.map(({ id }) => id)).toEqual(['k2', 'k3'])
    expect(dropped.warnings).toMatchObject([{ code: 'CLAIM_DROPPED' }])
  })

  it('is mended by the line in its place among those that were asked again', () => {
    const complaints = [complaint('k1'), complaint('k3')]
    const again = resolve(
      { keyPoints: [line('The roof is unsafe.', 3), line('It costs 4 million.', 4), line('More.', 1)] },
      complaints,
    )
    const { parts: mended, mended: ids } = mendSummary(parts, complaints, again.parts)
    expect(ids).toEqual(['k1', 'k3'])
    expect(mended.summary?.keyPoints.map(({ text }) => text)).toEqual([
      'The roof is unsafe.',
      'Traders protest.',
      'It costs 4 million.',
    ])
  })

  it('is not mended by a line that already stands there', () => {
    const complaints = [complaint('k1')]
    const again = resolve({ keyPoints: [line('Traders protest.', 2)] }, complaints)
    expect(mendSummary(parts, complaints, again.parts).mended).toEqual([])
  })
})

describe('reviewing a summary', () => {
  it('says what is missing of what was asked for', () => {
    const { parts } = resolve({ brief: [line('Pell closes its market.', 1)] })
    expect(reviewSummary(parts, INPUT).map(({ code }) => code)).toEqual(['PART_SHORT', 'PART_SHORT', 'PART_EMPTY'])
    expect(reviewSummary(resolve({}).parts, INPUT).map(({ code }) => code)).toEqual(['PART_EMPTY'])
  })

  it('says why a part is short, and what that means', () => {
    const { parts } = resolve({ headline: line('Pell closes market', 1), keyPoints: [line('Traders protest.', 2)] })
    expect(reviewSummary(parts, INPUT).map(({ message }) => message)).toEqual([
      '0 of 3 sentences of the brief: of an article of 5 sentences the model wrote no more, or a check left the rest out and says so.',
      '1 of 4 key points: of an article of 5 sentences the model wrote no more, or a check left the rest out and says so. The summary is shorter for it; what stands there passed every check.',
    ])
  })

  it('takes it for no fault of the rules that a short article has nothing more to tell', () => {
    const short = byRules('The old market of Pell closes in May. Traders there protest against the plan.')
    const { parts } = resolveSummary(extractSummary(short), short)
    expect(reviewSummary(parts, short)).toContainEqual({
      code: 'NONE_FOUND',
      message: '0 of 2 key points: the summary holds all 2 sentences of the article already.',
      step: 'summary',
      note: true,
    })
  })

  it('tells what the rules passed over', () => {
    const repeating = byRules(`${'The old market of Pell closes in May. '.repeat(3)}Why? Because.`)
    const { parts } = resolveSummary(extractSummary(repeating), repeating)
    expect(reviewSummary(parts, repeating)).toContainEqual({
      code: 'PART_SHORT',
      message:
        '1 of 3 sentences of the brief: the other sentences of the article are too short to stand alone, or say the same again.',
      step: 'summary',
      note: true,
    })
  })

  it('asks no more of a short article than it has sentences', () => {
    const short = inputOf(readingOf('The old market of Pell closes in May.'))
    const wire = {
      headline: line('Pell closes market', 1),
      brief: [line('It closes in May.', 1)],
      keyPoints: [line('May.', 1)],
    }
    expect(reviewSummary(resolveSummary(wire, short).parts, short)).toEqual([])
  })
})
