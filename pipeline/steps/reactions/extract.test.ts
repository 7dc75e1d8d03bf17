import { describe, expect, it } from 'vitest'
import { read } from '../../rules/read.ts'
import { toldReading } from '../../rules/told-reading.fake.ts'
import { toArticle } from '../../text/article.ts'
import { extractActors } from '../actors/extract.ts'
import { resolveActors } from '../actors/resolve.ts'
import { inputOf } from '../reading.fake.ts'
import { extractReactions } from './extract.ts'
import type { ReactionsWire } from './wire.ts'

type Said = { speaker: string; content: string }[]
const PACT = 'Kenya and Brazil signed a fishing pact on Monday in the harbour of Pellhaven after ten months of talks.'

function reactionsIn(text: string, said: Said = []): ReactionsWire & { names: (string | undefined)[] } {
  const input = inputOf(toldReading(`${PACT} ${text}`, { names: ['Kenya', 'Brazil', 'Dana Ruiz', 'Omar Feld'], said }))
  const { cast } = resolveActors(extractActors(input), input)
  const wire = extractReactions({ ...input, cast })
  const names = wire.reactions.map(
    ({ actor }) => cast?.actors.find(({ id }) => id === cast.numbers.actors[actor - 1])?.name,
  )
  return { ...wire, names }
}

/** The same from what the rules read themselves. */
function reactionsReadIn(text: string): ReactionsWire['reactions'] {
  const input = inputOf(read(toArticle({ id: 'test', text: `${PACT} ${text}`, language: 'en' })))
  const { cast } = resolveActors(extractActors(input), input)
  return extractReactions({ ...input, cast }).reactions
}

describe('reactions without a model', () => {
  it('tell who is quoted, with the number of the quotation and the sentence', () => {
    const { reactions, names } = reactionsIn('“We must stop this pact now,” said Dana Ruiz.', [
      { speaker: 'Dana Ruiz', content: '“We must stop this pact now,”' },
    ])
    expect(names).toEqual(['Dana Ruiz'])
    expect(reactions[0]).toMatchObject({ quotation: 1, sentences: [2], kind: 'appeal', content: null })
  })

  it('are of the kind that the verb tells, with their target', () => {
    const { reactions, names } = reactionsIn('Dana Ruiz condemned the pact.')
    expect(names).toEqual(['Dana Ruiz'])
    expect(reactions[0]).toMatchObject({ kind: 'criticism', polarity: 'negative', target: 'I1', quotation: null })
  })

  it('hold what somebody plainly said, without quotation marks', () => {
    const said = [{ speaker: 'Omar Feld', content: 'that the boats would sail on Friday' }]
    const { reactions, names } = reactionsIn('Omar Feld said that the boats would sail on Friday.', said)
    expect(names).toEqual(['Omar Feld'])
    expect(reactions[0]).toMatchObject({ quotation: null, sentences: [2], kind: 'other' })
  })

  it('are no plain statement beside what a clearer verb of the sentence tells', () => {
    const said = [{ speaker: 'Dana Ruiz', content: 'that it came too late' }]
    const { reactions } = reactionsIn('Dana Ruiz condemned the pact and said that it came too late.', said)
    expect(reactions.map(({ kind }) => kind)).toEqual(['criticism'])
  })

  it('count deeds as measures', () => {
    expect(reactionsIn('Omar Feld filed a lawsuit against Kenya.').reactions[0]).toMatchObject({
      kind: 'measure',
      polarity: 'negative',
    })
  })

  it('are two where a sentence tells two, each in its own words', () => {
    const { reactions } = reactionsIn('Dana Ruiz praised Omar Feld and condemned the pact.')
    expect(reactions.map(({ content }) => content)).toEqual(['praised Omar Feld', 'condemned the pact'])
  })

  it('hold nothing that somebody did not do or say', () => {
    expect(reactionsIn('Dana Ruiz did not condemn the pact.').reactions).toEqual([])
    for (const denied of ['Dana Ruiz did not condemn the pact', 'Dana Ruiz did not say that the boats were late']) {
      expect(reactionsReadIn(`${denied}. Omar Feld kept silent about it all day.`)).toEqual([])
    }
  })

  it('join quotations of one speaker that follow each other', () => {
    const { reactions } = reactionsIn('“The fish are gone,” said Dana Ruiz. “The boats are rusty.”', [
      { speaker: 'Dana Ruiz', content: '“The fish are gone,”' },
      { speaker: 'Dana Ruiz', content: '“The boats are rusty.”' },
    ])
    expect(reactions).toHaveLength(1)
    expect(reactions[0]?.sentences).toEqual([2, 3])
  })

  it('answer every quotation: who is nobody’s is no reaction', () => {
    expect(reactionsIn('The road is called “the ladder” by everybody.').noReaction).toEqual([1])
  })

  it('do not take the event itself for a reaction to it', () => {
    expect(reactionsIn('It rained.').reactions).toEqual([])
  })
})
