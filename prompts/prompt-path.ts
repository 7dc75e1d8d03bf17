import type { PromptText } from '../pipeline/schema/contracts.ts'

/** Path of a prompt from the prompt folder. */
export function promptPath({ step, version, mode }: Pick<PromptText, 'step' | 'version' | 'mode'>): string {
  return `${step}/${mode === undefined ? '' : `${mode}-`}v${version}.md`
}
