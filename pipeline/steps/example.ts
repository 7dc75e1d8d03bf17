import { fill } from '../../prompts/fill.ts'
import type { PromptText } from '../schema/contracts.ts'

/** Sections of a prompt that hold its example. */
export const exampleSections = { 'example article': [], 'example answer': [] } as const
/** The same where the answer counts by a list of actors and issues. */
export const exampleSectionsWithCast = { ...exampleSections, 'example actors': [], 'example issue': [] } as const

/** The example of a prompt as a task shows it: an article of a few sentences and its whole answer. */
export function showExample(prompt: PromptText): string {
  const list = exampleHasCast(prompt)
    ? `Issue: I1 ${fill(prompt, 'example issue')}\nActors: ${exampleActors(prompt)
        .map((name, index) => `A${index + 1} ${name}`)
        .join(', ')}\n`
    : ''
  return `Example, of another article:\n${fill(prompt, 'example article')}\n${list}Answer: ${fill(prompt, 'example answer')}`
}

/** Names of the actors that an example's answer counts by. */
export function exampleActors(prompt: PromptText): string[] {
  return fill(prompt, 'example actors').split('\n')
}

/** Whether an example's answer counts by a list of actors and issues. */
export function exampleHasCast({ sections }: PromptText): boolean {
  return Object.hasOwn(sections, 'example actors')
}
