import { describe, expect, it } from 'vitest'
import { RetryLater, StandpointError } from '../pipeline/schema/errors.ts'
import { errorFields, errorText, exitCodeOf } from './exit.ts'

const missing = new StandpointError('INPUT_MISSING', 'There is no such file', { where: 'news.txt', fix: 'Name one.' })

describe('an error at the command line', () => {
  it('says where, what, by which code, and what to do', () => {
    expect(errorText(missing)).toBe('news.txt: There is no such file (INPUT_MISSING)\n  Name one.')
  })
  it('lets no file name drive the terminal', () => {
    expect(errorText(new StandpointError('INPUT_MISSING', 'No', { where: 'a\u001b[2Jb' }))).toBe(
      'a[2Jb: No (INPUT_MISSING)',
    )
  })
  it('lets no message of a provider drive it either', () => {
    expect(errorText(new RetryLater('Busy\u001b[2J', 4200))).toBe('Busy[2J\n  Try again in 5 s.')
  })
  it('lists several places, a line each', () => {
    const many = new StandpointError('GOLD_INVALID', 'There are 2 faults', {
      where: 'a: no name\nb: no text',
      fix: 'Mend.',
    })
    expect(errorText(many)).toBe('There are 2 faults (GOLD_INVALID):\n  a: no name\n  b: no text\n  Mend.')
  })

  it('says when to come back where a provider asks for a pause', () => {
    expect(errorText(new RetryLater('The provider allows no more requests now', 4200))).toContain('Try again in 5 s')
  })
  it('is an object for a script', () => {
    expect(errorFields(missing)).toEqual({
      code: 'INPUT_MISSING',
      message: 'There is no such file',
      where: 'news.txt',
      fix: 'Name one.',
    })
    expect(errorFields(new RetryLater('The provider allows no more', 4200))).toMatchObject({
      code: 'MODEL_FAILED',
      fix: 'Try again in 5 s.',
    })
  })
  it.each([
    [missing, 1],
    [new StandpointError('OPTION_INVALID', 'No'), 2],
    [new StandpointError('CANCELLED', 'Stopped'), 130],
    [new TypeError('x is undefined'), 1],
  ])('gives its exit status: %s', (error, status) => {
    expect(exitCodeOf(error)).toBe(status)
  })
})
