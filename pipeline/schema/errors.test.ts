import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ERROR_CODES, StandpointError } from './errors.ts'

describe('the error codes', () => {
  it('are each explained once in docs/errors.md, and no other is', () => {
    const page = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8')
    const explained = [...page.matchAll(/^\| `([A-Z_]+)` \|/gm)].map((match) => match[1])
    expect(explained).toEqual([...ERROR_CODES])
  })
})

describe('where a fault is', () => {
  it('is told without the name and the password of an address', () => {
    const where = 'http://anna:se:cret@models.test:8080/v1, step stances of a@b.test'
    expect(new StandpointError('MODEL_FAILED', 'no', { where }).where).toBe(
      'http://models.test:8080/v1, step stances of a@b.test',
    )
  })
})
