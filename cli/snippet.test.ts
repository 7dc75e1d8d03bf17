import { describe, expect, it } from 'vitest'
import { snippetOf } from './snippet.ts'

const text = `${'Before it all there was a harbour. '.repeat(6)}Brandt said no.${' After it all there was none.'.repeat(6)}`
const evidence = { sentence: 0, start: 100, end: 100 + text.length, text }

describe('a snippet of evidence', () => {
  it('is all of it where that is short', () => {
    expect(snippetOf({ sentence: 0, start: 0, end: 7, text: 'She won' }, { most: 20, around: [] })).toBe('She won')
  })
  it('shows the span that matters, in whole words', () => {
    const at = 100 + text.indexOf('Brandt')
    const snippet = snippetOf(evidence, { most: 60, around: [{ start: at, end: at + 6 }] })
    expect(snippet).toMatch(/^… .*Brandt said no\. .* …$/)
    expect(text).toContain(snippet.slice(2, -2))
    expect(snippet.length).toBeLessThan(80)
  })
  it('begins at the beginning where no span is known', () => {
    expect(snippetOf(evidence, { most: 40, around: [] })).toMatch(/^Before it all .* …$/)
  })
})
