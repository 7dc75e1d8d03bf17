import { describe, expect, it } from 'vitest'
import { complaintOf, readingOf } from './claims.fake.ts'

const dam = readingOf(
  'Engineers warned that the old dam at Harrow could fail before winter. Farmers downstream asked for pumps. Mayor Ida Falk promised money for repairs. She called the warning overdue.',
)

describe('support of a text', () => {
  it('asks little where the words are the own ones of the text', () => {
    expect(complaintOf('Engineers fear a collapse of the dam.', dam, [1])).toBe('')
  })

  it('counts the names that a cited pronoun refers to', () => {
    expect(complaintOf('Falk agrees.', dam, [4])).toBe('')
  })

  it('names the sentence that does say it', () => {
    expect(complaintOf('Engineers warned the old dam could fail before winter.', dam, [3])).toBe(
      'Sentence 1 says this, not sentence 3. Cite sentence 1.',
    )
  })

  it('names the words that no cited sentence has', () => {
    expect(complaintOf('Tourists cheered.', dam, [2])).toBe('Sentence 2 does not say this (“Tourists” and “cheered”).')
  })

  it('works where no word list is known', () => {
    const reading = readingOf('Insinöörit varoittivat padon murtuvan ennen talvea. Kunta lupasi rahaa.', {
      language: 'fi',
    })
    expect(complaintOf('insinöörit varoittavat padosta', reading, [1])).toBe('')
    expect(complaintOf('maanviljelijät pyysivät pumppuja', reading, [2])).toContain('does not say this')
  })
})
