import { describe, expect, it } from 'vitest'
import { wrap } from './wrap.ts'

describe('wrapping', () => {
  it('breaks at blanks and hangs the lines that follow', () => {
    expect(wrap('one two three four', { width: 11, indent: '    ', first: '  ' })).toEqual([
      '  one two',
      '    three',
      '    four',
    ])
  })
  it('counts no columns for colours', () => {
    expect(wrap('\u001b[1mone\u001b[22m two', { width: 7, indent: '', first: '' })).toEqual([
      '\u001b[1mone\u001b[22m two',
    ])
  })
  it('counts two columns for wide characters', () => {
    expect(wrap('新聞 記者', { width: 8, indent: '', first: '' })).toEqual(['新聞', '記者'])
  })
  it('breaks a word that is wider than a line', () => {
    expect(wrap('a'.repeat(25), { width: 10, indent: '', first: '' })).toEqual([
      'a'.repeat(10),
      'a'.repeat(10),
      'a'.repeat(5),
    ])
  })
})
