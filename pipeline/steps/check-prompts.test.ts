import { describe, expect, it } from 'vitest'
import { loadPrompts } from '../../prompts/load-prompts.ts'
import { checkPrompts } from './check-prompts.ts'

const library = await loadPrompts()

/** What the check says of the stances prompt with one section changed. */
function faultsWith(section: string, change: (text: string) => string | undefined): string[] {
  const prompts = library.prompts.flatMap((prompt) => {
    if (prompt.text.step !== 'stances' || prompt.text.mode !== undefined) return []
    const { [section]: old = '', ...sections } = prompt.text.sections
    const changed = change(old)
    return [
      {
        ...prompt,
        text: { ...prompt.text, sections: { ...sections, ...(changed !== undefined && { [section]: changed }) } },
      },
    ]
  })
  return checkPrompts({ ...library, prompts }).map(({ message, where }) => `${where}: ${message}`)
}

describe('checking prompts', () => {
  it('finds nothing wrong with ours', () => {
    expect(checkPrompts(library).map(({ where, message }) => `${where}: ${message}`)).toEqual([])
  })

  it('names a section that is missing', () => {
    expect(faultsWith('gaps', () => undefined)).toEqual([
      'prompts/stances/v1.md, line 1: The section "gaps" is missing',
    ])
  })

  it('names a section that nothing uses', () => {
    expect(faultsWith('gasp', () => 'x').join()).toContain('Nothing uses the section "gasp"')
  })

  it('names the line of a placeholder that nothing fills, and one that is not used', () => {
    const line = library.prompts.find(({ file }) => file === 'stances/v1.md')?.lines.pairs ?? 0
    expect(faultsWith('pairs', () => 'Answer:\n\n{{pears}}')).toEqual([
      expect.stringContaining(`line ${line + 2}: {{pears}} is unknown`),
      expect.stringContaining(`line ${line}: The section "pairs" lacks {{pairs}}`),
    ])
  })

  it('refuses an example that is no answer', () => {
    expect(faultsWith('example answer', () => '{"stances": [').join()).toContain('it is not JSON')
    expect(faultsWith('example answer', (text) => text.replace('"oppose"', '"against"')).join()).toContain('label')
  })

  it('refuses an example that cites what its article does not have', () => {
    expect(
      faultsWith('example answer', (text) => text.replace('"sentences":[5]', '"sentences":[50]')).join(),
    ).toContain('50')
    expect(faultsWith('example actors', (text) => text.replace('Rui Sand', 'Nobody Here')).join()).toContain(
      'Nobody Here',
    )
  })
})
