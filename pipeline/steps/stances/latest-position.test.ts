import { describe, expect, it } from 'vitest'
import { latestPosition, type Position } from './latest-position.ts'

const at = (place: number, label: Position['label'], voice: NonNullable<Position['voice']> = 'self'): Position => ({
  label,
  voice,
  at: place,
})

describe('the position that stands for several', () => {
  it('is the latest of the best voice', () => {
    expect(latestPosition([at(1, 'oppose'), at(5, 'support'), at(9, 'oppose', 'reported')])).toEqual(at(5, 'support'))
    expect(latestPosition([at(5, 'support', 'narrator'), at(1, 'oppose', 'reported')])).toEqual(
      at(5, 'support', 'narrator'),
    )
  })

  it('takes a side rather than none, and none rather than nothing stated', () => {
    expect(latestPosition([at(1, 'oppose', 'reported'), at(9, 'neutral')])).toEqual(at(1, 'oppose', 'reported'))
    expect(latestPosition([{ label: 'unstated', at: 0 }, at(2, 'neutral')])?.label).toBe('neutral')
  })

  it('is mixed only where both sides stand in one sentence', () => {
    expect(latestPosition([at(4, 'support'), at(4, 'oppose')])?.label).toBe('mixed')
    expect(latestPosition([at(4, 'support'), at(5, 'oppose')])?.label).toBe('oppose')
  })

  it('is none of none', () => {
    expect(latestPosition([])).toBeUndefined()
  })
})
