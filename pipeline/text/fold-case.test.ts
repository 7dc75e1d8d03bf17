import { expect, it } from 'vitest'
import { foldCase } from './fold-case.ts'

it('folds case and curly apostrophes', () => {
  expect(foldCase('Don’t ÄRGERN')).toBe("don't ärgern")
})
