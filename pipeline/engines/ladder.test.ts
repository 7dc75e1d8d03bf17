import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Dialect } from '../schema/recipe.ts'
import { newLadder } from './ladder.ts'

const top: Dialect = {
  structure: 'json-schema',
  narrowed: true,
  maxTokensParameter: 'max_tokens',
  temperature: true,
  reasoningEffort: 'low',
  systemRole: true,
}

describe('the ladder', () => {
  const named: readonly [message: string, change: Partial<Dialect>][] = [
    [
      "Unsupported parameter: 'max_tokens' … Use 'max_completion_tokens' instead.",
      { maxTokensParameter: 'max_completion_tokens' },
    ],
    ["Unsupported value: 'temperature' does not support 0 with this model.", { temperature: false }],
    ['Unrecognized request argument supplied: reasoning_effort', { reasoningEffort: 'unsent' }],
    ['System role not supported', { systemRole: false }],
    ['Conversation roles must alternate user/assistant/user/assistant/...', { systemRole: false }],
    ['Only user, assistant and tool roles are supported!', { systemRole: false }],
    ["Invalid schema for response_format 'actors'", { narrowed: false }],
    ['Unable to generate parser for this template. JSON schema error at #', { narrowed: false }],
  ]
  for (const [message, change] of named) {
    it(`leaves out what is named: ${message}`, () => {
      const ladder = newLadder(top)
      expect(ladder.descend(top, message)).toBe(true)
      expect(ladder.current()).toEqual({ ...top, ...change })
    })
  }

  it('goes from JSON Schema to tools to text, and notes it', () => {
    const ladder = newLadder({ ...top, narrowed: false })
    const structures = [1, 2].map(() => {
      ladder.descend(ladder.current(), 'response_format and tools are not supported')
      return ladder.current().structure
    })
    expect(structures).toEqual(['tools', 'json-text'])
    expect(ladder.learned().map(({ kind }) => kind)).toEqual(['schema-unsupported', 'tools-unsupported'])
  })

  it('learns once from requests that were refused together', () => {
    const ladder = newLadder(top)
    ladder.descend(top, 'temperature')
    expect(ladder.descend(top, 'temperature')).toBe(true)
    expect(ladder.learned()).toHaveLength(1)
  })

  it('lets a request that was refused without a reason go down alone, and learns from it when that has worked', () => {
    const ladder = newLadder(top)
    const alone = ladder.alone()
    expect(alone.descend(top, 'Bad Request')).toBe(true)
    expect([ladder.current(), ladder.learned()]).toEqual([top, []])
    ladder.adopt(alone)
    expect(ladder.current()).toEqual(alone.current())
    expect(ladder.learned()).toHaveLength(1)
  })

  it('does not go up again by what a request found that set out before others learned', () => {
    const ladder = newLadder(top)
    const alone = ladder.alone()
    alone.descend(top, 'Bad Request')
    ladder.descend(top, 'temperature')
    ladder.adopt(alone)
    expect(ladder.current()).toEqual({ ...top, temperature: false })
  })

  it('ends, whatever a server says', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 20, maxLength: 20 }), (messages) => {
        const ladder = newLadder(top)
        const rungs = messages.filter((message) => ladder.descend(ladder.current(), message))
        expect(rungs.length).toBeLessThan(12)
      }),
    )
  })
})
