import { describe, expect, it } from 'vitest'
import { talkOn } from './issue-talk.ts'
import { viewIssue } from './issue-view.ts'
import { toldReading } from './told-reading.fake.ts'

const PLAN = 'Kenya approved a plan for a coal port at Pellhaven on Monday. The port has been planned for ten years.'

/** What Dana Ruiz says, as the polarity of each of her sentences that tells a position on the port. */
function talkOf(words: string, rest = ''): string[] {
  const text = `${PLAN} “${words}” Dana Ruiz said. ${rest}`
  const reading = toldReading(text, {
    names: ['Kenya', 'Norway', 'Dana Ruiz', 'Omar Feld'],
    said: [{ speaker: 'Dana Ruiz', content: `“${words}”` }],
  })
  const span = { start: 0, end: PLAN.indexOf('.') }
  return talkOn(reading, viewIssue(reading, { statement: text.slice(0, span.end), span, isMain: true })).map(
    ({ polarity }) => polarity,
  )
}

describe('what speakers say of an issue', () => {
  it.each(['This is long overdue.', 'The port is good news for us.', 'Build it!', 'It makes sense.'])(
    'is for it: %s',
    (words) => expect(talkOf(words)).toEqual(['positive']),
  )

  it.each([
    'We will appeal.',
    'The port is a mistake.',
    'It is a blank cheque.',
    'No port is worth that.',
    'The port is not a success.',
  ])('is against it: %s', (words) => expect(talkOf(words)).toEqual(['negative']))

  it('is silent where the words judge nothing', () => {
    expect(talkOf('The port has two gates.')).toEqual([])
  })

  it('is silent where they judge both ways', () => {
    expect(talkOf('The port is a success and a disgrace.')).toEqual([])
  })

  it('is silent where they are about something else', () => {
    expect(talkOf('Omar Feld is a disgrace.')).toEqual([])
  })

  it('is silent where the speaker takes no side', () => {
    expect(talkOf('I would rather not say what the port is.')).toEqual([])
  })

  it('is found in bounded time', () => {
    const began = performance.now()
    talkOf('The port is a disgrace and we will appeal. '.repeat(4000))
    expect(performance.now() - began).toBeLessThan(8000)
  })
})
