import { openArchive } from '../archive/open-archive.ts'
import type { Recipe } from '../pipeline/schema/recipe.ts'
import { type BatchSummary, runBatch } from '../workers/batch.ts'
import type { Config } from '../workers/config.ts'
import { type Engines, openEngines } from '../workers/engines.ts'
import { createLog } from '../workers/log.ts'
import { openRuntime } from '../workers/runtime.ts'
import { openTraces } from '../workers/traces.ts'
import { checkWritable } from '../workers/write-results.ts'
import { batchText } from './batch-text.ts'
import { EXIT } from './exit.ts'
import { onInterrupt } from './interrupt.ts'
import { type CommonFlags, type RecipeFlags, settingsOf } from './options.ts'
import { keepOutputApart } from './output-apart.ts'
import { openProgress } from './progress.ts'
import { recipeFor } from './recipe-for.ts'
import { writeReport } from './report/write-report.ts'
import { firstFailures, resultsIn } from './results-file.ts'
import { print, printJson, tell } from './terminal.ts'

type BatchFlags = CommonFlags & RecipeFlags & { out: string; html?: string; text: boolean }

/** Analyses an archive through the queue and writes the results; what an earlier run did is not done again. */
export async function batch(input: string, flags: BatchFlags): Promise<void> {
  const config = settingsOf(flags)
  const archive = await openArchive(input, { stdin: process.stdin })
  const outputs = [flags.out, flags.html].filter((file) => file !== undefined)
  await keepOutputApart(input, outputs)
  for (const file of outputs) await checkWritable(file)
  if (archive.skipped.length > 0) tell(skippedText(archive.skipped))
  const engines = openEngines(config)
  const recipe = await recipeFor(flags, { config, engines })
  const summary = await analyseArchive({ ...flags, records: archive.records(), recipe, config, engines })
  const { out, html } = flags
  if (html !== undefined) await writeReport(resultsIn(out), html, { title: input === '-' ? 'Standard input' : input })
  if (flags.json) printJson({ ...summary, out, html, skipped: archive.skipped })
  else print(batchText(summary, { out, html, failures: await shownFailures(summary) }))
  if (summary.failed > 0) process.exitCode = EXIT.someFailed
}

type ArchiveJob = {
  records: ReturnType<Awaited<ReturnType<typeof openArchive>>['records']>
  recipe: Recipe
  config: Config
  engines: Engines
  out: string
  text: boolean
  json?: boolean
}

/** Accepts and analyses records with a progress bar; Ctrl-C ends it cleanly. */
export async function analyseArchive({
  records,
  recipe,
  out,
  text,
  json,
  config,
  engines,
}: ArchiveJob): Promise<BatchSummary> {
  using interrupt = onInterrupt(() => tell('Stopping; Ctrl-C once more ends at once.'))
  const log = createLog(config.logLevel)
  await using _traces = await openTraces(config, log)
  await using runtime = await openRuntime(config, { log, engines })
  using progress = await openProgress({ isQuiet: json === true })
  const { signal } = interrupt
  return await runBatch(runtime, { records, recipe, out, noText: !text, signal, onProgress: progress.update })
}

const FAILURES_SHOWN = 5

async function shownFailures({ failuresFile }: BatchSummary) {
  return failuresFile === undefined ? [] : firstFailures(failuresFile, FAILURES_SHOWN)
}

function skippedText(skipped: readonly string[]): string {
  const names = skipped.slice(0, 5).join(', ')
  const more = skipped.length > 5 ? ` and ${skipped.length - 5} more` : ''
  return `Passed over ${skipped.length === 1 ? 'a file' : `${skipped.length} files`} without a known ending: ${names}${more}`
}
