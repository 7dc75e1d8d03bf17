import { describe, expect, it } from 'vitest'
import { spokespeopleIn } from './spokespeople.ts'
import { toldReading } from './told-reading.fake.ts'

/** Every "person for body". */
function pairsIn(text: string): string[] {
  const reading = toldReading(text, { names: ['Kenya', 'Norway', 'Dana Ruiz'] })
  const nameOf = (index: number) => reading.names[index]?.name ?? ''
  return [...spokespeopleIn(reading)].map(([person, body]) => `${nameOf(person)} for ${nameOf(body)}`)
}

describe('who speaks for whom', () => {
  it.each([
    'Kenya’s foreign minister, Dana Ruiz, was pleased.',
    'Dana Ruiz, a spokeswoman for Kenya, was pleased.',
    'Dana Ruiz, Kenya’s chief negotiator and envoy, was pleased.',
  ])('is told by an office: %s', (text) => expect(pairsIn(text)).toEqual(['Dana Ruiz for Kenya']))

  it('is nobody where no office joins the two', () => {
    expect(pairsIn('In Kenya the singer Dana Ruiz was pleased.')).toEqual([])
  })

  it('is nobody where a verb stands between them', () => {
    expect(pairsIn('Kenya criticized the minister Dana Ruiz.')).toEqual([])
  })
})
