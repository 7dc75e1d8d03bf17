import { readdir, readFile } from 'node:fs/promises'
import type { PromptText, Texts } from '../pipeline/schema/contracts.ts'
import { StandpointError } from '../pipeline/schema/errors.ts'
import { type ParsedPrompt, PromptStep, parsePrompt } from './parse-prompt.ts'
import { promptPath } from './prompt-path.ts'

/** All prompt files of a folder. */
export type PromptLibrary = {
  /** Every prompt, by step and version, lowest first. */
  prompts: readonly ParsedPrompt[]
  /**
   * The texts of the versions that are named, of the latest where none is; for the steps in `guided` those of that mode where
   * there are some.
   * @throws StandpointError PROMPT_UNKNOWN when a version does not exist
   */
  textsFor(versions?: Partial<Record<PromptStep, number>>, guided?: ReadonlySet<PromptStep>): Texts
}

/**
 * Reads `<step>/v<version>.md` and `<step>/guided-v<version>.md` in every step's folder.
 * @throws StandpointError PROMPT_INVALID naming file and line, PROMPT_UNKNOWN when a step has no prompt at all
 */
export async function loadPrompts(root: URL = new URL('./', import.meta.url)): Promise<PromptLibrary> {
  const byStep = await Promise.all(PromptStep.options.map((step) => promptsOf(step, root)))
  const prompts = byStep.flat()
  return { prompts, textsFor: (versions = {}, guided = new Set()) => textsFor(prompts, versions, guided) }
}

async function promptsOf(step: PromptStep, root: URL): Promise<ParsedPrompt[]> {
  const names = await readdir(new URL(`${step}/`, root)).catch((cause: unknown) => {
    throw new StandpointError('PROMPT_UNKNOWN', `There is no folder of prompts for the step "${step}"`, { cause })
  })
  const files = names.filter((name) => /^(?:guided-)?v\d+\.md$/.test(name))
  const read = files.map(async (name) =>
    parsePrompt(`${step}/${name}`, await readFile(new URL(`${step}/${name}`, root), 'utf8')),
  )
  return (await Promise.all(read)).sort((a, b) => a.text.version - b.text.version)
}

function textsFor(
  prompts: readonly ParsedPrompt[],
  versions: Partial<Record<PromptStep, number>>,
  guided: ReadonlySet<PromptStep>,
): Texts {
  const pick = (step: PromptStep) => {
    const hasOwn = prompts.some(({ text }) => text.step === step && text.mode === 'guided')
    const mode = guided.has(step) && hasOwn ? 'guided' : undefined
    const ofMode = prompts.filter(({ text }) => text.mode === mode)
    return pickVersion(ofMode, { step, mode, version: versions[step] })
  }
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

type Wanted = { step: PromptStep; mode: PromptText['mode']; version: number | undefined }

function pickVersion(prompts: readonly ParsedPrompt[], { step, mode, version }: Wanted): PromptText {
  const ofStep = prompts.filter(({ text }) => text.step === step)
  const found = version === undefined ? ofStep.at(-1) : ofStep.find(({ text }) => text.version === version)
  if (found) return found.text
  throw new StandpointError(
    'PROMPT_UNKNOWN',
    `The prompt ${promptPath({ step, mode, version: version ?? 1 })} does not exist`,
    {
      fix: `Use one of: ${ofStep.map(({ text }) => `v${text.version}`).join(', ') || 'none, the folder is empty'}.`,
    },
  )
}
