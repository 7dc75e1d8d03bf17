import { describe, expect, it } from 'vitest'
import { oddsIn } from '../../../pipeline/engines/replies/odds-in.ts'
import { trimLogprobs } from './trim-logprobs.ts'

const LABEL = { field: 'label', labels: ['support', 'oppose'] }

const OTHERS = '[{"token":"x","logprob":-9},{"token":"[","logprob":-12.5}]'
const SIDES = '[{"token":"op","logprob":-0.5},{"token":"support","logprob":-1e-05}]'
const BODY = bodyOf(
  `{"token":"{\\"label\\":","logprob":-0.5,"top_logprobs":${OTHERS}}`,
  `{"token":"\\"","logprob":-0.25,"top_logprobs":${OTHERS}}`,
  `{"token":"op","logprob":-0.5,"top_logprobs":${SIDES}}`,
  `{"token":"pose\\"}","logprob":0,"top_logprobs":${OTHERS}}`,
)

describe('trimming the log probabilities of an answer', () => {
  it('keeps the alternatives of the label, and everything beside the tokens byte for byte', () => {
    expect(trimLogprobs(BODY, LABEL)).toBe(
      bodyOf(
        '{"token":"{\\"label\\":","logprob":-0.5,"top_logprobs":[]}',
        '{"token":"\\"","logprob":-0.25,"top_logprobs":[]}',
        `{"token":"op","logprob":-0.5,"top_logprobs":${SIDES}}`,
        '{"token":"pose\\"}","logprob":0,"top_logprobs":[]}',
      ),
    )
    expect(oddsIn(trimLogprobs(BODY, LABEL), LABEL)).toEqual(oddsIn(BODY, LABEL))
  })

  it('keeps none where no odds are read', () => {
    const trimmed = trimLogprobs(BODY, undefined)
    expect(trimmed).not.toMatch(/"top_logprobs":\[\{/)
    expect(trimmed.split('"top_logprobs":[]')).toHaveLength(5)
  })

  it('leaves an answer without them as it is', () => {
    const body = '{"choices":[{"message":{"content":"{}"}}]}'
    expect(trimLogprobs(body, LABEL)).toBe(body)
  })
})

function bodyOf(...tokens: readonly string[]): string {
  return `{"choices":[{"message":{"content":"x"},"logprobs":{"content":[${tokens.join(',')}]}}],"timings":{"ms":1e-05}}`
}
