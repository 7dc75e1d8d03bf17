import { describe, expect, it } from 'vitest'
import { chooseMode, inWords, type ModeEvidence } from './choose-mode.ts'

const dialect: ModeEvidence['dialect'] = {
  structure: 'json-schema',
  narrowed: true,
  maxTokensParameter: 'max_tokens',
  temperature: true,
  systemRole: true,
}
/** llama.cpp on this machine with a model of so many parameters. */
const own = (parameters: number | undefined, more: Partial<ModeEvidence> = {}): ModeEvidence => ({
  dialect,
  topLogprobs: 20,
  isOwn: true,
  ...(parameters !== undefined && { size: { parameters, toldBy: 'server' } }),
  ...more,
})

describe('the mode that a probe suggests', () => {
  it('is guided for a small model whose server enforces a narrowed schema and gives probabilities', () => {
    expect(chooseMode(own(1.5e9))).toEqual({
      mode: 'guided',
      reason: expect.stringContaining('1.5 billion parameters the model is small'),
    })
    expect(chooseMode(own(8e9, { topLogprobs: 5 })).mode).toBe('guided')
  })

  it('says when the size is only what the name tells', () => {
    const named = own(undefined, { size: { parameters: 7e9, toldBy: 'name' } })
    expect(chooseMode(named).reason).toContain('about 7 billion parameters (going by its name)')
  })

  it('is chain for a large one', () => {
    expect(chooseMode(own(14e9))).toEqual({ mode: 'chain', reason: expect.stringContaining('a whole step at once') })
    expect(chooseMode(own(9e9)).mode).toBe('chain')
  })

  it('is chain for a small one without what guided needs, and names that', () => {
    const noNumbers = chooseMode(own(4e9, { topLogprobs: 0 }))
    const noGrammar = chooseMode(own(4e9, { dialect: { ...dialect, narrowed: false }, topLogprobs: 1 }))
    expect([noNumbers.mode, noGrammar.mode]).toEqual(['chain', 'chain'])
    expect(noNumbers.reason).toMatch(/lacks: the probabilities of 5 alternatives a token\.$/)
    expect(noGrammar.reason).toMatch(/a JSON Schema that .*, and the probabilities/)
  })

  it('is chain for a hosted model, however small it is', () => {
    expect(chooseMode(own(1.5e9, { isOwn: false }))).toEqual({
      mode: 'chain',
      reason: expect.stringContaining('billed'),
    })
  })

  it('is chain where nobody tells the size, and says what would change that', () => {
    expect(chooseMode(own(undefined))).toEqual({ mode: 'chain', reason: expect.stringContaining('use --mode guided') })
    expect(chooseMode(own(undefined, { topLogprobs: 0 })).reason).not.toContain('guided')
  })

  it('counts parameters in words', () => {
    expect([1_777_088_000, 135e6, 7.6e9, 70e9, 405e9].map(inWords)).toEqual([
      '1.8 billion',
      '135 million',
      '7.6 billion',
      '70 billion',
      '405 billion',
    ])
  })
})
