import { parse, YAMLParseError } from 'yaml'
import { z } from 'zod'
import type { PromptText } from '../pipeline/schema/contracts.ts'
import { StandpointError } from '../pipeline/schema/errors.ts'
import { sha256 } from '../pipeline/schema/hash.ts'
import { StepName } from '../pipeline/schema/recipe.ts'
import { promptPath } from './prompt-path.ts'

/** A prompt file, with the line (from 1) on which each section's text begins. */
export type ParsedPrompt = { file: string; text: PromptText; lines: Readonly<Record<string, number>> }

/** Folder of a prompt: a step, or `article` for the messages that all questions share. */
export const PromptStep = z.enum(['article', ...StepName.options])
export type PromptStep = z.infer<typeof PromptStep>

const FrontMatter = z.strictObject({
  name: z.string().min(1),
  version: z.int().positive(),
  step: PromptStep,
  languages: z.array(z.string().min(1)).min(1).describe('Languages of articles, "*" for all'),
  changed: z.string().min(1).describe('What is new in this version'),
  mode: z.literal('guided').optional().describe('Its questions are those of this mode; otherwise those of the others'),
})

/**
 * Reads one prompt file: front matter between `---` lines, then sections under `## ` headings.
 * @param file its path from the prompt folder, `<step>/v<version>.md` or `<step>/guided-v<version>.md`
 * @throws StandpointError PROMPT_INVALID naming file and line
 */
export function parsePrompt(file: string, content: string): ParsedPrompt {
  const source = content.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const [, head, body] = /^---\n(.*?\n)---\n(.*)$/s.exec(source) ?? []
  if (head === undefined || body === undefined) {
    throw invalid(file, 1, 'It does not begin with front matter between two lines "---"')
  }
  const front = readFrontMatter(file, head)
  if (file !== promptPath(front)) {
    throw invalid(
      file,
      1,
      `Its front matter says step "${front.step}", version ${front.version}${front.mode ? `, mode ${front.mode}` : ''}`,
    )
  }
  const { sections, lines } = sectionsOf(file, body, head.split('\n').length + 2)
  return { file, text: { ...front, hash: sha256(normalised(source)), sections }, lines }
}

/** The error that names a fault of a prompt file. `line` counts from 1. */
export function invalid(file: string, line: number, what: string, cause?: unknown): StandpointError {
  return new StandpointError('PROMPT_INVALID', what, {
    where: `prompts/${file}, line ${line}`,
    fix: 'docs/prompts.md describes the form of a prompt file.',
    cause,
  })
}

function readFrontMatter(file: string, head: string): z.infer<typeof FrontMatter> {
  const read = FrontMatter.safeParse(parseYaml(file, head))
  if (read.success) return read.data
  const issue = read.error.issues[0]
  const field = String(issue?.path[0] ?? '')
  const line = head.split('\n').findIndex((each) => each.startsWith(`${field}:`))
  throw invalid(file, Math.max(line, 0) + 2, `Front matter, ${field || 'as a whole'}: ${issue?.message}`, read.error)
}

function parseYaml(file: string, head: string): unknown {
  try {
    return parse(head)
  } catch (cause) {
    const line = cause instanceof YAMLParseError ? (cause.linePos?.[0].line ?? 1) : 1
    throw invalid(file, line + 1, 'Its front matter is not YAML', cause)
  }
}

function sectionsOf(file: string, body: string, firstLine: number) {
  const found = new Map<string, { line: number; text: string[] }>()
  let current: { line: number; text: string[] } | undefined
  for (const [index, line] of body.split('\n').entries()) {
    const heading = /^## (.+)$/.exec(line)?.[1]?.trim()
    if (heading === undefined) {
      if (current) current.text.push(line)
      else if (line.trim() !== '')
        throw invalid(file, firstLine + index, 'There is text before the first "## " heading')
      continue
    }
    if (found.has(heading)) throw invalid(file, firstLine + index, `The section "${heading}" stands there twice`)
    current = { line: firstLine + index + 1, text: [] }
    found.set(heading, current)
  }
  return {
    sections: Object.fromEntries([...found].map(([name, { text }]) => [name, text.join('\n').trim()])),
    lines: Object.fromEntries([...found].map(([name, { line }]) => [name, line])),
  }
}

/** White space at line ends and at the end of the file is not part of what is hashed. */
function normalised(source: string): string {
  return source
    .replace(/[ \t]+$/gm, '')
    .trim()
    .normalize('NFC')
}
