import { estimateTokens } from '../pipeline/engines/estimate-tokens.ts'
import { read } from '../pipeline/rules/read.ts'
import type { Cast, StepInput } from '../pipeline/schema/contracts.ts'
import { StandpointError } from '../pipeline/schema/errors.ts'
import { allSteps } from '../pipeline/steps/all.ts'
import { checkPrompts } from '../pipeline/steps/check-prompts.ts'
import { sharedMessages } from '../pipeline/steps/shared-messages.ts'
import { windowsOf } from '../pipeline/windows.ts'
import { loadPrompts } from '../prompts/load-prompts.ts'
import { openEngines } from '../workers/engines.ts'
import { recipeOf } from '../workers/recipe-of.ts'
import { EXIT, printError } from './exit.ts'
import { firstArticle } from './first-article.ts'
import { settingsOf } from './options.ts'
import { print, printJson } from './terminal.ts'

/** Every prompt file, whose name tells step, mode and version, with its hash and what it changed. */
export async function listPrompts({ json }: { json?: boolean }): Promise<void> {
  const { prompts } = await loadPrompts()
  const rows = prompts.map(({ file, text: { sections: _sections, ...about } }) => ({ ...about, file }))
  if (json) return printJson(rows)
  const width = Math.max(...rows.map(({ file }) => file.length))
  for (const { file, hash, changed } of rows) print(`${file.padEnd(width)}  ${hash.slice(0, 12)}  ${changed}`)
}

/**
 * The messages of a step as a model would get them in mode `chain`, one question after the other. For the steps after the
 * first, the rules name the actors and issues that a model would have named.
 */
export async function showPrompt(stepName: string, file: string, { json }: { json?: boolean }): Promise<void> {
  const step = allSteps.find(({ name }) => name === stepName)
  if (step === undefined) {
    throw new StandpointError('OPTION_INVALID', `There is no step "${stepName}"`, {
      fix: `Use one of: ${allSteps.map(({ name }) => name).join(', ')}.`,
    })
  }
  const texts = (await loadPrompts()).textsFor()
  const input = await inputOf(file)
  const isFirst = step === allSteps[0]
  const { questions } = step.ask(texts, isFirst ? input : { ...input, cast: castByRules(input) }, new Map())
  const shown = questions.map(({ key, sentences, task }) => ({
    key,
    messages: [...sharedMessages(texts.shared, input.reading, sentences), { role: 'user', content: task }],
  }))
  if (json) return printJson(shown)
  for (const { key, messages } of shown) {
    print(`===== question ${key} =====`)
    for (const { role, content } of messages) print(`----- ${role} -----\n${content}`)
    print('')
  }
}

/** Checks every prompt file; each fault is told with its file and line, and the exit status says that there are some. */
export async function checkPromptFiles({ json }: { json?: boolean }): Promise<void> {
  const library = await loadPrompts()
  const faults = checkPrompts(library)
  for (const fault of faults) printError(fault, { json: json === true })
  if (faults.length > 0) process.exitCode = EXIT.failed
  if (json) printJson({ prompts: library.prompts.length, faults: faults.length })
  else if (faults.length === 0) print(`${library.prompts.length} prompts are in order.`)
}

async function inputOf(file: string): Promise<StepInput> {
  const config = settingsOf({})
  const { article, incomplete } = await firstArticle(file)
  const reading = read(article, { incomplete })
  const engines = openEngines(config)
  const recipe = await recipeOf({ engine: 'extractive' }, { config, engines })
  return { reading, recipe, windows: windowsOf(reading, config.contextTokens, estimateTokens) }
}

function castByRules(input: StepInput): Cast | undefined {
  const [first] = allSteps
  return first?.resolve(first.extract(input), input).cast
}
