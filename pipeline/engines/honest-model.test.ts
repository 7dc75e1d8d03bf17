import { describe, expect, it } from 'vitest'
import { allSteps } from '../steps/all.ts'
import { inputOf, readingOf } from '../steps/reading.fake.ts'
import { newAccount } from './account.fake.ts'
import { sentenceReader } from './honest-model.fake.ts'
import { openedEngine } from './opened-engine.fake.ts'

describe('the fake model that answers only from the sentences it was sent', () => {
  const reading = readingOf(
    'Ada Quill praised the plan. It rained all day. Bo Marsh rejected the plan. The council went home. Cy Lund left.',
  )
  const [actors] = allSteps
  if (actors === undefined) throw new Error('There is no step')

  it('finds what the windows show, with the numbers of the article', async () => {
    await using opened = await openedEngine(sentenceReader((sentence) => /Quill|Marsh|Lund/.test(sentence)))
    const windows = [
      { index: 0, sentences: [0, 1] },
      { index: 1, sentences: [3, 4] },
    ]
    const { wires } = await opened.engine.run([actors], inputOf(reading, { windows }), { account: newAccount() })
    const wire = JSON.stringify(wires.get('actors'))
    expect(wire).toContain('{"sentences":[1],"name":"Ada Quill"')
    expect(wire).toContain('{"sentences":[5],"name":"Cy Lund"')
    expect(wire).not.toContain('Bo Marsh')
  })
})
