import { describe, expect, it } from 'vitest'
import { castOf, lineOf, readingOf } from './claims.fake.ts'
import { ground } from './ground.ts'

const reading = readingOf(
  [
    '"The bridge is safe," said Minister Olga Reuss.',
    'She added: "We checked every bolt."',
    'Engineer Tom Aldous disagreed.',
    '"Nobody checked the north pier," he said.',
    'The city was quiet on Monday.',
    'Traffic was light, and the ferries ran as usual.',
    'Lawyer Nia Brook watched from the quay.',
  ].join('\n\n'),
)
const cast = castOf(reading, ['Olga Reuss', 'Tom Aldous', 'Nia Brook'])

function complaintOfQuote(quotation: number, speaker: string): string {
  const claim = { ...lineOf('', reading, []), texts: [], quote: { quotation, speaker } }
  return ground([claim], { reading, cast })
    .map(({ message }) => message)
    .join(' ')
}

describe('the speaker of a quotation', () => {
  it('is whom the sentence names', () => {
    expect(complaintOfQuote(0, 'a1')).toBe('')
  })

  it('may be meant by a pronoun', () => {
    expect(complaintOfQuote(1, 'a1')).toBe('')
    expect(complaintOfQuote(2, 'a2')).toBe('')
  })

  it('is not somebody else when the sentence names the speaker', () => {
    expect(complaintOfQuote(0, 'a2')).toBe('Sentence 1 gives “The bridge is safe,” to Olga Reuss, not to Tom Aldous.')
  })

  it('is not somebody who stands far away', () => {
    expect(complaintOfQuote(1, 'a3')).toContain('Nia Brook is not named in or beside sentence 2')
  })

  it('may be the body for which the person speaks', () => {
    const port = readingOf('"We will reopen," said Lena Hart, a spokeswoman for the Port Authority.')
    const claim = { ...lineOf('', port, []), texts: [], quote: { quotation: 0, speaker: 'a1' } }
    expect(ground([claim], { reading: port, cast: castOf(port, ['Port Authority']) })).toEqual([])
  })
})

describe('evidence of a stance', () => {
  const concerning = (actor: string, number: number) =>
    ground([{ ...lineOf('', reading, [number]), texts: [], concerns: [actor] }], { reading, cast }).length === 0

  it('concerns whom it names or means', () => {
    expect(concerning('a1', 1)).toBe(true)
    expect(concerning('a1', 2)).toBe(true)
    expect(concerning('a2', 3)).toBe(true)
  })

  it('does not concern whom it does not speak of', () => {
    expect(concerning('a3', 3)).toBe(false)
    expect(concerning('a1', 6)).toBe(false)
  })
})
