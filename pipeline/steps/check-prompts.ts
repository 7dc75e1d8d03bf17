import { PLACEHOLDER } from '../../prompts/fill.ts'
import type { PromptLibrary } from '../../prompts/load-prompts.ts'
import { invalid, type ParsedPrompt } from '../../prompts/parse-prompt.ts'
import type { StandpointError } from '../schema/errors.ts'
import { allSteps } from './all.ts'
import type { DefinedStep, PromptSections } from './define-step.ts'
import { resolveExample } from './resolve-example.ts'
import { sharedSections } from './shared-messages.ts'

/**
 * What is wrong with the prompts, each fault with its file and line; nothing when all is well. Every section that a question is
 * made of must be there with its placeholders and no others, and every example must be an answer that its own article bears out.
 * Front matter was checked when the files were loaded.
 */
export function checkPrompts({ prompts }: PromptLibrary): StandpointError[] {
  return prompts.flatMap((prompt) => {
    const step = allSteps.find(({ name }) => name === prompt.text.step)
    const isGuided = prompt.text.mode === 'guided'
    const faults = faultsOfSections(prompt, (isGuided ? step?.guidedSections : step?.sections) ?? sharedSections)
    // Closed questions are answered with a label or a line, and have no example.
    return faults.length > 0 || step === undefined || isGuided ? faults : faultsOfExample(prompt, step)
  })
}

function faultsOfSections(prompt: ParsedPrompt, needed: PromptSections): StandpointError[] {
  const { text, file, lines } = prompt
  const missing = Object.keys(needed)
    .filter((name) => !Object.hasOwn(text.sections, name))
    .map((name) => invalid(file, 1, `The section "${name}" is missing`))
  const rest = Object.keys(text.sections).flatMap((name) => {
    const known = Object.hasOwn(needed, name) ? needed[name] : undefined
    if (known === undefined) return [invalid(file, lines[name] ?? 1, `Nothing uses the section "${name}"`)]
    return faultsOfPlaceholders(prompt, name, known)
  })
  return [...missing, ...rest]
}

function faultsOfPlaceholders({ text, file, lines }: ParsedPrompt, name: string, known: readonly string[]) {
  const section = text.sections[name] ?? ''
  const first = lines[name] ?? 1
  if (section === '') return [invalid(file, first, `The section "${name}" is empty`)]
  const used = [...section.matchAll(PLACEHOLDER)].map((match) => ({ name: match[1] ?? '', at: match.index }))
  const unknown = used
    .filter((placeholder) => !known.includes(placeholder.name))
    .map((placeholder) => {
      const line = first + section.slice(0, placeholder.at).split('\n').length - 1
      const allowed = known.length > 0 ? `may have ${known.map((each) => `{{${each}}}`).join(', ')}` : 'has none'
      return invalid(file, line, `{{${placeholder.name}}} is unknown: the section "${name}" ${allowed}`)
    })
  const unused = known
    .filter((each) => !used.some((placeholder) => placeholder.name === each))
    .map((each) => invalid(file, first, `The section "${name}" lacks {{${each}}}`))
  return [...unknown, ...unused]
}

function faultsOfExample({ text, file, lines }: ParsedPrompt, step: DefinedStep): StandpointError[] {
  return resolveExample(text, step).faults.map(({ section, what, cause }) =>
    invalid(file, lines[section] ?? 1, `The example: ${what}`, cause),
  )
}
