import { describe, expect, it } from 'vitest'
import { isAllThereIs } from './server-facts.ts'

describe('the list of a server', () => {
  it.each([
    ["of one's own, which answers to any name", 'http://127.0.0.1:8080/v1', true],
    ['of a provider, which has variants and deployments beside it', 'https://openrouter.ai/api/v1', false],
  ])('is all that there is: %s', (_whose, baseUrl, isAll) => {
    expect(isAllThereIs(['some-model'], { baseUrl })).toBe(isAll)
  })

  it('is not when it is empty', () => {
    expect(isAllThereIs([], { baseUrl: 'http://127.0.0.1:8080/v1' })).toBe(false)
  })
})
