import { readdir, readFile } from 'node:fs/promises'
import type { PromptText, Texts } from '../pipeline/schema/contracts.ts'
import { StandpointError } from '../pipeline/schema/errors.ts'
import { type ParsedPrompt, PromptStep, parsePrompt } from './parse-prompt.ts'

/** All prompt files of a folder. */
export type PromptLibrary = {
  /** Every prompt, by step and version, lowest first. */
  prompts: readonly ParsedPrompt[]
  /**
   * The texts of the versions that are named, of the latest where none is.
   * @throws StandpointError PROMPT_UNKNOWN when a version does not exist
   */
  textsFor(versions?: Partial<Record<PromptStep, number>>): Texts
}

/**
 * Reads `<step>/v<version>.md` in every step's folder.
 * @throws StandpointError PROMPT_INVALID naming file and line, PROMPT_UNKNOWN when a step has no prompt at all
 */
export async function loadPrompts(root: URL = new URL('./', import.meta.url)): Promise<PromptLibrary> {
  const byStep = await Promise.all(PromptStep.options.map((step) => promptsOf(step, root)))
  const prompts = byStep.flat()
  return { prompts, textsFor: (versions = {}) => textsFor(prompts, versions) }
}

async function promptsOf(step: PromptStep, root: URL): Promise<ParsedPrompt[]> {
  const names = await readdir(new URL(`${step}/`, root)).catch((cause: unknown) => {
    throw new StandpointError('PROMPT_UNKNOWN', `There is no folder of prompts for the step "${step}"`, { cause })
  })
  const files = names.filter((name) => /^v\d+\.md$/.test(name))
  const read = files.map(async (name) =>
    parsePrompt(`${step}/${name}`, await readFile(new URL(`${step}/${name}`, root), 'utf8')),
  )
  return (await Promise.all(read)).sort((a, b) => a.text.version - b.text.version)
}

function textsFor(prompts: readonly ParsedPrompt[], versions: Partial<Record<PromptStep, number>>): Texts {
  const pick = (step: PromptStep) => pickVersion(prompts, step, versions[step])
  return {
    shared: pick('article'),
    steps: {
      actors: pick('actors'),
      summary: pick('summary'),
      stances: pick('stances'),
      reactions: pick('reactions'),
    },
  }
}

function pickVersion(prompts: readonly ParsedPrompt[], step: PromptStep, version: number | undefined): PromptText {
  const ofStep = prompts.filter(({ text }) => text.step === step)
  const found = version === undefined ? ofStep.at(-1) : ofStep.find(({ text }) => text.version === version)
  if (found) return found.text
  throw new StandpointError('PROMPT_UNKNOWN', `The prompt ${step}/v${version ?? 1} does not exist`, {
    fix: `Use one of: ${ofStep.map(({ text }) => `v${text.version}`).join(', ') || 'none, the folder is empty'}.`,
  })
}
