import { describe, expect, it } from 'vitest'
import { recipeOptionsOf } from './options.ts'

const FLAGS = { mode: 'guided', length: 'standard' } as const

describe('options of a recipe', () => {
  it('name steps that are done otherwise', () => {
    const step = ['stances=guided', 'summary=chain:org/model:latest', 'reactions=extractive']
    expect(recipeOptionsOf({ ...FLAGS, step }).steps).toEqual({
      stances: { mode: 'guided', model: undefined },
      summary: { mode: 'chain', model: 'org/model:latest' },
      reactions: { engine: 'extractive' },
    })
  })

  it.each(['stances', 'stances=', 'opinions=chain', 'stances=fast', 'stances=extractive:model', '=chain'])(
    'refuse "%s" for a step, with an example',
    (step) => {
      expect(() => recipeOptionsOf({ ...FLAGS, step: [step] })).toThrow(
        expect.objectContaining({ code: 'OPTION_INVALID', fix: expect.stringContaining('--step stances=guided') }),
      )
    },
  )

  it('take a share for how sure is sure enough', () => {
    expect(recipeOptionsOf({ ...FLAGS, larger: 'large', below: '0.65' }).below).toBe(0.65)
    for (const below of ['65', 'high', '-0.1', '1.5']) {
      expect(() => recipeOptionsOf({ ...FLAGS, larger: 'large', below })).toThrow('share')
    }
  })
})
