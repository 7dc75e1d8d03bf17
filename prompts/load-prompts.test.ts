import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { fill } from './fill.ts'
import { loadPrompts } from './load-prompts.ts'
import { parsePrompt } from './parse-prompt.ts'

const FRONT = ['---', 'name: A task', 'version: 1', 'step: summary', 'languages: ["*"]', 'changed: First.', '---']
const file = (...body: string[]) => [...FRONT, ...body].join('\n')
const parse = (content: string) => parsePrompt('summary/v1.md', content)

describe('reading a prompt file', () => {
  it('gives its sections by heading, with the line that each begins on', () => {
    const { text, lines } = parse(file('', '## task', '', 'Say {{what}}.', '', '## repair', 'Again.', ''))
    expect(text.sections).toEqual({ task: 'Say {{what}}.', repair: 'Again.' })
    expect(lines).toEqual({ task: 10, repair: 14 })
  })

  it('hashes alike whatever the line ends and the white space at line ends', () => {
    const one = parse(file('## task', 'Say it.'))
    const two = parse(`\uFEFF${file('## task', 'Say it.  ', '').replaceAll('\n', '\r\n')}`)
    expect(two.text.hash).toBe(one.text.hash)
    expect(parse(file('## task', 'Say it!')).text.hash).not.toBe(one.text.hash)
  })

  it.each([
    ['no front matter', '## task\nSay it.', 1],
    ['a version that is no number', file('## task', 'x').replace('version: 1', 'version: one'), 3],
    ['a field that nobody knows', file('## task', 'x').replace('changed: First.', 'changed: First.\nmood: good'), 1],
    ['a step that does not exist', file('## task', 'x').replace('step: summary', 'step: headlines'), 4],
    ['front matter that is no YAML', file('## task', 'x').replace('name: A task', 'name: "A task'), 2],
    ['text before the first heading', file('Hello', '## task', 'x'), 8],
    ['a section that stands there twice', file('## task', 'x', '## task', 'y'), 10],
  ])('refuses %s, naming file and line', (_, content, line) => {
    expect(() => parse(content)).toThrow(expect.objectContaining({ code: 'PROMPT_INVALID' }))
    try {
      parse(content)
    } catch (error) {
      expect(error).toHaveProperty('where', expect.stringContaining('prompts/summary/v1.md'))
      if (line > 1) expect(error).toHaveProperty('where', `prompts/summary/v1.md, line ${line}`)
    }
  })

  it('refuses a file whose name is not its version', () => {
    expect(() => parsePrompt('summary/v2.md', file('## task', 'x'))).toThrow('version 1')
  })
})

describe('filling a section', () => {
  const { text } = parse(file('## task', '{{first}} and {{second}}'))

  it('does not look into what was filled in', () => {
    expect(fill(text, 'task', { first: '{{second}}', second: '$& {{first}}' })).toBe('{{second}} and $& {{first}}')
  })

  it('refuses a placeholder without a value, and names the prompt', () => {
    expect(() => fill(text, 'task', { first: 'x' })).toThrow('{{second}}')
    expect(() => fill(text, 'gaps', {})).toThrow('gaps')
  })
})

describe('the prompts of a folder', () => {
  it('are the latest unless a version is named', async () => {
    const library = await loadPrompts(await folderWith('summary', { 1: 'First.', 2: 'Second.', 10: 'Tenth.' }))
    expect(library.textsFor().steps.summary.version).toBe(10)
    expect(library.textsFor({ summary: 2 }).steps.summary.sections).toEqual({ task: 'Second.' })
    expect(library.textsFor({ summary: 2 }).shared.version).toBe(1)
  })

  it('refuse a version that does not exist, and say which do', async () => {
    const library = await loadPrompts(await folderWith('summary', { 1: 'First.' }))
    expect(() => library.textsFor({ summary: 7 })).toThrow('summary/v7')
  })
})

async function folderWith(step: string, versions: Record<number, string>): Promise<URL> {
  const root = await mkdtemp(join(tmpdir(), 'prompts-'))
  for (const name of ['article', 'actors', 'summary', 'stances', 'reactions']) {
    await mkdir(join(root, name))
    const all = name === step ? versions : { 1: 'A task.' }
    for (const [version, task] of Object.entries(all)) {
      const content = file('## task', task)
        .replace('version: 1', `version: ${version}`)
        .replace('step: summary', `step: ${name}`)
      await writeFile(join(root, name, `v${version}.md`), content)
    }
  }
  process.once('exit', () => void rm(root, { recursive: true, force: true }))
  return pathToFileURL(`${root}/`)
}
