import type { PromptText } from '../pipeline/schema/contracts.ts'
import { StandpointError } from '../pipeline/schema/errors.ts'
import { promptPath } from './prompt-path.ts'

/** `{{name}}`: what a section of a prompt has filled in. */
export const PLACEHOLDER = /\{\{([A-Za-z]+)\}\}/g

/**
 * A section of a prompt with every `{{name}}` replaced, in one pass: values are never scanned again, so braces in an article are
 * only braces.
 * @throws StandpointError PROMPT_INVALID when the section is missing or a placeholder has no value
 */
export function fill(prompt: PromptText, section: string, values: Readonly<Record<string, string>> = {}): string {
  const text = Object.hasOwn(prompt.sections, section) ? prompt.sections[section] : undefined
  if (text === undefined) throw fault(prompt, `It has no section "${section}"`)
  return text.replace(PLACEHOLDER, (placeholder, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined) throw fault(prompt, `The section "${section}" has the unknown placeholder ${placeholder}`)
    return value
  })
}

function fault(prompt: PromptText, what: string): StandpointError {
  return new StandpointError('PROMPT_INVALID', what, {
    where: `prompts/${promptPath(prompt)}`,
    fix: 'Run "standpoint prompts check": it names every fault with its line.',
  })
}
