import { describe, expect, it } from 'vitest'
import { castOf, lineOf, readingOf } from './claims.fake.ts'
import { ground } from './ground.ts'

const reading = readingOf('Anna Berg paid 12 crowns to the port. Omar Lund, 40, did not pay.')

describe('grounding', () => {
  it('says which item of which claim is wrong, and what it cited', () => {
    expect(ground([lineOf('Anna Berg paid 15 crowns.', reading, [1])], { reading, cast: undefined })).toEqual([
      {
        claim: 'b1',
        step: 'summary',
        item: 'Anna Berg paid 15 crowns.',
        message: 'The number 15 is not in the article. Sentence 1 says 12.',
        sentences: [0],
      },
    ])
  })

  it('names the sentences to cite, when the article says it elsewhere and nothing else is wrong', () => {
    const dam = readingOf(
      'Engineers warned that the old dam at Harrow could fail before winter. Farmers asked for pumps. It rained on. The province set aside 340 crowns for each pump.',
    )
    const cite = (text: string, numbers: number[]) =>
      ground([lineOf(text, dam, numbers)], { reading: dam, cast: undefined })[0]?.cite
    expect(cite('Engineers warned the old dam could fail before winter.', [3])).toEqual([0])
    expect(cite('Farmers asked for pumps of 340 crowns.', [2])).toEqual([1, 3])
    expect(cite('Engineers warned the old dam could fail before 2031.', [3])).toBeUndefined()
  })

  it('counts the words of a text that has a bound, whole sentences of the article too', () => {
    const claim = lineOf('', reading, [1])
    const complain = (mostWords: number) =>
      ground([{ ...claim, texts: [{ field: 'text', text: reading.article.text, essential: true, mostWords }] }], {
        reading,
        cast: undefined,
      }).map(({ message }) => message)
    expect(complain(14)).toEqual([])
    expect(complain(13)).toEqual(['It has 14 words; write 13 at most.'])
  })

  it('names the field when only a text that may go is wrong', () => {
    const texts = [{ field: 'rationale', text: 'Berg paid 15 crowns.', essential: false }]
    const [complaint] = ground([{ ...lineOf('', reading, [1]), texts, concerns: ['a1'] }], {
      reading,
      cast: castOf(reading, ['Anna Berg']),
    })
    expect(complaint?.field).toBe('rationale')
  })

  it('tells all faults of a claim that falls in one complaint', () => {
    const claim = { ...lineOf('Zoltan Vik paid 15 crowns to the port.', reading, [1]), concerns: ['a1'] }
    const complaints = ground([claim], { reading, cast: castOf(reading, ['Omar Lund']) })
    expect(complaints.map(({ message }) => message)).toEqual([
      'Sentence 1 does not speak of Omar Lund. It is named in sentence 2. The number 15 is not in the article. Sentence 1 says 12. The name Zoltan Vik is not in the article.',
    ])
  })

  it('passes whole sentences and parts of sentences that are cited', () => {
    const parts = ['Anna Berg paid 12 crowns to the port.', 'paid 12 crowns', reading.article.text]
    for (const part of parts) expect(ground([lineOf(part, reading)], { reading, cast: undefined })).toEqual([])
  })

  it('does not pass a part of a sentence that lost its negation, nor a part of a word', () => {
    const tax = readingOf('The mayor does not support the new tax of 15 crowns.')
    expect(ground([lineOf('support the new tax', tax)], { reading: tax, cast: undefined })).toHaveLength(1)
    expect(ground([lineOf('5 crowns', tax)], { reading: tax, cast: undefined })).toHaveLength(1)
  })
})

describe('talk of the task', () => {
  it.each([
    'Berg paid the port, as [1] says.',
    'A2 did not pay the port.',
    'As sentence 2 tells, Lund did not pay.',
    'The article reports that Berg paid the port.',
    '```Berg paid the port.```',
    '"text": "Berg paid the port"',
    '<article>Berg paid the port.</article>',
  ])('is told: %s', (text) => {
    expect(ground([lineOf(text, reading)], { reading, cast: undefined })[0]?.message).toContain('speaks of the task')
  })

  it('is none where the article itself speaks so', () => {
    const law = readingOf('The article in the Harbour Post cites sentence 2 of the ruling. Plan A1 failed.')
    expect(
      ground([lineOf('The article cites sentence 2; plan A1 failed.', law)], { reading: law, cast: undefined }),
    ).toEqual([])
  })
})
